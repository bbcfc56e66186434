// What the browser itself tells of the page: when it first painted, what moved, how long each press took
// until the next frame was there; and the memories of wasm.
(() => {
  const seen = { shift: 0, presses: {}, memories: [] };
  globalThis.speedSeen = seen;
  const watch = (type, each, options) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true, ...options });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  // One press is several events; the longest counts, as in "Interaction to Next Paint".
  watch("event", ({ interactionId, duration }) => {
    if (interactionId) seen.presses[interactionId] = Math.max(duration, seen.presses[interactionId] ?? 0);
  }, { durationThreshold: 16 });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
      if (memory) seen.memories.push(memory);
      return made;
    };
  }
})();

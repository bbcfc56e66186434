// For pages that show the quiz in a frame: gives each frame the height that its quiz needs, and hands its events
// on, from the frame. Only messages of the frame's own window, origin and instance count.

const SOURCE = "microneedling-quiz";
const VERSION = 1;
const EVENTS = /^mnq-(ready|step|outcome|exit|error)$/;

const frames = () => [...document.querySelectorAll("iframe[data-microneedling-quiz]")];

// Where a frame's messages come from, and which of them are its own.
const known = (frame) => {
  const { origin, searchParams } = new URL(frame.src);
  return { origin, instance: searchParams.get("instance") ?? "" };
};

addEventListener("message", ({ data, origin, source }) => {
  if (data?.source !== SOURCE || data.version !== VERSION) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || known(frame).origin !== origin || known(frame).instance !== data.instance) return;
  const { type, detail } = data;
  if (type === "mnq-resize") {
    const height = Number(detail?.height);
    if (height > 0 && height < 50_000) frame.style.height = `${Math.ceil(height)}px`;
  } else if (EVENTS.test(type)) {
    frame.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
});

// A frame that was quicker tells its height again: one that shows a page of another origin by now.
for (const frame of frames()) {
  const { origin, instance } = known(frame);
  if (frame.contentDocument) continue;
  frame.contentWindow?.postMessage({ source: SOURCE, version: VERSION, instance, type: "hello" }, origin);
}

// The custom element. Everything else is wasm.
const ready = { promise: null };
const load = () => ready.promise ??= import("__GLUE__").then(async (glue) => {
  await glue.default({ module_or_path: new URL("__WASM__", import.meta.url) });
  return glue;
});

class MicroneedlingQuiz extends HTMLElement {
  async connectedCallback() {
    const { mount } = await load();
    const shadow = this.attachShadow({ mode: "open" });
    const root = document.createElement("div");
    shadow.append(root);
    mount(this, root);
  }
}
customElements.get("microneedling-quiz") ?? customElements.define("microneedling-quiz", MicroneedlingQuiz);

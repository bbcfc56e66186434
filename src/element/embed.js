// <microneedling-quiz>: the element's script, and the only one written by hand. It loads the wasm
// once for all quizzes on the page and mounts one in each element. Until then, and whenever that
// fails, the element shows what the page put inside it.

const file = (name) => new URL(name, import.meta.url);

const failed = new Set();

// Browsers remember an import that failed, and modules remember what broke inside: with another query it
// is another module.
let query = "";

const start = async () => {
  const fetched = async (name) => {
    // Names change with what is in them, so a copy that the page has already is right, unless it is
    // that of a failure.
    const reply = await fetch(file(name), { cache: failed.has(name) ? "reload" : "force-cache" });
    if (reply.ok) return reply;
    failed.add(name);
    throw new Error(`${name}: ${reply.status}`);
  };
  const text = async (name) => (await fetched(name)).text();
  const bytes = async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer());
  const sheet = text("__STYLES__");
  const modules = ["__GLUE__", "__REST__"].map((name) => import(name + query));
  query += "?";
  const [glue, { rest }] = await Promise.all(modules);
  const first = await glue.default({ module_or_path: file("__WASM__") });
  const styles = [new CSSStyleSheet(), new CSSStyleSheet()];
  styles[0].replaceSync(await sheet);
  return Object.assign(rest(glue, first, styles[1], text, bytes), { mount: glue.mount, styles });
};

let loading;
const load = () => (loading ??= retry().catch((error) => {
  loading = undefined;
  throw error;
}));

// Connections break.
const retry = () => start().catch(() => new Promise((done) => setTimeout(done, 1000)).then(start));

class MicroneedlingQuiz extends HTMLElement {
  #slot = document.createElement("slot");
  #busy = false;
  #gone;
  #host;
  #quiz;
  #speech;

  static observedAttributes = ["lang"];

  attributeChangedCallback() {
    this.#speech?.changed();
  }

  // Forgets the answers and begins anew.
  reset() {
    this.#unmount("reset");
    this.connectedCallback();
  }

  // Forgets the answers and leaves the page.
  destroy() {
    this.#unmount("destroy");
    this.remove();
  }

  async connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(this.#slot);
    if (this.#quiz || this.#busy) return;
    this.#busy = true;
    const tell = (...what) => this.#tell(...what);
    let again;
    try {
      const page = this.hasAttribute("standalone") ? await import("__PAGE__") : null;
      const [code, host] = await Promise.all([load(), page ? null : import("__HOST__").then(({ host }) =>
        host(this, tell))]);
      this.#host = host;
      this.#speech ??= code.speech(
        this, page, (next) => this.#quiz?.spoke(next), tell, () => {
          this.#unmount("error");
          this.#speech = loading = undefined;
        },
      );
      await this.#speech.first();
      if (this.isConnected) this.#mount(code, page, host);
      await code.learned;
      await host?.read(code, () => this.#quiz);
      await this.#speech.whole((language) => this.#quiz?.learned(language, page?.opened() ?? ""));
      // It was taken off the page and put back while this went on.
      again = this.isConnected && !this.#quiz;
    } catch (error) {
      console.error(error);
      this.#unmount("error");
      if (this.isConnected) this.#fail();
    }
    this.#busy = false;
    if (again) this.connectedCallback();
  }

  // Moving the element within the page disconnects and connects it at once: the quiz stays. When
  // it was removed, the answers are forgotten.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#unmount("removed");
    });
  }

  #mount(code, page, host) {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const root = document.createElement("div");
    this.shadowRoot.append(root);
    this.shadowRoot.adoptedStyleSheets = code.styles;
    try {
      const changed = (page ?? host).follow(root, (step) => this.#quiz?.jumped(step), signal);
      const take = (...what) => host?.take(...what) || code.take((came) => this.#quiz?.took(came), ...what);
      this.#quiz = code.mount(
        root, this.#speech.language, (next) => this.#speech.speak(next, true),
        page?.saved() ?? "", changed, file(".").href,
        this.getAttribute("link-base") ?? (host ? host.link : page.address) ?? "", take, !host?.silent && "share" in navigator, !!page,
      );
    } catch (error) {
      this.#clear();
      throw error;
    }
    this.#slot.remove();
    this.removeAttribute("data-failed");
    this.setAttribute("data-mounted", "");
    this.#tell("mnq-ready", {});
  }

  #unmount(reason) {
    const quiz = this.#quiz;
    this.#host?.gone(reason);
    this.#host = undefined;
    this.#quiz = undefined;
    this.#clear();
    this.removeAttribute("data-mounted");
    this.#gone?.abort();
    quiz?.unmount();
  }

  // Back to what the page put inside the element.
  #clear() {
    this.shadowRoot.adoptedStyleSheets = [];
    this.shadowRoot.replaceChildren(this.#slot);
  }

  #fail() {
    this.setAttribute("data-failed", "");
    this.#tell("mnq-error", { code: "load" });
  }

  #tell(name, detail) {
    const init = { bubbles: true, composed: true, detail: { version: 1, ...detail } };
    this.dispatchEvent(new CustomEvent(name, init));
  }
}

customElements.get("microneedling-quiz")
  ?? customElements.define("microneedling-quiz", MicroneedlingQuiz);

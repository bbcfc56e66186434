// <microneedling-quiz>: the element's script, and the only one that pages name. It loads everything else
// once for all quizzes on the page, as soon as one of them is near what the visitor sees. Until then,
// and whenever that fails, the element shows what the page put inside it.

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
  return rest(glue, first, styles, text, bytes, file(".").href);
};

let loading;
const load = () => (loading ??= retry().catch((error) => {
  loading = undefined;
  throw error;
}));

// Connections break.
const retry = () => start().catch(() => new Promise((done) => setTimeout(done, 1000)).then(start));

// Options that are attributes, and properties of the same names. Such properties that were set before this
// script came are taken over when the quiz loads.
const OPTIONS = ("name clinic contact booking price currency areas goals text-language share-answers no-sharing "
  + "link-base history density font scheme options").split(" ");
const property = (name) => name.replace(/-./g, (part) => part[1].toUpperCase());

class MicroneedlingQuiz extends HTMLElement {
  #busy;
  #form = this.attachInternals?.();
  #life;
  #kept = new CSSStyleSheet();
  #near;
  #slot = document.createElement("slot");
  #asked = new Promise((done) => { this.#near = done; });

  static formAssociated = true;
  static observedAttributes = ["lang"];
  // Attributes that are options.
  static options = OPTIONS;

  attributeChangedCallback() {
    this.#life?.spoken();
  }

  // Loads at once, wherever the element is.
  load() {
    this.#near();
  }

  // Forgets the answers and begins anew.
  reset() {
    this.#life?.stop("reset");
    if (this.isConnected) this.connectedCallback();
  }

  // Forgets the answers and leaves the page.
  destroy() {
    this.#life?.stop("destroy");
    this.remove();
  }

  formResetCallback() {
    this.reset();
  }

  async connectedCallback() {
    const own = this.hasAttribute("standalone");
    const bare = () => {
      this.shadowRoot.replaceChildren(this.#slot);
      this.shadowRoot.adoptedStyleSheets = own ? [] : [this.#kept];
    };
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" });
      // The height that the first screen will have is kept, so that nothing below it moves: less where
      // there is more room, and more for most languages than for English and Arabic. A scrollbar may
      // still come.
      const keep = (rules) => this.#kept.replaceSync(`:host{display:block!important;${rules}}`);
      keep("");
      bare();
      const height = 590 + 575e3 / Math.min(714, (this.clientWidth || 731) - 17);
      keep(`--mnq-height:${height}px;min-height:var(--mnq-height)!important}:host(:not(:lang(en),:lang(ar))){
        --mnq-height:${height * 1.2}px`);
      new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.load(), { rootMargin: "100%" })
        .observe(this);
    }
    if (this.#busy || this.#life?.on()) return;
    this.#busy = true;
    const tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, {
      bubbles: true, composed: true, detail: { version: 1, ...detail },
    }));
    let again;
    let life = this.#life;
    try {
      if (!own) await this.#asked;
      const [code, around] = await Promise.all([load(), own ? import("__PAGE__")
        : import("__HOST__").then(({ host }) => host(this, this.#form, tell))]);
      life = this.#life ??= code.life(this, own ? around : null, tell, bare, () => {
        this.#life = loading = undefined;
      });
      await life.begin(around);
      // It was taken off the page and put back while this went on.
      again = this.isConnected && life === this.#life && !life.on();
    } catch (error) {
      console.error(error);
      // A program that broke off has a screen of its own.
      if (life === this.#life) {
        life?.stop("error");
        if (this.isConnected) {
          this.#kept.replaceSync("");
          this.setAttribute("data-failed", "");
          tell("mnq-error", { code: "load" });
        }
      }
    }
    this.#busy = false;
    if (again) this.connectedCallback();
  }

  // Moving the element within the page disconnects and connects it at once: the quiz stays. When
  // it was removed, the answers are forgotten.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#life?.stop("removed");
    });
  }
}

for (const name of OPTIONS) {
  Object.defineProperty(MicroneedlingQuiz.prototype, property(name), {
    get() { return this.getAttribute(name); },
    set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
  });
}

customElements.get("microneedling-quiz")
  ?? customElements.define("microneedling-quiz", MicroneedlingQuiz);

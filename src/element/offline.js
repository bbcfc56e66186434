// The stand-alone page without a network: registers the service worker, and offers a new version while
// the first screen shows. Nothing is ever reloaded under the visitor's hands.

// For each language: what is said, and the button.
const WORDS = __WORDS__;
const STYLES = __STYLES__;

const offer = (waiting) => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  document.adoptedStyleSheets.push(styles);
  const quiz = document.querySelector("microneedling-quiz[standalone]");
  const bar = document.createElement("p");
  bar.className = "update";
  bar.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("update");
  });
  const text = document.createElement("span");
  bar.append(text, button);
  const show = () => {
    const screen = quiz.shadowRoot.querySelector("[data-screen]");
    if (screen?.dataset.screen !== "intro") return bar.remove();
    const [said, action] = WORDS[screen.lang] ?? WORDS.en;
    if (button.textContent !== action) [text.textContent, button.textContent] = [said, action];
    if (!bar.isConnected) quiz.before(bar);
  };
  new MutationObserver(show).observe(quiz.shadowRoot, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-screen", "lang"],
  });
  show();
};

const watch = (registration) => {
  // A first version has nothing to wait for.
  const told = () => {
    if (registration.waiting && registration.active) offer(registration.waiting);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", told);
  });
  told();
};

// Browsers that know no service worker, or forbid it, go on without.
navigator.serviceWorker?.register(new URL("./sw.js", import.meta.url)).then(watch, () => {});

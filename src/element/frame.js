// The quiz in a frame: the page around it is of another origin and cannot read what is answered. Options come
// in the address, and events and the height go to the one origin that the address names.

const SOURCE = "microneedling-quiz";
const VERSION = 1;
const EVENTS = ["ready", "step", "outcome", "exit", "error"];

const query = new URLSearchParams(location.search);
const instance = query.get("instance") ?? "";

// An origin as browsers write it, and that of the page around as far as browsers tell: nobody else may be
// told anything.
const target = (() => {
  const named = query.get("origin");
  try {
    if (new URL(named).origin === named && (location.ancestorOrigins?.[0] ?? named) === named) return named;
  } catch {
    // As if it were another one.
  }
  console.error(`<${SOURCE}> The address of the frame needs origin=https://…, which is that of the page around it.`);
})();

// A link to this page alone could put anybody's name on it.
if (parent === window) location.replace("./");

const send = (type, detail) => {
  if (target) parent.postMessage({ source: SOURCE, version: VERSION, instance, type, detail }, target);
};

// The frame is as high as the quiz, not the other way round.
const sheet = new CSSStyleSheet();
sheet.replaceSync("body{background:none}microneedling-quiz{--mnq-height:0px;min-height:0}");
document.adoptedStyleSheets = [sheet];

const { options } = await customElements.whenDefined(SOURCE);
const element = document.createElement(SOURCE);
element.setAttribute("framed", "");
// Without a page that may be told, there is nothing to agree to.
for (const name of target ? [...options, "lang"] : []) {
  if (query.has(name)) element.setAttribute(name, query.get(name));
}
if (!query.has("link-base")) element.setAttribute("link-base", new URL(".", location).href);
for (const name of EVENTS) {
  element.addEventListener(`mnq-${name}`, ({ type, detail }) => send(type, detail));
}

const size = () => send("mnq-resize", { height: Math.ceil(element.getBoundingClientRect().height) });
new ResizeObserver(size).observe(element);

// The page around may have come later than the first message, and asks for the height. Nobody else may.
addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || origin !== target || data?.source !== SOURCE) return;
  if (data.version === VERSION && data.instance === instance && data.type === "hello") size();
});

document.querySelector("main").append(element);
element.load();

// What a quiz on somebody else's page shows when it cannot be loaded: below the page's own words, what is
// commonly not offered, what to ask, and the clinic, which also stands below the screen for crashes. Nothing of
// the quiz may be there, so nothing of it is used.

// For each language: its direction, and lists, the first line of each being its heading.
const WORDS = __WORDS__;

const STYLES = `
  .leaflet { font: 1rem/1.55 system-ui, sans-serif; max-width: 42em; }
  h2 { font-size: 1.2em; margin: 1em 0 0.3em; }
  p { margin: 0.6em 0; }
  ul { margin: 0; padding-inline-start: 1.2em; }
  a { color: inherit; display: inline-block; padding-block: 0.6em; }
`;

const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });

// The element's language, the page's or the browser's, as far as there are words.
const spoken = (element) => {
  const around = element.closest("[lang]")?.lang;
  for (const tag of [around, ...navigator.languages]) {
    const main = tag?.split("-")[0].toLowerCase();
    const found = Object.keys(WORDS).find((known) => known.split("-")[0] === main);
    if (found) return found;
  }
  return "en";
};

// How to reach the clinic, if it is an address that runs nothing. On a screen that strangers share nothing
// leads away.
const reached = (contact, kiosk, call) => {
  if (!/^(https?:\/\/|mailto:|tel:)\S+$/i.test(contact)) return [];
  if (kiosk) return [made("p", `${call}: ${contact.replace(/^\w+:(\/\/)?/, "")}`)];
  const line = made("p", "");
  line.append(Object.assign(made("a", call), { href: contact, target: "_blank", rel: "noopener noreferrer" }));
  return [line];
};

// The quiz could not be loaded.
export const load = (element, contact, kiosk) => {
  if (element.shadowRoot.querySelector(".leaflet")) return;
  const lang = spoken(element);
  const { dir, failed, lists, emergency, call } = WORDS[lang];
  const shown = Object.assign(made("div", ""), { className: "leaflet", lang, dir });
  shown.append(made("p", failed));
  for (const [title, ...lines] of lists) {
    const list = made("ul", "");
    list.append(...lines.map((line) => made("li", line)));
    shown.append(made("h2", title), list);
  }
  shown.append(made("p", emergency), ...reached(contact, kiosk, call));
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  element.shadowRoot.adoptedStyleSheets = [styles];
  element.shadowRoot.append(shown);
};

// It broke off, and says so.
export const panic = (element, contact, kiosk) => {
  const screen = element.shadowRoot.querySelector("[data-screen=failure]");
  screen?.append(...reached(contact, kiosk, (WORDS[screen.lang] ?? WORDS.en).call));
};

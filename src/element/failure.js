// What is shown when the quiz broke off: its code may have stopped anywhere, so nothing of it is called
// any more. Below it stand the page's own words.

// For each language, in the order of the switch: its direction, the heading, the text, and the button.
const WORDS = __WORDS__;

const made = (name, text, attributes) => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  return element;
};

// `page` is the stand-alone page, which begins anew as a whole. Another page's quiz alone does so.
export const failure = (element, page, lang, language, styles) => {
  const [dir, title, text, again] = WORDS[language];
  const shadow = element.shadowRoot;
  const screen = made("div", "", { class: "quiz", lang, dir, "data-screen": "failure" });
  const heading = made("h1", title, { tabindex: -1 });
  const button = made("button", again, { type: "button", class: "button", "data-action": "restart" });
  screen.append(heading, made("p", text, {}), button);
  button.addEventListener("click", () => {
    if (page) return page.restart();
    screen.remove();
    element.removeAttribute("data-broken");
    element.connectedCallback();
  });
  shadow.adoptedStyleSheets = styles;
  shadow.prepend(screen);
  element.setAttribute("data-broken", "");
  heading.focus();
};

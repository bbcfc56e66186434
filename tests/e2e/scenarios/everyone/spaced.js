// Sets text as wide apart as WCAG 2.2 wants it to be possible (1.4.12), or back.
const [on] = arguments;
const { shadowRoot } = document.querySelector("microneedling-quiz");
globalThis.spaced ??= new CSSStyleSheet();
spaced.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`);
const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== spaced);
shadowRoot.adoptedStyleSheets = on ? [...others, spaced] : others;

// What moves when it changes, a line each.
const { shadowRoot } = document.querySelector("microneedling-quiz");
const told = new Set();
for (const part of shadowRoot.querySelectorAll("*")) {
  for (const pseudo of ["", "::before", "::after"]) {
    const style = getComputedStyle(part, pseudo || null);
    const long = style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    if (long && style.transitionProperty !== "none") told.add(`${part.localName}.${part.className}${pseudo} glides`);
    if (style.animationName !== "none") told.add(`${part.localName}.${part.className}${pseudo} is animated`);
  }
}
return [...told];

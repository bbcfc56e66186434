// Finds what Tab has to reach, in order, and starts at the first of it. Returns how many there are.
const { shadowRoot } = document.querySelector("microneedling-quiz");
const root = shadowRoot.querySelector("[data-screen]");
const all = [...root.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']")];
// Of a group of radio buttons, Tab reaches the chosen one, or else the first.
const reached = (part) => {
  if (part.type !== "radio") return true;
  const group = all.filter(({ type, name }) => type === "radio" && name === part.name);
  return part === (group.find(({ checked }) => checked) ?? group[0]);
};
globalThis.order = all.filter((part) =>
  part.checkVisibility() && !part.disabled && reached(part));
order[0]?.focus();
return order.length;

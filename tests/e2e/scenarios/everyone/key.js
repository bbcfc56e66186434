// Where the focus is: its place in the order, what it is on, and what is wrong with how it shows.
const { shadowRoot } = document.querySelector("microneedling-quiz");
const part = shadowRoot.activeElement;
if (!part) return { place: null, name: "nothing", wrong: [] };
const label = part.closest("label");
const wrong = [];
const outlined = [part, label].some((part) => {
  const { outlineStyle, outlineWidth } = part ? getComputedStyle(part) : {};
  return part && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
});
if (!outlined) wrong.push("it is not outlined");
const { left, right, top, bottom } = part.getBoundingClientRect();
const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];
const uncovered = points.some(([x, y]) => {
  const over = shadowRoot.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
  return over && (part.contains(over) || over.contains(part));
});
if (!uncovered) wrong.push("it is covered or out of view");
const name = part.dataset.action ?? part.name ?? part.innerText?.slice(0, 40) ?? part.localName;
return { place: order.indexOf(part), name: `${part.localName} ${name}`, wrong };

// What does not fit into the window, a line each. `targets` asks for the size of what can be pressed.
const [targets] = arguments;
const { shadowRoot } = document.querySelector("microneedling-quiz");
const root = shadowRoot.querySelector("[data-screen]");
const width = document.documentElement.clientWidth;
const told = [];

const name = (part) => {
  const words = part.innerText?.trim().split("\n")[0].slice(0, 40);
  return `${part.localName}${part.className?.trim ? "." + part.className : ""} “${words ?? ""}”`;
};
const scrolls = (part) => {
  for (let box = part.parentElement; box && box !== root; box = box.parentElement) {
    if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
  }
  return false;
};
// Words for screen readers alone are cut off on purpose.
const hidden = (part) => part.clientWidth <= 1 && part.clientHeight <= 1;

const sideways = document.documentElement.scrollWidth - width;
if (sideways > 0) told.push(`the page scrolls sideways by ${sideways}`);

for (const part of root.querySelectorAll("*")) {
  if (!part.checkVisibility() || hidden(part) || part.closest("svg") !== null) continue;
  const box = part.getBoundingClientRect();
  const style = getComputedStyle(part);
  const beyond = Math.max(box.right - width, -box.left);
  if (beyond > 1 && !scrolls(part)) told.push(`${name(part)} goes ${beyond} beyond the window`);
  const cut = (axis, inner, outer) =>
    ["hidden", "clip"].includes(axis) && inner > outer + 1 && told.push(`${name(part)} is cut off`);
  cut(style.overflowX, part.scrollWidth, part.clientWidth);
  cut(style.overflowY, part.scrollHeight, part.clientHeight);
}

// A link within a sentence may be as low as its line.
const inline = (part) => part.localName === "a" && getComputedStyle(part).display === "inline";
for (const part of targets ? root.querySelectorAll("button, summary, a, select, input, textarea") : []) {
  if (!part.checkVisibility() || inline(part)) continue;
  const boxes = [part, part.closest("label")].map((box) => box?.getBoundingClientRect());
  const large = boxes.some((box) => box && box.width >= 43.5 && box.height >= 43.5);
  if (!large) told.push(`${name(part)} is only ${boxes[0].width} by ${boxes[0].height}`);
}
return told;

// Does something at random so many times, then answers whatever is asked until there is a
// recommendation. After each step the quiz has to be in order, and the quiz beside it untouched.
// Returns what was done and what was wrong.
const [seed, count, others] = arguments;
const quiz = document.querySelector("[standalone]");
const beside = document.querySelector("#beside");
const untouched = beside.shadowRoot.querySelector("[data-screen]").innerText;

// Numerical Recipes' generator: the same seed does the same.
let state = seed;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * below);
};
const pick = (list) => list[random(list.length)];
const all = (selector) => [...quiz.shadowRoot.querySelectorAll(selector)];
const settled = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(null);
});
const screen = () => all("[data-screen]")[0]?.dataset.screen;

const did = [];
const wrong = [];

const check = () => {
  const screens = ["intro", "question", "interruption", "review", "recommendation"];
  if (!screens.includes(screen())) wrong.push(`the screen is “${screen()}”`);
  const headings = all("h1").map((heading) => heading.innerText.trim());
  if (headings.length !== 1 || !headings[0]) wrong.push(`headings: ${JSON.stringify(headings)}`);
  if (screen() === "recommendation" && !all("[data-verdict]").length) wrong.push("there is no verdict");
  if (beside.shadowRoot.querySelector("[data-screen]")?.innerText !== untouched) {
    wrong.push("the quiz beside it has changed");
  }
};

const press = (button) => {
  did.push(`press ${button.dataset.action} ${button.dataset.for ?? ""}`);
  button.click();
};
const type = (field, text) => {
  did.push(`type ${text} into ${field.name}`);
  field.value = text;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
};
const tick = (field) => {
  did.push(`tick ${field.name} ${field.value}`);
  field.click();
};
const DATES = ["", "2026-05-10", "2026-11-22", "2027-02-28", "2024-02-29", "1999-12-31"];
const answer = (field) => {
  if (field.type === "date") type(field, pick(DATES));
  else if (field.type === "number" || field.type === "text") type(field, pick(["", "0", "17", "34", "250", "-3"]));
  else tick(field);
};

// What leaves the page (files, the clipboard, a printer) has scenarios of its own.
const LEAVES = ["print", "copy", "share", "fhir", "calendar", "link"];
const buttons = (action) => all("[data-action]").filter(
  (button) => action ? button.dataset.action === action : !LEAVES.includes(button.dataset.action),
);
const moved = (go) => Promise.race([
  new Promise((done) => addEventListener("popstate", done, { once: true })),
  new Promise((done) => setTimeout(done, 200)),
  go(),
]);

const something = async () => {
  const fields = all("input");
  const what = random(100);
  if (what < 55 && fields.length) return answer(pick(fields));
  if (what < 75 && buttons("continue").length) return press(pick(buttons("continue")));
  if (what < 90 && buttons().length) return press(pick(buttons()));
  if (what < 93 && all("summary").length) return pick(all("summary")).click();
  if (what < 95 && history.state > 0) return did.push("back"), moved(() => history.back());
  if (what < 96) return did.push("forward"), moved(() => history.forward());
  if (what < 97) return did.push("move"), document.querySelector("main").append(quiz);
  if (what < 98) return did.push("attribute"), quiz.setAttribute("lang", pick(others));
  // Twice at once.
  for (const button of buttons("continue")) button.click(), button.click();
};

// Answers what has no answer yet, or a wrong one.
const complete = () => {
  for (const group of all("fieldset[data-question]")) {
    const fields = [...group.querySelectorAll("input")];
    const given = fields.some((field) => field.checked || (!["radio", "checkbox"].includes(field.type) && field.value));
    const refused = all(".problems").length && (group.matches("[data-wrong]") || random(2));
    if (given && !refused) continue;
    const field = pick(fields);
    if (!field) continue;
    if (field.type === "date") type(field, "2026-05-10");
    else if (["radio", "checkbox"].includes(field.type)) { if (!field.checked) tick(field); }
    else type(field, "34");
  }
};

for (let step = 0; step < count && !wrong.length; step += 1) {
  await something();
  await settled();
  check();
}
for (let step = 0; step < 150 && !wrong.length && screen() !== "recommendation"; step += 1) {
  complete();
  await settled();
  const on = buttons("continue")[0] ?? buttons("start")[0];
  if (on) press(on);
  await settled();
  check();
}
return { did: did.length, last: did.slice(-30), wrong, arrived: screen() === "recommendation" };

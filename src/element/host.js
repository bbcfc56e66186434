// What only a quiz in somebody else's page needs: what the page says of its clinic, what the page is
// told, and what the visitor agrees to tell it.

import { forbidden } from "__GUARD__";

// Attributes that are options. JSON inside the element says the same and more; an attribute wins.
const ATTRIBUTES = [
  "clinic", "contact", "booking", "price", "currency", "areas", "goals", "text-language",
  "share-answers", "no-sharing", "link-base", "kiosk", "kiosk-pin", "kiosk-quiet",
];

// An object as paths and values. A line can hold neither tabs nor ends of lines.
const flat = (value, path, out) => {
  if (value && typeof value === "object") {
    for (const key in value) flat(value[key], path ? `${path}.${key}` : key, out);
  } else if (value != null) out[path.replace(/\s/g, " ")] = String(value).replace(/\s+/g, " ");
  return out;
};

// The options as paths and values, and what is wrong with the JSON, if anything.
const written = (element) => {
  const script = element.querySelector(":scope > script[type='application/json']");
  let options = {};
  let broken;
  try {
    const said = JSON.parse(script?.textContent || "{}");
    if (Object.prototype.toString.call(said) !== "[object Object]") throw new Error(script.textContent);
    options = flat(said, "", {});
  } catch (error) {
    broken = ["options", error.message, "one JSON object"];
  }
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    if (name !== "areas" && name !== "goals") {
      const path = name === "clinic" ? "name" : name.replace("kiosk-", "kiosk.");
      options[path] = value.replace(/\s+/g, " ");
      continue;
    }
    for (const path in options) if (path.startsWith(`${name}.`)) delete options[path];
    value.split(/[\s,]+/).filter(Boolean).forEach((id, place) => { options[`${name}.${place}`] = id; });
  }
  return [options, broken];
};

const on = (value) => value !== undefined && value !== "false";

// What each element does when it fails.
const helps = new WeakMap();

// What makes a kiosk of it, if the options say so.
const locked = async (element, options, tell, problem) => {
  const paths = Object.keys(options).filter((path) => /^kiosk(\.|$)/.test(path));
  if (paths.length && options.kiosk !== "false") {
    const { kiosk } = await import("__KIOSK__");
    return kiosk(element, options, tell, problem);
  }
  for (const path of paths) delete options[path];
};

// For one element, each time it is mounted. `tell` sends an event.
export const host = async (element, tell) => {
  // What is inside the element may still be on its way.
  if (document.readyState === "loading") {
    await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  }
  const [options, broken] = written(element);
  const take = (path) => {
    const value = options[path];
    delete options[path];
    return value;
  };
  const wrong = [];
  const kiosk = await locked(element, options, tell, (...what) => wrong.push(what));
  const silent = on(take("no-sharing"));
  const link = take("link-base") ?? kiosk?.link;
  const language = take("language");
  if (language && !element.lang) element.lang = language;
  if (!kiosk?.own) options.embedded = true;
  const { contact } = options;
  // A failure before.
  element.shadowRoot.querySelector(".leaflet")?.remove();
  element.removeEventListener("mnq-error", helps.get(element));
  helps.set(element, ({ target, detail }) => {
    if (target !== element || !["load", "panic"].includes(detail.code)) return;
    // Where that cannot be had either, the page's own words stand alone.
    import("__LEAFLET__").then((help) => help[detail.code](element, contact, kiosk), () => {});
  });
  element.addEventListener("mnq-error", helps.get(element));

  let step = 0;
  let screen = "intro";
  let told = "";
  const exit = (reason) => {
    if (step) tell("mnq-exit", { step, reason });
    step = 0;
    screen = "intro";
    told = "";
  };

  return {
    silent,
    link,
    // Returns what is to be told of every change of the quiz.
    follow(root) {
      kiosk?.follow(root);
      return (_, now) => {
        kiosk?.changed();
        const before = screen;
        screen = root.querySelector("[data-screen]")?.dataset.screen ?? before;
        // What was agreed to was agreed to for one result.
        if (told && screen !== "recommendation") {
          told = "";
          tell("mnq-outcome", { shared: false });
        }
        if (!now) return exit("restart");
        if (now !== step) tell("mnq-step", { step: step = now });
        if (screen !== before && screen === "recommendation") tell("mnq-outcome", { shared: false });
      };
    },
    // What the visitor takes along; `false` if it is not for the page.
    take(how, text) {
      if (how !== "page") return false;
      told = text;
      tell("mnq-outcome", text ? { shared: true, outcome: JSON.parse(text) } : { shared: false });
      return true;
    },
    // Hands the options over, once the later half is there.
    async read(code, quiz) {
      await code.extend("__CLINIC_WASM__");
      const reject = code.rejecting(tell);
      if (broken) reject(...broken);
      wrong.forEach((what) => reject(...what));
      const lines = Object.entries(options).map((entry) => entry.join("\t")).join("\n");
      const told = quiz()?.options(lines, forbidden) ?? "";
      told.split("\n").filter(Boolean).forEach((line) => reject(...line.split("\t")));
    },
    gone(reason) {
      exit(reason);
      kiosk?.gone(reason);
    },
  };
};

// What only a quiz in somebody else's page needs: what the page says of its clinic in attributes or in
// JSON, where an attribute wins; what the page is told; and what the visitor agrees to tell it.

import { forbidden } from "__GUARD__";
import { dressed } from "__LOOK__";

// Attributes that are no properties: nobody makes a tablet of a page that is there already.
const KIOSK = ["kiosk", "kiosk-pin", "kiosk-quiet"];

// What a page's own style sheet may reach, with ::part().
const PARTS = {
  title: "h1", heading: "h2", card: ".card", button: ".button", option: ".choice", field: ".field-line",
  verdict: ".verdict", finding: ".finding", notice: ".notice", foot: ".foot",
};

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
    const text = element.getAttribute("options") ?? script?.textContent;
    const said = JSON.parse(text || "{}");
    if (Object.prototype.toString.call(said) !== "[object Object]") throw new Error(text);
    options = flat(said, "", {});
  } catch (error) {
    broken = ["options", error.message, "one JSON object"];
  }
  for (const name of [...element.constructor.options, ...KIOSK]) {
    const value = element.getAttribute(name);
    // A form field's name is no clinic's.
    if (value === null || name === "name" || name === "options") continue;
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
// The language that each element's options have set.
const named = new WeakMap();

// What makes a kiosk of it, if the options say so.
const locked = async (element, options, tell, problem) => {
  const paths = Object.keys(options).filter((path) => /^kiosk(\.|$)/.test(path));
  if (paths.length && options.kiosk !== "false") {
    const { kiosk } = await import("__KIOSK__");
    return kiosk(element, options, tell, problem);
  }
  for (const path of paths) delete options[path];
};

// For one element, each time it is mounted. What the visitor agrees to tell goes with a form around the
// element, through `form`. `tell` sends an event.
export const host = async (element, form, tell) => {
  // What is inside the element may still be on its way.
  if (document.readyState === "loading") {
    await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  }
  // What was set before the element's script came.
  for (const name of element.constructor.options) {
    const property = name.replace(/-./g, (part) => part[1].toUpperCase());
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
  const [options, broken] = written(element);
  const take = (path) => {
    const value = options[path];
    delete options[path];
    return value;
  };
  const look = {};
  for (const path in options) {
    if (/^(scheme|density|font|theme\.[^.]*)$/.test(path)) look[path] = take(path);
  }
  const wrong = [];
  const kiosk = await locked(element, options, tell, (...what) => wrong.push(what));
  const silent = on(take("no-sharing"));
  const link = take("link-base") ?? kiosk?.link;
  // A kiosk writes nothing down, its steps included.
  const past = on(take("history")) && !kiosk ? await import("__PAGE__") : null;
  const language = take("language");
  // The page's own attribute wins; what an earlier reading has set does not.
  if (element.lang === (named.get(element) ?? "")) {
    if (language) element.lang = language;
    else element.removeAttribute("lang");
    named.set(element, language);
  }
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

  const [kept] = element.shadowRoot.adoptedStyleSheets;
  let step = 0;
  let screen = "intro";
  let told = "";
  const agree = (text) => {
    told = text;
    form?.setFormValue(text || null);
    tell("mnq-outcome", text ? { shared: true, outcome: JSON.parse(text) } : { shared: false });
  };
  const exit = (reason) => {
    if (step) tell("mnq-exit", { step, reason });
    step = 0;
    screen = "intro";
    told = "";
    form?.setFormValue(null);
  };

  const changed = (root, now) => {
    const before = screen;
    screen = root.querySelector("[data-screen]")?.dataset.screen ?? before;
    for (const part in PARTS) {
      for (const found of root.querySelectorAll(PARTS[part])) found.part = part;
    }
    // The height of the first screen is kept no longer, and not at all where nothing stands below.
    const shadow = element.shadowRoot;
    if (now || kiosk) shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((sheet) => sheet !== kept);
    // What was agreed to was agreed to for one result.
    if (told && screen !== "recommendation") agree("");
    if (!now) return exit("restart");
    if (now !== step) tell("mnq-step", { step: step = now });
    if (screen !== before && screen === "recommendation") tell("mnq-outcome", { shared: false });
  };

  return {
    // In a frame the page around is our own, and nobody else's scripts can read along.
    here: (!silent && "share" in navigator) + (kiosk?.own || element.hasAttribute("framed") ? 0 : 4),
    address: link,
    // `jumped` and `signal` are for the browser's Back, and `code` is the loaded quiz. Returns what is to be told
    // of every change of the quiz.
    follow(root, jumped, signal, code) {
      dressed(element, look, code.styles[0], code.rejecting(tell), signal);
      kiosk?.follow(root);
      const followed = past?.follow(root, jumped, signal, `microneedling-quiz ${element.id}`);
      return (...what) => {
        kiosk?.changed();
        followed?.(...what);
        changed(root, what[1]);
      };
    },
    // What the visitor takes along; `false` if it is not for the page.
    take(how, text) {
      if (how !== "page") return false;
      agree(text);
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

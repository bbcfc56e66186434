// The look that a page asks for: values of the public tokens and the scheme. A pair of colours that could not
// be read is corrected, and that is told.

const colour = (value) => CSS.supports("color", value);
const css = (property) => (value) => CSS.supports(property, value);

// Each token that `theme` may set as it sets `--mnq-…`, and what it may be set to.
const TOKENS = {
  background: colour, surface: colour, ink: colour, muted: colour, line: colour, control: colour,
  accent: colour, "accent-ink": colour, tint: colour, focus: colour,
  review: colour, defer: colour, exclude: colour,
  radius: css("border-radius"), shadow: css("box-shadow"), width: css("max-width"), size: css("font-size"),
  font: css("font-family"), "heading-font": css("font-family"), height: css("min-height"),
};

const SIZES = { compact: "1em", normal: "1.0625em", roomy: "1.1875em" };
const SCHEMES = ["light", "dark"];

// What has to be seen on what, and by how much (WCAG 2.2, 1.4.3 and 1.4.11), in the order of correction.
const PAIRS = {
  accent: [4.5, "bg", "surface", "tint"],
  ink: [4.5, "bg", "surface", "tint", "review-tint", "defer-tint", "exclude-tint", "other-tint"],
  muted: [4.5, "bg", "surface", "tint"],
  "accent-ink": [4.5, "accent"],
  review: [4.5, "review-tint", "surface", "tint"],
  defer: [4.5, "defer-tint", "surface"],
  exclude: [4.5, "exclude-tint", "surface", "bg"],
  other: [4.5, "other-tint", "surface"],
  control: [3, "bg", "surface", "tint"],
  focus: [3, "bg", "surface", "tint"],
};
// What stands on the ground or beside it.
const GROUNDS = ["surface", "tint", "review-tint", "defer-tint", "exclude-tint", "other-tint"];
const COLOURS = [...new Set(["bg", ...GROUNDS, ...Object.keys(PAIRS)])];

const shown = (name) => `--mnq-${name === "bg" ? "background" : name}`;

const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

const worst = (front, grounds) => Math.min(...grounds.map((ground) => contrast(front, ground)));
const ENDS = [[0, 0, 0], [1, 1, 1]];
const fits = (grounds) => ENDS.some((end) => worst(end, grounds) >= 4.5);

// The same colour, as much darker or brighter as it takes to be seen on all these grounds.
const corrected = (rgb, grounds, least) => {
  const [end] = [...ENDS].sort((a, b) => worst(b, grounds) - worst(a, grounds));
  for (let share = 0; share < 20; share += 1) {
    const tried = rgb.map((part, place) => part + ((end[place] - part) * share) / 20);
    // Written in whole steps of 255, it must still be enough.
    if (worst(tried, grounds) >= least + 0.03) return tried;
  }
  return end;
};

const written = (rgb) => `rgb(${rgb.map((part) => Math.round(part * 255)).join(" ")})`;

// A colour as the browser computed it, and how much of it covers what is below.
const numbers = (text) => {
  const parts = text.match(/[\d.]+(e-?\d+)?%?/g)?.map(Number) ?? [0, 0, 0];
  const whole = text.startsWith("rgb") ? 255 : 1;
  const rgb = parts.slice(0, 3).map((part) => Math.min(1, Math.max(0, part / whole)));
  return [rgb, parts[3] ?? 1];
};
const over = ([rgb, share], ground) => rgb.map((part, place) => part * share + ground[place] * (1 - share));

// The ground of the page around the quiz.
const around = (element) => {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const [rgb, share] = numbers(getComputedStyle(at).backgroundColor);
    if (share) return rgb;
  }
  return ENDS[1];
};

// The private tokens of a scheme, with the public ones in them, from the style sheet itself.
const palettes = (sheet) => {
  const found = [];
  const walk = (rules) => {
    for (const rule of rules) {
      const tokens = {};
      if (rule.selectorText === ".quiz") {
        for (const name of rule.style) {
          if (name.startsWith("--_") && name !== "--_way") tokens[name] = rule.style.getPropertyValue(name).trim();
        }
      }
      if (tokens["--_ink"]) found.push(tokens);
      else if (rule.cssRules) walk(rule.cssRules);
    }
  };
  walk(sheet.cssRules);
  const [light, dark] = found;
  return { light, dark: { ...light, ...dark } };
};

const lines = (tokens) => Object.entries(tokens).map((token) => token.join(":")).join(";");

// The colours of a palette as the browser sees them here.
const seen = (element, tokens, scheme) => {
  const shadow = element.shadowRoot;
  const sheet = new CSSStyleSheet();
  const rules = COLOURS.map((name, place) =>
    `.probe>:nth-child(${place + 1}){color:color-mix(in srgb,var(--_${name}),var(--_${name}))}`);
  sheet.replaceSync(`.probe{${lines(tokens)};color-scheme:${scheme}}${rules.join("")}`);
  const probe = document.createElement("div");
  probe.className = "probe";
  probe.append(...COLOURS.map(() => document.createElement("i")));
  const before = shadow.adoptedStyleSheets;
  shadow.adoptedStyleSheets = [...before, sheet];
  shadow.append(probe);
  const found = {};
  COLOURS.forEach((name, place) => { found[name] = numbers(getComputedStyle(probe.children[place]).color); });
  probe.remove();
  shadow.adoptedStyleSheets = before;
  found.bg = over(found.bg, around(element));
  for (const name of GROUNDS) found[name] = over(found[name], found.bg);
  return found;
};

// What a quiz looks like in one scheme: the palette that fits its ground, and what had to be mended in it.
const mended = (element, all, scheme, report) => {
  const bg = seen(element, all[scheme], scheme).bg;
  const palette = SCHEMES[contrast(bg, ENDS[0]) >= contrast(bg, ENDS[1]) ? 0 : 1];
  const tokens = all[palette];
  const colours = seen(element, tokens, palette);
  const fixes = {};
  const fix = (name, rgb, allowed) => {
    const text = written(rgb);
    fixes[`--_${name}`] = text;
    report(name, tokens[`--_${name}`], `${allowed}; ${text} is used`);
    colours[name] = rgb;
  };
  const grounds = [colours.bg];
  for (const name of GROUNDS) {
    if (!fits([...grounds, colours[name]])) {
      fix(name, colours.bg, "a ground on which the same text can be read as on the others");
    }
    grounds.push(colours[name]);
  }
  const own = getComputedStyle(element);
  for (const [name, [least, ...below]] of Object.entries(PAIRS)) {
    // It is the accent, which was looked at, unless the page says otherwise.
    if (name === "focus" && !own.getPropertyValue("--mnq-focus").trim()) continue;
    const on = below.map((ground) => colours[ground]);
    const [rgb, share] = colours[name];
    const found = Math.min(...on.map((ground) => contrast(over([rgb, share], ground), ground)));
    if (found >= least) colours[name] = rgb;
    else fix(name, corrected(rgb, on, least), `a contrast of at least ${least} to 1, not ${found.toFixed(2)}`);
  }
  return [palette, fixes];
};

// Dresses the quiz of one element. `look` is what the options say, `sheet` the styles that hold the tokens, and
// `reject` is told what cannot be used.
export const dressed = (element, look, sheet, reject, signal) => {
  const [asked, guard] = [new CSSStyleSheet(), new CSSStyleSheet()];
  const rules = {};
  const use = (path, value, test, allowed, set) => {
    if (value === undefined) return;
    if (test(value)) set(value);
    else reject(path, value, allowed);
  };
  let scheme;
  use("scheme", look.scheme, (value) => [...SCHEMES, "auto"].includes(value), "light, dark or auto", (value) => {
    scheme = value;
  });
  use("density", look.density, (value) => Object.hasOwn(SIZES, value), Object.keys(SIZES).join(", "), (value) => {
    rules["--mnq-size"] = SIZES[value];
  });
  const inherited = look.font === "inherit" && getComputedStyle(element.parentElement ?? element).fontFamily;
  use("font", inherited || look.font, TOKENS.font, "inherit, or a list of fonts as in CSS", (value) => {
    rules["--mnq-font"] = value;
    if (inherited) rules["--mnq-heading-font"] = value;
  });
  for (const name in look) {
    if (!name.startsWith("theme.")) continue;
    const token = name.slice(6);
    const test = Object.hasOwn(TOKENS, token) ? TOKENS[token] : () => false;
    const allowed = Object.hasOwn(TOKENS, token) ? "a value that CSS takes there" : `one of: ${Object.keys(TOKENS).join(", ")}`;
    use(name, look[name], test, allowed, (value) => { rules[`--mnq-${token}`] = value; });
  }
  const shadow = element.shadowRoot;
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, asked, guard];
  // The page's own style sheet wins over what stands in the options.
  asked.replaceSync(`:host{${lines(rules)}}`);
  // What is chosen goes with what is pressed.
  const tint = "--mnq-tint:color-mix(in srgb,var(--mnq-accent) 8%,transparent)";
  if (getComputedStyle(element).getPropertyValue("--mnq-accent").trim()) {
    asked.replaceSync(`:host{${tint};${lines(rules)}}`);
  }

  const told = new Set();
  const check = () => {
    guard.replaceSync("");
    const all = palettes(sheet);
    const own = getComputedStyle(element);
    // A colour that is none would take the text's colour with it.
    for (const name of COLOURS) {
      const value = own.getPropertyValue(shown(name)).trim();
      if (!value || colour(value)) continue;
      for (const tokens of Object.values(all)) {
        tokens[`--_${name}`] = tokens[`--_${name}`].replace(/^var\(--[\w-]+, *(.*)\)$/, "$1");
      }
      if (!told.has(name)) reject(shown(name), value, "a colour");
      told.add(name);
    }
    const text = SCHEMES.filter((each) => !SCHEMES.includes(scheme) || each === scheme).map((each) => {
      const [palette, fixes] = mended(element, all, each, (name, found, allowed) => {
        // What no page can set is corrected in silence.
        if (told.has(name) || !found.startsWith("var(")) return;
        told.add(name);
        const path = look[`theme.${shown(name).slice(6)}`] ? `theme.${shown(name).slice(6)}` : shown(name);
        reject(path, own.getPropertyValue(shown(name)).trim() || found.replace(/^var\(--[\w-]+, *(.*)\)$/, "$1"),
          `${allowed} (${each})`, "contrast");
      });
      if (palette === each && scheme !== each && !Object.keys(fixes).length) return "";
      const media = scheme === each ? "screen" : `screen and (prefers-color-scheme:${each})`;
      return `@media ${media}{.quiz.quiz{${lines({ ...all[palette], ...fixes })};color-scheme:${palette}}}`;
    });
    guard.replaceSync(text.join(""));
  };
  check();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", check, { signal });
};

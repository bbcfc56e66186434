// A tablet that strangers share: what is shown while nobody is there, when the answers of whoever left are
// deleted, and how staff get out. Only kiosks load this.

// For each language: its direction and name, what the quiz is called and what it does, and what is said
// here.
const WORDS = __WORDS__;
const STYLES = __STYLES__;

// Seconds. Whoever needs more time touches the screen.
const QUIET = 60, COUNT = 30, LONGEST = 900;
// A page is old after a day, however many people came meanwhile.
const DAY = 86_400_000;
const BORN = Date.now();

const KEY = "microneedling-quiz";

const made = (name, text, attributes) => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  return element;
};

const button = (text, action, kind = "button") =>
  made("button", text, { type: "button", class: kind, "data-action": action });

// Elements that staff have opened.
const opened = new WeakSet();

let awake;
const keepAwake = async () => {
  if (document.visibilityState !== "visible") return;
  // Browsers refuse it when the battery is low, and then do as they like.
  awake = await navigator.wakeLock?.request("screen").catch(() => {});
};

// Once for the page: browsers look for a new version each time, and nobody is to see when people leave.
let registered;
let worker;

// The page's own settings stand in its address: `#kiosk=4711&quiet=120`.
const addressed = (options) => {
  const said = new URLSearchParams(location.hash.slice(1));
  options["kiosk.pin"] = said.get("kiosk") || undefined;
  options["kiosk.quiet"] = said.get("quiet") ?? undefined;
};

// Takes what is its own out of `options`, for one element and each time it is mounted; nothing if it is no
// kiosk. `tell` sends an event, and `problem` is told of an option that cannot be used.
export const kiosk = (element, options, tell, problem) => {
  const own = options.kiosk === "page";
  if (own) addressed(options);
  const taken = (name) => {
    const value = options[`kiosk.${name}`];
    delete options[`kiosk.${name}`];
    return value;
  };
  let pin = taken("pin");
  let quiet = Number(taken("quiet") ?? QUIET);
  delete options.kiosk;
  if (opened.has(element)) return;
  options.kiosk = "true";
  if (pin !== undefined && !/^\d{4,12}$/.test(pin)) {
    problem("kiosk.pin", "", "4 to 12 digits");
    pin = undefined;
  }
  if (!(quiet >= QUIET && quiet <= LONGEST)) {
    problem("kiosk.quiet", String(quiet), `seconds from ${QUIET} to ${LONGEST}`);
    quiet = QUIET;
  }
  const hosted = own && location.protocol.startsWith("http");

  const over = new AbortController();
  const { signal } = over;
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  let last = Date.now();
  // Nobody has begun.
  let alone = true;
  // When the count reaches zero, while it is shown.
  let end;
  let root;
  let screen;
  let before;

  const said = () => WORDS[root.firstElementChild?.lang] ?? WORDS.en;

  // Puts a screen before everything else, which is then out of reach.
  const show = (name, role, build) => {
    before ??= element.shadowRoot.activeElement;
    screen?.remove();
    const words = said();
    const lang = root.firstElementChild?.lang ?? "en";
    screen = made("div", "", { class: "quiz kiosk", lang, dir: words.dir, role, "data-screen": name });
    screen.setAttribute("aria-labelledby", "kiosk-title");
    const inside = made("div", "", { class: "kiosk__inside" });
    inside.append(...build(words));
    screen.append(inside);
    root.inert = true;
    element.shadowRoot.prepend(screen);
    screen.querySelector("[data-first]")?.focus();
  };

  const hide = () => {
    screen?.remove();
    screen = end = undefined;
    root.inert = false;
    (before?.isConnected ? before : root.querySelector("h1"))?.focus();
    before = undefined;
  };

  const is = (name) => screen?.dataset.screen === name;

  const title = (text) => made("h1", text, { id: "kiosk-title" });

  const attract = () => show("attract", "region", (words) => {
    const begin = button(words.touch, "begin");
    begin.dataset.first = "";
    const list = made("ul", "", { class: "kiosk__languages" });
    for (const tag in WORDS) {
      if (WORDS[tag] === words) continue;
      const one = button(WORDS[tag].name, "begin", "button button--quiet");
      one.lang = tag;
      const item = made("li", "", {});
      item.append(one);
      list.append(item);
    }
    const lead = made("p", words.lead, { class: "intro__lead" });
    const shared = made("p", words.private, { class: "small" });
    const parts = [title(words.title), lead, begin, list, shared];
    if (pin) parts.push(button(words.staff, "staff", "link kiosk__staff"));
    return parts;
  });

  const begin = (tag) => {
    alone = false;
    hide();
    scrollTo(0, 0);
    if (tag) root.querySelector(`[data-action=language][data-for="${tag}"]`)?.click();
  };

  const count = () => show("countdown", "alertdialog", (words) => {
    const stay = button(words.stay, "stay");
    stay.dataset.first = "";
    const text = made("p", words.still, { id: "kiosk-text" });
    const number = made("p", "", { class: "kiosk__count", "aria-hidden": "true" });
    return [title(words.stillTitle), text, number, stay];
  });

  const staff = () => show("staff", "dialog", (words) => {
    const label = made("label", words.pin, { class: "kiosk__pin" });
    // A password's field would have the browser offer to keep it.
    const field = made("input", "", {
      type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 12, "data-first": "",
    });
    label.append(field);
    const wrong = made("p", "", { role: "alert" });
    const open = button(words.open, "open");
    const tried = () => {
      if (field.value === pin) return leave();
      wrong.textContent = words.wrong;
      field.value = "";
      field.focus();
    };
    open.addEventListener("click", tried);
    field.addEventListener("keydown", ({ key }) => key === "Enter" && tried());
    return [title(words.staff), label, wrong, open, button(words.back, "home", "button button--quiet")];
  });

  const leave = () => {
    opened.add(element);
    tell("mnq-exit", { step: 0, reason: "staff" });
    if (own) return location.replace(location.href.split("#")[0]);
    element.reset();
  };

  // As if nobody had been there.
  const clear = () => {
    hide();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    forget();
    element.reset();
  };

  // A version that has come meanwhile, or a page that is a day old, is taken while nobody is there.
  const renew = () => {
    if (worker?.waiting) {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      return worker.waiting.postMessage("update");
    }
    if (hosted && navigator.serviceWorker?.controller && Date.now() - BORN > DAY) location.reload();
  };

  const tick = () => {
    const now = Date.now();
    // The clock was set back.
    if (now < last) last = now;
    if (is("attract")) {
      last = now;
      return renew();
    }
    const gone = now - last;
    if (gone < quiet * 1000) return is("countdown") && hide();
    if (!is("countdown")) {
      // The device slept: nobody has been here for as long as it takes.
      if (is("staff")) return attract();
      if (gone >= (quiet + COUNT) * 1000) return clear();
      end = now + COUNT * 1000;
      count();
    }
    if (now >= end) return clear();
    const number = new Intl.NumberFormat(screen.lang).format(Math.ceil((end - now) / 1000));
    screen.querySelector(".kiosk__count").textContent = number;
  };

  // What an earlier visitor of the same tab left there, before it became a kiosk.
  const forget = () => {
    if (!own) return;
    try {
      const names = Object.keys(sessionStorage).filter((name) => name.startsWith(KEY));
      names.forEach((name) => sessionStorage.removeItem(name));
    } catch {
      // A browser that refuses storage has kept nothing.
    }
  };

  const pressed = ({ target }) => {
    const action = target.closest?.("[data-action]");
    const name = action?.dataset.action;
    if (is("countdown")) return hide();
    if (name === "staff") return staff();
    if (name === "home") return attract();
    // Anywhere else on the screen is as good as the button.
    if (is("attract")) begin(action?.lang);
  };

  const touched = () => { last = Date.now(); };

  forget();
  keepAwake();
  if (hosted) {
    history.scrollRestoration = "manual";
    registered ??= navigator.serviceWorker?.register(new URL("./sw.js", import.meta.url))
      .then((site) => { worker = site; }, () => {});
  }

  return {
    own,
    link: hosted ? location.origin + location.pathname : undefined,
    // Told before the quiz is drawn into `given`.
    follow(given) {
      root = given;
      element.shadowRoot.adoptedStyleSheets.push(styles);
      for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "input"]) {
        addEventListener(kind, touched, { capture: true, passive: true, signal });
      }
      addEventListener("keydown", (event) => {
        if (!is("countdown")) return;
        // It would press what has the focus next.
        event.preventDefault();
        hide();
      }, { signal });
      // It would offer to search, to share or to save.
      addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
      document.addEventListener("visibilitychange", () => {
        keepAwake();
        tick();
      }, { signal });
      element.shadowRoot.addEventListener("click", (event) => {
        if (screen?.contains(event.target)) return pressed(event);
        const action = event.target.closest?.("[data-action]")?.dataset.action;
        if (action === "print") print();
        // The quiz hears of it first.
        if (action === "restart") setTimeout(clear);
      }, { signal });
      const clock = setInterval(tick, 1000);
      signal.addEventListener("abort", () => clearInterval(clock));
    },
    // Told after every change.
    changed() {
      const lang = root.firstElementChild?.lang;
      if (alone && (!screen || (is("attract") && lang !== screen.lang))) attract();
    },
    // It was taken off the page. Nobody may come to start it over after it broke off.
    gone(reason) {
      over.abort();
      awake?.release();
      screen = undefined;
      if (reason !== "error") return;
      const broke = Date.now();
      const clock = setInterval(() => {
        const still = element.matches("[data-broken], [data-failed]");
        if (still && Date.now() - broke < quiet * 1000) return;
        clearInterval(clock);
        if (!still) return;
        element.removeAttribute("data-broken");
        element.reset();
      }, 1000);
    },
  };
};

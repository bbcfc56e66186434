// What comes behind the first screen: code, evidence and words, in the language that is chosen here.
// English comes with the code, as far as the first screen needs it. The words of each other language
// are fetched once for all quizzes on the page, when it is asked for.

// The languages in the order of the switch: tag, the words of the first screen, and all others.
const LANGUAGES = __LOCALES__;
const TAGS = LANGUAGES.map(([tag]) => tag);
const ENGLISH = 0;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const said = new Set();
const once = (level, text) => {
  if (!said.has(text)) console[level](`<microneedling-quiz> ${text}`);
  said.add(text);
};

// The place of the language for a tag (BCP 47): the same, a wider one (de-AT: de), or else a related
// one (pt-PT: pt-BR); none is -1. `tell` is given what was found where that is another.
const find = (tag, tell) => {
  let wanted;
  try {
    [wanted] = Intl.getCanonicalLocales(tag);
  } catch {
    return -1;
  }
  const main = (tag) => tag.split("-")[0];
  const wider = TAGS.findIndex((known) => `${wanted}-`.startsWith(`${known}-`));
  const found = wider < 0 ? TAGS.findIndex((known) => main(known) === main(wanted)) : wider;
  if (found >= 0 && TAGS[found] !== wanted) tell?.(TAGS[found], wider < 0 ? "warn" : "info");
  return found;
};

// What cannot be used as it is: an option is left out, a colour is corrected. Whoever made the page is told, by
// an event.
const rejecting = (tell) => (path, found, allowed, code = "option") => {
  const done = code === "option" ? "left out" : "corrected";
  console.warn(`<microneedling-quiz> ${path}="${found}" is ${done}. Allowed: ${allowed}.`);
  tell("mnq-error", { code, path, found, allowed });
};

// Does something once for each argument, and again if it failed.
const remembered = (act) => {
  const done = {};
  return (key) => done[key] ??= act(key).catch((error) => {
    delete done[key];
    throw error;
  });
};

// `glue` and `first` are the compiled quiz, `styles` those of the first screen and an empty sheet for those of
// the later ones, `text` and `bytes` fetch a file, and `site` is the address of the folder of all this.
export const rest = (glue, first, styles, text, bytes, site) => {
  // What only later screens need comes now, before any answer is given: a later request could tell a
  // server how far someone got.
  const { search } = new URL(import.meta.url);
  // Code that works on the memory of the first half, once for all quizzes.
  const extend = remembered((name) => bytes(name).then((code) => WebAssembly.instantiate(code, { a: first })));
  const code = extend("__LATER_WASM__");
  const later = Promise.all([
    bytes("__EVIDENCE__"), text("__LATER_STYLES__"), import("__TAKE__" + search),
    import("__INTL__" + search), import("__FAILURE__" + search), code,
  ]);
  const learned = later.then(([evidence, sheet, { take }, { written }]) => {
    styles[1].replaceSync(sheet);
    if (!glue.cite(evidence, written)) throw new Error("__EVIDENCE__ cannot be read");
    loaded.take = take;
  });
  const over = new Promise(glue.whenBroken);
  const show = async (...given) => (await later)[4].failure(...given, styles);
  const loaded = {
    learned, extend, rejecting, styles, site, mount: glue.mount,
    speech: speech(bytes, glue.learn, learned, over, show),
  };
  return { life: life(loaded) };
};

// What comes and goes with one element. `page` is the stand-alone page, if it is there. `tell` sends an event,
// `bare` brings back what the page put inside the element, and `broken` is for the end of the program.
const life = (code) => (element, page, tell, bare, broken) => {
  const shadow = element.shadowRoot;
  let host;
  let quiz;
  let gone;
  let stops = 0;
  // Done when the quiz goes by what the page says of its clinic.
  let read;

  const stop = (reason) => {
    const had = quiz;
    stops += 1;
    host?.gone(reason);
    host = quiz = undefined;
    bare();
    element.removeAttribute("data-mounted");
    gone?.abort();
    had?.unmount();
  };
  // With the words of a language, questions could begin.
  const spoke = (next) => read?.then(() => quiz?.spoke(next), () => {});
  const words = code.speech(element, page, spoke, tell, () => {
    stop("error");
    broken();
  });

  const mount = () => {
    // What a failure has left there goes.
    bare();
    gone = new AbortController();
    const root = document.createElement("div");
    const slot = shadow.querySelector("slot");
    shadow.append(root);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...code.styles];
    const place = page ?? host;
    const changed = place.follow(root, (step) => quiz?.jumped(step), gone.signal, page ? "" : code);
    const take = (...what) => host?.take(...what) || code.take((came) => quiz?.took(came), ...what);
    quiz = code.mount(
      root, words.language, (next) => words.speak(next, true), page?.saved() ?? "", changed, code.site,
      element.getAttribute("link-base") ?? place.address ?? "", take, place.here,
    );
    slot.remove();
    element.removeAttribute("data-failed");
    element.setAttribute("data-mounted", "");
    tell("mnq-ready", {});
  };

  return {
    stop,
    on: () => quiz,
    spoken: words.changed,
    // `around` is the page, or else what the page around the element says.
    async begin(around) {
      const now = host = page ? null : around;
      const before = stops;
      await words.first();
      // Reset or removed meanwhile: whoever called begins anew.
      if (stops !== before) return;
      if (element.isConnected) mount();
      read = code.learned.then(() => now?.read(code, () => quiz));
      await read;
      await words.whole((language) => quiz?.learned(language, page?.opened() ?? ""));
    },
  };
};

// `learn` takes in the words of a file, and `learned` is done when the later screens can be drawn.
// Returns what makes the language of one element.
const speech = (bytes, learn, learned, over, show) => {
  // Connections break.
  const file = remembered((name) => bytes(name).catch(() => wait(1000).then(() => bytes(name))));
  const take = async (language, part) => {
    const name = LANGUAGES[language][part];
    if (name && !learn(language, await file(name), part > 1)) throw new Error(`${name} cannot be read`);
  };
  const first = remembered((language) => take(language, 1));
  const whole = remembered(async (language) => {
    // Both are fetched at once, and read in order.
    file(LANGUAGES[language][2]).catch(() => {});
    await first(language);
    await take(language, 2);
  });

  // What each element does when the program breaks off for all quizzes of the page. A promise that never
  // comes would hold every element that ever waited for it.
  const breaks = new WeakMap();
  const mounted = new Set();
  over.then(() => mounted.forEach((element) => breaks.get(element.deref())?.()));

  // `page` is the stand-alone page. `tell` is given the place of each further language, or one behind
  // the list if it could not be had, and `event` sends an event. `stop` takes the quiz off the element,
  // after which this makes no more of its language.
  return (element, page, tell, event, stop) => {
    mounted.forEach((other) => other.deref() || mounted.delete(other));
    mounted.add(new WeakRef(element));
    breaks.set(element, async () => {
      // Where it broke off while it was mounted, the element itself has yet to notice.
      await wait(0);
      if (!element.matches("[data-mounted], [data-failed]")) return;
      stop();
      const tell = () => {
        element.removeAttribute("data-failed");
        show(element, page, TAGS[self.language], self.language);
      };
      // What waited for words goes on, fails, and clears up.
      element.addEventListener("mnq-error", ({ detail }) => detail.code === "load" && tell());
      tell();
      event("mnq-error", { code: "panic" });
    });

    // The attribute, then the page, then the browser.
    const chosen = () => {
      const named = (tag, where) =>
        find(tag, (found, level) => once(level, `takes ${found}, as it has no ${tag} (${where})`));
      const own = element.getAttribute("lang");
      if (own) {
        const found = named(own, "its attribute lang");
        if (found >= 0) return found;
        rejecting(event)("lang", own, TAGS.join(", "));
      }
      const around = element.parentElement?.closest("[lang]") ?? document.documentElement;
      if (around.lang) {
        const found = named(around.lang, "the page's lang");
        if (found >= 0) return found;
        once("warn", `has no ${around.lang} (the page's lang)`);
      }
      for (const tag of navigator.languages) {
        const found = find(tag);
        if (found >= 0) return found;
      }
      return ENGLISH;
    };

    let asked;
    let missing = false;
    // A language that cannot be had is no reason to show nothing.
    const orEnglish = async (words) => {
      try {
        await words(self.language);
      } catch (error) {
        if (self.language === ENGLISH) throw error;
        console.error(error);
        missing = true;
        self.language = ENGLISH;
        await words(ENGLISH);
      }
    };
    const self = {
      // Until the first screen can be drawn.
      async first() {
        const kept = TAGS.indexOf(page?.spoken());
        self.language = kept < 0 ? chosen() : kept;
        const drawn = orEnglish(first);
        // The other words set out with the code that draws them, rather than wait for it.
        file(LANGUAGES[self.language][2]).catch(() => {});
        await drawn;
      },
      // Until all can be. `then` is told the language.
      async whole(then) {
        await orEnglish(whole);
        then(self.language);
        if (missing) tell(TAGS.length);
        missing = false;
      },
      // What the visitor asked for is kept, so that a reload does not undo it.
      async speak(language, keep) {
        asked = language;
        const had = await learned.then(() => whole(language)).then(() => true, console.error);
        // Another one may have been asked for meanwhile.
        if (asked !== language) return;
        asked = undefined;
        if (!had) return tell(TAGS.length);
        self.language = language;
        tell(language);
        if (keep) page?.keep(TAGS[language]);
      },
      changed() {
        if (self.language === undefined) return;
        const language = chosen();
        if (language !== (asked ?? self.language)) self.speak(language);
      },
    };
    return self;
  };
};

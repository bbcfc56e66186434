// The stand-alone page belongs to the quiz: progress is kept in the tab's session storage, the
// browser's Back means the page before, and the title follows. Embedded quizzes load none of this.

const KEY = "microneedling-quiz";

// A browser that refuses storage is no error: progress is then lost on a reload, and nothing else.
const storage = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
};

// What the fragment of a link to a result begins with. Such a link is also what is kept of a result
// that came in one.
const MARK = "r=";
let kept = "";

// It is kept again as soon as the quiz has taken it in: what breaks the quiz does so only once.
export const saved = () => {
  kept = storage((session) => session.getItem(KEY)) ?? "";
  storage((session) => session.removeItem(KEY));
  return kept.startsWith(MARK) ? "" : kept;
};

// The link that the page was opened with, taken out of the address: it holds answers.
export const opened = () => {
  // Everything is there: now there is time to keep it.
  if (address) import("__OFFLINE__").catch(() => {});
  const fragment = location.hash.slice(1);
  if (!fragment.startsWith(MARK)) return kept.startsWith(MARK) ? kept : "";
  history.replaceState(history.state, "", location.pathname + location.search);
  return fragment;
};

// The language that the visitor asked for on this page.
const SPOKEN = `${KEY} language ${location.pathname}`;
export const spoken = () => storage((session) => session.getItem(SPOKEN));
export const keep = (tag) => storage((session) => session.setItem(SPOKEN, tag));

// After something broke: everything anew.
export const restart = () => {
  storage((session) => session.removeItem(KEY));
  location.reload();
};

// Where links can be opened: not in a file of one's own.
export const address = location.protocol.startsWith("http") ? location.origin + location.pathname : "";

// Sharing, where the browser can, and printing.
export const here = ("share" in navigator) + 2;

// `jumped` is told the step when the visitor uses the browser's Back or Forward. Returns what is to
// be told of every change in `root`. History entries hold a step number and nothing else.
//
// `guest` is the name of a quiz in somebody else's page: that page keeps its title and its storage, and what
// it put into history entries.
export const follow = (root, jumped, signal, guest) => {
  const entry = (step) => guest ? { ...history.state, [guest]: step } : step;
  if (!guest) {
    root.addEventListener("click", ({ target }) => {
      if (target.closest("[data-action=print]")) print();
    });
  }

  // The steps of the last entries of the browser's history up to this one, as far as they are known:
  // whoever goes back over an unknown one may leave the page.
  let steps;
  // The step that the quiz is at. Going there by itself is no news to it.
  let shown;

  addEventListener("popstate", ({ state }) => {
    if (guest && !(state && guest in state)) return;
    const step = Number(guest ? state[guest] : state) || 0;
    const known = steps.lastIndexOf(step);
    steps = known < 0 ? [step] : steps.slice(0, known + 1);
    if (step !== shown) jumped(step);
  }, { signal });

  addEventListener("hashchange", () => {
    if (!guest && /^#(r=|kiosk)/.test(location.hash)) location.reload();
  }, { signal });

  const show = (step) => {
    const here = steps.at(-1);
    const behind = steps.lastIndexOf(step);
    if (step === here) return;
    if (step > here) {
      steps.push(step);
      history.pushState(entry(step), "");
    } else if (behind < 0) {
      steps[steps.length - 1] = step;
      history.replaceState(entry(step), "");
    } else {
      const back = behind + 1 - steps.length;
      steps.length = behind + 1;
      history.go(back);
    }
  };

  return (text, step, name) => {
    shown = step;
    if (!guest) {
      storage((session) => text ? session.setItem(KEY, text) : session.removeItem(KEY));
      const heading = root.querySelector("h1")?.textContent;
      document.title = step && heading ? `${heading} - ${name}` : name;
      const { lang, dir } = root.firstElementChild;
      Object.assign(document.documentElement, { lang, dir });
    }
    if (steps) return show(step);
    // After a reload the entries before this one are still there, but not one for each step: a
    // changed answer led straight back to the review.
    steps = [step];
    history.replaceState(entry(step), "");
  };
};

/*
 * The search of protocol.html. The page is whole without it.
 *
 * A server with a strict content security policy blocks the styles inside the page. This script is
 * allowed there, and hands the same styles to the browser.
 */
(() => {
  const styles = document.querySelector("style");
  if (styles && !styles.sheet && "adoptedStyleSheets" in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles.textContent);
    document.adoptedStyleSheets = [sheet];
  }

  const names = {
    question: ["question", "questions"],
    rule: ["rule", "rules"],
    goal: ["goal", "goals"],
    source: ["source", "sources"],
    area: ["area", "areas"],
    modifier: ["change of spacing or certainty", "changes of spacing or certainty"],
    care: ["piece of care", "pieces of care"],
    change: ["change", "changes"],
    outcome: ["figure", "figures"],
    alternative: ["other way", "other ways"],
    text: ["other text", "other texts"],
  };

  /** Small letters without accents; straight quotes. */
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[‘’]/g, "'")
      .toLowerCase();

  addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("search");
    const field = document.getElementById("find");
    const found = document.getElementById("found");
    const entries = [...document.querySelectorAll(".entry")].map((element) => ({
      element,
      kind: element.dataset.kind,
      text: plain(element.textContent),
    }));
    const kinds = new Set(entries.map((entry) => entry.kind));
    const groups = [...document.querySelectorAll(".group")];
    // Sections without entries, such as the drawing, are no answer to a search.
    const sections = [...document.querySelectorAll("main > section")];
    const empty = (element) => !element.querySelector(".entry:not([hidden])");
    let timer;

    const show = () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      const counts = {};
      for (const { element, kind, text } of entries) {
        element.hidden = !words.every((word) => text.includes(word));
        if (!element.hidden) counts[kind] = (counts[kind] ?? 0) + 1;
      }
      for (const group of groups) group.hidden = words.length > 0 && empty(group);
      for (const section of sections) section.hidden = words.length > 0 && empty(section);
      if (words.length === 0) {
        found.textContent = "";
        return;
      }
      const parts = [...kinds]
        .filter((kind) => counts[kind])
        .map((kind) => `${counts[kind]} ${names[kind][counts[kind] === 1 ? 0 : 1]}`);
      found.textContent = parts.length > 0 ? `Found: ${parts.join(", ")}.` : "Nothing found.";
    };

    // What a link leads to is shown, whatever was searched for.
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest("[hidden]")) {
        field.value = "";
        show();
        target.scrollIntoView();
      }
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(show, 120);
    });
    addEventListener("hashchange", reveal);
    form.hidden = false;
    if (field.value) show();
  });
})();

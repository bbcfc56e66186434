// Runs where the element's own script does not: it did not come, the browser cannot read it, or the
// page lies on a disk, where browsers run no modules. The page then says so, and waits no longer.
{
  const quiz = document.querySelector("microneedling-quiz");
  // A page that strangers share is one with options.
  if (location.hash.startsWith("#kiosk")) {
    quiz.removeAttribute("standalone");
    quiz.setAttribute("kiosk", "page");
  }
  const fail = () => quiz.hasAttribute("data-mounted") || quiz.setAttribute("data-failed", "");
  if (location.protocol === "file:") {
    quiz.setAttribute("data-on-disk", "");
  } else {
    let again;
    addEventListener("error", ({ target }) => {
      if (target.localName !== "script") return customElements.get(quiz.localName) || fail();
      if (again) return fail();
      // Connections break. The query is there because browsers remember a module that failed.
      again = document.createElement("script");
      again.type = "module";
      again.src = `${target.src}?again`;
      document.head.append(again);
    }, true);
    setTimeout(fail, 20_000);
  }
}

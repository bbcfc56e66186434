// Everything in one file: what the hosted quiz imports and fetches is inside this page, so that it runs
// from a disk, where browsers let a page do neither. `xtask/src/finish/single.rs` has every other script
// call what is here instead.

__IMPORTS__

const modules = __MODULES__;

// The archive begins with a line for each file, its name and its length, and an empty line.
const unpack = async () => {
  const text = atob(document.querySelector("#archive").textContent);
  const packed = Uint8Array.from(text, (letter) => letter.charCodeAt());
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const all = await new Response(stream).arrayBuffer();
  const bytes = new Uint8Array(all);
  const end = bytes.findIndex((byte, place) => byte === 10 && bytes[place + 1] === 10);
  let start = end + 2;
  const files = new Map();
  for (const line of new TextDecoder().decode(bytes.subarray(0, end)).split("\n")) {
    const [name, length] = line.split(" ");
    files.set(name, all.slice(start, start += +length));
  }
  return files;
};

let unpacked;

const last = (name) => String(name).split("/").pop().split("?")[0];

// In place of `import.meta.url`. Nothing is ever asked for there.
export const held_at = "file:///quiz/";

// In place of `fetch`.
export const held = async (name) => {
  const content = (await (unpacked ??= unpack())).get(last(name));
  const type = last(name).endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(content, { status: content ? 200 : 404, headers: { "content-type": type } });
};

// In place of `import`.
export const brought = async (name) => modules[last(name)];

// As in fallback.js, which is not here.
if (location.hash.startsWith("#kiosk")) {
  const quiz = document.querySelector("microneedling-quiz");
  quiz.removeAttribute("standalone");
  quiz.setAttribute("kiosk", "page");
}

// The words for when the quiz cannot run are there in every language: those that the visitor reads open.
const spoken = navigator.languages.map((tag) => tag.split("-")[0]);
const leaflets = [...document.querySelectorAll("details[lang]")];
const reads = (tag) => leaflets.find(({ lang }) => lang.split("-")[0] === tag);
const first = spoken.find((tag) => tag === "en" || reads(tag));
reads(first)?.setAttribute("open", "");

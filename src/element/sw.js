// The service worker of the stand-alone page: after one visit it works without a network. It keeps one
// whole version of the site, in every language, and answers from that alone, so that files of two
// versions are never mixed. A version that does not arrive whole and unaltered is dropped, and the one
// before stays. It lies under a name of its own, since browsers look for a new one under that name.

// Each file with the start of its SHA-256.
const FILES = __FILES__;
const { scope } = registration;
// Other sites of the same server keep theirs beside it.
const OURS = `microneedling-quiz ${scope} `;
const CACHE = `${OURS}__VERSION__`;
const kept = new Map(FILES.map(([path]) => [new URL(path, scope).href, path]));

const start = async (reply) => {
  const digest = await crypto.subtle.digest("SHA-256", await reply.arrayBuffer());
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// What the page has loaded just now need not come again.
const fetched = async ([path, digest]) => {
  for (const cache of ["force-cache", "reload"]) {
    const reply = await fetch(new URL(path, scope), { cache });
    if (reply.ok && !reply.redirected && await start(reply.clone()) === digest) return [path, reply];
  }
  throw new Error(`${path} is not the one that belongs to this version`);
};

const keep = async () => {
  const all = await Promise.all(FILES.map(fetched));
  const cache = await caches.open(CACHE);
  await Promise.all(all.map(([path, reply]) => cache.put(new URL(path, scope), reply)));
};

const forget = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page that brought it here may go on without a network, too.
  await clients.claim();
};

const answer = async (request) => {
  const cache = await caches.open(CACHE);
  return await cache.match(request, { ignoreSearch: true, ignoreVary: true }) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("message", ({ data }) => data === "update" && skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { href } = Object.assign(new URL(url), { search: "", hash: "" });
  if (method === "GET" && kept.has(href)) event.respondWith(answer(event.request));
});

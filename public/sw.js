// Keeps every file of one version of the app, so that it starts without a network. The build writes the list of files, each
// with its SHA-256, and the version in place of these two lines.
const VERSION = "";
const FILES = {};

const root = new URL(self.registration.scope);
// Other apps, and other folders of this one, may stand on the same host.
const own = `plan-ouvert ${root.pathname} `;
const current = own + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keep(), answerAlone(event)]));
});
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && isOwn(new URL(request.url))) event.respondWith(answer(request));
});

// The person said so, on a page that has saved what it had.
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

// All files or none: a host in the midst of an update hands out some of this version and some of another. What an earlier
// version has kept need not come again.
async function keep() {
  const cache = await caches.open(current);
  await Promise.all(Object.entries(FILES).map(([name, sha256]) => bring(cache, name, sha256)));
  // A version that came to work meanwhile has taken it for an old one.
  const kept = await (await caches.open(current)).keys();
  if (kept.length < Object.keys(FILES).length) throw new Error("not all files are kept");
}

// Or Chromium asks the host for the page too, while the worker wakes. Without it all works as well.
async function answerAlone(event) {
  try {
    await event.addRoutes?.({ condition: { requestMethod: "GET" }, source: "fetch-event" });
  } catch (error) {
    console.info(error);
  }
}

async function bring(cache, name, sha256) {
  const address = new URL(name, root);
  const known = (await ownCaches()).map(async (of) => (await caches.open(of)).match(address));
  for (const response of await Promise.all(known)) {
    if (response && (await put(cache, address, response, sha256))) return;
  }
  const response = await fetch(new Request(address, { cache: "no-cache", credentials: "omit" }));
  if (!response.ok || !(await put(cache, address, response, sha256))) {
    throw new Error(`${name} is of another version`);
  }
}

// Keeps a response of this digest, as one that came straight: where a host sent the worker on, the page must not be.
async function put(cache, address, response, sha256) {
  const type = response.headers.get("Content-Type") ?? "application/octet-stream";
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== sha256) return false;
  await cache.put(address, new Response(bytes, { headers: { "Content-Type": type } }));
  return true;
}

async function digest(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(own));
}

async function forgetOthers() {
  const others = (await ownCaches()).filter((name) => name !== current);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// The files of the list, and the folder itself, which is the page.
function isOwn(address) {
  return address.origin === root.origin && address.pathname.startsWith(root.pathname) && nameOf(address) in FILES;
}

function nameOf(address) {
  return decodeURIComponent(address.pathname.slice(root.pathname.length)) || "index.html";
}

// A browser may have thrown some of it away, or refuse what it keeps.
async function answer(request) {
  try {
    const kept = await (await caches.open(current)).match(new URL(nameOf(new URL(request.url)), root));
    if (kept) return kept;
  } catch (error) {
    console.info(error);
  }
  return fetch(request);
}

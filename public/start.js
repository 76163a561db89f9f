// Starts the app. Where that fails, or the app stops by a fault of its own, a plain page says so.

const FAILED = {
  fr: {
    said: "La page n’a pas pu démarrer, ou s’est arrêtée par une erreur. Ce qui était enregistré ici le reste. Rechargez-la ; si l’erreur revient, ouvrez-la dans un navigateur à jour.",
    cannot: "Ce navigateur ne peut pas faire fonctionner l’application : WebAssembly y manque ou y est désactivé, par exemple par le mode Isolement d’Apple ou un réglage de sécurité. Ouvrez la page dans un autre navigateur à jour. Ce qui était enregistré ici le reste.",
    typed: "Ce que vous étiez en train d’écrire :",
    reload: "Recharger la page",
    save: "Garder les brouillons dans un fichier",
  },
  en: {
    said: "The page could not start, or stopped because of an error. What was saved here stays saved. Reload it; if the error comes back, open it in an up-to-date browser.",
    cannot: "This browser cannot run the app: it lacks WebAssembly, or has it turned off, by Apple’s Lockdown Mode or a security setting for instance. Open the page in another up-to-date browser. What was saved here stays saved.",
    typed: "What you were writing:",
    reload: "Reload the page",
    save: "Save the drafts to a file",
  },
  es: {
    said: "La página no se pudo iniciar o se detuvo por un error. Lo que estaba guardado aquí sigue guardado. Vuelva a cargarla; si el error se repite, ábrala en un navegador actualizado.",
    cannot: "Este navegador no puede ejecutar la aplicación: le falta WebAssembly o lo tiene desactivado, por ejemplo por el modo de aislamiento de Apple o un ajuste de seguridad. Abra la página en otro navegador actualizado. Lo que estaba guardado aquí sigue guardado.",
    typed: "Lo que estaba escribiendo:",
    reload: "Volver a cargar la página",
    save: "Guardar los borradores en un archivo",
  },
};

const { js, wasm, rest, worker } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI);

// What the keys of this app begin with, as `src/browser/named.rs` has it.
const folder = location.protocol === "file:" ? "/" : location.pathname.replace(/[^/]*$/, "");
const own = `plan-ouvert${folder === "/" ? folder : ` ${folder} `}`;

speakOneLanguage();
window.addEventListener("plan-ouvert-failed", sayThatItFailed);

// The app calls this once its start page is shown, and this script where another page is asked for: brings the styles of all
// other pages, which wait disabled, and the rest of the code, where the build kept that apart. Says whether it is there; what
// failed is tried anew by the next call.
let coming;
globalThis.planOuvertRest = () =>
  (coming ??= bringRest().catch((error) => {
    console.error(error);
    coming = undefined;
    return false;
  }));

const started = begin();
// A link to a page of a draft needs the rest too: it comes beside the first part.
if (location.hash.length > "#/".length) globalThis.planOuvertRest();
try {
  await started;
} catch (error) {
  console.error(error);
  sayThatItFailed();
}

// Has a worker keep all files, so that the app starts without a network; only the build writes one. A newer version waits
// until somebody asks for it (`planOuvertUpdate`), on a page that has saved what it had; other pages hear that it came.
async function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!worker || !workers || !mayStore()) return;
  // What the first page needs comes first.
  await Promise.allSettled([started]);
  let isAsked = false;
  workers.addEventListener("controllerchange", () => {
    if (isAsked) location.reload();
    else if (wasKept) window.dispatchEvent(new Event("plan-ouvert-replaced"));
    wasKept = true;
  });
  let wasKept = Boolean(workers.controller);
  try {
    const registration = await workers.register(address(worker), { updateViaCache: "none" });
    const tell = () => {
      if (!registration.waiting || !workers.controller) return;
      globalThis.planOuvertUpdate = () => {
        isAsked = true;
        registration.waiting?.postMessage("take over");
      };
      window.dispatchEvent(new Event("plan-ouvert-update"));
    };
    tell();
    const watch = () => registration.installing?.addEventListener("statechange", tell);
    watch();
    registration.addEventListener("updatefound", watch);
  } catch (error) {
    // Where a browser allows no worker, or there is no network to ask, the app works as it does without.
    console.info(error);
  }
}

keepOffline();

async function begin() {
  const app = await import(address(js));
  return app.default({ module_or_path: address(wasm) });
}

async function bringRest() {
  const styled = Promise.all([...document.querySelectorAll("link[disabled]")].map(enable));
  if (rest) {
    const [code, first] = await Promise.all([compile(rest), started]);
    await WebAssembly.instantiate(code, { first });
  }
  await styled;
  return true;
}

async function compile(name) {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // Some hosts do not know the type, and browsers take a stream of no other.
  const isTyped = response.headers.get("Content-Type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

// Loads a style, and waits for it no longer than a moment: a page without it can still be used.
function enable(style) {
  return new Promise((done) => {
    for (const event of ["load", "error"]) style.addEventListener(event, done, { once: true });
    setTimeout(done, 5000);
    style.disabled = false;
    if (style.sheet || style.media === "print") done();
  });
}

function sayThatItFailed() {
  const element = (tag, members) => Object.assign(document.createElement(tag), members);
  const notice = element("main");
  // What was typed last may not be saved yet.
  const typed = document.activeElement?.value;
  notice.append(element("h1", { textContent: "Plan ouvert" }));
  const drafts = keptDrafts();
  const text = FAILED[document.documentElement.lang] ?? FAILED.fr;
  const button = (textContent, onclick) => element("button", { type: "button", textContent, onclick });
  const buttons = element("p", { className: "choices" });
  // A newer version may wait that does not fail.
  buttons.append(button(text.reload, () => (globalThis.planOuvertUpdate ?? (() => location.reload()))()));
  if (drafts) buttons.append(button(text.save, () => save(drafts)));
  notice.append(element("p", { textContent: globalThis.WebAssembly ? text.said : text.cannot }));
  if (typed) {
    const label = element("label", { textContent: text.typed });
    label.append(element("textarea", { value: typed, readOnly: true, rows: 6 }));
    const line = element("p");
    line.append(label);
    notice.append(line);
  }
  notice.append(buttons);
  document.getElementById("app").replaceChildren(notice);
  // Whoever listens to the page must hear that it is another.
  notice.firstChild.tabIndex = -1;
  notice.firstChild.focus();
}

// Whoever waits reads one language, the one that the app will speak: the one chosen last, else one that the browser asks for.
function speakOneLanguage() {
  const parts = [...document.querySelectorAll(".coming")];
  const wanted = [chosenLanguage(), ...navigator.languages].map((code) => String(code).split("-")[0]);
  const lang = wanted.find((code) => parts.some((part) => part.lang === code)) ?? "fr";
  document.documentElement.lang = lang;
  for (const part of parts) if (part.lang !== lang) part.remove();
}

function chosenLanguage() {
  try {
    return JSON.parse(localStorage.getItem(`${own}language`)) ?? undefined;
  } catch {
    return undefined;
  }
}

// Where nothing may be stored no worker may be kept either, and Firefox notes the attempt as an error.
function mayStore() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

// The drafts as they are stored, each text under its key; nothing where there are none.
function keptDrafts() {
  try {
    const drafts = Object.entries(localStorage).filter(([key]) => key.startsWith(`${own}draft/`));
    const legible = drafts.map(([key, text]) => [key, text.replace(/\\(u[0-9a-f]{4}|.)/g, letter)]);
    return drafts.length ? JSON.stringify(Object.fromEntries(legible), null, 1) : undefined;
  } catch {
    // Where a browser stores nothing, asking for it fails.
    return undefined;
  }
}

// The letter that stands in a text by its number; what must stand so stays.
function letter(escaped, number) {
  const code = parseInt(number.slice(1), 16);
  return code > 127 ? String.fromCharCode(code) : escaped;
}

function save(drafts) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([drafts], { type: "application/json" }));
  link.download = "plan-ouvert.txt";
  link.click();
}

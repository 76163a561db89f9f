// Starts the app, or says that it could not.

const FAILED = {
  fr: "La page n’a pas pu démarrer. Rechargez-la, ou ouvrez-la dans un navigateur à jour. Ce qui était enregistré ici le reste.",
  en: "The page could not start. Reload it, or open it in an up-to-date browser. What was saved here stays saved.",
  es: "La página no se pudo iniciar. Vuelva a cargarla o ábrala en un navegador actualizado. Lo que estaba guardado aquí sigue guardado.",
};

const { js, wasm, rest } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI);

window.addEventListener("plan-ouvert-failed", sayThatItFailed);

// The app calls this once its start page is shown: brings the rest of its code, where the build kept that apart. Says
// whether it is there; what failed is tried anew by the next call.
let coming;
globalThis.planOuvertRest = () =>
  (coming ??= bringRest().catch((error) => {
    console.error(error);
    coming = undefined;
    return false;
  }));

let started;
try {
  const app = await import(address(js));
  started = app.default({ module_or_path: address(wasm) });
  await started;
} catch (error) {
  console.error(error);
  sayThatItFailed();
}

async function bringRest() {
  if (rest) {
    const [response, first] = await Promise.all([fetch(address(rest)), started]);
    if (!response.ok) throw new Error(`${rest}: ${response.status}`);
    // Some hosts do not know the type, and browsers take a stream of no other.
    const isTyped = response.headers.get("Content-Type") === "application/wasm";
    await (isTyped
      ? WebAssembly.instantiateStreaming(response, { first })
      : WebAssembly.instantiate(await response.arrayBuffer(), { first }));
  }
  return true;
}

function sayThatItFailed() {
  const element = (tag, lang, textContent) => Object.assign(document.createElement(tag), { lang, textContent });
  const notice = document.createElement("main");
  notice.append(element("h1", "fr", document.title));
  notice.append(...Object.entries(FAILED).map(([lang, sentence]) => element("p", lang, sentence)));
  document.getElementById("app").replaceChildren(notice);
}

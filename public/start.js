// Starts the app, or says that it could not.

const FAILED = {
  fr: "La page n’a pas pu démarrer. Rechargez-la, ou ouvrez-la dans un navigateur à jour. Ce qui était enregistré ici le reste.",
  en: "The page could not start. Reload it, or open it in an up-to-date browser. What was saved here stays saved.",
  es: "La página no se pudo iniciar. Vuelva a cargarla o ábrala en un navegador actualizado. Lo que estaba guardado aquí sigue guardado.",
};

const { js, wasm } = document.querySelector("script[data-js]").dataset;
const address = (name) => new URL(name, document.baseURI);

window.addEventListener("plan-ouvert-failed", sayThatItFailed);

try {
  const app = await import(address(js));
  await app.default({ module_or_path: address(wasm) });
} catch (error) {
  console.error(error);
  sayThatItFailed();
}

function sayThatItFailed() {
  const element = (tag, lang, textContent) => Object.assign(document.createElement(tag), { lang, textContent });
  const notice = document.createElement("main");
  notice.append(element("h1", "fr", document.title));
  notice.append(...Object.entries(FAILED).map(([lang, sentence]) => element("p", lang, sentence)));
  document.getElementById("app").replaceChildren(notice);
}

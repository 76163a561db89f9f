// This page has all files of the app inside: they come from there, and nobody is asked for any.
{
  const folder = new URL(".", document.baseURI).pathname;
  globalThis.fetch = async (asked) => {
    const name = new URL(asked, document.baseURI).pathname.slice(folder.length);
    const inside = document.querySelector(`script[data-inside="${CSS.escape(name)}"]`);
    if (!inside) throw new TypeError(`${name} is not inside`);
    const text = atob(inside.textContent);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
    return new Response(bytes, { headers: { "Content-Type": inside.type } });
  };
}

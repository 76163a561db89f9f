// WebKitGTK's driver has no log: the page itself collects what goes wrong in it.
if (!window.faults) {
  const faults = (window.faults = []);
  const { error } = console;
  console.error = (...said) => {
    faults.push(said.join(" "));
    error.apply(console, said);
  };
  addEventListener("error", (event) => faults.push(event.message ?? `${event.target.src} did not load`), true);
  addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    faults.push(`Content Security Policy: ${event.violatedDirective} forbids ${event.blockedURI}`),
  );
}

// Runs in each page before all else, and notes how long things take there. Both pages are watched in the same way.
(() => {
  const bench = (window.bench = { keys: [], saves: [], memories: [] });
  const { setTimeout: later, requestIdleCallback: idle } = window;

  // What comes after this has been painted.
  const painted = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });

  // Milliseconds from the page's start until an element is there and painted.
  bench.ready = (selector) =>
    new Promise((done) => {
      const look = () =>
        document.querySelector(selector) ? painted(() => done(performance.now())) : requestAnimationFrame(look);
      look();
    });

  // Milliseconds from the next event of a type until a frame shows more elements of this selector than there are now.
  bench.after = (type, selector) => {
    const count = document.querySelectorAll(selector).length;
    bench.waited = new Promise((done) => {
      addEventListener(
        type,
        (event) => {
          const look = () =>
            document.querySelectorAll(selector).length > count
              ? painted(() => done(performance.now() - event.timeStamp))
              : requestAnimationFrame(look);
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  };

  addEventListener("keydown", (event) => painted(() => bench.keys.push(performance.now() - event.timeStamp)), true);

  // The task that saves, from its start until the next one can run.
  let from = 0;
  const timed = (work) =>
    typeof work !== "function"
      ? work
      : function (...given) {
          from = performance.now();
          return work.apply(this, given);
        };
  window.setTimeout = (work, ...rest) => later(timed(work), ...rest);
  window.requestIdleCallback = (work, ...rest) => idle(timed(work), ...rest);
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (!String(key).includes("draft")) return;
    const start = from;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => bench.saves.push(performance.now() - start);
    port2.postMessage(0);
  };

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      bench.memories.push(...Object.values(exports).filter((of) => of instanceof WebAssembly.Memory));
      return made;
    };
  }
  bench.wasmBytes = () => [...new Set(bench.memories)].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();

// Runs in each page before all else, and notes how long things take there. Both pages are watched in the same way.
(() => {
  const bench = (window.bench = { keys: [], saves: [], seconds: [], memories: [] });
  const { setTimeout: later, requestIdleCallback: idle } = window;

  // What comes after this has been painted.
  const painted = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });

  // Milliseconds from the page's start until what shows that it can be used is there and painted.
  const seen = {};
  bench.seen = Object.fromEntries(
    ["#new-plan", "[data-question='A2-6']"].map((element) => [element, new Promise((done) => (seen[element] = done))]),
  );
  const watch = () => {
    for (const element of Object.keys(seen)) {
      if (!document.querySelector(element)) continue;
      const done = seen[element];
      delete seen[element];
      painted(() => done(performance.now()));
    }
    if (Object.keys(seen).length) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  // Is there once an element is, and painted.
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

  // The task that saves, from its start until the next one can run. One that begins otherwise is left out.
  let from;
  const begins = () => {
    from = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (from = undefined);
    port2.postMessage(0);
  };
  addEventListener("input", begins, true);
  const timed = (work) =>
    typeof work !== "function"
      ? work
      : function (...given) {
          begins();
          return work.apply(this, given);
        };
  window.setTimeout = (work, ...rest) => later(timed(work), ...rest);
  window.requestIdleCallback = (work, ...rest) => idle(timed(work), ...rest);
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (!String(key).includes("draft") || from === undefined) return;
    const start = from;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => bench.saves.push(performance.now() - start);
    port2.postMessage(0);
  };

  // What keeps the second copy, without what the browser does in the background.
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const start = performance.now();
    try {
      return put.apply(this, given);
    } finally {
      if (this.name === "drafts") bench.seconds.push(performance.now() - start);
    }
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

// The door of the program that was compiled to WebAssembly: `wasm/src/lib.rs` says what is behind.

/** @typedef {(event: string) => boolean | Promise<boolean>} Hear  takes an event, or nothing, and says whether anybody listens on */
/** @typedef {{ask: (request: string, hear: Hear) => Promise<void>, style: () => Promise<string>}} Program */

/**
 * Opens it.
 *
 * Where the browser can hold a running program (`WebAssembly.Suspending`), `hear` may let it wait
 * by a promise, so that a message can come in between; elsewhere it must answer at once.
 * @param {WebAssembly.Module} module
 * @returns {Promise<Program>}
 */
export async function open(module) {
  /** @type {Hear} */
  let hear = () => true;
  let lastWords = '';
  /** @type {(at: number, length: number) => string} */
  const text = (at, length) => new TextDecoder().decode(new Uint8Array(memory.buffer, at, length));
  /** @type {(at: number, length: number) => number | Promise<number>} */
  const emit = (at, length) => {
    const answer = hear(text(at, length));
    return typeof answer === 'boolean' ? Number(answer) : answer.then(Number);
  };
  const { Suspending, promising } = /** @type {any} */ (WebAssembly);
  const host = {
    now: () => performance.now(),
    emit: Suspending ? new Suspending(emit) : emit,
    panicked: (/** @type {number} */ at, /** @type {number} */ length) => { lastWords = text(at, length); },
  };
  const { exports } = await WebAssembly.instantiate(module, { host });
  const { memory, take, answer, style } = /** @type {any} */ (exports);
  const [answered, styled] = Suspending ? [promising(answer), promising(style)] : [answer, style];
  return {
    async ask(request, listener) {
      hear = listener;
      const bytes = new TextEncoder().encode(request);
      const at = take(bytes.length);
      new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
      try {
        await answered(at, bytes.length);
      } catch (fault) {
        throw new Error(lastWords || String(fault));
      }
    },
    async style() {
      let found = '';
      hear = (event) => { found = event; return true; };
      await styled();
      return found;
    },
  };
}

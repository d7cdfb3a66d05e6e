// The worker: the program answers here, so that the page never stands still.

import { open } from './door.js';

/** How long the program computes before it looks whether the reader still wants to know. */
const LOOK_EVERY_MS = 50;

/** @type {Promise<import('./door.js').Program>} */
let program;
/** The question that nobody waits for any more. */
let cancelled = 0;

const messages = new MessageChannel();
/** @type {() => void} */
let resume = () => {};
messages.port2.onmessage = () => resume();
/** Lets messages come in; faster than a timer. */
function pause() {
  const woken = /** @type {Promise<void>} */ (new Promise((resolve) => { resume = resolve; }));
  messages.port1.postMessage(null);
  return woken;
}

/**
 * The program as it stands in the file: packed, in letters.
 * @param {string} letters
 */
async function unpacked(letters) {
  const { fromBase64 } = /** @type {any} */ (Uint8Array);
  const packed = fromBase64 ? fromBase64.call(Uint8Array, letters) : Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compileStreaming(new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } }));
}

/** @param {string | WebAssembly.Module} source */
async function start(source) {
  const module = typeof source === 'string' ? await unpacked(source) : source;
  postMessage({ module });
  return open(module);
}

/**
 * @param {number} id
 * @param {string} request
 */
async function answer(id, request) {
  const canPause = 'Suspending' in WebAssembly;
  let looked = performance.now();
  try {
    await (await program).ask(request, (event) => {
      // Without an event there is only the question whether the reader still wants to know.
      if (event) postMessage({ id, event });
      if (!canPause || performance.now() - looked < LOOK_EVERY_MS) return cancelled !== id;
      return pause().then(() => {
        looked = performance.now();
        return cancelled !== id;
      });
    });
    postMessage({ id, ended: true });
  } catch (fault) {
    postMessage({ id, broken: String(fault) });
  }
}

onmessage = ({ data }) => {
  if (data.program) program = start(data.program);
  else if (data.cancel) cancelled = data.cancel;
  else answer(data.id, data.request);
};

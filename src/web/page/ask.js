// The protocol: one request, then events. Over HTTP to the program on this machine, or to the
// worker that this file brings with it; the scenes do not know which.

/** @typedef {{event: 'progress' | 'done', with: any} | {event: 'error', text: string}} Event */
/** @typedef {(request: string, hear: (event: Event) => void, signal?: AbortSignal) => Promise<void>} Transport */
/** @typedef {{signal?: AbortSignal, progress?: (what: any) => void}} Options */

/** What the program says when it cannot answer; its message is for the reader. */
export class Refusal extends Error {}

/** Nobody answers. */
export class Silence extends Error {}

/** @type {Transport} */
async function http(request, hear, signal) {
  const response = await fetch('answer', { method: 'POST', body: request, signal });
  if (!response.ok || !response.body) throw new Silence(String(response.status));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) hear(JSON.parse(event.slice('data: '.length)));
  }
}

/** @type {Transport} */
let transport = http;

/** Lets something else answer. @param {Transport} other */
export function speakThrough(other) {
  transport = other;
}

/**
 * Asks, and returns what is told in the end.
 * @param {string} lang
 * @param {string} question
 * @param {object} details
 * @param {Options} [options]
 * @returns {Promise<any>}
 */
export async function ask(lang, question, details, { signal, progress } = {}) {
  /** @type {Event | undefined} */
  let last;
  const request = JSON.stringify({ lang, ask: question, with: details });
  /** @param {Event} event */
  const hear = (event) => {
    // Of what has come in one piece with what was heard last, too.
    if (signal?.aborted) return;
    if (event.event === 'progress') progress?.(event.with);
    else last = event;
  };
  try {
    await transport(request, hear, signal);
  } catch (error) {
    if (signal?.aborted || error instanceof Silence) throw error;
    throw new Silence(String(error));
  }
  signal?.throwIfAborted();
  if (!last) throw new Silence('');
  if (last.event === 'error') throw new Refusal(last.text);
  return last.with;
}

/**
 * A function that runs one `work` at a time: asked again meanwhile, it runs once more when it is
 * done, so that a slider is followed without a queue.
 * @param {() => Promise<void>} work
 */
export function oneAtATime(work) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      running = false;
    }
  };
}

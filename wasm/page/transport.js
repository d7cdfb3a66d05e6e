// Questions go to the worker that this file brings with it, one after the other.

import { Silence, speakThrough } from '../../src/web/page/ask.js';

/** How long a question that nobody waits for may keep the worker, until another one takes its place. */
const GRACE_MS = 3000;

/** @typedef {{id: number, request: string, hear: (event: any) => void, resolve: () => void, reject: (fault: unknown) => void}} Job */

/** @type {Worker} */
let worker;
/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Job | undefined} */
let busy;
/** @type {Job[]} */
const waiting = [];
let n_jobs = 0;

const text = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? '';

/** A new worker. What the old one kept is lost: models that were trained there, above all. */
function start() {
  worker = new Worker(URL.createObjectURL(new Blob([text('worker')], { type: 'text/javascript' })));
  worker.onmessage = ({ data }) => {
    if (data.module) compiled = data.module;
    else if (data.id === busy?.id) hear(data);
  };
  worker.onerror = (fault) => broken(fault.message);
  worker.postMessage({ program: compiled ?? text('program').trim() });
}

/** @param {{event?: string, ended?: boolean, broken?: string}} data */
function hear(data) {
  if (data.event) busy?.hear(JSON.parse(data.event));
  else if (data.ended) { busy?.resolve(); next(); }
  else broken(data.broken ?? '');
}

/**
 * The program has found a fault in itself: whoever asked is told, and the next one finds a new one.
 * @param {string} fault
 */
function broken(fault) {
  console.error(fault);
  busy?.reject(new Silence(fault));
  restart();
}

function restart() {
  worker.terminate();
  start();
  next();
}

function next() {
  busy = waiting.shift();
  if (busy) worker.postMessage({ id: busy.id, request: busy.request });
}

/** @param {Job} job */
function drop(job) {
  job.reject(new DOMException('', 'AbortError'));
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  if (job !== busy) return;
  job.hear = () => {};
  worker.postMessage({ cancel: job.id });
  setTimeout(() => { if (job === busy) restart(); }, GRACE_MS);
}

speakThrough((request, hear, signal) => new Promise((resolve, reject) => {
  if (signal?.aborted) return reject(new DOMException('', 'AbortError'));
  const job = { id: (n_jobs += 1), request, hear, resolve, reject };
  signal?.addEventListener('abort', () => drop(job), { once: true });
  waiting.push(job);
  if (!busy) next();
}));
start();

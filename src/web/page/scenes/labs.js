// How much data, how large a model: both labs, drawn as they run.

import { blocks, fill, h } from '../dom.js';
import { bar, button, card, choice, slider } from '../parts.js';

/** @typedef {import('../main.js').Stage} Stage */

/** @param {Stage} stage */
export function labs(stage) {
  const { words, params, root } = stage;
  const w = words.labs;
  let splits = Number(params.get('splits') ?? 32);
  let iters = Number(params.get('iters') ?? 200);
  let task = params.get('task') ?? 'all';

  function keep() {
    params.set('splits', String(splits));
    params.set('iters', String(iters));
    params.set('task', task);
    stage.keep();
  }

  /**
   * One lab: its button runs it and stops it.
   * @param {string} title
   * @param {string} idea
   * @param {HTMLElement[]} controls
   * @param {() => [string, object]} question
   */
  function lab(title, idea, controls, question) {
    const shown = h('div', { class: 'result' });
    const how = h('p', { class: 'faint', role: 'status' });
    /** @type {AbortController | undefined} */
    let running;
    const run = button(w.run, () => {
      if (running) return running.abort();
      const own = new AbortController();
      running = own;
      run.textContent = words.stop;
      keep();
      stage.attempt(async () => {
        try {
          const [name, details] = question();
          const progress = (/** @type {any} */ so) => {
            fill(how, w.progress(so.done, so.all), bar(so.done / so.all, 'plain'));
            if (so.html) fill(shown, blocks(so.html));
          };
          const done = await stage.ask(name, details, { signal: AbortSignal.any([own.signal, stage.left]), progress });
          fill(shown, blocks(done.html));
          stage.commands(done.commands);
        } catch (error) {
          if (!own.signal.aborted) throw error;
        } finally {
          running = undefined;
          run.textContent = w.run;
          fill(how);
        }
      });
    }, { class: 'main' });
    return card(title, { class: 'lab' }, h('p', { class: 'remark' }, idea), h('div', { class: 'controls' }, controls, run), how, shown);
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, w.title), h('p', { class: 'lead' }, w.lead)),
    h('div', { class: 'two' },
      lab(w.curve, w.curveIdea,
        [slider({ name: w.splits, min: 4, max: 200, step: 4, value: splits, show: String, change: (v) => { splits = v; keep(); } })],
        () => ['curve', { n_splits: splits, seed: 42 }]),
      lab(w.scale, w.scaleIdea, [
        slider({ name: w.iters, min: 20, max: 1000, step: 20, value: iters, show: String, change: (v) => { iters = v; keep(); } }),
        choice(w.task, Object.entries(w.tasks), task, (value) => { task = value; keep(); }),
      ], () => ['scale', { task, iters }])));
}

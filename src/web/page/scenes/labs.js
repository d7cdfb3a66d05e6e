// How much data, how large a model: both labs, drawn as they run.

import { blocks, fill, h } from '../dom.js';
import { oneAtATime } from '../ask.js';
import { bar, button, card, choice, commandBox, notice, outdated, slider } from '../parts.js';
import { countOf, oneOf } from '../state.js';
import { worded } from '../wording.js';

/** @typedef {import('../main.js').Stage} Stage */

/** @param {Stage} stage */
export function labs(stage) {
  const { words, params, root } = stage;
  const w = words.labs;
  let splits = countOf(params, 'splits', 32, [4, 200]);
  let iters = countOf(params, 'iters', 200, [20, 1000]);
  let task = oneOf(params, 'task', Object.keys(w.tasks), 'all');

  function keep() {
    params.set('splits', String(splits));
    params.set('iters', String(iters));
    params.set('task', task);
    stage.keep();
  }

  /**
   * One lab: its button runs it and stops it. The command below does what its settings say, and a
   * result of other settings is marked.
   * @param {string} title
   * @param {string} idea
   * @param {string} name
   * @param {() => object} settings
   * @param {(changed: () => void) => HTMLElement[]} controls
   */
  function lab(title, idea, name, settings, controls) {
    const options = { splits: words.named(w.splits), iters: words.named(w.iters) };
    const command = commandBox(words);
    /** What the result was made with, as text. */
    let made = '';
    const shown = h('div', { class: 'result' });
    const how = h('p', { class: 'faint', role: 'status' });
    const trouble = notice(words, options);
    const told = oneAtATime(() => stage.attempt(async () => command.show(await stage.ask('commands', { of: name, with: settings() })), trouble));
    const compare = () => outdated(shown, made === JSON.stringify(settings()) ? '' : words.beforeChange);
    const changed = () => { keep(); compare(); told(); };
    /** @param {string} html */
    const show = (html) => { fill(shown, blocks(html, (text) => worded(words, options, text))); compare(); };
    /** @type {AbortController | undefined} */
    let running;
    const run = button(w.run, () => {
      if (running) return running.abort();
      const own = new AbortController();
      running = own;
      made = JSON.stringify(settings());
      run.textContent = words.stop;
      keep();
      stage.attempt(async () => {
        try {
          const progress = (/** @type {any} */ so) => {
            fill(how, w.progress(so.done, so.all), bar(so.done / so.all, 'plain'));
            if (so.html) show(so.html);
          };
          const done = await stage.ask(name, settings(), { signal: AbortSignal.any([own.signal, stage.left]), progress });
          show(done.html);
        } catch (error) {
          if (own.signal.aborted) return;
          outdated(shown, words.beforeError);
          throw error;
        } finally {
          running = undefined;
          run.textContent = w.run;
          fill(how);
        }
      }, trouble);
    }, { class: 'main' });
    told();
    return card(title, { class: 'lab' }, h('p', { class: 'remark' }, idea), h('div', { class: 'controls' }, controls(changed), run), how, trouble.box, shown, command.box);
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, w.title), h('p', { class: 'lead' }, w.lead)),
    h('div', { class: 'two' },
      lab(w.curve, w.curveIdea, 'curve', () => ({ n_splits: splits, seed: 42 }), (changed) => [
        slider({ name: w.splits, min: 4, max: 200, step: 4, value: splits, show: String, change: (v) => { splits = v; changed(); } }),
      ]),
      lab(w.scale, w.scaleIdea, 'scale', () => ({ task, iters }), (changed) => [
        slider({ name: w.iters, min: 20, max: 1000, step: 20, value: iters, show: String, change: (v) => { iters = v; changed(); } }),
        choice(w.task, Object.entries(w.tasks), task, (value) => { task = value; changed(); }),
      ])));
}

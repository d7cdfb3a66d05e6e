// Train one: a GPT learns while the reader watches, is stopped, goes on, and is asked.

import { download, fill, h, s } from '../dom.js';
import { grouped, short } from '../number.js';
import { button, card, choice, id, slider } from '../parts.js';
import { Frame } from '../plot.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{step: number, loss: number}} At */

const MOST_POINTS = 600;
/** The reader's own text: it outlives a change of scene or language, not a reload. */
let ownText = '';

/** @param {Stage} stage */
export function train(stage) {
  const { words, params, root } = stage;
  const w = words.train;
  let preset = params.get('size') === 'small' ? 'small' : 'tiny';
  let iters = Number(params.get('iters') ?? 2000);
  let isMine = params.get('source') === 'mine';
  /** @type {{run: string, iters: number, n_params: number, vocab_size: number, n_train: number, uniform_loss_nats: number} | undefined} */
  let begun;
  /** @type {{batch: At[], validation: At[]}} */
  let losses = { batch: [], validation: [] };
  let isFinished = false;
  /** @type {AbortController | undefined} */
  let running;

  const again = h('p', { class: 'again', role: 'status', hidden: !isMine || ownText !== '' }, w.again);
  const mine = h('textarea', { id: id(), rows: 5, 'aria-label': w.paste, placeholder: w.paste, oninput: () => { ownText = mine.value; again.hidden = true; } });
  mine.value = ownText;
  const paste = h('div', { hidden: !isMine }, mine, again,
    h('p', { class: 'buttons' }, button(w.saveText, () => download('my-text.txt', mine.value), { class: 'quiet' })));
  const prompt = h('input', { type: 'text', id: id(), value: params.get('prompt') ?? words.next.start, maxlength: 200, oninput: keep });
  const about = h('p', { class: 'faint' });
  const state = h('p', { class: 'state', role: 'status' });
  const picture = h('div', {}, h('p', { class: 'remark' }, w.empty));
  const samples = h('ol', { class: 'samples' });
  const written = h('p', { class: 'sentence', hidden: true });
  const go = button(w.start, () => work(undefined), { class: 'main' });
  const on = button(w.goOn, () => work(begun?.run), { disabled: true });
  const ask = button(w.ask, write, { disabled: true });
  const save = button(w.save, take, { disabled: true });

  function keep() {
    params.set('size', preset);
    params.set('iters', String(iters));
    if (isMine) params.set('source', 'mine');
    else params.delete('source');
    params.set('prompt', prompt.value);
    stage.keep();
  }

  /** @param {string | undefined} resume */
  function work(resume) {
    if (running) return running.abort();
    keep();
    const own = new AbortController();
    running = own;
    if (!resume) {
      losses = { batch: [], validation: [] };
      begun = undefined;
      fill(samples);
    }
    buttons();
    stage.attempt(async () => {
      try {
        const done = await stage.ask('train', { text: isMine ? mine.value : null, preset, iters, resume: resume ?? null, prompt: prompt.value },
          { signal: AbortSignal.any([own.signal, stage.left]), progress: hear });
        isFinished = done.is_finished;
      } catch (error) {
        if (!own.signal.aborted) throw error;
        isFinished = false;
      } finally {
        running = undefined;
        buttons();
      }
    });
  }

  function buttons() {
    go.textContent = running ? words.stop : w.start;
    on.disabled = Boolean(running) || !begun || isFinished;
    ask.disabled = save.disabled = Boolean(running) || !begun;
  }

  /** @param {any} what */
  function hear(what) {
    if (what.kind === 'begun') {
      begun = what;
      isFinished = false;
      stage.commands(what.commands);
      about.textContent = w.about(grouped(what.n_params), grouped(what.vocab_size), grouped(what.n_train));
    } else if (what.kind === 'step') {
      losses.batch.push({ step: what.step, loss: what.loss_nats });
      if (losses.batch.length > MOST_POINTS) losses.batch = losses.batch.filter((_, i) => i % 2 === 1);
      state.textContent = w.speed(what.step, begun?.iters ?? 0, grouped(Math.round(what.tokens_per_sec)));
    } else {
      if (what.val_loss_nats !== null) losses.validation.push({ step: what.step, loss: what.val_loss_nats });
      samples.prepend(h('li', {}, h('span', { class: 'tag' }, w.after(what.step)), ' ', h('b', {}, prompt.value), what.sample));
    }
    draw();
  }

  function draw() {
    if (!begun) return;
    const { batch, validation } = losses;
    const most = Math.max(begun.uniform_loss_nats * 1.08, ...batch.map(({ loss }) => loss));
    const last = batch[batch.length - 1];
    const frame = new Frame({ x: [0, begun.iters], y: [0, most], width: 640, height: 300, margin: [48, 28, 26, 40], labels: [w.steps, w.loss], name: w.lossName(last?.step ?? 0, short(last?.loss ?? most, 3)) });
    const path = (/** @type {At[]} */ all) => all.map(({ step, loss }, i) => `${i ? 'L' : 'M'}${frame.px(step).toFixed(1)} ${frame.py(loss).toFixed(1)}`).join('');
    const blind = frame.py(begun.uniform_loss_nats);
    frame.marks.append(
      s('path', { class: 'guide', d: `M${frame.left} ${blind}H${frame.right}` }), s('text', { x: frame.right, y: blind - 6, 'text-anchor': 'end', class: 'faint' }, w.blind),
      s('path', { class: 'batch-loss', d: path(batch) }), s('path', { class: 'validation-loss', d: path(validation) }),
      ...validation.map(({ step, loss }) => s('circle', { class: 'validation-dot', cx: frame.px(step), cy: frame.py(loss), r: 4 })));
    fill(picture, frame.svg);
  }

  function write() {
    stage.attempt(async () => {
      written.hidden = false;
      fill(written, h('b', {}, prompt.value));
      const choice = { temperature: 0.8, top_k: null, top_p: null, min_p: null, seed: Math.floor(Math.random() * 10000) };
      await stage.ask('write', { text: prompt.value, model: begun?.run, choice, max_tokens: 120 }, { progress: ({ text }) => written.append(text) });
    });
  }

  function take() {
    stage.attempt(async () => {
      const { name, base64 } = await stage.ask('model-archive', { run: begun?.run });
      download(name, Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), 'application/zip');
      state.textContent = w.saved(name);
    });
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, w.title), h('p', { class: 'lead' }, w.lead)),
    h('div', { class: 'controls' },
      choice(w.source, [['builtin', w.builtin], ['mine', w.mine]], isMine ? 'mine' : 'builtin', (value) => { isMine = value === 'mine'; paste.hidden = !isMine; keep(); }),
      choice(w.size, Object.entries(w.sizes), preset, (value) => { preset = value; keep(); }),
      slider({ name: w.iters, min: 200, max: 10000, step: 200, value: iters, show: grouped, change: (v) => { iters = v; keep(); } }),
      h('div', {}, h('label', { for: prompt.id, class: 'faint' }, w.prompt), h('br'), prompt)),
    paste,
    h('p', { class: 'buttons' }, go, on, ask, save),
    h('div', { class: 'two' },
      card(w.loss, { class: 'losses' }, about, state, picture, h('p', { class: 'legend' }, key('batch-loss', w.batch), key('validation-loss', w.validation))),
      card(w.samples, {}, written, samples)));
}

/**
 * @param {string} kind
 * @param {string} text
 */
function key(kind, text) {
  return h('span', {}, s('svg', { viewBox: '0 0 16 16', 'aria-hidden': true }, s('path', { class: kind, d: 'M0 8H16' })), ` ${text}`);
}

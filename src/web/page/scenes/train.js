// Train one: a GPT learns while the reader watches, is stopped, goes on, and is asked.

import { download, fill, h, s, set } from '../dom.js';
import { grouped, short } from '../number.js';
import { oneAtATime, Refusal } from '../ask.js';
import { allow, button, card, choice, id, notice, slider } from '../parts.js';
import { Frame } from '../plot.js';
import { USUAL_MIN_P, address, countOf, oneOf } from '../state.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{step: number, loss: number}} At */
/** @typedef {{run: string, step: number, iters: number, n_params: number, vocab_size: number, n_train: number, uniform_loss_nats: number}} Begun */
/**
 * A training, as far as it has come.
 * @typedef {object} Training
 * @property {Begun} begun
 * @property {{batch: At[], validation: At[]}} losses
 * @property {{step: number, prompt: string, text: string}[]} samples
 * @property {boolean} isFinished
 * @property {{line: string, why: string}} [command]  what trains the same
 */

const MOST_POINTS = 600;
/** The reader's own text: it outlives a change of scene or language, not a reload. */
let ownText = '';
/** The training of last: likewise. The program keeps its model longer, under the name in the address. */
/** @type {Training | undefined} */
let last;

/** @param {Stage} stage */
export function train(stage) {
  const { words, params, root } = stage;
  const w = words.train;
  let preset = oneOf(params, 'size', ['tiny', 'small'], 'tiny');
  let iters = countOf(params, 'iters', 2000, [200, 10000]);
  let isMine = params.get('source') === 'mine';
  /** @type {Training | undefined} */
  let training;
  /** @type {AbortController | undefined} */
  let running;
  /** @type {AbortController | undefined} */
  let writing;

  const again = h('p', { class: 'again', role: 'status', hidden: !isMine || ownText !== '' }, w.again);
  const mine = h('textarea', { id: id(), rows: 5, 'aria-label': w.paste, placeholder: w.paste, oninput: () => { ownText = mine.value; again.hidden = true; } });
  mine.value = ownText;
  const paste = h('div', { hidden: !isMine }, mine, again,
    h('p', { class: 'buttons' }, button(w.saveText, () => download('my-text.txt', mine.value), { class: 'quiet' })));
  const prompt = h('input', { type: 'text', id: id(), value: params.get('prompt') ?? words.next.start, maxlength: 200, oninput: () => changed() });
  const about = h('p', { class: 'faint' });
  const state = h('p', { class: 'state', role: 'status' });
  const picture = h('div', {}, h('p', { class: 'remark' }, w.empty));
  const samples = h('ol', { class: 'samples' });
  const written = h('p', { class: 'sentence', hidden: true });
  const go = button(w.start, () => work(undefined), { class: 'main' });
  const on = button(w.goOn, () => work(training?.begun.run), { disabled: true });
  const ask = button(w.ask, write, { disabled: true });
  const save = button(w.save, take, { disabled: true });
  const inside = h('a', { hidden: true }, w.inside);
  const trouble = notice(words, { iters: words.named(w.iters) });
  const question = () => ({ text: isMine ? mine.value : null, preset, iters, resume: null, prompt: prompt.value });

  const told = oneAtATime(() => stage.attempt(async () => {
    const said = await stage.ask('commands', { of: 'train', with: { ...question(), text: isMine ? '' : null } });
    if (!running) stage.commands(said);
  }, trouble));

  function keep() {
    params.set('size', preset);
    params.set('iters', String(iters));
    if (isMine) params.set('source', 'mine');
    else params.delete('source');
    params.set('prompt', prompt.value);
    if (training) params.set('run', training.begun.run);
    else params.delete('run');
    stage.keep();
  }

  function changed() {
    keep();
    buttons();
    told();
  }

  /** Goes on with what was there before: the program has the model, the page perhaps the picture. @param {string} run */
  async function recall(run) {
    try {
      const { is_finished: isFinished, history, ...begun } = await stage.ask('training', { run });
      if (running) return;
      const known = last?.begun.run === run ? last : undefined;
      training = {
        begun, isFinished, samples: known?.samples ?? [], command: known?.command,
        losses: { batch: known?.losses.batch ?? [], validation: history.map((/** @type {[number, number]} */ [step, loss]) => ({ step, loss })) },
      };
      last = training;
      state.textContent = w.stands(begun.step, begun.iters);
      show();
    } catch (error) {
      // It has gone with the program that kept it.
      if (!(error instanceof Refusal)) throw error;
    }
    keep();
    buttons();
  }

  /** @param {string | undefined} resume */
  function work(resume) {
    if (running) return running.abort();
    keep();
    const own = new AbortController();
    running = own;
    if (!resume) {
      training = undefined;
      fill(samples);
    }
    buttons();
    stage.attempt(async () => {
      try {
        const done = await stage.ask('train', { ...question(), resume: resume ?? null }, { signal: AbortSignal.any([own.signal, stage.left]), progress: hear });
        if (training) training.isFinished = done.is_finished;
      } catch (error) {
        if (!own.signal.aborted) throw error;
      } finally {
        running = undefined;
        buttons();
      }
    }, trouble);
  }

  function buttons() {
    go.textContent = running ? words.stop : w.start;
    allow(on, !running && training !== undefined && !training.isFinished);
    for (const one of [ask, save]) allow(one, !running && training !== undefined);
    const run = training?.begun.run ?? '';
    inside.hidden = Boolean(running) || !run;
    inside.href = address('next', new URLSearchParams({ lang: words.code, text: prompt.value, model: run, own: run }));
  }

  /** @param {any} what */
  function hear(what) {
    if (what.kind === 'begun') {
      const { commands, kind: _, ...begun } = what;
      training ??= { begun, losses: { batch: [], validation: [] }, samples: [], isFinished: false };
      training.begun = begun;
      training.command = commands[0];
      last = training;
      keep();
      stage.commands(commands);
    }
    if (!training) return;
    const { losses, begun } = training;
    if (what.kind === 'step') {
      losses.batch.push({ step: what.step, loss: what.loss_nats });
      if (losses.batch.length > MOST_POINTS) losses.batch = losses.batch.filter((_, i) => i % 2 === 1);
      state.textContent = w.speed(what.step, begun.iters, grouped(Math.round(what.tokens_per_sec)));
    } else if (what.kind === 'evaluated') {
      if (what.val_loss_nats !== null) losses.validation.push({ step: what.step, loss: what.val_loss_nats });
      training.samples.push({ step: what.step, prompt: prompt.value, text: what.sample });
    }
    show();
  }

  function show() {
    if (!training) return;
    const { begun, losses: { batch, validation } } = training;
    about.textContent = w.about(grouped(begun.n_params), grouped(begun.vocab_size), grouped(begun.n_train));
    if (samples.childElementCount !== training.samples.length) {
      fill(samples, training.samples.map(({ step, prompt, text }) => h('li', {}, h('span', { class: 'tag' }, w.after(step)), ' ', h('b', {}, prompt), text)).reverse());
    }
    const most = Math.max(begun.uniform_loss_nats * 1.08, ...batch.map(({ loss }) => loss));
    const now = batch[batch.length - 1] ?? validation[validation.length - 1];
    const frame = new Frame({ x: [0, begun.iters], y: [0, most], width: 640, height: 300, counts: true, margin: [48, 28, 26, 40], labels: [w.steps, w.loss], name: w.lossName(now?.step ?? 0, short(now?.loss ?? most, 3)) });
    const path = (/** @type {At[]} */ all) => all.map(({ step, loss }, i) => `${i ? 'L' : 'M'}${frame.px(step).toFixed(1)} ${frame.py(loss).toFixed(1)}`).join('');
    const blind = frame.py(begun.uniform_loss_nats);
    frame.marks.append(
      s('path', { class: 'guide', d: `M${frame.left} ${blind}H${frame.right}` }), s('text', { x: frame.right, y: blind - 6, 'text-anchor': 'end', class: 'faint' }, w.blind),
      s('path', { class: 'batch-loss', d: path(batch) }), s('path', { class: 'validation-loss', d: path(validation) }),
      ...validation.map(({ step, loss }) => s('circle', { class: 'validation-dot', cx: frame.px(step), cy: frame.py(loss), r: 4 })));
    fill(picture, frame.svg);
  }

  function write() {
    writing?.abort();
    const own = new AbortController();
    writing = own;
    stage.attempt(async () => {
      set(written, { hidden: false, 'aria-busy': 'true' });
      fill(written, h('b', {}, prompt.value));
      const choice = { temperature: 0.8, top_k: null, top_p: null, min_p: USUAL_MIN_P, seed: Math.floor(Math.random() * 10000) };
      try {
        const signal = AbortSignal.any([own.signal, stage.left]);
        const said = await stage.ask('write', { text: prompt.value, model: training?.begun.run, choice, max_tokens: 120 }, { signal, progress: ({ text }) => written.append(text) });
        // One that was stopped is in its file alone: the command would train to the end.
        stage.commands([training?.isFinished ? training.command ?? [] : [], said.commands].flat());
      } finally {
        if (writing === own) written.removeAttribute('aria-busy');
      }
    }, trouble);
  }

  function take() {
    stage.attempt(async () => {
      const { name, base64 } = await stage.ask('model-archive', { run: training?.begun.run });
      download(name, Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), 'application/zip');
      state.textContent = w.saved(name);
    }, trouble);
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, w.title), h('p', { class: 'lead' }, w.lead)),
    h('div', { class: 'controls' },
      choice(w.source, [['builtin', w.builtin], ['mine', w.mine]], isMine ? 'mine' : 'builtin', (value) => { isMine = value === 'mine'; paste.hidden = !isMine; changed(); }),
      choice(w.size, Object.entries(w.sizes), preset, (value) => { preset = /** @type {typeof preset} */ (value); changed(); }),
      slider({ name: w.iters, min: 200, max: 10000, step: 200, value: iters, show: grouped, change: (v) => { iters = v; changed(); } }),
      h('div', {}, h('label', { for: prompt.id, class: 'faint' }, w.prompt), h('br'), prompt)),
    paste,
    h('p', { class: 'buttons' }, go, on, ask, save, inside), trouble.box,
    h('div', { class: 'two' },
      card(w.loss, { class: 'losses' }, about, state, picture, h('p', { class: 'legend' }, key('batch-loss', w.batch), key('validation-loss', w.validation))),
      card(w.samples, {}, written, samples)));
  told();
  const before = params.get('run') ?? last?.begun.run;
  if (before) return stage.attempt(() => recall(before), trouble);
}

/** @param {string} kind @param {string} text */
function key(kind, text) {
  return h('span', {}, s('svg', { viewBox: '0 0 16 16', 'aria-hidden': true }, s('path', { class: kind, d: 'M0 8H16' })), ` ${text}`);
}

// What comes next? One text, three models and one of the reader's, one token at a time.

import { oneAtATime, Refusal } from '../ask.js';
import { fill, h } from '../dom.js';
import { grouped, percent } from '../number.js';
import { bar, button, card, choice, contentOf, id, notice, opener, slider } from '../parts.js';
import { USUAL_MIN_P, countOf, numberOf, oneOf } from '../state.js';

/** @typedef {import('../main.js').Stage} Stage */

const BUILT_IN = /** @type {const} */ (['ngram', 'gpt', 'gpt-chat']);
const N_CANDIDATES = 10;
const RUN_TOKENS = 60;
const MOST_CHARS = 2000;
const MOST_BYTES = 32 << 20;

/** @param {Stage} stage */
export async function next(stage) {
  const { words, params, root } = stage;
  let text = (params.get('text') ?? words.next.start).slice(0, MOST_CHARS);
  /** What can be asked, and what each is called; one of the reader's comes last. @type {Map<string, string>} */
  const models = new Map(BUILT_IN.map((name) => [name, words.next.names[name]]));
  await recall(params.get('own'));
  let main = oneOf(params, 'model', [...models.keys()], 'gpt');
  const how = {
    draws: params.get('draw') === '1', temperature: numberOf(params, 'temperature', 1, [0.1, 2]), top_k: countOf(params, 'top_k', 0, [0, 50]),
    top_p: numberOf(params, 'top_p', 1, [0.05, 1]), min_p: numberOf(params, 'min_p', USUAL_MIN_P, [0, 0.5]), seed: countOf(params, 'seed', 42, [0, 1e9]),
  };
  /** @type {string[]} */
  const past = [];
  /** What each of them says. @type {Map<string, any>} */
  let read = new Map();
  /** What was written last, and the command that writes it. */
  let written = { text: '', commands: [] };
  /** @type {AbortController | undefined} */
  let running;

  const area = h('textarea', { id: id(), rows: 3, maxlength: MOST_CHARS, oninput: () => { stop(); text = area.value; changed(); } });
  const tokens = h('div', {});
  const readers = h('div', { class: 'three' });
  const looks = h('div', {});
  const runs = button(words.next.run, run);
  const choosing = h('div', {});
  const [trouble, unopened] = [notice(words, {}, tokens, readers, looks), notice(words)];

  const choose = () => ({
    temperature: how.draws ? how.temperature : null, top_k: how.draws && how.top_k > 0 ? how.top_k : null,
    top_p: how.draws && how.top_p < 1 ? how.top_p : null, min_p: how.draws && how.min_p > 0 ? how.min_p : null, seed: how.seed,
  });

  const look = oneAtATime(() => stage.attempt(async () => {
    const names = [...models.keys()];
    const said = await stage.ask('next-token', { text, models: names, choice: choose(), n_candidates: N_CANDIDATES });
    read = new Map(names.map((name, i) => [name, said.models[i]]));
    stage.commands([...(written.text === text ? written.commands : []), ...said.commands]);
    // One that was opened meanwhile is asked in the next round.
    if (read.has(main)) draw();
  }, trouble));

  /** One of the reader's, in place of that before. @param {{model: string, name: string}} own */
  function add({ model, name }) {
    for (const other of models.keys()) if (!BUILT_IN.some((one) => one === other)) models.delete(other);
    models.set(model, name);
    params.set('own', model);
  }

  /** What the address names may have gone with the program that kept it. @param {string | null} kept */
  async function recall(kept) {
    try {
      if (kept) add(await stage.ask('open-model', { kept }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      params.delete('own');
    }
  }

  /** @param {File} file */
  const open = (file) => stage.attempt(async () => {
    const own = await stage.ask('open-model', { file: await contentOf(file, MOST_BYTES, words.next.tooLarge) });
    stop();
    add(own);
    main = own.model;
    drawChoice();
  }, unopened).then(changed);

  function drawChoice() {
    fill(choosing, choice(words.next.main, [...models], main, (value) => { stop(); main = value; changed(); }));
  }

  function changed() {
    params.set('text', text);
    params.set('model', main);
    for (const [name, value, usual] of /** @type {[string, number, number][]} */ ([['draw', how.draws ? 1 : 0, 0], ['temperature', how.temperature, 1], ['top_k', how.top_k, 0], ['top_p', how.top_p, 1], ['min_p', how.min_p, USUAL_MIN_P], ['seed', how.seed, 42]])) {
      if (value === usual) params.delete(name);
      else params.set(name, String(value));
    }
    stage.keep();
    if (area.value !== text) area.value = text;
    return look();
  }

  /** @param {string} piece */
  function append(piece) {
    past.push(text);
    text += piece;
    changed();
  }

  function stop() {
    running?.abort();
    running = undefined;
    runs.textContent = words.next.run;
  }

  function run() {
    if (running) return stop();
    const own = new AbortController();
    running = own;
    runs.textContent = words.stop;
    past.push(text);
    stage.attempt(async () => {
      const progress = (/** @type {{text: string}} */ { text: piece }) => { text += piece; area.value = text; };
      try {
        const said = await stage.ask('write', { text, model: main, choice: choose(), max_tokens: RUN_TOKENS }, { signal: AbortSignal.any([own.signal, stage.left]), progress });
        written = { text, commands: said.commands };
      } finally {
        if (running === own) stop();
        how.seed += how.draws ? 1 : 0;
        if (!stage.left.aborted) changed();
      }
    }, trouble);
  }

  function draw() {
    const own = read.get(main);
    fill(tokens, own.unknown.length ? h('p', { class: 'remark' }, words.next.unknown(own.unknown.join(' '))) : null,
      h('ol', { class: 'tokens', onkeydown: walk }, own.tokens.map((/** @type {any} */ token, /** @type {number} */ at) => tokenBox(token, own, at))));
    fill(readers, [...read].map(([name, one]) => reader(name, one)));
    fill(looks, attention(own));
  }

  /** @param {any} token @param {any} own @param {number} at */
  function tokenBox(token, own, at) {
    const [on, off] = [() => light(at), () => light(-1)];
    // One stop on the keyboard's way, from which the arrows go on; none where there is nothing to be lit.
    return h('li', { 'data-at': at, tabindex: own.next?.attention && (at ? -1 : 0), onpointerenter: on, onpointerleave: off, onfocus: on, onblur: off },
      h('b', {}, visible(token.text)), h('small', {}, token.id), token.embedding ? strip(token.embedding) : null);
  }

  /** From token to token with the arrows. @param {KeyboardEvent} event */
  function walk(event) {
    const here = document.activeElement;
    const to = event.key === 'ArrowRight' ? here?.nextElementSibling : event.key === 'ArrowLeft' ? here?.previousElementSibling : null;
    if (!to) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (to).focus();
  }

  /** Marks the column of one token in every head. @param {number} at */
  function light(at) {
    for (const cell of looks.querySelectorAll('td')) cell.classList.toggle('lit', cell.dataset.at === String(at));
  }

  /** Shades the tokens by how much one head takes from each. @param {number[]} shares @param {number} start */
  function shade(shares, start) {
    for (const box of tokens.querySelectorAll('li')) box.style.setProperty('--share', Math.sqrt(shares[Number(box.dataset.at) - start] ?? 0).toFixed(3));
  }

  /** @param {string} name @param {any} one */
  function reader(name, one) {
    const { summary, next: chosen } = one;
    const about = chosen?.looked_up ? (chosen.looked_up.n_tokens ? words.next.lookedUp(chosen.looked_up.n_tokens, chosen.looked_up.n_followers) : words.next.never) : '';
    const row = (/** @type {any} */ c) => h('tr', { class: c.id === chosen.id ? 'chosen' : c.kept || !how.draws ? null : 'left-out' },
      h('th', { scope: 'row' }, button(visible(c.text), () => append(c.text), { class: 'quiet' })),
      h('td', {}, bar(c.probability, 'plain')), h('td', { class: 'number' }, percent(c.probability)),
      // Where nothing is drawn there are no filters either.
      how.draws && h('td', { class: 'number faint' }, c.kept ? percent(c.sampling_probability) : h('span', { title: words.next.left }, '–', h('span', { class: 'visually-hidden' }, words.next.left))));
    return card(models.get(name) ?? name, { class: name === main ? 'reader is-main' : 'reader' },
      h('p', { class: 'faint' }, words.next.summary(grouped(summary.n_params), grouped(summary.vocab_size), grouped(summary.context_len))),
      chosen ? h('table', { class: 'candidates' }, h('tbody', {}, chosen.candidates.map(row))) : null, about ? h('p', { class: 'remark' }, about) : null);
  }

  /** @param {any} own */
  function attention(own) {
    const seen = own.next?.attention;
    if (!seen) return null;
    const from = own.tokens.slice(seen.start);
    const row = (/** @type {number[]} */ shares, /** @type {number} */ head) => h('tr', { onpointerenter: () => shade(shares, seen.start), onpointerleave: () => shade([], 0) }, h('th', { scope: 'row' }, words.next.head(head + 1)),
      shares.map((share, i) => h('td', { class: 'shade', 'data-at': seen.start + i, title: `${visible(from[i]?.text ?? '')} ${percent(share)}`, style: { '--share': Math.sqrt(share).toFixed(3) } }, h('span', { class: 'visually-hidden' }, percent(share)))));
    const layer = (/** @type {number[][]} */ heads, /** @type {number} */ at) => h('table', { class: 'heads' }, h('caption', {}, words.next.layer(at + 1)),
      h('thead', {}, h('tr', {}, h('td', {}), from.map((/** @type {any} */ token) => h('th', { scope: 'col' }, visible(token.text))))),
      h('tbody', {}, heads.map(row)));
    return card(words.next.attention, {}, h('p', { class: 'remark' }, words.next.attentionIdea),
      h('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': words.next.attention }, h('div', { class: 'layers' }, seen.weights.map(layer))));
  }

  const set = (/** @type {'temperature' | 'top_k' | 'top_p' | 'min_p'} */ name) => (/** @type {number} */ v) => { how[name] = v; changed(); };
  const knobs = h('div', { class: 'knobs', hidden: !how.draws },
    slider({ name: words.next.temperature, min: 0.1, max: 2, step: 0.1, value: how.temperature, show: (v) => v.toFixed(1), change: set('temperature') }),
    slider({ name: words.next.topK, min: 0, max: 50, step: 1, value: how.top_k, show: (v) => (v ? String(v) : words.next.off), change: set('top_k') }),
    slider({ name: words.next.topP, min: 0.05, max: 1, step: 0.05, value: how.top_p, show: (v) => (v < 1 ? v.toFixed(2) : words.next.off), change: set('top_p') }),
    slider({ name: words.next.minP, min: 0, max: 0.5, step: 0.01, value: how.min_p, show: (v) => (v ? v.toFixed(2) : words.next.off), change: set('min_p') }));
  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.next.title), h('p', { class: 'lead' }, words.next.lead)),
    h('div', { class: 'writer' }, h('label', { for: area.id }, words.next.text), area,
      h('p', { class: 'buttons' },
        button(words.next.one, () => { const chosen = read.get(main)?.next; if (chosen) { how.seed += how.draws ? 1 : 0; append(chosen.text); } }, { class: 'main' }),
        runs, button(words.next.back, () => { stop(); text = past.pop() ?? text; changed(); })), trouble.box),
    h('div', { class: 'controls' },
      h('div', {}, choosing, opener(words.next.open, '.zip,application/zip', open), unopened.box),
      choice(words.next.how, [['greedy', words.next.greedy], ['draw', words.next.sample]], how.draws ? 'draw' : 'greedy', (value) => { how.draws = value === 'draw'; knobs.hidden = !how.draws; changed(); }),
      knobs),
    card(words.next.tokens, {}, h('p', { class: 'remark' }, words.next.tokensIdea), tokens),
    h('h2', {}, words.next.predict), h('p', { class: 'remark' }, words.next.predictIdea), readers, looks);
  area.value = text;
  drawChoice();
  changed();
}

/** A text whose blanks and line ends can be seen. @param {string} text */
function visible(text) {
  return text.replaceAll('\n', '⏎').replaceAll(' ', '␣') || '∅';
}

/** A vector as a strip of colours. @param {number[]} vector */
function strip(vector) {
  const canvas = h('canvas', { class: 'strip', width: vector.length, height: 1, 'aria-hidden': true });
  const context = canvas.getContext('2d');
  const most = Math.max(...vector.map(Math.abs)) || 1;
  vector.forEach((v, i) => {
    if (!context) return;
    const strength = Math.min(1, Math.abs(v) / most);
    context.fillStyle = v < 0 ? `rgba(200, 80, 30, ${strength})` : `rgba(20, 130, 100, ${strength})`;
    context.fillRect(i, 0, 1, 1);
  });
  return canvas;
}

// k-means by steps: from any start, forwards and backwards.

import { oneAtATime } from '../ask.js';
import { fill, h, s } from '../dom.js';
import { short } from '../number.js';
import { allow, button, card, choice, notice, slider } from '../parts.js';
import { ARROWS, Frame, around, drag, held, mark } from '../plot.js';
import { countOf, oneOf } from '../state.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{centroids: [number, number][], labels: number[], inertia: number, silhouette: number | null}} State */

/** @type {Record<string, {builtin: string, columns: object, rows: number[]}>} */
const DATA = {
  '4.0': { builtin: 'watermelon-4.0', columns: {}, rows: [6, 12, 24] },
  '3.0a': { builtin: 'watermelon-3.0a', columns: { labels: '好瓜' }, rows: [6, 12, 16] },
};
const TICK_MS = 650;

/** @param {Stage} stage */
export async function steps(stage) {
  const { words, params, root } = stage;
  let data = oneOf(params, 'data', Object.keys(DATA), '4.0');
  let k = countOf(params, 'k', 3, [1, 6]);
  /** @type {object | undefined} */
  let start = startOf(params.get('start'), k);
  let at = countOf(params, 'step', 0, [0, 1000]);
  let isUncovered = params.get('uncovered') === '1';
  /** @type {any} */
  let path;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let clock;
  stage.left.addEventListener('abort', () => clearInterval(clock));

  const picture = h('div', { class: 'steps-plot' });
  const fall = h('div', {});
  const state = h('p', { class: 'state', role: 'status' });
  const figures = h('table', { class: 'figures' });
  const truth = h('div', {});
  const back = button(words.steps.back, () => go(at - 1));
  const forth = button(words.steps.step, () => go(at + 1), { class: 'main' });
  const run = button(words.steps.run, toggle);
  const trouble = notice(words, {}, picture, fall);

  const find = oneAtATime(() => stage.attempt(async () => {
    const own = /** @type {{builtin: string, columns: object, rows: number[]}} */ (DATA[data]);
    const from = start ?? (k === own.rows.length ? { rows: own.rows } : { random: 42 });
    path = await stage.ask('steps', { table: { builtin: own.builtin }, columns: own.columns, k, start: from });
    at = Math.min(at, path.steps.length - 1);
    stage.commands(path.commands);
    draw();
  }, trouble));

  function keep() {
    params.set('data', data);
    params.set('k', String(k));
    params.set('step', String(at));
    if (start) params.set('start', JSON.stringify(start));
    else params.delete('start');
    if (isUncovered) params.set('uncovered', '1');
    else params.delete('uncovered');
    stage.keep();
  }

  function restart() {
    at = 0;
    halt();
    keep();
    find();
  }

  function halt() {
    clearInterval(clock);
    clock = undefined;
    run.textContent = words.steps.run;
  }

  function toggle() {
    if (clock) return halt();
    run.textContent = words.stop;
    clock = setInterval(() => {
      if (!path || at + 1 >= path.steps.length) halt();
      else go(at + 1);
    }, TICK_MS);
  }

  /** @param {number} step */
  function go(step) {
    if (!path) return;
    at = Math.min(Math.max(0, step), path.steps.length - 1);
    keep();
    draw();
  }

  function draw() {
    const { points, axes, names, steps: all } = path;
    const now = /** @type {State} */ (all[at]);
    const shown = (/** @type {string} */ name) => names[name] ?? name;
    const frame = new Frame({
      x: around(points.map((/** @type {number[]} */ p) => p[0])), y: around(points.map((/** @type {number[]} */ p) => p[1])),
      width: 560, height: 430, labels: [shown(axes[0]), shown(axes[1])], name: words.steps.plotName(points.length, k),
    });
    frame.svg.setAttribute('role', 'group');
    points.forEach((/** @type {[number, number]} */ p, /** @type {number} */ i) => {
      const cluster = now.labels[i] ?? 0;
      const centre = now.centroids[cluster];
      if (centre) frame.under.append(s('path', { d: `M${frame.px(p[0])} ${frame.py(p[1])}L${frame.px(centre[0])} ${frame.py(centre[1])}`, class: `spoke g${cluster}` }));
    });
    points.forEach((/** @type {[number, number]} */ p, /** @type {number} */ i) => {
      const cluster = now.labels[i] ?? 0;
      const group = isUncovered && path.truth ? kind(path.truth.codes[i]) : cluster;
      frame.marks.append(mark(group, frame.px(p[0]), frame.py(p[1]), 5, { class: `mark g${cluster}`, 'aria-hidden': true }));
    });
    const before = at > 0 ? /** @type {State} */ (all[at - 1]) : undefined;
    now.centroids.forEach((centre, c) => {
      const old = before?.centroids[c];
      if (old) frame.marks.append(s('path', { d: `M${frame.px(old[0])} ${frame.py(old[1])}L${frame.px(centre[0])} ${frame.py(centre[1])}`, class: `moved g${c}` }));
      frame.marks.append(centreMark(frame, centre, c));
    });
    fill(picture, frame.svg);
    tell(now, shown);
  }

  /** @param {Frame} frame @param {[number, number]} centre @param {number} c */
  function centreMark(frame, centre, c) {
    const own = s('g', {
      class: `centre g${c}`, transform: `translate(${frame.px(centre[0])} ${frame.py(centre[1])})`, tabindex: 0, role: 'button',
      'aria-label': words.steps.centre(c + 1, short(centre[0], 3), short(centre[1], 3)),
    }, s('circle', { r: 13 }), s('path', { d: 'M-7 0H7M0 -7V7' }));
    const put = (/** @type {[number, number]} */ point) => {
      // In four digits, as the address, the command and the eye have them.
      const moved = /** @type {State} */ (path.steps[at]).centroids.map((other, i) => (i === c ? frame.within(point) : other));
      start = { points: moved.map((place) => place.map((v) => Number(short(v)))) };
      restart();
    };
    own.addEventListener('pointerdown', (event) => {
      const move = (/** @type {[number, number]} */ p) => own.setAttribute('transform', `translate(${frame.px(p[0])} ${frame.py(p[1])})`);
      drag(frame, event, { move, drop: put, cancel: () => move(centre) });
    });
    own.addEventListener('keydown', (event) => {
      const move = ARROWS[event.key];
      if (!move) return;
      event.preventDefault();
      put([centre[0] + (move[0] * (frame.x[1] - frame.x[0])) / 40, centre[1] + (move[1] * (frame.y[1] - frame.y[0])) / 40]);
    });
    return held(own);
  }

  /** The mark of a class: of two, the second one (yes) has the round mark, as everywhere. @param {number} code */
  function kind(code) {
    return path.truth.classes.length === 2 ? 1 - code : code;
  }

  /** @param {State} now @param {(name: string) => string} shown */
  function tell(now, shown) {
    const last = path.steps.length - 1;
    state.textContent = `${words.steps.at(at, last)}${at === last && path.converged ? ` · ${words.steps.done}` : ''}`;
    allow(back, at > 0);
    allow(forth, at < last);
    const row = (/** @type {string} */ name, /** @type {string} */ value) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', { class: 'number' }, value));
    fill(figures, h('tbody', {}, row(words.steps.inertia, short(now.inertia)), row(words.steps.silhouette, now.silhouette === null ? '–' : now.silhouette.toFixed(3))));
    fill(fall, falling());
    if (!path.truth) return fill(truth, h('p', { class: 'remark' }, words.steps.noTruth));
    const { column, classes, ari } = path.truth;
    fill(truth,
      button(isUncovered ? words.steps.cover : words.steps.uncover, () => { isUncovered = !isUncovered; keep(); draw(); }),
      isUncovered ? [
        h('p', { class: 'legend' }, classes.map((/** @type {string} */ name, /** @type {number} */ c) => h('span', {}, s('svg', { viewBox: '-8 -8 16 16', 'aria-hidden': true }, mark(kind(c), 0, 0, 5, { class: 'mark plain' })), ` ${shown(column)}=${shown(name)}`))),
        h('p', {}, words.steps.agrees(shown(column), ari.toFixed(2))),
      ] : null);
  }

  function falling() {
    const all = /** @type {State[]} */ (path.steps);
    const most = Math.max(...all.map(({ inertia }) => inertia)) || 1;
    const frame = new Frame({ x: [0, Math.max(1, all.length - 1)], y: [0, most * 1.05], width: 560, height: 250, counts: true, name: words.steps.falls, margin: [52, 12, 14, 26] });
    frame.marks.append(
      s('path', { class: 'curve', d: all.map(({ inertia }, i) => `${i ? 'L' : 'M'}${frame.px(i)} ${frame.py(inertia)}`).join('') }),
      ...all.map(({ inertia }, i) => s('circle', { cx: frame.px(i), cy: frame.py(inertia), r: i === at ? 6 : 3, class: i === at ? 'here' : 'dot' })));
    return frame.svg;
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.steps.title), h('p', { class: 'lead' }, words.steps.lead)),
    h('div', { class: 'controls' },
      choice(words.steps.data, [['4.0', '4.0'], ['3.0a', '3.0α']], data, (value) => { data = value; start = undefined; isUncovered = false; restart(); }),
      slider({ name: words.steps.k, min: 1, max: 6, step: 1, value: k, show: String, change: (v) => { k = v; start = undefined; restart(); } }),
      button(words.steps.again, () => { start = { random: Math.floor(Math.random() * 10000) }; restart(); })),
    h('div', { class: 'two' },
      card(words.steps.name, { class: 'stage' }, trouble.box, picture, h('p', { class: 'buttons' }, back, forth, run), h('p', { class: 'faint' }, words.steps.hint)),
      card(words.steps.falls, {}, state, figures, fall, truth)));
  keep();
  find();
}

/** The start that the address names, if it is one of `k` clusters. @param {string | null} text @param {number} k @returns {object | undefined} */
function startOf(text, k) {
  try {
    const { random, points } = JSON.parse(text ?? '');
    if (Number.isSafeInteger(random) && random >= 0) return { random };
    const isPoint = (/** @type {any} */ point) => point.length === 2 && point.every(Number.isFinite);
    return points.length === k && points.every(isPoint) ? { points } : undefined;
  } catch {
    return undefined;
  }
}

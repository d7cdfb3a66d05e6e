// Boundary and density: the same points, seen by three models that learn again as they move.

import { oneAtATime } from '../ask.js';
import { contour } from '../contour.js';
import { download, fill, h, s } from '../dom.js';
import { short } from '../number.js';
import { button, card, choice, notice, quality, slider } from '../parts.js';
import { ARROWS, Frame, around, drag, held, isMoved, mark } from '../plot.js';
import { countOf, numberOf, oneOf } from '../state.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{at: [number, number], yes: boolean}} Point */

const DATA = 'watermelon-3.0a';
const AXES = ['密度', '含糖率', '好瓜'];
const CLASSES = ['否', '是'];
const MODELS = /** @type {const} */ (['logistic', 'naive-bayes', 'knn']);
const N_CELLS = 44;
/** Points, at most: the address has room for no more. */
const MOST_POINTS = 200;
/** What a click or a tap does: it adds a point of either class, or changes or removes the one it meets. */
const TOOLS = /** @type {const} */ (['yes', 'no', 'flip', 'remove']);

/** @param {Stage} stage */
export async function plane(stage) {
  const { words, params, root } = stage;
  const table = await stage.ask('table', { table: { builtin: DATA }, columns: {} });
  const all = await stage.ask('steps', { table: { builtin: DATA }, columns: { features: AXES.slice(0, 2), labels: AXES[2] }, k: 1, start: { rows: [1] } });
  const shown = (/** @type {string} */ name) => table.names[name] ?? name;
  /** @type {Point[]} */
  const original = all.points.map((/** @type {[number, number]} */ at, /** @type {number} */ i) => ({ at, yes: all.truth.classes[all.truth.codes[i]] === CLASSES[1] }));
  let points = decoded(params.get('points')) ?? structuredClone(original);
  const x = around(original.map(({ at }) => at[0]));
  const y = around(original.map(({ at }) => at[1]));
  const setting = {
    l2: numberOf(params, 'l2', 0.01, [0, 100]), k: countOf(params, 'k', 3, [1, 16]), standardize: params.get('standardize') === '1',
  };
  let tool = oneOf(params, 'tool', TOOLS, 'yes');

  /** @type {import('../wording.js').Options} */
  const options = { l2: words.named(words.plane.l2), k: words.named(words.plane.k), standardize: words.named(words.plane.standardize), target: null };
  const trouble = notice(words, options);
  const panels = MODELS.map((model) => panel(model));

  const learn = oneAtATime(() => stage.attempt(async () => {
    const said = await stage.ask('plane', {
      name: isOriginal() ? DATA : 'my-points.csv', axes: AXES, range: [x, y], n_cells: N_CELLS, ...setting,
      points: points.map(({ at }) => at), classes: points.map(({ yes }) => CLASSES[yes ? 1 : 0]),
    }).catch((error) => { panels.forEach((one) => one.cannot('')); throw error; });
    panels.forEach((one, i) => (said.models[i].cannot === null ? one.show(said.models[i].field, said.classes) : one.cannot(said.models[i].cannot)));
    stage.commands(said.commands);
  }, trouble));

  function isOriginal() {
    return encoded(points) === encoded(original);
  }

  function changed() {
    params.set('l2', String(setting.l2));
    params.set('k', String(setting.k));
    if (setting.standardize) params.set('standardize', '1');
    else params.delete('standardize');
    if (isOriginal()) params.delete('points');
    else params.set('points', encoded(points));
    stage.keep();
    panels.forEach((one) => one.draw());
    learn();
  }

  /** @param {typeof TOOLS[number]} name */
  function toolName(name) {
    if (name === 'flip' || name === 'remove') return words.plane[name];
    return `${name === 'yes' ? '●' : '✕'} ${words.plane.adds(`${shown(AXES[2] ?? '')}=${shown(CLASSES[name === 'yes' ? 1 : 0] ?? '')}`)}`;
  }

  /** @param {typeof MODELS[number]} model */
  function panel(model) {
    const title = words.melon.models[model];
    const frame = new Frame({ x, y, labels: [shown(AXES[0] ?? ''), shown(AXES[1] ?? '')], name: title });
    // The points can be chosen one by one: it is a group of them, no picture.
    frame.svg.setAttribute('role', 'group');
    const part = (/** @type {number} */ pixels, /** @type {number} */ of) => `${(100 * pixels) / of}%`;
    const field = h('canvas', {
      class: 'field', width: N_CELLS, height: N_CELLS, 'aria-hidden': true,
      style: { left: part(frame.left, 400), top: part(frame.top, 340), width: part(frame.right - frame.left, 400), height: part(frame.bottom - frame.top, 340) },
    });
    const rings = s('g', { class: 'rings', 'clip-path': frame.clip });
    const marks = s('g');
    frame.marks.append(rings, marks);
    const figures = h('div', {});
    const remark = h('p', { class: 'remark' }, words.plane[model]);
    const told = notice(words, options);
    /** @type {any} */
    let last;

    // A click, not a press: a finger that begins to scroll here adds nothing, nor does the end of a drag.
    /** @type {PointerEvent | undefined} */
    let pressed;
    frame.svg.addEventListener('pointerdown', (event) => { pressed = /** @type {Element} */ (event.target).closest('.mark') ? undefined : event; });
    frame.svg.addEventListener('click', (event) => {
      if (!pressed || isMoved(pressed, event) || (tool !== 'yes' && tool !== 'no')) return;
      if (points.length >= MOST_POINTS) return trouble.say(words.plane.most(MOST_POINTS));
      points.push({ at: kept(frame.at(event)), yes: tool === 'yes' });
      changed();
    });

    const draw = () => fill(marks, points.map((point, i) => pointMark(point, i)));

    /** @param {Point} point @param {number} i */
    const pointMark = (point, i) => {
      const own = mark(point.yes ? 0 : 1, frame.px(point.at[0]), frame.py(point.at[1]), 6.5, {
        // One panel is enough for the keyboard.
        tabindex: model === MODELS[0] ? 0 : -1, role: 'button',
        'aria-label': words.plane.pointIs(i + 1, short(point.at[0], 3), short(point.at[1], 3), `${shown(AXES[2] ?? '')}=${shown(CLASSES[point.yes ? 1 : 0] ?? '')}`),
      });
      own.addEventListener('pointerdown', (event) => {
        const put = (/** @type {[number, number]} */ at) => { point.at = kept(at); changed(); };
        const from = point.at;
        if (event.button === 0) drag(frame, event, { move: put, click: () => press(i), cancel: () => put(from) });
      });
      own.addEventListener('keydown', (event) => key(event, i));
      return held(own);
    };

    const show = (/** @type {any} */ one, /** @type {string[]} */ classes) => {
      last = one;
      told.say('');
      paint(field, one.grid);
      const cell = [(x[1] - x[0]) / N_CELLS, (y[1] - y[0]) / N_CELLS];
      const at = (/** @type {number} */ cx, /** @type {number} */ cy) => `${frame.px(x[0] + cx * (cell[0] ?? 0)).toFixed(1)} ${frame.py(y[0] + cy * (cell[1] ?? 0)).toFixed(1)}`;
      const line = contour(one.grid, N_CELLS).map(([ax, ay, bx, by]) => `M${at(ax, ay)}L${at(bx, by)}`).join('');
      fill(rings, s('path', { d: line, class: 'boundary' }), ellipses(one, frame));
      fill(figures, quality(words, {
        train: one.accuracy, heldOut: one.held_out ? one.held_out.accuracy : null, baseline: one.baseline.accuracy,
        always: shown(one.baseline.class), n: points.length,
      }));
      const undecided = one.grid.some((/** @type {number} */ p) => p !== one.grid[0]) || classes.length !== 2;
      remark.textContent = undecided ? words.plane[model] : words.plane.none;
    };
    const cannot = (/** @type {string} */ why) => {
      last = undefined;
      field.getContext('2d')?.clearRect(0, 0, N_CELLS, N_CELLS);
      fill(rings);
      fill(figures);
      told.say(why);
    };
    const repaint = () => { if (last) paint(field, last.grid); };
    addEventListener('melon-theme', repaint, { signal: stage.left });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal: stage.left });
    const body = card(title, { class: 'panel' }, h('div', { class: 'plane-plot' }, field, frame.svg), remark, told.box, figures);
    return { body, frame, show, draw, cannot };
  }

  /** @param {number} i */
  function press(i) {
    const point = points[i];
    if (!point || (tool !== 'flip' && tool !== 'remove')) return;
    if (tool === 'flip') point.yes = !point.yes;
    else points.splice(i, 1);
    changed();
  }

  /** @param {KeyboardEvent} event @param {number} i */
  function key(event, i) {
    const point = points[i];
    if (!point) return;
    const step = [(x[1] - x[0]) / 50, (y[1] - y[0]) / 50];
    const move = ARROWS[event.key];
    if (move) point.at = kept(panels[0]?.frame.within([point.at[0] + move[0] * (step[0] ?? 0), point.at[1] + move[1] * (step[1] ?? 0)]) ?? point.at);
    else if (event.key === 'Enter' || event.key === ' ') point.yes = !point.yes;
    else if (event.key === 'Delete' || event.key === 'Backspace') points = points.filter((_, at) => at !== i);
    else return;
    event.preventDefault();
    changed();
  }

  const exponent = setting.l2 > 0 ? Math.log10(setting.l2) : -5;
  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.plane.title), h('p', { class: 'lead' }, words.plane.lead)),
    h('div', { class: 'controls' },
      slider({ name: words.plane.l2, min: -5, max: 2, step: 0.25, value: exponent, show: (v) => (v <= -5 ? '0' : short(10 ** v, 2)), change: (v) => { setting.l2 = v <= -5 ? 0 : Number(short(10 ** v, 2)); changed(); } }),
      slider({ name: words.plane.k, min: 1, max: 16, step: 1, value: setting.k, show: String, change: (v) => { setting.k = v; changed(); } }),
      h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: setting.standardize, onchange: (/** @type {any} */ event) => { setting.standardize = event.target.checked; changed(); } }), words.plane.standardize),
      choice(words.plane.click, TOOLS.map((name) => [name, toolName(name)]), tool, (value) => { tool = /** @type {typeof tool} */ (value); params.set('tool', tool); stage.keep(); })),
    h('p', { class: 'buttons' },
      button(words.reset, () => { points = structuredClone(original); changed(); }),
      button(words.plane.save, () => download('my-points.csv', csv(points, shown), 'text/csv'))),
    h('p', { class: 'faint' }, words.plane.hint, words.code === 'zh' ? '' : ' ', words.plane.sure), trouble.box,
    h('div', { class: 'three' }, panels.map(({ body }) => body)));
  changed();
}

/**
 * The field of probabilities, in the colours of the two classes.
 * @param {HTMLCanvasElement} canvas
 * @param {number[]} grid
 */
function paint(canvas, grid) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colour = (/** @type {string} */ name) => (style.getPropertyValue(name).match(/\d+/g) ?? []).map(Number);
  const [yes, no] = [colour('--yes-rgb'), colour('--no-rgb')];
  const n = canvas.width;
  const image = context.createImageData(n, n);
  grid.forEach((p, cell) => {
    // The picture's first row is the upper one.
    const at = 4 * ((n - 1 - Math.floor(cell / n)) * n + (cell % n));
    const [r = 0, g = 0, b = 0] = p >= 0.5 ? yes : no;
    image.data.set([r, g, b, Math.round(Math.abs(p - 0.5) * 2 * 150)], at);
  });
  context.putImageData(image, 0, 0);
}

/** Rings at one and two standard deviations, of naive Bayes. @param {any} one @param {Frame} frame */
function ellipses(one, frame) {
  return (one.ellipses ?? []).flatMap((/** @type {any} */ { mean, std_dev: deviation }, /** @type {number} */ c) => [1, 2].map((times) => s('ellipse', {
    cx: frame.px(mean[0]), cy: frame.py(mean[1]), class: `ring ${c ? 'yes' : 'no'}`,
    rx: frame.px(mean[0] + times * deviation[0]) - frame.px(mean[0]), ry: frame.py(mean[1]) - frame.py(mean[1] + times * deviation[1]),
  })));
}

/** As a file, in the words that the reader sees. @param {Point[]} points @param {(name: string) => string} shown */
function csv(points, shown) {
  const rows = points.map(({ at, yes }) => [...at, shown(CLASSES[yes ? 1 : 0] ?? '')].join(','));
  return `${[AXES.map(shown).join(','), ...rows].join('\n')}\n`;
}

/** In three decimals, as the address, the file and the eye have them. @param {[number, number]} at @returns {[number, number]} */
function kept([px, py]) {
  return [Math.round(px * 1000) / 1000, Math.round(py * 1000) / 1000];
}

/** @param {Point[]} points */
function encoded(points) {
  return points.map(({ at, yes }) => `${Math.round(at[0] * 1000)}_${Math.round(at[1] * 1000)}_${yes ? 1 : 0}`).join('.');
}

/** @param {string | null} text @returns {Point[] | undefined} */
function decoded(text) {
  if (!text) return undefined;
  const points = text.split('.').map((point) => point.split('_').map(Number));
  const fits = points.every((p) => p.length === 3 && p.every(Number.isFinite));
  if (!fits || points.length < 2 || points.length > MOST_POINTS) return undefined;
  return points.map(([px = 0, py = 0, yes]) => ({ at: [px / 1000, py / 1000], yes: yes === 1 }));
}


// Boundary and density: the same points, seen by three models that learn again as they move.

import { oneAtATime } from '../ask.js';
import { contour } from '../contour.js';
import { download, fill, h, s } from '../dom.js';
import { short } from '../number.js';
import { button, card, choice, quality, slider } from '../parts.js';
import { Frame, around, mark } from '../plot.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{at: [number, number], yes: boolean}} Point */

const DATA = 'watermelon-3.0a';
const AXES = ['密度', '含糖率', '好瓜'];
const CLASSES = ['否', '是'];
const MODELS = /** @type {const} */ (['logistic', 'naive-bayes', 'knn']);
const N_CELLS = 44;

/** @param {Stage} stage */
export async function plane(stage) {
  const { words, params, root } = stage;
  const table = await stage.ask('table', { table: { builtin: DATA }, columns: {} });
  const all = await stage.ask('steps', { table: { builtin: DATA }, columns: { features: AXES.slice(0, 2), labels: AXES[2] }, k: 1, start: { rows: [1] } });
  const shown = (/** @type {string} */ name) => table.names[name] ?? name;
  /** @type {Point[]} */
  const original = all.points.map((/** @type {[number, number]} */ at, /** @type {number} */ i) => ({ at, yes: all.truth.classes[all.truth.codes[i]] === CLASSES[1] }));
  let points = decoded(params.get('points')) ?? copy(original);
  const x = around(original.map(({ at }) => at[0]));
  const y = around(original.map(({ at }) => at[1]));
  const setting = {
    l2: Number(params.get('l2') ?? 0.01), k: Number(params.get('k') ?? 3), standardize: params.get('standardize') === '1',
  };
  let adds = true;

  const panels = MODELS.map((model) => panel(model));

  const learn = oneAtATime(() => stage.attempt(async () => {
    const said = await stage.ask('plane', {
      name: isOriginal() ? DATA : 'my-points.csv', axes: AXES, range: [x, y], n_cells: N_CELLS, ...setting,
      points: points.map(({ at }) => at), classes: points.map(({ yes }) => CLASSES[yes ? 1 : 0]),
    });
    panels.forEach((one, i) => one.show(said.models[i], said.classes));
    stage.commands(said.commands);
  }));

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

  /** @param {typeof MODELS[number]} model */
  function panel(model) {
    const title = words.melon.models[model];
    const frame = new Frame({ x, y, labels: [shown(AXES[0] ?? ''), shown(AXES[1] ?? '')], name: title });
    // The points can be chosen one by one: it is a group of them, no picture.
    frame.svg.setAttribute('role', 'group');
    const field = h('canvas', { class: 'field', width: N_CELLS, height: N_CELLS, 'aria-hidden': true });
    const rings = s('g', { class: 'rings', 'clip-path': frame.clip });
    const marks = s('g');
    frame.marks.append(rings, marks);
    const figures = h('div', {});
    const remark = h('p', { class: 'remark' }, words.plane[model]);
    /** @type {any} */
    let last;

    frame.svg.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || /** @type {Element} */ (event.target).closest('.mark')) return;
      points.push({ at: frame.at(event), yes: adds });
      changed();
    });

    const draw = () => {
      const focused = [...marks.children].indexOf(/** @type {Element} */ (document.activeElement));
      fill(marks, points.map((point, i) => pointMark(point, i)));
      if (focused >= 0) /** @type {SVGElement | undefined} */ (marks.children[focused])?.focus();
    };

    /** @param {Point} point @param {number} i */
    const pointMark = (point, i) => {
      const own = mark(point.yes ? 0 : 1, frame.px(point.at[0]), frame.py(point.at[1]), 6.5, {
        // One panel is enough for the keyboard.
        tabindex: model === MODELS[0] ? 0 : -1, role: 'button',
        'aria-label': words.plane.pointIs(i + 1, short(point.at[0], 3), short(point.at[1], 3), `${shown(AXES[2] ?? '')}=${shown(CLASSES[point.yes ? 1 : 0] ?? '')}`),
      });
      own.addEventListener('pointerdown', (event) => drag(event, point));
      own.addEventListener('keydown', (event) => key(event, i));
      return own;
    };

    /** @param {PointerEvent} event @param {Point} point */
    const drag = (event, point) => {
      event.preventDefault();
      const move = (/** @type {PointerEvent} */ next) => { point.at = frame.at(next); changed(); };
      const up = () => { removeEventListener('pointermove', move); removeEventListener('pointerup', up); removeEventListener('pointercancel', up); };
      addEventListener('pointermove', move);
      addEventListener('pointerup', up);
      addEventListener('pointercancel', up);
    };

    const show = (/** @type {any} */ one, /** @type {string[]} */ classes) => {
      last = one;
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
    const repaint = () => { if (last) paint(field, last.grid); };
    addEventListener('melon-theme', repaint, { signal: stage.left });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal: stage.left });
    const body = card(title, { class: 'panel' }, h('div', { class: 'plane-plot' }, field, frame.svg), remark, figures);
    return { body, show, draw };
  }

  /** @param {KeyboardEvent} event @param {number} i */
  function key(event, i) {
    const point = points[i];
    if (!point) return;
    const step = [(x[1] - x[0]) / 50, (y[1] - y[0]) / 50];
    /** @type {Record<string, [number, number]>} */
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const move = moves[event.key];
    if (move) point.at = panels[0] ? within([point.at[0] + move[0] * (step[0] ?? 0), point.at[1] + move[1] * (step[1] ?? 0)]) : point.at;
    else if (event.key === 'Enter' || event.key === ' ') point.yes = !point.yes;
    else if (event.key === 'Delete' || event.key === 'Backspace') points = points.filter((_, at) => at !== i);
    else return;
    event.preventDefault();
    changed();
  }

  /** @param {[number, number]} point @returns {[number, number]} */
  function within([px, py]) {
    return [Math.min(x[1], Math.max(x[0], px)), Math.min(y[1], Math.max(y[0], py))];
  }

  const exponent = setting.l2 > 0 ? Math.log10(setting.l2) : -5;
  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.plane.title), h('p', { class: 'lead' }, words.plane.lead)),
    h('div', { class: 'controls' },
      slider({ name: words.plane.l2, min: -5, max: 2, step: 0.25, value: exponent, show: (v) => (v <= -5 ? '0' : short(10 ** v, 2)), change: (v) => { setting.l2 = v <= -5 ? 0 : Number(short(10 ** v, 2)); changed(); } }),
      slider({ name: words.plane.k, min: 1, max: 16, step: 1, value: setting.k, show: String, change: (v) => { setting.k = v; changed(); } }),
      h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: setting.standardize, onchange: (/** @type {any} */ event) => { setting.standardize = event.target.checked; changed(); } }), words.plane.standardize),
      choice(words.plane.add, [['yes', `● ${shown(AXES[2] ?? '')}=${shown('是')}`], ['no', `✕ ${shown(AXES[2] ?? '')}=${shown('否')}`]], 'yes', (value) => { adds = value === 'yes'; })),
    h('p', { class: 'buttons' },
      button(words.reset, () => { points = copy(original); changed(); }),
      button(words.plane.save, () => download('my-points.csv', csv(points), 'text/csv'))),
    h('p', { class: 'faint' }, words.plane.hint, ' ', words.plane.sure),
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

/**
 * Rings at one and two standard deviations, of naive Bayes.
 * @param {any} one
 * @param {Frame} frame
 */
function ellipses(one, frame) {
  return (one.ellipses ?? []).flatMap((/** @type {any} */ { mean, std_dev: deviation }, /** @type {number} */ c) => [1, 2].map((times) => s('ellipse', {
    cx: frame.px(mean[0]), cy: frame.py(mean[1]), class: `ring ${c ? 'yes' : 'no'}`,
    rx: frame.px(mean[0] + times * deviation[0]) - frame.px(mean[0]), ry: frame.py(mean[1]) - frame.py(mean[1] + times * deviation[1]),
  })));
}

/** @param {Point[]} points */
function copy(points) {
  return points.map(({ at, yes }) => /** @type {Point} */ ({ at: [at[0], at[1]], yes }));
}

/**
 * As a file, under the names that the command knows.
 * @param {Point[]} points
 */
function csv(points) {
  const rows = points.map(({ at, yes }) => [...at, CLASSES[yes ? 1 : 0]].join(','));
  return `${[AXES.join(','), ...rows].join('\n')}\n`;
}

/** @param {Point[]} points */
function encoded(points) {
  return points.map(({ at, yes }) => `${Math.round(at[0] * 1000)}_${Math.round(at[1] * 1000)}_${yes ? 1 : 0}`).join('.');
}

/**
 * @param {string | null} text
 * @returns {Point[] | undefined}
 */
function decoded(text) {
  if (!text) return undefined;
  const points = text.split('.').map((point) => point.split('_').map(Number)).filter((p) => p.length === 3 && p.every(Number.isFinite));
  if (points.length < 2 || points.length > 200) return undefined;
  return points.map(([px = 0, py = 0, yes]) => ({ at: [px / 1000, py / 1000], yes: yes === 1 }));
}


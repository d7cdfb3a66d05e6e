// A frame with two axes, from the units of the data to those of the picture and back.

import { s } from './dom.js';
import { short } from './number.js';

/** @typedef {[number, number]} Range */

/** Where an arrow key goes, along x and y. @type {Record<string, [number, number]>} */
export const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Frame {
  static count = 0;

  /**
   * @param {{x: Range, y: Range, width?: number, height?: number, labels?: [string, string], name: string, counts?: boolean, margin?: [number, number, number, number]}} options
   *   `margin`: left at least, right, above, below; `counts`: along x there are whole numbers alone.
   */
  constructor({ x, y, width = 400, height = 340, labels, name, counts = false, margin = [44, 12, 26, 40] }) {
    this.x = x;
    this.y = y;
    this.ticks = [ticks(x).filter((tick) => !counts || Number.isInteger(tick)), ticks(y)];
    // What is written there is larger on a phone.
    const longest = Math.max(...(this.ticks[1] ?? []).map((tick) => short(tick).length));
    this.left = Math.max(margin[0], longest * 10 + 12);
    this.right = width - margin[1];
    this.top = margin[2];
    this.bottom = height - margin[3];
    this.svg = s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name, class: 'plot' });
    this.under = s('g');
    this.marks = s('g');
    const inside = `inside-${(Frame.count += 1)}`;
    this.svg.append(
      s('clipPath', { id: inside }, s('rect', { x: this.left, y: this.top, width: this.right - this.left, height: this.bottom - this.top })),
      this.under, this.axes(labels), this.marks);
    /** What may not leave the frame goes into a group with this. */
    this.clip = `url(#${inside})`;
  }

  /** @param {number} x */
  px(x) {
    return this.left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * (this.right - this.left);
  }

  /** @param {number} y */
  py(y) {
    return this.bottom - ((y - this.y[0]) / (this.y[1] - this.y[0])) * (this.bottom - this.top);
  }

  /**
   * Where a pointer is, in the units of the data, kept within the frame.
   * @param {{clientX: number, clientY: number}} event
   * @returns {[number, number]}
   */
  at(event) {
    const matrix = this.svg.getScreenCTM();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse());
    const x = this.x[0] + ((point.x - this.left) / (this.right - this.left)) * (this.x[1] - this.x[0]);
    const y = this.y[0] + ((this.bottom - point.y) / (this.bottom - this.top)) * (this.y[1] - this.y[0]);
    return this.within([x, y]);
  }

  /** @param {[number, number]} point @returns {[number, number]} */
  within([x, y]) {
    /** @type {(v: number, range: Range) => number} */
    const clamp = (v, [low, high]) => Math.min(high, Math.max(low, v));
    return [clamp(x, this.x), clamp(y, this.y)];
  }

  /** @param {[string, string] | undefined} labels */
  axes(labels) {
    const { left, right, top, bottom } = this;
    const g = s('g', { class: 'axis', 'aria-hidden': true }, s('path', { d: `M${left} ${top}V${bottom}H${right}` }));
    const [along, up] = /** @type {[number[], number[]]} */ (this.ticks);
    for (const tick of along) {
      g.append(s('text', { x: this.px(tick), y: bottom + 16, 'text-anchor': 'middle' }, short(tick)));
    }
    for (const tick of up) {
      g.append(s('text', { x: left - 7, y: this.py(tick) + 4, 'text-anchor': 'end' }, short(tick)));
    }
    if (labels) {
      g.append(
        s('text', { x: (left + right) / 2, y: bottom + 34, 'text-anchor': 'middle' }, labels[0]),
        s('text', { x: left - 34, y: top - 10 }, labels[1]),
      );
    }
    return g;
  }
}

/** How far a pointer goes, in pixels, before it drags. */
const STILL = 4;

/**
 * Whether a pointer has been moved, and not only pressed and let go.
 * @param {{clientX: number, clientY: number}} from
 * @param {{clientX: number, clientY: number}} to
 */
export function isMoved(from, to) {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) >= STILL;
}

/**
 * Follows a pointer that was pressed on a mark: `move` with each place, `drop` with the last one. One
 * that hardly moved was a click; one that the browser takes away drops nothing.
 * @param {Frame} frame
 * @param {PointerEvent} event
 * @param {{move: (to: [number, number]) => void, drop?: (to: [number, number]) => void, click?: () => void, cancel: () => void}} then
 */
export function drag(frame, event, { move, drop, click, cancel }) {
  event.preventDefault();
  let isDragged = false;
  const listen = new AbortController();
  const follow = (/** @type {PointerEvent} */ next) => {
    isDragged ||= isMoved(event, next);
    if (isDragged) move(frame.at(next));
  };
  const end = (/** @type {PointerEvent} */ last) => {
    listen.abort();
    if (last.type !== 'pointerup') return cancel();
    if (isDragged) drop?.(frame.at(last));
    else click?.();
  };
  const { signal } = listen;
  addEventListener('pointermove', follow, { signal });
  addEventListener('pointerup', end, { signal });
  addEventListener('pointercancel', end, { signal });
}

/** Round numbers in the range: from three to six of them. @param {Range} range */
export function ticks([low, high]) {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((f) => f * power).find((f) => f >= raw) ?? raw;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) => (first + i) * step);
}

/** The range of values with some air around it. @param {number[]} values @returns {Range} */
export function around(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = high > low ? (high - low) * 0.08 : Math.abs(low) || 1;
  return [low - air, high + air];
}

/** How many groups have a mark of their own. */
export const N_MARKS = 6;

/**
 * The mark of a group: each has its own shape, so that it can be told without colour.
 * @param {number} group
 * @param {number} r
 */
export function shape(group, r) {
  const q = r * 0.9;
  switch (group % N_MARKS) {
    case 0: return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
    case 1: return cross(r * 1.1, r * 0.42);
    case 2: return `M${-q} ${-q}H${q}V${q}H${-q}Z`;
    case 3: return `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`;
    case 4: return `M0 ${-r * 1.1}L${r * 1.1} ${r * 0.9}H${-r * 1.1}Z`;
    default: return `M0 ${r * 1.1}L${r * 1.1} ${-r * 0.9}H${-r * 1.1}Z`;
  }
}

/** A diagonal cross with arms to `a`, `t` thick. @param {number} a @param {number} t */
function cross(a, t) {
  const b = a - t;
  return `M${-a} ${-b}L${-b} ${-a}L0 ${-t}L${b} ${-a}L${a} ${-b}L${t} 0L${a} ${b}L${b} ${a}L0 ${t}L${-b} ${a}L${-a} ${b}L${-t} 0Z`;
}

/**
 * A mark that a finger can take: where it begins, the page does not scroll.
 * @template {SVGElement} T
 * @param {T} own
 */
export function held(own) {
  own.addEventListener('touchstart', (event) => event.preventDefault(), { passive: false });
  return own;
}

/**
 * A mark at its place.
 * @param {number} group
 * @param {number} x
 * @param {number} y
 * @param {number} [r]
 * @param {import('./dom.js').Props} [props]
 */
export function mark(group, x, y, r = 6, props = {}) {
  return s('path', { d: shape(group, r), transform: `translate(${x} ${y})`, class: `mark g${group % N_MARKS}`, ...props });
}

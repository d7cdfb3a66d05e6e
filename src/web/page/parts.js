// Parts that several scenes share: cards, bars, sliders, choices, and commands to copy.

import { fill, h } from './dom.js';
import { whole } from './number.js';
import { worded } from './wording.js';

/** @typedef {import('./words/words.js').Words} Words */
/** @typedef {import('./dom.js').Child} Child */

let unique = 0;
/** A new name for an element. */
export const id = () => `e${(unique += 1)}`;

/** A section of its own. @param {string} title @param {import('./dom.js').Props} props @param {...Child} children */
export function card(title, props, ...children) {
  const name = id();
  return h('section', { ...props, class: `card ${props.class ?? ''}`, 'aria-labelledby': name },
    h('h2', { id: name }, title), ...children);
}

/** A bar from 0 to 1. @param {number} share @param {string} [kind] */
export function bar(share, kind = 'yes') {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return h('span', { class: 'bar', 'aria-hidden': true }, h('i', { class: kind, style: { width } }));
}

/**
 * A slider with its name and its value.
 * @param {{name: string, min: number, max: number, step: number, value: number, show: (v: number) => string, change: (v: number) => void}} options
 */
export function slider({ name, min, max, step, value, show, change }) {
  const own = id();
  const output = h('output', { for: own }, show(value));
  const input = h('input', {
    id: own, type: 'range', min, max, step, value, 'aria-valuetext': show(value),
    oninput: () => {
      const now = Number(input.value);
      output.textContent = show(now);
      input.setAttribute('aria-valuetext', show(now));
      change(now);
    },
  });
  return h('div', { class: 'slider' }, h('label', { for: own }, name), output, input);
}

/**
 * One of several, as buttons side by side.
 * @param {string} legend
 * @param {[value: string, text: Child][]} choices
 * @param {string} chosen
 * @param {(value: string) => void} change
 */
export function choice(legend, choices, chosen, change) {
  const name = id();
  const one = (/** @type {[string, Child]} */ [value, text]) => {
    const own = id();
    return [
      h('input', { id: own, type: 'radio', name, value, checked: value === chosen, onchange: () => change(value) }),
      h('label', { for: own }, text),
    ];
  };
  return h('fieldset', { class: 'choice' }, h('legend', {}, legend), h('div', {}, choices.map(one)));
}

/** @param {string} text @param {() => void} onclick @param {import('./dom.js').Props} [props] */
export function button(text, onclick, props = {}) {
  return h('button', { type: 'button', onclick, ...props }, text);
}

/** What commands do the same, each to be copied. @param {Words} words */
export function commandBox(words) {
  const list = h('ul', {});
  const box = h('div', { class: 'commands', role: 'group', 'aria-label': words.command, hidden: true }, h('h2', {}, words.command), list);
  /** @param {{line: string, why: string}[]} commands */
  const show = (commands) => {
    box.hidden = commands.length === 0;
    const lines = commands.map(({ line }) => line).join('\n');
    if (list.dataset.lines === lines) return;
    list.dataset.lines = lines;
    fill(list, commands.map(({ line, why }) => h('li', {}, h('code', { tabindex: 0 }, line), copier(line, words), h('span', {}, why))));
  };
  return { box, show };
}

/** @param {string} text @param {Words} words */
function copier(text, words) {
  const own = button(words.copy, async () => {
    try {
      await navigator.clipboard.writeText(text);
      own.textContent = words.copied;
      setTimeout(() => { own.textContent = words.copy; }, 1500);
    } catch {
      // Where the browser does not allow it, the reader can copy what is marked.
      if (own.previousSibling) getSelection()?.selectAllChildren(own.previousSibling);
    }
  }, { class: 'quiet', 'aria-label': `${words.copy}: ${text}` });
  return own;
}

/**
 * How often a model is right, on what it learned from and on what it never saw, beside the
 * answer that needs no model.
 * @param {Words} words
 * @param {{train: number, heldOut: number | null, baseline: number, always: string, n: number}} quality
 */
export function quality(words, { train, heldOut, baseline, always, n }) {
  const row = (/** @type {string} */ name, /** @type {number} */ share, /** @type {string} */ kind) =>
    h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, bar(share, kind)),
      h('td', { class: 'number' }, whole(share)), h('td', { class: 'number faint' }, counted(share * n, n)));
  return h('table', { class: 'quality' }, h('tbody', {},
    row(words.learned, train, 'plain'),
    heldOut === null ? null : row(words.heldOut, heldOut, 'strong'),
    row(words.always(always), baseline, 'faint')));
}

/** `7/10`; nothing where a share is the mean of several divisions, and no count. @param {number} right @param {number} n */
function counted(right, n) {
  return Math.abs(right - Math.round(right)) < 1e-6 ? `${Math.round(right)}/${n}` : '';
}

/**
 * A button that opens a file of the reader's.
 * @param {string} text
 * @param {string} accept
 * @param {(file: File) => void} take
 */
export function opener(text, accept, take) {
  const input = h('input', { type: 'file', accept, class: 'visually-hidden', id: id(), onchange: () => { if (input.files?.[0]) take(input.files[0]); input.value = ''; } });
  return h('span', { class: 'opener' }, h('label', { for: input.id, class: 'as-button' }, text), input);
}

/**
 * A file as a question has it, unless it is larger than `most` bytes: then `tooLarge` is told.
 * @param {File} file
 * @param {number} most
 * @param {string} tooLarge
 */
export async function contentOf(file, most, tooLarge) {
  if (file.size > most) throw new Error(tooLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, base64: btoa(text) };
}

/** @typedef {{box: HTMLElement, say: (text: string) => void}} Notice */

/**
 * A place where errors are told, aloud too. While one stands there, these answers are marked: they
 * are of before.
 * @param {Words} words
 * @param {import('./wording.js').Options} [options]  what the page has in place of options
 * @param {...HTMLElement} answers
 * @returns {Notice}
 */
export function notice(words, options = {}, ...answers) {
  const box = h('p', { class: 'notice', role: 'alert', hidden: true });
  return {
    box,
    say(text) {
      const told = worded(words, options, text);
      box.hidden = told === '';
      if (box.textContent !== told) box.textContent = told;
      for (const answer of answers) outdated(answer, told && words.beforeError);
    },
  };
}

/**
 * Marks an answer as one of before, and says before what; without words, as one of now.
 * @param {HTMLElement} answer
 * @param {string} why
 */
export function outdated(answer, why) {
  answer.querySelector(':scope > .why-outdated')?.remove();
  answer.classList.toggle('outdated', Boolean(why) && answer.childElementCount > 0);
  if (why && answer.childElementCount > 0) answer.prepend(h('p', { class: 'why-outdated' }, why));
}

/**
 * Says whether a button may be pressed. One that no longer may gives the focus to another beside it.
 * @param {HTMLButtonElement} own
 * @param {boolean} may
 */
export function allow(own, may) {
  const had = own === document.activeElement;
  own.disabled = !may;
  if (had && !may) /** @type {HTMLElement | null | undefined} */ (own.parentElement?.querySelector('button:not(:disabled)'))?.focus();
}

// The tour: the program's own screens, one after the other.

import { blocks, fill, h } from '../dom.js';
import { allow, button, notice } from '../parts.js';

/** @typedef {import('../main.js').Stage} Stage */
/** @typedef {{number: number, name: string, title: string}} Screen */

/** @param {Stage} stage */
export async function tour(stage) {
  const { words, params, root } = stage;
  /** @type {Screen[]} */
  const screens = await stage.ask('tour-screens', {});
  const list = h('ol', {});
  const page = h('article', { tabindex: -1, 'aria-live': 'polite' });
  const previous = button(words.tour.previous, () => go(-1));
  const next = button(words.tour.next, () => go(1), { class: 'main' });
  let at = Math.max(0, screens.findIndex(({ name }) => name === params.get('screen')));
  /** @type {AbortController | undefined} */
  let asked;
  const trouble = notice(words);

  /** @param {number} by */
  function go(by) {
    visit(at + by);
    page.focus({ preventScroll: true });
    page.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} title @param {number} number @param {number} i */
  function entry(title, number, i) {
    const own = button('', () => visit(i), { class: 'quiet', 'aria-current': i === at ? 'step' : null });
    fill(own, h('span', { class: 'faint' }, `${number}.`), h('span', {}, title));
    return own;
  }

  /** @param {number} to */
  function visit(to) {
    at = Math.min(Math.max(0, to), screens.length - 1);
    const screen = /** @type {Screen} */ (screens[at]);
    params.set('screen', screen.name);
    stage.keep();
    allow(previous, at > 0);
    allow(next, at < screens.length - 1);
    fill(list, screens.map(({ title, number }, i) => h('li', {}, entry(title, number, i))));
    // Not all screens are in sight in the list: the current one is to be.
    const [nav, current] = [list.parentElement, list.querySelector('[aria-current]')];
    if (nav && current) nav.scrollTop += current.getBoundingClientRect().top - nav.getBoundingClientRect().top - nav.clientHeight / 2;
    fill(page, h('p', { class: 'faint' }, words.wait));
    asked?.abort();
    asked = new AbortController();
    const signal = AbortSignal.any([asked.signal, stage.left]);
    stage.commands([]);
    stage.attempt(async () => {
      const shown = await stage.ask('tour', { screen: screen.name }, { signal }).catch((error) => { fill(page); throw error; });
      if (signal.aborted) return;
      fill(page, blocks(shown.html));
      stage.commands(shown.commands);
    }, trouble);
  }

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.tour.title), h('p', { class: 'lead' }, words.tour.lead)),
    h('div', { class: 'tour-layout' }, h('nav', { 'aria-label': words.tour.screens }, list),
      h('div', { class: 'card' }, trouble.box, page, h('p', { class: 'buttons' }, previous, next))));
  visit(at);
}

// The frame: scenes, language, light or dark. What happens in a scene is in `scenes/`.

import { ask, Silence } from './ask.js';
import { fill, h } from './dom.js';
import { commandBox, notice } from './parts.js';
import { address, here, hideToken, note, remember, remembered } from './state.js';
import { languages } from './words/words.js';
import { labs } from './scenes/labs.js';
import { melon } from './scenes/melon.js';
import { next } from './scenes/next.js';
import { own } from './scenes/own.js';
import { plane } from './scenes/plane.js';
import { steps } from './scenes/steps.js';
import { tour } from './scenes/tour.js';
import { train } from './scenes/train.js';

/** @typedef {import('./words/words.js').Words} Words */
/** @typedef {import('./parts.js').Notice} Notice */

/**
 * What a scene is given.
 * @typedef {object} Stage
 * @property {HTMLElement} root  where it is shown
 * @property {Words} words
 * @property {URLSearchParams} params  its settings, as the address has them
 * @property {() => void} keep  notes the settings in the address
 * @property {(question: string, details: object, options?: import('./ask.js').Options) => Promise<any>} ask
 * @property {(commands: {line: string, why: string}[]) => void} commands
 * @property {(work: () => Promise<void>, told?: Notice) => Promise<void>} attempt  runs it, and tells the reader there what went wrong
 * @property {AbortSignal} left  aborted when the reader goes elsewhere
 */

/** @type {[string, (stage: Stage) => void | Promise<void>][]} */
const SCENES = [['melon', melon], ['plane', plane], ['steps', steps], ['next', next], ['train', train], ['labs', labs], ['own', own], ['tour', tour]];

let leave = new AbortController();
let lang = chosenLanguage();

function chosenLanguage() {
  const asked = here().params.get('lang') ?? remembered('lang') ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language, then the scene that the address names. */
function show() {
  leave.abort();
  leave = new AbortController();
  const words = /** @type {Words} */ (languages[lang]);
  const place = here();
  const [name, scene] = SCENES.find(([name]) => name === place.scene) ?? /** @type {typeof SCENES[0]} */ (SCENES[0]);
  document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${words[/** @type {'melon'} */ (name)].name} · melon`;
  const trouble = notice(words);
  const { box, show: commands } = commandBox(words);
  const root = h('div', { class: `scene ${name}` });
  fill(document.body, h('a', { class: 'skip', href: '#scene', onclick: skip }, words.skip), header(words, name),
    h('main', { id: 'scene', tabindex: -1 }, trouble.box, root, box));
  bringCurrentIntoSight();
  const left = leave.signal;
  /** @type {Stage} */
  const stage = {
    root, words, commands, left,
    params: place.params,
    keep: () => { if (!left.aborted) note(name, spoken(place.params)); },
    ask: (question, details, options) => ask(lang, question, details, { signal: left, ...options }),
    attempt: async (work, told = trouble) => {
      try {
        await work();
        if (!left.aborted) told.say('');
      } catch (error) {
        if (left.aborted || (error instanceof DOMException && error.name === 'AbortError')) return;
        commands([]);
        told.say(error instanceof Silence ? words.lost : error instanceof Error ? error.message : String(error));
      }
    },
  };
  stage.attempt(async () => scene(stage));
}

/** On a phone not all scenes are in sight: the current one is to be. `scrollIntoView` would, in some browsers, begin the keyboard's way through the page there. */
function bringCurrentIntoSight() {
  const nav = document.querySelector('nav');
  const current = nav?.querySelector('[aria-current]');
  if (!nav || !current) return;
  const [all, one] = [nav.getBoundingClientRect(), current.getBoundingClientRect()];
  nav.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.getElementById('scene')?.focus();
}

/** Settings with the language: whoever is given the address reads what was seen. @param {URLSearchParams} params */
function spoken(params) {
  params.set('lang', lang);
  return params;
}

/** @param {Words} words @param {string} current */
function header(words, current) {
  // Whole addresses: what begins with `#` and has scrolled out of sight would pass for a link that skips to the content.
  const [own] = location.href.split('#');
  const link = (/** @type {string} */ name) => h('li', {}, h('a', {
    href: own + address(name, spoken(new URLSearchParams())), 'aria-current': name === current ? 'page' : null,
  }, words[/** @type {'melon'} */ (name)].name));
  return h('header', {},
    h('p', { class: 'brand' }, h('b', {}, 'melon'), ' ', h('span', {}, words.title)),
    h('nav', { 'aria-label': words.scenes }, h('ul', {}, SCENES.map(([name]) => link(name)))),
    h('div', { class: 'switches' },
      h('button', { type: 'button', class: 'quiet', lang: lang === 'zh' ? 'en' : 'zh-Hans', onclick: otherLanguage }, words.language),
      h('button', { type: 'button', class: 'quiet theme', 'aria-label': words.theme, title: words.theme, onclick: otherTheme }, '◐')));
}

function otherLanguage() {
  lang = lang === 'zh' ? 'en' : 'zh';
  remember('lang', lang);
  const { scene, params } = here();
  note(scene || 'melon', spoken(params));
  show();
  /** @type {HTMLElement | null} */ (document.querySelector('.switches button'))?.focus();
}

function otherTheme() {
  const isDark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
  remember('theme', isDark ? 'light' : 'dark');
  dispatchEvent(new Event('melon-theme'));
}

hideToken();
const theme = remembered('theme');
if (theme) document.documentElement.dataset.theme = theme;
addEventListener('hashchange', () => { lang = chosenLanguage(); show(); });
show();

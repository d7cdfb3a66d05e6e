// What the program says, in the page's own words: it speaks of a terminal's options, and the page
// has sliders and choices.

/** @typedef {import('./words/words.js').Words} Words */
/**
 * What the page has in place of an option, or of an option with its value; `null` where what is said
 * of it cannot be done here.
 * @typedef {Record<string, string | null>} Options
 */

const OPTION = /( ?)--([a-z][a-z0-9-]*)(?: ([a-z]+))?( ?)/g;
const SENTENCES = /(?<=[.!?])\s+|(?<=[。！？])/;

/** @param {Words} words @param {Options} options @param {string} text */
export function worded(words, options, text) {
  if (!text.includes('--')) return text;
  const isChinese = words.code === 'zh';
  const can = (/** @type {string} */ sentence) => [...sentence.matchAll(OPTION)].every(([, , name = '']) => options[name] !== null);
  const called = (/** @type {string} */ name, /** @type {string | undefined} */ value) => options[`${name} ${value}`]
    ?? (options[name] ?? words.ofTerminal(`--${name}`)) + (value ? ` ${value}` : '');
  return text.split(SENTENCES).filter(can).join(isChinese ? '' : ' ')
    .replace(OPTION, (_, before, name, value, after) => (isChinese ? called(name, value) : before + called(name, value) + after));
}

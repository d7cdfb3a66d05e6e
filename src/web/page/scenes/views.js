// What both families say of one melon.

import { fill, h, s } from '../dom.js';
import { percent, signed, tiny } from '../number.js';
import { bar, button, card, quality } from '../parts.js';
import { Frame, mark } from '../plot.js';

/** @typedef {import('../words/words.js').Words} Words */
/** @typedef {(name: string) => string} Shown */
/** @typedef {{words: Words, left: HTMLElement, right: HTMLElement, said: any, made: any[], shown: Shown, another: () => void}} Views */

/** @param {Views} all */
export function views(all) {
  const { words, said, left, right } = all;
  const portraits = Object.fromEntries(said.comparison.models.map((/** @type {any} */ one) => [one.model, one]));
  fill(left, card(words.melon.left, { class: 'view discriminative' },
    h('p', { class: 'idea' }, words.melon.leftIdea), ...discriminative(all, portraits.logistic)));
  fill(right, card(words.melon.right, { class: 'view generative' },
    h('p', { class: 'idea' }, words.melon.rightIdea), ...generative(all, portraits)));
}

/** The answer in one line. @param {Views} all @param {any} portrait */
function answer({ words, said, shown }, portrait) {
  const { target, positive_class: positive } = said.comparison.data;
  const p = portrait.answer.probabilities[positive];
  return h('p', { class: 'answer' }, h('span', {}, `P(${words.melon.classOf(shown(target), shown(positive))}) = `),
    h('b', { class: p >= 0.5 ? 'yes' : 'no' }, percent(p)));
}

/** @param {Views} all @param {any} portrait */
function discriminative(all, portrait) {
  const { words, said, shown } = all;
  const { logistic } = said;
  const good = [h('h3', {}, words.melon.good), quality(words, figures(all, logistic.quality))];
  if (!portrait.answer) {
    const names = portrait.needs.map(shown).join(words.code === 'zh' ? '、' : ', ');
    return [h('p', { class: 'cannot' }, words.melon.cannot(names)), ...good];
  }
  const { shares, log_odds: sum } = portrait.why;
  return [answer(all, portrait), h('h3', {}, words.melon.evidence), waterfall(words, shares, sum, shown),
    h('h3', {}, words.melon.curve), curve(all, sum, portrait.answer.probabilities[said.comparison.data.positive_class]), ...good];
}

/** @param {Views} all @param {any} q */
function figures({ said, shown }, q) {
  return {
    train: q.train.accuracy, heldOut: q.held_out ? q.held_out.accuracy : null,
    baseline: q.baseline.accuracy, always: shown(q.baseline.class), n: said.comparison.data.n_samples,
  };
}

/** Each share begins where the one before it ends. @param {Words} words @param {{term: string, value: number}[]} shares @param {number} sum @param {Shown} shown */
function waterfall(words, shares, sum, shown) {
  let at = 0;
  const steps = shares.map(({ term, value }) => {
    const step = { name: name(words, term, shown), from: at, to: at + value, value, total: false };
    at += value;
    return step;
  });
  steps.push({ name: words.melon.sum, from: 0, to: sum, value: sum, total: true });
  const reach = Math.max(0.5, ...steps.map(({ from, to }) => Math.max(Math.abs(from), Math.abs(to))));
  const place = (/** @type {number} */ v) => 50 + (v / reach) * 48;
  return h('table', { class: 'waterfall' }, h('tbody', {}, steps.map((step) => h('tr', { class: step.total ? 'total' : null },
    h('th', { scope: 'row' }, step.name),
    h('td', { class: 'track', 'aria-hidden': true }, h('span', {}, h('i', {
      class: step.value < 0 ? 'no' : 'yes',
      style: { left: `${place(Math.min(step.from, step.to))}%`, width: `${Math.max(0.6, Math.abs(place(step.to) - place(step.from)))}%` },
    }))),
    h('td', { class: 'number' }, signed(step.value))))));
}

/** @param {Words} words @param {string} term @param {Shown} shown */
function name(words, term, shown) {
  if (term === '(Intercept)') return words.melon.start;
  return term.split('=').map(shown).join('=');
}

/**
 * The S-curve, the melons of the table on its axis, and this melon on it.
 * @param {Views} all
 * @param {number} sum
 * @param {number} p
 */
function curve({ words, said }, sum, p) {
  const samples = /** @type {[number, number, boolean][]} */ (said.logistic.samples);
  const reach = Math.max(4, Math.abs(sum) * 1.1, ...samples.map(([, x]) => Math.abs(x) * 1.1));
  const frame = new Frame({ x: [-reach, reach], y: [0, 1], width: 400, height: 230, labels: [words.melon.logOdds, 'P'], name: words.melon.curveName(percent(p)) });
  const points = Array.from({ length: 121 }, (_, i) => -reach + (2 * reach * i) / 120);
  frame.marks.append(
    s('path', { class: 'curve', d: points.map((x, i) => `${i ? 'L' : 'M'}${frame.px(x).toFixed(1)} ${frame.py(1 / (1 + Math.exp(-x))).toFixed(1)}`).join('') }),
    s('path', { class: 'guide', d: `M${frame.px(sum)} ${frame.bottom}V${frame.py(p)}H${frame.left}` }));
  /** Where the last mark of each row stands, from above and from below. @type {[number[], number[]]} */
  const rows = [[], []];
  for (const [, x, isYes] of samples.toSorted((a, b) => a[1] - b[1])) {
    const [own, px] = [rows[isYes ? 0 : 1], frame.px(x)];
    const row = [...own, -Infinity].findIndex((last) => px - last >= 9);
    own[row] = px;
    frame.marks.append(mark(isYes ? 0 : 1, px, isYes ? frame.top + 6 + row * 9 : frame.bottom - 6 - row * 9, 4));
  }
  frame.marks.append(s('circle', { class: 'here', cx: frame.px(sum), cy: frame.py(p), r: 7 }));
  return frame.svg;
}

/** @param {Views} all @param {Record<string, any>} portraits */
function generative(all, portraits) {
  const { words, said, made, shown } = all;
  const bayes = portraits['naive-bayes'];
  const { data, melon } = said.comparison;
  const hidden = melon.left_out.map(shown).join(words.code === 'zh' ? '、' : ', ');
  const seen = melon.seen.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  return [
    answer(all, bayes),
    h('h3', {}, words.melon.product), product(all, bayes),
    hidden ? h('p', { class: 'remark' }, words.melon.summed(hidden)) : null,
    h('h3', {}, words.melon.usual),
    h('p', {}, words.melon.usualIs(tiny(Math.exp(said.bayes.log_evidence_nats)), said.bayes.n_less_usual, data.n_samples), words.code === 'zh' ? '' : ' ', words.melon.seen(seen)),
    h('h3', {}, words.melon.gap), h('ul', { class: 'plain' }, ['naive-bayes', 'ngram', 'gpt'].map((model) => gap(all, portraits[model]))),
    h('h3', {}, words.melon.sentence), h('p', { class: 'remark' }, words.melon.sentenceIdea),
    h('p', { class: 'sentence' }, portraits.ngram.why.sentence, h('span', { class: 'caret', 'aria-hidden': true })),
    h('div', { class: 'readers' }, ['ngram', 'gpt'].map((model) => nextTokens(all, portraits[model]))),
    h('h3', {}, words.melon.make), h('ul', { class: 'plain' }, made.map((one) => newMelon(all, one))),
    button(words.melon.another, all.another),
    h('h3', {}, words.melon.good), quality(words, figures(all, said.bayes.quality)),
  ].filter((part) => part !== null);
}

/** Every factor of `P(x, y)`, class by class, then their product and its share. @param {Views} all @param {any} portrait */
function product({ words, said, shown }, portrait) {
  const { classes, target } = said.comparison.data;
  const factors = /** @type {{term: string, values: number[]}[]} */ (said.bayes.factors);
  const joint = classes.map((/** @type {string} */ _, /** @type {number} */ c) => factors.reduce((p, { values }) => p * (values[c] ?? 1), 1));
  const most = Math.max(...joint);
  const kinds = ['no', 'yes'];
  const row = (/** @type {string} */ title, /** @type {number[]} */ values, /** @type {string} */ kind, /** @type {(v: number) => number} */ length) =>
    h('tr', { class: kind }, h('th', { scope: 'row' }, title), values.map((value, c) => h('td', {}, bar(length(value), kinds[c]), h('span', { class: 'number' }, tiny(value)))));
  const title = (/** @type {string} */ term) => (term === '(Intercept)' ? `P(${shown(target)}): ${words.melon.prior}` : `P(${name(words, term, shown)} | ${shown(target)})`);
  return h('table', { class: 'product' },
    h('thead', {}, h('tr', {}, h('td', {}), classes.map((/** @type {string} */ c) => h('th', { scope: 'col' }, words.melon.classOf(shown(target), shown(c)))))),
    h('tbody', {}, factors.map(({ term, values }) => row(title(term), values, '', (v) => v)),
      row(words.melon.joint, joint, 'total', (v) => (most > 0 ? v / most : 0)),
      row(words.melon.posterior, classes.map((/** @type {string} */ c) => portrait.answer.probabilities[c]), 'total', (v) => v)));
}

/** @param {Views} all @param {any} portrait */
function gap({ words, shown }, portrait) {
  const model = words.melon.models[/** @type {'gpt'} */ (portrait.model)];
  if (!portrait.fills) return h('li', {}, `${model}: –`);
  const { guess, hidden } = portrait.fills;
  const say = hidden ? words.melon.gapIs : words.melon.gapWas;
  return h('li', {}, h('b', {}, model), ' ', say(shown(guess.feature), shown(guess.value), percent(guess.probability ?? 0)));
}

/** @param {Views} all @param {any} portrait */
function nextTokens({ words }, portrait) {
  const row = (/** @type {{text: string, probability: number}} */ { text, probability }) => h('tr', {},
    h('th', { scope: 'row' }, text || words.melon.end), h('td', {}, bar(probability, 'plain')), h('td', { class: 'number' }, percent(probability)));
  return h('table', { class: 'next-tokens' }, h('caption', {}, words.melon.models[/** @type {'gpt'} */ (portrait.model)]),
    h('tbody', {}, portrait.why.candidates.map(row)));
}

/** @param {Views} all @param {any} one */
function newMelon({ words, said, shown }, one) {
  const { target, features } = said.comparison.data;
  const model = h('b', {}, words.melon.models[/** @type {'gpt'} */ (one.model)]);
  // One that was made before has the names of its own table.
  const input = Object.fromEntries(Object.entries(one.input).map((pair) => pair.map(shown)));
  const cells = features.map((/** @type {string} */ f) => input[shown(f)]).filter(Boolean);
  const text = one.text ?? [...cells, one.class ? words.melon.classOf(shown(target), shown(one.class)) : ''].join(words.code === 'zh' ? '，' : ', ');
  const kind = one.class === null ? words.melon.notMelon : one.n_seen > 0 ? words.melon.madeSeen : words.melon.madeNew;
  return h('li', {}, model, ' ', text, ' ', h('span', { class: 'tag' }, kind));
}

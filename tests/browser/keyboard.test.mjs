// Every scene with the keyboard alone: nothing here touches the page but keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS, changes, opened, text } from './use.mjs';

const it = opened();
const w = WORDS.en;
const MOST_TABS = 120;

/** Presses Tab until what has the focus is what is wanted. */
async function reach(page, selector, name) {
  const is = () => page.evaluate(([where, called]) => {
    const own = document.activeElement;
    return Boolean(own?.matches(where)) && (!called || (own.getAttribute('aria-label') ?? own.textContent).trim() === called);
  }, [selector, name ?? '']);
  for (let i = 0; i < MOST_TABS; i++) {
    if (await is()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${MOST_TABS} tabs, and no ${selector} ${name ?? ''}`);
}

/** The name of what has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** Begins behind the links to the scenes. */
async function begin(page) {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), w.skip);
  await page.keyboard.press('Enter');
}

const keys = (name, title, params, work) => test(`${name}: ${title}`, () => it.scene(name, { lang: 'en', ...params }, async (page) => {
  await begin(page);
  await work(page);
}));

keys('melon', 'another value, and a flipped label', {}, async (page) => {
  await reach(page, 'input[type=radio]');
  await changes(page, '.discriminative .answer', () => page.keyboard.press('ArrowRight'));
  await reach(page, '[role=switch]');
  await changes(page, '.discriminative .answer', () => page.keyboard.press('Space'));
});

keys('melon', 'the focus stays in the table when a melon is removed', {}, async (page) => {
  await reach(page, '.melons button', w.melon.remove(2));
  for (const n of [9, 8]) {
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.melons tbody tr').count(), n);
    assert.equal(await focused(page), w.melon.remove(2));
  }
});

keys('steps', 'the focus stays where the labels are uncovered', { data: '3.0a' }, async (page) => {
  await reach(page, 'button', w.steps.uncover);
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), w.steps.cover);
});

keys('steps', 'the last step leaves the focus among the buttons', {}, async (page) => {
  await reach(page, 'button', w.steps.step);
  for (let i = 0; i < 20 && (await page.getByRole('button', { name: w.steps.step, exact: true }).isEnabled()); i++) await page.keyboard.press('Enter');
  assert.equal(await focused(page), w.steps.back);
});

keys('tour', 'the focus stays in the list of screens', {}, async (page) => {
  await reach(page, '.tour-layout nav button');
  await page.keyboard.press('Tab');
  await changes(page, 'article h1', () => page.keyboard.press('Enter'));
  assert.ok(await page.evaluate(() => document.activeElement?.matches('.tour-layout nav [aria-current]')));
});

keys('plane', 'the penalty, and a point that is moved, changed and removed', {}, async (page) => {
  const line = () => page.locator('.boundary').first().getAttribute('d');
  const moves = async (act) => {
    const old = await line();
    await act();
    await page.waitForFunction((was) => document.querySelector('.boundary')?.getAttribute('d') !== was, old);
  };
  await reach(page, 'input[type=range]');
  await moves(() => page.keyboard.press('ArrowRight'));
  await reach(page, '.mark');
  await moves(() => page.keyboard.press('ArrowUp'));
  await moves(() => page.keyboard.press('Enter'));
  const n = await page.locator('.panel').first().locator('.mark').count();
  await moves(() => page.keyboard.press('Delete'));
  assert.equal(await page.locator('.panel').first().locator('.mark').count(), n - 1);
});

keys('steps', 'a step, and a centroid that is moved', {}, async (page) => {
  await reach(page, '.centre');
  await changes(page, '.figures', () => page.keyboard.press('ArrowRight'));
  assert.ok(await page.evaluate(() => document.activeElement?.matches('.centre')), 'the focus stays');
  await reach(page, 'button', w.steps.step);
  await changes(page, '.state', () => page.keyboard.press('Enter'));
});

keys('next', 'a text is typed, a candidate chosen, and taken back', {}, async (page) => {
  await reach(page, 'textarea');
  await changes(page, '.tokens', () => page.keyboard.type(' green'));
  const typed = await page.getByRole('textbox').inputValue();
  await reach(page, '.candidates button');
  await changes(page, '.tokens', () => page.keyboard.press('Enter'));
  assert.ok(await page.evaluate(() => document.activeElement?.matches('.candidates button')), 'the focus stays among the candidates');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < MOST_TABS; i++) {
    if (await page.evaluate((name) => document.activeElement?.textContent === name, w.next.back)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction((old) => document.querySelector('textarea').value === old, typed);
});

keys('train', 'begun, stopped, and asked', { iters: '10000' }, async (page) => {
  await reach(page, 'button', w.train.start);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.samples li').length >= 1);
  await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.activeElement?.textContent === name, w.train.start);
  await reach(page, 'button', w.train.ask);
  await page.keyboard.press('Enter');
  // What it writes after so few steps may be nothing: that it was asked is what is seen here.
  await page.waitForFunction(() => document.querySelector('.sentence b')?.textContent);
});

keys('labs', 'begun and stopped', { splits: '200' }, async (page) => {
  await reach(page, 'button', w.labs.run);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lab .blocks svg');
  if (await page.evaluate((name) => document.activeElement?.textContent === name, w.stop)) await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.querySelector('.lab button.main').textContent === name, w.labs.run);
});

keys('own', 'a table, what a column is for, and a report', {}, async (page) => {
  await reach(page, 'select');
  await page.keyboard.press('m');
  await page.waitForSelector('.columns');
  await reach(page, '.columns select');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.matches('.columns select'));
  await reach(page, 'button', w.own.go);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.result .blocks h1');
});

keys('tour', 'to the next screen and back', {}, async (page) => {
  await reach(page, 'button', w.tour.next);
  await changes(page, 'article h1', () => page.keyboard.press('Enter'));
  assert.match(await text(page, 'article h1'), /^2\/15/);
  await reach(page, 'button', w.tour.previous);
  await changes(page, 'article h1', () => page.keyboard.press('Enter'));
});

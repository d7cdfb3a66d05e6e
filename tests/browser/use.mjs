// How the tests use the page: a server and a browser for a file of tests, and a scene in a tab.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { en } from '../../src/web/page/words/en.js';
import { zh } from '../../src/web/page/words/zh.js';
import { at, browse, page, tab } from './helper.mjs';

/** The words of the page, by which a reader finds what she presses. */
export const WORDS = { en, zh };
/** What shows that a scene has had its first answer. */
export const READY = {
  melon: '.generative .product', plane: '.panel .quality', steps: '.steps-plot .centre', next: '.candidates', train: '.losses', labs: '.lab', own: '.drop', tour: 'article .blocks',
};
export const SCENES = Object.keys(READY);

/** A server and a browser for the tests of a file. */
export function opened() {
  const it = {
    server: undefined, browser: undefined,
    /** Opens a scene, waits for its first answer, works in it, and finds no fault. */
    async scene(name, params, work) {
      const { page, faults } = await tab(it.browser.context);
      try {
        await page.goto(at(it.server.address, name, params));
        await page.waitForSelector(READY[name]);
        await work(page);
        assert.deepEqual(faults, []);
      } finally {
        await page.close();
      }
    },
  };
  before(async () => { it.server = await page(); it.browser = await browse(); });
  after(async () => { await it.browser?.close(); await it.server?.stop(); });
  return it;
}

export const text = (page, selector) => page.locator(selector).first().innerText();

/** A button by its name. */
export const named = (page, name) => page.getByRole('button', { name, exact: true });

/** Waits until something differs from what it was. */
export async function changes(page, selector, act) {
  const old = await text(page, selector);
  await act();
  await page.waitForFunction(([where, was]) => document.querySelector(where)?.innerText !== was, [selector, old]);
  return [old, await text(page, selector)];
}

/** The same for an attribute. */
export async function attributeChanges(page, selector, name, act) {
  const old = await page.locator(selector).first().getAttribute(name);
  await act();
  await page.waitForFunction(([where, what, was]) => document.querySelector(where)?.getAttribute(what) !== was, [selector, name, old]);
}

/** The number that stands in a text. */
export const numberIn = (said) => Number(said.match(/\d[\d,]*/)[0].replaceAll(',', ''));

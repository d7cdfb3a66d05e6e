// The page as a whole: from `melon serve`, or from the file that `MELON_FILE` names.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { percent, signed, whole } from '../../src/web/page/number.js';
import { FILE, at, serve, tab, violations } from './helper.mjs';
import { SCENES, opened, text } from './use.mjs';

const it = opened();

describe('every scene', () => {
  for (const lang of ['en', 'zh']) {
    for (const name of SCENES) {
      test(`${name} in ${lang}: accessible, in light and dark, at 390 and 1440`, async () => {
        const params = { lang, ...(name === 'own' ? { table: 'melons' } : {}) };
        await it.scene(name, params, async (page) => {
          if (name === 'own') await page.waitForSelector('.columns');
          for (const colorScheme of ['light', 'dark']) {
            for (const width of [1440, 390]) {
              await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
              await page.setViewportSize({ width, height: 900 });
              const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(wider <= 0, `${wider} pixels too wide at ${width}`);
              assert.deepEqual(await violations(page), [], `${colorScheme} ${width}`);
            }
          }
          const body = await text(page, 'main');
          if (lang === 'en' && name !== 'next' && name !== 'tour') assert.doesNotMatch(body, /[\u4e00-\u9fff]/);
          assert.doesNotMatch(body, /undefined|NaN|\[object/);
        });
      });
    }
  }
});

test('a scene that is opened on a phone is accessible', async () => {
  await it.scene('tour', { lang: 'en' }, async (page) => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.reload();
    await page.waitForSelector('main h1');
    await page.waitForFunction(() => (document.querySelector('nav')?.scrollLeft ?? 0) > 0);
    assert.deepEqual(await violations(page), []);
  });
});

describe('a figure', () => {
  test('is rounded as the program rounds it: what lies between two becomes the even one', () => {
    assert.deepEqual([0.665, 0.675, 0.005, 1].map(whole), ['66%', '68%', '0%', '100%']);
    assert.deepEqual([0.0625, 0.1875, 0.12345, 0.0007, 0.9995].map(percent), ['6.2%', '18.8%', '12.3%', '<0.1%', '>99.9%']);
    assert.deepEqual([0.125, -0.375, -0.001].map(signed), ['+0.12', '−0.38', '0.00']);
  });
});

describe('whatever is done', () => {
  test('200 random actions without a fault', async () => {
    const { page, faults } = await tab(it.browser.context);
    await page.goto(at(it.server.address, 'melon', { lang: 'en' }));
    let seed = 7;
    const random = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
    for (let i = 0; i < 200; i++) {
      if (i % 25 === 0) await page.goto(at(it.server.address, SCENES[(i / 25) % SCENES.length], { lang: i % 50 ? 'zh' : 'en' }));
      const kind = ['button:not(:disabled)', 'input[type=range]', '.choice label', 'select', '.mark[tabindex="0"], .centre', 'header a'][random(6)];
      const found = page.locator(`main ${kind}, ${kind.startsWith('header') ? kind : 'main .none'}`);
      const n = await found.count();
      if (!n) continue;
      const one = found.nth(random(n));
      try {
        if (kind === 'input[type=range]') await one.evaluate((input, r) => { input.value = String(Number(input.min) + (r / 100) * (input.max - input.min)); input.dispatchEvent(new Event('input')); }, random(100), { timeout: 1000 });
        else if (kind === 'select') await one.selectOption({ index: random(2) }, { timeout: 1000 });
        else if (kind.startsWith('.mark')) { await one.focus({ timeout: 1000 }); await page.keyboard.press(['ArrowLeft', 'ArrowUp', 'Enter', 'ArrowDown'][random(4)]); }
        else await one.click({ timeout: 1000 });
      } catch (error) {
        if (!/Timeout|detached|not attached|intercepts|outside/.test(error.message)) throw error;
      }
    }
    await page.waitForTimeout(500);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

describe('the server', { skip: FILE && 'a file has none' }, () => {
  test('Ctrl-C ends it cleanly', async () => {
    const other = await serve();
    assert.equal(await other.stop(), 0);
  });
});

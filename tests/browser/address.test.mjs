// What an address may bring, and what goes wrong: no scene is broken by a link, and an error is told where
// it arose, in the page's own words.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at } from './helper.mjs';
import { READY, WORDS, attributeChanges, named, opened, text } from './use.mjs';

const it = opened();
const notice = (page, where) => text(page, `${where} .notice:not([hidden])`);

describe('an address', () => {
  for (const [name, params] of [
    ['melon', { draw: 'abc', table: '0000', 色泽: '?' }], ['melon', { table: '9.9' }], ['plane', { l2: 'abc', k: '-1', points: '1_2_x.3' }],
    ['plane', { l2: 'Infinity', k: '2.5' }], ['steps', { k: 'x', step: '-3' }], ['steps', { step: 'x', data: '?', start: '{"points":[[0.1,0.2]]}' }],
    ['steps', { start: '{"rows":[1]}' }], ['steps', { start: '{"random":"?"}' }], ['next', { model: '?', draw: '1', temperature: '-1', top_k: '1.5', seed: '-1' }],
    ['train', { size: 'huge', iters: 'NaN', run: 'run-99' }], ['labs', { splits: '1e9', iters: '', task: '?' }], ['own', { table: '/etc/passwd', task: '?', missing: '?' }],
    ['tour', { screen: '?' }],
  ]) {
    test(`${name} with ${JSON.stringify(params)}: as at the start where it cannot be meant`, async () => {
      await it.scene(name, { lang: 'zh', ...params }, async (page) => {
        await page.waitForTimeout(300);
        assert.equal(await page.locator('.notice:not([hidden])').count(), 0, 'nothing is amiss');
        assert.doesNotMatch(await text(page, 'main'), /undefined|NaN|Infinity|\[object/);
        await page.reload();
        await page.waitForSelector(READY[name]);
        // A scene that asks the program first, as for a training of before, notes its place with the answer.
        await page.waitForURL((url) => !/NaN|Infinity|undefined/.test(decodeURIComponent(url.href)));
      });
    });
  }

  test('keeps the language wherever the reader goes', async () => {
    await it.scene('melon', { lang: 'zh' }, async (page) => {
      for (const [name, words] of [['plane', WORDS.zh.plane], ['tour', WORDS.zh.tour], ['melon', WORDS.zh.melon]]) {
        await page.locator('header nav').getByText(words.name, { exact: true }).click();
        await page.waitForSelector(READY[name]);
        assert.equal(await text(page, 'h1'), words.title);
        assert.match(page.url(), /lang=zh/);
      }
    });
  });
});

for (const [lang, w] of Object.entries(WORDS)) {
  describe(`what goes wrong, in ${lang}`, () => {
    test('one class alone: it is said beside the table, and the answers are marked as of before', async () => {
      await it.scene('melon', { lang }, async (page) => {
        for (let i = 0; i < 12 && (await page.getByRole('switch', { checked: true }).count()); i++) await page.getByRole('switch', { checked: true }).first().click();
        await page.waitForSelector('.learned-from .notice:not([hidden])');
        await page.waitForFunction(() => document.querySelector('.commands').hidden);
        assert.doesNotMatch(await notice(page, '.learned-from'), /--/, 'no option of a terminal');
        assert.deepEqual(await page.locator('.outdated > .why-outdated').allInnerTexts(), [w.beforeError, w.beforeError]);
        assert.ok(await page.locator('.commands').isHidden(), 'no command that would do something else');
        await page.waitForFunction(() => document.querySelector('.learned-from [role=status]').textContent === '');
        await page.getByRole('switch').first().click();
        await page.waitForFunction(() => !document.querySelector('.outdated'));
        assert.equal(await page.locator('.notice:not([hidden])').count(), 0);
      });
    });

    test('too many neighbours: that model says so, and the others answer', async () => {
      const points = [[0.3, 0.1, 0], [0.4, 0.15, 0], [0.5, 0.2, 1], [0.6, 0.1, 0], [0.7, 0.3, 1], [0.6, 0.4, 1], [0.5, 0.35, 1], [0.4, 0.3, 0], [0.65, 0.25, 1]];
      await it.scene('plane', { lang, k: '16', points: points.map(([x, y, yes]) => `${x * 1000}_${y * 1000}_${yes}`).join('.') }, async (page) => {
        const panel = page.locator('.panel');
        assert.deepEqual(await Promise.all([0, 1, 2].map((i) => panel.nth(i).locator('.quality').count())), [1, 1, 0]);
        const said = await panel.nth(2).locator('.notice').innerText();
        assert.ok(said.includes(w.plane.k) && !said.includes('--'), said);
        await page.getByRole('slider', { name: w.plane.k }).fill('3');
        await panel.nth(2).locator('.quality').waitFor();
        assert.ok(await panel.nth(2).locator('.notice').isHidden());
      });
    });

    test('a column that cannot be used: the page names its own choices', async () => {
      const csv = (name, body) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(body) });
      await it.scene('own', { lang }, async (page) => {
        await page.setInputFiles('input[type=file]', csv('a.csv', `x,kind\n${Array.from({ length: 12 }, (_, i) => `${i % 5 ? i : ''},${i % 2 ? 'a' : 'b'}`).join('\n')}\n`));
        await page.waitForSelector('.columns');
        await named(page, w.own.go).click();
        await page.waitForSelector('.what .notice:not([hidden])');
        const said = await notice(page, '.what');
        assert.ok(said.includes(w.own.missingDrop) && said.includes(w.own.missingImpute) && !said.includes('--missing'), said);
        // What cannot be read takes the place of what was there, in the address too.
        await page.setInputFiles('input[type=file]', csv('bad.csv', ''));
        await page.waitForSelector('.drop .notice:not([hidden])');
        assert.equal(await page.locator('.columns').count(), 0);
        assert.doesNotMatch(page.url(), /\.csv/);
      });
    });

    test('a choice after a report: the report goes, and the command follows', async () => {
      await it.scene('own', { lang, table: 'watermelon-3.0', go: '1' }, async (page) => {
        await page.waitForSelector('.result .blocks h1');
        // What is drawn below is not suggested to be drawn.
        assert.doesNotMatch(await text(page, '.result'), /--plot/);
        await page.locator('.choice').getByText(w.own.tasks.cluster, { exact: true }).click();
        await page.waitForFunction(() => document.querySelector('.commands code')?.textContent?.startsWith('melon cluster'));
        assert.equal(await page.locator('.result .blocks').count(), 0);
        assert.doesNotMatch(page.url(), /go=1/);
      });
    });
  });
}

describe('a finger', () => {
  test('scrolls over a plane, drags a point, and changes and removes one', async () => {
    await it.scene('plane', { lang: 'en' }, async (page) => {
      await page.setViewportSize({ width: 390, height: 800 });
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const touch = (type, x, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
      const swipe = async (from, to) => {
        await touch('touchStart', from.x, from.y);
        for (let i = 1; i <= 8; i++) await touch('touchMove', from.x + ((to.x - from.x) * i) / 8, from.y + ((to.y - from.y) * i) / 8);
        await touch('touchEnd');
      };
      const tap = async (place) => { await touch('touchStart', place.x, place.y); await touch('touchEnd'); };
      /** What is scrolled goes on for a moment after the finger has gone. */
      const still = () => page.evaluate(() => new Promise((resolve) => {
        let last = -1;
        const look = () => { if (scrollY === last) return resolve(undefined); last = scrollY; setTimeout(look, 300); };
        look();
      }));
      const marks = page.locator('.panel').first().locator('.mark');
      const middle = async (one) => { const box = await one.boundingBox(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
      await page.locator('.panel .plot').first().scrollIntoViewIfNeeded();
      const n = await marks.count();
      const box = await page.locator('.panel .plot').first().boundingBox();
      const empty = { x: box.x + box.width * 0.9, y: box.y + box.height * 0.75 };
      const scrolled = await page.evaluate(() => scrollY);
      await swipe(empty, { x: empty.x, y: empty.y - 180 });
      await page.waitForFunction((from) => scrollY > from + 60, scrolled);
      await still();
      assert.equal(await marks.count(), n, 'a swipe adds nothing');
      await page.locator('.panel .plot').first().scrollIntoViewIfNeeded();
      await still();
      const [from, top] = [await middle(marks.nth(3)), await page.evaluate(() => scrollY)];
      const fourth = '.panel .mark:nth-of-type(4)';
      await attributeChanges(page, fourth, 'aria-label', () => swipe(from, { x: from.x + 30, y: from.y + 30 }));
      await still();
      assert.equal(await page.evaluate(() => scrollY), top, 'and the page stays');
      const use = (tool) => page.locator('.choice').getByText(tool, { exact: true }).click();
      await use(WORDS.en.plane.flip);
      await marks.first().scrollIntoViewIfNeeded();
      await still();
      await attributeChanges(page, '.panel .mark', 'class', async () => tap(await middle(marks.first())));
      await use(WORDS.en.plane.remove);
      await marks.first().scrollIntoViewIfNeeded();
      await still();
      await tap(await middle(marks.first()));
      await page.waitForFunction((left) => document.querySelector('.panel').querySelectorAll('.mark').length === left, n - 1);
    });
  });
});

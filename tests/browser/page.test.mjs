// The page, used as a person would: from `melon serve`, or from the file that `MELON_FILE` names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { FILE, at, browse, page as opened, serve, tab } from './helper.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCENES = ['melon', 'plane', 'steps', 'next', 'train', 'labs', 'own', 'tour'];
/** What shows that a scene has had its first answer. */
const READY = {
  melon: '.generative .product', plane: '.panel .quality', steps: '.steps-plot .centre', next: '.candidates', train: '.losses', labs: '.lab', own: '.drop', tour: 'article .blocks',
};

let server, browser;
before(async () => { server = await opened(); browser = await browse(); });
after(async () => { await browser?.close(); await server?.stop(); });

/** Opens a scene, waits for its first answer, works in it, and finds no fault. */
async function scene(name, params, work) {
  const { page, faults } = await tab(browser.context);
  try {
    await page.goto(at(server.address, name, params));
    await page.waitForSelector(READY[name]);
    await work(page);
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
  }
}

const text = (page, selector) => page.locator(selector).first().innerText();
/** Waits until something differs from what it was. */
async function changes(page, selector, act) {
  const old = await text(page, selector);
  await act();
  await page.waitForFunction(([where, was]) => document.querySelector(where)?.innerText !== was, [selector, old]);
  return [old, await text(page, selector)];
}

describe('every scene', () => {
  for (const lang of ['en', 'zh']) {
    for (const name of SCENES) {
      test(`${name} in ${lang}: accessible, in light and dark, at 390 and 1440`, async () => {
        const params = { lang, ...(name === 'own' ? { table: 'melons' } : {}) };
        await scene(name, params, async (page) => {
          if (name === 'own') await page.waitForSelector('.columns');
          await page.evaluate(AXE);
          for (const colorScheme of ['light', 'dark']) {
            for (const width of [1440, 390]) {
              await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
              await page.setViewportSize({ width, height: 900 });
              const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(wider <= 0, `${wider} pixels too wide at ${width}`);
              const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
              const told = found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join(' | ')}`);
              assert.deepEqual(told, [], `${colorScheme} ${width}`);
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

describe('one melon', () => {
  test('a picked value, a hidden one and a flipped label are answered anew', async () => {
    await scene('melon', { lang: 'en' }, async (page) => {
      await changes(page, '.discriminative .answer', () => page.getByText('pale', { exact: true }).first().click());
      assert.match(page.url(), /%E8%89%B2%E6%B3%BD=%E6%B5%85%E7%99%BD/);
      await changes(page, '.generative .answer', () => page.getByRole('switch').first().click());
      await page.locator('.asked').getByText('hidden', { exact: true }).first().click();
      await page.waitForSelector('.cannot');
      assert.match(await text(page, '.generative .remark'), /sums over/);
      const before = await text(page, '.generative .answer');
      await page.reload();
      await page.waitForSelector('.cannot');
      assert.equal(await text(page, '.generative .answer'), before, 'the address keeps what was done');
    });
  });

  test('everything learns again at once', async () => {
    await scene('melon', { lang: 'en' }, async (page) => {
      const took = [];
      for (let i = 0; i < 10; i++) {
        await changes(page, '.generative .answer', () => page.getByRole('switch').nth(i % 3).click());
        took.push(Number((await text(page, '[role=status]')).match(/(\d+) ms/)[1]));
      }
      // How fast is a matter of the machine and of the build: `benches/serve.mjs` measures it.
      console.log('  learned again in', took.join(', '), 'ms');
      assert.ok(Math.min(...took) < 2000, took.join(', '));
    });
  });

  test('with the keyboard only', async () => {
    await scene('melon', { lang: 'en' }, async (page) => {
      const focus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
      await page.keyboard.press('Tab');
      assert.equal(await focus(), 'Skip to the content');
      await page.keyboard.press('Enter');
      for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))); i++) await page.keyboard.press('Tab');
      await changes(page, '.discriminative .answer', () => page.keyboard.press('ArrowRight'));
      for (let i = 0; i < 80 && !(await page.evaluate(() => document.activeElement?.getAttribute('role') === 'switch')); i++) await page.keyboard.press('Tab');
      await changes(page, '.discriminative .answer', () => page.keyboard.press('Space'));
    });
  });

  test('a melon is added, and one of a single class is refused in words', async () => {
    await scene('melon', { lang: 'zh' }, async (page) => {
      await page.getByRole('button', { name: '加一个瓜' }).click();
      assert.equal(await page.locator('.melons tbody tr').count(), 11);
      for (let i = 0; i < 12 && (await page.getByRole('switch', { checked: true }).count()); i++) await page.getByRole('switch', { checked: true }).first().click();
      await page.waitForSelector('.notice:not([hidden])');
      assert.match(await text(page, '.notice'), /[\u4e00-\u9fff]/);
    });
  });
});

describe('boundary and density', () => {
  test('a point is dragged, added and moved by keys; sliders are followed', async () => {
    await scene('plane', { lang: 'en' }, async (page) => {
      const boundary = () => page.locator('.boundary').first().getAttribute('d');
      const first = await boundary();
      const point = await page.locator('.panel .mark').first().boundingBox();
      await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
      await page.mouse.down();
      await page.mouse.move(point.x + 90, point.y + 60, { steps: 5 });
      await page.mouse.up();
      await page.waitForFunction((old) => document.querySelector('.boundary')?.getAttribute('d') !== old, first);
      const n = await page.locator('.panel').first().locator('.mark').count();
      const plot = await page.locator('.panel .plot').first().boundingBox();
      await page.mouse.click(plot.x + plot.width * 0.93, plot.y + plot.height * 0.8);
      assert.equal(await page.locator('.panel').first().locator('.mark').count(), n + 1);
      await page.locator('.panel .mark').first().focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Delete');
      assert.equal(await page.locator('.panel').first().locator('.mark').count(), n);
      const second = await boundary();
      await page.getByLabel(/Penalty/).fill('1');
      await page.waitForFunction((old) => document.querySelector('.boundary')?.getAttribute('d') !== old, second);
      await page.getByRole('button', { name: 'As at the start' }).click();
    });
  });
});

describe('k-means by steps', () => {
  test('it steps, runs, starts from where a centre is dragged to, and uncovers the labels', async () => {
    await scene('steps', { lang: 'en' }, async (page) => {
      assert.match(await text(page, '.state'), /Step 0 of/);
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      assert.match(await text(page, '.state'), /Step 1 of/);
      const centre = await page.locator('.centre').first().boundingBox();
      await page.mouse.move(centre.x + centre.width / 2, centre.y + centre.height / 2);
      await page.mouse.down();
      await page.mouse.move(centre.x + 120, centre.y - 40, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('Step 0'));
      await page.getByRole('button', { name: 'Run' }).click();
      await page.waitForFunction(() => document.querySelector('.state')?.textContent?.includes('Nothing moves'), null, { timeout: 20000 });
      await page.getByText('3.0α', { exact: true }).click();
      await page.getByRole('button', { name: 'Uncover the true labels' }).click();
      await page.getByText(/adjusted Rand index/).waitFor();
    });
  });
});

describe('next token', () => {
  test('a candidate is chosen, the model writes, is stopped, and the text is taken back', async () => {
    await scene('next', { lang: 'en' }, async (page) => {
      const area = page.getByRole('textbox');
      const before = await area.inputValue();
      await page.locator('.candidates button').first().click();
      await page.waitForFunction((old) => document.querySelector('textarea').value.length > old, before.length);
      await page.getByRole('button', { name: 'Let it run' }).click();
      await page.waitForFunction((old) => document.querySelector('textarea').value.length > old + 3, before.length);
      await page.getByRole('button', { name: /Stop|Let it run/ }).click();
      await area.fill('周一上班真的很');
      await page.getByText('80.0%').first().waitFor();
      await page.getByText('draw at random').click();
      await page.getByRole('slider', { name: 'Temperature' }).fill('1.5');
    });
  });
});

describe('train one', () => {
  test('a training is started, stopped, gone on with, and then writes', async () => {
    await scene('train', { lang: 'en', iters: '4000' }, async (page) => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.waitForFunction(() => document.querySelectorAll('.samples li').length >= 2, null, { timeout: 60000 });
      const step = async () => Number((await text(page, '.state')).match(/Step ([\d,]+)/)[1].replace(',', ''));
      await page.getByRole('button', { name: 'Stop' }).click();
      const stopped = await step();
      assert.ok(stopped > 0 && stopped < 4000, `stopped at ${stopped}`);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.waitForFunction((old) => Number(document.querySelector('.state').textContent.match(/Step ([\d,]+)/)[1].replace(',', '')) > old, stopped);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Let it write' }).click();
      await page.waitForFunction(() => document.querySelector('.sentence').textContent.length > 20);
    });
  });
});

describe('the labs', () => {
  test('both run, are drawn on the way, and one is stopped', async () => {
    await scene('labs', { lang: 'en', splits: '16', iters: '20', task: 'copy' }, async (page) => {
      await page.getByRole('button', { name: 'Run' }).first().click();
      await page.waitForSelector('.lab .blocks svg', { timeout: 60000 });
      await page.getByRole('button', { name: 'Run' }).last().click();
      await page.locator('.lab').nth(1).locator('.blocks h1').waitFor({ timeout: 60000 });
    });
  });
});

describe('your table', () => {
  test('a file is dropped, a column is told what it is for, and a report is made', async () => {
    await scene('own', { lang: 'en' }, async (page) => {
      const rows = Array.from({ length: 24 }, (_, i) => `${i % 3 ? 'red' : 'blue'},${(i * 7) % 11},${i % 2 ? 'yes' : 'no'}`);
      const csv = ['colour,size,sold', ...rows].join('\n');
      await page.setInputFiles('input[type=file]', { name: 'shop <b>.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await page.waitForSelector('.columns');
      await page.getByLabel('sold: used for').selectOption('target');
      for (const task of ['Tell classes apart', 'The same, generatively', 'Find groups']) {
        await page.getByText(task, { exact: true }).click();
        await page.getByRole('button', { name: 'Go' }).click();
        await page.waitForSelector('.result .blocks h1');
      }
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /Save the report/ }).click();
      assert.match((await download).suggestedFilename(), /\.html$/);
    });
  });

  test('a table that cannot be used is refused in words', async () => {
    await scene('own', { lang: 'zh' }, async (page) => {
      await page.setInputFiles('input[type=file]', { name: 'leer.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
      await page.waitForSelector('.notice:not([hidden])');
      assert.match(await text(page, '.notice'), /leer\.csv/);
    });
  });
});

describe('the tour', () => {
  test('all fifteen screens, forwards', async () => {
    await scene('tour', { lang: 'zh' }, async (page) => {
      for (let screen = 1; screen < 15; screen++) {
        await page.getByRole('button', { name: '下一屏' }).click();
        await page.waitForFunction((n) => document.querySelector('article h1')?.textContent?.startsWith(`${n}/15`), screen + 1, { timeout: 120000 });
      }
      assert.ok(await page.getByRole('button', { name: '下一屏' }).isDisabled());
    });
  });
});

describe('whatever is done', () => {
  test('200 random actions without a fault', async () => {
    const { page, faults } = await tab(browser.context);
    await page.goto(at(server.address, 'melon', { lang: 'en' }));
    let seed = 7;
    const random = (n) => { seed = (seed * 48271) % 2147483647; return seed % n; };
    for (let i = 0; i < 200; i++) {
      if (i % 25 === 0) await page.goto(at(server.address, SCENES[(i / 25) % SCENES.length], { lang: i % 50 ? 'zh' : 'en' }));
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

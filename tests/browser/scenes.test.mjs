// Each scene used as a person would, in both languages.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { FILE, PROGRAM, violations } from './helper.mjs';
import { WORDS, attributeChanges, changes, named, numberIn, opened, text } from './use.mjs';

const it = opened();

/** A folder for a while. */
async function inFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'melon-downloads-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is downloaded by `act`, files of these names, put into a folder. */
async function downloads(page, folder, names, act) {
  const all = [];
  const hear = (download) => all.push(download);
  page.on('download', hear);
  await act();
  while (all.length < names.length) await page.waitForEvent('download');
  await page.waitForTimeout(300);
  page.off('download', hear);
  assert.deepEqual(all.map((one) => one.suggestedFilename()).sort(), names);
  for (const one of all) await one.saveAs(path.join(folder, one.suggestedFilename()));
}

/** The program itself, with a command that the page shows. */
function melon(line, folder) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replace(/^melon/, '"$MELON"')], { cwd: folder, encoding: 'utf8', env: { ...process.env, MELON: PROGRAM } });
  assert.equal(status, 0, `${line}: ${stderr}`);
  return stdout;
}

for (const [lang, w] of Object.entries(WORDS)) {
  const chosen = (page, name) => page.locator('.choice').getByText(name, { exact: true });

  describe(`one melon, in ${lang}`, () => {
    test('a picked value, a hidden one and a flipped label are answered anew', async () => {
      await it.scene('melon', { lang }, async (page) => {
        await changes(page, '.discriminative .answer', () => page.locator('.asked label').nth(2).click());
        assert.match(page.url(), /%E8%89%B2%E6%B3%BD=%E6%B5%85%E7%99%BD/);
        await changes(page, '.generative .answer', () => page.getByRole('switch').first().click());
        await page.locator('.asked').getByText(w.hidden, { exact: true }).first().click();
        await page.waitForSelector('.cannot');
        const before = await text(page, '.generative .answer');
        await page.reload();
        await page.waitForSelector('.cannot');
        assert.equal(await text(page, '.generative .answer'), before, 'the address keeps what was done');
      });
    });

    test('everything learns again at once', async () => {
      await it.scene('melon', { lang }, async (page) => {
        const took = [];
        for (let i = 0; i < 5; i++) {
          await changes(page, '.generative .answer', () => page.getByRole('switch').nth(i % 3).click());
          took.push(Number((await text(page, '.learned-from [role=status]')).match(/(\d+) ?(?:ms|毫秒)/)[1]));
        }
        // How fast is a matter of the machine and of the build: `benches/serve.mjs` measures it.
        console.log('  learned again in', took.join(', '), 'ms');
      });
    });

    test('a melon is added, and a table of a single class is refused in words', async () => {
      await it.scene('melon', { lang }, async (page) => {
        await named(page, w.melon.add).click();
        assert.equal(await page.locator('.melons tbody tr').count(), 11);
        for (let i = 0; i < 12 && (await page.getByRole('switch', { checked: true }).count()); i++) await page.getByRole('switch', { checked: true }).first().click();
        await page.waitForSelector('.notice:not([hidden])');
        assert.match(await text(page, '.notice:not([hidden])'), lang === 'zh' ? /[\u4e00-\u9fff]/ : /nothing to tell apart/);
      });
    });
  });

  describe(`one melon and its command, in ${lang}`, () => {
    test('the command gives the figures of the page: all hidden, and on a table of the reader', async () => {
      await it.scene('melon', { lang, 色泽: '', 根蒂: '', 敲声: '' }, async (page) => {
        const figure = async () => (await text(page, '.generative .answer')).match(/[\d.]+%/)[0];
        const same = async (folder) => {
          const lines = await page.locator('.commands code').allInnerTexts();
          assert.ok(lang === 'zh' || !lines.some((line) => /[\u4e00-\u9fff]/.test(line)), lines.join('\n'));
          const shown = await figure();
          const bayes = melon(`${lines[0]} --lang ${lang}`, folder).split('\n').find((line) => /naive Bayes|朴素贝叶斯/.test(line) && line.includes('%'));
          assert.ok(bayes?.includes(shown) || bayes?.includes(`${(100 - Number.parseFloat(shown)).toFixed(1)}%`), `${shown}: ${bayes}`);
        };
        await inFolder(same);
        await changes(page, '.generative .answer', () => page.getByRole('switch').nth(5).click());
        await page.waitForFunction(() => document.querySelector('.commands code')?.textContent?.includes('my-melons.csv'));
        await inFolder(async (folder) => {
          await downloads(page, folder, ['my-melons.csv'], () => named(page, w.melon.save).click());
          assert.ok(lang === 'zh' || !/[\u4e00-\u9fff]/.test(readFileSync(path.join(folder, 'my-melons.csv'), 'utf8')));
          await same(folder);
        });
      });
    });

    test('the table is full at sixty, and all sixty come back', async () => {
      await it.scene('melon', { lang, table: Array.from({ length: 59 }, (_, i) => `${i % 3}${(i >> 1) % 3}${(i >> 2) % 3}${i % 2}`).join('.') }, async (page) => {
        await named(page, w.melon.add).click();
        await page.getByText(w.melon.most(60)).waitFor();
        assert.ok(await named(page, w.melon.add).isDisabled());
        await page.reload();
        await page.waitForSelector('.generative .product');
        assert.equal(await page.locator('.melons tbody tr').count(), 60);
      });
    });
  });

  describe(`boundary and density, in ${lang}`, () => {
    test('a point is dragged and added, sliders are followed, and the command works on the points that were taken', async () => {
      await it.scene('plane', { lang }, async (page) => {
        const moved = (act) => attributeChanges(page, '.boundary', 'd', act);
        const marks = page.locator('.panel').first().locator('.mark');
        const point = await marks.first().boundingBox();
        await moved(async () => {
          await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
          await page.mouse.down();
          await page.mouse.move(point.x + 90, point.y + 60, { steps: 5 });
          await page.mouse.up();
        });
        const n = await marks.count();
        const plot = await page.locator('.panel .plot').first().boundingBox();
        await page.mouse.click(plot.x + plot.width * 0.93, plot.y + plot.height * 0.8);
        assert.equal(await marks.count(), n + 1);
        await moved(() => page.getByLabel(w.plane.l2).fill('1'));
        await inFolder(async (folder) => {
          const file = 'my-points.csv';
          await downloads(page, folder, [file], () => named(page, w.plane.save).click());
          assert.equal(readFileSync(path.join(folder, file), 'utf8').trim().split('\n').length, n + 2);
          const lines = await page.locator('.commands code').allInnerTexts();
          assert.ok(lines.some((line) => line.includes(file)), lines.join('\n'));
          assert.ok(lang === 'zh' || !/[\u4e00-\u9fff]/.test(lines.join() + readFileSync(path.join(folder, file), 'utf8')));
          for (const line of lines) melon(line, folder);
        });
        await moved(() => named(page, w.reset).click());
        assert.equal(await marks.count(), n);
      });
    });
  });

  describe(`k-means by steps, in ${lang}`, () => {
    test('it steps, runs, starts from where a centre is dragged to, and uncovers the labels', async () => {
      await it.scene('steps', { lang }, async (page) => {
        const stands = (words) => page.waitForFunction((said) => document.querySelector('.state')?.textContent?.includes(said), words);
        await changes(page, '.state', () => named(page, w.steps.step).click());
        const centre = await page.locator('.centre').first().boundingBox();
        await page.mouse.move(centre.x + centre.width / 2, centre.y + centre.height / 2);
        await page.mouse.down();
        await page.mouse.move(centre.x + 120, centre.y - 40, { steps: 4 });
        await page.mouse.up();
        await stands(w.steps.at(0, 1).split(/，| of/)[0]);
        await named(page, w.steps.run).click();
        await stands(w.steps.done);
        await chosen(page, '3.0α').click();
        await named(page, w.steps.uncover).click();
        await page.getByText(w.steps.agrees('', '').split(/[:：(（]/)[1].split(/[)）]/)[0]).waitFor();
        await named(page, w.steps.cover).click();
      });
    });

    test('uncovered, a good melon is a circle as everywhere, and the axis of steps counts them', async () => {
      await it.scene('steps', { lang, data: '3.0a', start: '{"random":42}' }, async (page) => {
        await named(page, w.steps.uncover).click();
        const key = await page.locator('.legend span').evaluateAll((all) => all.map((one) => [one.textContent.trim(), one.querySelector('path').getAttribute('d').includes('A')]));
        assert.deepEqual(key.map(([name, isRound]) => [/(?:yes|是)$/.test(name), isRound]), [[false, false], [true, true]]);
        const round = await page.locator('.steps-plot .mark').evaluateAll((all) => all.map((one) => one.getAttribute('d').includes('A')));
        // The first eight melons of the book's table are the good ones.
        assert.deepEqual(round, round.map((_, i) => i < 8));
        const steps = await page.locator('.plot').last().locator('.axis text[text-anchor=middle]').allTextContents();
        assert.ok(steps.length > 1 && steps.every((one) => /^\d+$/.test(one)), steps.join(' '));
      });
    });

    test('a click on a centroid is no drag; after one, the command begins there and ends where the page does', async () => {
      await it.scene('steps', { lang, step: '2' }, async (page) => {
        const centre = await page.locator('.centre').first().boundingBox();
        const [x, y] = [centre.x + centre.width / 2, centre.y + centre.height / 2];
        await page.mouse.click(x, y);
        await page.waitForTimeout(200);
        assert.equal(await page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('step')), '2');
        await changes(page, '.commands', async () => {
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(x + 60, y - 40, { steps: 4 });
          await page.mouse.up();
        });
        const line = await text(page, '.commands code');
        assert.match(line, /--init points:[-\d.]+,[-\d.]+\/[-\d.]+,[-\d.]+\/[-\d.]+,[-\d.]+ /);
        const { trace } = JSON.parse(melon(`${line} --format json`));
        const inertia = async () => Number(await page.locator('.figures .number').first().innerText());
        const agrees = async (step) => assert.ok(Math.abs(await inertia() - step.inertia) <= 1e-3 * step.inertia, `${await inertia()} and ${step.inertia}`);
        await agrees(trace[0]);
        while (await named(page, w.steps.step).isEnabled()) await named(page, w.steps.step).click();
        assert.ok((await text(page, '.state')).includes(w.steps.at(trace.length - 1, trace.length - 1)));
        await agrees(trace.at(-1));
      });
    });
  });

  describe(`next token, in ${lang}`, () => {
    test('a candidate is chosen, the model writes, is stopped, and the text is taken back', async () => {
      const begins = lang === 'zh' ? '村里的老人说，' : 'The old man said';
      await it.scene('next', { lang, text: begins }, async (page) => {
        const area = page.getByRole('textbox');
        const before = await area.inputValue();
        await page.locator('.candidates button').first().click();
        await page.waitForFunction((old) => document.querySelector('textarea').value.length > old, before.length);
        const begun = await area.inputValue();
        await stopped(page, w);
        const written = await area.inputValue();
        assert.ok(written.startsWith(begun) && written.length > begun.length, `${begun} | ${written}`);
        await page.waitForTimeout(600);
        assert.equal(await area.inputValue(), written, 'nothing is written after Stop');
        await named(page, w.next.run).waitFor();
        await named(page, w.next.back).click();
        assert.equal(await area.inputValue(), begun);
        await changes(page, '.tokens', () => area.fill(lang === 'zh' ? '周一上班真的很' : 'Knock on the melon and '));
        await chosen(page, w.next.sample).click();
        await page.locator('.candidates .number.faint').first().waitFor();
        await changes(page, '.reader.is-main .candidates', () => page.getByRole('slider', { name: w.next.temperature }).fill('1.7'));
      });
    });
  });

  describe(`attention and the tools, in ${lang}`, () => {
    test('a head that is pointed at shades the tokens it takes from', async () => {
      await it.scene('next', { lang, text: 'The old man said' }, async (page) => {
        const shares = () => page.locator('.tokens li').evaluateAll((all) => all.map((one) => Number(one.style.getPropertyValue('--share'))));
        await page.locator('.heads tbody tr').first().hover();
        const squares = (await shares()).map((root) => root * root);
        assert.ok(Math.abs(squares.reduce((sum, share) => sum + share, 0) - 1) < 0.02, squares.join(' '));
        await page.mouse.move(0, 0);
        assert.ok((await shares()).every((share) => share === 0));
      });
    });

    test('what a click does to a point is kept in the address', async () => {
      await it.scene('plane', { lang }, async (page) => {
        await chosen(page, w.plane.remove).click();
        await page.reload();
        await page.waitForSelector('.boundary');
        assert.ok(await page.getByRole('radio', { name: w.plane.remove, exact: true }).isChecked());
      });
    });
  });

  /**
   * Lets the model run and presses Stop as the first piece of what it writes is put into the text, whether the next one
   * comes after a second or has come with it.
   */
  async function stopped(page, w) {
    await page.evaluate(([run, stop]) => new Promise((resolve, reject) => {
      const area = document.querySelector('textarea');
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === run);
      const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
      const old = area.value;
      button.click();
      Object.defineProperty(area, 'value', {
        configurable: true,
        get,
        set(text) {
          set.call(area, text);
          // A token may be a part of a character, and no text yet.
          if (text === old) return;
          delete area.value;
          if (button.textContent !== stop) return reject(new Error('it was over before it wrote anything'));
          button.click();
          resolve(undefined);
        },
      });
    }), [w.next.run, w.stop]);
  }

  /**
   * Lets the trained model write until it has written something after what it was given. How far it got before it was
   * stopped is the machine's speed, and each time another seed draws: a text may be short, and one may end at once.
   */
  async function writes(page, w) {
    for (let draw = 0; draw < 12; draw++) {
      await named(page, w.train.ask).click();
      await page.waitForFunction(() => document.querySelector('.sentence b') && !document.querySelector('.sentence[aria-busy]'));
      if (await page.evaluate(() => document.querySelector('.sentence').textContent.length > document.querySelector('.sentence b').textContent.length)) return;
    }
    assert.fail('the model wrote nothing, twelve times');
  }

  /** Presses a button twice, so that nothing can come between: begun, and stopped. */
  const twice = (button) => button.evaluate((own) => { own.click(); own.click(); });

  /** From the scene of training: the model there, token by token, and then the same from its file. */
  async function opens(page, file, folder) {
    const readers = (n) => page.waitForFunction((many) => document.querySelectorAll('.reader').length === many, n);
    const title = () => text(page, '.reader.is-main h2');
    await page.getByRole('link', { name: w.train.inside }).click();
    await readers(4);
    assert.equal(await title(), 'my-model');
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('radio', { name: 'my-model.zip' }).waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('.reader.is-main h2')?.textContent === 'my-model.zip');
    await readers(4);
    await changes(page, '.tokens', () => page.locator('.reader.is-main .candidates button').first().click());
    await page.waitForFunction(() => document.querySelectorAll('.commands code').length === 4);
    const line = await page.locator('.commands code').last().innerText();
    assert.match(line, /--model my-model.zip /);
    melon(line, folder);
    for (const [what, said] of [[Buffer.from('PK\x03\x04 and no more'), 'm.zip'], [Buffer.alloc((32 << 20) + 1), w.next.tooLarge]]) {
      await page.setInputFiles('input[type=file]', { name: 'm.zip', mimeType: 'application/zip', buffer: what });
      await page.locator('.controls .notice').filter({ hasText: said }).waitFor();
      assert.equal(await title(), 'my-model.zip', 'what was opened stays');
    }
    // A file forgets with the page what was opened in it; a server does not.
    await page.reload();
    await readers(FILE ? 3 : 4);
    assert.equal(await page.locator('.notice:not([hidden])').count(), 0);
  }

  describe(`train one, in ${lang}`, () => {
    test('a training is started, stopped, gone on with, and then writes', async () => {
      await it.scene('train', { lang, iters: '10000' }, async (page) => {
        await named(page, w.train.start).click();
        await page.waitForFunction(() => document.querySelectorAll('.samples li').length >= 2);
        const step = async () => numberIn(await text(page, '.state'));
        await named(page, w.stop).click();
        const at = await step();
        assert.ok(at > 0 && at < 10000, `stopped at ${at}`);
        await named(page, w.train.goOn).click();
        await page.waitForFunction((old) => Number(document.querySelector('.state').textContent.match(/\d[\d,]*/)[0].replaceAll(',', '')) > old, at);
        await named(page, w.stop).click();
        await writes(page, w);
        // To another scene, to the other language and through a reload: the model is still there.
        const n = await page.locator('.samples li').count();
        const back = async (go) => { await go(); await named(page, w.train.goOn).and(page.locator(':enabled')).waitFor(); };
        await back(async () => {
          await page.locator('header nav').getByText(w.tour.name, { exact: true }).click();
          await page.waitForSelector('article .blocks');
          await page.locator('header nav').getByText(w.train.name, { exact: true }).click();
        });
        assert.equal(await page.locator('.samples li').count(), n);
        await back(async () => { for (let i = 0; i < 2; i++) await page.locator('.switches button').first().click(); });
        // A file forgets with the page what it has trained; a server does not.
        if (!FILE) await back(() => page.reload());
        assert.ok((await page.locator('.validation-dot').count()) > 0);
        await writes(page, w);
      });
    });

    test('the command follows the settings; a training that goes on keeps its own', async () => {
      await it.scene('train', { lang, iters: '9800' }, async (page) => {
        const says = (iters) => page.waitForFunction((n) => document.querySelector('.commands code')?.textContent?.includes(`--iters ${n} `), iters);
        await says(9800);
        await named(page, w.train.start).click();
        await page.waitForFunction(() => document.querySelectorAll('.samples li').length >= 1);
        await named(page, w.stop).click();
        await page.getByRole('slider', { name: w.train.iters }).fill('10000');
        await says(10000);
        await named(page, w.train.goOn).click();
        await says(9800);
        await named(page, w.stop).click();
      });
    });

    test('one learns from a text of the reader, is taken home, and is opened there', async () => {
      await it.scene('train', { lang, iters: '200', source: 'mine' }, async (page) => {
        assert.ok(await page.getByText(w.train.again).isVisible(), 'the text is not in the address');
        await page.getByLabel(w.train.paste).fill('瓜熟了，藤还青着。The melon is ripe, knock on it. '.repeat(60));
        await page.getByLabel(w.train.prompt).fill('瓜');
        await named(page, w.train.start).click();
        await page.waitForFunction((n) => document.querySelector('.state').textContent.includes(n), '200');
        const save = named(page, w.train.save);
        await save.and(page.locator(':enabled')).waitFor();
        await inFolder(async (folder) => {
          await downloads(page, folder, ['my-model.zip'], () => save.click());
          assert.match(melon('melon generate 瓜 --model my-model.zip --max-tokens 8 --seed 1', folder), /^瓜./);
          await downloads(page, folder, ['my-text.txt'], () => named(page, w.train.saveText).click());
          assert.match(readFileSync(path.join(folder, 'my-text.txt'), 'utf8'), /^瓜熟了/);
          await opens(page, path.join(folder, 'my-model.zip'), folder);
        });
        await page.goBack();
        await page.getByText(w.train.again).waitFor({ state: 'attached' });
        assert.equal(await page.getByLabel(w.train.prompt).inputValue(), '瓜', 'the address keeps the choices');
      });
    });
  });

  describe(`the labs, in ${lang}`, () => {
    test('both run, are drawn on the way, and one is stopped', async () => {
      await it.scene('labs', { lang, splits: '16', iters: '20', task: 'copy' }, async (page) => {
        const run = page.locator('.lab button.main');
        const over = () => page.waitForFunction((name) => [...document.querySelectorAll('.lab button.main')].every((button) => button.textContent === name), w.labs.run);
        await run.first().click();
        await page.waitForSelector('.lab .blocks svg');
        await over();
        await run.last().click();
        await page.locator('.lab').nth(1).locator('.blocks h1').waitFor();
        await over();
        await page.getByRole('slider', { name: w.labs.iters }).fill('1000');
        await twice(run.last());
        await over();
        // Each lab has its command, of its settings now; a result of other settings is marked.
        const first = page.locator('.lab').first();
        assert.match(await text(first, '.commands code'), /curve --splits 16/);
        assert.match(await text(page.locator('.lab').nth(1), '.commands code'), /scale .*--iters 1000/);
        assert.equal(await first.locator('.outdated').count(), 0);
        await page.getByRole('slider', { name: w.labs.splits }).fill('20');
        await first.getByText('--splits 20').waitFor();
        assert.equal(await text(first, '.why-outdated'), w.beforeChange);
      });
    });
  });

  describe(`your table, in ${lang}`, () => {
    const rows = Array.from({ length: 24 }, (_, i) => `${i % 3 ? 'red' : 'blue'},${(i * 7) % 11},${i % 2 ? 'yes' : 'no'}`);
    const csv = { name: 'shop <b>.csv', mimeType: 'text/csv', buffer: Buffer.from(['colour,size,sold', ...rows].join('\n')) };
    const drop = (page) => page.setInputFiles('input[type=file]', csv);

    test('a file is dropped, a column is told what it is for, and a report is made', async () => {
      await it.scene('own', { lang }, async (page) => {
        await drop(page);
        await page.waitForSelector('.columns');
        await page.getByLabel(`sold: ${w.own.use}`).selectOption('target');
        for (const task of [w.own.tasks.classify, w.own.tasks['naive-bayes'], w.own.tasks.cluster]) {
          await chosen(page, task).click();
          await named(page, w.own.go).click();
          await page.waitForSelector('.result .blocks h1');
        }
        await inFolder(async (folder) => {
          const file = 'melon-cluster.html';
          await downloads(page, folder, [file], () => named(page, w.own.save).click());
          assert.match(readFileSync(path.join(folder, file), 'utf8'), /<\/html>/);
          await downloads(page, folder, ['melon-cluster.json'], () => named(page, w.own.saveJson).click());
          assert.equal(JSON.parse(readFileSync(path.join(folder, 'melon-cluster.json'), 'utf8')).schema, 1);
        });
      });
    });

    test('the address keeps every choice, and says that the file has to come again', async () => {
      await it.scene('own', { lang }, async (page) => {
        await drop(page);
        await page.waitForSelector('.columns');
        await page.getByLabel(`sold: ${w.own.use}`).selectOption('target');
        await page.getByLabel(`size: ${w.own.kind}`).selectOption('words');
        await page.getByLabel(`colour: ${w.own.use}`).selectOption('none');
        await chosen(page, w.own.tasks['naive-bayes']).click();
        const check = async () => {
          await page.waitForSelector('.columns');
          assert.equal(await page.getByLabel(`sold: ${w.own.use}`).inputValue(), 'target');
          assert.equal(await page.getByLabel(`colour: ${w.own.use}`).inputValue(), 'none');
          assert.equal(await page.getByLabel(`size: ${w.own.kind}`).locator('option:checked').innerText(), w.own.words);
          assert.ok(await page.getByRole('radio', { name: w.own.tasks['naive-bayes'] }).isChecked());
        };
        await page.reload();
        await page.getByText(w.own.again(csv.name)).waitFor();
        await drop(page);
        await check();
        // To the other language and back, the file is still there.
        await page.locator('.switches button').first().click();
        await page.waitForSelector('.columns');
        await page.locator('.switches button').first().click();
        await check();
      });
    });

    test('a table that is here already is shown again with its report', async () => {
      await it.scene('own', { lang, table: 'melons' }, async (page) => {
        await page.waitForSelector('.columns');
        await named(page, w.own.go).click();
        await page.waitForSelector('.result .blocks h1');
        await page.reload();
        await page.waitForSelector('.result .blocks h1');
      });
    });

    test('what takes long is stopped', async () => {
      await it.scene('own', { lang, table: 'melon-field', task: 'compare' }, async (page) => {
        await page.waitForSelector('.columns');
        await twice(named(page, w.own.go));
        await named(page, w.own.go).waitFor();
        assert.equal(await page.locator('.result .blocks').count(), 0);
        await chosen(page, w.own.tasks.classify).click();
        await named(page, w.own.go).click();
        await page.waitForSelector('.result .blocks h1');
      });
    });

    test('a table that cannot be used is refused in words', async () => {
      await it.scene('own', { lang }, async (page) => {
        await page.setInputFiles('input[type=file]', { name: 'leer.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
        await page.waitForSelector('.notice:not([hidden])');
        assert.match(await text(page, '.notice:not([hidden])'), /leer\.csv/);
      });
    });
  });

  describe(`the tour, in ${lang}`, () => {
    test('all fifteen screens, forwards, each accessible', async () => {
      await it.scene('tour', { lang }, async (page) => {
        await page.setViewportSize({ width: 390, height: 800 });
        const next = named(page, w.tour.next);
        for (let screen = 2; screen <= 15; screen++) {
          await next.click();
          await page.waitForFunction((n) => document.querySelector('article h1')?.textContent?.startsWith(`${n}/15`), screen);
          assert.deepEqual(await violations(page), [], `screen ${screen}`);
        }
        assert.ok(await next.isDisabled());
        const inSight = await page.locator('.tour-layout nav').evaluate((nav) => {
          const [all, own] = [nav, nav.querySelector('[aria-current]')].map((one) => one.getBoundingClientRect());
          return own.top >= all.top - 1 && own.bottom <= all.bottom + 1;
        });
        assert.ok(inSight, 'the list shows where the reader is');
      });
    });
  });
}

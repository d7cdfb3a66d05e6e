// A report as a browser shows and prints it: bars as long as their figures, no table beyond the paper, no violation.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browse, PROGRAM, tab, violations } from './helper.mjs';

/** The width of A4 between margins of 18 mm, in CSS pixels. */
const PAPER = ((210 - 2 * 18) / 25.4) * 96;

let folder, browser;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'melon-report-'));
  browser = await browse();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the report of a command. */
async function report(...command) {
  const file = path.join(folder, 'report.html');
  execFileSync(PROGRAM, [...command, '--quiet', '--lang', 'en', '--report', file], { cwd: folder, stdio: 'pipe' });
  const { page, faults } = await tab(browser.context);
  await page.goto(pathToFileURL(file).href);
  return { page, faults };
}

test('a bar is as long as it is drawn, whatever rules the page has', async () => {
  const { page, faults } = await report('compare');
  const widths = await page.$$eval('svg rect.bar', (bars) =>
    bars.map((bar) => [Number(bar.getAttribute('width')), bar.getBoundingClientRect().width / bar.ownerSVGElement.getScreenCTM().a]));
  assert.ok(widths.length >= 5, `${widths.length} bars`);
  for (const [stated, shown] of widths) assert.ok(Math.abs(stated - shown) < 0.5, `${stated} is shown as ${shown}`);
  assert.deepEqual([await violations(page), faults], [[], []]);
  await page.close();
});

test('twelve classes with long names fit on paper', async () => {
  const kinds = Array.from({ length: 12 }, (_, kind) => `a_rather_long_name_of_kind_${kind}`);
  const rows = kinds.flatMap((name, kind) => [0, 1, 2, 3, 4, 5].map((row) => `${(kind * 0.7 + ((row * 37) % 11) / 5).toFixed(2)},${(row * 29) % 7},${name}`));
  writeFileSync(path.join(folder, 'kinds.csv'), `length_in_centimetres,weight,kind\n${rows.join('\n')}\n`);
  const { page } = await report('classify', 'kinds.csv');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor(PAPER), height: 900 });
  const widths = await page.$$eval('table', (tables) => tables.map((table) => table.getBoundingClientRect().width));
  assert.ok(widths.length >= 3 && Math.max(...widths) <= PAPER, `tables of ${widths.map(Math.round)} px on ${Math.round(PAPER)}`);
  await page.close();
});

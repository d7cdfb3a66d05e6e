// Pictures of the real page: `node pictures.mjs FOLDER` for all of them, to be looked at;
// `node pictures.mjs --readme` for the two in the READMEs.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, browse, serve, tab } from './helper.mjs';

const SCENES = {
  melon: ['.generative .product', {}], plane: ['.panel .quality', {}], steps: ['.steps-plot .centre', { step: '2' }], next: ['.candidates', {}],
  train: ['.losses', {}], labs: ['.lab', {}],
  own: ['.columns', { table: 'melons' }], tour: ['article .blocks', { screen: 'sum' }],
};
const HERE = path.dirname(fileURLToPath(import.meta.url));

const server = await serve();
const browser = await browse();

async function picture(scene, lang, colorScheme, width, file, options) {
  const { page, faults } = await tab(browser.context);
  const [ready, params] = SCENES[scene];
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: options.height ?? 900 });
  await page.goto(at(server.address, scene, { lang, ...params }));
  await page.waitForSelector(ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: file, ...options });
  await page.close();
  if (faults.length) console.error(file, faults);
}

if (process.argv[2] === '--readme') {
  for (const lang of ['en', 'zh']) await picture('melon', lang, 'light', 1440, path.join(HERE, `../../docs/page-${lang}.png`), { height: 1000 });
} else {
  const folder = process.argv[2] ?? 'pictures';
  const only = process.argv[3];
  mkdirSync(folder, { recursive: true });
  for (const scene of Object.keys(SCENES).filter((name) => !only || name === only)) {
    for (const [lang, scheme, width] of [['en', 'light', 1440], ['zh', 'dark', 1440], ['zh', 'light', 390], ['en', 'dark', 390]]) {
      await picture(scene, lang, scheme, width, path.join(folder, `${scene}-${lang}-${scheme}-${width}.png`), { fullPage: true });
    }
  }
}
await browser.close();
await server.stop();

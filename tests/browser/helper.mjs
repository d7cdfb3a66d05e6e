// A server of its own and a browser of its own, for tests and pictures.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
export const PROGRAM = process.env.MELON ?? path.join(TARGET, 'debug/melon');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts `melon serve` and returns its address, with the token, and how to end it. */
export async function serve() {
  const child = spawn(PROGRAM, ['serve', '--port', '0', '--no-open', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`melon serve has ended with ${code}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { address, stop: async () => { child.kill('SIGINT'); return ended; } };
}

/** The page in one file, where `MELON_FILE` names it: it is opened as if it were served. */
export const FILE = process.env.MELON_FILE && pathToFileURL(path.resolve(process.env.MELON_FILE)).href;

/** The page, from the file or from a server of its own. */
export async function page() {
  return FILE ? { address: FILE, stop: async () => 0 } : serve();
}

/** With `MELON_PAGE`, the page is that of the sources as they stand, which need not be built first. */
async function fromSources(context) {
  await context.route(/^http:.*\.(?:js|css)$/, async (route) => {
    const file = path.join(ROOT, 'src/web/page', new URL(route.request().url()).pathname);
    return existsSync(file) ? route.fulfill({ path: file }) : route.continue();
  });
}

/** Starts a browser that talks to nobody, with a folder of its own. */
export async function browse() {
  const folder = mkdtempSync(path.join(tmpdir(), 'melon-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM, headless: true, locale: 'en-US', viewport: { width: 1440, height: 900 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  // However slow the machine: what never comes is a fault, what comes late is none.
  context.setDefaultTimeout(180_000);
  if (process.env.MELON_PAGE) await fromSources(context);
  return { context, close: async () => { await context.close(); rmSync(folder, { recursive: true, force: true }); } };
}

/** A tab whose faults are kept: whatever is written to the console as a warning or an error. */
export async function tab(context) {
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  return { page, faults };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds that keeps somebody out, with the elements concerned. */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join(' | ')}`);
}

/** The address of a scene. */
export function at(address, scene, params = {}) {
  return `${address}#${scene}?${new URLSearchParams(params)}`;
}

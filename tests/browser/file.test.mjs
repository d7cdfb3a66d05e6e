// The page in one file (`MELON_FILE`): the same answers as from the program itself, in node and in the
// browser, without a network; and what only a worker can get wrong.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { open } from '../../wasm/page/door.js';
import { FILE, at, browse, serve, tab } from './helper.mjs';

/** How far a figure may be from that of the program itself: relatively, or absolutely below 1. */
const CLOSE = 1e-6;
/** Weights carry the rounding of every step of their training; what they are good for is held to `CLOSE`. */
const CLOSE_WEIGHTS = 1e-3;
/** What differs from run to run. */
const TIMES = new Set(['timing', 'elapsed_secs', 'tokens_per_sec']);
const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

const choice = { temperature: 0.9, top_k: 20, top_p: null, min_p: null, seed: 7 };
const text = '瓜熟了，藤还青着。'.repeat(40);
const table = { csv: { name: 'shop.csv', text: `colour,size,sold\n${Array.from({ length: 30 }, (_, i) => `${i % 3 ? 'red' : 'blue'},${((i * 7) % 11) / 4},${(i * 5) % 7 > 2 ? 'yes' : 'no'}`).join('\n')}\n` } };
/** Requests of all kinds; those of one line are asked in this order. */
const REQUESTS = [
  ['one-melon', { table: { builtin: 'ten-melons' }, melon: 'color=green,root=curled,sound=muffled' }],
  ['one-melon', { table, melon: 'colour=red,size=1.25' }],
  ['new-melon', { table: { builtin: 'ten-melons' }, draw: 3 }],
  ['plane', { name: 'my.csv', axes: ['x', 'y', 'c'], points: [[0, 1], [1, 0], [2, 2], [3, 1], [2.5, 0.5]], classes: ['a', 'b', 'a', 'b', 'b'], range: [[0, 3], [0, 2]], n_cells: 12, l2: 0.5, k: 3 }],
  ['steps', { table: { builtin: 'watermelon-4.0' }, k: 4, start: { random: 11 } }],
  ['next-token', { text: '西瓜熟了', models: ['ngram', 'gpt', 'gpt-chat'], choice, n_candidates: 12 }],
  ['write', { text: '今天的西瓜', model: 'gpt', choice, max_tokens: 30 }],
  ['table', { table }],
  ['report', { table, task: 'classify' }],
  ['report', { table: { builtin: 'watermelon-4.0' }, task: 'cluster' }],
  ['report', { table: { builtin: 'melons' }, task: 'compare' }],
  ['train', { text, preset: 'tiny', iters: 60, resume: null, prompt: '瓜' }],
  ['write', { text: '瓜', model: 'run-1', choice, max_tokens: 20 }],
  ['train', { text: null, preset: 'tiny', iters: 4, resume: null, prompt: 'melon' }],
  ['training', { run: 'run-1' }],
  ['open-model', { kept: 'run-1' }],
  ['open-model', { file: { name: 'm.zip', base64: 'UEsDBAAA' } }],
  ['commands', { of: 'report', with: { table, task: 'cluster' } }],
  ['model-archive', { run: 'run-1' }],
  ['curve', { n_splits: 4, seed: 5 }],
  ['scale', { task: 'copy', iters: 3 }],
  ['tour-screens', null],
  ['tour', { screen: 'classification' }],
  ['table', { table: { builtin: 'no such table' } }],
];

/** Events of a training come by the clock: what is compared is its beginning, its evaluations and its end. */
const isTimed = (event) => event.with?.kind === 'step' || (event.event === 'progress' && event.with?.done !== undefined && !event.with.html);

/** Says where two texts differ by more than the last digit of a number that is written with a point. */
function differencesOfTexts(one, other, where) {
  if (one === other) return [];
  if (one.replace(NUMBER, '#') !== other.replace(NUMBER, '#')) {
    const at = [...one].findIndex((c, i) => c !== other[i]);
    return [`${where}: …${one.slice(Math.max(0, at - 80), at + 40)}… and …${other.slice(Math.max(0, at - 80), at + 40)}…`];
  }
  const numbers = (text) => text.match(NUMBER) ?? [];
  const others = numbers(other);
  return numbers(one).flatMap((number, i) => {
    const digits = number.match(/\.(\d+)/)?.[1]?.length ?? 0;
    const last = digits > 0 ? 1.01 * 10 ** -digits : 0;
    return Math.abs(number - others[i]) <= Math.max(last, digits > 0 ? CLOSE * Math.max(1, Math.abs(number)) : 0) ? [] : [`${where}: ${number} and ${others[i]}`];
  });
}

/** Says where two answers differ by more than is allowed. */
function differences(one, other, where = '') {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(one)) ? [] : [`${where}: ${one} and ${other}`];
  }
  if (one instanceof Float32Array && other instanceof Float32Array) {
    const farthest = one.reduce((most, weight, i) => Math.max(most, Math.abs(weight - other[i])), 0);
    return one.length === other.length && farthest <= CLOSE_WEIGHTS ? [] : [`${where}: weights as far apart as ${farthest}`];
  }
  if (typeof one === 'string' && typeof other === 'string') return differencesOfTexts(one, other, where);
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') {
    return one === other ? [] : [`${where}: ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => !TIMES.has(key)));
  return [...keys].flatMap((key) => differences(one[key], other[key], `${where}/${key}`));
}

/** The files of an archive that are not packed tighter, one behind the other, each behind its sizes and its name. */
function unzipped(bytes) {
  const files = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, name, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    assert.equal(bytes.readUInt16LE(at + 8), 0, 'stored as it is');
    files.push([bytes.subarray(at + 30, at + 30 + name).toString(), bytes.subarray(start, start + size)]);
    at = start + size;
  }
  assert.ok(files.length >= 3);
  return files;
}

/** A model's weights, from the file in which they are taken home. */
function weights(bytes) {
  const header = Number(bytes.readBigUInt64LE(0));
  const names = JSON.parse(bytes.subarray(8, 8 + header).toString());
  return [names, new Float32Array(bytes.buffer.slice(bytes.byteOffset + 8 + header, bytes.byteOffset + bytes.length))];
}

/** A report without the time that its models were trained. */
const untimed = (text) => text.replace(/(?:&lt;)?\d+(?:\.\d+)? (?:ms|µs|s|毫秒|微秒|秒)(?![a-z])/g, 'a while');

/** An answer as it is compared. */
function comparable(events) {
  return events.filter((event) => !isTimed(event)).map((event) => {
    if (event.with?.file) {
      const { file, html, json, ...rest } = event.with;
      return { ...event, with: { ...rest, file: untimed(file), html: untimed(html), json: JSON.parse(json) } };
    }
    if (!event.with?.base64) return event;
    return unzipped(Buffer.from(event.with.base64, 'base64')).map(([name, bytes]) => [name, name.endsWith('.safetensors') ? weights(bytes) : bytes.toString()]);
  });
}

/** What the program itself says. */
async function native(address) {
  const { origin, port, searchParams } = new URL(address);
  const headers = { Origin: origin, Cookie: `melon-${port}=${searchParams.get('token')}` };
  return async (request) => {
    const response = await fetch(new URL('/answer', origin), { method: 'POST', body: request, headers });
    assert.equal(response.status, 200);
    return (await response.text()).split('\n\n').filter(Boolean).map((event) => JSON.parse(event.slice('data: '.length)));
  };
}

/** What the file says in node. */
async function inNode(file) {
  const html = readFileSync(file, 'utf8');
  const packed = html.match(/<script type="text\/plain" id="program">([^<]*)</)[1];
  const program = await open(await WebAssembly.compile(gunzipSync(Buffer.from(packed, 'base64'))));
  return async (request) => {
    const events = [];
    await program.ask(request, (event) => { if (event) events.push(JSON.parse(event)); return true; });
    return events;
  };
}

/** What the file says in the browser. */
function inBrowser(page) {
  return (request) => page.evaluate(async (request) => {
    const { lang, ask: question, with: details } = JSON.parse(request);
    const { ask } = await import('src/web/page/ask.js');
    const events = [];
    const last = await ask(lang, question, details, { progress: (what) => events.push({ event: 'progress', with: what }) })
      .then((what) => ({ event: 'done', with: what }), (fault) => ({ event: 'error', text: fault.message }));
    return [...events, last];
  }, request);
}

describe('the page in one file', { skip: !FILE && 'MELON_FILE names none' }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = [await browse(), await serve()];
    await browser.context.setOffline(true);
  });
  after(async () => { await browser?.close(); await server?.stop(); });

  /** The file in a tab, once it has answered. */
  async function opened(scene, ready) {
    const { page, faults } = await tab(browser.context);
    const asked = [];
    page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url()); });
    const begun = performance.now();
    await page.goto(at(FILE, scene, { lang: 'en' }));
    await page.waitForSelector(ready);
    return { page, faults, asked, ms: performance.now() - begun };
  }

  test('it is small, needs nobody else, and answers', async () => {
    assert.ok(statSync(fileURLToPath(FILE)).size <= 14e6);
    const { page, faults, asked, ms } = await opened('melon', '.generative .product');
    console.log(`  first answer after ${ms.toFixed(0)} ms`);
    assert.deepEqual([faults, asked], [[], []]);
    await page.close();
  });

  test('it says in node and in the browser what the program itself says', async () => {
    const { page, faults } = await opened('own', '.drop');
    const speakers = { native: await native(server.address), node: await inNode(fileURLToPath(FILE)), browser: inBrowser(page) };
    const wrong = [];
    for (const lang of ['en', 'zh']) {
      for (const [question, details] of REQUESTS) {
        // Trainings are numbered; two have gone before.
        const request = JSON.stringify({ lang, ask: question, with: details }).replaceAll('run-1', lang === 'en' ? 'run-1' : 'run-3');
        const answers = {};
        for (const [name, speak] of Object.entries(speakers)) answers[name] = comparable(await speak(request));
        assert.ok(answers.native.length > 0, question);
        for (const name of ['node', 'browser']) wrong.push(...differences(answers.native, answers[name], `${lang} ${question} ${name}`));
      }
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test('a question that nobody waits for gives way to the next one', async () => {
    const { page, faults } = await opened('own', '.drop');
    const last = await page.evaluate(async () => {
      const { ask } = await import('src/web/page/ask.js');
      const leave = new AbortController();
      const long = { text: null, preset: 'small', iters: 50000, resume: null, prompt: 'x' };
      const gone = ask('en', 'train', long, { signal: leave.signal, progress: () => leave.abort() }).catch((fault) => fault.name);
      const screens = await ask('en', 'tour-screens', {});
      return [await gone, screens.length];
    });
    assert.deepEqual([last, faults], [['AbortError', 15], []]);
    await page.close();
  });
});

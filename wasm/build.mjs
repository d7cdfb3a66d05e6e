// Makes `melon.html`: the page and the program as WebAssembly, in one file that opens from a disk.
//
//     rustup target add wasm32-unknown-unknown     once
//     node wasm/build.mjs [melon.html]             needs nothing else but cargo
//
// The modules of the page are taken as they stand: each becomes a `data:` address in the import map,
// under its path in this repository, as a page from a disk may not load its neighbours.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { open } from './page/door.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'wasm32-unknown-unknown';
const PAGE = 'src/web/page';
/** Nothing is loaded from anywhere: not by this page, and not by what somebody might type into it. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' data: blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, file), 'utf8');
const out = path.resolve(process.argv[2] ?? 'melon.html');

/** @param {string} program @param {string[]} args @param {object} [options] */
function run(program, args, options) {
  const { status, stdout, error } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', ...options });
  if (error) fail(`${program} cannot be started: ${error.message}`);
  return { status, stdout };
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`melon.html is not made: ${message}`);
  process.exit(1);
}

/** The program as WebAssembly, built if it is not. */
function program() {
  const library = run('rustc', ['--print', 'target-libdir', '--target', TARGET]).stdout.trim();
  if (!existsSync(library)) fail(`this Rust has no standard library for ${TARGET}. Get it with: rustup target add ${TARGET}`);
  const flags = '-C target-feature=+simd128 --cfg getrandom_backend="custom"';
  const env = { ...process.env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags };
  const built = run('cargo', ['build', '--locked', '--profile', 'page', '--target', TARGET, '-p', 'melon-wasm'], { env, stdio: 'inherit' });
  if (built.status !== 0) fail('the program does not build');
  return readFileSync(path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), TARGET, 'page/melon_wasm.wasm'));
}

/** Comments with lines of their own: those who read them, people and the checker of types, have the sources. */
const COMMENT = /^[ \t]*(?:\/\*\*(?:(?!\*\/)[^])*\*\/[ \t]*|\/\/.*)\n/gm;

/** A module with its neighbours named by their paths in the repository. @param {string} file */
function module(file) {
  const named = (/** @type {string} */ all, /** @type {string} */ before, /** @type {string} */ neighbour) =>
    `${before}'${path.join(path.dirname(file), neighbour)}'`;
  return read(file).replace(COMMENT, '').replace(/^((?:import|export) (?:[^'"]* from )?)'(\.[^']*)'/gm, named);
}

/** The worker in one piece: modules would have to be loaded. */
function worker() {
  const whole = ['door', 'worker'].map((name) => read(`wasm/page/${name}.js`).replace(COMMENT, '')).join('\n');
  return whole.replace(/^import .*;$/gm, '').replace(/^export /gm, '');
}

/** @param {Buffer} wasm */
async function pack(wasm) {
  const files = readdirSync(path.join(ROOT, PAGE), { recursive: true }).map((file) => `${PAGE}/${String(file).replaceAll('\\', '/')}`);
  const modules = [...files.filter((file) => file.endsWith('.js')), 'wasm/page/transport.js'];
  const address = (/** @type {string} */ file) => `data:text/javascript;base64,${Buffer.from(module(file)).toString('base64')}`;
  const imports = Object.fromEntries(modules.map((file) => [file, address(file)]));
  const page = read(`${PAGE}/index.html`);
  const styles = [...page.matchAll(/href="(style\/[^"]+)"/g)].map(([, file]) => file);
  const own = await (await open(await WebAssembly.compile(wasm))).style();
  const style = styles.map((file) => (file === 'style/report.css' ? own : read(`${PAGE}/${file}`))).join('\n');
  const lines = [
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<style>\n${style}</style>`,
    `<script type="importmap">${JSON.stringify({ imports })}</script>`,
    `<script type="text/plain" id="worker">\n${worker()}</script>`,
    `<script type="text/plain" id="program">${gzipSync(wasm, { level: 9 }).toString('base64')}</script>`,
    `<script type="module">import 'wasm/page/transport.js'; import '${PAGE}/main.js';</script>`,
  ];
  const [head, ...rest] = page.split('<link rel="stylesheet"');
  const tail = rest[rest.length - 1].replace(/^.*\n.*<script.*\n/, '');
  return `${head}${lines.join('\n')}\n${tail}`;
}

const wasm = program();
const html = await pack(wasm);
writeFileSync(out, html);
console.log(`${out}: ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB, of which the program ${(wasm.length / 1e6).toFixed(1)} MB before it was packed`);

// A class at once: a hundred clients ask `melon serve` at the same moment. All must be answered, none wrongly, and the
// program must not grow. Prints how long they waited, and how long a single one does.
//
//     cargo build --release && node benches/serve.mjs [path to melon]

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const N_CLIENTS = 100;
const ROUNDS = 3;
const program = process.argv[2] ?? 'target/release/melon';

const child = spawn(program, ['serve', '--port', '0', '--no-open', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'ignore'] });
const address = new URL(await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim()))));
const headers = { Origin: address.origin, Cookie: `melon-${address.port}=${address.searchParams.get('token')}` };

/** Asks, and returns what is told in the end, without the one thing that no run repeats. */
async function ask(question, details) {
  const begun = performance.now();
  const body = JSON.stringify({ lang: 'en', ask: question, with: details });
  const response = await fetch(new URL('/answer', address.origin), { method: 'POST', body, headers });
  if (!response.ok) throw new Error(`${response.status} ${question}`);
  const events = (await response.text()).split('\n\n').filter(Boolean).map((event) => JSON.parse(event.slice(6)));
  const last = events[events.length - 1];
  if (last?.event !== 'done') throw new Error(`${question}: ${JSON.stringify(last)}`);
  if (last.with.comparison) last.with.comparison.timing = null;
  return { text: JSON.stringify(last.with), ms: performance.now() - begun };
}

/** What the clients do: each moves something else. */
function request(client) {
  const melons = ['color=green,root=curled,sound=muffled', 'color=dark,root=stiff,sound=crisp', 'color=pale,sound=dull', ''];
  switch (client % 3) {
    case 0: return ['one-melon', { table: { builtin: 'ten-melons' }, melon: melons[client % melons.length] }];
    case 1: return ['steps', { table: { builtin: 'watermelon-4.0' }, k: 1 + (client % 6), start: { random: client } }];
    default: return ['next-token', { text: `西瓜${client}`, models: ['ngram', 'gpt'], choice: { temperature: null, top_k: null, top_p: null, min_p: null, seed: 1 }, n_candidates: 5 }];
  }
}

const memory = () => Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
try {
  const alone = [];
  const expected = [];
  for (let client = 0; client < N_CLIENTS; client++) {
    const answer = await ask(...request(client));
    expected.push(answer.text);
    alone.push([client % 3, answer.ms]);
  }
  for (const [kind, name] of ['one-melon', 'steps', 'next-token'].entries()) {
    console.log(`alone, ${name}: median ${median(alone.filter(([k]) => k === kind).map(([, ms]) => ms)).toFixed(1)} ms`);
  }
  const before = memory();
  for (let round = 1; round <= ROUNDS; round++) {
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: N_CLIENTS }, (_, client) => ask(...request(client))));
    const wrong = answers.filter(({ text }, client) => text !== expected[client]).length;
    const waited = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    console.log(`${N_CLIENTS} at once: all answered in ${(performance.now() - begun).toFixed(0)} ms, ${wrong} wrongly; median ${waited[N_CLIENTS / 2].toFixed(0)} ms, longest ${waited[N_CLIENTS - 1].toFixed(0)} ms; ${memory().toFixed(0)} MiB`);
    if (wrong) process.exitCode = 1;
  }
  console.log(`memory: ${before.toFixed(0)} MiB before, ${memory().toFixed(0)} MiB after`);
} finally {
  child.kill('SIGINT');
}

// The reader's own table: what stands in it, what it is used for, and the page made of it.

import { blocks, download, fill, h } from '../dom.js';
import { grouped } from '../number.js';
import { oneAtATime } from '../ask.js';
import { button, card, choice, contentOf, notice, opener } from '../parts.js';
import { oneOf } from '../state.js';
import { worded } from '../wording.js';
import { Choices } from './choices.js';

/** @typedef {import('../main.js').Stage} Stage */

const MOST_BYTES = 8 << 20;
const BUILTINS = ['melons', 'ten-melons', 'watermelon-2.0', 'watermelon-3.0', 'watermelon-3.0a', 'watermelon-4.0', 'melon-field'];
const TASKS = /** @type {const} */ (['classify', 'naive-bayes', 'regress', 'cluster', 'compare']);

/** The file that was dropped last: it outlives a change of scene or language, not a reload. */
/** @type {{name: string, base64: string} | undefined} */
let dropped;

/** @param {Stage} stage */
export function own(stage) {
  const { words, params, root } = stage;
  /** @type {object | undefined} */
  let source;
  /** @type {any} */
  let table;
  let choices = Choices.from(params);
  let task = oneOf(params, 'task', TASKS, 'classify');
  /** @type {AbortController | undefined} */
  let running;

  const details = h('div', {});
  const result = h('div', { class: 'result', 'aria-live': 'polite' });
  const again = h('p', { class: 'again', role: 'status', hidden: true });
  const go = button(words.own.go, work, { class: 'main' });
  const use = (/** @type {'feature' | 'target' | 'none'} */ name) => words.own.says(words.own.use, words.own[name]);
  const kind = (/** @type {'number' | 'words'} */ name) => words.own.says(words.own.kind, words.own[name]);
  /** @type {import('../wording.js').Options} */
  const options = {
    target: use('target'), features: use('feature'),
    // A column follows these.
    labels: words.own.for(use('target')), drop: words.own.for(use('none')), categorical: words.own.for(kind('words')), numeric: words.own.for(kind('number')),
    'missing drop': words.named(words.own.missingDrop), 'missing impute': words.named(words.own.missingImpute),
  };
  const said = (/** @type {string} */ text) => worded(words, options, text);
  const [unread, unmade] = [notice(words, options), notice(words, options)];
  const builtin = h('select', { 'aria-label': words.own.orBuiltin, onchange: () => take({ builtin: builtin.value }, false) },
    h('option', { value: '' }, '–'), BUILTINS.map((name) => h('option', { value: name, selected: name === params.get('table') }, name)));

  /** @param {File} chosen */
  const read = (chosen) => contentOf(chosen, MOST_BYTES, words.own.tooLarge).then((content) => {
    builtin.value = '';
    dropped = content;
    return take({ file: content }, content.name === params.get('file'));
  }, (error) => unread.say(error.message));

  /**
   * Begins with a table; what the address says of it holds if it is the same.
   * @param {{builtin: string} | {file: {name: string, base64: string}}} chosen
   * @param {boolean} isSame
   */
  async function take(chosen, isSame) {
    if ('builtin' in chosen && !chosen.builtin) return;
    source = chosen;
    table = undefined;
    again.hidden = true;
    fill(details);
    const goes = isSame && params.has('go');
    if (!isSame) choices = new Choices();
    for (const key of ['table', 'file']) params.delete(key);
    changed();
    await inspect(isSame, unread);
    if (!table || source !== chosen) return;
    // The address names what can be read.
    if ('builtin' in chosen) params.set('table', chosen.builtin);
    else params.set('file', chosen.file.name);
    changed();
    if (goes) work();
  }

  function keep() {
    params.set('task', task);
    choices.note(params);
    stage.keep();
  }

  /** What was made is not what is now asked for: it goes, from the address too, and the command follows. */
  function changed() {
    running?.abort();
    running = undefined;
    go.textContent = words.own.go;
    fill(result);
    unmade.say('');
    params.delete('go');
    keep();
    tell();
  }

  const tell = oneAtATime(() => stage.attempt(async () => {
    stage.commands(table ? await stage.ask('commands', { of: 'report', with: { table: named(source), columns: choices.columns(task), task } }) : []);
  }));

  /** @param {boolean} isNew  whether its columns are not known yet @param {import('../parts.js').Notice} told */
  function inspect(isNew, told) {
    const own = source;
    return stage.attempt(async () => {
      if (isNew) {
        const plain = await stage.ask('table', { table: source });
        choices.keepOnly(plain.columns.map((/** @type {any} */ column) => column.name));
      }
      const found = await stage.ask('table', { table: source, columns: choices.kinds() });
      if (own !== source) return;
      table = found;
      drawDetails();
    }, told);
  }

  /** @param {string} column @param {'kind' | 'use'} what @param {string} value */
  function say(column, what, value) {
    choices.say(column, what, value);
    changed();
    if (what === 'kind') inspect(false, unmade);
    else drawDetails();
  }

  function drawDetails() {
    // What comes with the program is shown in the reader's language; a table of her own keeps its names.
    const shown = (/** @type {string} */ name) => (source && 'builtin' in source && table.names[name]) || name;
    const pick = (/** @type {any} */ column, /** @type {'kind' | 'use'} */ what, /** @type {[string, string][]} */ all) => h('select', {
      'aria-label': `${shown(column.name)}: ${words.own[what]}`, onchange: (/** @type {any} */ event) => say(column.name, what, event.target.value),
    }, all.map(([value, text]) => h('option', { value, selected: choices.of(column.name, what) === value }, text)));
    const row = (/** @type {any} */ column) => h('tr', {}, h('th', { scope: 'row' }, shown(column.name)),
      h('td', {}, pick(column, 'kind', [['', column.is_numeric ? words.own.number : words.own.words], column.is_numeric ? ['words', words.own.words] : ['number', words.own.number]])),
      h('td', {}, pick(column, 'use', [['', words.own.auto], ['feature', words.own.feature], ['target', words.own.target], ['none', words.own.none]])),
      h('td', { class: 'number', 'data-name': words.own.distinct }, grouped(column.n_distinct)), h('td', { class: column.n_missing ? 'number no' : 'number', 'data-name': words.own.missing }, grouped(column.n_missing)));
    fill(details,
      card(table.name, {}, h('p', { class: 'faint' }, words.own.rows(grouped(table.n_rows), table.columns.length)),
        h('ul', { class: 'plain' }, table.notices.map((/** @type {string} */ text) => h('li', {}, said(text)))),
        h('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': table.name }, h('table', { class: 'columns' },
          h('thead', {}, h('tr', {}, [words.own.column, words.own.kind, words.own.use, words.own.distinct, words.own.missing].map((name) => h('th', { scope: 'col' }, name)))),
          h('tbody', {}, table.columns.map(row)))),
        h('details', {}, h('summary', {}, words.own.first), preview(shown)),
        table.columns.some((/** @type {any} */ c) => c.n_missing) ? choice(words.own.ifMissing, [['error', words.own.missingError], ['drop', words.own.missingDrop], ['impute', words.own.missingImpute]], choices.missing, (value) => { choices.missing = value; changed(); }) : null),
      card(words.own.what, { class: 'what' }, choice(words.own.what, TASKS.map((name) => [name, words.own.tasks[name]]), task, (value) => { task = /** @type {typeof task} */ (value); changed(); }),
        h('p', { class: 'buttons' }, go), unmade.box));
  }

  /** @param {(name: string) => string} shown */
  function preview(shown) {
    return h('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': words.own.first }, h('table', {},
      h('thead', {}, h('tr', {}, table.columns.map((/** @type {any} */ c) => h('th', { scope: 'col' }, shown(c.name))))),
      h('tbody', {}, table.rows.map((/** @type {(string | null)[]} */ cells) => h('tr', {}, cells.map((cell) => h('td', {}, cell === null ? '–' : shown(cell))))))));
  }

  function work() {
    if (running) return running.abort();
    const own = new AbortController();
    running = own;
    go.textContent = words.stop;
    params.set('go', '1');
    keep();
    return stage.attempt(async () => {
      fill(result, h('p', { class: 'faint' }, words.wait));
      try {
        const made = await stage.ask('report', { table: source, columns: choices.columns(task), task }, { signal: AbortSignal.any([own.signal, stage.left]) });
        fill(result, h('div', { class: 'card' },
          h('p', { class: 'buttons' },
            button(words.own.save, () => download(`melon-${task}.html`, made.file, 'text/html')),
            button(words.own.saveJson, () => download(`melon-${task}.json`, made.json, 'application/json'))),
          h('ul', { class: 'plain' }, made.notices.map((/** @type {string} */ text) => h('li', {}, said(text)))), blocks(made.html, said)));
        stage.commands(made.commands);
      } catch (error) {
        if (running === own) {
          fill(result);
          params.delete('go');
          keep();
        }
        throw error;
      } finally {
        if (running === own) running = undefined;
        go.textContent = running ? words.stop : words.own.go;
      }
    }, unmade);
  }

  const zone = h('div', { class: 'drop' }, h('p', {}, words.own.drop), opener(words.own.choose, '.csv,.tsv,.txt,.arff,.md,.json,.xlsx,.xls,.ods,.zip,.gz,text/csv', read), h('p', {}, words.own.orBuiltin, ' ', builtin), again, unread.box);
  zone.addEventListener('dragover', (event) => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const dropped = event.dataTransfer?.files[0];
    if (dropped) read(dropped);
  });
  fill(root, h('div', { class: 'intro' }, h('h1', {}, words.own.title), h('p', { class: 'lead' }, words.own.lead)), zone, details, result);
  const [name, last] = [params.get('table'), params.get('file')];
  if (name && BUILTINS.includes(name)) return take({ builtin: name }, true);
  if (!last) return;
  if (dropped?.name === last) return take({ file: dropped }, true);
  again.hidden = false;
  again.textContent = words.own.again(last);
}

/** The same table by its name alone, where its content is not needed. @param {any} source */
function named(source) {
  return source.builtin ? source : { csv: { name: source.file.name, text: '' } };
}

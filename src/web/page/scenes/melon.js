// One melon, two views: the start. What each family says is drawn in `views.js`.

import { oneAtATime } from '../ask.js';
import { download, fill, h } from '../dom.js';
import { drawn, knock } from '../drawing.js';
import { allow, button, card, choice, notice } from '../parts.js';
import { countOf } from '../state.js';
import { MOST_ROWS, Table } from '../table.js';
import { views } from './views.js';

/** @typedef {import('../main.js').Stage} Stage */

const TARGET = '熟';
const FEATURES = ['色泽', '根蒂', '敲声'];

/** @param {Stage} stage */
export async function melon(stage) {
  const { words, params, root } = stage;
  const ten = await stage.ask('table', { table: { builtin: 'ten-melons' } });
  /** @type {import('../table.js').Column[]} */
  const columns = ten.columns.filter((/** @type {any} */ c) => c.name !== '编号').map((/** @type {any} */ { name, values }) => ({ name, values }));
  const first = ten.columns.length - columns.length;
  const original = Table.of(columns, ten.rows.map((/** @type {string[]} */ row) => row.slice(first)));
  let table = Table.decoded(columns, params.get('table') ?? '') ?? original;
  /** @type {Record<string, string | undefined>} */
  const chosen = Object.fromEntries(FEATURES.map((name, at) => [name, pick(params.get(name), columns[at]?.values ?? [])]));
  const shown = (/** @type {string} */ name) => ten.names[name] ?? name;

  const picture = h('div', { class: 'picture' });
  const took = h('p', { class: 'faint', role: 'status' });
  const rows = h('tbody', {});
  const left = h('div', { class: 'half' });
  const right = h('div', { class: 'half' });
  const adding = button(words.melon.add, add);
  const most = h('p', { class: 'faint' });
  // There is one thing to tell apart here, and no other to choose.
  const trouble = notice(words, { target: null }, left, right);
  let draw = countOf(params, 'draw', 0, [0, 1e6]);

  const isOriginal = () => table.code() === original.code();
  // In the words of the file that is saved: what learns here learns what the command does.
  const source = () => (isOriginal()
    ? { table: { builtin: 'ten-melons' } }
    : { table: { csv: { name: 'my-melons.csv', text: table.csv(shown) } }, columns: { target: shown(TARGET) } });
  const told = (/** @type {string} */ name) => (isOriginal() ? name : shown(name));

  /** @type {{of: string, melons: any[]} | undefined} */
  let made;

  const learn = oneAtATime(() => stage.attempt(async () => {
    const begun = performance.now();
    const known = FEATURES.filter((name) => chosen[name]);
    const asked = known.map((name) => `${told(name)}=${told(chosen[name] ?? '')}`).join(',');
    const said = await stage.ask('one-melon', { ...source(), melon: asked }).catch((error) => { took.textContent = ''; throw error; });
    took.textContent = words.melon.took(Math.round(performance.now() - begun));
    const show = () => views({ words, left, right, said, made: made?.melons ?? [], shown, another: () => { draw += 1; changed(); } });
    show();
    stage.commands(said.commands);
    // New melons depend on the table and on the draw alone, and nobody waits for them.
    const of = `${table.code()} ${draw}`;
    if (made?.of === of) return;
    made = { of, melons: (await stage.ask('new-melon', { ...source(), draw })).melons };
    show();
  }, trouble));

  function changed() {
    for (const name of FEATURES) params.set(name, chosen[name] ?? '');
    if (isOriginal()) params.delete('table');
    else params.set('table', table.code());
    if (draw) params.set('draw', String(draw));
    else params.delete('draw');
    stage.keep();
    const described = FEATURES.map((name) => `${shown(name)}: ${chosen[name] ? shown(chosen[name]) : words.hidden}`);
    fill(picture, drawn(chosen, described.join(', ')));
    learn();
  }

  function drawRows() {
    fill(rows, table.rows.map((_, row) => rowOf(row)));
    const isFull = table.rows.length >= MOST_ROWS;
    allow(adding, !isFull);
    most.textContent = isFull ? words.melon.most(MOST_ROWS) : '';
  }

  /** @param {number} row */
  function rowOf(row) {
    const isYes = table.cell(row, FEATURES.length) === '是';
    const change = (/** @type {number} */ column) => (/** @type {Event} */ event) => {
      const cells = /** @type {number[]} */ (table.rows[row]);
      cells[column] = Number(/** @type {HTMLSelectElement} */ (event.target).value);
      changed();
    };
    const cell = (/** @type {string} */ name, /** @type {number} */ at) => h('td', {}, h('select', {
      'aria-label': `${words.melon.row} ${row + 1}, ${shown(name)}`, onchange: change(at),
    }, (columns[at]?.values ?? []).map((value, place) => h('option', { value: place, selected: table.rows[row]?.[at] === place }, shown(value)))));
    return h('tr', { class: isYes ? 'is-yes' : 'is-no' }, h('th', { scope: 'row' }, row + 1), FEATURES.map(cell),
      h('td', {}, flip(row)),
      h('td', {}, button('✕', () => remove(row), { class: 'quiet', 'aria-label': words.melon.remove(row + 1), disabled: table.rows.length < 3 })));
  }

  /** @param {number} row */
  function flip(row) {
    const cells = /** @type {number[]} */ (table.rows[row]);
    const own = h('button', { type: 'button', role: 'switch', class: 'label' });
    const set = () => {
      const value = table.cell(row, FEATURES.length);
      own.setAttribute('aria-checked', String(value === '是'));
      own.setAttribute('aria-label', `${words.melon.row} ${row + 1}, ${shown(TARGET)}`);
      own.textContent = `${value === '是' ? '●' : '✕'} ${shown(value)}`;
      own.closest('tr')?.setAttribute('class', value === '是' ? 'is-yes' : 'is-no');
    };
    own.addEventListener('click', () => {
      cells[FEATURES.length] = 1 - (cells[FEATURES.length] ?? 0);
      set();
      changed();
    });
    set();
    return own;
  }

  /** @param {number} row */
  function remove(row) {
    table = new Table(columns, table.rows.filter((_, at) => at !== row));
    drawRows();
    changed();
  }

  function add() {
    const last = table.rows[table.rows.length - 1] ?? columns.map(() => 0);
    const fresh = FEATURES.map((name, at) => Math.max(0, columns[at]?.values.indexOf(chosen[name] ?? '') ?? 0));
    table = new Table(columns, [...table.rows, [...fresh, last[FEATURES.length] ?? 0]]);
    drawRows();
    changed();
  }

  const picker = (/** @type {string} */ name, /** @type {number} */ at) => choice(shown(name),
    [.../** @type {[string, string][]} */ ((columns[at]?.values ?? []).map((value) => [value, shown(value)])), ['', words.hidden]],
    chosen[name] ?? '', (value) => { chosen[name] = value || undefined; changed(); });

  fill(root,
    h('div', { class: 'intro' }, h('h1', {}, words.melon.title), h('p', { class: 'lead' }, words.melon.lead)),
    h('div', { class: 'two-views' },
      left,
      card(words.melon.ask, { class: 'asked' }, picture,
        button(words.melon.noise, () => knock(chosen['敲声'])), FEATURES.map(picker)),
      right,
      card(words.melon.table, { class: 'learned-from' }, h('p', {}, words.melon.tableIdea),
        h('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': words.melon.table }, h('table', { class: 'melons' },
          h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.melon.row), [...FEATURES, TARGET].map((name) => h('th', { scope: 'col' }, shown(name))), h('td', {}))), rows)),
        h('p', { class: 'buttons' },
          adding,
          button(words.melon.save, () => download('my-melons.csv', table.csv(shown), 'text/csv')),
          button(words.reset, () => { table = new Table(columns, original.rows.map((row) => [...row])); drawRows(); changed(); })), most, trouble.box, took)));
  table = new Table(columns, table.rows.map((row) => [...row]));
  drawRows();
  changed();
}

/**
 * The value that the address asks for: the first if it asks for none, nothing if it hides it.
 * @param {string | null} asked
 * @param {string[]} values
 */
function pick(asked, values) {
  if (asked === null) return values[0];
  return values.includes(asked) ? asked : undefined;
}

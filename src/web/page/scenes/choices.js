// What the reader says about the columns of a table, and its way into the address and into a question.

import { oneOf } from '../state.js';

/** How a column is read, and what it is used for; what is empty is decided by the program. */
const KINDS = ['number', 'words'];
const USES = ['feature', 'target', 'none'];
const MISSING = ['error', 'drop', 'impute'];

export class Choices {
  constructor() {
    /** @type {Map<string, {kind: string, use: string}>} */
    this.said = new Map();
    this.missing = 'error';
  }

  /** As the address has them. @param {URLSearchParams} params */
  static from(params) {
    const choices = new Choices();
    for (const kind of KINDS) for (const name of params.getAll(kind)) choices.say(name, 'kind', kind);
    for (const use of USES) for (const name of params.getAll(use)) choices.say(name, 'use', use);
    choices.missing = oneOf(params, 'missing', MISSING, 'error');
    return choices;
  }

  /** Into the address. @param {URLSearchParams} params */
  note(params) {
    for (const key of [...KINDS, ...USES, 'missing']) params.delete(key);
    for (const [name, { kind, use }] of this.said) {
      if (kind) params.append(kind, name);
      if (use) params.append(use, name);
    }
    if (this.missing !== 'error') params.set('missing', this.missing);
  }

  /** @param {string} column @param {'kind' | 'use'} what @param {string} value */
  say(column, what, value) {
    // There is one target.
    if (value === 'target') for (const other of this.said.values()) if (other.use === 'target') other.use = '';
    this.said.set(column, { ...(this.said.get(column) ?? { kind: '', use: '' }), [what]: value });
  }

  /** What was said of a column. @param {string} column @param {'kind' | 'use'} what */
  of(column, what) {
    return this.said.get(column)?.[what] ?? '';
  }

  /** Forgets columns that the table does not have. @param {string[]} names */
  keepOnly(names) {
    for (const name of this.said.keys()) if (!names.includes(name)) this.said.delete(name);
  }

  /** @param {'kind' | 'use'} what @param {string} value */
  named(what, value) {
    return [...this.said].filter(([, about]) => about[what] === value).map(([name]) => name);
  }

  /** How columns are read, as a question has it. */
  kinds() {
    return { categorical: this.named('kind', 'words'), numeric: this.named('kind', 'number') };
  }

  /** Everything, as a question has it. @param {string} task */
  columns(task) {
    const [target] = this.named('use', 'target');
    return {
      ...this.kinds(), features: this.named('use', 'feature'), drop: this.named('use', 'none'), missing: this.missing,
      ...(target ? { [task === 'cluster' ? 'labels' : 'target']: target } : {}),
    };
  }
}

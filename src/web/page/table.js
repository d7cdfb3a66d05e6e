// A small table that can be changed, and its way into the address and into the program.

/** @typedef {{name: string, values: string[]}} Column */

/** Rows, at most: the address has room for no more. */
export const MOST_ROWS = 60;

export class Table {
  /**
   * @param {Column[]} columns  what each may hold
   * @param {number[][]} rows   the place of each cell among its column's values
   */
  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** From texts, each of which must be one of its column's values. @param {Column[]} columns @param {string[][]} cells */
  static of(columns, cells) {
    return new Table(columns, cells.map((row) => row.map((cell, at) => Math.max(0, columns[at]?.values.indexOf(cell) ?? 0))));
  }

  /** One digit a cell, a dot between rows: short enough for an address. */
  code() {
    return this.rows.map((row) => row.join('')).join('.');
  }

  /** The table of a code, or nothing if it is none of these columns. @param {Column[]} columns @param {string} code */
  static decoded(columns, code) {
    const rows = code.split('.').map((row) => [...row].map(Number));
    const fits = rows.every((row) => row.length === columns.length
      && row.every((cell, at) => Number.isInteger(cell) && cell < (columns[at]?.values.length ?? 0)));
    return fits && rows.length > 1 && rows.length <= MOST_ROWS ? new Table(columns, rows) : undefined;
  }

  /** @param {number} row @param {number} column */
  cell(row, column) {
    return this.columns[column]?.values[this.rows[row]?.[column] ?? 0] ?? '';
  }

  /** As a file, in the words that the reader sees. @param {(name: string) => string} [shown] */
  csv(shown = (name) => name) {
    const line = (/** @type {string[]} */ cells) => cells.map(shown).map(quoted).join(',');
    const rows = this.rows.map((_, row) => line(this.columns.map((_, column) => this.cell(row, column))));
    return `${[line(this.columns.map(({ name }) => name)), ...rows].join('\n')}\n`;
  }
}

/** A cell of a CSV file. @param {string} text */
export function quoted(text) {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

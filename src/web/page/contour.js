// Where a field of probabilities is undecided: marching squares.

/**
 * The segments on which `grid`, values in the middle of `n` times `n` cells, row by row from the
 * lower left, passes through `level`; in units of cells.
 * @param {number[]} grid
 * @param {number} n
 * @param {number} level
 * @returns {[number, number, number, number][]}
 */
export function contour(grid, n, level = 0.5) {
  /** @type {[number, number, number, number][]} */
  const segments = [];
  for (let row = 0; row + 1 < n; row++) {
    for (let column = 0; column + 1 < n; column++) {
      const at = row * n + column;
      const corners = [grid[at], grid[at + 1], grid[at + n + 1], grid[at + n]].map((p) => (p ?? level) - level);
      const crossings = [[0, 0, 1, 0], [1, 0, 1, 1], [1, 1, 0, 1], [0, 1, 0, 0]].flatMap(([x0, y0, x1, y1], side) => {
        const [a, b] = [/** @type {number} */ (corners[side]), /** @type {number} */ (corners[(side + 1) % 4])];
        if (a < 0 === b < 0) return [];
        const t = a / (a - b);
        return [[column + 0.5 + mix(x0, x1, t), row + 0.5 + mix(y0, y1, t)]];
      });
      // On a saddle two lines pass; which way they turn cannot be told, nor seen.
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [crossings[i], crossings[i + 1]];
        segments.push([ax, ay, bx, by]);
      }
    }
  }
  return segments;
}

/** @param {number | undefined} a @param {number | undefined} b @param {number} t */
function mix(a = 0, b = 0, t) {
  return a + (b - a) * t;
}

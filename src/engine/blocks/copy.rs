//! Rows of a matrix become columns of a block.
//!
//! A pass over a large matrix waits for memory as long as it computes. So while one part is
//! copied, the part that comes next is fetched into the second-level cache.

use super::layout::STRIDE;
use pulp::{Arch, NullaryFnOnce};

/// Rows and columns of a square that is transposed in registers.
const TILE: usize = 4;

/// Writes whole rows, `(n_rows, n_columns)` in `rows`, less `shift`, `(n_columns)`, to the
/// columns of a block, and fetches as many of the rows in `next`.
pub fn copy_rows(arch: Arch, rows: &[f64], next: &[f64], shift: &[f64], cells: &mut [f64]) {
    arch.dispatch(CopyRows { rows, next, shift, cells });
}

struct CopyRows<'a> {
    rows: &'a [f64],
    next: &'a [f64],
    shift: &'a [f64],
    cells: &'a mut [f64],
}

impl NullaryFnOnce for CopyRows<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let width = self.shift.len();
        let mut next = self.next.chunks(TILE * width);
        for (i, group) in self.rows.chunks(TILE * width).enumerate() {
            fetch(next.next().unwrap_or_default());
            let columns = self.cells.as_chunks_mut::<STRIDE>().0;
            let tiled = if group.len() == TILE * width { width / TILE * TILE } else { 0 };
            copy_tiles(group, self.shift, &mut columns[..tiled], i * TILE);
            for (r, row) in group.chunks(width).enumerate() {
                for j in tiled..width {
                    columns[j][i * TILE + r] = row[j] - self.shift[j];
                }
            }
        }
    }
}

/// Four rows of as many columns as fill tiles, from row `at` of the block on.
#[inline(always)]
fn copy_tiles(group: &[f64], shift: &[f64], columns: &mut [[f64; STRIDE]], at: usize) {
    let (upper, lower) = group.split_at(group.len() / 2);
    let ((a, b), (c, d)) = (upper.split_at(upper.len() / 2), lower.split_at(lower.len() / 2));
    let rows = tiles(a).zip(tiles(b)).zip(tiles(c).zip(tiles(d)));
    for ((((a, b), (c, d)), shift), tile) in rows.zip(tiles(shift)).zip(columns.as_chunks_mut::<TILE>().0) {
        let (a, b, c, d) = (difference(a, shift), difference(b, shift), difference(c, shift), difference(d, shift));
        for j in 0..TILE {
            *tile[j][at..].first_chunk_mut().expect("room for a tile") = [a[j], b[j], c[j], d[j]];
        }
    }
}

#[cfg(test)]
fn scalar_copy_rows(rows: &[f64], shift: &[f64], cells: &mut [f64]) {
    for (r, row) in rows.chunks(shift.len()).enumerate() {
        for (j, cell) in row.iter().enumerate() {
            cells[j * STRIDE + r] = cell - shift[j];
        }
    }
}

#[inline(always)]
fn tiles(row: &[f64]) -> std::slice::Iter<'_, [f64; TILE]> {
    row.as_chunks().0.iter()
}

// Spelled out: closures would be left to the compiler, which may not inline them into SIMD.
#[inline(always)]
fn difference(row: &[f64; TILE], shift: &[f64; TILE]) -> [f64; TILE] {
    [row[0] - shift[0], row[1] - shift[1], row[2] - shift[2], row[3] - shift[3]]
}

/// Asks memory for these cells, a cache line at a time, without waiting for them.
///
/// Into the second-level cache: the first can ask for too few lines at once.
#[inline(always)]
pub fn fetch(cells: &[f64]) {
    #[cfg(target_arch = "x86_64")]
    for line in cells.chunks(8) {
        use std::arch::x86_64::{_MM_HINT_T1, _mm_prefetch};
        // SAFETY: a hint, without effect on what the program computes; every x86-64 has it.
        unsafe { _mm_prefetch::<_MM_HINT_T1>(line.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = cells;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_every_shape_become_columns() {
        for (rows, width) in [(1, 1), (3, 4), (4, 3), (8, 8), (13, 7), (30, 20)] {
            let x: Vec<f64> = (0..rows * width).map(|i| i as f64).collect();
            let shift: Vec<f64> = (0..width).map(|j| j as f64 / 2.0).collect();
            let mut cells = vec![f64::NAN; width * STRIDE];
            copy_rows(Arch::new(), &x, &x[..width], &shift, &mut cells);
            let mut plain = vec![f64::NAN; width * STRIDE];
            scalar_copy_rows(&x, &shift, &mut plain);
            let is_same = |(a, b): (&f64, &f64)| a == b || (a.is_nan() && b.is_nan());
            assert!(cells.iter().zip(&plain).all(is_same), "{rows} x {width}");
        }
    }
}

//! Products of dense matrices of doubles: safe views over slices, and the one call into `gemm`.

use gemm::Parallelism;
use rayon::prelude::*;

/// Rows of a product that one task computes: a fixed cut, so that one thread and many give
/// the same bytes.
const TASK_ROWS: usize = 64;

/// A matrix inside a slice: entry `(i, j)` stands at `i * row_stride + j * column_stride`.
#[derive(Clone, Copy)]
pub struct View<'a> {
    data: &'a [f64],
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
}

impl<'a> View<'a> {
    /// `rows x columns`, row by row, `stride` from one row to the next.
    pub fn by_rows(data: &'a [f64], rows: usize, columns: usize, stride: usize) -> Self {
        let fits = rows == 0 || columns == 0 || (rows - 1) * stride + columns <= data.len();
        assert!(fits, "a matrix outside its slice");
        View { data, rows, columns, row_stride: stride, column_stride: 1 }
    }

    /// The transpose: the same numbers, read the other way.
    pub fn t(self) -> Self {
        let View { data, rows, columns, row_stride, column_stride } = self;
        View { data, rows: columns, columns: rows, row_stride: column_stride, column_stride: row_stride }
    }

    /// The rows from `first` on, `rows` of them.
    fn rows_from(self, first: usize, rows: usize) -> Self {
        View { data: &self.data[first * self.row_stride..], rows, ..self }
    }
}

/// `C += scale A B`, where `c` is row by row without gaps; on all cores.
pub fn add_product(c: &mut [f64], scale: f64, a: View, b: View) {
    assert!(a.columns == b.rows && c.len() == a.rows * b.columns, "shapes of a matrix product");
    if c.is_empty() || a.columns == 0 {
        return;
    }
    let width = b.columns;
    c.par_chunks_mut(TASK_ROWS * width).enumerate().for_each(|(task, part)| {
        multiply(part, scale, a.rows_from(task * TASK_ROWS, part.len() / width), b);
    });
}

fn multiply(c: &mut [f64], scale: f64, a: View, b: View) {
    // SAFETY: every entry of the views lies inside its slice, as `by_rows` has checked, `c` has
    // `a.rows * b.columns` cells, and the borrow checker knows that it overlaps neither.
    unsafe {
        gemm::gemm(
            a.rows,
            b.columns,
            a.columns,
            c.as_mut_ptr(),
            1,
            b.columns as isize,
            true,
            a.data.as_ptr(),
            a.column_stride as isize,
            a.row_stride as isize,
            b.data.as_ptr(),
            b.column_stride as isize,
            b.row_stride as isize,
            1.0,
            scale,
            false,
            false,
            false,
            Parallelism::None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_strided_and_transposed_views() {
        let a = [1.0, 2.0, 9.0, 3.0, 4.0, 9.0]; // [[1, 2], [3, 4]] in rows of three
        let b = [5.0, 6.0, 7.0, 8.0];
        let mut c = [1.0; 4];
        add_product(&mut c, 1.0, View::by_rows(&a, 2, 2, 3), View::by_rows(&b, 2, 2, 2));
        assert_eq!(c, [20.0, 23.0, 44.0, 51.0]);
        add_product(&mut c, -1.0, View::by_rows(&a, 2, 2, 3), View::by_rows(&b, 2, 2, 2).t());
        assert_eq!(c, [3.0, 0.0, 5.0, -2.0]);
    }

    #[test]
    #[should_panic(expected = "outside its slice")]
    fn a_view_never_reaches_past_its_slice() {
        View::by_rows(&[0.0; 5], 2, 2, 4);
    }
}

//! Products of dense matrices: safe views over slices, and the one call into the kernels of `gemm`.

use gemm_common::Parallelism;

/// A matrix inside a slice: entry `(i, j)` stands at `i * row_stride + j * column_stride`.
#[derive(Clone, Copy)]
pub(crate) struct Matrix<'a, T> {
    data: &'a [T],
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
}

/// A row-major matrix inside a slice, to be written.
pub(crate) struct MatrixMut<'a, T> {
    data: &'a mut [T],
    rows: usize,
    columns: usize,
    row_stride: usize,
}

impl<'a, T> Matrix<'a, T> {
    /// `rows x columns`, row after row without gaps.
    pub(crate) fn new(data: &'a [T], rows: usize, columns: usize) -> Self {
        Matrix::strided(data, rows, columns, columns)
    }

    /// `rows x columns`, with `row_stride` from one row to the next.
    pub(crate) fn strided(data: &'a [T], rows: usize, columns: usize, row_stride: usize) -> Self {
        assert_fits(data.len(), rows, columns, row_stride);
        Matrix { data, rows, columns, row_stride, column_stride: 1 }
    }

    /// The transpose: the same numbers, read the other way.
    pub(crate) fn t(self) -> Self {
        Matrix {
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
            ..self
        }
    }

    /// Whether it has no entries.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows == 0 || self.columns == 0
    }

    /// The rows from `first` on, `rows` of them.
    pub(crate) fn rows_from(self, first: usize, rows: usize) -> Self {
        assert!(first + rows <= self.rows, "rows outside their matrix");
        let start = (first * self.row_stride).min(self.data.len());
        Matrix { data: &self.data[start..], rows, ..self }
    }
}

impl<'a, T> MatrixMut<'a, T> {
    /// `rows x columns`, row after row without gaps.
    pub(crate) fn new(data: &'a mut [T], rows: usize, columns: usize) -> Self {
        MatrixMut::strided(data, rows, columns, columns)
    }

    /// `rows x columns`, with `row_stride` from one row to the next.
    pub(crate) fn strided(data: &'a mut [T], rows: usize, columns: usize, row_stride: usize) -> Self {
        assert_fits(data.len(), rows, columns, row_stride);
        MatrixMut { data, rows, columns, row_stride }
    }
}

/// What matrices are made of.
pub(crate) trait Real: Copy + From<f32> + 'static {
    /// The kernel for this processor, chosen at the first call.
    fn kernel() -> Kernel<Self>;
}

impl Real for f32 {
    fn kernel() -> Kernel<f32> {
        gemm_f32::gemm::f32::get_gemm_fn()
    }
}

impl Real for f64 {
    fn kernel() -> Kernel<f64> {
        gemm_f64::gemm::f64::get_gemm_fn()
    }
}

/// `D = alpha D + beta L R`, with `m x n` entries in `D` and a sum over `k`: takes `m`, `n`, `k`; `D`, its strides from
/// column to column and from row to row, and whether it is read; `L` and its strides; `R` and its strides; `alpha`,
/// `beta`; what complex numbers would need; threads. Fastest where the columns of `D` lie together.
#[rustfmt::skip]
type Kernel<T> = unsafe fn(
    usize, usize, usize,
    *mut T, isize, isize, bool,
    *const T, isize, isize,
    *const T, isize, isize,
    T, T,
    bool, bool, bool, Parallelism,
);

/// `C = scale A B`.
pub(crate) fn product<T: Real>(c: MatrixMut<T>, scale: T, a: Matrix<T>, b: Matrix<T>) {
    multiply(c, false, scale, a, b);
}

/// `C += scale A B`.
pub(crate) fn add_product<T: Real>(c: MatrixMut<T>, scale: T, a: Matrix<T>, b: Matrix<T>) {
    multiply(c, true, scale, a, b);
}

/// One thread on purpose: who multiplies cuts the work in a fixed way, so that the order of the
/// additions never depends on the number of threads.
fn multiply<T: Real>(c: MatrixMut<T>, keep: bool, scale: T, a: Matrix<T>, b: Matrix<T>) {
    assert!(a.columns == b.rows && c.rows == a.rows && c.columns == b.columns, "shapes of a matrix product");
    // The kernel wants a destination whose columns lie together, and ours are rows: C' = B' A'.
    // SAFETY: the constructors have checked that every entry lies inside its slice, and the
    // borrow checker that `c` overlaps neither `a` nor `b`.
    unsafe {
        T::kernel()(
            b.columns,
            a.rows,
            a.columns,
            c.data.as_mut_ptr(),
            c.row_stride as isize,
            1,
            keep,
            b.data.as_ptr(),
            b.row_stride as isize,
            b.column_stride as isize,
            a.data.as_ptr(),
            a.row_stride as isize,
            a.column_stride as isize,
            T::from(1.0),
            scale,
            false,
            false,
            false,
            Parallelism::None,
        );
    }
}

/// Panics if the last entry lies outside the slice.
fn assert_fits(len: usize, rows: usize, columns: usize, row_stride: usize) {
    assert!(
        rows == 0 || columns <= row_stride && (rows - 1) * row_stride + columns <= len,
        "a matrix outside its slice"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<T: Real + PartialEq + std::fmt::Debug>() {
        let of = |numbers: &[f32]| numbers.iter().map(|&number| T::from(number)).collect::<Vec<T>>();
        let a = of(&[1.0, 2.0, 9.0, 3.0, 4.0, 9.0]); // [[1, 2], [3, 4]] in rows of three
        let b = of(&[5.0, 6.0, 7.0, 8.0]);
        let mut c = of(&[1.0; 4]);
        let (one, less) = (T::from(1.0), T::from(-1.0));
        product(MatrixMut::new(&mut c, 2, 2), one, Matrix::strided(&a, 2, 2, 3), Matrix::new(&b, 2, 2));
        assert_eq!(c, of(&[19.0, 22.0, 43.0, 50.0]));
        add_product(MatrixMut::new(&mut c, 2, 2), less, Matrix::strided(&a, 2, 2, 3), Matrix::new(&b, 2, 2).t());
        assert_eq!(c, of(&[19.0 - 17.0, 22.0 - 23.0, 43.0 - 39.0, 50.0 - 53.0]));
        let second = Matrix::strided(&a, 2, 2, 3).rows_from(1, 1);
        product(MatrixMut::new(&mut c[..2], 1, 2), one, second, Matrix::new(&b, 2, 2));
        assert_eq!(c[..2], of(&[43.0, 50.0]));
    }

    #[test]
    fn products_of_strided_and_transposed_views() {
        of::<f32>();
        of::<f64>();
    }

    #[test]
    #[should_panic(expected = "outside its slice")]
    fn a_view_never_reaches_past_its_slice() {
        Matrix::strided(&[0.0; 5], 2, 2, 4);
    }
}

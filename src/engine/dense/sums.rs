//! What everything dense is made of.

/// Copies the upper triangle over the lower one.
pub fn mirror(a: &mut [f64], n: usize) {
    for i in 0..n {
        for j in 0..i {
            a[i * n + j] = a[j * n + i];
        }
    }
}

/// `sum_i a_i b_i`, in eight parts that do not wait for each other.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    debug_assert_eq!(a.len(), b.len());
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let add = |sums: [f64; 8], (x, y): (&[f64; 8], &[f64; 8])| std::array::from_fn(|i| sums[i] + x[i] * y[i]);
    let sums: [f64; 8] = a.iter().zip(b).fold([0.0; 8], add);
    sums.iter().sum::<f64>() + a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum::<f64>()
}

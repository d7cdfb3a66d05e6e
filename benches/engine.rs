//! The native engine on 100,000 x 20 doubles, in both memory layouts, and its kernels' pass.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use melon::engine::{Engine, Init, KMeansOptions, LinearOptions, LogisticOptions, Native};
use melon::rng::Seed;
use ndarray::{Array2, ShapeBuilder};
use rand::Rng;
use std::time::Duration;

const N_SAMPLES: usize = 100_000;
const N_FEATURES: usize = 20;

/// The matrix row by row and column by column, and a target that depends on it.
fn data() -> ([(&'static str, Array2<f64>); 2], Vec<f64>) {
    let mut stream = Seed::default().stream("bench");
    let rows = Array2::from_shape_simple_fn((N_SAMPLES, N_FEATURES), || stream.gen_range(-1.0..1.0));
    let mut columns = Array2::zeros(rows.raw_dim().f());
    columns.assign(&rows);
    let y = rows.rows().into_iter().map(|row| row.sum() + stream.gen_range(-2.0..2.0)).collect();
    ([("rows", rows), ("columns", columns)], y)
}

fn fits(criterion: &mut Criterion) {
    let (layouts, y) = data();
    let labels: Vec<usize> = y.iter().map(|&v| usize::from(v > 0.0)).collect();
    let thirds: Vec<usize> = y.iter().map(|&v| if v < -1.0 { 0 } else { usize::from(v > 1.0) + 1 }).collect();
    let kmeans = KMeansOptions { init: Init::Rows((0..8).collect()), max_iter: 5, tol: 0.0, ..KMeansOptions::new(8) };
    let options = LogisticOptions::default();
    let mut group = criterion.benchmark_group("engine");
    group.sample_size(20).measurement_time(Duration::from_secs(4)).throughput(Throughput::Elements(N_SAMPLES as u64));
    for (layout, x) in &layouts {
        let x = x.view();
        group.bench_function(format!("least_squares/{layout}"), |b| {
            b.iter(|| Native.linear(x, &y, &LinearOptions::default()).unwrap())
        });
        group.bench_function(format!("logistic/{layout}"), |b| {
            b.iter(|| Native.logistic(x, &labels, 2, &options).unwrap())
        });
        group.bench_function(format!("softmax_of_three/{layout}"), |b| {
            b.iter(|| Native.logistic(x, &thirds, 3, &options).unwrap())
        });
        group
            .bench_function(format!("kmeans_5_iterations/{layout}"), |b| b.iter(|| Native.kmeans(x, &kmeans).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, fits);
criterion_main!(benches);

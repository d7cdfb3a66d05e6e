//! The centroids that runs of k-means start from.

use crate::engine::blocks::{Rows, Sums};
use crate::engine::kernels::{self, PackedCentroids};
use crate::engine::patience::Patience;
use crate::engine::{EngineError, Init, KMeansOptions};
use crate::rng::{self, Stream};
use ndarray::{Array1, Array2, Axis};
use pulp::Arch;
use rand::Rng;

/// `(k, n_features)`: the centroids that run `run` starts from, shifted as the rows are.
/// Unless points were given they are distinct rows; the input has been checked to have as many.
///
/// # Errors
/// Nobody waits for them any more.
pub fn initial_centroids(rows: Rows, options: &KMeansOptions, run: usize) -> Result<Array2<f64>, EngineError> {
    let mut stream = options.seed.numbered_stream("kmeans/init", run);
    let chosen = match &options.init {
        Init::Rows(chosen) => chosen.clone(),
        Init::Random => random(rows, options.k, &mut stream)?,
        Init::PlusPlus => plus_plus(rows, options.k, &mut stream)?,
        Init::Points(points) => return Ok(points - &Array1::from(rows.shift.to_vec())),
    };
    let cells = chosen.into_iter().flat_map(|row| rows.row(row)).collect();
    Ok(Array2::from_shape_vec((options.k, rows.columns.len()), cells).expect("k rows"))
}

/// Rows drawn one by one, each again until it differs from those before it. Where almost
/// all rows are copies of few, the rest is drawn as k-means++ does, which never repeats.
fn random(rows: Rows, k: usize, stream: &mut Stream) -> Result<Vec<usize>, EngineError> {
    let mut chosen: Vec<usize> = Vec::with_capacity(k);
    for _ in 0..100 * k {
        if chosen.len() == k {
            break;
        }
        let row = rng::index(stream, rows.n_samples());
        if chosen.iter().all(|&other| rows.row(other) != rows.row(row)) {
            chosen.push(row);
        }
    }
    extend_by_distance(rows, k, chosen, stream)
}

fn plus_plus(rows: Rows, k: usize, stream: &mut Stream) -> Result<Vec<usize>, EngineError> {
    let first = rng::index(stream, rows.n_samples());
    extend_by_distance(rows, k, vec![first], stream)
}

/// Draws further rows with probability proportional to the squared distance from the
/// nearest one chosen so far: of `2 + ln k` drawn at a time the one that leaves the least sum
/// of these distances, the first one on a tie.
fn extend_by_distance(
    rows: Rows,
    k: usize,
    mut chosen: Vec<usize>,
    stream: &mut Stream,
) -> Result<Vec<usize>, EngineError> {
    if chosen.len() == k {
        return Ok(chosen);
    }
    let n_candidates = 2 + (k as f64).ln() as usize;
    let mut nearest = NearestChosen { distances: vec![f64::INFINITY; rows.n_samples()], total: 0.0 };
    chosen.iter().for_each(|&row| nearest = nearest.with(rows, row));
    let patience = Patience::here();
    while chosen.len() < k {
        patience.check()?;
        let candidates: Vec<usize> =
            (0..n_candidates).map(|_| draw(&nearest.distances, stream.r#gen::<f64>() * nearest.total)).collect();
        let left = candidates.into_iter().map(|row| (row, nearest.with(rows, row)));
        let (row, left) = left.reduce(|a, b| if b.1.total < a.1.total { b } else { a }).expect("at least two");
        chosen.push(row);
        nearest = left;
    }
    Ok(chosen)
}

/// The first row at which the running sum of `distances` exceeds `target`; the farthest row
/// if rounding leaves none.
fn draw(distances: &[f64], target: f64) -> usize {
    let mut sum = 0.0;
    let beyond = distances.iter().position(|distance| {
        sum += distance;
        sum > target
    });
    beyond.unwrap_or_else(|| crate::math::argmax(distances).expect("at least one row"))
}

/// How far each row lies from the nearest one chosen.
struct NearestChosen {
    /// `(n_samples)`: squared.
    distances: Vec<f64>,
    /// Their sum.
    total: f64,
}

impl NearestChosen {
    /// The same once row `centre` is chosen too.
    fn with(&self, rows: Rows, centre: usize) -> NearestChosen {
        struct Total(f64);
        impl Sums for Total {
            fn absorb(&mut self, later: Self) {
                self.0 += later.0;
            }
        }
        let point = Array1::from(rows.row(centre)).insert_axis(Axis(0));
        let (packed, arch) = (PackedCentroids::new(point.view()), Arch::new());
        let add = |total: &mut Total, block: &mut crate::engine::blocks::RowBlock, places: &mut [f64]| {
            let (_, squares) = kernels::nearest(arch, block.cells(), block.rows, &packed);
            for (place, square) in places.iter_mut().zip(squares) {
                *place = place.min(square);
                total.0 += *place;
            }
        };
        let mut distances = self.distances.clone();
        let Total(total) = rows.fold_with(&mut distances, 0, || Total(0.0), add);
        NearestChosen { distances, total }
    }
}

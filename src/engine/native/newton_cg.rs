//! Newton's method whose steps are found by conjugate gradients, for designs of so many
//! parameters that their Hessian is not to be written down.

use super::sparse::Sparse;
use crate::engine::EngineError;
use crate::engine::patience::Patience;
use crate::math;
use ndarray::{Array1, Array2, Axis, Zip};

/// Products with the Hessian that one step may take.
const MOST_PRODUCTS: usize = 500;

/// A penalised logistic regression on a design that is only multiplied.
pub struct Iterative<'a> {
    /// The rows, `(n_samples, n_columns)`.
    pub design: Sparse<'a>,
    /// The class of each.
    pub labels: &'a [usize],
    /// At least two.
    pub n_classes: usize,
    /// Weight of the penalty, above 0.
    pub l2: f64,
    /// `(n_columns)`: the deviation of each column.
    pub scale: &'a [f64],
}

/// Where the minimisation stopped.
pub struct Reached {
    /// `(n_columns + 1, n_outputs)`: the weights, then the intercepts.
    pub parameters: Array2<f64>,
    /// `(n_columns + 1, n_outputs)`: the derivatives there.
    pub gradient: Array2<f64>,
    /// Newton steps taken, however often each was halved.
    pub iterations: usize,
    /// Whether every derivative came below its tolerance.
    pub converged: bool,
}

/// The objective at one point.
struct Point {
    value: f64,
    probabilities: Array2<f64>, // (n_samples, n_outputs)
    gradient: Array2<f64>,
}

impl Iterative<'_> {
    /// One output for two classes, for the second; else one a class.
    pub fn n_outputs(&self) -> usize {
        if self.n_classes == 2 { 1 } else { self.n_classes }
    }

    /// Minimises from `start`: `x <- x - t s` where `H s = g` is solved the more exactly the
    /// smaller the gradient has become (Nocedal and Wright, 2006, algorithm 7.1), and `t` is
    /// halved until the objective falls. Converged as the direct method is: no derivative above
    /// `tolerance` per sample and deviation of its column.
    ///
    /// # Errors
    /// Nobody waits for it any more.
    pub fn minimise(&self, start: Array2<f64>, tolerance: f64, max_iter: usize) -> Result<Reached, EngineError> {
        let patience = Patience::here();
        let (n_samples, n_columns) = self.design.dim();
        let scale = Array1::from_iter(self.scale.iter().copied().chain([1.0]));
        let largest = |gradient: &Array2<f64>| {
            let shares = gradient.rows().into_iter().zip(&scale).map(|(row, scale)| row.mapv(|g| (g / scale).abs()));
            shares.flatten().fold(0.0, |most: f64, g| if g.is_nan() { f64::INFINITY } else { most.max(g) })
        };
        let (mut parameters, mut iterations) = (start, 0);
        let mut at = self.at(&parameters);
        let first = largest(&at.gradient);
        loop {
            let size = largest(&at.gradient);
            let converged = size <= tolerance * n_samples as f64;
            if converged || iterations >= max_iter || !at.value.is_finite() {
                return Ok(self.reached(parameters, at, iterations, converged));
            }
            let exactness = (size / first).sqrt().min(0.1);
            let step = self.step(&at, exactness, n_columns, &patience)?;
            let mut fraction = 1.0;
            iterations += 1;
            loop {
                let candidate = &parameters - &(&step * fraction);
                let there = self.at(&candidate);
                if there.value <= at.value + 1e-13 * at.value.abs() {
                    (parameters, at) = (candidate, there);
                    break;
                }
                fraction /= 2.0;
                if fraction < 1e-9 {
                    return Ok(self.reached(parameters, at, iterations, false));
                }
            }
        }
    }

    /// Of all symmetric forms the one whose intercepts sum to zero.
    fn reached(&self, mut parameters: Array2<f64>, at: Point, iterations: usize, converged: bool) -> Reached {
        if self.n_outputs() > 1 {
            let mut intercepts = parameters.row_mut(self.design.dim().1);
            let mean = intercepts.mean().expect("at least two classes");
            intercepts -= mean;
        }
        Reached { parameters, gradient: at.gradient, iterations, converged }
    }

    /// `sum_i log_loss_i + l2/2 |w|^2` and its gradient, `(X, 1)'(p - y) + l2 (w, 0)`.
    fn at(&self, parameters: &Array2<f64>) -> Point {
        let mut probabilities = self.design.times(parameters);
        let mut value = 0.0;
        for (mut row, &label) in probabilities.rows_mut().into_iter().zip(self.labels) {
            let logits = row.as_slice_mut().expect("row by row");
            if let [logit] = logits {
                value += math::log1p_exp(*logit) - label as f64 * *logit;
                *logit = math::sigmoid(*logit);
            } else {
                value += math::log_sum_exp(logits) - logits[label];
                math::softmax(logits);
            }
        }
        let mut residuals = probabilities.clone();
        for (mut row, &label) in residuals.rows_mut().into_iter().zip(self.labels) {
            if row.len() == 1 { row[0] -= label as f64 } else { row[label] -= 1.0 }
        }
        let mut gradient = self.design.transposed_times(&residuals);
        let weights = parameters.slice(ndarray::s![..-1, ..]);
        gradient.slice_mut(ndarray::s![..-1, ..]).scaled_add(self.l2, &weights);
        value += self.l2 / 2.0 * weights.iter().map(|w| w * w).sum::<f64>();
        Point { value, probabilities, gradient }
    }

    /// `H s = g` to a residual `exactness` times the first, by conjugate gradients with the
    /// diagonal of `H` as preconditioner (Hestenes and Stiefel, 1952).
    fn step(
        &self,
        at: &Point,
        exactness: f64,
        n_columns: usize,
        patience: &Patience,
    ) -> Result<Array2<f64>, EngineError> {
        let mut diagonal = self.design.squares_times(&at.probabilities.mapv(|p| p * (1.0 - p)));
        diagonal.slice_mut(ndarray::s![..n_columns, ..]).mapv_inplace(|d| d + self.l2);
        diagonal.mapv_inplace(|d| d.max(f64::MIN_POSITIVE));
        let mut step = Array2::zeros(at.gradient.raw_dim());
        let mut residual = at.gradient.clone();
        let mut preconditioned = &residual / &diagonal;
        let mut direction = preconditioned.clone();
        let first = inner(&residual, &preconditioned);
        let mut rest = first;
        for _ in 0..MOST_PRODUCTS {
            patience.check()?;
            let curved = self.hessian_times(&at.probabilities, &direction);
            let curvature = inner(&direction, &curved);
            if curvature <= 0.0 || rest <= 0.0 {
                break; // rounding is all that is left
            }
            let length = rest / curvature;
            step.scaled_add(length, &direction);
            residual.scaled_add(-length, &curved);
            preconditioned = &residual / &diagonal;
            let next = inner(&residual, &preconditioned);
            if next <= exactness * exactness * first {
                break;
            }
            Zip::from(&mut direction).and(&preconditioned).for_each(|d, p| *d = p + next / rest * *d);
            rest = next;
        }
        Ok(step)
    }

    /// `H v = (X, 1)' W (X, 1) v + l2 (v, 0)`, where `W` of a row is `p (1 - p)`, or of more
    /// classes `diag(p) - p p'`.
    fn hessian_times(&self, probabilities: &Array2<f64>, v: &Array2<f64>) -> Array2<f64> {
        let mut moved = self.design.times(v);
        for (mut row, p) in moved.rows_mut().into_iter().zip(probabilities.rows()) {
            if row.len() == 1 {
                row[0] *= p[0] * (1.0 - p[0]);
            } else {
                let mean = row.dot(&p);
                row.zip_mut_with(&p, |cell, p| *cell = p * (*cell - mean));
            }
        }
        let mut product = self.design.transposed_times(&moved);
        product.slice_mut(ndarray::s![..-1, ..]).scaled_add(self.l2, &v.slice(ndarray::s![..-1, ..]));
        product
    }
}

fn inner(a: &Array2<f64>, b: &Array2<f64>) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

impl Reached {
    /// Groups of `(weights, intercept)`, an output after the other, of parameters or gradient.
    pub fn grouped(of: &Array2<f64>) -> Vec<f64> {
        of.axis_iter(Axis(1)).flat_map(|output| output.to_vec()).collect()
    }
}

//! What to fit with.

/// What `--engine` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EngineChoice {
    /// linfa for small ridge regressions, native for everything else.
    #[default]
    Auto,
    /// linfa, and an error where it cannot.
    Linfa,
    /// The native drivers, for a table of any size.
    Native,
}

/// What a fit needs that only the native engine offers surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Needs {
    /// An unpenalised fit: standard errors, and columns that depend on each other.
    pub inference: bool,
    /// An optimum that has to be searched for: Newton's method finds it whatever the scales of
    /// the columns and however many the classes.
    pub search: bool,
    /// k-means by Lloyd's algorithm itself, exactly the textbook's: its iterations can be
    /// counted and watched, and it may start from chosen rows.
    pub lloyd: bool,
}

/// What to fit a logistic regression with.
#[derive(Debug, Clone, PartialEq)]
pub struct LogisticOptions {
    /// Weight of the penalty `l2/2 * |w|^2`; 0 is maximum likelihood.
    pub l2: f64,
    /// Iterations after which the fit stops unconverged.
    pub max_iter: usize,
    /// Converged when the largest entry of the gradient is below this, per sample and per
    /// standard deviation of its column.
    pub tolerance: f64,
}

impl Default for LogisticOptions {
    fn default() -> Self {
        LogisticOptions { l2: 1.0, max_iter: 100, tolerance: 1e-10 }
    }
}

/// What to fit a linear regression with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinearOptions {
    /// Weight of the penalty `l2 * |w|^2`; 0 is ordinary least squares.
    pub l2: f64,
}

/// Differences (rows times columns times clusters) that one pass of all runs may take together.
const WORK: usize = 10_000_000;
/// Runs from which on another one hardly ever finds something better.
const MOST_RUNS: usize = 500;
const FEWEST_RUNS: usize = 10;

/// Where the centroids of k-means begin.
#[derive(Debug, Clone, PartialEq)]
pub enum Init {
    /// k-means++ (Arthur and Vassilvitskii, 2007): each next start is a row drawn with
    /// probability proportional to its squared distance from the starts so far; of a few rows
    /// drawn so the one is taken that leaves the least inertia (the greedy variant).
    PlusPlus,
    /// Distinct rows drawn at random.
    Random,
    /// These rows (from 0), in this order. One run is made, whatever `n_init` says.
    Rows(Vec<usize>),
    /// These points, `(k, n_features)`. One run is made, as of rows.
    Points(ndarray::Array2<f64>),
}

impl Init {
    /// Whether it names the start itself, so that there is only one.
    pub fn is_chosen(&self) -> bool {
        matches!(self, Init::Rows(_) | Init::Points(_))
    }
}

/// What to cluster with.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansOptions {
    /// The number of clusters.
    pub k: usize,
    /// Where the centroids of each run begin.
    pub init: Init,
    /// Runs from different starts; the one with the least inertia is kept. `None`: as many as
    /// [`runs`](Self::runs) says, on a sample of the rows where there are very many.
    pub n_init: Option<usize>,
    /// Passes over the rows after which a run stops unconverged.
    pub max_iter: usize,
    /// A run has converged when no row changes cluster, or when the centroids' squared
    /// movement is at most `tol` times the mean variance of the columns (scikit-learn's rule).
    pub tol: f64,
    /// The seed of the starts.
    pub seed: crate::rng::Seed,
    /// Whether [`KMeansFit::trace`](super::KMeansFit::trace) is filled: the centroids after every update.
    pub trace: bool,
}

impl KMeansOptions {
    /// `k` clusters from k-means++ starts: as many runs as the table's size allows, each of at
    /// most 300 passes, `tol` 1e-4, seed 42.
    pub fn new(k: usize) -> Self {
        let seed = crate::rng::Seed::default();
        KMeansOptions { k, init: Init::PlusPlus, n_init: None, max_iter: 300, tol: 1e-4, seed, trace: false }
    }

    /// How many runs are made. A small table gets more of them, because each costs next to
    /// nothing and may find what the others miss: about 50 ms in all. The number comes from the
    /// table's size and from no clock, so that a seed gives the same clusters everywhere.
    pub fn runs(&self, n_samples: usize, n_features: usize) -> usize {
        let of_one = n_samples.saturating_mul(n_features).saturating_mul(self.k).max(1);
        match (&self.init, self.n_init) {
            (init, _) if init.is_chosen() => 1,
            (_, Some(n_init)) => n_init,
            (_, None) => (WORK / of_one).clamp(FEWEST_RUNS, MOST_RUNS),
        }
    }
}

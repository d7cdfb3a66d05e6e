//! Options that some classifiers read and others do not: given to one that does not, they are
//! refused rather than passed over in silence.

/// An option of one kind of classifier or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelOption {
    /// The same model with more and with less penalty.
    L2Path,
    /// Weight of the penalty.
    L2,
    /// Numeric columns are standardised first.
    Standardize,
    /// What computes the fit.
    Engine,
    /// How many neighbours vote.
    K,
    /// What the best split of a tree is.
    Criterion,
    /// When a branch of a tree is given up.
    Prune,
    /// Which samples a tree is pruned on.
    Validation,
    /// Questions on a way, at most.
    MaxDepth,
    /// A node with fewer samples is not split.
    MinSamples,
}

impl ModelOption {
    /// Every option, those of the tree last.
    pub const ALL: &[ModelOption] = &[
        ModelOption::L2Path,
        ModelOption::L2,
        ModelOption::Standardize,
        ModelOption::Engine,
        ModelOption::K,
        ModelOption::Criterion,
        ModelOption::Prune,
        ModelOption::Validation,
        ModelOption::MaxDepth,
        ModelOption::MinSamples,
    ];
    /// Those of a tree.
    pub(super) const OF_TREE: &[ModelOption] = ModelOption::ALL.split_at(5).1;

    /// What it is called on the command line, without its dashes.
    pub fn name(self) -> &'static str {
        match self {
            ModelOption::L2Path => "l2-path",
            ModelOption::L2 => "l2",
            ModelOption::Standardize => "standardize",
            ModelOption::Engine => "engine",
            ModelOption::K => "k",
            ModelOption::Criterion => "criterion",
            ModelOption::Prune => "prune",
            ModelOption::Validation => "validation",
            ModelOption::MaxDepth => "max-depth",
            ModelOption::MinSamples => "min-samples",
        }
    }

    /// The option that is called so, if it belongs to some classifiers only.
    pub fn called(name: &str) -> Option<ModelOption> {
        ModelOption::ALL.iter().copied().find(|option| option.name() == name)
    }
}

//! Options that some classifiers read and others do not: given to one that does not, they are
//! refused rather than passed over in silence.

/// An option of one kind of classifier or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelOption {
    /// Weight of the penalty.
    L2,
    /// Numeric columns are standardised first.
    Standardize,
    /// What computes the fit.
    Engine,
    /// How many neighbours vote.
    K,
}

impl ModelOption {
    /// All of them.
    pub const ALL: [ModelOption; 4] = [ModelOption::L2, ModelOption::Standardize, ModelOption::Engine, ModelOption::K];

    /// What it is called on the command line, without its dashes.
    pub fn name(self) -> &'static str {
        match self {
            ModelOption::L2 => "l2",
            ModelOption::Standardize => "standardize",
            ModelOption::Engine => "engine",
            ModelOption::K => "k",
        }
    }

    /// The option that is called so, if it belongs to some classifiers only.
    pub fn called(name: &str) -> Option<ModelOption> {
        ModelOption::ALL.into_iter().find(|option| option.name() == name)
    }
}

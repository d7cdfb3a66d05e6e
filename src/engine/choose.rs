//! Which engine fits which table.

use super::{Engine, EngineChoice, Linfa, Native, Needs};

/// Cells (rows times columns) up to which a table counts as classroom-sized.
const CLASSROOM_CELLS: usize = 10_000;

/// The engine for a table of this size: the one asked for, or with [`EngineChoice::Auto`]
/// linfa for a classroom-sized table of no more columns than rows that needs nothing linfa
/// lacks, and else native.
pub fn choose(choice: EngineChoice, n_samples: usize, n_features: usize, needs: Needs) -> &'static dyn Engine {
    let small = n_samples.saturating_mul(n_features) <= CLASSROOM_CELLS && n_features <= n_samples;
    match choice {
        EngineChoice::Linfa => &Linfa,
        EngineChoice::Auto if small && needs == Needs::default() => &Linfa,
        EngineChoice::Auto | EngineChoice::Native => &Native,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linfa_serves_small_ridge_regressions_and_native_the_rest() {
        let auto = |rows, needs| choose(EngineChoice::Auto, rows, 10, needs).name();
        assert_eq!(auto(17, Needs::default()), "linfa");
        assert_eq!(auto(9, Needs::default()), "native", "more columns than rows");
        assert_eq!(auto(1_000_000, Needs::default()), "native");
        assert_eq!(auto(17, Needs { inference: true, ..Needs::default() }), "native");
        assert_eq!(auto(17, Needs { search: true, ..Needs::default() }), "native");
        assert_eq!(choose(EngineChoice::Linfa, 1_000_000, 10, Needs::default()).name(), "linfa");
    }
}

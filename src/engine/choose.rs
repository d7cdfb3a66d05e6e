//! Which engine fits which table.

use super::{Engine, EngineChoice, Linfa, Native, Needs};

/// Cells (rows times columns) up to which a table counts as classroom-sized.
const CLASSROOM_CELLS: usize = 10_000;

/// Columns above which Newton's matrix, their number squared, costs more than many steps of
/// L-BFGS.
const WIDE_COLUMNS: usize = 500;

/// The engine for a table of this size: the one asked for, or with [`EngineChoice::Auto`]
/// linfa for a classroom-sized or a wide table that needs nothing linfa lacks, and else native.
pub fn choose(choice: EngineChoice, n_samples: usize, n_features: usize, needs: Needs) -> &'static dyn Engine {
    let small = n_samples.saturating_mul(n_features) <= CLASSROOM_CELLS;
    match choice {
        EngineChoice::Linfa => &Linfa,
        EngineChoice::Auto if (small || n_features > WIDE_COLUMNS) && needs == Needs::default() => &Linfa,
        EngineChoice::Auto | EngineChoice::Native => &Native,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linfa_serves_the_classroom_and_native_the_rest() {
        let auto = |rows, needs| choose(EngineChoice::Auto, rows, 10, needs).name();
        assert_eq!(auto(17, Needs::default()), "linfa");
        assert_eq!(auto(1_000_000, Needs::default()), "native");
        assert_eq!(auto(17, Needs { inference: true, ..Needs::default() }), "native");
        assert_eq!(choose(EngineChoice::Linfa, 1_000_000, 10, Needs::default()).name(), "linfa");
    }
}

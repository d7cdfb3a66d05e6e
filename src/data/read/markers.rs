//! Texts that stand for a missing cell.

use super::number;

/// Texts that stand for a missing cell, besides the empty one; case does not matter. The last
/// are what spreadsheets leave where a formula failed.
pub const MISSING_MARKERS: &[&str] = &[
    "na", "n/a", "n.a.", "<na>", "nan", "null", "none", "?", "-", "\\n", "缺失", "#n/a", "#div/0!", "#value!", "#ref!",
    "#name?", "#num!", "#null!", "#spill!", "#calc!", "#field!", "#n/a n/a", "#na", "#div/0", "#nv", "#wert!",
    "#bezug!", "#zahl!", "#valeur!", "#nom?", "#nombre?", "err:502", "err:503", "err:504", "err:508", "err:509",
    "err:522",
];
/// The longest of them, in bytes.
const LONGEST: usize = 9;

/// Which texts are missing cells in one file.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Markers {
    also: Vec<String>,
    values: Vec<String>,
    numeric: bool,
}

impl Markers {
    /// The usual markers, and `also`, without `values`; case does not matter in the usual
    /// ones only.
    pub fn new(also: &[String], values: &[String]) -> Markers {
        let numeric = also.iter().any(|marker| number(marker).is_some());
        Markers { also: also.to_vec(), values: values.to_vec(), numeric }
    }

    /// Whether a number may stand for a missing cell: `-999`.
    #[inline]
    pub fn may_be_numbers(&self) -> bool {
        self.numeric
    }

    /// Whether a trimmed cell is missing.
    #[inline]
    pub fn is_missing(&self, cell: &str) -> bool {
        cell.is_empty()
            || (is_usual(cell) && !self.values.iter().any(|value| value == cell))
            || self.also.iter().any(|marker| marker == cell)
    }
}

/// Whether a trimmed cell is missing in any file.
pub fn is_missing(cell: &str) -> bool {
    cell.is_empty() || is_usual(cell)
}

fn is_usual(cell: &str) -> bool {
    cell.len() <= LONGEST && MISSING_MARKERS.iter().any(|marker| cell.eq_ignore_ascii_case(marker))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_cells_are_listed_words_in_any_case() {
        for cell in [
            "", "NA", "n/a", "NaN", "NULL", "None", "?", "-", "#DIV/0!", "#WERT!", "Err:502", "<NA>", "N.A.", "\\N",
            "缺失",
        ] {
            assert!(is_missing(cell), "{cell}");
        }
        for cell in ["0", "--", "无", "nano", "no"] {
            assert!(!is_missing(cell), "{cell}");
        }
        assert!(MISSING_MARKERS.iter().all(|marker| marker.len() <= LONGEST));
    }

    #[test]
    fn a_file_may_have_markers_of_its_own() {
        let markers = Markers::new(&["-999".to_owned()], &["None".to_owned()]);
        assert!(markers.may_be_numbers() && !Markers::default().may_be_numbers());
        assert!(markers.is_missing("-999") && markers.is_missing("NA") && !markers.is_missing("None"));
    }
}

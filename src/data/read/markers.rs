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
        let texts = |typed: &[String]| {
            let trimmed = typed.iter().map(|text| text.trim().to_owned());
            trimmed.filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let (also, values) = (texts(also), texts(values));
        Markers { numeric: also.iter().any(|marker| number(marker).is_some()), also, values }
    }

    /// Takes these texts for values, as a file declares them; `?` stays what it is in every such file.
    pub(super) fn declare(&mut self, levels: &[String]) {
        self.values.extend(levels.iter().filter(|level| is_missing(level) && *level != "?").cloned());
    }

    /// Texts that were named and are not among those that were `found`.
    pub(super) fn not_among(&self, found: &[String]) -> Vec<String> {
        self.also.iter().filter(|text| !found.contains(text)).cloned().collect()
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
        let markers = Markers::new(&["-999".to_owned(), " unknown".to_owned()], &["None".to_owned()]);
        assert!(markers.is_missing("unknown"), "as in a list that is written with blanks");
        assert_eq!(markers.not_among(&["unknown".to_owned()]), ["-999"]);
        assert!(markers.may_be_numbers() && !Markers::default().may_be_numbers());
        assert!(markers.is_missing("-999") && markers.is_missing("NA") && !markers.is_missing("None"));
    }
}

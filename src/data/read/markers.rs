//! Texts that stand for a missing cell.

use super::{notation, number};
use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "NamedTexts", into = "NamedTexts")]
pub struct Markers {
    also: Vec<String>,
    values: Vec<String>,
    /// What those of `also` are that are numbers.
    numbers: Vec<f64>,
}

/// The same as they are saved and sent.
#[derive(Serialize, Deserialize)]
struct NamedTexts {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    missing_values: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<String>,
}

impl From<NamedTexts> for Markers {
    fn from(named: NamedTexts) -> Markers {
        Markers::new(&named.missing_values, &named.values)
    }
}

impl From<Markers> for NamedTexts {
    fn from(Markers { also, values, .. }: Markers) -> NamedTexts {
        NamedTexts { missing_values: also, values }
    }
}

impl Markers {
    /// The usual markers, and `also`, without `values`; case does not matter in the usual
    /// ones only. A number stands for itself however it is written: `-999` also for `-999.0`.
    pub fn new(also: &[String], values: &[String]) -> Markers {
        let texts = |typed: &[String]| {
            let trimmed = typed.iter().map(|text| text.trim().to_owned());
            trimmed.filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let (also, values) = (texts(also), texts(values));
        Markers { numbers: also.iter().filter_map(|marker| value(marker)).collect(), also, values }
    }

    /// Whether they are the usual ones.
    pub fn is_empty(&self) -> bool {
        self.also.is_empty() && self.values.is_empty()
    }

    /// These, and the texts that `more` names.
    pub fn and(&self, more: &Markers) -> Markers {
        let joint = |own: &[String], more: &[String]| {
            own.iter().chain(more.iter().filter(|text| !own.contains(text))).cloned().collect::<Vec<_>>()
        };
        Markers::new(&joint(&self.also, &more.also), &joint(&self.values, &more.values))
    }

    /// Takes these texts for values, as a file declares them; `?` stays what it is in every such file.
    pub(super) fn declare(&mut self, levels: &[String]) {
        self.values.extend(levels.iter().filter(|level| is_missing(level) && *level != "?").cloned());
    }

    /// Texts that were named and are not among those that were `found`.
    pub(super) fn not_among(&self, found: &[String]) -> Vec<String> {
        let is_found = |text: &String| {
            let marker = Markers::new(std::slice::from_ref(text), &[]);
            found.iter().any(|cell| marker.names(cell))
        };
        self.also.iter().filter(|text| !is_found(text)).cloned().collect()
    }

    /// Whether a cell with this number is missing: `-999`.
    #[inline]
    pub fn is_missing_number(&self, number: f64) -> bool {
        self.numbers.contains(&number)
    }

    /// Whether a trimmed cell is missing.
    #[inline]
    pub fn is_missing(&self, cell: &str) -> bool {
        cell.is_empty() || (is_usual(cell) && !self.values.iter().any(|value| value == cell)) || self.names(cell)
    }

    /// Whether a trimmed cell is what one of the named texts is.
    fn names(&self, cell: &str) -> bool {
        self.also.iter().any(|marker| marker == cell)
            || (!self.numbers.is_empty()
                && !self.values.iter().any(|value| value == cell)
                && value(cell).is_some_and(|number| self.is_missing_number(number)))
    }
}

/// The number that a text alone is, also with a decimal comma or marks between groups of digits. `007` is a code.
fn value(text: &str) -> Option<f64> {
    let is_code = text.starts_with('0') && text[1..].starts_with(|c: char| c.is_ascii_digit());
    if is_code {
        return None;
    }
    number(text).or_else(|| notation::number_alone(text))
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
        assert!(markers.is_missing("-999") && markers.is_missing("NA") && !markers.is_missing("None"));
        assert!(!markers.is_empty() && Markers::default().is_empty());
    }

    #[test]
    fn a_number_is_a_marker_however_it_is_written() {
        let markers = Markers::new(&["-9999".to_owned(), "77.0".to_owned()], &[]);
        for cell in ["-9999", "-9999.0", "-9999.00", "-9999,0", "-9.999,00", "-9 999", "−9999", "-9.999e3", "77"] {
            assert!(markers.is_missing(cell), "{cell}");
        }
        for cell in ["9999", "-999.9", "-9,999", "-9.999", "-9999 kg", "Model 77", "77a", "7-7", "077"] {
            assert!(!markers.is_missing(cell), "{cell}");
        }
        let versions = Markers::new(&["1.1".to_owned()], &["1.10".to_owned()]);
        assert!(versions.is_missing("1.1") && !versions.is_missing("1.10"), "named as a value");
        assert!(markers.is_missing_number(-9999.0) && !markers.is_missing_number(-9998.0));
        assert_eq!(markers.not_among(&["-9999.00".to_owned()]), ["77.0"]);
    }

    #[test]
    fn markers_are_joined_and_kept_as_they_were_named() {
        let texts = |texts: &[&str]| texts.iter().map(|text| text.to_string()).collect::<Vec<_>>();
        let learned = Markers::new(&texts(&["-999", "unk"]), &texts(&["None"]));
        let json = serde_json::json!({"missing_values": ["-999", "unk"], "values": ["None"]});
        assert_eq!(serde_json::to_value(&learned).unwrap(), json);
        assert_eq!(serde_json::from_value::<Markers>(json).unwrap(), learned);
        let both = learned.and(&Markers::new(&texts(&["unk", "7"]), &texts(&["NA"])));
        assert_eq!(both, Markers::new(&texts(&["-999", "unk", "7"]), &texts(&["None", "NA"])));
        assert!(both.is_missing("-999.0") && both.is_missing("7.0") && !both.is_missing("NA"));
    }
}

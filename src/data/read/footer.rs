//! What stands below the rows: `Source: ...`, `Note: ...`, `(12 rows)`. Such lines are no rows, and have fewer cells or, where
//! a spreadsheet has filled the line up with separators, nothing in all cells but the first.

use super::units::reread;
use crate::data::Notice;
use crate::data::table::Table;

/// How remarks below a table begin; in lower case.
const BEGINNINGS: &[&str] = &[
    "note",
    "notes",
    "source",
    "sources",
    "data source",
    "data from",
    "last updated",
    "footnote",
    "footnotes",
    "remark",
    "remarks",
    "legend",
    "quelle",
    "quellen",
    "anmerkung",
    "hinweis",
    "fuente",
    "nota",
    "notas",
    "fonte",
    "remarque",
    "注",
    "备注",
    "備註",
    "说明",
    "說明",
    "来源",
    "來源",
    "数据来源",
    "資料來源",
    "资料来源",
    "出处",
    "出典",
];
/// The longest text, in characters, that is a word and no sentence.
const WORD: usize = 12;
/// They have so many lines at most.
pub(super) const MOST: usize = 20;

/// Whether a line with fewer cells than the rows above it begins such remarks; `is_apart` says that there is an empty line
/// between them. Without one only a beginning that is usual tells it from a row that was cut short.
pub(super) fn begins<'a>(mut cells: impl Iterator<Item = &'a str>, is_apart: bool) -> bool {
    let first = cells.next().unwrap_or_default().trim().to_lowercase();
    let is_alone = cells.next().is_none();
    let is_usual = |known: &&str| {
        first.strip_prefix(known).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let is_marked = first.starts_with(['*', '†', '‡']) || is_alone && first.starts_with('(') && first.ends_with(')');
    let has_words = first.contains(char::is_alphabetic);
    // A word alone may be a sample of which nothing else is known.
    let is_sentence = first.contains([' ', ':', '：']) || first.chars().count() > WORD;
    has_words && (BEGINNINGS.iter().any(is_usual) || is_marked || is_apart && is_alone && is_sentence)
}

/// The table without remarks that are filled up with empty cells.
pub(super) fn without_remarks(table: Table) -> Table {
    let (n_rows, n_columns) = (table.n_rows(), table.columns.len());
    let is_alone = |row: usize| table.columns.iter().enumerate().all(|(at, column)| column.is_missing(row) == (at > 0));
    let n_alone = if n_columns > 1 { (0..n_rows).rev().take(MOST).take_while(|&row| is_alone(row)).count() } else { 0 };
    let first_cell = |row: usize| table.columns[0].text(row).map(|text| text.into_owned()).unwrap_or_default();
    let begins_at = |&row: &usize| {
        // A cell of several lines ends its row further down.
        let before = table.columns.iter().filter_map(|column| column.text(row - 1));
        let n_ends: usize = before.map(|text| text.matches('\n').count()).sum();
        let is_apart = table.line(row) > table.line(row - 1) + n_ends as u64 + 1;
        begins(std::iter::once(first_cell(row).as_str()), is_apart)
    };
    let Some(end) = ((n_rows - n_alone).max(1)..n_rows).find(begins_at) else { return table };
    let (count, line, first) = (n_rows - end, table.line(end), first_cell(end));
    let kept: Vec<usize> = (0..end).collect();
    let lines = Some(kept.iter().map(|&row| table.line(row)).collect());
    let columns = table.columns.iter().map(|column| reread(&column.take(&kept))).collect();
    let mut notices = table.notices;
    notices.push(Notice::LinesBelow { count, line, first });
    Table { columns, lines, notices, ..table }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::{Fault, ReadOptions, from_bytes};

    #[test]
    fn remarks_below_the_rows_are_left_out_and_told() {
        let rows = "region,units,price\nnorth,1,2\nsouth,3,4\nwest,5,6\n";
        for (remarks, line, count) in [
            ("Source: Ministry of Melons\n", 5, 1),
            ("Source: Ministry, 2024\n", 5, 1),
            ("\nall of them estimates\n", 6, 1),
            ("* estimated\n\n注：含估计值\n", 5, 2),
            ("(3 rows)\n", 5, 1),
            ("Source: Ministry of Melons,,\n", 5, 1),
            (",,\n,,\nData from database: Melons,,\nLast Updated: 07/25/2024,,\n", 7, 2),
            ("\n\n\nData from database: Melons\nLast Updated: 07/25/2024", 8, 2),
        ] {
            let table = from_bytes(format!("{rows}{remarks}").as_bytes(), &ReadOptions::default()).unwrap();
            let first = remarks.trim().trim_start_matches([',', '\n']).lines().next().unwrap().trim_end_matches(',');
            let first = first.to_owned();
            assert_eq!((table.n_rows(), table.columns.len()), (3, 3), "{remarks}");
            assert!(
                table.notices.contains(&Notice::LinesBelow { count, line, first }),
                "{remarks}: {:?}",
                table.notices
            );
            assert!(table.columns[1].is_numeric() && table.columns[2].is_numeric(), "{remarks}");
        }
    }

    #[test]
    fn rows_that_were_cut_short_are_still_asked_about() {
        let whole = "region,units\nnorth,1\nsouth,\n";
        assert_eq!(from_bytes(whole.as_bytes(), &ReadOptions::default()).unwrap().n_rows(), 2, "a row with a gap");
        let long = "region,units\n\"north\nand east\",1\nthe south,\n";
        assert_eq!(from_bytes(long.as_bytes(), &ReadOptions::default()).unwrap().n_rows(), 2, "a row of two lines");
        let apart = "region,units,price\nnorth,1,2\nsouth,3,4\n\nwest,,\n";
        assert_eq!(from_bytes(apart.as_bytes(), &ReadOptions::default()).unwrap().n_rows(), 3, "a row of gaps");
        for rest in ["north\n", "north,7\n", "north,7\neast,1,2\n", "Source: x\neast,1,2\n", "\n7\n"] {
            let rows = format!("region,units,price\nnorth,1,2\nsouth,3,4\n{rest}");
            let fault = from_bytes(rows.as_bytes(), &ReadOptions::default()).unwrap_err();
            assert!(matches!(fault, Fault::Ragged { .. }), "{rest}: {fault:?}");
        }
    }

    #[test]
    fn a_title_and_remarks_may_stand_around_the_rows() {
        let text = "Sales 2024\n\nregion,units,price\nnorth,1,2\nsouth,3,4\nwest,5,6\nSource: Ministry of Melons\n";
        let table = from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!((table.n_rows(), table.columns[0].name.as_str()), (3, "region"));
        let below = Notice::LinesBelow { count: 1, line: 7, first: "Source: Ministry of Melons".into() };
        let above = Notice::LinesAbove { count: 2, first: "Sales 2024".into() };
        assert!(table.notices.contains(&below) && table.notices.contains(&above), "{:?}", table.notices);
    }
}

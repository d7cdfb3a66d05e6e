//! A first row that explains the columns, as where a survey is exported: `What colour is it?` below `Q1`.

use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};

/// Fewer words are a name or a class.
const WORDS: usize = 3;
/// Fewer rows do not tell what is usual below.
const ROWS: usize = 4;

/// The first row, if its cells say what the columns ask, and those below do not.
pub(super) fn first_row(table: &Table) -> Option<Notice> {
    if table.n_rows() < ROWS || table.columns.len() < 2 {
        return None;
    }
    let texts: Vec<&str> = table.columns.iter().map(text_above_others).collect::<Option<_>>()?;
    let n_explaining = texts.iter().zip(&table.columns).filter(|(text, column)| explains(text, column)).count();
    let text = texts.into_iter().find(|text| is_sentence(text))?.to_owned();
    (2 * n_explaining > table.columns.len()).then(|| Notice::ExplainingRow { line: table.line(0), text })
}

/// The first cell of a column of words, if none below is the same.
fn text_above_others(column: &Column) -> Option<&str> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let first = *codes.first().filter(|&&code| code != MISSING)?;
    codes[1..].iter().all(|&code| code != first).then(|| levels[first as usize].as_str())
}

/// Whether the `first` cell of a column is a sentence, longer than all below, and few of those are.
fn explains(first: &str, column: &Column) -> bool {
    let Values::Words { levels, codes } = &column.values else { return false };
    let length = first.chars().count();
    if !is_sentence(first) || levels.iter().filter(|level| level.chars().count() >= length).count() > 1 {
        return false;
    }
    let are_sentences: Vec<bool> = levels.iter().map(|level| is_sentence(level)).collect();
    let n_below = codes[1..].iter().filter(|&&code| code != MISSING && are_sentences[code as usize]).count();
    4 * n_below < codes.len()
}

/// A question, several words, or the key under which a survey knows a column.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.ends_with(['?', '？', ':', '：'])
        || text.split_whitespace().count() >= WORDS
        || text.starts_with("{\"ImportId\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: [[&str; 2]; 5]) -> Option<Notice> {
        let column = |at: usize| Column::words(["Q1", "Q2"][at], rows.iter().map(|row| Some(row[at])));
        first_row(&Table::new("t", vec![column(0), column(1)]))
    }

    #[test]
    fn questions_below_names_are_told_and_samples_are_not() {
        let below = [["blue", "5"], ["red", "7"], ["blue", "6"], ["red", "7"]];
        let with = |first: [&'static str; 2]| found([first, below[0], below[1], below[2], below[3]]);
        let told = |text: &str| Some(Notice::ExplainingRow { line: 2, text: text.to_owned() });
        assert_eq!(with(["What colour is it?", "How large?"]), told("What colour is it?"));
        assert_eq!(with(["Response", "How large is it"]), None, "one of two");
        assert_eq!(with(["{\"ImportId\":\"QID1\"}", "{\"ImportId\":\"QID2\"}"]), told("{\"ImportId\":\"QID1\"}"));
        assert_eq!(with(["blue", "How large is it?"]), None, "its first cell comes again");
        assert_eq!(with(["green", "8"]), None);
        let talks = [["Who are you?", "I am Ann."], ["Where is it?", "In the house."], ["Why?", "Nobody knows that."]];
        assert_eq!(
            found([talks[0], talks[1], talks[2], ["When?", "On a Monday."], ["How?", "By bus and train."]]),
            None
        );
    }
}

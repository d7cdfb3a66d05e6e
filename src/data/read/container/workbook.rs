//! Workbooks: `.xlsx`, `.xlsb`, `.xls` and `.ods`, of which one sheet is a table.

use super::unpacked::{Unpacked, csv_of, own};
use crate::data::read::{Fault, ReadOptions};
use crate::data::table::number_text;
use crate::data::{Notice, names};
use calamine::{Data, ExcelDateTime, Range, Reader, SheetType, SheetVisible, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// The sheet that the options name, else the first one that is shown and can be a table.
///
/// # Errors
/// A file that is no workbook or has a password, a sheet that it does not have.
pub(super) fn unpack(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    let mut book: Book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| Fault::BrokenWorkbook)?;
    let (range, notice) = match &options.sheet {
        Some(asked) => {
            let sheet = named(&book, asked)?;
            (range(&mut book, &sheet)?, None)
        }
        None => first(&mut book)?,
    };
    let above = range.start().map_or(0, |(row, _)| row as usize);
    let is_escaped = matches!(book, Sheets::Xlsx(_) | Sheets::Xlsb(_));
    let cell = |cell: &Data| if is_escaped { unescaped(&text(cell)) } else { text(cell) };
    let rows = range.rows().map(|row| row.iter().map(cell).collect());
    Ok(Unpacked { text: csv_of(above, rows), options: own(options), notices: notice.into_iter().collect() })
}

fn range(book: &mut Book, sheet: &str) -> Result<Range<Data>, Fault> {
    book.worksheet_range(sheet).map_err(|_| Fault::BrokenWorkbook)
}

/// The sheet of this name, or of this number from 1.
fn named(book: &Book, asked: &str) -> Result<String, Fault> {
    let known = book.sheet_names();
    let by_name = names::resolve(asked, known.iter().map(String::as_str));
    let by_number = || known.get(asked.trim().parse::<usize>().ok()?.checked_sub(1)?).map(String::as_str);
    by_name.or_else(by_number).map(str::to_owned).ok_or_else(|| Fault::NoSuchSheet {
        asked: asked.to_owned(),
        nearest: names::nearest(asked, known.iter().map(String::as_str)),
        known: known.clone(),
    })
}

/// The first sheet with a line of names and a row, else with a cell, and that there are others.
fn first(book: &mut Book) -> Result<(Range<Data>, Option<Notice>), Fault> {
    let is_shown = |sheet: &&calamine::Sheet| {
        matches!(sheet.typ, SheetType::WorkSheet) && matches!(sheet.visible, SheetVisible::Visible)
    };
    let shown: Vec<String> = book.sheets_metadata().iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect();
    let mut filled = Vec::new();
    for sheet in shown {
        let range = range(book, &sheet)?;
        if !range.is_empty() {
            filled.push((sheet, range));
        }
    }
    if filled.is_empty() {
        return Err(Fault::Empty);
    }
    let at = filled.iter().position(|(_, range)| range.height() > 1).unwrap_or(0);
    let (sheet, range) = filled.remove(at);
    let others: Vec<String> = filled.into_iter().map(|(sheet, _)| sheet).collect();
    Ok((range, (!others.is_empty()).then_some(Notice::SheetChosen { sheet, others, is_first: at == 0 })))
}

/// A cell as a spreadsheet would export it: numbers in full, whatever their format shows.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number_text(*value),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string().to_uppercase(),
        Data::DateTime(moment) => time(moment),
        Data::Error(error) => error.to_string(),
    }
}

/// Text in which a workbook wrote characters as `_x000D_` (ECMA-376, part 1, section 22.9.2.19).
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = code.filter(|_| rest[at + 6..].starts_with('_'));
        let c = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        plain += &rest[..at];
        match c {
            Some(c) => plain.push(c),
            None => plain += "_x",
        }
        rest = &rest[at + if c.is_some() { "_x000D_".len() } else { "_x".len() }..];
    }
    plain + rest
}

/// `2026-11-26`, `2026-11-26 10:30:00`, or `10:30:00` where there is no day; a length of time as
/// `36:30:00`.
fn time(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() {
        let seconds = (days * 86_400.0).round() as i64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    match moment.as_datetime() {
        None => number_text(days),
        Some(moment) if days < 1.0 => moment.time().to_string(),
        Some(moment) if days.fract() == 0.0 => moment.date().to_string(),
        Some(moment) => moment.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn what_a_workbook_spells_out_is_one_character() {
        // Both escapes as openpyxl 3.1 writes and reads them.
        assert_eq!(unescaped("a_x000D_\nb_x005F_x000D_"), "a\r\nb_x000D_");
        assert_eq!(unescaped("max_xlim _x00_ _x00g0_ _x瓜瓜"), "max_xlim _x00_ _x00g0_ _x瓜瓜");
    }
}

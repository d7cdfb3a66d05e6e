//! A workbook of one sheet: text stays text and numbers stay numbers, whatever language the
//! spreadsheet speaks, which is what CSV cannot promise.

use super::error::WriteError;
use crate::data::table::{Table, Values};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;

pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    // A name may not hold some characters, and then the usual one stays.
    let name: String = table.name.chars().take(LONGEST_NAME).collect();
    let _ = sheet.set_name(name);
    fill(sheet, table).and_then(|()| book.save_to_buffer()).map_err(|_| WriteError::BeyondSheet)
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (at, column) in table.columns.iter().enumerate() {
        let place = u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.write_string_with_format(0, place, &column.name, &bold)?;
        for row in 0..column.len() {
            let line = u32::try_from(row + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
            match (&column.values, column.text(row)) {
                (_, None) => continue,
                (Values::Numbers(cells), Some(_)) => sheet.write_number(line, place, cells[row])?,
                (Values::Words { .. }, Some(text)) => sheet.write_string(line, place, &*text)?,
            };
        }
    }
    Ok(())
}

//! CSV, and its kin with tabs.

use crate::data::table::Column;
use csv::Writer;

/// The columns as UTF-8 CSV with a header; numbers by their shortest text, missing cells empty.
pub fn csv_text(columns: &[Column], delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let put = |writer: &mut Writer<Vec<u8>>, cells: Vec<String>| {
        writer.write_record(&cells).expect("rows of equal length, in memory");
    };
    put(&mut writer, columns.iter().map(|column| column.name.clone()).collect());
    for row in 0..columns.first().map_or(0, Column::len) {
        let cell = |column: &Column| column.text(row).unwrap_or_default().into_owned();
        put(&mut writer, columns.iter().map(cell).collect());
    }
    let bytes = writer.into_inner().expect("memory does not fail to flush");
    String::from_utf8(bytes).expect("text was written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_need_quotes_get_them() {
        let columns =
            [Column::words("色泽", [Some("青绿"), None, Some("a,\"b\"")]), Column::numbers("x", [0.1, 2.0, 1e21])];
        assert_eq!(csv_text(&columns, b','), "色泽,x\n青绿,0.1\n,2\n\"a,\"\"b\"\"\",1000000000000000000000\n");
        assert!(csv_text(&columns, b'\t').starts_with("色泽\tx\n青绿\t0.1\n"));
    }
}

//! A table -> CSV text, such as [`read`](super::read) reads back as the same table.

use super::names;
use super::table::Column;
use csv::Writer;

/// The columns as UTF-8 CSV with a header; numbers by their shortest text, missing cells
/// empty. In English, names and values are translated where they are known.
pub fn csv_text(columns: &[Column], delimiter: u8, english: bool) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let put = |writer: &mut Writer<Vec<u8>>, cells: Vec<String>| {
        writer.write_record(&cells).expect("rows of equal length, in memory");
    };
    put(&mut writer, columns.iter().map(|column| names::display_name(&column.name, english)).collect());
    for row in 0..columns.first().map_or(0, Column::len) {
        let cell = |column: &Column| column.text(row).map_or(String::new(), |text| names::display_name(&text, english));
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
        assert_eq!(csv_text(&columns, b',', false), "色泽,x\n青绿,0.1\n,2\n\"a,\"\"b\"\"\",1000000000000000000000\n");
        assert!(csv_text(&columns, b'\t', true).starts_with("color\tx\ngreen\t0.1\n"));
    }
}

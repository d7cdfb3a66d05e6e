//! An OpenDocument spreadsheet, cell by cell as `ods.py` lays it out, from which odfpy reads the table.

use crate::cli::binary;
use std::fs::File;
use std::io::Read;
use std::process::Command;
use zip::{CompressionMethod, ZipArchive};

#[test]
fn a_spreadsheet_is_laid_out_as_odfpy_reads_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.ods");
    let mut export = Command::new(binary());
    export.args(["data", "export", "ods_table.csv", "-o"]).arg(&path);
    export.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"));
    let output = export.env_clear().env("LANG", "en_US.UTF-8").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let mut archive = ZipArchive::new(File::open(&path).unwrap()).unwrap();
    let mut content = String::new();
    archive.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
    assert_eq!(content, include_str!("ods_content.xml"));
    let first = archive.by_index(0).unwrap();
    assert_eq!((first.name(), first.compression()), ("mimetype", CompressionMethod::Stored));
}

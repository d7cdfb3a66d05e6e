//! A zip of a few files. It knows no time, so that the same files are the same bytes.

use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// The archive of these files, each with its name and how it is packed.
pub(super) fn zipped(files: &[(&str, &[u8], CompressionMethod)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for &(name, bytes, method) in files {
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        let is_large = bytes.len() > u32::MAX as usize;
        archive.start_file(name, options.large_file(is_large)).expect("memory takes any file");
        archive.write_all(bytes).expect("memory takes any file");
    }
    archive.finish().expect("memory takes any file").into_inner()
}

//! Files that are packed as they are written: `.csv.gz`, or a `.zip` with the table in it.

use super::zipped::zipped;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use zip::CompressionMethod;

/// What packs a table's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// The bytes alone.
    Gzip,
    /// An archive of one file.
    Zip,
}

impl Packing {
    /// By the end of a file's name.
    pub fn of_ending(ending: &str) -> Option<Packing> {
        match ending.to_ascii_lowercase().as_str() {
            "gz" => Some(Packing::Gzip),
            "zip" => Some(Packing::Zip),
            _ => None,
        }
    }

    /// The file packed, which is called `name` within an archive; the same bytes whenever that is done.
    pub fn bytes(self, name: &str, file: &[u8]) -> Vec<u8> {
        match self {
            Packing::Gzip => {
                let mut packed = GzEncoder::new(Vec::new(), Compression::default());
                packed.write_all(file).expect("memory takes any file");
                packed.finish().expect("memory takes any file")
            }
            Packing::Zip => zipped(&[(name, file, CompressionMethod::Deflated)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::{ReadOptions, from_bytes};
    use flate2::read::GzDecoder;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    const TABLE: &[u8] = b"x,y\n1,a\n2,b\n";

    #[test]
    fn what_is_packed_is_unpacked_again() {
        let mut text = Vec::new();
        GzDecoder::new(&Packing::Gzip.bytes("t.csv", TABLE)[..]).read_to_end(&mut text).unwrap();
        assert_eq!(text, TABLE);
        let archive = Packing::Zip.bytes("瓜.csv", TABLE);
        assert_eq!(from_bytes(&archive, &ReadOptions::default()).unwrap().n_rows(), 2);
        let archive = ZipArchive::new(Cursor::new(archive)).unwrap();
        assert_eq!(archive.file_names().collect::<Vec<_>>(), ["瓜.csv"]);
    }

    #[test]
    fn no_time_is_written() {
        let gzip = Packing::Gzip.bytes("t.csv", TABLE);
        assert_eq!(gzip[4..8], [0; 4], "the time of RFC 1952");
        let zip = Packing::Zip.bytes("t.csv", TABLE);
        assert_eq!(zip[10..14], [0, 0, 0x21, 0], "the first day that a zip knows, 1980-01-01");
    }
}

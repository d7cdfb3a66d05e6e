use super::*;
use crate::data::{Column, Notice, Values};

fn table(text: &str) -> Table {
    from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn fault(text: &str) -> Fault {
    from_bytes(text.as_bytes(), &ReadOptions::default()).unwrap_err()
}

fn numeric(column: &str) -> ReadOptions {
    ReadOptions { numeric: vec![column.into()], ..ReadOptions::default() }
}

/// The same rows as `text` on the way for quoted cells: the header's names are in quotes.
fn slowly(text: &str) -> String {
    let (header, body) = text.split_once('\n').unwrap();
    let quoted: Vec<String> = header.trim().split(',').map(|name| format!("\"{name}\"")).collect();
    format!("{}\n{body}", quoted.join(","))
}

#[test]
fn kinds_are_inferred_and_missing_cells_found() {
    let text = "色泽,密度,x\n青绿, 0.5 ,NA\n?,-,1e3\n乌黑,０.２,\n";
    for text in [text.to_owned(), slowly(text), text.replace('\n', "\r\n")] {
        let table = table(&text);
        assert_eq!(table.columns[0], Column::words("色泽", [Some("青绿"), None, Some("乌黑")]));
        let Values::Numbers(density) = &table.columns[1].values else { panic!("{table:?}") };
        assert!(density[0] == 0.5 && density[1].is_nan() && density[2] == 0.2, "{density:?}");
        assert!(table.columns[2].is_missing(0) && table.columns[2].is_missing(2));
        let tokens = ["-", "?", "NA"].map(str::to_owned).to_vec();
        let notation = Notation::look_alike("０.２");
        let written = Notice::NumbersWritten { column: "密度".to_owned(), notation };
        assert_eq!(table.notices, [Notice::MissingTokens { tokens }, written]);
    }
}

#[test]
fn both_ways_read_the_same() {
    let rows: String =
        (0..30_000).map(|i| format!("{i},{},{}\n", f64::from(i).sqrt(), ["a", "b", "cc"][i as usize % 3])).collect();
    let text = format!("id,root,word\n{rows}");
    assert!(fast::table(text.as_bytes(), &ReadOptions::default()).unwrap().is_some());
    assert!(fast::table(slowly(&text).as_bytes(), &ReadOptions::default()).unwrap().is_none());
    assert_eq!(table(&text), table(&slowly(&text)));
}

#[test]
fn a_late_word_makes_a_column_of_words() {
    let rows: String = (0..1000).map(|i| format!("{i},1\n")).collect();
    let text = format!("a,b\n{rows}x,2\n");
    for text in [text.clone(), slowly(&text)] {
        let table = table(&text);
        assert!(!table.columns[0].is_numeric() && table.columns[1].is_numeric());
        let expected = Notice::AlmostNumeric { column: "a".into(), count: 1, line: 1002, text: "x".into() };
        assert_eq!(table.notices, [expected]);
    }
}

#[test]
fn faults_name_their_lines() {
    assert_eq!(fault(""), Fault::Empty);
    assert_eq!(fault("\n\n"), Fault::Empty);
    assert_eq!(fault("a,b"), Fault::NoRows);
    assert_eq!(fault("a,b\n\n"), Fault::NoRows);
    assert_eq!(fault("a,b\n1,2\n\n3\n"), Fault::Ragged { line: 4, expected: 2, found: 1 });
    assert_eq!(fault("a,b\n1,2\n3,4,5\n"), Fault::Ragged { line: 3, expected: 2, found: 3 });
    assert!(matches!(fault("1,2\n3,4\n"), Fault::NoHeader { line: 1, .. }));
    assert!(matches!(fault("a,a\n3,4\n"), Fault::DuplicateName { first: 1, second: 2, .. }));
    assert!(matches!(fault("a,b\n3,4\0\n"), Fault::Binary { .. }));
    assert_eq!(fault("a\n1\ninf\n"), Fault::Infinite { line: 3, column: "a".into(), text: "inf".into() });
    let text = "a,密度\n1,2\n3,高\n";
    let expected = Fault::NotANumber { line: 3, column: "密度".into(), text: "高".into() };
    assert_eq!(from_bytes(text.as_bytes(), &numeric("density")), Err(expected));
}

#[test]
fn quoted_cells_keep_their_line_ends_and_the_lines_after_them() {
    let table = table("a,b\n\"x\ny\",1\nz,2\n");
    assert_eq!(table.columns[0], Column::words("a", [Some("x\ny"), Some("z")]));
    assert_eq!((table.line(0), table.line(1)), (2, 4));
}

#[test]
fn separators_and_line_ends_are_found_out() {
    let columns = table("a,b\n1,x\n2,y\n").columns;
    let lonely = "a,b\n1,x\n\r\r";
    assert_eq!(fault(lonely), fault(&slowly(lonely)), "a carriage return alone ends no line");
    for text in ["a\tb\n1\tx\n2\ty\n", "a;b\r\n1;x\r\n2;y", "a|b\r1|x\r2|y\r", "\u{feff}a,b\n1,x\n2,y\n\n"] {
        assert_eq!(table(text).columns, columns, "{text:?}");
    }
}

#[test]
fn a_wish_for_words_keeps_the_text() {
    let options = ReadOptions { categorical: vec!["zip".into()], ..ReadOptions::default() };
    for text in ["zip\n007\n10\n", "\"zip\"\n007\n10\n"] {
        let table = from_bytes(text.as_bytes(), &options).unwrap();
        assert_eq!(table.columns[0], Column::words("zip", [Some("007"), Some("10")]));
    }
}

#[test]
fn chinese_encodings_are_guessed_and_said() {
    let text = "色泽,好瓜\n青绿,是\n乌黑,否\n";
    let found = from_bytes(&encoding_rs::GBK.encode(text).0, &ReadOptions::default()).unwrap();
    assert_eq!(found.columns, table(text).columns);
    assert_eq!(found.notices, [Notice::EncodingGuessed { encoding: "GBK".into() }]);
    let numbers = "密度,含糖率\n0.697,0.46\n0.774,0.376\n";
    let found = from_bytes(&encoding_rs::GBK.encode(numbers).0, &ReadOptions::default()).unwrap();
    assert_eq!(found.columns, table(numbers).columns);
}

#[test]
fn files_are_opened_by_name_packed_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.csv.gz");
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, b"a,b\n1,x\n2,y\n3,z\n").unwrap();
    std::fs::write(&path, packer.finish().unwrap()).unwrap();
    let whole = read(&path, &ReadOptions::default()).unwrap();
    assert_eq!((whole.name.as_str(), whole.n_rows()), ("t.csv.gz", 3));

    let mut parts = chunks(path.to_str().unwrap(), &ReadOptions::default(), 2).unwrap();
    assert_eq!(parts.header(), ["a", "b"]);
    let parts: Vec<Chunk> = parts.by_ref().collect::<Result<_, _>>().unwrap();
    let sizes: Vec<usize> = parts.iter().map(|part| part.table.n_rows()).collect();
    assert_eq!(sizes, [2, 1]);
    assert_eq!(parts[1].table.line(0), 4);
    assert_eq!(&parts[1].rows[0][1], "z");
}

#[test]
fn a_name_that_is_nothing_is_answered_with_the_nearest() {
    let fault = |path: &Path| read(path, &ReadOptions::default()).unwrap_err().fault;
    assert_eq!(fault(Path::new("melon")), Fault::NotFound { nearest: Some("melons".into()) });
    assert!(matches!(fault(tempfile::tempdir().unwrap().path()), Fault::Folder));
}

/// Bytes that are UTF-8 as well, but for other characters.
#[test]
fn a_named_encoding_counts_on_every_way() {
    let (text, _, _) = encoding_rs::GBK.encode("size,x,y\n小,1,a\n水,2,b\n前,3,a\n要,4,b\n");
    assert!(std::str::from_utf8(&text).is_ok());
    let options = ReadOptions { encoding: Some("gbk".to_owned()), ..ReadOptions::default() };
    let table = from_bytes(&text, &options).unwrap();
    assert_eq!(table.columns[0].text(0).as_deref(), Some("小"));
}

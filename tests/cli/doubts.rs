//! Cells and lines that may not mean what they say: read as they stand, and asked about; or refused by their shape.

use super::Room;
use super::predict::with_mark;

/// What is said on the way to the end of this command.
fn said(table: impl AsRef<[u8]>, line: &str) -> String {
    let room = Room::new();
    room.file("f.csv", table);
    room.run(line).stderr
}

fn refuses(table: impl AsRef<[u8]>, line: &str, words: &[&str]) {
    let room = Room::new();
    room.file("f.csv", table);
    room.run(line).fails(words);
}

fn rows(row: impl Fn(usize) -> String) -> String {
    (0..14).map(|i| row(i) + "\n").collect()
}

#[test]
fn a_row_that_sums_up_the_others_is_asked_about() {
    let table =
        |last: &str| format!("g,x,y\n{}{last},91,49\n", rows(|i| format!("{},{},{}", ["a", "b"][i % 2], i, i * i % 7)));
    for (last, line) in
        [("Total", "classify f.csv --target g"), ("合计", "data show f.csv"), ("Average:", "cluster f.csv")]
    {
        let said = said(table(last), line);
        assert!(said.contains(&format!("Line 16 is called {last}")), "{last}: {said}");
    }
    assert!(said(table("Total"), "data show f.csv --lang zh").contains("第 16 行叫“Total”"));
    assert!(!said(table("b"), "data show f.csv").contains("is called"));
    // In a column of numbers, too, beside the cell that is none.
    let below = format!("x,y\n{}Total,49\n", rows(|i| format!("{}.5,{}", i, i * i % 7)));
    refuses(
        below,
        "regress f.csv --target y",
        &["Line 16 is called Total", "column x has numbers, but also 1 cell without one"],
    );
}

#[test]
fn a_number_that_stands_for_none_is_asked_about() {
    let table =
        format!("x,y\n{}", rows(|i| format!("{},{}", if i % 6 == 3 { -999 } else { 20 + i as i32 }, i * i % 7)));
    let asked = said(&table, "regress f.csv --target y");
    assert!(asked.contains("Column x: 2 cells are -999, far from all others (20 to 33)"), "{asked}");
    let told = said(&table, "regress f.csv --target y --missing drop --missing-values -999");
    assert!(!told.contains("far from") && told.contains("Read as missing: -999"), "{told}");
}

/// What is advised finds its cells, however they are written and on every way of reading. Expected figures:
/// `LinearRegression` below `SimpleImputer` of scikit-learn 1.9.1, where x is NaN in these cells.
#[test]
fn the_number_that_is_advised_finds_its_cells() {
    let quoted = |table: String| table.replace("\n", "\n\"").replace(',', "\",").replacen("x\"", "x", 1);
    let with_commas = |table: String| table.replace(',', ";").replace('.', ",");
    for (table, advised) in [
        (with_mark("-999.0"), "-999"),
        (with_mark("-9999.00"), "-9999"),
        (quoted(with_mark("-999.0")).trim_end_matches('"').to_owned(), "-999"),
        (with_commas(with_mark("-999.0")), "-999"),
        (with_mark("-999").replace(',', " kg,").replacen("x kg", "x", 1), "\"-999 kg\""),
    ] {
        let advice = format!("--missing-values {advised}");
        let asked = said(&table, "regress f.csv --target y");
        assert!(asked.contains("3 cells are -999") && asked.trim_end().ends_with(&advice), "{table}{asked}");
        let room = Room::new();
        room.file("f.csv", &table);
        for flags in ["", "--memory 100MB"] {
            let typed = advice.replace('"', "'");
            let run =
                room.run(&format!("regress f.csv --target y --missing impute {typed} {flags} --format json")).ok();
            assert!(!run.stderr.contains("nothing of the kind"), "{}", run.stderr);
            for (at, expected) in [3.207878874856487, -0.0920398009950249].into_iter().enumerate() {
                let estimate = run.json()["coefficients"][at]["estimate"].as_f64().unwrap();
                assert!((estimate - expected).abs() < 1e-9, "{table}{flags}: {estimate}");
            }
        }
    }
}

#[test]
fn markers_that_stand_nowhere_are_told() {
    let table = format!("x,g,y\n{}", rows(|i| format!("{i}.5,{},{}", ["Missing", "a", "unknown"][i % 3], i * i % 7)));
    let told = said(&table, "regress f.csv --target y --missing drop --missing-values missing,unknown");
    assert!(
        told.contains("--missing-values names missing, but nothing of the kind")
            && told.contains("Read as missing: unknown."),
        "{told}"
    );
    let told = said(&table, "regress f.csv --target y --missing drop --missing-values Missing,unknown");
    assert!(!told.contains("nothing of the kind"), "{told}");
}

/// As the World Bank writes them: more than half of the cells may be so.
#[test]
fn one_text_among_numbers_is_a_marker_however_often_it_stands() {
    let table: String =
        (0..40).map(|i| format!("{},{}\n", if i % 3 > 0 { "..".into() } else { format!("{}.5", i) }, i % 7)).collect();
    let table = format!("x,y\n{table}");
    refuses(
        &table,
        "regress f.csv --target y",
        &["column x has numbers, but also 26 cells without one", "--missing-values \"..\""],
    );
    let room = Room::new();
    room.file("f.csv", &table);
    let json = room.run("regress f.csv --target y --missing drop --missing-values .. --format json").ok().json();
    assert_eq!(json["data"]["n_samples"], 14);
    // A few numbers beside a word are classes.
    let grades: String = (0..40)
        .map(|i| format!("{},{}\n", if i % 3 > 0 { "none".into() } else { format!("{}", i % 5) }, i % 7))
        .collect();
    room.file("g.csv", format!("x,y\n{grades}"));
    room.run("regress g.csv --target y --values none").ok();
}

#[test]
fn points_that_may_stand_between_groups_are_asked_about() {
    let table = format!("x;y\n{}", rows(|i| format!("{}.{:03};{}", i + 1, 137 * (i + 1) % 1000, i)));
    let asked = said(&table, "regress f.csv --target y");
    assert!(
        asked.contains("the point in 1.137 was read as a decimal point") && asked.contains("(1137): --decimal ,"),
        "{asked}"
    );
    assert!(!said(table.replace(';', ","), "regress f.csv --target y").contains("the point in"));
    assert!(said(&table, "regress f.csv --target y --decimal ,").contains("4.955 is 4955"));
}

#[test]
fn columns_that_could_be_ids_are_told() {
    let table = format!("X,user_id,y\n{}", rows(|i| format!("{},{},{}.5", i + 1, i % 4, i * i % 7)));
    let told = said(&table, "regress f.csv --target y");
    assert!(told.contains("Column X goes up by one") && told.contains("Column user_id is called like an id"), "{told}");
    let asked_for = said(&table, "regress f.csv --target y --features X,user_id");
    assert!(!asked_for.contains("goes up") && !asked_for.contains("called like"), "{asked_for}");
    assert!(!said(table, "regress f.csv --target y --drop X,user_id").contains("goes up"));
}

/// Cells that a quote of another kind holds together are no row names and what they name.
#[test]
fn cells_never_move_under_other_names() {
    for (open, close) in [("“", "”"), ("\\\"", "\\\"")] {
        let table = format!("x,t,y\n{}", rows(|i| format!("{i},\"he said {open}a, b{close}, too\",{}", i * i % 5)));
        let table = if open == "“" { table.replace('"', "").replace(", too", "") } else { table };
        let room = Room::new();
        room.file("f.csv", &table);
        let run = room.run("data show f.csv --format json");
        assert!(!run.stdout.contains("index"), "{table}{}", run.stdout);
    }
    refuses(
        format!("x,t,y\n{}", rows(|i| format!("{i},“a, b”,{i}"))),
        "data show f.csv",
        &["line 2", "cells found: 4"],
    );
}

#[test]
fn rows_of_several_lines_are_told_in_passes_too() {
    let table = format!("x,t,y\n{}15,\"three\nlines\nlong\",3\n", rows(|i| format!("{i}.5,b{},{}", i % 3, i * i % 5)));
    for flags in ["", " --memory 200MB"] {
        let told = said(&table, &format!("regress f.csv --target y --categorical t{flags}"));
        assert!(told.contains("goes on over line ends: 1; the longest stands on lines 16 to 18"), "{flags}: {told}");
    }
}

#[test]
fn other_shapes_are_named() {
    for json in ["[1,2,3]", "[null]", "[\"a\",\"b\"]", "[[\"x\",\"y\"],[1,2]]"] {
        refuses(json, "data show f.csv", &["JSON, but no list of objects"]);
    }
    refuses(" x | y \n---+---\n 1 | 2 \n 2 | 3 \n", "data show f.csv", &["line 2", "drawn in text"]);
    refuses("1.5,2\n2.5,3\n3.5,5\n", "data show f.csv", &["--header no"]);
    refuses(b"BZh91AY&SY\x00\x01", "data show f.csv", &["compressed file"]);
    let run = {
        let room = Room::new();
        room.file("words.csv", "a,b\nx,y\nz,w\nx,u\n");
        room.run("regress words.csv").stderr
    };
    assert_eq!(run.matches("words.csv").count(), 1, "{run}");
}

/// Two characters of bytes that Chinese, Korean and Japanese share: read as what is a word in one of them, or asked about.
#[test]
fn two_words_tell_an_encoding_only_if_they_are_common_in_it() {
    let table = |a: &str, b: &str| format!("x,g\n{}", rows(|i| format!("{i},{}", [a, b][i % 2])));
    let encoded = |text: String, encoding: &'static encoding_rs::Encoding| encoding.encode(&text).0.into_owned();
    let room = Room::new();
    room.file("f.csv", encoded(table("男", "女"), encoding_rs::GBK));
    assert_eq!(room.run("data show f.csv --format json").ok().json()[0]["g"], "男");
    room.file("g.csv", encoded(table("여", "남"), encoding_rs::EUC_KR));
    assert_eq!(room.run("data show g.csv --format json").ok().json()[0]["g"], "여");
    room.file("j.csv", encoded(table("東京", "大阪"), encoding_rs::EUC_JP));
    assert_eq!(room.run("data show j.csv --format json").ok().json()[0]["g"], "東京");
    room.file("k.csv", encoded(table("皐", "檜"), encoding_rs::EUC_JP));
    room.run("data show k.csv").fails(&["how to read it is not clear"]);
}

//! Files with something wrong: each error names the place, the text and the remedy.

use super::Room;

#[test]
fn each_fault_has_its_place_and_remedy() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("", "classify f.csv", &["f.csv", "empty"]),
        ("a,b\n", "classify f.csv", &["f.csv", "no rows"]),
        ("a,b\n1,yes\n2\n", "classify f.csv", &["f.csv", "line 3", "cells found: 1", "column names: 2"]),
        ("a,a\n1,yes\n2,no\n", "classify f.csv", &["f.csv", "line 1", "both called a"]),
        ("a,b\n1,yes\n2,no\n3,no\n", "classify f.csv --target c", &["f.csv", "no column c", "a, b"]),
        ("a,b\n5,yes\n2,yes\n3,yes\n", "classify f.csv", &["f.csv", "b", "yes", "--target"]),
        ("a,b\n1,yes\n,no\n3,no\n", "classify f.csv", &["f.csv", "a 1 (line 3)", "--missing drop", "--missing impute"]),
        ("a,b\n1,yes\nx,no\n3,no\n", "classify f.csv --numeric a", &["line 3", "column a", "\"x\""]),
        ("a,b\n1,yes\ninf,no\n3,no\n", "classify f.csv", &["line 3", "column a", "inf"]),
        (
            "a,b\n9,2.5\n2,3.5\n3,1.5\n4,2.25\n5,8.5\n6,0.5\n7,1.25\n8,3\n9,4\n10,5\n11,6.5\n12,7.5\n",
            "classify f.csv --target b",
            &["column b", "melon regress", "--categorical b"],
        ),
    ];
    for (content, line, said) in cases {
        let room = Room::new();
        room.file("f.csv", content);
        room.run(line).fails(said);
    }
}

/// One row with a cell too many, or cut short, does not make blanks the separator of a table with blanks in its cells.
#[test]
fn a_ragged_row_is_told_whatever_stands_in_the_cells() {
    let below: String = (1..7).map(|i| format!("{i},Ann Lee,{}\n", 40 + i * 7 % 30)).collect();
    for (ragged, found) in [("7,Ann Lee,5,5\n8,Bob Ray,6\n", "cells found: 4"), ("7,Ann Lee", "cells found: 2")] {
        let room = Room::new();
        for separator in [",", ";", "|"] {
            room.file("f.csv", format!("id,name,score\n{below}{ragged}").replace(',', separator));
            room.run("data show f.csv").fails(&["line 8", found, "column names: 3"]);
        }
    }
    let room = Room::new();
    room.file("f.csv", "name,x,y\nAnn Lee,1,3\nBob Ray,2,5\nCid Poe,3,8\nDan Fox,4,9\nEve Ray,5,11\n");
    room.run("regress f.csv --target y --features x --save m.json").ok();
    room.file("g.csv", "name,x\nAnn Lee,3\nBob Ray,4\nCid Poe,5,\nAnn Ray,6,7\n");
    room.run("predict m.json g.csv").fails(&["line 5", "cells found: 3", "column names: 2"]);
}

/// What is wrong with all rows alike is told by its shape.
#[test]
fn a_name_too_few_and_lines_between_quotes_are_told() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            "temp,wind\nMon,6,9\nTue,-1,0\nWed,4,2\n",
            &["line 2", "cells found: 3", "put a name and a comma in front of line 1", "\"6,9\""],
            &["第 2 行有 3 格", "第 1 行最前面加一个名字和一个逗号", "\"6,9\""],
        ),
        (
            "x;z\nr;1;2\nr;3;5\ns;4;4\n",
            &["cells found: 3", "put a name and a separator in front of line 1"],
            &["加一个名字和一个分隔符"],
        ),
        (
            "x,y,z\n\"5,a,7\"\n\"6,b,8\"\n",
            &["line 2 stands between quotes as a whole", "Remove the quotes around the lines"],
            &["第 2 行整行放在引号里", "去掉整行外面的引号"],
        ),
    ];
    for (content, en, zh) in cases {
        let room = Room::new();
        room.file("f.csv", content);
        room.run("data show f.csv").fails(en);
        room.run("data show f.csv --lang zh").fails(zh);
    }
    let room = Room::new();
    room.file("f.csv", "\"x,y,z\"\n\"5,a,7\"\n\"6,b,8\"\n");
    let told = room.run("data show f.csv").ok().stderr;
    assert!(told.contains("remove the quotes around the lines") && !told.contains("--delimiter"), "{told}");
    assert!(room.run("data show f.csv --lang zh").ok().stderr.contains("去掉整行外面的引号"));
}

#[test]
fn a_file_that_is_not_there_is_not_invented() {
    let room = Room::new();
    room.run("classify nowhere.csv").fails(&["nowhere.csv", "melon data list"]);
    room.run("classify melon").fails(&["melon", "Did you mean melons?"]);
    room.run("classify nowhere.csv --lang zh").fails(&["nowhere.csv", "没有这个文件"]);
}

#[test]
fn missing_cells_can_be_dropped_or_imputed() {
    let room = Room::new();
    room.file("f.csv", "a,b\n1,yes\n,no\n3,no\n4,yes\n5,no\n6,yes\n");
    let dropped = room.run("classify f.csv --missing drop --format json").ok();
    assert_eq!(dropped.json()["data"]["n_samples"], 5);
    assert!(dropped.stderr.contains("missing cells: 1 of 6"), "{}", dropped.stderr);
    assert_eq!(room.run("classify f.csv --missing impute --format json").ok().json()["data"]["n_samples"], 6);
    let page = room.run("classify f.csv --missing impute").ok().stdout;
    assert!(page.contains("Missing cells of a were filled with the mean"), "{page}");
    let page = room.run("classify f.csv --missing impute --model naive-bayes").ok().stdout;
    assert!(page.contains("Missing cells of a were left out of the counts"), "{page}");
}

#[test]
fn a_gbk_file_is_read_and_said_to_be_one() {
    let room = Room::new();
    let table = room.run("data export melons --names zh").ok().stdout;
    let (gbk, _, _) = encoding_rs::GBK.encode(&table);
    room.file("gbk.csv", gbk);
    let said = room.run("classify gbk.csv --target 好瓜 --drop 含糖率 --format json").ok();
    assert_eq!(said.json()["data"]["n_samples"], 17);
    assert!(said.stderr.contains("GB") && said.stderr.contains("--encoding"), "{}", said.stderr);
    room.run("classify gbk.csv --encoding gbk --target 好瓜 --drop 含糖率").ok();
    room.run("classify gbk.csv --encoding klingon").fails(&["klingon", "gb18030"]);
}

#[test]
fn gzip_stdin_and_other_separators_are_read() {
    use std::io::Write;
    let room = Room::new();
    let table = room.run("data export watermelon-3.0a --names zh").ok().stdout;
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(table.as_bytes()).unwrap();
    room.file("f.csv.gz", gz.finish().unwrap());
    let known = room.run("classify watermelon-3.0a --names zh --format csv").ok().stdout;
    assert_eq!(room.run("classify f.csv.gz --format csv").ok().stdout, known);
    assert_eq!(room.run_with_input("classify - --format csv", table.as_bytes()).ok().stdout, known);
    room.file("f.tsv", table.replace(',', "\t"));
    assert_eq!(room.run("classify f.tsv --format csv").ok().stdout, known);
    assert_eq!(room.run("classify f.tsv --delimiter tab --format csv").ok().stdout, known);
}

#[test]
fn the_books_known_typo_is_pointed_out() {
    let room = Room::new();
    let table = room.run("data export watermelon-3.0 --names zh").ok().stdout.replace("0.267", "0.0267");
    room.file("copy.csv", table);
    let said = room.run("classify copy.csv").ok().stderr;
    assert!(said.contains("watermelon-3.0") && said.contains("0.0267") && said.contains("line 11"), "{said}");
    assert_eq!(room.run("classify copy.csv -q").ok().stderr, "", "unless asked to be quiet");
}

#[test]
fn a_missing_cell_is_no_typo_of_the_book() {
    let room = Room::new();
    let table = room.run("data export watermelon-3.0 --names zh").ok().stdout.replace("0.403", "");
    room.file("copy.csv", table);
    let said = room.run("classify copy.csv --missing drop").ok().stderr;
    assert!(said.contains("Missing in column density: 1 (line 7)") && !said.contains("typo"), "{said}");
}

#[test]
fn errors_from_a_pipe_name_it() {
    Room::new().run_with_input("classify -", b"a,b\n1,yes\n2\n").fails(&["standard input", "line 3"]);
}

/// What `--standardize` finds does not depend on the unit, however extreme.
#[test]
fn numbers_at_the_end_of_the_range_can_be_standardised() {
    let room = Room::new();
    let found = |unit: &str| {
        let rows: Vec<String> = (1..=8).map(|i| format!("{}{unit},{}", i * i % 7 + 1, ["x", "y"][i / 4 % 2])).collect();
        room.file("f.csv", format!("a,y\n{}\n", rows.join("\n")));
        room.run("classify f.csv --standardize --format json").ok().json()["coefficients"][1]["estimate"]
            .as_f64()
            .unwrap()
    };
    let usual = found("");
    assert!(usual.abs() > 0.01);
    for unit in ["e300", "e-300", "e160", "e-170"] {
        approx::assert_relative_eq!(found(unit), usual, max_relative = 1e-9);
    }
    let rows = "1e300,x\n3e300,y\n2e300,x\n1,y\n4e300,x\n5e300,y\n";
    room.file("g.csv", format!("a,y\n{rows}"));
    room.run("classify g.csv --l2 0").fails(&["a", "--standardize"]);
}

#[test]
fn an_open_quote_is_named_by_its_line() {
    let room = Room::new();
    room.file("q.csv", "a,b,y\n1,2,x\n2,\"3,z\n4,4,x\n5,6,z\n");
    let notes = |line: &str| room.run(line).ok().stderr;
    assert!(notes("data show q.csv").contains("A quote in the cell that begins on line 3 is not closed"));
    assert!(notes("data show q.csv --lang zh").contains("第 3 行"));
}

#[test]
fn decimal_commas_are_pointed_out() {
    let room = Room::new();
    room.file("eu.csv", "a;y\n1,5;x\n2,5;z\n1,5;x\n2,5;z\n");
    let notes = room.run("classify eu.csv").ok().stderr;
    assert!(notes.contains("Column a: commas were read as decimal points"), "{notes}");
}

#[test]
fn nothing_in_a_cell_moves_the_cursor() {
    let room = Room::new();
    room.file("f.csv", "x,y\n1,2\n2,4\n3\u{1b}[2J,7\n4,8\n5,9\n6,13\n7,15\n");
    let run = room.run("regress f.csv --target y");
    assert!(run.stderr.contains("3·[2J") && !run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[test]
fn folders_and_broken_archives_are_told_in_words() {
    let room = Room::new();
    room.run("data show .").fails(&["this is a folder, not a table"]);
    room.file("cut.csv.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0xd4]);
    room.run("data show cut.csv.gz").fails(&["compressed file is cut short or damaged"]);
}

#[test]
fn output_never_lands_on_what_the_command_reads() {
    let room = Room::new();
    let table = "a,y\n1,yes\n2,no\n3,yes\n4,no\n";
    room.file("t.csv", table);
    let said = |line: &str| room.run(line).stderr;
    assert!(said("classify t.csv -o t.csv").contains("would overwrite"));
    assert!(said("cluster t.csv -o ./t.csv").contains("would overwrite"));
    assert!(said("classify --save m.json -o m.json --format json").contains("would overwrite"));
    assert_eq!(room.read("t.csv"), table);
}

/// Twenty thousand words in forty thousand rows: 6 GB, written out.
#[test]
fn too_many_different_words_are_refused_by_name() {
    let room = Room::new();
    let rows: String = (0..40_000).map(|i| format!("w{},{}\n", i % 20_000, i * 7919 % 1000)).collect();
    room.file("words.csv", format!("word,y\n{rows}"));
    for line in ["regress words.csv --target y", "cluster words.csv"] {
        room.run(line).fails(&["Column word", "20,000 different values", "--drop word"]);
    }
}

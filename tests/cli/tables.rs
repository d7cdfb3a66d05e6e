//! Tables as people bring them: read with a notice where there is one way to read them, else
//! refused with the remedy. Expected figures are those of numpy's least squares on the same rows.

use super::Room;
use serde_json::Value;

/// `y = 3 x + 2 z` exactly, under whatever writing of its cells.
fn rows(write: impl Fn(f64) -> String, delimiter: &str) -> String {
    let row = |i: i32| {
        let (x, z) = (f64::from((i * 7) % 11) + 0.5, f64::from((i * 5) % 13) * 100.0 + 1000.0);
        [x, z, 3.0 * x + 2.0 * z].map(&write).join(delimiter)
    };
    (1..=12).map(|i| row(i) + "\n").collect()
}

fn plain(value: f64) -> String {
    value.to_string()
}

/// The coefficients of x and z in the table, and what was noticed.
fn regressed(table: impl AsRef<[u8]>, flags: &str) -> (Vec<f64>, String) {
    let room = Room::new();
    room.file("f.csv", table);
    let run = room.run(&format!("regress f.csv --target y --format json {flags}")).ok();
    let estimate = |line: &Value| line["estimate"].as_f64().unwrap();
    let json = run.json();
    (json["coefficients"].as_array().unwrap().iter().skip(1).map(estimate).collect(), run.stderr)
}

/// The table has x and z as numbers and the right coefficients; this was said.
fn reads(table: impl AsRef<[u8]>, flags: &str, said: &str) {
    let (coefficients, stderr) = regressed(table, flags);
    assert!(stderr.contains(said), "`{said}` is not in\n{stderr}");
    assert_eq!(coefficients.len(), 2, "{stderr}");
    assert!((coefficients[0] - 3.0).abs() < 1e-9 && (coefficients[1] - 2.0).abs() < 1e-9, "{coefficients:?}");
}

fn refuses(table: impl AsRef<[u8]>, line: &str, said: &[&str]) {
    let room = Room::new();
    room.file("f.csv", table);
    room.run(line).fails(said);
}

#[test]
fn what_stands_above_the_rows() {
    let below = rows(plain, ";");
    reads(format!("sep=;\nx;z;y\n{below}"), "", "sep=");
    let below = rows(plain, ",");
    reads(format!("# melons\n# of 2026\nx,z,y\n{below}"), "", "no rows: 2");
    reads(format!("Melons of 2026\nx,z,y\n{below}"), "", "Melons of 2026");
    reads(format!("x,z,y\ncm,g,g\n{below}"), "", "units");
    reads(format!("@relation m\n@attribute x numeric\n@attribute z real\n@attribute y real\n@data\n{below}"), "", "");
}

#[test]
fn columns_and_rows_that_are_none() {
    let below = rows(plain, ",");
    let trailing: String = below.lines().map(|line| format!("{line},,\n")).collect();
    reads(format!("x,z,y,,\n{trailing},,,,\n,,,,\n"), "", "without a name and without a cell were left out: 2");
    let ended: String = below.lines().map(|line| format!("{line},\n")).collect();
    reads(format!("x,z,y\n{ended}"), "", "without a name and without a cell were left out: 1");
    let (first, rest) = below.split_once('\n').unwrap();
    reads(
        format!("// melons\nx,z,y\n{first}\n# the second day\n{rest}# the end\n"),
        "",
        "comments do were left out: 2",
    );
    let named: String = below.lines().enumerate().map(|(i, line)| format!("\"r{i}\",{line}\n")).collect();
    reads(format!("\"x\",\"z\",\"y\"\n{named}"), "", "index");
    let counted: String = below.lines().enumerate().map(|(i, line)| format!("{i},{line}\n")).collect();
    reads(format!("Unnamed: 0,x,z,y\n{counted}"), "", "only numbers the rows");
    let ids: String = below.lines().enumerate().map(|(i, line)| format!("{},{line}\n", (i * 37) % 101)).collect();
    reads(format!("CustomerID,x,z,y\n{ids}"), "", "different in every row");
    reads(format!("_id,x,z,y\n{ids}"), "", "different in every row");
}

/// Below the names stand units, or something that is asked about.
#[test]
fn a_second_line_of_words() {
    let below = rows(plain, ",");
    reads(format!("x,z,y\nkm/h,(steps),kg/m3\n{below}"), "", "units (km/h, (steps), kg/m3)");
    reads(format!("x,z,y\ninches,foobars,cu. in.\n{below}"), "", "units (inches, foobars, cu. in.)");
    let words = format!("x,z,y\nlow,high,float\n{below}");
    let said = ["f.csv", "line 2 has words (low, high, float)", "remove it", "--missing-values \"low,high,float\""];
    refuses(&words, "regress f.csv --target y", &said);
    refuses(&words, "regress f.csv --target y --lang zh", &["第 2 行", "low、high、float", "不像单位"]);
    reads(words.replace("low,high,float", "none,none,none"), "--missing drop", "missing");
}

/// A row of types is no row of units: the refusal says what it is.
#[test]
fn a_row_of_types_below_the_names() {
    let below = rows(plain, ",");
    let typed = format!("x,z,y\nint,float,float\n{below}");
    refuses(
        &typed,
        "regress f.csv --target y",
        &["line 2 says of what type", "(int, float, float)", "Remove that line"],
    );
    refuses(&typed, "regress f.csv --target y --lang zh", &["第 2 行", "类型", "int、float、float", "删掉"]);
    let drawn = "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n";
    refuses(drawn, "data show f.csv", &["line 1 is the rule", "drawn in text"]);
}

#[test]
fn what_stands_below_the_rows() {
    let below = rows(plain, ",");
    for (remark, line) in
        [("\nSource: Ministry of Melons\n", 15), ("Source: Ministry of Melons,,\n", 14), ("(12 rows)\n", 14)]
    {
        reads(format!("x,z,y\n{below}{remark}"), "", &format!("no rows: 1, the first on line {line}"));
        reads(format!("Melons of 2026\n\nx,z,y\n{below}{remark}"), "", &format!("the first on line {}", line + 2));
    }
    let short = format!("x,z,y\n{below}7\n");
    refuses(short, "regress f.csv --target y", &["line 14: cells found: 1"]);
}

/// What is read as it stands and may mean something else: codes, dates, merged cells.
#[test]
fn what_a_column_may_mean_is_told() {
    for (table, en, zh) in [
        ("zip,y\n01234,1\n90210,2\n10001,3\n", "01234 was read as the number 1234", "01234 当作数 1234"),
        (
            "id,y\n110101199003078515,1\n110101199003078516,2\n",
            "read as the number 1101011990030785",
            "当作数 11010119900307",
        ),
        (
            "day,y\n2024-01-01,1\n2024-01-02,2\n2024-01-05,3\n",
            "dates or times (2024-01-01)",
            "日期或时间（2024-01-01）",
        ),
        ("day,y\n20240130,1\n20240131,2\n20240201,3\n", "dates written as numbers (20240130)", "写成数字的日期"),
        ("run,y\n10:32,1\n9:58,2\n12:01,3\n", "dates or times (10:32)", "日期或时间（10:32）"),
        ("g,y\na,1\n,2\n,3\nb,4\n,5\n,6\n", "merged cells", "合并的单元格"),
        (
            "x;y\n1 234;1\n1 345;2\n..;3\n1 456;4\n1 500;5\n",
            "cells without one (1, the first on line 4: \"..\")",
            "第 4 行的“..”",
        ),
        ("city,y\na,1\nb,2\nc,3\n合 计,6\n", "called 合 计", "叫“合 计”"),
    ] {
        let room = Room::new();
        room.file("f.csv", table);
        for (lang, said) in [("en", en), ("zh", zh)] {
            let stderr = room.run(&format!("data show f.csv --lang {lang}")).ok().stderr;
            assert!(stderr.contains(said), "`{said}` is not in\n{stderr}");
        }
    }
}

#[test]
fn separators_twice_and_columns_without_a_name() {
    let twice = rows(plain, "||");
    let said = "without a name and without a cell were left out: 2";
    reads(format!("x||z||y\n{twice}"), "", said);
    reads(format!("x||z||y\n{twice}"), "--delimiter ||", said);
    reads(format!("x,,y\n{}", rows(plain, ",")), "", "called by their places here: x2");
    let noted: String = rows(plain, ",").lines().map(|line| format!("{line},a note,\n")).collect();
    reads(format!("x,z,y,,\n{noted}"), "--drop x4", "called by their places here: x4");
    reads(format!("x,z,y\r\n{}\u{1a}", rows(plain, ",").replace('\n', "\r\n")), "", "ends in Ctrl-Z");
    let room = Room::new();
    room.file("f.csv", format!("x,z,y\n{}\u{1a}\n", rows(plain, ",")));
    room.run("regress f.csv --target y --save m.json").ok();
    let predicted = room.run("predict m.json f.csv").ok();
    assert_eq!(predicted.stdout.lines().count(), 13);
    assert!(predicted.stderr.contains("Ctrl-Z"), "{}", predicted.stderr);
}

/// Whoever is asked for an encoding is told which ones there are.
#[test]
fn encodings_that_fit_are_offered() {
    let table = |city: &str| format!("city,x,y\n{city},1,2\nRoma,3,4\nParis,5,6\n");
    for (city, encoding, label) in [
        ("İzmir, Ağrı", encoding_rs::WINDOWS_1254, "windows-1254"),
        ("Orléans", encoding_rs::MACINTOSH, "macintosh"),
        ("Wrocław", encoding_rs::WINDOWS_1250, "windows-1250"),
    ] {
        let bytes = encoding.encode(&table(&format!("\"{city}\""))).0.into_owned();
        refuses(&bytes, "data show f.csv", &["--encoding", label, city]);
        refuses(&bytes, "data show f.csv --encoding utf-8", &["line 2 is not valid UTF-8", label, city]);
        let room = Room::new();
        room.file("f.csv", &bytes);
        assert!(room.run(&format!("data show f.csv --encoding {label}")).ok().stdout.contains(city));
    }
    // Letters of the West in their own right, and others in the middle of Europe: `Dêbica`, `£uków`.
    let polish = encoding_rs::WINDOWS_1250.encode("miasto,x\nDębica,1\nŁuków,2\n").0.into_owned();
    refuses(polish, "data show f.csv", &["how to read it is not clear", "windows-1250 \"Dębica,1\""]);
    let german = encoding_rs::WINDOWS_1252.encode(&table("Köln")).0.into_owned();
    refuses(german, "data show f.csv --encoding utf-8", &["windows-1252 \"Köln,1,2\""]);
    refuses("city,x\nKöln 密,1\n", "data show f.csv --encoding gbk", &["not valid GBK", "utf-8 \"Köln 密,1\""]);
}

/// What `predict` writes has as many cells in every row as the header has names.
#[test]
fn predictions_stand_below_their_names() {
    let below = rows(plain, ",");
    let ended: String = below.lines().map(|line| format!("{line},,\n")).collect();
    for head in ["x,z,y", "x,z,y,,"] {
        let room = Room::new();
        room.file("f.csv", format!("{head}\n{ended}"));
        room.run("regress f.csv --target y --save m.json").ok();
        let csv = room.run("predict m.json f.csv").ok().stdout;
        assert!(csv.lines().all(|line| line.split(',').count() == 4), "{csv}");
    }
}

#[test]
fn numbers_however_they_are_written() {
    let comma = |value: f64| plain(value).replace('.', ",");
    reads(format!("x;z;y\n{}", rows(comma, ";")), "", "decimal points");
    let grouped = |value: f64| match value {
        v if v >= 1000.0 => {
            format!("\"{},{:03}{}\"", (v as i64) / 1000, (v as i64) % 1000, if v.fract() > 0.0 { ".5" } else { "" })
        }
        v => plain(v),
    };
    reads(format!("x,z,y\n{}", rows(grouped, ",")), "", "groups of digits");
    let with_unit = |value: f64| format!("{value} kg");
    reads(format!("x,z,y\n{}", rows(with_unit, ",")), "", "kg");
    let (coefficients, _) = regressed("x,y\n−1,2\n−2,4\n3,−6\n4,−8\n0.5,−1\n", "");
    assert!((coefficients[0] + 2.0).abs() < 1e-9, "the minus sign U+2212: {coefficients:?}");
    reads(format!("x  z   y\n{}", rows(plain, "   ")), "", "runs of blanks");
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_about() {
    let table = "x;y\n1,200;1\n3,400;2\n5,600;3\n7,100;5\n";
    refuses(table, "regress f.csv --target y", &["column x", "--decimal ,", "--decimal .", "--categorical x"]);
    let (thousands, _) = regressed(table, "--decimal .");
    let (decimals, _) = regressed(table, "--decimal ,");
    assert!((decimals[0] / thousands[0] - 1000.0).abs() < 1e-6);
    refuses("1.5,a\n2.5,b\n3.5,a\n", "classify f.csv", &["line 1", "1.5", "--header no", "--header yes"]);
    refuses("| a | b |\n|---|---|\n| 1 | x |\n", "classify f.csv", &["Markdown", "line 2"]);
    refuses(b"\xb0\xcb,\xc1\xa4\n1,2\n", "data show f.csv", &["--encoding", "gbk", "euc-kr"]);
    let dirty = "x,y\n1,2\n2,4\n3,7\nx?,8\n5,9\n6,13\n7,15\n";
    refuses(dirty, "regress f.csv --target y", &["column x", "line 5", "x?", "--missing-values", "--categorical x"]);
    let room = Room::new();
    room.file("f.csv", dirty);
    let run = room.run("regress f.csv --target y --missing-values x? --missing drop --format json").ok();
    assert_eq!(run.json()["data"]["n_samples"], 6);
}

#[test]
fn a_table_without_names_gets_some() {
    let room = Room::new();
    room.file("f.csv", "5.1,3.5,a\n4.9,3.0,a\n6.2,2.9,b\n6.0,3.1,b\n");
    let run = room.run("classify f.csv --header no --format json").ok();
    assert_eq!((&run.json()["data"]["n_samples"], &run.json()["data"]["target"]), (&4.into(), &"x3".into()));
    assert!(run.stderr.contains("x1 to x3"), "{}", run.stderr);
}

#[test]
fn markers_that_are_values_stay() {
    let room = Room::new();
    let results: String = (0..12).map(|i| format!("{},{}\n", i % 5, if i % 3 == 0 { "-" } else { "+" })).collect();
    room.file("f.csv", format!("x,test\n{results}"));
    let json = room.run("classify f.csv --target test --format json").ok().json();
    assert_eq!((&json["data"]["n_samples"], &json["data"]["classes"]), (&12.into(), &serde_json::json!(["+", "-"])));
    let houses: String = (0..12).map(|i| format!("{},{}\n", i, ["None", "NA", "Attchd"][i % 3])).collect();
    room.file("g.csv", format!("price,garage\n{houses}"));
    let json = room.run("regress g.csv --target price --values None,NA --format json").ok().json();
    assert_eq!(json["data"]["n_samples"], 12);
    room.file("e.csv", "x,y\n1,2\n#N/A,4\n3,7\n#DIV/0!,8\n5,9\n");
    let run = room.run("regress e.csv --target y --missing drop --format json").ok();
    assert_eq!(run.json()["data"]["n_samples"], 3);
}

#[test]
fn a_quote_that_swallows_lines_never_passes_in_silence() {
    let room = Room::new();
    let messages: String = (0..30)
        .map(|i| {
            format!("{}\t{}message {i}\n", if i % 4 == 0 { "spam" } else { "ham" }, if i % 10 == 3 { "\"" } else { "" })
        })
        .collect();
    room.file("sms.tsv", format!("label\ttext\n{messages}"));
    let run = room.run("data show sms.tsv --format json").ok();
    assert_eq!(run.json().as_array().map(Vec::len), Some(30));
    assert!(run.stderr.contains("line 5"), "{}", run.stderr);
}

#[test]
fn encodings_are_told_apart() {
    let room = Room::new();
    let table = "編號,色澤,根蒂,敲聲\n1,青綠,蜷縮,濁響\n2,烏黑,蜷縮,沉悶\n3,淺白,硬挺,清脆\n";
    room.file("big5.csv", encoding_rs::BIG5.encode(table).0);
    assert!(room.run("data show big5.csv --format json").ok().stdout.contains("青綠"));
    room.file("latin.csv", encoding_rs::WINDOWS_1252.encode("Größe,y\n1,2\n2,3\n3,5\n").0);
    assert!(room.run("data show latin.csv --format json").ok().stdout.contains("Größe"));
}

#[test]
fn what_cannot_be_read_rightly_is_refused_by_its_shape() {
    let weights = rows(|v| if v < 9.0 { format!("{v}kg") } else { v.to_string() }, ",");
    let weights = format!("x,z,y\n{weights}");
    let cases: &[(&[u8], &[&str])] = &[
        (weights.as_bytes(), &["column x", "kg", "--categorical", "--drop"]),
        (b"x,y\n1,2\n2,3\nx,y\n3,5\n4,6\n", &["line 4", "repeats the names"]),
        (b"{\"x\": {\"y\": [1, 2]}}\n", &["JSON"]),
        (b"<!DOCTYPE html>\n<table><tr><td>x, y</td></tr></table>\n", &["HTML"]),
        (b"x,y\n1,5,1\n1,7,2\n2,5,4\n3,5,6\n", &["line 2", "cells found: 3", "column names: 2"]),
        (b"n\xff,y\n1,1.5\n2,2.5\n3,3.5\n", &["line 1", "UTF-8"]),
    ];
    for (table, said) in cases {
        refuses(table, "regress f.csv", said);
    }
    let one = Room::new();
    one.file("f.csv", "x^y\n1^2\n2^3\n3^5\n");
    let run = one.run("regress f.csv");
    assert!(run.stderr.contains("only one column") && run.stderr.contains("--delimiter"), "{}", run.stderr);
    one.file("g.csv", "6,4,setosa,virginica\n5.1,3.5,1.4,0\n4.9,3.1,1.2,1\n4.7,3.3,1.8,0\n4.2,3.4,1.1,1\n");
    let run = one.run("data show g.csv").ok();
    assert!(run.stderr.contains("called by numbers (6, 4)"), "{}", run.stderr);
}

#[test]
fn any_column_name_can_be_typed_and_spellings_are_asked_about() {
    let room = Room::new();
    room.file("f.csv", "\"weight, g\",age,label\n1,1,Yes\n2,4,no\n3,9,yes\n4,2,No\n5,3,Yes\n6,5,no\n");
    let run = room.command("classify f.csv --target label --format json").args(["--features", "weight, g"]).output();
    let run = run.unwrap();
    let json: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(json["data"]["n_features"], 1);
    assert!(String::from_utf8_lossy(&run.stderr).contains("upper and lower case"));
    room.file("w.csv", "x,label\n1,A\n2,Ａ\n3,B\n4,Ｂ\n");
    let run = room.run("data show w.csv").ok();
    assert!(run.stderr.contains("A and Ａ differ only"), "{}", run.stderr);
}

#[test]
fn sheets_and_archives_say_what_is_in_them() {
    let room = Room::new();
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/tables");
    let said = |line: &str, parts: &[&str]| {
        room.run(&line.replace("@", &format!("{tables}/"))).fails(parts);
    };
    said("data show @several-sheets.xlsx --sheet Messung2", &["no sheet Messung2", "Did you mean Messung 1", "note"]);
    said("data show @several.zip", &["a.csv", "b.csv", "--sheet"]);
    said("data show @several.zip --sheet c.csv", &["no sheet c.csv", "a.csv"]);
    said("data show @plain.csv --sheet 1", &["--sheet", "neither"]);
    room.file("cut.xlsx", &std::fs::read(format!("{tables}/workbook.xlsx")).unwrap()[..900]);
    room.run("data show cut.xlsx").fails(&["cut.xlsx", "damaged"]);
    room.file("old.xls", b"\xd0\xcf\x11\xe0 and nothing else");
    room.run("data show old.xls").fails(&["workbook", "CSV"]);
    room.run("data show old.xls --lang zh").fails(&["工作簿", "CSV"]);
    let by_number =
        room.run(&format!("data show {tables}/several-sheets.xlsx --sheet 3 --format csv --header no")).ok();
    assert_eq!(by_number.stdout, "x1\nby hand\n");
}

/// Every command that reads a table reads it in the same way.
#[test]
fn options_of_reading_hold_for_every_command() {
    let room = Room::new();
    let row =
        |i: usize| format!("{},{};{};{}\n", i % 4, i * 3 % 10, ["None", "u", "v"][i % 3], ["a", "b"][i * i % 7 % 2]);
    room.file("f.txt", (0..24).map(row).collect::<String>() + "999;u;a\n");
    let reading = "--header no --decimal , --values None --missing-values 999 --delimiter ;";
    for command in [
        "classify f.txt --target x3 --missing drop --save m.json",
        "regress f.txt --target x1 --missing drop",
        "cluster f.txt --missing drop",
        "compare f.txt --target x3 --missing drop --models logistic,naive-bayes --samples 0",
        "curve f.txt --target x3 --missing drop --splits 2",
    ] {
        let run = room.run(&format!("{command} {reading} --names en --format json")).ok();
        assert!(run.stdout.contains("\"n_samples\": 24"), "{command}: {}", run.stdout);
        assert!(run.stderr.contains("x1 to x3") && run.stderr.contains("999"), "{}", run.stderr);
    }
    for command in ["data show f.txt --format csv", "data export f.txt"] {
        let run = room.run(&format!("{command} {reading} --names en")).ok();
        assert!(run.stdout.starts_with("x1,x2,x3\n0,None,a\n1.3,u,b\n"), "{}", run.stdout);
    }
    let rows: String = (0..6).map(row).collect();
    room.file("new.txt", rows);
    let run = room.run("predict m.json new.txt --header no --decimal , --delimiter ; --names en").ok();
    assert_eq!(run.stdout.lines().count(), 7, "what was a value in training is one here: {}", run.stdout);
}

#[test]
fn errors_keep_the_notices_that_explain_them() {
    let room = Room::new();
    room.file("f.csv", "height,name\ncm,\n1.5,a\n2,b\n3,c\n");
    room.run("regress f.csv --target name").fails(&["Line 2 holds units", "holds words"]);
    room.file("g.csv", "x,y\n1,2\nNA,4\n3,7\n");
    room.run("regress g.csv").fails(&["Read as missing: NA", "Cells are missing: x"]);
}

#[test]
fn a_column_that_was_left_out_is_not_unknown() {
    let room = Room::new();
    room.run("classify --melon id=3,color=green,root=curled,sound=dull")
        .fails(&["id is no feature", "tells the rows apart"]);
    room.run("classify --melon sugar=0.3,color=green,root=curled,sound=dull").fails(&["sugar is no feature", "answer"]);
    room.run("classify --drop sound --melon sound=dull").fails(&["sound is no feature", "--drop"]);
    room.run("classify --drop sound --melon sound=dull --lang zh").fails(&["敲声", "--drop"]);
    room.run("classify --melon colr=green").fails(&["no feature colr", "Did you mean color"]);
    let full_width = room.run("classify --format csv --melon color：green，root：curled；sound：muffled").ok();
    assert_eq!(
        full_width.stdout,
        room.run("classify --format csv --melon color=green,root=curled,sound=muffled").ok().stdout
    );
}

/// Folders and files are called what people call them.
#[test]
fn paths_may_be_chinese_and_hold_blanks_and_backslashes() {
    let room = Room::new();
    for name in ["第 1 课/西瓜 数据.csv", r"课程\西瓜.csv", "瓜&(1).csv"] {
        let path = room.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/tables/plain.csv"), &path).unwrap();
        let run = |args: &[&str]| {
            let output = room.command("regress").args(args).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        let json: Value = serde_json::from_str(&run(&[name, "--format", "json"])).unwrap();
        let own = std::path::Path::new(name).file_name().unwrap().to_str().unwrap();
        assert_eq!(json["data"]["name"], own);
        let page = run(&[name]);
        let suggested: String = page.lines().skip_while(|line| !line.contains("What to try")).collect();
        assert!(suggested.contains(&format!("'{name}'")), "{suggested}");
        let saved = room.path("模型 一.json");
        run(&[name, "--save", saved.to_str().unwrap()]);
        let predicted = room.command("predict").arg(&saved).arg(name).output().unwrap();
        assert_eq!(String::from_utf8(predicted.stdout).unwrap().lines().count(), 15);
    }
}

/// As Excel writes numbers in German: pandas reads it with decimal=',' and thousands='.'.
#[test]
fn points_between_groups_are_no_decimal_points() {
    let german = |value: f64| value.to_string().replace('.', ",");
    let grouped = |value: f64| {
        let digits = value.to_string();
        format!("{}.{}", &digits[..digits.len() - 3], &digits[digits.len() - 3..])
    };
    let row = |i: i32| {
        let (x, z) = (f64::from((i * 7) % 11) + 0.5, f64::from((i * 5) % 13) * 100.0 + 1000.0);
        format!("{};{};{}\n", german(x), grouped(z), german(3.0 * x + 2.0 * z))
    };
    let table = format!("x;z;y\n{}", (1..=12).map(row).collect::<String>());
    assert!(table.contains(";1.500;"), "{table}");
    for flags in ["", "--decimal ,"] {
        reads(&table, flags, "Column z: the marks between groups of digits were left out (4.955 is 4955)");
    }
    let room = Room::new();
    room.file("f.csv", &table);
    room.run("regress f.csv --target y --save m.json").ok();
    let predicted = room.run("predict m.json f.csv --format csv").ok().stdout;
    let row = predicted.lines().nth(1).unwrap();
    assert!(row.contains("3022.5"), "{predicted}");
    // Points that cannot stand between groups are decimal points, as they were.
    let mixed: String = (1..=12).map(|i| format!("0,{i};{}.5;{}\n", i % 5, i * i)).collect();
    room.file("mixed.csv", format!("x;z;y\n{mixed}"));
    let shown = room.run("data show mixed.csv --format json").ok().json();
    assert_eq!((&shown[1]["x"], &shown[1]["z"]), (&0.2.into(), &2.5.into()), "{shown}");
}

/// `1.234.567` can be read in one way only, and so can `12.500` beside it: pandas reads it with thousands='.'.
#[test]
fn one_number_with_two_points_tells_what_points_are() {
    let room = Room::new();
    room.file("f.csv", "town,people\na,1.234.567\nb,12.500\nc,950\nd,103.250\n");
    let run = room.run("data show f.csv --format csv").ok();
    assert_eq!(run.stdout, "town,people\na,1234567\nb,12500\nc,950\nd,103250\n");
    assert!(run.stderr.contains("Column people: the marks between groups of digits were left out"), "{}", run.stderr);
}

/// A workbook knows its numbers: 1.234 in it is no 1234, whatever commas stand in its texts.
#[test]
fn points_of_a_workbooks_numbers_are_decimal_points() {
    let room = Room::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["x", "y"]).unwrap();
    for i in 1..=12 {
        sheet.write_string(i, 0, format!("{i},5")).unwrap();
        sheet.write_number(i, 1, 1.234 + f64::from(i)).unwrap();
    }
    book.save(room.path("f.xlsx")).unwrap();
    for flags in ["", "--decimal ,"] {
        let json = room.run(&format!("regress f.xlsx --target y --format json {flags}")).ok().json();
        let [intercept, x] = [0, 1].map(|at| json["coefficients"][at]["estimate"].as_f64().unwrap());
        assert!((intercept - 0.734).abs() < 1e-9 && (x - 1.0).abs() < 1e-9, "{json}");
    }
}

/// A name may stand on two lines between quotes; that is no title above the table.
#[test]
fn a_name_of_two_lines_is_no_title() {
    let below = rows(plain, ",");
    let (coefficients, stderr) = regressed(format!("\"x\n(cm)\",z,y\n{below}"), "");
    assert!(!stderr.contains("Lines above"), "{stderr}");
    assert!((coefficients[0] - 3.0).abs() < 1e-9 && (coefficients[1] - 2.0).abs() < 1e-9, "{coefficients:?}");
    refuses(format!("index,x\n{below}"), "regress f.csv", &["line 2", "cells found: 3", "column names: 2"]);
}

/// What is known of a built-in table is not said of another that happens to be called so.
#[test]
fn a_table_of_ones_own_is_not_taken_for_a_built_in_one_by_its_name() {
    let room = Room::new();
    room.run("data export melon-field --rows 60 --names zh -o melon-field").ok();
    let curve = "--sizes 10 --splits 2 --models naive-bayes --target 好瓜 --features 色泽,根蒂,敲声,密度";
    for (table, is_known) in [("melon-field --rows 60", true), ("./melon-field", false)] {
        let json = room.run(&format!("curve {table} {curve} --format json")).ok().json();
        assert_eq!(json["best_error"].is_number(), is_known, "{table}: {json}");
        let page = room.run(&format!("curve {table} {curve}")).ok().stdout;
        assert_eq!(page.contains("60 melons"), is_known, "{table}: {page}");
        assert_ne!(page.contains("60 samples"), is_known, "{table}: {page}");
    }
    let shoes: String = (0..20).map(|i| format!("{},{}\n", 30 + i, ["left", "right"][i % 3 / 2])).collect();
    room.file("ten-melons", format!("size,foot\n{shoes}"));
    let page = room.run("classify ./ten-melons --target foot").ok().stdout;
    assert!(page.contains("20 samples") && !page.contains("20 melons"), "{page}");
}

//! `melon data`.

use super::Room;

#[test]
fn every_table_is_listed_shown_and_exported() {
    let room = Room::new();
    let page = room.run("data list").ok().stdout;
    for name in
        ["melons", "ten-melons", "watermelon-2.0", "watermelon-3.0", "watermelon-3.0a", "watermelon-4.0", "melon-field"]
    {
        assert!(page.contains(name), "{page}");
        assert!(room.run(&format!("data show {name}")).ok().stdout.contains(name));
        room.run(&format!("data export {name} -o {name}.csv")).ok();
        assert!(room.read(&format!("{name}.csv")).lines().count() > 10);
    }
}

#[test]
fn an_exported_table_keeps_its_outcomes_apart() {
    let room = Room::new();
    for (names, sugar) in [("en", "sugar"), ("zh", "含糖率")] {
        room.run(&format!("data export melons --names {names} -o my.csv")).ok();
        let ours = room.run("classify melons --format json").ok().json();
        let own = room.run("classify my.csv --format json").ok();
        assert_eq!(own.json()["train"]["log_loss"], ours["train"]["log_loss"]);
        assert!(own.stderr.contains("Column sugar is known only once a melon is cut"), "{}", own.stderr);
        assert_eq!(room.run("regress my.csv --format json").ok().json()["data"]["n_features"], 3);
        let clusters = room.run("cluster my.csv --format json").ok();
        assert_eq!(clusters.json()["data"]["n_features"], 3);
        assert!(clusters.stderr.contains("--labels"), "{}", clusters.stderr);
        let named = room.run(&format!("classify my.csv --features {sugar} --format json")).ok().json();
        assert_eq!(named["data"]["n_features"], 1, "named, it is a feature");
    }
    room.run("data export watermelon-3.0 -o book.csv").ok();
    let book = room.run("classify book.csv --format json").ok().json();
    assert_eq!(book["data"]["n_features"], 8, "in the book's own table sugar is a feature");
}

#[test]
fn melons_are_made_from_a_seed_and_a_known_truth() {
    let room = Room::new();
    let made = |line: &str| room.run(line).ok().stdout;
    let field = made("data make melon-field --rows 50 --seed 7");
    assert_eq!(field.lines().count(), 51);
    assert_eq!(field, made("data make --rows 50 --seed 7"));
    assert_ne!(field, made("data make --rows 50 --seed 8"));
    assert!(made("data make melon-field --truth").contains("color=dark"));
}

#[test]
fn no_melons_and_more_than_memory_holds_are_refused() {
    let room = Room::new();
    for command in ["data make", "data show melon-field", "data export melon-field", "classify melon-field"] {
        room.run(&format!("{command} --rows 0")).misused(&["--rows", "from 1"]);
        for rows in ["99999999999999", "18446744073709551615"] {
            room.run(&format!("{command} --rows {rows}")).misused(&["--rows", rows, "100000000"]);
        }
        room.run(&format!("{command} --rows 99999999999999 --lang zh")).misused(&["--rows", "内存"]);
    }
}

#[test]
fn a_table_can_be_shown_to_programs() {
    let room = Room::new();
    let rows = room.run("data show watermelon-3.0a --format json").ok().json();
    assert_eq!(rows[0]["密度"], serde_json::json!(0.697));
    let markdown = room.run("data list --format markdown").ok().stdout;
    assert!(
        markdown.starts_with("# The built-in tables\n\n| name |") && markdown.contains("`melon data show"),
        "{markdown}"
    );
    assert!(room.run("data list --format csv").ok().stdout.starts_with("name,rows,columns,source\n"));
}

#[test]
fn a_table_is_written_as_what_its_name_says() {
    let room = Room::new();
    let header = |file: &str| room.read(file).lines().next().unwrap().to_owned();
    for file in ["m.csv", "m.tsv", "m.json", "m.arff", "m.xlsx"] {
        room.run(&format!("data export watermelon-3.0 -o {file}")).ok();
    }
    assert_eq!(header("m.csv"), "id,color,root,sound,texture,navel,touch,density,sugar,ripe");
    assert_eq!(header("m.tsv"), header("m.csv").replace(',', "\t"));
    let rows: serde_json::Value = serde_json::from_str(&room.read("m.json")).unwrap();
    assert_eq!(
        (rows.as_array().unwrap().len(), &rows[0]["色泽"]),
        (17, &"青绿".into()),
        "JSON has the data's own names"
    );
    let fit = |file: &str| room.run(&format!("classify {file} --target ripe --format csv")).ok().stdout;
    for file in ["m.tsv", "m.arff", "m.xlsx"] {
        assert_eq!(fit(file), fit("m.csv"), "{file}");
    }
    room.run("data export melons --names zh --bom -o b.csv").ok();
    assert_eq!(header("b.csv"), "\u{feff}编号,色泽,根蒂,敲声,含糖率,好瓜");
    assert_eq!(room.run("data show b.csv --format json").ok().json()[0]["编号"], 1);
    room.run("data export melons --bom --format json").misused(&["--bom", "CSV"]);
    room.run("data export melons -o nowhere.xlsx --format csv").ok();
    assert!(header("nowhere.xlsx").starts_with("id,"), "what is asked for goes before the ending");
    room.run("data export m.csv -o m.csv").misused(&["m.csv"]);
}

/// Whatever is written is read back as the table that it was.
#[test]
fn further_kinds_of_file_and_packed_ones_hold_the_same_table() {
    let room = Room::new();
    room.run("data export watermelon-3.0 -o m.csv").ok();
    let shown = |file: &str| room.run(&format!("data show {file} --format csv")).ok().stdout;
    let kinds = ["m.ods", "m.jsonl", "m.ndjson", "m.csv.gz", "m.TSV.GZ", "m.json.gz", "m.arff.zip", "m.xlsx.zip"];
    for file in kinds {
        room.run(&format!("data export m.csv -o {file}")).ok();
        assert_eq!(shown(file), shown("m.csv"), "{file}");
    }
    assert!(room.read("m.jsonl").starts_with("{\"id\":1,"), "an object a line");
    room.run("data export melons --names en -o p.csv").ok();
    room.run("data export p.csv --bom -o p.csv.gz").ok();
    assert_eq!(shown("p.csv.gz"), shown("p.csv"));
    room.run("data export p.csv --bom -o p.ods").misused(&["--bom", "CSV"]);
    room.run("data make --rows 3 -o made.ndjson").ok();
    assert!(room.read("made.ndjson").starts_with('{'));
    let rows = room.run("data export melons --format jsonl").ok().stdout;
    let first: serde_json::Value = serde_json::from_str(rows.lines().next().unwrap()).unwrap();
    assert_eq!((rows.lines().count(), &first["色泽"]), (17, &"青绿".into()), "as in JSON, the data's own names");
}

#[test]
fn an_archive_holds_a_file_of_its_name_and_no_time() {
    let room = Room::new();
    let bytes = |file: &str| std::fs::read(room.path(file)).unwrap();
    for (file, flags, inner) in [
        ("m.zip", "", "m.csv"),
        ("m.csv.zip", "", "m.csv"),
        ("西瓜.v2.zip", "", "西瓜.v2.csv"),
        ("m.tsv.zip", "", "m.tsv"),
        ("m.tsv.zip", "--format json", "m.tsv.json"),
    ] {
        let written = || {
            room.run(&format!("data export melons -o {file} {flags}")).ok();
            bytes(file)
        };
        let first = written();
        assert_eq!(first, written(), "{file}: the same table, the same bytes");
        let archive = zip::ZipArchive::new(std::io::Cursor::new(first)).unwrap();
        assert_eq!(archive.file_names().collect::<Vec<_>>(), [inner], "{file} {flags}");
    }
}

#[test]
fn kinds_of_file_that_are_not_written_are_named() {
    let room = Room::new();
    for line in ["data export melons -o m.md", "data make -o m.md", "data export melons -o m.tar.gz"] {
        room.run(line).misused(&["-o does not write", ".jsonl", ".ods", ".gz"]);
    }
    for file in ["m.xls", "m.xls.zip"] {
        room.run(&format!("data export melons -o {file}")).misused(&["-o does not write workbooks", "Write .xlsx"]);
        room.run(&format!("data export melons -o {file} --lang zh")).misused(&["写成 .xlsx"]);
        assert!(!room.path(file).exists());
    }
    for line in ["classify melons -o page.xlsx", "classify melons -o page.ods", "data make stories -o tales.gz"] {
        room.run(line).misused(&["-o does not write"]);
    }
    room.run("data make stories --rows 2 -o tales.md").ok();
    room.run("data make --truth -o truth.md").ok();
}

#[cfg(not(feature = "parquet"))]
#[test]
fn parquet_is_named_where_it_is_not_written() {
    let room = Room::new();
    let said = ["built without what writes Parquet", ".csv.gz", "--features parquet"];
    room.run("data export melons -o m.parquet").fails(&said);
    room.run("data export melons --format parquet -o m.bin --lang zh").fails(&["Parquet", "--features parquet"]);
    assert!(!room.path("m.parquet").exists());
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_is_written_where_it_is_built_in() {
    let room = Room::new();
    room.run("data export watermelon-3.0 -o m.csv").ok();
    room.run("data export m.csv -o m.parquet").ok();
    let shown = |file: &str| room.run(&format!("data show {file} --format csv")).ok().stdout;
    assert_eq!(shown("m.parquet"), shown("m.csv"));
}

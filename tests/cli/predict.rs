//! `melon predict`: save, load, append.

use super::Room;
use std::io::Read;
use std::process::Stdio;

/// A saved model of the seventeen melons.
fn trained() -> Room {
    let room = Room::new();
    room.run("classify --save model.json -q").ok();
    room
}

#[test]
fn a_saved_model_predicts_what_it_predicted() {
    let room = trained();
    room.run("data export melons --names zh -o melons.csv").ok();
    let said = room.run("predict model.json melons.csv --names zh").ok();
    let mut lines = said.stdout.lines();
    assert_eq!(lines.next(), Some("编号,色泽,根蒂,敲声,含糖率,好瓜,predicted 好瓜,P(好瓜=否),P(好瓜=是)"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 17);
    assert_eq!(rows.iter().filter(|row| row[5] == row[6]).count(), 13, "13 of 17 are right, as on the page");
    assert_eq!(room.run("predict model.json melons --names zh").ok().stdout, said.stdout, "by its built-in name, too");
    room.run("predict model.json melons.csv --names zh -o out.csv").ok();
    assert_eq!(room.read("out.csv"), said.stdout);
    let piped = room.run_with_input("predict model.json - --names zh", room.read("melons.csv").as_bytes()).ok();
    assert_eq!(piped.stdout, said.stdout);
}

#[test]
fn json_has_one_object_a_line_with_the_same_cells() {
    let room = trained();
    room.file("new.csv", "编号,色泽,根蒂,敲声,产地\n007,青绿,蜷缩,浊响,\n8,浅白,硬挺,清脆,\"a,b\"\n");
    let csv = room.run("predict model.json new.csv --names zh").ok().stdout;
    let names = csv.lines().next().unwrap();
    let json = room.run("predict model.json new.csv --format json").ok().stdout;
    let rows: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 2);
    let first = json.lines().next().unwrap();
    let places: Vec<usize> = names.split(',').map(|name| first.find(&format!("\"{name}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "the columns keep their order");
    assert_eq!((&rows[0]["编号"], &rows[1]["编号"]), (&"007".into(), &8.into()), "007 is no number");
    assert_eq!((&rows[0]["产地"], &rows[1]["产地"]), (&serde_json::Value::Null, &"a,b".into()));
    for (row, line) in rows.iter().zip(csv.lines().skip(1)) {
        let probability = row["P(好瓜=是)"].as_f64().unwrap();
        assert_eq!(line.rsplit(',').next().unwrap().parse(), Ok(probability));
        let other = row["P(好瓜=否)"].as_f64().unwrap();
        assert!((probability + other - 1.0).abs() < 1e-15);
    }
}

/// The program's own words are in the reader's language, hers stay as they are; JSON is the same
/// in every language.
#[test]
fn names_are_in_the_readers_language_unless_they_are_her_own() {
    let room = trained();
    let is_ascii = |line: &str| assert!(room.run(line).ok().stdout.is_ascii(), "{line}");
    is_ascii("predict model.json melons");
    is_ascii("predict model.json melons --format json --names en");
    is_ascii("data export melons");
    is_ascii("classify --format csv");
    is_ascii("classify --format json --names en");
    room.run("data export melons -o mine.csv").ok();
    is_ascii("predict model.json mine.csv");
    let header = |line: &str| room.run(line).ok().stdout.lines().next().unwrap().to_owned();
    assert!(header("predict model.json melons").ends_with("ripe,predicted ripe,P(ripe=no),P(ripe=yes)"));
    assert!(header("predict model.json melons --lang zh").contains("predicted 好瓜"));
    assert!(room.run("classify --format json").ok().stdout.contains("色泽=乌黑"));
    room.file("own.csv", "色泽,甜\n青绿,否\n乌黑,是\n青绿,否\n乌黑,否\n青绿,是\n");
    room.run("classify own.csv --target 甜 --cv none --save own.json").ok();
    assert_eq!(header("predict own.json own.csv"), "色泽,甜,predicted 甜,P(甜=否),P(甜=是)");
    assert!(room.run("classify own.csv --target 甜 --cv none --format csv").ok().stdout.contains("色泽=乌黑"));
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let room = Room::new();
    room.run("classify melon-field --rows 500 --cv none --save model.json -q").ok();
    room.run("data make --rows 30000 -o many.csv").ok();
    for line in ["predict model.json many.csv", "predict model.json many.csv --format json"] {
        let mut child = room.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(0), ""), "{line}");
    }
}

#[test]
fn regressions_and_clusterings_are_saved_too() {
    let room = Room::new();
    room.run("regress watermelon-3.0a --save sugar.json").ok();
    assert!(room.run("predict sugar.json watermelon-3.0a").ok().stdout.contains("predicted sugar"));
    room.run("cluster watermelon-4.0 --save groups.json").ok();
    assert!(room.run("predict groups.json watermelon-4.0").ok().stdout.contains("cluster,distance"));
}

#[test]
fn an_unseen_category_leaves_no_half_written_file() {
    let room = trained();
    room.file("new.csv", "色泽,根蒂,敲声\n青绿,蜷缩,浊响\n青録,蜷缩,浊响\n");
    let said = ["new.csv", "line 3", "color", "青録", "Did you mean"];
    room.run("predict model.json new.csv -o out.csv").fails(&said);
    assert!(!room.path("out.csv").exists());
    assert_eq!(std::fs::read_dir(room.path(".")).unwrap().count(), 2, "nor anything else");
}

#[test]
fn wrong_columns_are_named() {
    let room = trained();
    room.file("new.csv", "色泽,根,敲声\n青绿,蜷缩,浊响\n");
    room.run("predict model.json new.csv").fails(&["new.csv", "root", "根"]);
}

#[test]
fn files_that_are_no_sound_model_are_refused() {
    let room = trained();
    let whole = room.read("model.json");
    room.file("cut.json", &whole[..whole.len() / 2]);
    room.run("predict cut.json melons").fails(&["cut.json", "damaged", "line"]);
    room.file("newer.json", whole.replacen("\"version\": 1", "\"version\": 99", 1));
    room.run("predict newer.json melons").fails(&["newer.json", "99", "Update"]);
    room.file("other.json", "{\"a\": 1}");
    room.run("predict other.json melons").fails(&["other.json", "--save"]);
    room.run("predict nowhere.json melons").fails(&["nowhere.json"]);
}

#[test]
fn a_file_that_is_no_model_is_never_replaced() {
    let room = Room::new();
    room.file("thesis.txt", "years of work");
    room.run("classify --save thesis.txt").fails(&["thesis.txt"]);
    assert_eq!(room.read("thesis.txt"), "years of work");
}

#[test]
fn a_table_in_the_other_language_is_understood() {
    let room = trained();
    room.run("classify --model naive-bayes --save bayes.json -q").ok();
    room.file("zh.csv", "色泽,根蒂,敲声\n青绿,蜷缩,浊响\n乌黑,稍蜷,沉闷\n");
    room.file("en.csv", "sound,color,root\nmuffled,green,curled\ndull,dark,slightly curled\n");
    for model in ["model.json", "bayes.json"] {
        let new_columns = |file: &str| -> Vec<String> {
            let said = room.run(&format!("predict {model} {file}")).ok().stdout;
            said.lines().map(|line| line.splitn(4, ',').nth(3).unwrap().to_owned()).collect()
        };
        assert_eq!(new_columns("en.csv"), new_columns("zh.csv"));
    }
    room.file("bad.csv", "color,root,sound\ngreen,curled,loud\n");
    room.run("predict model.json bad.csv").fails(&["bad.csv", "line 2", "sound", "loud", "muffled"]);
}

#[test]
fn a_folder_is_predicted_file_after_file() {
    let room = trained();
    room.run("data export melons --names zh -o whole.csv").ok();
    let whole = room.read("whole.csv");
    let lines: Vec<&str> = whole.lines().collect();
    std::fs::create_dir(room.path("parts")).unwrap();
    let part = |rows: &[&str]| format!("{}\n{}\n", lines[0], rows.join("\n"));
    room.file("parts/1.csv", part(&lines[1..6]));
    room.file("parts/2.csv", format!("{}\n", lines[0])); // a part without rows
    room.file("parts/3.csv", part(&lines[6..]));
    room.file("parts/.4.csv", "x\n1\n");
    let expected = room.run("predict model.json whole.csv --names zh").ok().stdout;
    assert_eq!(room.run("predict model.json parts --names zh").ok().stdout, expected);
    room.file("parts/5.csv", format!("{}\n{}\n", lines[0], lines[1].replace("青绿", "紫红")));
    room.run("predict model.json parts -o out.csv").fails(&["5.csv", "line 2", "紫红"]);
    room.file("parts/5.csv", "编号,色泽\n1,青绿\n");
    room.run("predict model.json parts -o out.csv").fails(&["5.csv", "1.csv"]);
    std::fs::create_dir(room.path("none")).unwrap();
    room.file("none/1.csv", format!("{}\n", lines[0]));
    room.run("predict model.json none").fails(&["1.csv"]);
}

/// A row below the header that holds units is no sample, however few rows are looked at together.
#[test]
fn a_row_of_units_is_left_out() {
    let room = Room::new();
    let rows: String = (1..40).map(|row| format!("{row},{}\n", row * row % 7)).collect();
    room.file("train.csv", format!("length,weight\ncm,kg\n{rows}"));
    room.run("regress train.csv --target weight --save m.json -q").ok();
    let predicted = room.run("predict m.json train.csv").ok();
    assert_eq!(predicted.stdout.lines().count(), 40, "{}", predicted.stdout);
    assert!(predicted.stderr.contains("cm, kg"), "{}", predicted.stderr);
}

/// A column is read as in the table that the model learned from, however few rows there are to tell it by.
#[test]
fn rows_are_written_as_those_that_were_learned_from() {
    let room = Room::new();
    let comma = |value: f64| value.to_string().replace('.', ",");
    let learned: String = (0..8)
        .map(|i| {
            let (x, p) = (f64::from(i) * 1.25 + 0.5, f64::from(i * 7 % 10));
            format!("{} cm;{} kmpl;{}\n", comma(x), p, comma(2.0 * x + p))
        })
        .collect();
    room.file("learned.csv", format!("x;p;y\n{learned}"));
    room.run("regress learned.csv --target y --l2 0 --save m.json").ok();
    let predicted = |table: &str| {
        room.file("new.csv", table);
        let run = room.run("predict m.json new.csv").ok();
        let last = run.stdout.lines().last().unwrap().to_owned();
        (last.rsplit([',', ';']).next().unwrap().parse::<f64>().unwrap(), run.stderr)
    };
    let (value, said) = predicted("x,p\n\"1,234 cm\",3 kmpl\n");
    assert!((value - 5.468).abs() < 1e-9, "1,234 is one and a bit, as it was: {value}");
    for part in ["commas were read as decimal points", "ends or begins with cm", "ends or begins with kmpl"] {
        assert!(said.contains(part), "`{part}` is not in\n{said}");
    }
    let (value, said) = predicted("x;p\n0.25;3\n0.5;4\n");
    assert!((value - 5.0).abs() < 1e-9, "its own points tell: {value}");
    assert!(said.contains("Column x: the model learned it in cm") && said.contains("in kmpl, too"), "{said}");
    let (value, _) = predicted("x;p\n\"1,234\";3\n");
    assert!((value - 5.468).abs() < 1e-9, "{value}");
    room.file("new.csv", "x;p\n1.234;3\n");
    room.run("predict m.json new.csv -o out.csv").fails(&["new.csv", "column x", "1.234", "--decimal ,"]);
    assert!((room.run("predict m.json new.csv --decimal .").ok().stdout.lines().count()) == 2);
    room.file("new.csv", "x;p\n12,5 mm;3 kmpl\n1,5 mm;4 kmpl\n");
    room.run("predict m.json new.csv -o out.csv").fails(&["new.csv", "column x is in mm", "learned it in cm"]);
    room.run("predict m.json new.csv -o out.csv --lang zh").fails(&["“x”列这里的单位是 mm", "cm"]);
    assert!(!room.path("out.csv").exists());
}

/// So it is where a line below the names tells the units.
#[test]
fn another_row_of_units_is_refused() {
    let room = Room::new();
    let rows: String = (1..20).map(|i| format!("{i},{}\n", i * i % 7)).collect();
    room.file("cm.csv", format!("x,y\n(cm),(g)\n{rows}"));
    room.file("mm.csv", format!("x,y\n(mm),(g)\n{rows}"));
    room.run("regress cm.csv --target y --save m.json").ok();
    assert!(!room.run("predict m.json cm.csv").ok().stderr.contains("taken to be"));
    room.run("predict m.json mm.csv").fails(&["mm.csv", "column x is in mm", "learned it in cm"]);
}

/// A unit is the same one however it is spelled, on the cells and in a line below the names.
#[test]
fn spellings_of_one_unit_are_one_unit() {
    let rows = |unit: &str| (0..8).map(|i| format!("{} {unit},{}\n", i * 5 % 8 * 3, i * 5 % 8 * 6)).collect::<String>();
    for (learned, same, other) in [
        ("°C", "C", "°F"),
        ("kg", "kilograms", "g"),
        ("cm", "centimetres", "mm"),
        ("%", "percent", "‰"),
        ("g/cm3", "g/cm³", "kg/m3"),
    ] {
        let room = Room::new();
        room.file("learned.csv", format!("x,y\n{}", rows(learned)));
        room.file("same.csv", format!("x,y\n3 {same},0\n6 {same},0\n"));
        room.file("below.csv", format!("x,y\n({same}),-\n3,0\n6,0\n9,0\n"));
        room.file("other.csv", format!("x,y\n{}", rows(other)));
        room.run("regress learned.csv --target y --save m.json").ok();
        let predicted = room.run("predict m.json same.csv").ok().stdout;
        let values: Vec<f64> =
            predicted.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect();
        assert!((values[0] - 6.0).abs() < 1e-9 && (values[1] - 12.0).abs() < 1e-9, "{same}: {predicted}");
        room.run("predict m.json below.csv").ok();
        room.run("predict m.json other.csv").fails(&["column x is in", "learned it in", "Write its cells in"]);
    }
}

/// How cells were read is told; grams below a model of kilograms are refused.
#[test]
fn how_cells_were_read_is_told() {
    let room = Room::new();
    let rows =
        |unit: &str| (0..8).map(|i| format!("{} {unit},{}\n", (i * 5 % 8) * 3, i * 5 % 8 * 6)).collect::<String>();
    room.file("kg.csv", format!("x,y\n{}", rows("kg")));
    room.file("g.csv", format!("x,y\n{}", rows("g")));
    room.file("none.csv", format!("x,y\n{}-999,1\n-999,2\n", rows("")));
    room.run("regress kg.csv --target y --save m.json").ok();
    room.run("predict m.json g.csv").fails(&["g.csv", "column x is in g", "learned it in kg"]);
    for (table, told) in [
        ("kg.csv", "ends or begins with kg"),
        ("none.csv", "2 cells are -999"),
        ("none.csv", "here the cells have no unit and are taken to be in kg"),
    ] {
        let said = room.run(&format!("predict m.json {table}")).ok().stderr;
        assert!(said.contains(told), "{table}: {said}");
    }
}

/// Numbers x and y, and `mark` where x was not measured.
pub fn with_mark(mark: &str) -> String {
    let x = |i: usize| if i % 5 == 3 { mark.to_owned() } else { format!("{}.5", i * 7 % 11) };
    format!("x,y\n{}", (0..16).map(|i| format!("{},{}\n", x(i), i * i % 9)).collect::<String>())
}

/// What stood for a missing cell in training does so in new rows. Expected figures: `LinearRegression` below
/// `SimpleImputer` of scikit-learn 1.9.1, on what `pandas.read_csv` reads with `na_values=[mark]`; in new rows x is 3,
/// then missing.
#[test]
fn what_was_missing_in_training_is_missing_here() {
    let room = Room::new();
    for (mark, flags) in [("-999", ""), ("-999", "--memory 100MB"), ("unk", ""), ("unk", "--memory 100MB")] {
        room.file("t.csv", with_mark(mark));
        room.file("new.csv", format!("x\n3\n{mark}\n{mark}\n"));
        let learn = "regress t.csv --target y --missing impute --save m.json";
        room.run(&format!("{learn} --missing-values {mark} {flags}")).ok();
        let run = room.run("predict m.json new.csv").ok();
        let answers: Vec<f64> =
            run.stdout.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().parse().unwrap()).collect();
        for (answer, expected) in answers.iter().zip([2.931759471871412, 2.6875, 2.6875]) {
            assert!((answer - expected).abs() < 1e-9, "{mark} {flags}: {}", run.stdout);
        }
        assert_eq!(answers.len(), 3, "{}", run.stdout);
        assert!(run.stdout.contains(&format!("\n{mark},")), "her own cells are as they were: {}", run.stdout);
        assert_eq!(run.stderr.matches(&format!("learned from: {mark}.")).count(), 1, "{}", run.stderr);
        let typed = room.run(&format!("predict m.json new.csv --missing-values {mark}")).ok();
        assert_eq!(typed.stdout, run.stdout);
        assert!(!typed.stderr.contains("learned from"), "what is typed is known: {}", typed.stderr);
    }
    room.file("more.csv", "x\n3\nunk\ngone\n");
    let run = room.run("predict m.json more.csv --missing-values gone --lang zh").ok();
    let cells: Vec<&str> = run.stdout.lines().skip(2).map(|line| line.split(',').next_back().unwrap()).collect();
    assert!(cells.len() == 2 && cells[0] == cells[1], "both are missing: {}", run.stdout);
    assert!(run.stderr.contains("和模型学的那张表一样：unk。"), "{}", run.stderr);
}

#[test]
fn every_model_carries_its_markers() {
    let room = Room::new();
    room.file("t.csv", with_mark("-999"));
    for command in ["classify t.csv --target y --categorical y --cv none", "regress t.csv --target y", "cluster t.csv"]
    {
        room.run(&format!("{command} --missing drop --missing-values -999 --values None --save m.json")).ok();
        let saved: serde_json::Value = serde_json::from_str(&room.read("m.json")).unwrap();
        let markers = serde_json::json!({"missing_values": ["-999"], "values": ["None"]});
        assert_eq!(saved["data"]["markers"], markers, "{command}");
    }
    room.file("new.csv", "x,y\n3,1\n-999.0,2\n");
    room.run("predict m.json new.csv").fails(&["new.csv", "line 3", "x"]);
}

/// A folder of six times the rows takes no more memory.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_folder() {
    let room = Room::new();
    let note = "a note that nobody reads ".repeat(8);
    let row = |i: usize| format!("{},{}.5,{},{note}{i}\n", i % 97, i * 31 % 1009, ["a", "b"][i % 2]);
    let table = format!("x,z,g,note\n{}", (0..20_000).map(row).collect::<String>());
    ["few", "many"].iter().for_each(|folder| std::fs::create_dir(room.path(folder)).unwrap());
    room.file("few/0.csv", &table);
    (0..6).for_each(|at| drop(room.file(&format!("many/{at}.csv"), &table)));
    let y: String =
        (0..40).map(|i| format!("{},{}.5,{},{}\n", i % 97, i * 31 % 1009, ["a", "b"][i % 2], i * i % 11)).collect();
    room.file("train.csv", format!("x,z,g,y\n{y}"));
    room.run("regress train.csv --target y --save model.json -q").ok();
    let peak = |folder: &str| {
        let mut child =
            room.command("predict").args(["model.json", folder, "-q"]).stdout(Stdio::piped()).spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        let (mut peak, mut bytes, mut n_rows) = (0, vec![0; 1 << 16], 0);
        let mut out = child.stdout.take().unwrap();
        while let Ok(n @ 1..) = out.read(&mut bytes) {
            n_rows += bytes[..n].iter().filter(|byte| **byte == b'\n').count();
            let status = std::fs::read_to_string(&status).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
            peak = peak.max(line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or(0));
        }
        assert!(child.wait().unwrap().success());
        (peak, n_rows)
    };
    let ((few, n_few), (many, n_many)) = (peak("few"), peak("many"));
    assert_eq!((n_few, n_many), (20_001, 120_001));
    let further_kb = 5 * table.len() / 1024;
    assert!(few > 0 && many < few + further_kb / 2, "{few} kB, then {many} kB for {further_kb} kB more");
}

/// A tree that asks for some columns alone answers without the others, and says so.
#[test]
fn a_column_that_a_tree_never_asks_for_is_not_missed() {
    let room = Room::new();
    let rows = |own: &dyn Fn(usize) -> String| (0..40).map(own).collect::<String>();
    let (a, b) = (|i: usize| ["x", "y"][i % 2], |i: usize| ["p", "q", "r"][i % 3]);
    room.file("train.csv", format!("a,b,c\n{}", rows(&|i| format!("{},{},{}\n", a(i), b(i), ["no", "yes"][i % 2]))));
    room.run("tree train.csv --target c --cv none --save tree.json -q").ok();
    room.file("all.csv", format!("a,b\n{}", rows(&|i| format!("{},{}\n", a(i), b(i)))));
    room.file("some.csv", format!("a\n{}", rows(&|i| format!("{}\n", a(i)))));
    room.file("other.csv", format!("b\n{}", rows(&|i| format!("{}\n", b(i)))));
    let all = room.run("predict tree.json all.csv").ok();
    let some = room.run("predict tree.json some.csv").ok();
    let answers =
        |csv: &str| csv.lines().map(|row| row.split(',').rev().take(3).map(str::to_owned).collect()).collect();
    let (all, own): (Vec<Vec<String>>, Vec<Vec<String>>) = (answers(&all.stdout), answers(&some.stdout));
    assert_eq!(all, own);
    assert!(some.stderr.contains("no column for: b"), "{}", some.stderr);
    assert!(room.run("predict tree.json some.csv --lang zh").ok().stderr.contains("没有这些列：b"));
    room.run("predict tree.json other.csv").fails(&["lack column a"]);
}

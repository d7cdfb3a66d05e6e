//! `melon tree`, and a tree wherever else a classifier can stand.

use super::{Room, has_keys};
use serde_json::Value;

const BOOK: &str = "tree --validation table-4.2 --prefer navel";

/// Every answer on the way to a leaf, and its class.
fn leaves(node: &Value, way: &str, all: &mut Vec<String>) {
    match node["children"].as_array() {
        None => all.push(format!("{way} {}", node["predicted"].as_str().unwrap())),
        Some(children) => children.iter().for_each(|child| {
            let answer = child["value"].as_str().or(child["side"].as_str()).unwrap();
            leaves(&child["node"], &format!("{way}/{answer}"), all);
        }),
    }
}

#[test]
fn the_book_s_tree_is_drawn_in_both_languages() {
    let room = Room::new();
    let page = room.run("tree").ok().stdout;
    for part in
        ["texture?", "├─ blurry → no  (3)", "slightly_curled → color?", "pale → yes  (0: as its parent)", "--ties"]
    {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    assert!(page.lines().count() <= 51, "{}", page.lines().count());
    let chinese = room.run("tree --lang zh").ok().stdout;
    for part in ["纹理？", "├─ 模糊 → 否  （3）", "稍蜷 → 色泽？", "浅白 → 是  （0：随父结点）"]
    {
        assert!(chinese.contains(part), "`{part}` is not in\n{chinese}");
    }
    let markdown = room.run("tree --rules --format markdown").ok().stdout;
    assert!(
        markdown.contains("\n  - blurry → **no**  (3)\n")
            && markdown.contains("- If texture=clear, root=curled: ripe=yes (5)"),
        "{markdown}"
    );
}

#[test]
fn json_has_the_tree_and_with_trace_its_splits() {
    let room = Room::new();
    let json = room.run("tree --format json").ok().json();
    assert_eq!((&json["model"], &json["data"]["name"]), (&"tree".into(), &"watermelon-2.0".into()));
    assert_eq!((&json["tree"]["n_leaves"], &json["tree"]["depth"]), (&9.into(), &4.into()));
    let root = &json["tree"]["root"];
    has_keys(root, "feature threshold n counts score ties children");
    assert_eq!((&root["n"], &root["counts"]["是"], &root["threshold"]), (&17.into(), &8.into(), &Value::Null));
    let clear = &root["children"][1];
    assert_eq!((&clear["value"], &clear["node"]["ties"]), (&"清晰".into(), &serde_json::json!(["脐部", "触感"])));
    assert!(json.get("splits").is_none() && json.get("others").is_none());
    let traced = room.run("classify watermelon-3.0 --model tree --trace --format json").ok().json();
    let first = &traced["splits"][0];
    assert_eq!(first["node"], "root");
    let candidates = first["candidates"].as_array().unwrap();
    candidates.iter().for_each(|tried| has_keys(tried, "feature threshold gain score"));
    let density: Vec<&Value> = candidates.iter().filter(|tried| tried["feature"] == "密度").collect();
    assert_eq!(density.len(), 16, "every midpoint");
    let gain = |tried: &Value| tried["gain"].as_f64().unwrap();
    let best = density.iter().max_by(|a, b| gain(a).total_cmp(&gain(b))).unwrap();
    assert_eq!(best["threshold"], 0.3815);
}

#[test]
fn pruning_is_as_in_the_book_and_says_what_it_did() {
    let room = Room::new();
    let right = |prune: &str| {
        let json = room.run(&format!("{BOOK} --prune {prune} --format json")).ok().json();
        assert_eq!(json["pruning"]["rows"], serde_json::json!([4, 5, 8, 9, 11, 12, 13]));
        let mut all = Vec::new();
        leaves(&json["tree"]["root"], "", &mut all);
        (json["pruning"]["n_right"].as_u64().unwrap(), all.len())
    };
    assert_eq!([right("none"), right("pre"), right("post")], [(3, 11), (5, 3), (5, 7)]);
    let page = room.run(&format!("{BOOK} --prune post")).ok().stdout;
    for part in ["rows 4, 5, 8, 9, 11, 12, 13", "5 of 7 validation samples right (71%)", "no test is left", "Occam"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let nothing = room.run("tree --prune post --validation table-4.2 --criterion gain --max-depth 1").ok().stdout;
    assert!(nothing.contains("Nothing was cut") && nothing.contains("14%"), "{nothing}");
    let pre = room.run(&format!("{BOOK} --prune pre --lang zh")).ok().stdout;
    assert!(pre.contains("预剪枝") && pre.contains("贪心") || pre.contains("边长边决定"), "{pre}");
}

#[test]
fn the_held_out_have_no_say_in_pruning() {
    let room = Room::new();
    // A share is drawn anew within the samples that each fold learns from.
    let json = room.run("tree melon-field --rows 300 --prune post --cv 5 --format json").ok().json();
    let rows = json["pruning"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 90, "three tenths of all that the tree on the page learned from");
    assert_eq!(json["options"]["validation"], "0.3");
    assert!(json["cross_validation"]["accuracy"].as_f64().unwrap() < 1.0);
}

#[test]
fn ties_are_named_and_the_other_trees_drawn() {
    let room = Room::new();
    let page = room.run("tree --ties --trace").ok().stdout;
    for part in ["← exactly as good", "decided by the counts", "0.109", "0.108", "ask for navel", "A stray space"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let json = room.run("tree --ties --format json").ok().json();
    let others: Vec<(&str, &str)> = json["others"]
        .as_array()
        .unwrap()
        .iter()
        .map(|other| (other["node"].as_str().unwrap(), other["feature"].as_str().unwrap()))
        .collect();
    assert_eq!(others[..2], [("root/纹理=清晰", "脐部"), ("root/纹理=清晰", "触感")]);
    for (others, figures) in [("tree --ties", "n_leaves"), ("tree --ties --prefer 脐部", "depth")] {
        let json = room.run(&format!("{others} --format json")).ok().json();
        let own = &json["tree"][figures];
        assert!(json["equally_good"][figures].as_array().unwrap().contains(own), "{others}: {json}");
    }
    let none = room.run("tree watermelon-3.0a --max-depth 1 --ties").ok().stdout;
    assert!(none.contains("There is no other tree: at no node"), "{none}");
}

#[test]
fn missing_values_go_down_every_branch() {
    let room = Room::new();
    let csv = "a,b,y\nu,1,n\nu,2,n\nv,3,y\n,4,y\nv,,y\nu,1,n\n";
    room.file("gaps.csv", csv);
    let page = room.run("tree gaps.csv --target y --missing impute --cv none").ok().stdout;
    assert!(page.contains("go down every branch"), "{page}");
    let json = room.run("tree --melon root=curled --format json").ok().json();
    let ways = json["predictions"][0]["explanation"]["ways"].as_array().unwrap();
    assert!(ways.len() > 1);
    let weight: f64 = ways.iter().map(|way| way["weight"].as_f64().unwrap()).sum();
    assert!((weight - 1.0).abs() < 1e-12);
    let page = room.run("tree --melon root=curled --lang zh").ok().stdout;
    assert!(page.contains("分几路走"), "{page}");
}

#[test]
fn a_tree_is_saved_compared_and_measured_like_any_classifier() {
    let room = Room::new();
    room.run("tree --save tree.json --quiet").ok();
    let csv = room.run("predict tree.json watermelon-2.0").ok().stdout;
    let right = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        cells[7] == cells[8]
    };
    assert_eq!(csv.lines().skip(1).filter(right).count(), 17, "{csv}");
    let line = "compare watermelon-2.0 --models tree,naive-bayes --criterion gini --samples 10 --more";
    let page = room.run(line).ok().stdout;
    assert!(page.contains("Decision tree") && page.contains("texture=clear"), "{page}");
    let curve =
        "curve --rows 400 --models tree --criterion gain,gini --max-depth 2 --sizes 10,100 --splits 4 --format json";
    let json = room.run(curve).ok().json();
    let models: Vec<&str> = json["curves"].as_array().unwrap().iter().map(|c| c["model"].as_str().unwrap()).collect();
    assert_eq!(models, ["tree:gain,max-depth=2", "tree:gini,max-depth=2"]);
    let rules = room.run("tree --format csv").ok().stdout;
    assert!(rules.starts_with("conditions,predicted,n,n_right\ntexture=blurry,no,3,3\n"), "{rules}");
    assert!(rules.contains("\ntexture=clear & root=curled,yes,5,5\n"), "{rules}");
    let rules = room.run("tree --format csv --names zh").ok().stdout;
    assert!(rules.contains("\n纹理=清晰 & 根蒂=蜷缩,是,5,5\n"), "{rules}");
}

#[test]
fn what_makes_no_sense_is_wrong_usage() {
    let room = Room::new();
    room.run("tree --max-depth 65").misused(&["--max-depth", "64"]);
    room.run("tree --min-samples 1").misused(&["--min-samples", "from 2"]);
    room.run("tree --validation 1.5").misused(&["--validation", "table-4.2"]);
    room.run("tree melon-field --rows 50 --prune pre --validation table-4.2").misused(&["seventeen"]);
    room.run("tree --prefer navell").misused(&["navel"]);
    room.run("tree --criterion entropy").misused(&["entropy", "gain-ratio"]);
    room.run("classify --trace").misused(&["--trace", "--model tree"]);
    room.run("classify --prune post").misused(&["--prune", "tree"]);
}

#[test]
fn the_formula_is_that_of_the_criterion() {
    let room = Room::new();
    let gain = room.run("tree --trace --cv none").ok().stdout;
    assert!(gain.contains("Gain(texture) = 0.998 - (3/17×0.000 + 9/17×0.764 + 5/17×0.722) = 0.381"), "{gain}");
    let ratio = room.run("tree --trace --cv none --criterion gain-ratio").ok().stdout;
    // IV(texture) by hand: -(3/17 log2 3/17 + 9/17 log2 9/17 + 5/17 log2 5/17).
    let shares = [3.0f64 / 17.0, 9.0 / 17.0, 5.0 / 17.0];
    let iv = -shares.iter().map(|p| p * p.log2()).sum::<f64>();
    for part in [format!("= {iv:.3}"), format!("Gain_ratio(texture) = 0.381 / {iv:.3} = {:.3}", 0.380592 / iv)] {
        assert!(ratio.contains(&part), "{part}: {ratio}");
    }
    let gini = room.run("tree --trace --cv none --criterion gini").ok().stdout;
    // Of 3 no; of 9, 7 yes and 2 no; of 5, 1 yes and 4 no.
    let index = 9.0 / 17.0 * (1.0 - (7.0f64 / 9.0).powi(2) - (2.0f64 / 9.0).powi(2))
        + 5.0 / 17.0 * (1.0 - 0.2f64.powi(2) - 0.8f64.powi(2));
    let root = 1.0 - (9.0f64 / 17.0).powi(2) - (8.0f64 / 17.0).powi(2);
    assert!(
        gini.contains(&format!("Gini_index(texture) = 3/17×0.000 + 9/17×0.346 + 5/17×0.320 = {index:.3}")),
        "{gini}"
    );
    assert!(gini.contains(&format!("17 samples, Gini(D) = {root:.3}")) && !gini.contains("Ent(D) ="), "{gini}");
}

#[test]
fn gaps_need_nothing_done_and_the_share_of_what_is_known_is_written_out() {
    let room = Room::new();
    room.file("gap.csv", "a,b,y\nu,s,yes\nu,,no\nv,t,yes\nu,t,no\nv,s,yes\nv,s,no\nv,t,no\nu,s,no\n");
    let page = room.run("tree gap.csv --trace --cv none").ok().stdout;
    assert!(page.contains("Gain(D, a) = ρ × Gain(D~, a)"), "{page}");
    assert!(page.contains("Gain(a) = 0.954 - (4/8×0.811 + 4/8×1.000) = 0.049"), "{page}");
    let b = room.run("tree gap.csv --features b --trace --cv none").ok().stdout;
    // Seven of eight are known: 3 yes and 4 no; s has 2 and 2, t has 1 and 2.
    let ent = |p: f64| -(p * p.log2() + (1.0 - p) * (1.0 - p).log2());
    let known = ent(3.0 / 7.0);
    let gain = 7.0 / 8.0 * (known - 4.0 / 7.0 - 3.0 / 7.0 * ent(1.0 / 3.0));
    let formula = format!("7/8 × ({known:.3} - (4/7×1.000 + 3/7×0.918)) = {gain:.3}");
    let joined = b.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains(&format!("Gain(b) = ρ × (Ent(D~) - Σ r Ent) = {formula}")), "{formula}: {b}");
    room.run("tree gap.csv --missing error").fails(&["missing"]);
}

#[test]
fn other_trees_are_counted_and_what_pruning_makes_of_them_is_said() {
    let room = Room::new();
    let mut csv = "a,b,c,d,e,f,g,h,y\n".to_owned();
    for (bit, class) in [(0, "no"), (1, "yes"), (0, "no"), (1, "yes")] {
        csv += &format!("{}{class}\n", format!("v{bit},").repeat(8));
    }
    room.file("same.csv", csv);
    let json = room.run("tree same.csv --ties --cv none --format json").ok().json();
    assert_eq!(
        (&json["n_others"], &json["others_are_all"]),
        (&7.into(), &true.into()),
        "all eight columns are the same"
    );
    assert_eq!(json["others"].as_array().unwrap().len(), 6);
    let page = room.run("tree same.csv --ties --cv none").ok().stdout;
    assert!(page.contains("7 other trees") && page.contains("Only the first 6 are drawn"), "{page}");
    let pruned = room.run("tree watermelon-2.0 --prune post --validation table-4.2 --ties --cv none").ok().stdout;
    assert!(pruned.contains("as good before pruning") && pruned.contains("validation samples right"), "{pruned}");
}

#[test]
fn a_tree_that_asks_nothing_is_no_better_than_the_shares() {
    let room = Room::new();
    let page = room.run("tree --max-depth 0").ok().stdout;
    assert!(page.contains("A single leaf") && !page.contains("1 leaves"), "{page}");
    assert!(!page.contains("better by") && !page.contains("worse by") && !page.contains("e-1"), "{page}");
}

#[test]
fn an_infinite_log_loss_decides_nothing() {
    let room = Room::new();
    let page = room.run("tree watermelon-2.0 --cv 20x5").ok().stdout;
    let joined = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains("nothing is concluded from it here"), "{page}");
    assert!(!joined.contains("that of the classes' shares") && !joined.contains("unlikely to be chance"), "{page}");
    let page = room.run("compare --models logistic,tree --cv 5x5 --samples 0").ok().stdout;
    assert!(
        page.split_whitespace().collect::<Vec<_>>().join(" ").contains("Not judged by log-loss: decision tree"),
        "{page}"
    );
}

/// Rows by the numbers of the book are those of its melons: another table, or another order, is refused.
#[test]
fn the_book_s_split_is_for_the_book_s_melons() {
    let room = Room::new();
    room.run("data export watermelon-2.0 -o book.csv --names en").ok();
    let book = room.read("book.csv");
    let own = room.run("tree book.csv --validation table-4.2 --cv none --format json").ok().json();
    assert_eq!(own["pruning"]["rows"], serde_json::json!([4, 5, 8, 9, 11, 12, 13]));
    let (head, rows) = book.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    room.file("turned.csv", format!("{head}\n{}\n", turned.join("\n")));
    room.file("other.csv", "a,b,y\nu,1,n\nv,2,y\nu,3,n\nv,4,y\n");
    for table in ["turned.csv", "other.csv --target y", "ten-melons", "melon-field --rows 17"] {
        let line = format!("tree {table} --validation table-4.2 --cv none");
        room.run(&line).misused(&["table-4.2", "seventeen melons", "--validation 0.3"]);
        room.run(&format!("{line} --lang zh")).misused(&["十七个瓜"]);
    }
    let gaps = book.replacen("green", "", 1);
    room.file("gaps.csv", gaps);
    room.run("tree gaps.csv --validation table-4.2 --cv none").ok();
}

/// What other copies print is known of the book's exercise alone.
#[test]
fn copies_are_spoken_of_where_there_are_some() {
    let room = Room::new();
    let page = |line: &str| room.run(line).ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page("tree --trace --cv none").contains("Many copies of the exercise print the first"));
    let own = page("tree melon-field --rows 50 --seed 3 --trace --cv none");
    assert!(own.contains("With rounding on the way") && !own.contains("copies"), "{own}");
}

/// In folds a single leaf answers what is most frequent in each: it may fall below always answering the same.
#[test]
fn a_single_leaf_below_the_baseline_is_explained() {
    let room = Room::new();
    let json = room.run("tree --max-depth 0 --format json").ok().json();
    let (held_out, baseline) = (&json["cross_validation"]["accuracy"], &json["baseline"]["accuracy"]);
    assert!(held_out.as_f64() < baseline.as_f64(), "{json}");
    let finding = json["findings"].as_array().unwrap().iter().find(|one| one["kind"] == "follows_the_shares");
    let finding = finding.unwrap_or_else(|| panic!("{json}"));
    // Answers that differ from the majority's are right for the others and wrong for its own: what is lost is
    // the difference, counted over all tests.
    let matrix = &json["cross_validation"]["confusion_matrix"];
    let others = matrix[0][1].as_u64().unwrap() + matrix[1][1].as_u64().unwrap();
    assert_eq!(finding["n_other"].as_u64(), Some(others), "{json}");
    let page = room.run("tree --max-depth 0").ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        page.contains("an effect of the test") && page.contains("The AUC is below 0.5 for the same reason"),
        "{page}"
    );
    assert!(room.run("tree --max-depth 0 --lang zh").ok().stdout.contains("测试的方法造成的"));
    for other in ["tree", "tree --max-depth 0 --cv none", "classify melons"] {
        assert!(!room.run(other).ok().stdout.contains("an effect of the test"), "{other}");
    }
}

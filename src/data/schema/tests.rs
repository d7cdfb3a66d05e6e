use super::*;
use crate::data::{Builtin, MissingCells};

fn builtin(builtin: Builtin) -> Table {
    builtin.table(None, Default::default())
}

fn features(dataset: &Dataset) -> Vec<&str> {
    dataset.features.iter().map(|column| column.name.as_str()).collect()
}

fn chosen(builtin_table: Builtin, goal: Goal) -> (String, String) {
    let dataset = select(builtin(builtin_table), &Selection::default(), goal).unwrap();
    (features(&dataset).join(" "), dataset.target.map_or(String::new(), |target| target.name))
}

fn asked(features: &[&str]) -> Selection {
    Selection { features: features.iter().map(|&name| name.into()).collect(), ..Selection::default() }
}

#[test]
fn built_in_tables_know_their_features_and_targets() {
    let outside = "色泽 根蒂 敲声".to_owned();
    let all = "色泽 根蒂 敲声 纹理 脐部 触感 密度 含糖率".to_owned();
    assert_eq!(chosen(Builtin::Melons, Goal::Classify), (outside.clone(), "好瓜".into()));
    assert_eq!(chosen(Builtin::Melons, Goal::Regress), (outside.clone(), "含糖率".into()));
    assert_eq!(chosen(Builtin::Melons, Goal::Cluster), (outside.clone(), String::new()));
    assert_eq!(chosen(Builtin::TenMelons, Goal::Classify), (outside, "熟".into()));
    assert_eq!(chosen(Builtin::Watermelon3, Goal::Classify), (all.clone(), "好瓜".into()));
    assert_eq!(chosen(Builtin::Watermelon3, Goal::Cluster), (all, String::new()));
    assert_eq!(chosen(Builtin::Watermelon3Alpha, Goal::Classify), ("密度 含糖率".into(), "好瓜".into()));
    assert_eq!(chosen(Builtin::Watermelon4, Goal::Cluster), ("密度 含糖率".into(), String::new()));
}

#[test]
fn an_outcome_is_a_feature_only_when_named_and_names_may_be_english() {
    let dataset = select(builtin(Builtin::Melons), &asked(&["color", "sugar"]), Goal::Classify).unwrap();
    assert_eq!(features(&dataset), ["色泽", "含糖率"]);
}

#[test]
fn an_id_is_left_out_with_a_notice_unless_named() {
    let table = || {
        Table::new(
            "t.csv",
            vec![
                Column::numbers("n", [1.0, 2.0, 3.0]),
                Column::numbers("x", [5.0, 1.0, 2.0]),
                Column::words("y", [Some("a"), Some("b"), Some("a")]),
            ],
        )
    };
    let dataset = select(table(), &Selection::default(), Goal::Classify).unwrap();
    assert_eq!(features(&dataset), ["x"]);
    assert!(dataset.notices.contains(&Notice::IdColumn { column: "n".into(), counts: true }));
    assert!(dataset.notices.contains(&Notice::TargetChosen { column: "y".into(), by_name: true }));
    let dataset = select(table(), &asked(&["n", "x"]), Goal::Classify).unwrap();
    assert_eq!(features(&dataset), ["n", "x"]);
}

#[test]
fn the_only_feature_is_kept_even_if_it_counts_the_rows() {
    let time = Table::new("t.csv", vec![Column::numbers("t", [1.0, 2.0, 3.0]), Column::numbers("y", [5.0, 1.0, 2.0])]);
    let dataset = select(time, &Selection::default(), Goal::Regress).unwrap();
    assert_eq!(features(&dataset), ["t"]);
    assert!(!dataset.notices.iter().any(|notice| matches!(notice, Notice::IdColumn { .. })));
}

#[test]
fn an_unknown_column_is_answered_with_the_nearest() {
    let error = select(builtin(Builtin::Melons), &asked(&["colr"]), Goal::Classify).unwrap_err();
    let SchemaError::UnknownColumn { nearest, known, .. } = &error else { panic!("{error}") };
    assert_eq!(nearest.as_deref(), Some("color"));
    assert_eq!(known.len(), 6);
}

#[test]
fn a_column_cannot_be_two_things() {
    let both = Selection { target: Some("好瓜".into()), ..asked(&["ripe"]) };
    let error = select(builtin(Builtin::Melons), &both, Goal::Classify).unwrap_err();
    assert_eq!(error, SchemaError::Contradiction { column: "好瓜".into() });
}

#[test]
fn a_target_must_fit_the_goal() {
    let wanted = |target: &str| Selection { target: Some(target.into()), ..Selection::default() };
    let error = select(builtin(Builtin::Watermelon3), &wanted("sugar"), Goal::Classify).unwrap_err();
    assert_eq!(error, SchemaError::NumericTarget { target: "含糖率".into(), n_distinct: 17, is_least: false });
    let error = select(builtin(Builtin::Watermelon3), &wanted("ripe"), Goal::Regress).unwrap_err();
    let SchemaError::WordsTarget { numeric, .. } = error else { panic!("{error}") };
    assert_eq!(numeric, ["密度", "含糖率"]);
    let one = Table::new("t", vec![Column::numbers("x", [1.0, 5.0]), Column::words("y", [Some("a"), Some("a")])]);
    let error = select(one, &Selection::default(), Goal::Classify).unwrap_err();
    assert_eq!(error, SchemaError::OneClass { target: "y".into(), class: "a".into() });
}

#[test]
fn integers_may_be_classes() {
    let table = Table::new("t", vec![Column::numbers("x", [0.5, 5.0, 1.0]), Column::numbers("y", [0.0, 1.0, 1.0])]);
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    let labels = crate::data::Labels::from_column(dataset.target.as_ref().unwrap()).unwrap();
    assert_eq!(labels.classes, ["0", "1"]);
}

fn with_gaps() -> Table {
    let x = Column::numbers("x", [0.5, f64::NAN, 1.0, 2.0]);
    let y = Column::words("y", [Some("a"), Some("b"), None, Some("c")]);
    Table::new("t", vec![x, y])
}

#[test]
fn missing_cells_stop_are_dropped_or_are_left_to_the_encoder() {
    let run = |missing| select(with_gaps(), &Selection { missing, ..Selection::default() }, Goal::Cluster);
    let at = |column: &str, line| MissingCells { column: column.into(), count: 1, lines: vec![line] };
    assert_eq!(run(MissingPolicy::Error).unwrap_err(), SchemaError::Missing { columns: vec![at("x", 3), at("y", 4)] });
    let dropped = run(MissingPolicy::Drop).unwrap();
    assert_eq!(dropped.rows, [1, 4]);
    assert!(dropped.notices.contains(&Notice::RowsDropped { dropped: 2, n_rows: 4 }));
    assert!(matches!(&dropped.features[1].values, Values::Words { levels, .. } if levels == &["a", "c"]));
    assert_eq!(run(MissingPolicy::Impute).unwrap().rows, [1, 2, 3, 4]);
}

#[test]
fn a_missing_answer_is_never_made_up() {
    let selection = Selection { missing: MissingPolicy::Impute, ..Selection::default() };
    let dataset = select(with_gaps(), &selection, Goal::Classify);
    assert_eq!(dataset.unwrap_err(), SchemaError::ClassPerSample { target: "y".into(), n_samples: 3 });
}

#[test]
fn the_known_typing_errors_of_the_book_are_pointed_out() {
    let mut table = builtin(Builtin::Watermelon3);
    (table.builtin, table.name) = (None, "copy.csv".into());
    let Values::Numbers(sugar) = &mut table.columns[8].values else { panic!() };
    sugar[9] = 0.0267;
    table.columns[8].name = "sugar".into();
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    let expected = Notice::DiffersFromBook {
        table: "watermelon-3.0",
        row: 10,
        line: 11,
        column: "sugar".into(),
        found: "0.0267".into(),
        book: "0.267".into(),
    };
    assert!(dataset.notices.contains(&expected), "{:?}", dataset.notices);
}

#[test]
fn numbers_read_as_words_are_the_same_numbers() {
    let mut table = builtin(Builtin::Watermelon3);
    (table.builtin, table.name) = (None, "copy.csv".into());
    let Values::Numbers(density) = &table.columns[7].values else { panic!() };
    let as_words: Vec<String> = density.iter().map(|number| format!("{number:.3}")).collect();
    table.columns[7] = Column::words("密度", as_words.iter().map(|text| Some(text.as_str())));
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    assert!(!dataset.notices.iter().any(|notice| matches!(notice, Notice::DiffersFromBook { .. })));
}

#[test]
fn kinds_can_be_changed_and_bad_cells_are_named() {
    let table = Table::new("t", vec![Column::words("a", [Some("1"), Some("x")]), Column::numbers("b", [2.0, 1.0])]);
    let wish = Selection { numeric: vec!["a".into()], ..Selection::default() };
    let error = select(table.clone(), &wish, Goal::Cluster).unwrap_err();
    assert_eq!(error, SchemaError::NotANumber { column: "a".into(), line: 3, text: "x".into() });
    let wish = Selection { categorical: vec!["b".into()], ..Selection::default() };
    let dataset = select(table, &wish, Goal::Cluster).unwrap();
    assert!(matches!(&dataset.features[1].values, Values::Words { levels, .. } if levels == &["2", "1"]));
}

#[test]
fn what_a_column_may_mean_is_told_of_those_in_use() {
    let code = Notice::CodeRead { column: "zip".into(), text: "01234".into() };
    let told = |drop: &[&str]| {
        let columns = ["zip", "x", "y"].map(|name| Column::numbers(name, [5.0, 1.0, 2.5, 4.0]));
        let table = Table { notices: vec![code.clone()], ..Table::new("t.csv", columns.to_vec()) };
        let drop = drop.iter().map(|&name| name.into()).collect();
        select(table, &Selection { drop, ..Selection::default() }, Goal::Regress).unwrap().notices.contains(&code)
    };
    assert!(told(&[]) && !told(&["zip"]));
}

use super::*;
use crate::data::{Builtin, Goal, Selection, fingerprint, select};
use crate::task::classify::classify;

fn saved() -> SavedModel {
    let data = select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap();
    let result = classify(&data, &ClassifyOptions::default(), &[]).unwrap();
    SavedModel::of_classification(&result, fingerprint(data.features.iter().chain(&data.target)))
}

#[test]
fn a_model_comes_back_bit_for_bit() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    let model = saved();
    save(&path, &model).unwrap();
    assert_eq!(load(&path).unwrap(), model);
}

#[test]
fn markers_are_kept_and_older_files_have_none() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    let marked = saved().with_markers(Markers::new(&["-999".to_owned()], &["None".to_owned()]));
    save(&path, &marked).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let kept = serde_json::json!({"missing_values": ["-999"], "values": ["None"]});
    assert_eq!(json["data"]["markers"], kept);
    assert_eq!(load(&path).unwrap(), marked);
    save(&path, &saved()).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("markers"), "as before there were any");
    assert_eq!(load(&path).unwrap(), saved());
}

/// JSON has no infinity. A neighbour's vote may give a true class probability 0: its log-loss is
/// infinite, and the file is sound all the same.
#[test]
fn an_infinite_figure_comes_back() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    let mut model = saved();
    let SavedTask::Classify { train, .. } = &mut model.task else { panic!("a classification") };
    train.log_loss = f64::INFINITY;
    save(&path, &model).unwrap();
    assert_eq!(load(&path).unwrap(), model);
}

#[test]
fn every_cut_is_noticed() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    save(&path, &saved()).unwrap();
    let whole = fs::read(&path).unwrap();
    for keep in (0..whole.len() - 2).step_by(37) {
        fs::write(&path, &whole[..keep]).unwrap();
        let error = load(&path).unwrap_err();
        assert!(matches!(error, StoreError::NotOurs { .. } | StoreError::Damaged { .. }), "{keep}: {error}");
    }
}

#[test]
fn a_later_version_is_told_apart_from_damage() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    let future = r#"{"format": "melon-model", "version": 7, "melon": "9.1.0", "weights": "quantum"}"#;
    fs::write(&path, future).unwrap();
    let error = load(&path).unwrap_err();
    assert!(matches!(&error, StoreError::Newer { found: 7, melon, .. } if melon == "9.1.0"), "{error}");
}

#[test]
fn numbers_changed_by_hand_are_checked() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("model.json");
    save(&path, &saved()).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let renamed = text.replacen("\"色泽=乌黑\"", "\"色泽=紫\"", 1);
    assert_ne!(renamed, text);
    fs::write(&path, renamed).unwrap();
    assert!(matches!(load(&path).unwrap_err(), StoreError::Unsound { .. }));
}

#[test]
fn what_is_no_model_is_neither_read_nor_replaced() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("table.csv");
    fs::write(&path, "色泽,好瓜\n青绿,是\n").unwrap();
    assert!(matches!(load(&path).unwrap_err(), StoreError::NotOurs { .. }));
    assert!(matches!(save(&path, &saved()).unwrap_err(), StoreError::NotOurs { .. }));
    assert!(fs::read_to_string(&path).unwrap().starts_with("色泽"));
    assert!(matches!(load(&room.path().join("none.json")).unwrap_err(), StoreError::Io { .. }));
}

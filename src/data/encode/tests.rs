use super::*;
use ndarray::{arr2, array};

fn colour() -> Column {
    Column::words("色泽", [Some("青绿"), Some("乌黑"), Some("浅白"), Some("青绿")])
}

fn fit(columns: &[Column], options: EncodeOptions) -> Encoder {
    Encoder::fit(columns, options).unwrap()
}

fn terms(encoder: &Encoder) -> Vec<String> {
    encoder.terms().into_iter().map(|term| term.name).collect()
}

#[test]
fn one_hot_has_a_term_a_level_in_the_order_of_names() {
    let encoder = fit(&[colour(), Column::numbers("密度", [1.0, 2.0, 3.0, 4.0])], EncodeOptions::default());
    assert_eq!(terms(&encoder), ["色泽=乌黑", "色泽=浅白", "色泽=青绿", "密度"]);
    let x = encoder.transform(&[colour(), Column::numbers("密度", [1.0, 2.0, 3.0, 4.0])]).unwrap();
    assert_eq!(x, arr2(&[[0., 0., 1., 1.], [1., 0., 0., 2.], [0., 1., 0., 3.], [0., 0., 1., 4.]]));
    assert_eq!(x.strides(), [1, 4], "column after column");
}

#[test]
fn drop_first_leaves_out_the_first_level() {
    let encoder = fit(&[colour()], EncodeOptions { coding: Coding::DropFirst, ..Default::default() });
    assert_eq!(terms(&encoder), ["色泽=浅白", "色泽=青绿"]);
    assert_eq!(encoder.transform(&[colour()]).unwrap(), arr2(&[[0., 1.], [0., 0.], [1., 0.], [0., 1.]]));
}

#[test]
fn numeric_levels_are_in_the_order_of_size() {
    let encoder = fit(&[Column::words("n", [Some("10"), Some("9"), Some("2")])], EncodeOptions::default());
    assert_eq!(terms(&encoder), ["n=2", "n=9", "n=10"]);
}

#[test]
fn standardizing_uses_the_population_deviation_and_spares_constants() {
    let columns = [Column::numbers("x", [1.0, 2.0, 3.0, 4.0]), Column::numbers("c", [0.1; 4])];
    let x = fit(&columns, EncodeOptions { standardize: true, ..Default::default() }).transform(&columns).unwrap();
    let sd = 1.25f64.sqrt();
    approx::assert_relative_eq!(x.column(0).to_owned(), array![-1.5 / sd, -0.5 / sd, 0.5 / sd, 1.5 / sd]);
    approx::assert_abs_diff_eq!(x.column(1).to_owned(), array![0.0, 0.0, 0.0, 0.0], epsilon = 1e-15);
}

#[test]
fn columns_are_found_by_name() {
    let (a, b) = (Column::numbers("a", [1.0]), Column::numbers("b", [2.0]));
    let encoder = fit(&[a.clone(), b.clone()], EncodeOptions::default());
    assert_eq!(encoder.transform(&[colour().take(&[0]), b.clone(), a]).unwrap(), arr2(&[[1.0, 2.0]]));
    let error = encoder.transform(&[b]).unwrap_err();
    assert!(matches!(error, EncodeError::MissingColumn { column, .. } if column == "a"));
}

#[test]
fn an_unseen_category_is_named_with_the_nearest_known_one() {
    let encoder = fit(&[colour()], EncodeOptions::default());
    let error = encoder.transform(&[Column::words("色泽", [Some("青绿"), Some("青綠")])]).unwrap_err();
    let EncodeError::UnseenCategory { place: Place::Row(row), value, nearest, .. } = error else { panic!("{error}") };
    assert_eq!((row, value.as_str(), nearest.as_deref()), (1, "青綠", Some("青绿")));
}

#[test]
fn words_where_numbers_were_are_named_by_row() {
    let encoder = fit(&[Column::numbers("x", [1.0])], EncodeOptions::default());
    let error = encoder.transform(&[Column::words("x", [Some("2"), Some("abc")])]).unwrap_err();
    assert_eq!(error, EncodeError::NotANumber { column: "x".into(), place: Place::Row(1), text: "abc".into() });
}

#[test]
fn imputing_puts_the_mean_and_the_most_frequent_level() {
    let x = Column::numbers("x", [1.0, f64::NAN, 5.0]);
    let c = Column::words("c", [Some("b"), Some("a"), None]);
    let error = Encoder::fit(std::slice::from_ref(&x), EncodeOptions::default()).unwrap_err();
    assert_eq!(error, EncodeError::MissingCell { column: "x".into(), place: Place::Row(1) });
    let encoder = fit(&[x.clone(), c.clone()], EncodeOptions { impute: true, ..Default::default() });
    assert_eq!(encoder.transform(&[x, c]).unwrap(), arr2(&[[1., 0., 1.], [3., 1., 0.], [5., 1., 0.]]));
    let nothing = Column::numbers("x", [f64::NAN]);
    let error = Encoder::fit(&[nothing], EncodeOptions { impute: true, ..Default::default() }).unwrap_err();
    assert_eq!(error, EncodeError::NoValues { column: "x".into() });
}

#[test]
fn a_training_fold_knows_the_levels_of_the_whole_table() {
    let encoder = fit(&[colour().take(&[0, 1])], EncodeOptions::default());
    assert_eq!(encoder.transform(&[colour()]).unwrap().shape(), [4, 3]);
}

#[test]
fn one_melon_is_encoded_from_its_words() {
    let encoder = fit(&[colour(), Column::numbers("密度", [1.0, 2.0, 3.0, 4.0])], EncodeOptions::default());
    let cell = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let encode = |cells: &[(String, String)]| encoder.transform(&encoder.row(cells)?);
    assert_eq!(encode(&[cell("密度", "0.5"), cell("色泽", "乌黑")]).unwrap(), arr2(&[[1.0, 0.0, 0.0, 0.5]]));
    let error = encode(&[cell("密度", "0.5")]).unwrap_err();
    assert_eq!(error, EncodeError::MissingCell { column: "色泽".into(), place: Place::Row(0) });
    assert!(matches!(encode(&[cell("密", "1")]), Err(EncodeError::NoSuchFeature { .. })));
}

#[test]
fn an_encoder_survives_json_and_a_damaged_one_is_found_out() {
    let options = EncodeOptions { standardize: true, impute: true, ..Default::default() };
    let encoder = fit(&[colour(), Column::numbers("密度", [0.1, 0.2, 0.3, 0.7])], options);
    let json = serde_json::to_string(&encoder).unwrap();
    let read: Encoder = serde_json::from_str(&json).unwrap();
    assert_eq!(read, encoder);
    read.check().unwrap();
    let damaged: Encoder = serde_json::from_str(&json.replace("乌黑", "青绿")).unwrap();
    assert!(matches!(damaged.check(), Err(EncodeError::Damaged { .. })));
}

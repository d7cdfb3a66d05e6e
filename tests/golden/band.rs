//! The band around a line against scipy (`scipy_band.py`).

use super::{indices, matrix_rows, parse};
use approx::assert_abs_diff_eq;
use melon::data::{Builtin, Goal, Selection, select};
use melon::task::regress::{RegressOptions, line, regress};

#[test]
fn the_band_is_that_of_the_matrix_formula() {
    let golden = parse(include_str!("scipy_band.json"));
    let wanted = Selection { features: vec!["density".into()], ..Selection::default() };
    let data = select(Builtin::Watermelon3Alpha.table(None, Default::default()), &wanted, Goal::Regress).unwrap();
    let fitted = regress(&data, &RegressOptions::default(), &[]).unwrap();
    let line = line(&data, &fitted).unwrap();
    assert_eq!((line.samples.len(), line.band.len()), (17, line.fitted.len()));
    for (at, expected) in indices(&golden["places"]).into_iter().zip(matrix_rows(&golden["band"])) {
        for (ours, theirs) in line.band[at].iter().zip(&expected) {
            assert_abs_diff_eq!(ours, theirs, epsilon = 1e-9);
        }
        let [x, low, high] = line.band[at];
        assert_abs_diff_eq!(line.fitted[at][1], (low + high) / 2.0, epsilon = 1e-12);
        assert_eq!(line.fitted[at][0], x);
    }
}

#[test]
fn a_penalty_has_a_line_and_no_band() {
    let wanted = Selection { features: vec!["density".into()], ..Selection::default() };
    let data = select(Builtin::Watermelon3Alpha.table(None, Default::default()), &wanted, Goal::Regress).unwrap();
    let fitted = regress(&data, &RegressOptions { l2: 1.0, ..RegressOptions::default() }, &[]).unwrap();
    let line = line(&data, &fitted).unwrap();
    assert!(line.band.is_empty() && !line.fitted.is_empty());
}

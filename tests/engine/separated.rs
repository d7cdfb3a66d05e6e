//! Separation is found where it is, named, and not cried where it is not.

use super::tables::{WORDS, read};
use melon::engine::separation::{Separation, SeparationKind, detect, separators};
use melon::engine::{Engine, LogisticOptions, Native};
use ndarray::{Array2, array};

#[test]
fn the_book_s_seventeen_melons() {
    let table = read("watermelon-3.0");
    let all = [&WORDS[..], &["密度", "含糖率"]].concat();
    for (columns, kind) in [
        (&["密度", "含糖率"][..], SeparationKind::None),
        (&WORDS[..3], SeparationKind::Quasi),
        (&WORDS, SeparationKind::Quasi),
        (&all, SeparationKind::Complete),
    ] {
        for drop_first in [true, false] {
            let x = table.matrix(columns, drop_first);
            let found = detect(x.view(), &table.ripe(), 2, None).unwrap();
            assert_eq!(found.kind, kind, "{columns:?}");
            assert!(found.exact);
        }
    }
}

#[test]
fn the_columns_that_separate_are_named() {
    let table = read("watermelon-3.0");
    // Neither melon with a stiff root is ripe, and neither is one with a crisp sound: each
    // alone sets two samples apart. Terms of colour, root and sound, first levels dropped.
    let x = table.matrix(&WORDS[..3], true);
    let groups = [vec![0, 1], vec![2, 3], vec![4, 5]];
    assert_eq!(separators(x.view(), &table.ripe(), 2, SeparationKind::Quasi, &groups).unwrap(), [[1], [2]]);
    // Only the second column separates.
    let x = array![[0.3, 1.0], [0.1, 2.0], [0.2, 3.0], [0.3, 7.0], [0.2, 8.0], [0.1, 9.0]];
    assert_eq!(
        separators(x.view(), &[0, 0, 0, 1, 1, 1], 2, SeparationKind::Complete, &[vec![0], vec![1]]).unwrap(),
        [[1]]
    );
    // Neither alone, but their sum; the third is of no use.
    let x =
        array![[0.0, 3.0, 1.0], [3.0, 0.0, 2.0], [1.0, 1.0, 0.5], [2.0, 4.0, 2.0], [4.0, 2.0, 1.0], [3.0, 3.0, 0.5]];
    let groups = [vec![2], vec![0], vec![1]];
    assert_eq!(separators(x.view(), &[0, 0, 0, 1, 1, 1], 2, SeparationKind::Complete, &groups).unwrap(), [[1, 2]]);
}

#[test]
fn a_shared_boundary_point_makes_it_quasi() {
    let x = array![[1.0], [2.0], [3.0], [3.0], [4.0], [5.0]];
    assert_eq!(detect(x.view(), &[0, 0, 0, 1, 1, 1], 2, None).unwrap().kind, SeparationKind::Quasi);
    assert_eq!(detect(x.view(), &[0, 0, 1, 0, 1, 1], 2, None).unwrap().kind, SeparationKind::Quasi);
    assert_eq!(detect(x.view(), &[0, 1, 0, 1, 0, 1], 2, None).unwrap().kind, SeparationKind::None);
}

#[test]
fn three_classes() {
    let x = Array2::from_shape_fn((9, 1), |(i, _)| i as f64);
    let kind = |labels: &[usize]| detect(x.view(), labels, 3, None).unwrap().kind;
    assert_eq!(kind(&[0, 0, 0, 1, 1, 1, 2, 2, 2]), SeparationKind::Complete);
    // Classes 0 and 1 overlap, 2 lies apart.
    assert_eq!(kind(&[0, 1, 0, 1, 0, 1, 2, 2, 2]), SeparationKind::Quasi);
    assert_eq!(kind(&[0, 1, 2, 0, 1, 2, 0, 1, 2]), SeparationKind::None);
}

#[test]
fn a_large_table_that_overlaps_is_proved_by_its_fit() {
    let x = Array2::from_shape_fn((20_000, 2), |(i, j)| ((i * (j + 3) * 7919) % 1009) as f64 / 100.0);
    let labels: Vec<usize> = (0..20_000).map(|i| usize::from((i * 31) % 100 < (x[[i, 0]] * 10.0) as usize)).collect();
    let fit = Native.logistic(x.view(), &labels, 2, &LogisticOptions { l2: 0.0, ..Default::default() }).unwrap();
    assert!(fit.overlap_proven && fit.converged);
}

/// Too large for the linear program: 20,000 distinct samples of six columns or more.
fn large(n_columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((20_000, n_columns), |(i, j)| ((i * (2 * j + 3) * 7919 + j) % 20_011) as f64 / 2000.0)
}

/// Classes that overlap along the first column.
fn overlapping(x: &Array2<f64>) -> Vec<usize> {
    (0..x.nrows()).map(|i| usize::from((i * 31) % 100 < (x[[i, 0]] * 10.0) as usize)).collect()
}

#[test]
fn a_large_table_that_is_set_apart_is_proved_by_its_fit() {
    let mut x = large(6);
    let labels: Vec<usize> = (0..20_000).map(|i| usize::from(x[[i, 0]] > x[[i, 1]])).collect();
    // A street between the classes, so that rounding does not close it.
    x.column_mut(0).iter_mut().zip(&labels).for_each(|(cell, &label)| *cell += 0.5 * label as f64);
    assert_eq!(detect(x.view(), &labels, 2, None).unwrap(), Separation { kind: SeparationKind::Complete, exact: true });
    let thirds: Vec<usize> = x.column(2).iter().map(|v| (v / 3.4) as usize).collect();
    let mut wide = x.clone();
    wide.column_mut(2).iter_mut().zip(&thirds).for_each(|(cell, &third)| *cell += 2.0 * third as f64);
    assert_eq!(
        detect(wide.view(), &thirds, 3, None).unwrap(),
        Separation { kind: SeparationKind::Complete, exact: true }
    );
}

#[test]
fn a_large_table_of_which_a_part_is_set_apart_is_judged_by_its_next_step() {
    let mut x = large(6);
    let labels = overlapping(&x);
    // The second column speaks of two hundred samples of one class alone.
    let mut left = 200;
    for (i, cell) in x.column_mut(1).iter_mut().enumerate() {
        let speaks = labels[i] == 1 && left > 0;
        left -= usize::from(speaks);
        *cell = if speaks { 1.0 } else { 0.0 };
    }
    let separation = detect(x.view(), &labels, 2, None).unwrap();
    assert_eq!(separation, Separation { kind: SeparationKind::Quasi, exact: false });
}

/// Two columns that nearly repeat each other leave the proof without digits, and are no
/// separation.
#[test]
fn nearly_equal_columns_are_not_taken_for_separation() {
    let mut x = large(6);
    let labels = overlapping(&x);
    let twin: Vec<f64> = x.rows().into_iter().map(|row| row[0] + 1e-6 * row[1]).collect();
    x.column_mut(1).iter_mut().zip(twin).for_each(|(cell, v)| *cell = v);
    assert_eq!(detect(x.view(), &labels, 2, None).unwrap().kind, SeparationKind::None);
}

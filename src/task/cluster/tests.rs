use super::*;
use crate::data::{Builtin, Column, Goal, Selection, select};
use crate::task::Finding;
use approx::assert_relative_eq;

fn table_4() -> Dataset {
    select(Builtin::Watermelon4.table(None, Seed::default()), &Selection::default(), Goal::Cluster).unwrap()
}

fn started_from(rows: &str) -> Clustering {
    let options = ClusterOptions { init: rows.parse().unwrap(), trace: true, ..Default::default() };
    cluster(&table_4(), &options).unwrap()
}

#[test]
fn from_rows_6_12_27_the_first_update_is_already_stable() {
    let result = started_from("rows:6,12,27");
    let expected = [[0.473, 0.214], [0.394, 0.066], [0.623, 0.388]];
    for (centroid, expected) in result.trace[1].centroids.iter().flatten().zip(expected.iter().flatten()) {
        assert_relative_eq!(*centroid, *expected, epsilon = 5e-4);
    }
    assert_eq!(result.trace.len(), 2);
    assert_relative_eq!(result.inertia, 0.699167, epsilon = 5e-7);
    assert_relative_eq!(result.trace[1].inertia, result.inertia);
}

#[test]
fn from_rows_6_12_24_it_is_stable_on_pass_5() {
    let result = started_from("rows:6,12,24");
    assert_eq!((result.iterations, result.converged), (5, true));
    assert_relative_eq!(result.inertia, 0.412567, epsilon = 5e-7);
    assert_eq!(result.sizes.iter().sum::<usize>(), 30);
}

#[test]
fn the_best_of_many_starts_for_each_k() {
    let options = ClusterOptions { n_init: Some(50), k_range: Some([2, 4]), ..Default::default() };
    let result = cluster(&table_4(), &options).unwrap();
    for (entry, (k, inertia)) in result.range.iter().zip([(2, 0.693233), (3, 0.409663), (4, 0.247746)]) {
        assert_eq!(entry.k, k);
        assert_relative_eq!(entry.inertia, inertia, epsilon = 5e-7);
    }
}

#[test]
fn clusters_are_held_against_labels_and_profiled() {
    let selection = Selection { labels: Some("好瓜".to_owned()), ..Selection::default() };
    let data = select(Builtin::Watermelon3.table(None, Seed::default()), &selection, Goal::Cluster).unwrap();
    let result = cluster(&data, &ClusterOptions { k: 2, ..Default::default() }).unwrap();
    let against = result.against.unwrap();
    assert_eq!(against.values, ["否", "是"]);
    assert_eq!(against.table.iter().flatten().sum::<usize>(), 17);
    assert!(result.terms.iter().all(|term| !term.starts_with("好瓜")));
    assert_eq!(result.profiles[0].traits.len(), data.n_features());
    assert!(
        result.findings.iter().any(|f| matches!(f, Finding::CategoricalDistances { columns } if columns.len() == 6))
    );
}

#[test]
fn centroids_of_standardised_columns_are_in_their_own_units() {
    let narrow = Column::numbers("narrow", [0.1, 0.2, 0.8, 0.9]);
    let wide = Column::numbers("wide", [100.0, 200.0, 800.0, 900.0]);
    let data = Dataset {
        name: "t".into(),
        builtin: None,
        features: vec![narrow, wide],
        target: None,
        rows: (1..=4).collect(),
        left_out: vec![],
        notices: vec![],
    };
    let result = cluster(&data, &ClusterOptions { k: 2, standardize: true, ..Default::default() }).unwrap();
    let mut wide: Vec<f64> = result.centroids.iter().map(|centroid| centroid[1]).collect();
    wide.sort_by(f64::total_cmp);
    assert_relative_eq!(wide[0], 150.0, epsilon = 1e-9);
    assert_relative_eq!(wide[1], 850.0, epsilon = 1e-9);
    let raw = cluster(&data, &ClusterOptions { k: 2, ..Default::default() }).unwrap();
    assert!(raw.findings.iter().any(|f| matches!(f, Finding::MixedScales { wide, .. } if wide == "wide")));
}

#[test]
fn bad_starts_are_named() {
    let error = |init: &str| {
        let options = ClusterOptions { init: init.parse().unwrap(), ..Default::default() };
        cluster(&table_4(), &options).unwrap_err()
    };
    assert_eq!(error("rows:1,2,31"), TaskError::NoSuchRow { row: 31, n_samples: 30 });
    assert!(matches!(error("rows:1,1,2"), TaskError::InvalidOption { option: "init", .. }));
    assert!(matches!(error("rows:1,2"), TaskError::Engine(EngineError::StartCount { k: 3, given: 2 })));
    assert!("rows:0,1".parse::<Start>().is_err());
    let too_many = cluster(&table_4(), &ClusterOptions { k: 31, ..Default::default() }).unwrap_err();
    assert!(matches!(too_many, TaskError::Engine(EngineError::TooManyClusters { k: 31, .. })));
}

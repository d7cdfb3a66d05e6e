//! The best clusters that are known (`sklearn_kmeans.py`): found from nearly every seed.

use super::hard_fits::uniform;
use super::parse;
use approx::assert_relative_eq;
use melon::data::read::{ReadOptions, read};
use melon::data::{Builtin, Column, EncodeOptions, Encoder, Goal, Selection, Values, select};
use melon::engine::{Engine, KMeansOptions, Native};
use melon::rng::Seed;
use melon::task::cluster::{ClusterOptions, cluster};
use ndarray::Array2;
use serde_json::Value;
use std::path::Path;

/// A table's numbers: from a file, or from the recurrence.
fn table(name: &str) -> Array2<f64> {
    let noise = |n: usize, p: usize, seed| Array2::from_shape_vec((n, p), uniform(n * p, seed)).unwrap();
    match name {
        "square" => noise(300, 2, 1),
        "blobs" => {
            let centres = [[0.0, 0.0], [4.0, 0.0], [0.0, 4.0], [4.0, 4.0], [2.0, 8.0]];
            let u = noise(300, 2, 2);
            Array2::from_shape_fn((300, 2), |(i, j)| centres[i % 5][j] + u[[i, j]])
        }
        "unequal" => {
            let mut u = noise(340, 2, 3);
            for (i, mut row) in u.rows_mut().into_iter().enumerate() {
                row[0] = row[0] * 2.0
                    + if i < 300 {
                        0.0
                    } else if i < 330 {
                        5.0
                    } else {
                        9.0
                    };
            }
            u
        }
        "stripes" => {
            let u = noise(300, 3, 4);
            Array2::from_shape_fn((300, 3), |(i, j)| match j {
                0 => u[[i, 0]] * 10.0,
                1 => u[[i, 1]] + 3.0 * (i % 3) as f64,
                _ => u[[i, 2]] / 10.0,
            })
        }
        "grid" => {
            let u = noise(392, 2, 5);
            let at = |i: usize, j: usize| (if j == 0 { i % 49 % 7 } else { i % 49 / 7 }) as f64;
            Array2::from_shape_fn((392, 2), |(i, j)| at(i, j) + u[[i, j]] / 8.0)
        }
        file => numbers_of(file),
    }
}

fn numbers_of(file: &str) -> Array2<f64> {
    let path = match file {
        "watermelon-4.0" => "datasets/watermelon-4.0.csv".to_owned(),
        "breast_cancer" => "tests/golden/tables/breast_cancer.csv.gz".to_owned(),
        other => format!("tests/golden/tables/{other}.csv"),
    };
    let table = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &ReadOptions::default()).unwrap();
    let is_feature = |column: &Column| matches!(column.values, Values::Numbers(_)) && column.name != "编号";
    let columns: Vec<Column> = table.columns.into_iter().filter(is_feature).collect();
    Encoder::fit(&columns, EncodeOptions::default()).unwrap().transform(&columns).unwrap()
}

#[test]
fn the_best_known_clusters_from_nineteen_seeds_of_twenty() {
    let golden = parse(include_str!("sklearn_kmeans.json"));
    for (name, best) in golden.as_object().unwrap() {
        let x = table(name);
        for (k, best) in best.as_object().unwrap() {
            let best = best.as_f64().unwrap();
            let inertia = |seed| {
                let options = KMeansOptions { seed: Seed(seed), ..KMeansOptions::new(k.parse().unwrap()) };
                Native.kmeans(x.view(), &options).unwrap().inertia
            };
            let found: Vec<f64> = (0..20).map(inertia).collect();
            let n_best = found.iter().filter(|inertia| **inertia <= best * (1.0 + 1e-6)).count();
            assert!(n_best >= 19, "{name}, k = {k}: {n_best} of 20; best known {best}, found {found:?}");
        }
    }
}

/// `--init points:` and `KMeans(init=array, n_init=1)`, standardised too (`sklearn_kmeans_start.py`).
#[test]
fn from_given_points_the_clusters_are_those_of_scikit_learn() {
    let data = select(Builtin::Watermelon4.table(None, Seed::default()), &Selection::default(), Goal::Cluster).unwrap();
    let golden = parse(include_str!("sklearn_kmeans_start.json"));
    for theirs in golden.as_array().unwrap() {
        let options = ClusterOptions {
            k: theirs["k"].as_u64().unwrap() as usize,
            init: theirs["init"].as_str().unwrap().parse().unwrap(),
            standardize: theirs["standardize"].as_bool().unwrap(),
            ..ClusterOptions::default()
        };
        let ours = serde_json::to_value(cluster(&data, &options).unwrap()).unwrap();
        assert_eq!((&ours["options"]["init"], &ours["labels"]), (&theirs["init"], &theirs["labels"]));
        assert_relative_eq!(
            ours["inertia"].as_f64().unwrap(),
            theirs["inertia"].as_f64().unwrap(),
            max_relative = 1e-9
        );
        let cells = |of: &Value| {
            of["centroids"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|row| row.as_array().unwrap().clone())
                .collect::<Vec<_>>()
        };
        for (our, their) in cells(&ours).iter().zip(cells(theirs)) {
            assert_relative_eq!(our.as_f64().unwrap(), their.as_f64().unwrap(), max_relative = 1e-9);
        }
    }
}

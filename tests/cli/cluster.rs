//! `melon cluster`.

use super::{Room, has_keys};
use approx::assert_abs_diff_eq;

#[test]
fn the_textbook_s_steps_are_traced() {
    let page = Room::new().run("cluster watermelon-4.0 --init rows:6,12,27 --trace").ok().stdout;
    for part in ["(0.473, 0.214)", "(0.394, 0.066)", "(0.623, 0.388)", "0.699167", "In step 2 no sample changes"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
    let page = Room::new().run("cluster watermelon-4.0 --init rows:6,12,24 --trace").ok().stdout;
    assert!(page.contains("In step 5 no sample changes") && page.contains("0.412567"), "{page}");
}

/// A start is where it is said to be, in the columns' own units, however the table is read.
#[test]
fn it_starts_from_points_that_are_given() {
    let room = Room::new();
    room.run("data export watermelon-4.0 -o four.csv").ok();
    for how in ["", " --standardize", " --memory 1GB", " --standardize --memory 1GB"] {
        let table = if how.contains("--memory") { "four.csv" } else { "watermelon-4.0" };
        let line = format!("cluster {table} --k 2 --init points:0.4,0.2/0.7,0.3 --trace --format json{how}");
        let json = room.run(&line).ok().json();
        assert_eq!(json["options"]["init"], "points:0.4,0.2/0.7,0.3", "{line}");
        let start = json["trace"][0]["centroids"].as_array().unwrap();
        for (found, given) in start.iter().flat_map(|point| point.as_array().unwrap()).zip([0.4, 0.2, 0.7, 0.3]) {
            assert_abs_diff_eq!(found.as_f64().unwrap(), given, epsilon = 1e-12);
        }
        assert_abs_diff_eq!(
            json["inertia"].as_f64().unwrap(),
            json["trace"].as_array().unwrap().last().unwrap()["inertia"].as_f64().unwrap(),
            epsilon = 1e-12
        );
    }
}

#[test]
fn json_has_the_keys_that_scripts_rely_on() {
    let json = Room::new().run("cluster watermelon-4.0 --init rows:6,12,24 --trace --format json").ok().json();
    has_keys(&json, "k inertia iterations converged centroids sizes labels silhouette trace range against");
    assert_abs_diff_eq!(json["inertia"].as_f64().unwrap(), 0.412567, epsilon = 1e-6);
    has_keys(&json["trace"][0], "iteration centroids inertia");
}

#[test]
fn every_k_of_a_range_is_tried() {
    let room = Room::new();
    let json = room.run("cluster watermelon-4.0 --k-range 2..4 --n-init 200 --format json").ok().json();
    let inertia: Vec<f64> = json["range"].as_array().unwrap().iter().map(|e| e["inertia"].as_f64().unwrap()).collect();
    for (found, known) in inertia.iter().zip([0.693233, 0.409663, 0.247746]) {
        assert_abs_diff_eq!(*found, known, epsilon = 1e-6);
    }
    assert!(room.run("cluster watermelon-4.0 --k-range 2..4 --n-init 200").ok().stdout.contains("0.247746"));
}

#[test]
fn clusters_are_held_against_labels() {
    let room = Room::new();
    let json = room.run("cluster watermelon-3.0a --k 2 --labels ripe --format json").ok().json();
    has_keys(&json["against"], "column ari nmi purity table");
    assert_eq!(json["data"]["features"], serde_json::json!(["密度", "含糖率"]));
    assert!(room.run("cluster watermelon-3.0a --k 2 --labels ripe").ok().stdout.contains("ARI"));
}

#[test]
fn what_cannot_be_clustered_is_explained() {
    let room = Room::new();
    room.run("cluster watermelon-4.0 --k 31").fails(&["31", "30", "--k"]);
    room.run("cluster watermelon-4.0 --k 0").misused(&["--k"]);
    room.run("cluster watermelon-4.0 --init rows:1,2").fails(&["3", "2", "rows:"]);
    room.run("cluster watermelon-4.0 --init rows:1,2,99").fails(&["99", "30"]);
    room.run("cluster watermelon-4.0 --k-range 5..2").misused(&["5..2", "2..8"]);
    room.run("cluster watermelon-4.0 --k 2 --init points:0.4,0.2").fails(&["2", "1", "points:"]);
    room.run("cluster watermelon-4.0 --k 2 --init points:0.4,0.2/0.7").fails(&["1", "density", "sugar"]);
    room.run("cluster watermelon-4.0 --k 2 --init points:0.4,0.2/0.7,inf").misused(&["inf", "points:0.4,0.2"]);
    room.run("cluster watermelon-4.0 --k 2 --init points:0.4,0.2/0.7,0.3 --engine linfa").fails(&["linfa", "native"]);
    room.run("cluster watermelon-4.0 --init nowhere").misused(&["nowhere", "rows:6,12,24"]);
}

#[test]
fn watching_does_not_change_what_is_found() {
    let room = Room::new();
    for line in ["cluster watermelon-4.0", "cluster melons --k 4"] {
        let quiet = room.run(&format!("{line} --format json")).ok().json();
        let traced = room.run(&format!("{line} --format json --trace")).ok().json();
        for key in ["inertia", "labels", "iterations", "centroids"] {
            assert_eq!(quiet[key], traced[key], "{line}: {key}");
        }
    }
}

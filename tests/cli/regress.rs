//! `melon regress`.

use super::{Room, has_keys};
use approx::assert_abs_diff_eq;

#[test]
fn when_there_is_nothing_to_learn_it_says_so() {
    let page = Room::new().run("regress watermelon-3.0 --target sugar --features density").ok().stdout;
    for part in ["0.1407", "0.1379", "0.0384", "0.4512", "do not certainly show a relation"] {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn json_has_the_keys_that_scripts_rely_on() {
    let json = Room::new().run("regress --format json").ok().json();
    has_keys(&json, "coefficients fit train cross_validation baseline predictions");
    has_keys(&json["coefficients"][0], "term estimate std_error t p_value");
    has_keys(&json["fit"], "r2 adjusted_r2 residual_std_error f f_p_value df");
    has_keys(&json["train"], "rmse mae r2");
    has_keys(&json["baseline"], "rmse");
    assert_abs_diff_eq!(json["fit"]["r2"].as_f64().unwrap(), 0.332497, epsilon = 1e-6);
}

#[test]
fn residuals_are_drawn_on_request() {
    let page = Room::new().run("regress watermelon-3.0a --plot").ok().stdout;
    assert!(page.contains("Residuals") && page.contains('┤'), "{page}");
}

#[test]
fn one_melon_gets_a_number_and_its_parts() {
    let page = Room::new().run("regress --melon color=green,root=curled,sound=muffled").ok().stdout;
    assert!(page.contains("Predicted sugar") && page.contains("The sum is 0.2992"), "{page}");
}

#[test]
fn words_cannot_be_regressed() {
    Room::new().run("regress melons --target ripe").fails(&["ripe", "melon classify"]);
}

#[test]
fn an_exact_fit_says_why_it_has_no_test() {
    let room = Room::new();
    let rows: String = (0..12).map(|x| format!("{x},{}\n", 2 * x + 1)).collect();
    room.file("line.csv", format!("x,t\n{rows}"));
    let page = room.run("regress line.csv --target t").ok().stdout;
    assert!(page.contains("The fit is exact") && page.contains("answers exactly too"), "{page}");
    assert!(!page.contains("shrunk on purpose") && !page.contains("100% smaller"), "{page}");
    let page = room.run("regress line.csv --target t --lang zh").ok().stdout;
    assert!(page.contains("用 x 预测 t。") && page.contains("没有残差可以用来估计误差"), "{page}");
    room.file("two.csv", "x,t\n1,2\n2,4\n");
    let page = room.run("regress two.csv --target t").ok().stdout;
    assert!(page.contains("no degrees of freedom are left"), "{page}");
    room.file("same.csv", "x,t\n1,5\n2,5\n3,5\n");
    let page = room.run("regress same.csv --target t").ok().stdout;
    assert!(page.contains("t is the same in every row: there is nothing to learn"), "{page}");
}

#[test]
fn columns_that_nearly_repeat_each_other_are_named() {
    let room = Room::new();
    let row = |i: i32| format!("{i},{},{},{}\n", f64::from(i) + 0.001 * f64::from(i * i % 7), 2 * i + 1, i * i % 5 + i);
    room.file("near.csv", format!("x,z,twice,t\n{}", (0..20).map(row).collect::<String>()));
    let run = room.run("regress near.csv --target t").ok().stdout;
    assert!(run.contains("x and z nearly repeat each other"), "{run}");
    assert!(run.contains("twice: an exact combination of other columns"), "{run}");
    let json = room.run("regress near.csv --target t --format json").ok().json();
    assert!(json["fit"]["condition"].as_f64().unwrap() > 30.0);
}

#[test]
fn a_number_far_from_all_that_was_learned_is_pointed_out() {
    let page = Room::new().run("regress watermelon-3.0a --features density --melon density=500").ok().stdout;
    assert!(page.contains("density = 500 lies far outside of what was learned (0.243 to 0.774)"), "{page}");
    let line = "regress watermelon-3.0a --features density --melon density=1e999";
    Room::new().run(line).fails(&["1e999 is infinite"]);
}

//! `melon regress`.

use super::{Room, has_keys};
use approx::assert_abs_diff_eq;

#[test]
fn when_there_is_nothing_to_learn_it_says_so() {
    let page = Room::new().run("regress watermelon-3.0 --target sugar --features density").ok().stdout;
    for part in ["0.1407", "0.1379", "0.0384", "0.4512", "nothing to learn"] {
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
    assert!(page.contains("Predicted sugar") && page.contains("They sum to"), "{page}");
}

#[test]
fn words_cannot_be_regressed() {
    Room::new().run("regress melons --target ripe").fails(&["ripe", "melon classify"]);
}

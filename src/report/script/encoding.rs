//! How columns become numbers, in words.

use super::recipe::Recipe;
use crate::report::words::{Lang, Say, script as words};

/// How columns become numbers, in words.
pub(super) fn encoding_words(recipe: &Recipe, lang: Lang) -> Vec<String> {
    let has_words = recipe.features.iter().any(|feature| feature.levels.is_some());
    let has_numbers = recipe.features.iter().any(|feature| feature.levels.is_none());
    let coding = match recipe.drop_first {
        true => words::DropFirst.say(lang),
        false => words::OneHot.say(lang),
    };
    [
        (has_words, coding),
        (recipe.standardize && has_numbers, words::Standardize.say(lang)),
        (recipe.impute, words::Impute.say(lang)),
        (!recipe.keeps_all(), words::Aliased.say(lang)),
    ]
    .into_iter()
    .filter_map(|(holds, words)| holds.then_some(words))
    .collect()
}

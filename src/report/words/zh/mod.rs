//! 中文。Chinese.

mod chat;
mod classify;
mod cluster;
mod common;
mod compare;
mod curve;
mod data;
mod errors;
mod examples;
mod findings;
mod generate;
mod gpt_errors;
pub mod grammar;
pub mod help;
mod notices;
mod open_errors;
mod predict;
mod regress;
mod scale;
mod score;
mod tour;
mod train;
mod usage;

/// Every text, for the tests.
#[cfg(test)]
pub(super) fn every() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let subjects = [
        chat::ALL,
        classify::ALL,
        cluster::ALL,
        common::ALL,
        compare::ALL,
        curve::ALL,
        data::ALL,
        errors::ALL,
        examples::ALL,
        findings::ALL,
        generate::ALL,
        gpt_errors::ALL,
        notices::ALL,
        open_errors::ALL,
        predict::ALL,
        regress::ALL,
        scale::ALL,
        score::ALL,
        tour::ALL,
        train::ALL,
        usage::ALL,
    ];
    subjects.into_iter().chain(help::PARTS).flatten()
}

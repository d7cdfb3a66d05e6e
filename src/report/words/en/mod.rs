//! English: the reference, which declares every message.

pub mod chat;
pub mod classify;
pub mod cluster;
pub mod common;
pub mod compare;
pub mod curve;
pub mod data;
pub mod doctor;
pub mod errors;
pub mod examples;
pub mod explain;
pub mod export;
pub mod findings;
pub mod generate;
pub mod grammar;
pub mod help;
pub mod in_passes;
pub mod lab;
pub mod models;
pub mod notices;
pub mod predict;
pub mod regress;
pub mod report;
pub mod scale;
pub mod score;
pub mod script;
pub mod teach;
pub mod tour;
pub mod train;
pub mod tree;
pub mod usage;
pub mod web;

use super::language::Language;
use crate::data::verbalise::Tongue;

/// English, as a type.
pub enum En {}

/// What English text needs that is not a message.
pub const LANGUAGE: Language = Language {
    code: "en",
    tongue: Tongue::English,
    comma: ", ",
    and: " and ",
    or: " or ",
    phrase: ", ",
    clause: "; ",
    space: " ",
    colon: ":",
    help: help::PARTS,
};

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
        doctor::ALL,
        examples::ALL,
        explain::ALL,
        export::ALL,
        findings::ALL,
        generate::ALL,
        in_passes::ALL,
        lab::ALL,
        models::ALL,
        notices::ALL,
        predict::ALL,
        regress::ALL,
        report::ALL,
        scale::ALL,
        score::ALL,
        script::ALL,
        teach::ALL,
        tour::ALL,
        train::ALL,
        tree::ALL,
        usage::ALL,
        web::ALL,
    ];
    subjects.into_iter().chain(errors::every()).chain(help::PARTS).flatten()
}

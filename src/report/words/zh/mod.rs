//! 中文。Chinese.

mod chat;
mod classify;
mod cluster;
mod common;
mod compare;
mod curve;
mod data;
mod doctor;
mod errors;
mod examples;
mod explain;
mod export;
mod findings;
mod generate;
pub mod grammar;
pub mod help;
mod in_passes;
mod lab;
pub mod models;
mod notices;
mod predict;
mod regress;
mod report;
mod scale;
mod score;
mod script;
mod teach;
mod tour;
mod train;
mod tree;
mod usage;
mod web;

use super::language::Language;
use crate::data::verbalise::Tongue;

/// Chinese, as a type.
pub enum Zh {}

/// What Chinese text needs that is not a message.
pub const LANGUAGE: Language = Language {
    code: "zh",
    tongue: Tongue::Chinese,
    comma: "、",
    and: "、",
    or: " 或 ",
    phrase: "，",
    clause: "；",
    space: "",
    colon: "：",
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

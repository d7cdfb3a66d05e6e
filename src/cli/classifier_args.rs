//! The options of the classifiers, as typed: one value each, or several to be compared.

use crate::task::classifiers::{CLASSIFIERS, CommonOptions, Entry, FitOptions, ModelName, OwnOptions};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// One value of each option.
#[derive(Debug, clap::Args)]
pub(super) struct ClassifierArgs {
    #[arg(long, default_value_t = 1.0, allow_negative_numbers = true, value_name = "NUMBER")]
    pub l2: f64,
    #[arg(id = "neighbors", long = "k", value_name = "N")]
    k: Option<usize>,
}

/// Several values of each option.
#[derive(Debug, clap::Args)]
pub(super) struct ClassifierLists {
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "0,1,10",
        allow_negative_numbers = true,
        value_name = "NUMBERS"
    )]
    l2: Vec<f64>,
    #[arg(id = "neighbors_list", long = "k", value_delimiter = ',', default_value = "5", value_name = "N,...")]
    k: Vec<usize>,
}

impl ClassifierArgs {
    /// Those that belong to one classifier alone.
    pub fn own(&self) -> OwnOptions {
        OwnOptions { k: self.k }
    }
}

impl ClassifierLists {
    /// Every combination.
    pub fn all(&self) -> Vec<FitOptions> {
        let with = |l2: f64, k: usize| FitOptions {
            own: OwnOptions { k: Some(k) },
            common: CommonOptions { l2, ..CommonOptions::default() },
            ..FitOptions::default()
        };
        self.l2.iter().flat_map(|&l2| self.k.iter().map(move |&k| with(l2, k))).collect()
    }
}

/// The name of one of the classifiers for which `is_meant` holds.
pub(super) fn model_name(is_meant: fn(&Entry) -> bool) -> impl TypedValueParser<Value = ModelName> {
    let names = CLASSIFIERS.iter().filter(|entry| is_meant(entry)).map(|entry| entry.text);
    PossibleValuesParser::new(names).map(|text| ModelName::called(&text).expect("one of the list"))
}

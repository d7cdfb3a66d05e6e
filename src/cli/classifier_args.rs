//! The options of the classifiers, as typed: one value each, or several to be compared.

use super::console::Console;
use super::failure::Failure;
use super::tree_args::{TreeArgs, TreeLists};
use crate::report::Lang;
use crate::task::TaskError;
use crate::task::classifiers::{
    CLASSIFIERS, ClassifierEntry, CommonOptions, FitOptions, ModelName, ModelOption, OwnOptions, read_by,
};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// One value of each option.
#[derive(Debug, clap::Args)]
pub(super) struct ClassifierArgs {
    #[arg(long, default_value_t = 1.0, value_name = "NUMBER")]
    pub l2: f64,
    #[arg(id = "neighbors", long = "k", value_name = "N")]
    k: Option<usize>,
    #[command(flatten)]
    tree: TreeArgs,
}

/// Several values of each option.
#[derive(Debug, clap::Args)]
pub(super) struct ClassifierLists {
    #[arg(long, value_delimiter = ',', default_value = "0,1,10", value_name = "NUMBERS")]
    l2: Vec<f64>,
    #[arg(id = "neighbors_list", long = "k", value_delimiter = ',', value_name = "N,...")]
    k: Option<Vec<usize>>,
    #[command(flatten)]
    tree: TreeLists,
}

impl ClassifierArgs {
    /// Those that belong to one classifier alone.
    pub fn own(&self, lang: Lang) -> Result<OwnOptions, Failure> {
        Ok(OwnOptions { k: self.k, tree: self.tree.own(lang)? })
    }

    /// Those of a decision tree alone.
    pub fn of_tree(tree: TreeArgs) -> ClassifierArgs {
        ClassifierArgs { l2: 1.0, k: None, tree }
    }
}

impl ClassifierLists {
    /// Every combination.
    ///
    /// # Errors
    /// An option that none of `models` has.
    pub fn all(&self, models: &[ModelName]) -> Result<Vec<FitOptions>, TaskError> {
        let with = |l2: f64, own: OwnOptions| FitOptions {
            own,
            common: CommonOptions { l2, ..CommonOptions::default() },
            ..FitOptions::default()
        };
        let k = self.k.as_ref().map_or(vec![None], |k| k.iter().copied().map(Some).collect());
        let trees = self.tree.all();
        let own = k.into_iter().flat_map(|k| trees.iter().map(move |&tree| OwnOptions { k, tree }));
        let own = own.map(|own| own.resolve(models)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.l2.iter().flat_map(|&l2| own.iter().map(move |&own| with(l2, own))).collect())
    }
}

/// Refuses options that none of `models` reads, rather than passing over them in silence; `but` are read by
/// somebody else.
///
/// # Errors
/// The first such option.
pub(super) fn refuse_unread(models: &[ModelName], but: &[ModelOption], console: &Console) -> Result<(), TaskError> {
    let mut given = console.flags().filter_map(|flag| ModelOption::called(flag.trim_start_matches('-')));
    given.try_for_each(|option| if but.contains(&option) { Ok(()) } else { read_by(option, models) })
}

/// The name of one of the classifiers for which `is_meant` holds.
pub(super) fn model_name(is_meant: fn(&ClassifierEntry) -> bool) -> impl TypedValueParser<Value = ModelName> {
    let names = CLASSIFIERS.iter().filter(|entry| is_meant(entry)).map(|entry| entry.text);
    PossibleValuesParser::new(names).map(|text| ModelName::called(&text).expect("one of the list"))
}

//! A new melon, drawn from each generative model that has learned from the table.

use super::one_melon::options;
use super::question::Question;
use crate::data::{Goal, Labels};
use crate::report::Say;
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::rng::Seed;
use crate::task::checked::Check;
use crate::task::classifiers::{self, CommonOptions, FitOptions, ModelName};
use crate::task::classify::labels_of;
use crate::web::failure::RequestFailure;
use crate::web::names_and_commands::Typed;
use crate::web::request_context::RequestContext;
use crate::web::tables::{ColumnChoices, PageTable};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From which table, and which of the endless melons.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMelon {
    table: PageTable,
    #[serde(default)]
    columns: ColumnChoices,
    /// Every number is another draw; the same one is the same melon.
    draw: usize,
}

/// One melon a model.
#[derive(Serialize)]
pub(super) struct MadeMelons {
    melons: Vec<OneMade>,
    commands: Vec<Typed>,
}

/// What one model has made.
#[derive(Serialize)]
struct OneMade {
    model: ModelName,
    /// The sentence, of a language model.
    text: Option<String>,
    /// The cells, where it is a melon at all.
    input: BTreeMap<String, String>,
    class: Option<String>,
    /// How many rows of the table look exactly so, the class included.
    n_seen: usize,
}

impl Question for NewMelon {
    type Answer = MadeMelons;

    fn answer(self, asked: &RequestContext) -> Result<MadeMelons, RequestFailure> {
        let lang = asked.lang;
        let data = self.table.dataset(&self.columns, Goal::Classify, lang)?;
        let labels = labels_of(&data)?;
        let (compared, mut melons) = (options(asked), Vec::new());
        for model in [ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt] {
            let common = CommonOptions { tongue: compared.tongue, seed: compared.seed, ..CommonOptions::default() };
            let fit = FitOptions { model, common, ..FitOptions::default() }.checked()?;
            let fitted = classifiers::fit(&data, &labels, &fit)?;
            let generative = fitted.classifier().generative().expect("all three are generative");
            let mut random = Seed(compared.seed).numbered_stream("web/new-melon", self.draw);
            let drawn = generative.draw(1, &mut random);
            let class = drawn.classes[0];
            let cell = |column: &crate::data::Column| Some((column.name.clone(), column.text(0)?.into_owned()));
            let input: BTreeMap<String, String> = drawn.features.iter().filter_map(cell).collect();
            melons.push(OneMade {
                model,
                n_seen: class.map_or(0, |class| n_seen(&data, &labels, &input, class)),
                text: drawn.texts.into_iter().next(),
                class: class.map(|class| labels.classes[class].clone()),
                input,
            });
        }
        let command = self.columns.typed(Command::new("compare").on(self.table.name()), lang);
        let why = words::TryMake.say(lang);
        Ok(MadeMelons { melons, commands: vec![command.because(why, lang).into()] })
    }
}

fn n_seen(data: &crate::data::Dataset, labels: &Labels, input: &BTreeMap<String, String>, class: usize) -> usize {
    let same = |row: usize| {
        let cells = data
            .features
            .iter()
            .all(|column| column.text(row).as_deref() == input.get(&column.name).map(String::as_str));
        cells && labels.codes[row] == class
    };
    (0..data.n_samples()).filter(|&row| same(row)).count()
}

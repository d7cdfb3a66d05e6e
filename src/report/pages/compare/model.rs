//! One model: its answer, why, and everything else it can do.

use super::named::{class, class_counts, column_names};
use crate::report::number::{fixed, grouped, percent, probability, short, signed};
use crate::report::page::Page;
use crate::report::pages::feature_values;
use crate::report::words::{Lang, compare as words, models as model_words};
use crate::report::{Say, models, names};
use crate::task::compare::{
    ComparedModel, Comparison, Family, Filled, GeneratedMelon, Guess, ModelName, NextToken, Usual, Why,
};
use crate::task::sentences::Unit;

/// Candidates less likely than this are not shown.
const LEAST_SHOWN: f64 = 0.005;
/// Candidates that are shown at most.
const MOST_SHOWN: usize = 4;

/// A short paragraph a model.
pub(super) fn section(result: &Comparison, model: &ComparedModel, page: &mut Page) {
    let lang = page.lang;
    let family = match model.family {
        Family::Discriminative => model_words::Discriminative.text(lang),
        Family::Generative => model_words::Generative.text(lang),
        Family::Unsupervised => model_words::Unsupervised.text(lang),
    };
    page.heading(words::Section { model: models::name(lang, model.model), family });
    answer(result, model, page);
    if let Some(why) = &model.why {
        page.say(reasons(result, model, why, lang));
    }
    if let Some(filled) = &model.fills {
        page.say(filling(lang, filled));
    }
    if let Some(made) = &model.makes {
        page.say(making(result, made, lang));
    }
    if let Some(usual) = &model.usual {
        page.say(rarity(result, model, usual, lang));
    }
    match model.family {
        Family::Discriminative => {
            page.say(models::cannot_generate(model.model, lang).unwrap_or(words::CannotGenerate.text(lang)));
        }
        Family::Unsupervised => page.say(words::CannotMake { sample: names::one(lang, &result.data) }),
        Family::Generative => {}
    }
}

fn answer(result: &Comparison, model: &ComparedModel, page: &mut Page) {
    let lang = page.lang;
    match &model.answer {
        Some(answer) if !answer.labelled_afterwards => {
            let probability = probability(answer.probabilities[&answer.predicted]);
            page.say(words::Says { class: class(result, &answer.predicted, lang), probability });
        }
        Some(_) => {}
        None => {
            let (features, samples) = (column_names(lang, &model.needs), names::noun(lang, &result.data));
            let own = models::cannot_answer(model.model, &features, lang);
            page.say(own.unwrap_or_else(|| words::CannotAnswer { features, samples }.say(lang)));
        }
    }
}

/// The melon as a sentence with its class, where a model reads whole clauses.
pub(super) fn example(result: &Comparison) -> Option<String> {
    let is_whole = |candidate: &&NextToken| candidate.text.ends_with(['。', '.']);
    result.models.iter().find_map(|model| match model.why.as_ref()? {
        Why::NextToken { sentence, candidates } if result.options.unit == Unit::Clause => {
            Some(format!("{sentence}{}", candidates.iter().find(is_whole)?.text))
        }
        _ => None,
    })
}

fn reasons(result: &Comparison, model: &ComparedModel, why: &Why, lang: Lang) -> String {
    match why {
        Why::LogOdds { class: about, against, shares, log_odds } => {
            let (about, against) = (class(result, about, lang), class(result, against, lang));
            let is_ratio = model.model == ModelName::NaiveBayes;
            let figure = |value: f64| if is_ratio { format!("×{}", ratio(value.exp())) } else { signed(value) };
            let term = |term: &str| match term {
                names::INTERCEPT => words::Start.text(lang).to_owned(),
                term => names::show(lang, term),
            };
            let shares =
                lang.phrases(shares.iter().map(|share| format!("{} {}", term(&share.term), figure(share.value))));
            match is_ratio {
                true => words::WhyRatios { class: about, against, shares, odds: odds(*log_odds) }.say(lang),
                false => words::WhyLogOdds { class: about, against, shares, sum: signed(*log_odds) }.say(lang),
            }
        }
        Why::NextToken { sentence, candidates } => next_token(result, model, sentence, candidates, lang),
        Why::Cluster { cluster, distances, size, class_counts: counts, centroid } => {
            let nearest = words::WhyCluster { cluster, distance: fixed(distances[cluster - 1], 2) }.say(lang);
            let others = distances.iter().enumerate().filter(|(at, _)| at + 1 != *cluster);
            let distances = lang.list(others.map(|(_, distance)| fixed(*distance, 2)));
            let others = (!distances.is_empty()).then(|| words::OtherCentres { distances }.say(lang));
            let centre = words::CentreIs { values: lang.names(centroid.iter().map(|guess| centre(lang, guess))) };
            let counts = class_counts(result, counts, lang);
            let counted = words::CountedAfterwards { size: grouped(*size), counts }.say(lang);
            lang.sentences([nearest, others.unwrap_or_default(), centre.say(lang), counted])
        }
        // The reasons that one kind of model alone gives.
        own => models::why(&result.data, own, lang),
    }
}

fn next_token(
    result: &Comparison,
    model: &ComparedModel,
    sentence: &str,
    candidates: &[NextToken],
    lang: Lang,
) -> String {
    let likely = candidates.iter().filter(|candidate| candidate.probability >= LEAST_SHOWN).take(MOST_SHOWN);
    let shown =
        likely.map(|candidate| format!("{} {}", token(&candidate.text, lang), probability(candidate.probability)));
    let next = words::WhyNext { sentence: sentence.trim(), candidates: lang.clauses(shown) }.say(lang);
    let mass = model.answer.as_ref().and_then(|answer| answer.class_mass).map(probability).unwrap_or_default();
    let mass = match result.options.unit {
        Unit::Clause => words::ClassMass { mass }.say(lang),
        Unit::Character => words::SpeltMass { mass }.say(lang),
    };
    lang.sentences([next, mass])
}

/// A clause without the mark at its end; a character as it stands.
fn token(text: &str, lang: Lang) -> String {
    let bare = text.trim();
    match bare.chars().count() {
        _ if text.is_empty() => words::SentenceEnd.say(lang),
        0 | 1 => bare.to_owned(),
        _ => bare.trim_end_matches(['，', ',', '。', '.']).to_owned(),
    }
}

/// Two digits that mean something.
fn ratio(value: f64) -> String {
    match value {
        v if v >= 100.0 => grouped(v.round() as usize),
        v if v >= 10.0 => fixed(v, 0),
        v if v >= 0.095 => fixed(v, 2),
        v => short(v, 4),
    }
}

/// `2.5 : 1`, the larger side first.
fn odds(log_odds: f64) -> String {
    let larger = log_odds.abs().exp().min(1e9);
    if log_odds >= 0.0 { format!("{} : 1", ratio(larger)) } else { format!("1 : {}", ratio(larger)) }
}

/// `curled 78%`, or `density about 0.57`.
fn centre(lang: Lang, guess: &Guess) -> String {
    match guess.probability {
        Some(share) => format!("{} {}", names::show(lang, &guess.value), percent(share)),
        None => words::MeanOf { feature: names::show(lang, &guess.feature), value: &guess.value }.say(lang),
    }
}

fn filling(lang: Lang, filled: &Filled) -> String {
    let guess = match filled.guess.probability {
        Some(p) => format!("{} {}", names::show(lang, &filled.guess.value), probability(p)),
        None => filled.guess.value.clone(),
    };
    let feature = names::show(lang, &filled.guess.feature);
    match &filled.hidden {
        Some(truth) => words::FillHidden { feature, guess, truth: names::show(lang, truth) }.say(lang),
        None => words::FillGap { feature, guess }.say(lang),
    }
}

fn making(result: &Comparison, made: &GeneratedMelon, lang: Lang) -> String {
    match (&made.text, &made.input, &made.class) {
        (Some(text), None, _) => words::MakesNonsense { text, sample: names::one(lang, &result.data) }.say(lang),
        (Some(text), ..) => match made.row {
            Some(row) => words::RepeatsText { text, row }.say(lang),
            None => words::MakesText { text }.say(lang),
        },
        (None, Some(input), Some(of_class)) => {
            let (values, class) = (feature_values(&result.data, input, lang), class(result, of_class, lang));
            match made.row {
                Some(row) => words::RepeatsMelon { values, class, row }.say(lang),
                None => words::MakesMelon { values, class }.say(lang),
            }
        }
        _ => String::new(),
    }
}

fn rarity(result: &Comparison, model: &ComparedModel, usual: &Usual, lang: Lang) -> String {
    let less = words::LessUsual { n: grouped(usual.n_less_usual), of: grouped(result.data.n_samples) }.say(lang);
    let one_in = (-usual.score).exp();
    let score = match usual.is_probability {
        true if one_in < 1.05 => words::UsualOneInOne.say(lang),
        true if one_in < 9.95 => words::UsualOneIn { n: short(one_in, 1) }.say(lang),
        true if one_in < 1e9 => words::UsualOneIn { n: grouped(one_in.round() as usize) }.say(lang),
        true => words::UsualOneIn { n: format!("{one_in:.0e}") }.say(lang),
        false if model.family == Family::Unsupervised => {
            words::UsualDistance { distance: fixed(-usual.score, 2) }.say(lang)
        }
        false => words::UsualDensity { nats: fixed(usual.score, 2) }.say(lang),
    };
    lang.sentences([score, less])
}

//! One model: its answer, why, and everything else it can do.

use super::{class, class_counts, name, shown};
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::{fixed, grouped, list, probability, short, signed};
use crate::report::text::values;
use crate::report::words::{Lang, Say, compare as words};
use crate::task::compare::{Comparison, Family, Filled, Guess, Made, ModelName, Portrait, Usual, Why};
use crate::task::sentences::Unit;

/// A short paragraph a model.
pub(super) fn section(result: &Comparison, model: &Portrait, page: &mut Page) {
    let lang = page.style.lang;
    let family = match model.family {
        Family::Discriminative => words::Discriminative.text(lang),
        Family::Generative => words::Generative.text(lang),
        Family::Unsupervised => words::Unsupervised.text(lang),
    };
    page.heading(&words::Section { name: name(lang, model.model), family }.say(lang));
    match &model.answer {
        Some(answer) if !answer.labelled_afterwards => {
            let sure = probability(answer.probabilities[&answer.predicted]);
            page.say(words::Says { class: class(result, &answer.predicted, lang), probability: sure }.say(lang));
        }
        Some(_) => {}
        None => page.say(
            words::CannotAnswer { features: shown(lang, &model.needs), samples: names::noun(lang, &result.data) }
                .say(lang),
        ),
    }
    if let Some(why) = &model.why {
        page.say(reasons(result, model, why, lang));
    }
    let fills = model.fills.as_ref().map(|filled| filling(lang, filled));
    let usual = model.usual.as_ref().map(|usual| rarity(result, model, usual, lang));
    let makes = model.makes.as_ref().map(|made| making(result, made, page));
    match model.family {
        Family::Discriminative => page.say(words::CannotGenerate.text(lang)),
        Family::Generative => [fills, makes, usual].into_iter().flatten().for_each(|text| page.say(text)),
        Family::Unsupervised => {
            [fills, usual, Some(words::CannotMake { sample: names::one(lang, &result.data) }.say(lang))]
                .into_iter()
                .flatten()
                .for_each(|text| page.say(text));
        }
    }
}

/// The melon as a sentence, up to its class.
pub(super) fn example(result: &Comparison) -> Option<String> {
    let sentence = result.models.iter().find_map(|model| match model.why.as_ref()? {
        Why::NextToken { sentence, .. } => Some(sentence),
        _ => None,
    })?;
    let classes = result.models.iter().find_map(|model| match model.why.as_ref()? {
        Why::NextToken { candidates, .. } if result.options.unit == Unit::Clause => {
            candidates.iter().find(|candidate| candidate.text.ends_with(['。', '.'])).map(|c| c.text.clone())
        }
        _ => None,
    });
    classes.map(|class| format!("{sentence}{class}"))
}

fn reasons(result: &Comparison, model: &Portrait, why: &Why, lang: Lang) -> String {
    match why {
        Why::LogOdds { class: about, against, shares, log_odds } => {
            let (about, against) = (class(result, about, lang), class(result, against, lang));
            let is_ratio = model.model == ModelName::NaiveBayes;
            let figure = |value: f64| if is_ratio { format!("×{}", ratio(value.exp())) } else { signed(value) };
            let term = |term: &str| {
                if term == names::INTERCEPT { words::Start.text(lang).to_owned() } else { names::show(lang, term) }
            };
            let shares: Vec<String> =
                shares.iter().map(|share| format!("{} {}", term(&share.term), figure(share.value))).collect();
            let shares = shares.join(lang.pick("，", ", "));
            match is_ratio {
                true => words::WhyRatios { class: about, against, shares, odds: odds(*log_odds) }.say(lang),
                false => words::WhyLogOdds { class: about, against, shares, sum: signed(*log_odds) }.say(lang),
            }
        }
        Why::NextToken { sentence, candidates } => {
            let text = |text: &str| {
                let bare = text.trim();
                let bare =
                    if bare.chars().count() > 1 { bare.trim_end_matches(['，', ',', '。', '.']) } else { bare };
                if text.is_empty() { words::SentenceEnd.text(lang).to_owned() } else { bare.to_owned() }
            };
            let shown = candidates.iter().filter(|c| c.probability >= 0.005).take(4);
            let shown: Vec<String> =
                shown.map(|c| format!("{} {}", text(&c.text), probability(c.probability))).collect();
            let next =
                words::WhyNext { sentence: sentence.trim(), candidates: shown.join(lang.pick("；", "; ")) }.say(lang);
            let mass = model.answer.as_ref().and_then(|answer| answer.class_mass).map(probability).unwrap_or_default();
            let mass = match result.options.unit {
                Unit::Clause => words::ClassMass { mass }.say(lang),
                Unit::Character => words::SpeltMass { mass }.say(lang),
            };
            format!("{next}{}{mass}", lang.pick("", " "))
        }
        Why::Cluster { cluster, distances, size, class_counts: counts, centroid } => {
            let other = distances.iter().enumerate().filter(|(at, _)| at + 1 != *cluster);
            let others: Vec<String> = other.map(|(_, distance)| fixed(*distance, 2)).collect();
            let nearest =
                words::WhyCluster { cluster, distance: fixed(distances[cluster - 1], 2), others: list(lang, &others) }
                    .say(lang);
            let centre: Vec<String> = centroid.iter().map(|guess| feature(lang, guess)).collect();
            let centre = words::CentreIs { values: centre.join(lang.pick("、", ", ")) }.say(lang);
            let counted =
                words::CountedAfterwards { size: grouped(*size), counts: class_counts(result, counts, lang) }.say(lang);
            [nearest, centre, counted].join(lang.pick("", " "))
        }
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
fn feature(lang: Lang, guess: &Guess) -> String {
    match guess.probability {
        Some(share) => format!("{} {}", names::show(lang, &guess.value), crate::report::number::percent(share)),
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

fn making(result: &Comparison, made: &Made, page: &Page) -> String {
    let lang = page.style.lang;
    match (&made.text, &made.input, &made.class) {
        (Some(text), None, _) => words::MakesNonsense { text, sample: names::one(lang, &result.data) }.say(lang),
        (Some(text), ..) => words::MakesText { text }.say(lang),
        (None, Some(input), Some(made)) => {
            words::MakesMelon { values: values(&result.data, input, page.style.lang), class: class(result, made, lang) }
                .say(lang)
        }
        _ => String::new(),
    }
}

fn rarity(result: &Comparison, model: &Portrait, usual: &Usual, lang: Lang) -> String {
    let less = words::LessUsual { n: grouped(usual.n_less_usual), of: grouped(result.data.n_samples) }.say(lang);
    let one_in = (-usual.score).exp();
    let score = match usual.is_probability {
        true if one_in < 1.05 => words::UsualOneInOne.text(lang).to_owned(),
        true if one_in < 9.95 => words::UsualOneIn { n: short(one_in, 1) }.say(lang),
        true if one_in < 1e9 => words::UsualOneIn { n: grouped(one_in.round() as usize) }.say(lang),
        true => words::UsualOneIn { n: format!("{one_in:.0e}") }.say(lang),
        false if model.family == Family::Unsupervised => {
            words::UsualDistance { distance: fixed(-usual.score, 2) }.say(lang)
        }
        false => words::UsualDensity { nats: fixed(usual.score, 2) }.say(lang),
    };
    format!("{score}{}{less}", lang.pick("", " "))
}

//! Screens about what is large about large models.

use crate::report::number::{grouped, percent};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page};
use crate::report::words::{Lang, Say, tour as words};
use crate::task::tour::{Emergence, Parameters, SizeOf, WidthScores};

/// A difference between two shares that is worth a sentence.
const TELLING: f64 = 0.2;
/// By how much more of the rise a step must be in words than in letters to be called steeper.
const STEEPER: f64 = 0.1;

pub(super) fn parameters(figures: &Parameters, page: &mut Page) {
    let lang = page.lang;
    page.say(words::ParametersIdea);
    let most = figures.models.iter().map(|model| model.n_params.log10()).fold(1.0, f64::max).ceil();
    let mut table = DisplayTable::new().words("").numbers(words::EmergenceParams.text(lang)).drawing("").words("");
    for model in &figures.models {
        let (emphasis, source) = match model.counted {
            true => (Emphasis::For, words::SizeCounted.text(lang)),
            false => (Emphasis::Faint, words::SizeSaid.text(lang)),
        };
        let bar = Cell::bar(model.n_params.log10() / most, emphasis);
        table.row([name(model.of, lang).into(), size(model.n_params).into(), bar, source.into()]);
    }
    page.table(table);
    let n_params = |of: SizeOf| figures.models.iter().find(|model| model.of == of).map_or(1.0, |model| model.n_params);
    let ratio = n_params(SizeOf::Gpt3) / n_params(SizeOf::TenMelons);
    page.say(words::ParametersRatio { ratio: grouped(ratio as usize) });
    page.remark(words::ParametersHearsay);
}

/// `1,234`, and `1.8e12` where nobody counts the digits.
fn size(n_params: f64) -> String {
    if n_params < 1e9 { grouped(n_params as usize) } else { format!("{n_params:e}") }
}

fn name(of: SizeOf, lang: Lang) -> &'static str {
    match of {
        SizeOf::Formula => words::SizeFormula.text(lang),
        SizeOf::TenMelons => words::SizeTenMelons.text(lang),
        SizeOf::Gpt => words::SizeGpt.text(lang),
        SizeOf::Embedded => words::SizeEmbedded.text(lang),
        SizeOf::NGram => words::SizeNgram.text(lang),
        SizeOf::Gpt3 => words::SizeGpt3.text(lang),
        SizeOf::Gpt4 => words::SizeGpt4.text(lang),
    }
}

pub(super) fn emergence(figures: &Emergence, page: &mut Page) {
    let lang = page.lang;
    page.say(words::EmergenceIdea { len: figures.word_len, iters: figures.iters });
    page.table(marks(figures, lang));
    let gap = |m: &WidthScores| m.letters_right - m.words_right;
    let widest = figures.models.iter().max_by(|a, b| gap(a).total_cmp(&gap(b)));
    match widest {
        Some(m) if gap(m) >= TELLING => {
            let [letters, words] = [m.letters_right, m.words_right].map(percent);
            let steps = steepness(figures, lang);
            page.say(words::EmergenceGap { params: grouped(m.n_params), letters, words, steps });
        }
        Some(_) => page.say(words::EmergenceNoGap),
        None => {}
    }
    page.say(words::EmergenceLesson { len: figures.word_len });
}

/// Whether the rise is more sudden by words than by letters, as far as the figures show.
fn steepness(figures: &Emergence, lang: Lang) -> String {
    let letters = steepest(figures.models.iter().map(|m| m.letters_right));
    let words = steepest(figures.models.iter().map(|m| m.words_right));
    let [shown_letters, shown_words] = [letters, words].map(percent);
    match words - letters >= STEEPER {
        true => words::EmergenceSteeper { letters: shown_letters, words: shown_words }.say(lang),
        false => words::EmergenceAsSteep { letters: shown_letters, words: shown_words }.say(lang),
    }
}

/// The largest step up from one model to the next, as a share of the whole rise; 0 without one.
fn steepest(marks: impl Iterator<Item = f64>) -> f64 {
    let marks: Vec<f64> = marks.collect();
    let rise = marks.last().copied().unwrap_or(0.0) - marks.first().copied().unwrap_or(0.0);
    let largest = marks.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
    if rise > 0.0 { (largest / rise).min(1.0) } else { 0.0 }
}

/// The same answers under both measures, one line a model.
fn marks(figures: &Emergence, lang: Lang) -> DisplayTable {
    let mut table = DisplayTable::new()
        .numbers(words::EmergenceParams.text(lang))
        .numbers(words::EmergenceLetters.text(lang))
        .drawing("")
        .numbers(words::EmergenceWords.text(lang))
        .drawing("");
    for m in &figures.models {
        let measure = |share: f64, group| [Cell::share(share), Cell::gauge(share, Emphasis::Group(group))];
        let cells = measure(m.letters_right, 2).into_iter().chain(measure(m.words_right, 1));
        table.row(std::iter::once(m.n_params.into()).chain(cells));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::tour::WidthScores;

    fn steepness_of(marks: &[(f64, f64)]) -> String {
        let model = |&(letters_right, words_right): &(f64, f64)| WidthScores {
            n_params: 1,
            letters_right,
            words_right,
            log_prob_nats: -1.0,
        };
        let models = marks.iter().map(model).collect();
        steepness(&Emergence { word_len: 5, n_words: 10, iters: 1, models }, Lang::En)
    }

    #[test]
    fn what_is_called_sudden_follows_the_figures() {
        let even = steepness_of(&[(0.2, 0.0), (0.6, 0.4), (1.0, 0.8)]);
        assert!(even.contains("50% of the whole rise in letters") && even.contains("about as sudden"), "{even}");
        let steep = steepness_of(&[(0.2, 0.0), (0.6, 0.05), (1.0, 0.8)]);
        assert!(steep.contains("part of what looks sudden comes from the measure"), "{steep}");
    }
}

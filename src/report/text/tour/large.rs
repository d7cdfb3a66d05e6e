//! Screens about what is large about large models.

use crate::report::bars::{bar, gauge};
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::number::{grouped, percent};
use crate::report::style::{Ink, ink};
use crate::report::words::{Lang, Say, tour as words};
use crate::task::tour::{Emergence, Marks, Parameters, SizeOf};

/// A difference between two shares that is worth a sentence.
const TELLING: f64 = 0.2;
/// By how much more of the rise a step must be in words than in letters to be called steeper.
const STEEPER: f64 = 0.1;

pub(super) fn parameters(figures: &Parameters, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::ParametersIdea.text(lang));
    page.blank();
    let column = figures.models.iter().map(|model| width(name(model.of, lang))).max().unwrap_or(0);
    let most = figures.models.iter().map(|model| model.n_params.log10()).fold(1.0, f64::max).ceil() as usize;
    let widest = figures.models.iter().map(|model| width(&size(model.n_params))).max().unwrap_or(0);
    let told = [words::SizeCounted.text(lang), words::SizeSaid.text(lang)].map(width).into_iter().max().unwrap_or(0);
    let columns = most.min(page.inner_width().saturating_sub(column + widest + told + 6));
    for model in &figures.models {
        let (colour, told) = if model.counted {
            (Ink::For, words::SizeCounted.text(lang))
        } else {
            (Ink::Faint, words::SizeSaid.text(lang))
        };
        let drawn = ink(colour, pad(&bar(model.n_params.log10() / most as f64, columns), columns));
        let number = pad_left(&size(model.n_params), widest);
        let told = ink(Ink::Faint, told);
        page.block([format!("{}  {number}  {drawn}  {told}", pad(name(model.of, lang), column))]);
    }
    page.blank();
    let n_params = |of: SizeOf| figures.models.iter().find(|model| model.of == of).map_or(1.0, |model| model.n_params);
    let ratio = n_params(SizeOf::Gpt3) / n_params(SizeOf::TenMelons);
    page.say(words::ParametersRatio { ratio: grouped(ratio as usize) }.say(lang));
    page.remark(words::ParametersHearsay.text(lang));
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
    let lang = page.style.lang;
    page.say(words::EmergenceIdea { len: figures.word_len, iters: figures.iters }.say(lang));
    page.blank();
    marks(figures, page);
    page.blank();
    let gap = |m: &Marks| m.letters_right - m.words_right;
    let widest = figures.models.iter().max_by(|a, b| gap(a).total_cmp(&gap(b)));
    if let Some(m) = widest {
        let [letters, words] = [m.letters_right, m.words_right].map(percent);
        page.say(match gap(m) >= TELLING {
            true => {
                words::EmergenceGap { params: grouped(m.n_params), letters, words, steps: steepness(figures, lang) }
                    .say(lang)
            }
            false => words::EmergenceNoGap.text(lang).to_owned(),
        });
    }
    page.say(words::EmergenceLesson { len: figures.word_len }.say(lang));
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

/// The same answers under both rulers, one line a model.
fn marks(figures: &Emergence, page: &mut Page) {
    let lang = page.style.lang;
    let params = words::EmergenceParams.text(lang);
    let column = width(params);
    let columns = (page.inner_width() - column - 20) / 2;
    let columns = columns.min(26);
    let head = format!(
        "{params}   {}   {}",
        pad(words::EmergenceLetters.text(lang), columns + 6),
        words::EmergenceWords.text(lang)
    );
    page.block([ink(Ink::Faint, head)]);
    for m in &figures.models {
        let ruler = |share: f64, group: usize| {
            format!("{}  {}", pad_left(&percent(share), 4), gauge(share, columns, Ink::Group(group)))
        };
        let n_params = pad_left(&grouped(m.n_params), column);
        page.block([format!("{n_params}   {}   {}", ruler(m.letters_right, 2), ruler(m.words_right, 1))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::tour::Marks;

    fn told(marks: &[(f64, f64)]) -> String {
        let model = |&(letters_right, words_right): &(f64, f64)| Marks {
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
        let even = told(&[(0.2, 0.0), (0.6, 0.4), (1.0, 0.8)]);
        assert!(even.contains("50% of the whole rise in letters") && even.contains("about as sudden"), "{even}");
        let steep = told(&[(0.2, 0.0), (0.6, 0.05), (1.0, 0.8)]);
        assert!(steep.contains("part of what looks sudden is the ruler"), "{steep}");
    }
}

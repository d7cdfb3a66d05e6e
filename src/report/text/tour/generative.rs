//! Screens about writing: the next word, the four steps, pre-training.

use crate::lm::generate::StopReason;
use crate::report::bars::{bar, gauge};
use crate::report::layout::{Page, pad, shorten, width};
use crate::report::number::{fixed, grouped};
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, Say, tour as words};
use crate::task::tour::{FourSteps, NextWord, Piece, Pretraining, Round, Vector};

/// Rounds shown one by one.
const MOST_ROUNDS: usize = 4;
/// Lines of the learning curve.
const MOST_STEPS: usize = 5;

pub(super) fn next_word(figures: &NextWord, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::NextWordIdea.text(lang));
    page.blank();
    page.say(words::NextWordPrompt { prompt: &figures.prompt }.say(lang));
    let columns = (page.inner_width() - 34).min(40);
    for (rank, offer) in figures.offers.iter().enumerate() {
        let gloss = gloss(lang, &offer.text).map_or(String::new(), |gloss| format!(" ({gloss})"));
        let name = pad(&format!("{}{gloss}", offer.text), if lang == Lang::Zh { 4 } else { 15 });
        let colour = if rank == 0 { Ink::For } else { Ink::Faint };
        let times = words::NextWordTimes { n: offer.n_seen }.say(lang);
        page.block([format!(
            "  {name} {}  {}  {times}",
            fixed(offer.probability, 2),
            gauge(offer.probability, columns, colour)
        )]);
    }
    page.blank();
    let (n_chars, n_seen) = (grouped(figures.n_chars), figures.n_seen);
    page.say(words::NextWordCounted { n_chars, n: n_seen, v: grouped(figures.vocab_size) }.say(lang));
    page.say(words::NextWordLesson.text(lang));
}

/// What a Chinese word of the example means, for readers of English.
fn gloss(lang: Lang, word: &str) -> Option<&'static str> {
    let meaning = match word {
        "丧" => words::GlossDown.text(lang),
        "爽" => words::GlossGreat.text(lang),
        _ => return None,
    };
    (lang == Lang::En).then_some(meaning)
}

pub(super) fn four_steps(figures: &FourSteps, page: &mut Page) {
    let lang = page.style.lang;
    let Some(first) = figures.rounds.first() else { return };
    let names = [
        words::StepEncode.text(lang),
        words::StepPredict.text(lang),
        words::StepChoose.text(lang),
        words::StepAppend.text(lang),
    ];
    let told = [
        words::EncodeWhat.text(lang).to_owned(),
        words::PredictWhat { n: figures.context_len }.say(lang),
        words::ChooseWhat.text(lang).to_owned(),
        words::AppendWhat.text(lang).to_owned(),
    ];
    let shown = [
        encoded(&figures.pieces, page.inner_width() - 12),
        candidates(first),
        visible(&first.chosen),
        format!("{}{}", figures.prompt, ink(Ink::For, &first.chosen)),
    ];
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let below = |text: String| format!("{}  {text}", " ".repeat(column));
    for (step, ((name, what), example)) in names.iter().zip(told).zip(shown).enumerate() {
        page.block([format!("{}  {}", ink(Ink::Strong, pad(name, column)), ink(Ink::Faint, what)), below(example)]);
        if let (0, Some(vector)) = (step, &figures.vector) {
            page.block([below(shorten(&vector_line(vector, lang), page.inner_width() - column - 2))]);
        }
    }
    page.blank();
    rounds(figures, page);
    ending(figures, page);
}

/// `周→1203 一→12`, as many as there is room for.
fn encoded(pieces: &[Piece], columns: usize) -> String {
    let cells: Vec<String> = pieces.iter().map(|piece| format!("{}→{}", visible(&piece.text), piece.id)).collect();
    shorten(&cells.join("  "), columns)
}

/// `很 → (0.12, …)`
fn vector_line(vector: &Vector, lang: Lang) -> String {
    let numbers: Vec<String> = vector.first.iter().map(|&x| fixed(f64::from(x), 2)).collect();
    words::VectorIs { text: visible(&vector.text), numbers: numbers.join(", "), n: vector.n_embd }.say(lang)
}

fn candidates(round: &Round) -> String {
    let cells = round.candidates.iter().map(|(text, p)| format!("{} {}", visible(text), fixed(*p, 2)));
    cells.collect::<Vec<_>>().join("  ")
}

/// A token with its spaces and line ends to be seen.
fn visible(token: &str) -> String {
    let shown = |c: char| match c {
        ' ' => '␣',
        '\n' => '⏎',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    token.chars().map(shown).collect()
}

/// From the second round on.
fn rounds(figures: &FourSteps, page: &mut Page) {
    let lang = page.style.lang;
    let mut table = Table::new()
        .numbers(words::Round.text(lang))
        .words(words::SoFar.text(lang))
        .words(words::Candidates.text(lang))
        .words(words::Chosen.text(lang));
    let mut text = figures.prompt.clone();
    for (number, round) in (1..).zip(&figures.rounds).take(MOST_ROUNDS) {
        if number > 1 {
            let row =
                [number.to_string(), ending_of(&text, 20), candidates(round), ink(Ink::For, visible(&round.chosen))];
            table.row(row);
        }
        text += &round.chosen;
    }
    page.block(table.lines(page.inner_width()));
    let more = figures.rounds.len().saturating_sub(MOST_ROUNDS);
    if more > 0 {
        page.remark(words::RoundsMore { n: more }.say(lang));
    }
}

/// The last columns of a text.
fn ending_of(text: &str, columns: usize) -> String {
    let mut kept: Vec<char> = Vec::new();
    for c in text.chars().rev() {
        kept.push(c);
        if width(&kept.iter().collect::<String>()) > columns {
            kept.pop();
            kept.push('…');
            break;
        }
    }
    kept.into_iter().rev().collect()
}

fn ending(figures: &FourSteps, page: &mut Page) {
    let lang = page.style.lang;
    let n = figures.rounds.len();
    page.say(ink(Ink::Strong, words::Written { text: format!("{}{}", figures.prompt, figures.completion) }.say(lang)));
    page.say(match figures.stop_reason {
        StopReason::StopString => words::StoppedString { rounds: n, stop: &figures.stop }.say(lang),
        StopReason::EndToken => words::StoppedEnd { rounds: n }.say(lang),
        StopReason::MaxTokens | StopReason::Interrupted => words::StoppedMax { rounds: n }.say(lang),
    });
    let sure = figures.rounds.iter().filter(|round| round.candidates.len() == 1).count();
    if 2 * sure > n {
        page.say(words::Parrot { sure, rounds: n }.say(lang));
    }
}

pub(super) fn pretraining(figures: &Pretraining, page: &mut Page) {
    let lang = page.style.lang;
    page.say(
        words::PretrainingIdea { n_chars: grouped(figures.n_chars), n_params: grouped(figures.n_params) }.say(lang),
    );
    page.blank();
    page.say(words::PretrainingLoss.text(lang));
    let curve = curve(figures);
    let mut lines =
        vec![(words::PretrainingUniform { v: grouped(figures.vocab_size) }.say(lang), figures.uniform_loss_nats)];
    lines.extend(curve.iter().map(|&(step, loss)| (words::PretrainingStep { n: step }.say(lang), loss)));
    let column = lines.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let largest = lines.iter().map(|(_, loss)| *loss).fold(0.0, f64::max);
    let columns = (page.inner_width() - column - 10).min(44);
    for (at, (name, loss)) in lines.iter().enumerate() {
        let colour = if at == 0 { Ink::Faint } else { Ink::For };
        let drawn = ink(colour, bar(loss / largest, columns));
        page.block([format!("  {}  {}  {drawn}", pad(name, column), fixed(*loss, 2))]);
    }
    let learned = curve.last().is_some_and(|(_, loss)| *loss < figures.uniform_loss_nats - 0.5);
    page.say(if learned { words::PretrainingStarted.text(lang) } else { words::PretrainingNotLearned.text(lang) });
    page.blank();
    let room = page.inner_width().saturating_sub(12);
    let shown = |text: &str| shorten(&visible(&format!("{}{text}", figures.prompt)), room);
    page.say(words::PretrainingBefore { text: shown(&figures.before) }.say(lang));
    page.say(words::PretrainingAfter { text: ink(Ink::Strong, shown(&figures.after)) }.say(lang));
    page.blank();
    page.say(words::PretrainingLesson.text(lang));
}

/// Validation losses, few and evenly spread, the first and the last among them.
fn curve(figures: &Pretraining) -> Vec<(usize, f64)> {
    let measured: Vec<(usize, f64)> =
        figures.history.iter().filter_map(|entry| Some((entry.step, entry.val_loss_nats?))).collect();
    let n = measured.len();
    if n <= MOST_STEPS {
        return measured;
    }
    (0..MOST_STEPS).map(|i| measured[i * (n - 1) / (MOST_STEPS - 1)]).collect()
}

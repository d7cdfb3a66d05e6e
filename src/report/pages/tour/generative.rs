//! Screens about writing: the next word, the four steps, pre-training.

use crate::lm::generate::StopReason;
use crate::report::number::{fixed, grouped};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, Text, emphasise};
use crate::report::visible::{beginning, ending, visible};
use crate::report::words::{Lang, Say, tour as words};
use crate::task::tour::{FourSteps, NextWord, NextWordCandidate, Pretraining, Round, Vector};

/// Rounds shown one by one.
const MOST_ROUNDS: usize = 4;
/// Losses shown of a training run.
const MOST_STEPS: usize = 5;
/// Tokens of the prompt that are shown with their numbers, the last ones.
const TOKENS: usize = 6;
/// Characters of a text that a column has room for.
const EXCERPT: usize = 12;
/// Characters of what a model wrote that a line has room for.
const SHOWN: usize = 50;

pub(super) fn next_word(figures: &NextWord, page: &mut Page) {
    let lang = page.lang;
    page.say(words::NextWordIdea);
    page.say(words::NextWordPrompt { prompt: &figures.prompt });
    let mut table = DisplayTable::new().words("").numbers("").drawing("").words("");
    for (rank, offer) in figures.offers.iter().enumerate() {
        let emphasis = if rank == 0 { Emphasis::For } else { Emphasis::Faint };
        table.row([
            visible(&offer.text).into(),
            Cell::number(offer.probability, 2),
            Cell::gauge(offer.probability, emphasis),
            times(offer, lang).into(),
        ]);
    }
    page.table(table);
    page.say(words::NextWordCounted {
        n_chars: grouped(figures.n_chars),
        n: figures.n_seen,
        v: grouped(figures.vocab_size),
    });
    page.say(words::NextWordLesson);
    let computed = figures.computed.iter().map(|(text, p)| format!("{} {}", visible(text), fixed(*p, 2)));
    page.say(words::NextWordComputed { offers: computed.collect::<Vec<_>>().join("  ") });
}

/// How often a word followed, and of what tokens it is, if not of one.
fn times(offer: &NextWordCandidate, lang: Lang) -> String {
    let times = words::NextWordTimes { n: offer.n_seen }.say(lang);
    if offer.pieces.len() < 2 {
        return times;
    }
    let pieces = offer.pieces.iter().map(|piece| visible(piece)).collect::<Vec<_>>().join(" + ");
    words::NextWordPieces { times, pieces }.say(lang)
}

pub(super) fn four_steps(figures: &FourSteps, page: &mut Page) {
    let lang = page.lang;
    let Some(first) = figures.rounds.first() else { return };
    let pieces = &figures.pieces[figures.pieces.len().saturating_sub(TOKENS)..];
    let tokens = pieces.iter().map(|piece| format!("{}→{}", visible(&piece.text), piece.id));
    let mut encoded = tokens.collect::<Vec<_>>().join("  ");
    if let Some(vector) = &figures.vector {
        encoded += &format!("; {}", as_vector(vector, lang));
    }
    let chosen = emphasise(Emphasis::For, visible(&first.chosen));
    let mut table = DisplayTable::new().words("").words("");
    for (name, what, example) in [
        (words::StepEncode.text(lang), words::EncodeWhat.say(lang), encoded),
        (words::StepPredict.text(lang), words::PredictWhat { n: figures.context_len }.say(lang), candidates(first)),
        (words::StepChoose.text(lang), words::ChooseWhat.say(lang), visible(&first.chosen)),
        (words::StepAppend.text(lang), words::AppendWhat.say(lang), format!("{}{chosen}", figures.prompt)),
    ] {
        table.row([Text::emphasised(Emphasis::Strong, name).into(), what.into()]);
        table.row([Cell::empty(), example.into()]);
    }
    page.table(table);
    page.table(rounds(figures, lang));
    let more = figures.rounds.len().saturating_sub(MOST_ROUNDS);
    if more > 0 {
        page.remark(words::RoundsMore { n: more });
    }
    end(figures, page);
}

/// `很 → (0.12, …)`
fn as_vector(vector: &Vector, lang: Lang) -> String {
    let numbers: Vec<String> = vector.first.iter().map(|&x| fixed(f64::from(x), 2)).collect();
    words::VectorIs { text: visible(&vector.text), numbers: numbers.join(", "), n: vector.n_embd }.say(lang)
}

fn candidates(round: &Round) -> String {
    let cells = round.candidates.iter().map(|(text, p)| format!("{} {}", visible(text), fixed(*p, 2)));
    cells.collect::<Vec<_>>().join("  ")
}

/// From the second round on.
fn rounds(figures: &FourSteps, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().numbers(words::Round.text(lang)).words(words::SoFar.text(lang));
    let mut table = head.words(words::Candidates.text(lang)).words(words::Chosen.text(lang));
    let mut text = figures.prompt.clone();
    for (number, round) in (1..).zip(&figures.rounds).take(MOST_ROUNDS) {
        if number > 1 {
            let chosen = Text::emphasised(Emphasis::For, visible(&round.chosen));
            table.row([Cell::from(number), ending(&text, EXCERPT).into(), candidates(round).into(), chosen.into()]);
        }
        text += &round.chosen;
    }
    table
}

fn end(figures: &FourSteps, page: &mut Page) {
    let text = words::Written { text: format!("{}{}", figures.prompt, figures.completion) }.say(page.lang);
    page.say(Text::emphasised(Emphasis::Strong, text));
    let rounds = figures.rounds.len();
    match figures.stop_reason {
        StopReason::StopString => page.say(words::StoppedString { rounds, stop: &figures.stop }),
        StopReason::EndToken => page.say(words::StoppedEnd { rounds }),
        StopReason::MaxTokens | StopReason::Interrupted => page.say(words::StoppedMax { rounds }),
    }
    let sure = figures.rounds.iter().filter(|round| round.candidates.len() == 1).count();
    if 2 * sure > rounds {
        page.say(words::Parrot { sure, rounds });
    }
}

pub(super) fn pretraining(figures: &Pretraining, page: &mut Page) {
    let lang = page.lang;
    page.say(words::PretrainingIdea { n_chars: grouped(figures.n_chars), n_params: grouped(figures.n_params) });
    page.say(words::PretrainingLoss);
    let measured = losses(figures);
    let largest = measured.iter().map(|(_, loss)| *loss).fold(figures.uniform_loss_nats, f64::max);
    let mut table = DisplayTable::new().words("").numbers("").drawing("");
    let mut line = |name: String, loss: f64, emphasis| {
        table.row([name.into(), Cell::number(loss, 2), Cell::bar(loss / largest, emphasis)]);
    };
    let guessing = words::PretrainingUniform { v: grouped(figures.vocab_size) }.say(lang);
    line(guessing, figures.uniform_loss_nats, Emphasis::Faint);
    for &(n, loss) in &measured {
        line(words::PretrainingStep { n }.say(lang), loss, Emphasis::For);
    }
    page.table(table);
    match measured.last().is_some_and(|(_, loss)| *loss < figures.uniform_loss_nats - 0.5) {
        true => page.say(words::PretrainingStarted),
        false => page.say(words::PretrainingNotLearned),
    }
    let shown = |text: &str| beginning(&format!("{}{text}", figures.prompt), SHOWN);
    page.say(words::PretrainingBefore { text: shown(&figures.before) });
    page.say(words::PretrainingAfter { text: emphasise(Emphasis::Strong, shown(&figures.after)) });
    page.say(words::PretrainingLesson);
}

/// Validation losses, few and evenly spread, the first and the last among them.
fn losses(figures: &Pretraining) -> Vec<(usize, f64)> {
    let measured: Vec<(usize, f64)> =
        figures.history.iter().filter_map(|entry| Some((entry.step, entry.val_loss_nats?))).collect();
    let n = measured.len();
    if n <= MOST_STEPS {
        return measured;
    }
    (0..MOST_STEPS).map(|i| measured[i * (n - 1) / (MOST_STEPS - 1)]).collect()
}

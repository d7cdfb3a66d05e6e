//! The loop as a whole: it learns, it can be interrupted, and threads change nothing.

use super::*;
use crate::lm::TokenId;
use crate::lm::gpt::{Gpt, GptConfig};
use crate::rng::Seed;

/// A text with a rule to learn: the digits of `i^2 mod 11`.
fn text(n: usize) -> Vec<TokenId> {
    (0..n as TokenId).map(|i| i * i % 11).collect()
}

fn gpt(dropout: f32) -> Gpt {
    Gpt::new(GptConfig { dropout, ..GptConfig::new(11, 8, 2, 2, 16) }).unwrap()
}

fn options(iters: usize) -> TrainOptions {
    TrainOptions {
        batch_size: 6,
        iters,
        accumulation_steps: 2,
        optimizer: Optimizer::AdamW,
        learning_rate: 1e-2,
        min_learning_rate: 1e-3,
        warmup_iters: 5,
        eval_interval: 4,
        eval_examples: 5,
        seed: Seed(3),
        ..TrainOptions::default()
    }
}

/// Trains a fresh model on `text(200)` with a tenth held out.
fn run(gpt: &Gpt, options: &TrainOptions, state: &mut TrainState, observer: &mut dyn Observer) -> Ending {
    let tokens = text(200);
    let (learn, held_out) = Windows::split(&tokens, 0.1, 8, 11).unwrap();
    let data = TrainData { train: &learn, validation: held_out.as_ref().map(|source| source as &dyn ExampleSource) };
    train(gpt, options, data, state, None, observer).unwrap()
}

/// Stops after a number of steps.
struct StopAfter(usize);

impl Observer for StopAfter {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        if event.step >= self.0 { Flow::Stop } else { Flow::Continue }
    }
}

#[test]
fn a_text_with_a_rule_is_learned_and_everyone_can_watch() {
    let (gpt, options) = (gpt(0.0), options(60));
    let mut state = TrainState::new(gpt.init(Seed(1)));
    let mut events = Vec::new();
    assert_eq!(run(&gpt, &options, &mut state, &mut events), Ending::Finished);
    assert_eq!(events.len(), 60);
    assert_eq!(events.iter().filter(|event| event.evaluation.is_some()).count(), 15);
    assert_eq!(state.history.len(), 16); // and one before the first step
    let first = state.history[0].val_loss_nats.unwrap();
    assert!((first - 11f64.ln()).abs() < 0.1, "an untrained model knows nothing: {first}");
    let best = state.best.as_ref().unwrap();
    assert!(best.val_loss_nats < 0.5, "after 60 steps: {}", best.val_loss_nats);
    assert!(state.history.iter().all(|evaluation| evaluation.val_loss_nats.unwrap() >= best.val_loss_nats));
}

#[test]
fn one_batch_is_learned_by_heart() {
    let gpt = gpt(0.0);
    let tokens: Vec<TokenId> = vec![3, 1, 4, 1, 5, 9, 2, 6, 5]; // one window
    let window = Windows::new(&tokens, 8, 11).unwrap();
    let options = TrainOptions { iters: 150, batch_size: 2, accumulation_steps: 1, ..options(150) };
    let mut state = TrainState::new(gpt.init(Seed(1)));
    let mut events: Vec<StepEvent> = Vec::new();
    train(&gpt, &options, TrainData { train: &window, validation: None }, &mut state, None, &mut events).unwrap();
    let last = events.last().unwrap().loss_nats;
    assert!(last < 0.05, "loss {last}");
    assert_eq!(state.best_params(), state.params); // nothing to choose by
}

#[test]
fn a_resumed_run_equals_an_uninterrupted_one_bit_for_bit() {
    for optimizer in [Optimizer::AdamW, Optimizer::Muon] {
        let (gpt, options) = (gpt(0.1), TrainOptions { optimizer, ..options(14) });
        let fresh = || TrainState::new(gpt.init(Seed(1)));
        let mut whole = fresh();
        run(&gpt, &options, &mut whole, &mut ());
        for stop in [1, 4, 7] {
            let mut parts = fresh();
            assert_eq!(run(&gpt, &options, &mut parts, &mut StopAfter(stop)), Ending::Stopped);
            assert_eq!(parts.step, stop);
            assert_eq!(run(&gpt, &options, &mut parts, &mut ()), Ending::Finished);
            assert_eq!(parts, whole, "{optimizer}, stopped after {stop}");
        }
        assert_eq!(run(&gpt, &options, &mut whole.clone(), &mut ()), Ending::Finished);
    }
}

/// A model of more parameters than one task updates, so that several threads have work.
#[test]
fn one_thread_and_two_give_the_same_bytes() {
    let gpt = Gpt::new(GptConfig { dropout: 0.1, ..GptConfig::new(11, 8, 2, 2, 48) }).unwrap();
    for optimizer in [Optimizer::AdamW, Optimizer::Muon] {
        let options = TrainOptions { optimizer, ..options(6) };
        let with_threads = |n| {
            let mut state = TrainState::new(gpt.init(Seed(1)));
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
            pool.install(|| run(&gpt, &options, &mut state, &mut ()));
            state
        };
        let one = with_threads(1);
        assert_eq!(one, with_threads(2));
        assert_eq!(one, with_threads(3));
        let mut other_seed = TrainState::new(gpt.init(Seed(1)));
        run(&gpt, &TrainOptions { seed: Seed(4), ..options.clone() }, &mut other_seed, &mut ());
        assert_ne!(one.params, other_seed.params);
    }
}

#[test]
fn how_a_batch_is_cut_changes_no_more_than_rounding() {
    let gpt = gpt(0.0);
    let with_shards = |n_shards| {
        let mut state = TrainState::new(gpt.init(Seed(1)));
        run(&gpt, &TrainOptions { n_shards, ..options(5) }, &mut state, &mut ());
        state.history.last().unwrap().val_loss_nats.unwrap()
    };
    assert!((with_shards(1) - with_shards(4)).abs() < 1e-4);
}

#[test]
fn divergence_names_the_step_and_keeps_the_last_good_parameters() {
    let (gpt, tokens) = (gpt(0.0), text(200));
    let windows = Windows::new(&tokens, 8, 11).unwrap();
    let options = TrainOptions { learning_rate: 1e30, warmup_iters: 0, ..options(20) };
    let data = TrainData { train: &windows, validation: Some(&windows) };
    let mut state = TrainState::new(gpt.init(Seed(1)));
    let error = train(&gpt, &options, data, &mut state, None, &mut ()).unwrap_err();
    assert!(matches!(error, TrainError::Diverged { step: 2, .. }), "{error}");
    assert_eq!(state.step, 1);
    assert_eq!(state.best_params(), gpt.init(Seed(1)));
}

#[test]
fn answers_are_learned_and_questions_are_not() {
    let gpt = gpt(0.0);
    let dialogues: Vec<(Vec<TokenId>, Vec<bool>)> = (0..5)
        .map(|i| (vec![i, 10, 9 - i, 10], vec![false, false, true, true])) // asked i, answer 9 - i
        .collect();
    let source = Conversations::new(dialogues.iter().map(|(t, a)| (&t[..], &a[..])), 8, 11).unwrap();
    let mut state = TrainState::new(gpt.init(Seed(1)));
    let mut events: Vec<StepEvent> = Vec::new();
    let options = TrainOptions { accumulation_steps: 1, ..options(250) };
    train(&gpt, &options, TrainData { train: &source, validation: None }, &mut state, None, &mut events).unwrap();
    assert!(events.iter().all(|event| event.n_tokens == 2 * 6));
    assert!(events.last().unwrap().loss_nats < 0.1, "{}", events.last().unwrap().loss_nats);
    let everything =
        Windows::new(&[0, 10, 9, 10, 1, 10, 8, 10, 2], 8, 11).map(|w| evaluate(&gpt, &state.params, &w, &options));
    assert!(everything.unwrap() > 1.0, "who asks what was not to be learned");
}

#[test]
fn time_that_is_up_ends_the_run_between_two_steps() {
    let (gpt, tokens) = (gpt(0.0), text(100));
    let windows = Windows::new(&tokens, 8, 11).unwrap();
    let data = TrainData { train: &windows, validation: None };
    let mut state = TrainState::new(gpt.init(Seed(1)));
    let ending = train(&gpt, &options(1_000), data, &mut state, Some(std::time::Duration::ZERO), &mut ());
    assert_eq!((ending, state.step), (Ok(Ending::OutOfTime), 1));
}

#[test]
fn an_estimate_leaves_the_run_as_it_was() {
    let (gpt, tokens) = (gpt(0.0), text(100));
    let windows = Windows::new(&tokens, 8, 11).unwrap();
    let data = TrainData { train: &windows, validation: Some(&windows) };
    let state = TrainState::new(gpt.init(Seed(1)));
    let before = state.clone();
    let estimate = estimate(&gpt, &options(100), data, &state).unwrap();
    assert!(estimate.step_secs > 0.0 && estimate.total_secs >= 100.0 * estimate.step_secs);
    assert_eq!(state, before);
}

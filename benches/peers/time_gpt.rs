//! Times this program's language models for `gpt.py`, which runs it in turn with its peers.
//!
//! ```text
//! time_gpt train small 100     a training step with AdamW: the median of so many
//! time_gpt muon small 100      the same with Muon for the matrices
//! time_gpt generate small 20   a token generated with a cache: the median over so many contexts
//! time_gpt count FILE 5        n-grams of the characters of FILE, up to this order
//! time_gpt learn FILE 2000 [1 [OPTIONS]]
//!                              the `small` recipe on FILE, 90/10 by position, with this seed: the
//!                              validation loss, and the seconds of the steps alone; options replace
//!                              the recipe's, as in `{"learning_rate": 0.004, "optimizer": "adamw"}`
//! ```
//!
//! Prints one line of JSON. `RAYON_NUM_THREADS` sets the threads.

use std::time::Instant;

use melon::lm::gpt::{Gpt, GptModel};
use melon::lm::ngram::Counts;
use melon::lm::{LanguageModel, TokenId, Tokenizer};
use melon::rng::Seed;
use melon::train::{
    Flow, Observer, Optimizer, Preset, StepEvent, TrainData, TrainOptions, TrainState, Windows, evaluate, train,
};
use serde_json::{Value, json};

/// As many letters as the Shakespeare text has.
const VOCAB_SIZE: usize = 65;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // As in the program itself, the main thread works along.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, of, n, more @ ..] = &arguments[..] else {
        return Err("usage: time_gpt train|muon|generate|count|learn OF N [SEED [OPTIONS]]".into());
    };
    let n: usize = n.parse()?;
    let seed = Seed(more.first().map_or(Ok(1), |seed| seed.parse())?);
    let changed = more.get(1).map_or("{}", String::as_str);
    let result = match what.as_str() {
        "train" => training(&Preset::named(of).ok_or("no such recipe")?, Optimizer::AdamW, n)?,
        "muon" => training(&Preset::named(of).ok_or("no such recipe")?, Optimizer::Muon, n)?,
        "generate" => generation(&Preset::named(of).ok_or("no such recipe")?, n)?,
        "count" => counting(&std::fs::read_to_string(of)?, n)?,
        "learn" => learning(&std::fs::read_to_string(of)?, n, seed, changed)?,
        other => return Err(format!("no such measurement: {other}").into()),
    };
    println!("{result}");
    Ok(())
}

/// When each step ended.
#[derive(Default)]
struct Clock(Vec<f64>);

impl Observer for Clock {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.0.push(event.elapsed_secs);
        Flow::Continue
    }
}

/// The first fifth of the steps warms up.
fn training(preset: &Preset, optimizer: Optimizer, n_steps: usize) -> Result<Value, Box<dyn std::error::Error>> {
    let tokens: Vec<TokenId> = (0..100_000u32).map(|i| (i.wrapping_mul(i).wrapping_mul(7) % 65 + i % 3) % 65).collect();
    let gpt = Gpt::new(preset.config(VOCAB_SIZE))?;
    let windows = Windows::new(&tokens, preset.context_len, VOCAB_SIZE)?;
    let data = TrainData { train: &windows, validation: None };
    let options = TrainOptions { iters: n_steps, eval_interval: usize::MAX, optimizer, ..preset.options() };
    let (mut state, mut clock) = (TrainState::new(gpt.init(Seed(1))), Clock::default());
    train(&gpt, &options, data, &mut state, None, &mut clock)?;
    let steps = clock.0[n_steps / 5..].windows(2).map(|pair| pair[1] - pair[0]);
    Ok(json!({ "seconds": median(steps.collect()), "n_params": gpt.n_params() }))
}

/// A whole context, token by token.
fn generation(preset: &Preset, n_rounds: usize) -> Result<Value, Box<dyn std::error::Error>> {
    let gpt = Gpt::new(preset.config(VOCAB_SIZE))?;
    let params = gpt.init(Seed(1));
    let model = GptModel::new(gpt, params)?;
    let round = |_| {
        let (start, mut token) = (Instant::now(), 0);
        let mut session = model.session();
        for _ in 0..preset.context_len {
            token = melon::lm::sampling::likeliest(session.feed(&[token]));
        }
        start.elapsed().as_secs_f64() / preset.context_len as f64
    };
    Ok(json!({ "seconds": median((0..n_rounds).map(round).collect()) }))
}

/// Megabytes of UTF-8 a second, of the counting alone and with the encoding before it: the
/// best of five.
fn counting(text: &str, order: usize) -> Result<Value, Box<dyn std::error::Error>> {
    let tokenizer = Tokenizer::characters([text], None)?;
    let (mut alone, mut whole) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..5 {
        let start = Instant::now();
        let tokens = tokenizer.encode_ordinary(text);
        let encoded = Instant::now();
        std::hint::black_box(Counts::new(&tokens, order, tokenizer.vocab_size(), tokenizer.end())?);
        alone = alone.min(encoded.elapsed().as_secs_f64());
        whole = whole.min(start.elapsed().as_secs_f64());
    }
    let megabytes = text.len() as f64 / 1e6;
    Ok(
        json!({ "megabytes": megabytes, "mb_per_sec": megabytes / alone, "mb_per_sec_with_encoding": megabytes / whole }),
    )
}

/// Trains the `small` recipe, and measures the loss on everything that was held out.
fn learning(text: &str, iters: usize, seed: Seed, changed: &str) -> Result<Value, Box<dyn std::error::Error>> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let id = |c| letters.binary_search(&c).expect("one of its own letters") as TokenId;
    let tokens: Vec<TokenId> = text.chars().map(id).collect();
    let (preset, v) = (Preset { iters, ..Preset::SMALL }, letters.len());
    let gpt = Gpt::new(preset.config(v))?;
    let (learn, held_out) = Windows::split(&tokens, 0.1, preset.context_len, v)?;
    let held_out = held_out.ok_or("a text too short to hold a tenth of it out")?;
    let options = with(&TrainOptions { seed, ..preset.options() }, changed)?;
    let data = TrainData { train: &learn, validation: None };
    let (mut state, mut clock) = (TrainState::new(gpt.init(seed)), Clock::default());
    train(&gpt, &options, data, &mut state, None, &mut clock)?;
    Ok(json!({ "n_params": gpt.n_params(), "n_letters": v, "iters": iters, "elapsed_secs": clock.0.last(),
        "val_loss_nats": evaluate(&gpt, &state.params, &held_out, &options) }))
}

/// The options with those of a JSON object in place of their own.
fn with(options: &TrainOptions, changed: &str) -> Result<TrainOptions, Box<dyn std::error::Error>> {
    let mut all = serde_json::to_value(options)?;
    for (name, value) in serde_json::from_str::<serde_json::Map<String, Value>>(changed)? {
        *all.get_mut(&name).ok_or_else(|| format!("there is no option {name}"))? = value;
    }
    Ok(serde_json::from_value(all)?)
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_unstable_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}

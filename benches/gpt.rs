//! The GPT's two speeds: a training step, and tokens generated with a cache.
//!
//! `benches/peers/gpt.py` measures PyTorch on the same recipes; only the ratio of two runs on
//! one machine means anything. `RAYON_NUM_THREADS=2` for two threads.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use melon::lm::LanguageModel;
use melon::lm::gpt::{Gpt, GptModel};
use melon::rng::Seed;
use melon::train::{Flow, Observer, Preset, StepEvent, TrainData, TrainOptions, TrainState, Windows, train};

/// As many letters as the Shakespeare text has.
const VOCAB_SIZE: usize = 65;

/// Stops after every so many steps.
struct Steps(usize);

impl Observer for Steps {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        if event.step.is_multiple_of(self.0) { Flow::Stop } else { Flow::Continue }
    }
}

fn text() -> Vec<u32> {
    (0..100_000u32).map(|i| (i.wrapping_mul(i).wrapping_mul(7) % 65 + i % 3) % 65).collect()
}

/// A hundred steps a call, so that setting up does not count.
fn training(criterion: &mut Criterion) {
    const STEPS: usize = 100;
    let tokens = text();
    let mut group = criterion.benchmark_group("gpt/100 training steps");
    group.sample_size(10);
    for preset in [Preset::TINY, Preset::SMALL] {
        let gpt = Gpt::new(preset.config(VOCAB_SIZE)).expect("a preset");
        let windows = Windows::new(&tokens, preset.context_len, VOCAB_SIZE).expect("a long text");
        let data = TrainData { train: &windows, validation: None };
        let options = TrainOptions { iters: usize::MAX, eval_interval: usize::MAX, ..preset.options() };
        let mut state = TrainState::new(gpt.init(Seed(1)));
        group.throughput(Throughput::Elements((STEPS * preset.batch_size * preset.context_len) as u64));
        group.bench_function(preset.name, |bencher| {
            bencher.iter(|| train(&gpt, &options, data, &mut state, None, &mut Steps(STEPS)).expect("finite"));
        });
    }
    group.finish();
}

/// A whole context, token by token.
fn generation(criterion: &mut Criterion) {
    let preset = Preset::SMALL;
    let gpt = Gpt::new(preset.config(VOCAB_SIZE)).expect("a preset");
    let params = gpt.init(Seed(1));
    let model = GptModel::new(gpt, params).expect("its own parameters");
    let mut group = criterion.benchmark_group("gpt/cached generation");
    group.throughput(Throughput::Elements(preset.context_len as u64));
    group.bench_function(preset.name, |bencher| {
        bencher.iter(|| {
            let mut session = model.session();
            let mut token = 0;
            for _ in 0..preset.context_len {
                token = melon::math::argmax(session.feed(&[token])).expect("a vocabulary") as u32;
            }
            black_box(token)
        });
    });
    group.finish();
}

criterion_group!(benches, training, generation);
criterion_main!(benches);

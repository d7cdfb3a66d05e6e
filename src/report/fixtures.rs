//! Results to set pages from in tests: the book's tables, really learned from.

use super::Lang;
use crate::data::Corpus;
use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Goal, Selection, select};
use crate::lm::ModelKind;
use crate::lm::generate::Options;
use crate::lm::gpt::{Gpt, GptConfig, GptModel};
use crate::lm::sampling::{Sampling, Strategy};
use crate::model::tree::{Criterion, Prune};
use crate::rng::Seed;
use crate::task::classifiers::{ModelName, OwnOptions, OwnTree, Validation};
use crate::task::classify::{Classification, ClassifyOptions, classify, equally_good_trees};
use crate::task::cluster::{ClusterOptions, Clustering, Start, cluster};
use crate::task::compare::{CompareOptions, Comparison, compare};
use crate::task::curve::{Curve, CurveOptions, curve};
use crate::task::doctor::{Build, Checkup, Cpu, Locale, Memory, PageScreen};
use crate::task::generate::{Generation, ModelSummary, Moment, Prompt, Writer};
use crate::task::ladder::{GptOrigin, Ladder, Rung, RungModel, ladder};
use crate::task::memorised::{Memorised, memorised};
use crate::task::ngram::{CountedNGram, NGramOptions, ngram_from_corpus};
use crate::task::regress::{RegressOptions, Regression, regress};
use crate::task::scale::{ModelShape, Prediction, SIZES, Scale, ScaleOptions, SizeResult, TaskPredictions, summarise};
use crate::task::score::{Score, score};
use crate::task::{Cv, Melon};

fn classified(builtin: Builtin, l2: f64, melons: &[Melon]) -> Classification {
    let table = builtin.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { l2, ..Default::default() }, melons).unwrap()
}

/// The seventeen melons by colour, root and sound, with l2 = 1.
pub fn melons() -> Classification {
    classified(Builtin::Melons, 1.0, &[])
}

/// The same model, asked about one melon.
pub fn melons_with_answer() -> Classification {
    let melon = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    classified(Builtin::Melons, 1.0, &[melon.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()])
}

/// The seventeen melons without a penalty: quasi-separated.
pub fn separated() -> Classification {
    classified(Builtin::Melons, 0.0, &[])
}

/// Density and sugar, no penalty: R's figures.
pub fn alpha() -> Classification {
    classified(Builtin::Watermelon3Alpha, 0.0, &[])
}

/// Three classes, two numbers.
pub fn colours(l2: f64) -> Classification {
    let selection = Selection {
        target: Some("色泽".into()),
        features: vec!["密度".into(), "含糖率".into()],
        ..Selection::default()
    };
    let dataset = select(Builtin::Watermelon3.table(None, Default::default()), &selection, Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { l2, ..Default::default() }, &[]).unwrap()
}

fn naive_bayes(melons: &[Melon]) -> Classification {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    classify(&dataset, &ClassifyOptions { model: ModelName::NaiveBayes, ..Default::default() }, melons).unwrap()
}

/// What naive Bayes remembers of the seventeen melons.
pub fn remembered() -> Classification {
    naive_bayes(&[])
}

/// The same model, asked about a melon of which three features are known.
pub fn usual() -> Classification {
    let melon = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("密度", "0.697")];
    naive_bayes(&[melon.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()])
}

/// The seventeen melons as their own neighbours, asked about one melon.
pub fn neighbors() -> Classification {
    let dataset =
        select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap();
    let melon = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    let melon = melon.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    classify(&dataset, &ClassifyOptions { model: ModelName::Knn, ..Default::default() }, &[melon]).unwrap()
}

/// The book's tree, with its splits, and the others that are as good.
pub fn tree() -> Classification {
    let dataset = tree_data(Builtin::Watermelon2);
    let options = ClassifyOptions { model: ModelName::Tree, ..Default::default() };
    let mut result = classify(&dataset, &options, &[]).unwrap();
    result.tree.as_mut().unwrap().others = Some(equally_good_trees(&dataset, &options).unwrap());
    result
}

/// The book's pruned tree, asked about a melon of which one feature is not known.
pub fn pruned(prune: Prune, ask: bool) -> Classification {
    let tree =
        OwnTree { prune: Some(prune), validation: Some(Validation::Table42), prefer: Some(4), ..Default::default() };
    let own = OwnOptions { tree, ..Default::default() };
    let options = ClassifyOptions { model: ModelName::Tree, own, ..Default::default() };
    let melon =
        [("色泽", "青绿"), ("根蒂", "稍蜷"), ("纹理", "清晰")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
    let asked: &[Melon] = if ask { &[melon] } else { &[] };
    let mut result = classify(&tree_data(Builtin::Watermelon2), &options, asked).unwrap();
    result.tree.as_mut().unwrap().splits.clear();
    result
}

/// The tree with density and sugar, by the gain ratio.
pub fn tree_of_numbers() -> Classification {
    let own = OwnOptions { tree: OwnTree { criterion: Some(Criterion::GainRatio), ..Default::default() }, k: None };
    let options = ClassifyOptions { model: ModelName::Tree, own, ..Default::default() };
    classify(&tree_data(Builtin::Watermelon3), &options, &[]).unwrap()
}

fn tree_data(builtin: Builtin) -> crate::data::Dataset {
    select(builtin.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap()
}

/// Thirty melons from the textbook's start.
pub fn clusters() -> Clustering {
    let table = Builtin::Watermelon4.table(None, Default::default());
    let dataset = select(table, &Selection::default(), Goal::Cluster).unwrap();
    let init = Start::Rows(vec![6, 12, 24]);
    cluster(&dataset, &ClusterOptions { init, trace: true, ..Default::default() }).unwrap()
}

fn curved(builtin: Builtin, rows: usize, sizes: &[usize]) -> Curve {
    let table = builtin.table(Some(rows), Default::default());
    let dataset = select(table, &Selection::default(), Goal::Classify).unwrap();
    curve(&dataset, &CurveOptions { sizes: sizes.to_vec(), n_splits: 10, ..Default::default() }, || {}).unwrap()
}

/// Learning curves on synthetic melons.
pub fn curves() -> Curve {
    curved(Builtin::MelonField, 2000, &[5, 20, 100, 1000])
}

/// Learning curves on the book's seventeen melons.
pub fn tiny_curves() -> Curve {
    curved(Builtin::Watermelon3, 17, &[])
}

/// The emergence lab after so many sizes; their answers are made up.
pub fn lab(n_sizes: usize) -> Scale {
    let options = ScaleOptions { n_test: 4, ..ScaleOptions::default() };
    let answer = |n_right: usize| Prediction { n_tokens: 6, n_right, log_prob_nats: n_right as f64 * 2.0 - 13.0 };
    let size = |(i, &shape): (usize, &ModelShape)| SizeResult {
        shape,
        n_params: shape.config().n_params().unwrap(),
        iters: 100,
        tasks: (options.tasks.iter())
            .map(|&task| TaskPredictions { task, predictions: [i, i, i + 1, i + 1].map(answer).to_vec() })
            .collect(),
    };
    let done: Vec<SizeResult> = SIZES.iter().enumerate().take(n_sizes).map(size).collect();
    summarise(&options, 100, Some(300.0), &done)
}

/// Sugar from density alone.
pub fn sugar() -> Regression {
    let table = Builtin::Watermelon3.table(None, Default::default());
    let selection =
        Selection { features: vec!["密度".into()], target: Some("含糖率".into()), ..Selection::default() };
    let dataset = select(table, &selection, Goal::Regress).unwrap();
    regress(&dataset, &RegressOptions::default(), &[]).unwrap()
}

/// All models of the seventeen melons, once for all tests: about the first melon, or
/// about one that does not say its root.
pub fn compared(lang: Lang, asked: bool) -> &'static Comparison {
    static ALL: std::sync::LazyLock<Vec<Comparison>> = std::sync::LazyLock::new(|| {
        let data =
            select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap();
        let melon: Melon = [("色泽", "青绿"), ("敲声", "浊响")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
        let run = |tongue, melon| {
            compare(&data, melon, &CompareOptions { tongue, n_samples: 100, ..Default::default() }).unwrap()
        };
        let both = |tongue| [run(tongue, None), run(tongue, Some(&melon))];
        [Tongue::Chinese, Tongue::English].into_iter().flat_map(both).collect()
    });
    let first = if lang == Lang::Zh { 0 } else { 2 };
    &ALL[first + usize::from(asked)]
}

/// All models but the GPT, whose last digits differ from processor to processor, and as if each had
/// been trained in the same time: about the first melon, or about one that does not say its root.
pub fn compared_without_gpt(lang: Lang, asked: bool) -> Comparison {
    let data = select(Builtin::Melons.table(None, Default::default()), &Selection::default(), Goal::Classify).unwrap();
    let melon: Melon = [("色泽", "青绿"), ("敲声", "浊响")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
    let models = vec![ModelName::Logistic, ModelName::NaiveBayes, ModelName::NGram, ModelName::KMeans];
    let (cv, tongue) = (Cv::LeaveOneOut, lang.language().tongue);
    let options = CompareOptions { models, cv, tongue, n_samples: 100, ..Default::default() };
    let mut result = compare(&data, asked.then_some(&melon), &options).unwrap();
    result.timing.training_secs.values_mut().for_each(|secs| *secs = 0.012);
    result
}

/// A computer on which all is well, and one on which hardly anything is.
pub fn checkups(lang: Lang) -> [Checkup; 2] {
    let lang = lang.language().code;
    let well = Checkup {
        build: Build { version: "1.2.3", os: "linux", optimized: true, features: vec!["parquet"], without: vec![] },
        cpu: Cpu { arch: "x86_64", vector_instructions: vec!["avx2", "fma"], n_cores: 8, n_threads: 8 },
        memory: Memory { total_bytes: Some(16 << 30), available_bytes: Some(9 << 30) },
        chinese_font: Some("Noto Sans CJK SC".to_owned()),
        locale: Locale { name: Some("zh_CN.UTF-8".to_owned()), lang },
        terminal: PageScreen { is_terminal: true, width: 80, unicode: true, color: true },
        findings: Vec::new(),
    };
    let slow = Checkup {
        build: Build { optimized: false, features: vec![], without: vec!["parquet"], ..well.build.clone() },
        cpu: Cpu { vector_instructions: vec![], n_cores: 4, n_threads: 2, ..well.cpu.clone() },
        memory: Memory { available_bytes: Some(1 << 30), ..well.memory },
        chinese_font: None,
        locale: Locale { name: None, lang },
        terminal: PageScreen { is_terminal: false, width: 50, unicode: false, color: false },
        findings: Vec::new(),
    };
    [well, slow].map(Checkup::judged)
}

/// The counted model of the built-in text, counted once for all tests.
fn with_ngram<T>(see: impl FnOnce(Writer) -> T) -> T {
    static COUNTED: std::sync::LazyLock<CountedNGram> =
        std::sync::LazyLock::new(|| ngram_from_corpus(&Corpus::builtin(), &NGramOptions::for_generating()).unwrap());
    let counted = &*COUNTED;
    see(Writer { name: "ngram", model: &counted.model, tokenizer: &counted.tokenizer })
}

/// Steps of a text, each with what was seen, and the text.
fn generated(writer: Writer, prompt: &str, strategy: Strategy, see: &mut dyn FnMut(&Prompt, &Moment)) -> Generation {
    let options = Options { max_tokens: 6, n_candidates: 5, trace: true, strategy, ..Options::default() };
    let prompt = writer.read(prompt);
    let watch = |moment: &Moment| {
        see(&prompt, moment);
        std::ops::ControlFlow::Continue(())
    };
    writer.write(&prompt, &options, watch).unwrap()
}

/// Traces of an n-gram and of a GPT, greedy and drawn, from prompts in English: every step is
/// shown to `see`.
pub fn traces(see: &mut dyn FnMut(&Prompt, &Moment, Strategy)) -> Vec<Generation> {
    let sampling = Sampling { temperature: 1.3, top_k: Some(3), ..Sampling::default() };
    let mut all = Vec::new();
    let mut run = |writer: Writer| {
        for strategy in [Strategy::Greedy, Strategy::Sample(sampling)] {
            for prompt in ["In the morning, a melon", "", "🍉"] {
                all.push(generated(writer, prompt, strategy, &mut |prompt, moment| see(prompt, moment, strategy)));
            }
        }
    };
    let english = "In the morning, a melon is cool. At noon, a melon is warm. A melon is a melon.\nIs it?";
    let counted = ngram_from_corpus(&Corpus::of_text("a", english), &NGramOptions::for_generating()).unwrap();
    run(Writer { name: "ngram", model: &counted.model, tokenizer: &counted.tokenizer });
    let gpt = Gpt::new(GptConfig::new(counted.tokenizer.vocab_size(), 16, 2, 2, 16)).unwrap();
    let params = gpt.init(Seed(1)).iter().map(|x| 20.0 * x).collect();
    let model = GptModel::new(gpt, params).unwrap();
    run(Writer { name: "gpt", model: &model, tokenizer: &counted.tokenizer });
    all
}

/// A model of the largest figures that fit a page.
pub fn summary() -> ModelSummary {
    let name = "models/shakespeare".to_owned();
    ModelSummary { name, kind: ModelKind::Gpt, n_params: 124_439_808, vocab_size: 50_257, context_len: 1024 }
}

/// A text scored by the counted model of the built-in one.
pub fn scored(text: &str) -> Score {
    with_ngram(|writer| score(writer, text).unwrap())
}

/// Ladders without a GPT and with one of each origin.
pub fn ladders() -> Vec<Ladder> {
    let corpus = Corpus::of_text("a", &"In the morning, a melon is cool. At noon, it is warm.\n".repeat(20));
    let result = ladder(&corpus, 5, 0.1).unwrap();
    let gpt = Rung {
        model: RungModel::Named(ModelKind::Gpt, "gpt".to_owned()),
        n_params: 1_068_160,
        context_len: 128,
        ..result.rows[3].clone()
    };
    let name = "models/mine".to_owned();
    let origins = [
        GptOrigin::Trained { steps: 1_234, readings: 2.5, secs: 29.6, seed: 42 },
        GptOrigin::SameSplit { name: name.clone(), n_stories: 7 },
        GptOrigin::Other { name },
    ];
    // Not finished, by heart, and as good as what was counted.
    let scores = [(0.9, 1.0), (0.1, 0.4), (gpt.train_nats_per_char, gpt.val_nats_per_char)];
    let with = |(origin, (train_nats_per_char, val_nats_per_char)): (GptOrigin, (f64, f64))| {
        let gpt = Rung { train_nats_per_char, val_nats_per_char, ..gpt.clone() };
        let rows = result.rows.iter().cloned().chain([gpt]).collect();
        Ladder { rows, gpt: Some(origin), n_train_scored: result.n_train_chars - 1, ..result.clone() }
    };
    std::iter::once(result.clone()).chain(origins.into_iter().zip(scores).map(with)).collect()
}

/// Reports on memorisation: of a copy, and of something new, with and without losses.
pub fn memories() -> Vec<Memorised> {
    let corpus = Corpus::of_text("en/growing", "In the morning, a melon is cool.\nAt noon, it is warm.");
    let copied = memorised("It is said that a melon is cool.\nAt night", &corpus);
    let wide = Memorised { train_loss_nats: Some(1.0), held_out_loss_nats: Some(3.2), ..copied.clone() };
    let narrow = Memorised { held_out_loss_nats: Some(1.1), ..wide.clone() };
    let unknown = Memorised { held_out_loss_nats: None, ..wide.clone() };
    vec![copied, wide, narrow, unknown, memorised("!", &corpus)]
}

//! n-gram models against KenLM's `kenlm` module on the files exported here: `kenlm_scores.py`.

use std::fs;
use std::path::{Path, PathBuf};

use approx::assert_relative_eq;
use melon::lm::ngram::arpa::{escape, read, words, write};
use melon::lm::ngram::{AppliedSmoothing, Counts, NGram, ORDERS, Smoothing};
use melon::lm::tokenizer::{END, Tokenizer};
use melon::lm::{LanguageModel, TokenId};

use super::{matrix_rows, parse};

const CORPUS: &str = include_str!("kenlm_corpus.txt");
const TEXTS: &str = include_str!("kenlm_texts.txt");
const GOLDEN: &str = include_str!("kenlm_scores.json");
/// What another program might write: unknown words have a probability, a weight is above 1.
const FOREIGN: &str = include_str!("kenlm_foreign.arpa");

/// All that an ARPA file can hold, with and without a boundary between texts.
fn models(tokenizer: &Tokenizer) -> Vec<(String, NGram)> {
    let end = tokenizer.end();
    let tokens: Vec<TokenId> = tokenizer.encode(&CORPUS.replace('\n', END));
    let counted = |order, boundary| Counts::new(&tokens, order, tokenizer.vocab_size(), boundary).unwrap();
    let mut models = Vec::new();
    for order in ORDERS {
        for (name, smoothing) in [
            ("maximum-likelihood", Smoothing::MaximumLikelihood),
            ("witten-bell", Smoothing::WittenBell),
            ("kneser-ney", Smoothing::KneserNey),
        ] {
            models.push((format!("{name}-{order}"), NGram::new(&counted(order, end), smoothing).unwrap()));
        }
        let without = NGram::new(&counted(order, None), Smoothing::KneserNey).unwrap();
        models.push((format!("kneser-ney-no-boundary-{order}"), without));
    }
    models
}

/// A folder with what the script reads.
fn export(tokenizer: &Tokenizer, models: &[(String, NGram)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kenlm");
    fs::create_dir_all(&folder).unwrap();
    for (name, model) in models {
        let arpa = write(model, |token| tokenizer.name(token)).unwrap();
        fs::write(folder.join(format!("{name}.arpa")), arpa).unwrap();
    }
    let spelt = |text: &str| -> String {
        let tokens = tokenizer.encode_ordinary(text);
        tokens.iter().map(|&token| escape(&tokenizer.name(token))).collect::<Vec<_>>().join(" ")
    };
    let texts: String = TEXTS.lines().map(|text| spelt(text) + "\n").collect();
    fs::write(folder.join("texts.txt"), texts).unwrap();
    fs::write(folder.join("foreign.arpa"), FOREIGN).unwrap();
    folder
}

/// `log10 p` of each token of a text and, where there is a boundary, of its end.
fn log10s(model: &NGram, tokens: &[TokenId]) -> Vec<f64> {
    let boundary = Vec::from_iter(model.boundary());
    let nats = model.log_probs(&boundary, &[tokens, &boundary].concat());
    nats.iter().map(|nats| nats / std::f64::consts::LN_10).collect()
}

/// KenLM keeps single precision, and adds up to six numbers.
fn assert_scores(name: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_relative_eq!(*ours, *theirs, epsilon = 1e-6, max_relative = 1e-6);
    }
}

#[test]
fn scores_are_those_of_kenlm_on_the_exported_files() {
    let tokenizer = Tokenizer::characters([CORPUS], None).unwrap();
    let models = models(&tokenizer);
    let discounted =
        |(_, model): &(String, NGram)| model.methods().iter().any(|m| matches!(m, AppliedSmoothing::KneserNey(_)));
    assert!(models.iter().any(discounted), "the corpus is too small for Kneser-Ney");
    let folder = export(&tokenizer, &models);
    let golden = parse(GOLDEN);
    for (name, model) in &models {
        let arpa = fs::read_to_string(folder.join(format!("{name}.arpa"))).unwrap();
        let back = read(&arpa, tokenizer.vocab_size(), model.boundary(), |name| tokenizer.token(name)).unwrap();
        let theirs = matrix_rows(&golden[name.as_str()]);
        assert_eq!(theirs.len(), TEXTS.lines().count(), "{name}: run kenlm_scores.py {}", folder.display());
        for (text, theirs) in TEXTS.lines().zip(&theirs) {
            let tokens = tokenizer.encode_ordinary(text);
            assert_scores(name, &log10s(model, &tokens), theirs);
            assert_scores(name, &log10s(&back, &tokens), theirs);
        }
    }
}

#[test]
fn a_file_from_elsewhere_scores_as_in_kenlm_unknown_words_too() {
    let tokenizer = Tokenizer::characters([CORPUS], None).unwrap();
    // The file's words, the boundary, and one token for everything else.
    let listed = words(FOREIGN);
    let (end, unknown) = (listed.len() as TokenId, listed.len() as TokenId + 1);
    let token = |name: &str| listed.iter().position(|word| word == name).map(|at| at as TokenId);
    let model = read(FOREIGN, listed.len() + 2, Some(end), token).unwrap();
    for (text, theirs) in TEXTS.lines().zip(matrix_rows(&parse(GOLDEN)["foreign"])) {
        let names = tokenizer.encode_ordinary(text).into_iter().map(|id| tokenizer.name(id));
        let tokens: Vec<TokenId> = names.map(|name| token(&name).unwrap_or(unknown)).collect();
        assert_scores("foreign", &log10s(&model, &tokens), &theirs);
    }
}

//! An n-gram model as a folder.
//!
//! | file                | what is in it                                                       |
//! |---------------------|---------------------------------------------------------------------|
//! | `config.json`       | order, smoothing and vocabulary; `"model_type": "ngram"`            |
//! | `model.safetensors` | the counts, from which the same model is made again, bit for bit    |
//! | `model.arpa`        | its probabilities in the field's own format, for KenLM and the like |
//! | `tokenizer.json`    | text to tokens and back                                             |
//! | `training.json`     | what was counted                                                    |
//!
//! A folder without counts is read from its `model.arpa`, so that models of other toolkits open
//! too. Add-k has no ARPA form: its folder has none.

use super::folder::{self, FolderError};
use super::model_type;
use crate::data::Corpus;
use crate::lm::Tokenizer;
use crate::lm::ngram::arpa::{self, ArpaError};
use crate::lm::ngram::{CountColumn, Counts, DamagedCounts, NGram, NGramError, Smoothing};
use crate::lm::tokenizer::TokenizerError;
use crate::task::ngram::{Counted, NGramOptions};
use crate::task::training::{CorpusRecord, program};
use flate2::read::MultiGzDecoder;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

const CONFIG: &str = "config.json";
const COUNTS: &str = "model.safetensors";
const ARPA: &str = "model.arpa";
const TOKENIZER: &str = "tokenizer.json";
const TRAINING: &str = "training.json";

/// The first bytes of a file that gzip packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// How a piece that begins a word is marked, in byte-level BPE and in SentencePiece.
const WORD_BEGINS: [char; 2] = ['Ġ', '▁'];

/// All of a saved n-gram model.
#[derive(Debug, Clone)]
pub struct SavedNGram {
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    /// The counts; none where the model was read from an ARPA file.
    pub counts: Option<Counts>,
    /// How they became probabilities; none likewise.
    pub smoothing: Option<Smoothing>,
    /// The model.
    pub model: NGram,
    /// What was counted, if that is known.
    pub training: Option<NGramRecord>,
}

impl SavedNGram {
    /// What was counted of `corpus` with these options.
    pub fn of(counted: Counted, corpus: &Corpus, options: &NGramOptions) -> SavedNGram {
        let n_tokens = counted.n_train + counted.n_validation;
        SavedNGram {
            tokenizer: counted.tokenizer,
            counts: Some(counted.counts),
            smoothing: Some(options.smoothing),
            model: counted.model,
            training: Some(NGramRecord {
                program: program(),
                corpus: CorpusRecord::of(corpus, n_tokens, options.validation_share),
                val_loss_nats: counted.val_loss_nats,
            }),
        }
    }
}

/// `training.json`: what was counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NGramRecord {
    /// The program and its version.
    pub program: String,
    /// The text.
    pub corpus: CorpusRecord,
    /// The loss on what was held out, nats a token.
    pub val_loss_nats: Option<f64>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Config {
    model_type: String,
    #[serde(default)]
    vocab_size: Option<usize>,
    #[serde(default)]
    order: Option<usize>,
    #[serde(default)]
    smoothing: Option<Smoothing>,
}

/// Why an n-gram model's files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum NGramFileError {
    /// The folder cannot be read or written.
    Folder(#[from] FolderError),
    /// A file that a model cannot do without is not there.
    NoFile {
        /// Its name.
        file: &'static str,
    },
    /// A file that is JSON cannot be read.
    Json {
        /// The file.
        file: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
    /// The counts are no safetensors file.
    Unreadable {
        /// What is wrong.
        reason: String,
    },
    /// The counts contradict themselves.
    Damaged(#[from] DamagedCounts),
    /// The ARPA file is none.
    Arpa(#[from] ArpaError),
    /// The tokenizer is none.
    Tokenizer(#[from] TokenizerError),
    /// No model follows from the counts.
    Model(#[from] NGramError),
    /// The vocabulary is another model's.
    Vocabulary {
        /// Tokens of the tokenizer.
        tokenizer: usize,
        /// Tokens that the model knows.
        model: usize,
    },
    /// An ARPA file that is packed cannot be unpacked.
    Packed {
        /// What is wrong.
        reason: String,
    },
    /// The words of an ARPA file by itself are pieces, which only their tokenizer can cut.
    Pieces {
        /// The first that is one.
        word: String,
    },
}

/// Saves a model as the folder `path`, whole or not at all.
///
/// # Errors
/// If the disk is full or not writable, or something else than a saved model is at `path`.
pub fn save(path: &Path, saved: &SavedNGram) -> Result<(), NGramFileError> {
    let config = Config {
        model_type: model_type::NGRAM.to_owned(),
        vocab_size: Some(saved.tokenizer.vocab_size()),
        order: Some(saved.model.order()),
        smoothing: saved.smoothing,
    };
    let config = serde_json::to_vec_pretty(&config).expect("plain numbers and words");
    let counts = saved.counts.as_ref().map(write_counts);
    let arpa = arpa::write(&saved.model, |token| saved.tokenizer.name(token)).map(String::into_bytes);
    let training = saved.training.as_ref().map(|record| serde_json::to_vec_pretty(record).expect("plain data"));
    let tokenizer = saved.tokenizer.to_json().into_bytes();
    let mut files: Vec<(&str, &[u8])> = vec![(CONFIG, &config), (TOKENIZER, &tokenizer)];
    let others = [(COUNTS, &counts), (ARPA, &arpa), (TRAINING, &training)];
    files.extend(others.into_iter().filter_map(|(name, content)| Some((name, content.as_deref()?))));
    Ok(folder::write(path, &files)?)
}

/// Loads a saved model.
///
/// # Errors
/// If a file is missing, damaged, or does not fit the others.
pub fn load(path: &Path) -> Result<SavedNGram, NGramFileError> {
    let must = |file| folder::read(path, file)?.ok_or(NGramFileError::NoFile { file });
    let config: Config = json(CONFIG, &must(CONFIG)?)?;
    let tokenizer = Tokenizer::from_json(&String::from_utf8_lossy(&must(TOKENIZER)?))?;
    let training = folder::read(path, TRAINING)?.map(|content| json(TRAINING, &content)).transpose()?;
    let (counts, model) = match (folder::read(path, COUNTS)?, config.smoothing) {
        (Some(file), Some(smoothing)) => {
            let counts = read_counts(&file)?;
            let model = NGram::new(&counts, smoothing)?;
            (Some(counts), model)
        }
        _ => (None, read_arpa(&text(must(ARPA)?), &tokenizer)?),
    };
    check_vocabulary(&tokenizer, &model)?;
    Ok(SavedNGram { tokenizer, smoothing: config.smoothing.filter(|_| counts.is_some()), counts, model, training })
}

/// A model from an ARPA file alone, packed by gzip or not. Where each of its words is a character,
/// or a name that the vocabularies made here have, it is one of characters, else of words.
///
/// # Errors
/// If it is no ARPA file, or its words are pieces of others.
pub fn from_arpa(content: &[u8]) -> Result<SavedNGram, NGramFileError> {
    let text = text(unpacked(content)?);
    let words = arpa::words(&text);
    if words.is_empty() {
        arpa::read(&text, 1, None, |_| None)?; // says what is wrong, if anything is
    }
    let tokenizer = vocabulary(words)?;
    let model = read_arpa(&text, &tokenizer)?;
    Ok(SavedNGram { tokenizer, counts: None, smoothing: None, model, training: None })
}

fn unpacked(content: &[u8]) -> Result<Cow<'_, [u8]>, NGramFileError> {
    if !content.starts_with(&GZIP) {
        return Ok(content.into());
    }
    let mut text = Vec::new();
    let read = MultiGzDecoder::new(content).read_to_end(&mut text);
    read.map_err(|error| NGramFileError::Packed { reason: error.to_string() })?;
    Ok(text.into())
}

/// The vocabulary of a file that has no other.
fn vocabulary(words: Vec<String>) -> Result<Tokenizer, NGramFileError> {
    let characters: String = words.iter().filter(|word| word.chars().count() == 1).map(String::as_str).collect();
    if !characters.is_empty() {
        let tokenizer = Tokenizer::characters([characters.as_str()], None)?;
        if words.iter().all(|word| tokenizer.token(word).is_some()) {
            return Ok(tokenizer);
        }
    }
    match words.iter().find(|word| word.starts_with(WORD_BEGINS)) {
        Some(word) => Err(NGramFileError::Pieces { word: word.clone() }),
        None => Ok(Tokenizer::words(words.iter().map(String::as_str))?),
    }
}

fn read_arpa(text: &str, tokenizer: &Tokenizer) -> Result<NGram, ArpaError> {
    arpa::read(text, tokenizer.vocab_size(), tokenizer.end(), |name| tokenizer.token(name))
}

fn check_vocabulary(tokenizer: &Tokenizer, model: &NGram) -> Result<(), NGramFileError> {
    let (tokenizer, model) = (tokenizer.vocab_size(), crate::lm::LanguageModel::vocab_size(model));
    if tokenizer == model { Ok(()) } else { Err(NGramFileError::Vocabulary { tokenizer, model }) }
}

fn json<T: serde::de::DeserializeOwned>(file: &'static str, content: &[u8]) -> Result<T, NGramFileError> {
    serde_json::from_slice(content).map_err(|error| NGramFileError::Json { file, reason: error.to_string() })
}

/// Without a byte-order mark.
fn text(content: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(content.as_ref()).trim_start_matches('\u{feff}').to_owned()
}

/// The columns as tensors of one dimension, each number in eight or four bytes.
fn write_counts(counts: &Counts) -> Vec<u8> {
    let columns: Vec<_> = counts.to_columns().into_iter().map(|(name, column)| (name, to_bytes(&column))).collect();
    let views = columns.iter().map(|(name, (dtype, bytes))| {
        let shape = vec![bytes.len() * 8 / dtype.bitsize()];
        (name.as_str(), TensorView::new(*dtype, shape, bytes).expect("as many bytes as the shape says"))
    });
    safetensors::serialize(views, None).expect("names and shapes of columns")
}

fn to_bytes(column: &CountColumn) -> (Dtype, Vec<u8>) {
    match column {
        CountColumn::U32(numbers) => (Dtype::U32, numbers.iter().flat_map(|n| n.to_le_bytes()).collect()),
        CountColumn::U64(numbers) => (Dtype::U64, numbers.iter().flat_map(|n| n.to_le_bytes()).collect()),
    }
}

fn read_counts(file: &[u8]) -> Result<Counts, NGramFileError> {
    let tensors =
        SafeTensors::deserialize(file).map_err(|error| NGramFileError::Unreadable { reason: error.to_string() })?;
    let column = |name: &str| {
        let view = tensors.tensor(name).ok()?;
        match view.dtype() {
            Dtype::U32 => Some(CountColumn::U32(numbers(view.data(), u32::from_le_bytes))),
            Dtype::U64 => Some(CountColumn::U64(numbers(view.data(), u64::from_le_bytes))),
            _ => None,
        }
    };
    Ok(Counts::from_columns(column)?)
}

fn numbers<T, const N: usize>(data: &[u8], read: impl Fn([u8; N]) -> T) -> Vec<T> {
    data.chunks_exact(N).map(|bytes| read(bytes.try_into().expect("chunks of this length"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::LanguageModel;
    use crate::task::ngram::ngram_from_corpus;

    fn saved(smoothing: Smoothing) -> SavedNGram {
        let corpus = Corpus::of_text("x", "瓜熟了，瓜甜了，瓜好了。 a melon");
        let options = NGramOptions { order: 3, smoothing, ..NGramOptions::default() };
        SavedNGram::of(ngram_from_corpus(&corpus, &options).unwrap(), &corpus, &options)
    }

    #[test]
    fn a_saved_model_comes_back_bit_for_bit() {
        let room = tempfile::tempdir().unwrap();
        for smoothing in [Smoothing::KneserNey, Smoothing::AddK(0.1 + 0.2), Smoothing::MaximumLikelihood] {
            let path = room.path().join("model");
            let before = saved(smoothing);
            save(&path, &before).unwrap();
            let after = load(&path).unwrap();
            assert_eq!((after.model, after.smoothing), (before.model, Some(smoothing)));
            assert_eq!(path.join(ARPA).exists(), !matches!(smoothing, Smoothing::AddK(_)));
        }
    }

    #[test]
    fn an_arpa_file_alone_is_enough_for_characters() {
        let before = saved(Smoothing::KneserNey);
        let text = arpa::write(&before.model, |token| before.tokenizer.name(token)).unwrap();
        let after = from_arpa(text.as_bytes()).unwrap();
        for prompt in ["瓜", "熟了，", "a me"] {
            let logits = |saved: &SavedNGram| saved.model.next_logits(&saved.tokenizer.encode(prompt));
            let close = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
            assert!(logits(&before).iter().zip(&logits(&after)).all(close));
        }
        assert!(matches!(from_arpa(b"hello"), Err(NGramFileError::Arpa(ArpaError::NoHeader))));
    }

    /// A model of three tokens, called `m`, `r` and `i`.
    fn small(m: &str, r: &str, i: &str) -> String {
        let singles = format!(
            "-0.9\t<unk>\t0\n-99\t<s>\t-0.30103\n-0.7\t</s>\n-0.6\t{m}\t-0.2\n-0.5\t{r}\t-0.25\n-0.8\t{i}\t-0.1\n"
        );
        let pairs =
            format!("-0.3\t<s> {m}\t-0.05\n-0.2\t{m} {i}\t-0.15\n-0.25\t{i} {r}\n-0.1\t{r} </s>\n-0.4\t{m} {r}\n");
        let triples = format!("-0.15\t<s> {m} {i}\n-0.12\t{m} {i} {r}\n");
        format!(
            "\n\\data\\\nngram 1=6\nngram 2=5\nngram 3=2\n\n\\1-grams:\n{singles}\n\\2-grams:\n{pairs}\n\\3-grams:\n{triples}\n\\end\\\n"
        )
    }

    /// `log10 p` of each token of `text`.
    fn scores(file: &[u8], text: &str) -> Vec<f64> {
        let SavedNGram { tokenizer, model, .. } = from_arpa(file).unwrap();
        let tokens = tokenizer.encode(text);
        let nats = model.log_probs(&[tokenizer.end().unwrap()], &tokens);
        nats.into_iter().map(|nats| (nats / 10f64.ln() * 1e9).round() / 1e9).collect()
    }

    #[test]
    fn files_of_other_toolkits_say_what_they_say_there() {
        let packed = |text: &str| {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
            out.finish().unwrap()
        };
        let plain = small("m", "r", "i");
        let right = [-0.3, -0.15, -0.12];
        for file in [plain.clone(), format!("\u{feff}{plain}"), plain.replace("<unk>", "<UNK>")] {
            assert_eq!(scores(file.as_bytes(), "mir"), right);
            assert_eq!(scores(&packed(&file), "mir"), right);
        }
        for blank in ["\u{3000}", "\u{a0}", "\u{2009}"] {
            assert_eq!(scores(small("m", "r", blank).as_bytes(), &format!("m{blank}r")), right, "{blank:?}");
        }
        let cut = &packed(&plain)[..40];
        assert!(matches!(from_arpa(cut), Err(NGramFileError::Packed { .. })));
    }

    #[test]
    fn a_model_of_words_reads_words() {
        let words = small("melon", "ripe", "is");
        assert_eq!(scores(words.as_bytes(), "melon is ripe"), [-0.3, -0.15, -0.12]);
        assert_eq!(scores(words.as_bytes(), "melon\tis  ripe\n"), [-0.3, -0.15, -0.12]);
        // pear is unknown: back-off of `<s> melon`, of `melon`, then p(<unk>).
        assert_eq!(scores(words.as_bytes(), "melon pear"), [-0.3, -1.15]);
        let pieces = small("Ġmelon", "Ġripe", "is");
        assert!(matches!(from_arpa(pieces.as_bytes()), Err(NGramFileError::Pieces { word }) if word == "Ġmelon"));
    }

    #[test]
    fn what_was_read_from_another_toolkit_is_written_and_read_again() {
        let all_above_one = small("m", "r", "i").replace("-0.2\n", "0.3\n");
        for before in [small("m", "r", "i"), small("melon", "ripe", "is"), all_above_one, "\\data\\\nngram 1=4\nngram 2=1\n\n\\1-grams:\n-1\t<unk>\n-99 <s> -0.5\n-0.3 a -0.2\n-0.6 </s>\n\n\\2-grams:\n-0.1 <s> a\n\n\\end\\\n".to_owned()] {
            let SavedNGram { tokenizer, model, .. } = from_arpa(before.as_bytes()).unwrap();
            let text = arpa::write(&model, |token| tokenizer.name(token)).unwrap();
            let again = from_arpa(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
            assert_eq!(again.tokenizer.to_json(), tokenizer.to_json());
            for context in [&[][..], &[0], &[0, 2], &[2, 4], &[4]] {
                let (a, b) = (model.next_logits(context), again.model.next_logits(context));
                assert!(a.iter().zip(&b).all(|(a, b)| (a - b).abs() < 1e-9), "{context:?}\n{text}");
            }
        }
    }

    #[test]
    fn a_file_that_was_cut_off_is_an_error() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("model");
        save(&path, &saved(Smoothing::KneserNey)).unwrap();
        let whole = std::fs::read(path.join(COUNTS)).unwrap();
        for n in [0, 7, 100, whole.len() / 2, whole.len() - 1] {
            std::fs::write(path.join(COUNTS), &whole[..n]).unwrap();
            assert!(matches!(load(&path), Err(NGramFileError::Unreadable { .. })), "{n}");
        }
    }
}

//! What must hold of any bytes.

use melon::data::read::{ReadOptions, chunks, from_bytes, number};
use melon::data::write::csv_text;
use melon::data::{Column, Feature, Goal, MissingPolicy, Selection, Values, conversation, parse_melon, select};
use melon::lm::generate::{Options, generate};
use melon::lm::ngram::{NGram, Smoothing, arpa};
use melon::lm::{LanguageModel, Tokenizer};
use melon::store::{SavedModel, gpt as gpt_files, ngram as ngram_files};
use melon::task::classifiers::ModelName;
use melon::task::{classify, cluster, regress};
use std::ops::ControlFlow;
use std::path::Path;

const ENCODINGS: [Option<&str>; 14] = [
    None,
    Some("utf-8"),
    Some("gbk"),
    Some("big5"),
    Some("utf-16le"),
    Some("utf-16be"),
    Some("gb18030"),
    Some("shift_jis"),
    Some("iso-2022-jp"),
    Some("windows-1252"),
    Some("utf-16"),
    Some("replacement"),
    Some("x-user-defined"),
    Some("euc-kr"),
];
const MODELS: [ModelName; 4] = [ModelName::Logistic, ModelName::NaiveBayes, ModelName::Knn, ModelName::Tree];
const DELIMITERS: [Option<u8>; 8] =
    [None, Some(b','), Some(b'\t'), Some(b';'), Some(b'|'), Some(b'"'), Some(b' '), Some(b'1')];

/// Whether the cells are the same numbers, bit by bit, or words.
fn same(a: &Column, b: &Column) -> bool {
    let values = match (&a.values, &b.values) {
        (Values::Numbers(a), Values::Numbers(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()))
        }
        (a, b) => a == b,
    };
    a.name == b.name && values
}

/// A table in any encoding, behind a byte for that and one for what separates the cells: what
/// is read can be written and read again, and in chunks there are as many rows.
pub fn table(input: &[u8]) {
    let [encoding, delimiter, bytes @ ..] = input else { return };
    let options = ReadOptions {
        encoding: ENCODINGS[usize::from(*encoding) % 64 % ENCODINGS.len()].map(str::to_owned),
        delimiter: DELIMITERS[usize::from(*delimiter) % 32 % DELIMITERS.len()],
        ..ReadOptions::default()
    };
    let Ok(table) = from_bytes(bytes, &options).map_err(|fault| fault.to_string()) else { return };
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    if let Ok(chunks) = chunks(file.path().to_str().unwrap(), &options, 3)
        && let Ok(parts) = chunks.collect::<Result<Vec<_>, _>>()
    {
        assert_eq!(parts.iter().map(|part| part.table.n_rows()).sum::<usize>(), table.n_rows());
    }
    let text = csv_text(&table.columns, b',');
    let of_kind =
        |numeric| table.columns.iter().filter(|c| c.is_numeric() == numeric).map(|c| c.name.clone()).collect();
    let again = ReadOptions {
        encoding: Some("utf-8".to_owned()),
        delimiter: Some(b','),
        header: Some(true),
        numeric: of_kind(true),
        categorical: of_kind(false),
        ..ReadOptions::default()
    };
    if let Ok(again) = from_bytes(text.as_bytes(), &again)
        && again.n_rows() == table.n_rows()
        && again.columns.len() == table.columns.len()
    {
        for (a, b) in table.columns.iter().zip(&again.columns).filter(|(a, b)| a.is_numeric() == b.is_numeric()) {
            assert!(same(a, b) || !a.is_numeric(), "{a:?}\n{b:?}\n{text:?}");
        }
    }
}

/// A small table behind four bytes of settings: every fit ends, and its model is saved and loads.
pub fn table_fits(input: &[u8]) {
    let [missing, penalty, settings, goal, bytes @ ..] = input else { return };
    let Ok(table) = from_bytes(bytes, &ReadOptions::default()) else { return };
    if bytes.len() > 600 || table.columns.len() > 6 || table.n_rows() > 30 {
        return;
    }
    let missing = [MissingPolicy::Error, MissingPolicy::Drop, MissingPolicy::Impute][usize::from(*missing) % 3];
    let selection = Selection { missing, ..Selection::default() };
    let (l2, standardize) = ([1.0, 0.0, 1e-3, 1e6][usize::from(*penalty) / 4 % 4], settings & 32 != 0);
    let saved = match goal % 3 {
        0 => {
            let Ok(data) = select(table, &selection, Goal::Classify) else { return };
            let model = MODELS[usize::from(*settings) % MODELS.len()];
            let options = classify::ClassifyOptions { model, l2, standardize, ..Default::default() };
            classify::classify(&data, &options, &[]).map(|found| SavedModel::of_classification(&found, "x".into())).ok()
        }
        1 => {
            let Ok(data) = select(table, &selection, Goal::Regress) else { return };
            let options = regress::RegressOptions { l2, standardize, ..Default::default() };
            regress::regress(&data, &options, &[]).map(|found| SavedModel::of_regression(&found, "x".into())).ok()
        }
        _ => {
            let Ok(data) = select(table, &selection, Goal::Cluster) else { return };
            let k = 1 + usize::from(*penalty) % 5;
            let options = cluster::ClusterOptions { k, standardize, n_init: Some(2), ..Default::default() };
            cluster::cluster(&data, &options).map(|found| SavedModel::of_clustering(&found, "x".into())).ok()
        }
    };
    if let Some(saved) = saved {
        let json = serde_json::to_vec_pretty(&saved).unwrap();
        let again =
            melon::store::parse(Path::new("x"), &json).unwrap_or_else(|error| panic!("does not load: {error:?}"));
        assert_eq!(again, saved);
    }
}

/// A saved model: what is taken answers.
pub fn saved(input: &[u8]) {
    let Ok(saved) = melon::store::parse(Path::new("x"), input).map_err(|error| error.to_string()) else { return };
    serde_json::to_vec(&saved).unwrap();
    let predictor = saved.into_predictor();
    let column = |feature: &Feature| match &feature.levels {
        Some(levels) => Column::words(&feature.name, [levels.first().map(String::as_str), Some("zzz"), None]),
        None => Column::numbers(&feature.name, [1.0, 1e300, f64::NAN]),
    };
    let columns: Vec<Column> = predictor.model().features().iter().take(200).map(column).collect();
    let _ = predictor.predict(&columns);
}

/// The files of a GPT, each of the first three behind its length in two bytes.
pub fn gpt(input: &[u8]) {
    let mut rest = input;
    let mut next = || {
        let (len, after) = rest.split_first_chunk::<2>()?;
        let (part, after) = after.split_at_checked(usize::from(u16::from_le_bytes(*len)))?;
        rest = after;
        Some(part)
    };
    let (Some(config), Some(tokenizer), Some(_training)) = (next(), next(), next()) else { return };
    let Ok(model) = gpt_files::parse(config, rest).map_err(|error| error.to_string()) else { return };
    let tokenizer = std::str::from_utf8(tokenizer).ok().and_then(|text| Tokenizer::from_json(text).ok());
    let Some(tokenizer) = tokenizer.filter(|tokenizer| tokenizer.vocab_size() <= model.vocab_size()) else { return };
    let options = Options { max_tokens: 3, n_candidates: 2, trace: true, ..Options::default() };
    let _ = generate(&model, &tokenizer, &tokenizer.encode("ab瓜"), &options, |_| ControlFlow::Continue(()));
}

/// A `tokenizer.json`: every text has ids of the vocabulary.
pub fn tokenizer(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let Ok(tokenizer) = Tokenizer::from_json(text).map_err(|error| error.to_string()) else { return };
    for text in ["", "ab 瓜\n", "<|end|>x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"] {
        for ids in [tokenizer.encode(text), tokenizer.encode_ordinary(text)] {
            assert!(ids.iter().all(|&id| (id as usize) < tokenizer.vocab_size()), "{ids:?}");
            let _ = tokenizer.decode(&ids);
        }
    }
    tokenizer.to_json();
}

/// An ARPA file: what is taken gives probabilities, and what it becomes is read back as the same.
pub fn arpa(input: &[u8]) {
    let Ok(saved) = ngram_files::from_arpa(input).map_err(|error| error.to_string()) else { return };
    let (model, tokenizer) = (&saved.model, &saved.tokenizer);
    let logits = |model: &NGram, tokenizer: &Tokenizer, text| model.next_logits(&tokenizer.encode(text));
    for text in ["", "a", "ab", "瓜熟"] {
        assert!(logits(model, tokenizer, text).iter().all(|logit| logit.is_finite()));
    }
    if let Some(text) = arpa::write(model, |token| tokenizer.name(token)) {
        let again = ngram_files::from_arpa(text.as_bytes()).unwrap_or_else(|error| panic!("own ARPA: {error}\n{text}"));
        if again.tokenizer.to_json() == tokenizer.to_json() {
            let (a, b) = (logits(model, tokenizer, "ab"), logits(&again.model, &again.tokenizer, "ab"));
            // Its numbers have all their digits; a word that cannot come has 1e-99 there.
            let is_same = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9 || a.max(*b) < -200.0;
            assert!(a.iter().zip(&b).all(is_same), "{a:?}\n{b:?}\n{text}");
        }
    }
}

/// The counts of an n-gram behind a byte for its smoothing: probabilities, and the same counts again.
pub fn ngram(input: &[u8]) {
    let Some((smoothing, file)) = input.split_first() else { return };
    let Ok(counts) = ngram_files::read_counts(file).map_err(|error| error.to_string()) else { return };
    let all = [Smoothing::KneserNey, Smoothing::WittenBell, Smoothing::MaximumLikelihood, Smoothing::AddK(0.5)];
    let Ok(model) = NGram::new(&counts, all[usize::from(*smoothing) % all.len()]) else { return };
    if model.vocab_size() > 5000 {
        return;
    }
    for context in [&[][..], &[0], &[1, 2], &[259, 260, 261, 262], &[u32::MAX, 7]] {
        assert!(model.next_logits(context).iter().all(|logit| logit.is_finite()), "{context:?}");
    }
    assert_eq!(ngram_files::read_counts(&ngram_files::write_counts(&counts)).unwrap(), counts);
}

/// Conversations: what is read is written and read as the same.
pub fn chat(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let Ok(found) = conversation::parse("f", text).map_err(|error| error.to_string()) else { return };
    for one in found.conversations {
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!(conversation::parse("f", &json).unwrap().conversations, [one], "{json}");
    }
}

/// `--melon`: a cell is of a feature and has one of its values.
pub fn melon(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let feature = |name: &str, levels: Option<&[&str]>| Feature {
        name: name.to_owned(),
        levels: levels.map(|levels| levels.iter().map(|&level| level.to_owned()).collect()),
    };
    let features = [
        feature("色泽", Some(&["青绿", "乌黑", "a=b", "x,y", ""])),
        feature("密度", None),
        feature("Color", Some(&["Green", "green"])),
    ];
    let Ok(cells) = parse_melon(text, &features).map_err(|error| error.to_string()) else { return };
    for (name, value) in cells {
        let feature = features.iter().find(|feature| feature.name == name).unwrap();
        match &feature.levels {
            Some(levels) => assert!(levels.contains(&value), "{value}"),
            None => assert!(number(&value).is_some_and(f64::is_finite), "{value}"),
        }
    }
}

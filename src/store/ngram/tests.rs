//! What is saved comes back, and what other toolkits write is read.

use super::*;
use crate::lm::LanguageModel;
use crate::lm::ngram::arpa::ArpaError;
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
        let after = load(&ModelFiles::Folder(&path)).unwrap();
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
    let singles =
        format!("-0.9\t<unk>\t0\n-99\t<s>\t-0.30103\n-0.7\t</s>\n-0.6\t{m}\t-0.2\n-0.5\t{r}\t-0.25\n-0.8\t{i}\t-0.1\n");
    let pairs = format!("-0.3\t<s> {m}\t-0.05\n-0.2\t{m} {i}\t-0.15\n-0.25\t{i} {r}\n-0.1\t{r} </s>\n-0.4\t{m} {r}\n");
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
        assert!(matches!(load(&ModelFiles::Folder(&path)), Err(NGramFileError::Unreadable { .. })), "{n}");
    }
}

//! Tokenisers and the sampler, on whatever comes.

use std::sync::LazyLock;

use melon::lm::Tokenizer;
use melon::lm::sampling::{Sampling, Strategy};
use melon::lm::tokenizer::MARKERS;
use proptest::prelude::{Just, Strategy as Generator, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

const CORPUS: &str = "周一上班真的很丧,西瓜真的很甜。\na melon a day, a melon a night: the melons are ripe.\n";

static BOTH: LazyLock<[Tokenizer; 2]> = LazyLock::new(|| {
    [Tokenizer::characters([CORPUS], None).unwrap(), Tokenizer::byte_level_bpe([CORPUS, CORPUS], 280).unwrap()]
});

/// Any characters at all, with markers, what looks like them, and characters in several parts.
fn text() -> impl Generator<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-z西瓜 \n]{0,12}",
        Just(MARKERS.concat()),
        Just("<|end".to_owned()),
        Just("<0xE7>".to_owned()),
        Just("👩‍🌾e\u{301}".to_owned()),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_text_comes_back_whole_and_streams_in_whole_characters(text in text()) {
        for tokenizer in BOTH.iter() {
            for tokens in [tokenizer.encode(&text), tokenizer.encode_ordinary(&text)] {
                prop_assert!(tokens.iter().all(|&token| (token as usize) < tokenizer.vocab_size()));
                prop_assert_eq!(&tokenizer.decode(&tokens), &text);
                let mut stream = tokenizer.stream();
                let mut shown: String = tokens.iter().map(|&token| stream.push(token)).collect();
                prop_assert_eq!(&shown, &text, "nothing is left for the end");
                shown += &stream.finish();
                prop_assert_eq!(&shown, &text);
            }
        }
    }

    #[test]
    fn what_is_typed_is_never_a_marker(text in text()) {
        for tokenizer in BOTH.iter() {
            prop_assert!(tokenizer.encode_ordinary(&text).iter().all(|&token| token as usize >= MARKERS.len()));
        }
    }

    #[test]
    fn a_saved_vocabulary_has_the_same_ids(text in text()) {
        for tokenizer in BOTH.iter() {
            let again = Tokenizer::from_json(&tokenizer.to_json()).unwrap();
            prop_assert_eq!(again.encode(&text), tokenizer.encode(&text));
        }
    }

    /// Any ids, in any order, as an untrained model writes them.
    #[test]
    fn any_tokens_stream_to_the_text_they_decode_to(tokens in proptest::collection::vec(0u32..280, 0..40)) {
        for tokenizer in BOTH.iter() {
            let mut stream = tokenizer.stream();
            let mut shown: String = tokens.iter().map(|&token| stream.push(token)).collect();
            shown += &stream.finish();
            prop_assert_eq!(shown, tokenizer.decode(&tokens));
        }
    }

    #[test]
    fn the_support_is_the_likeliest_tokens_and_no_more(
        logits in proptest::collection::vec(-8.0..8.0f64, 1..30),
        temperature in 0.2..3.0f64,
        k in 1usize..40,
        p in 0.01..1.0f64,
    ) {
        let plain = Sampling { temperature, top_k: None, top_p: None, min_p: None };
        let support = |sampling| Strategy::Sample(sampling).support(&logits);
        let all = support(plain);
        prop_assert_eq!(all.tokens.len(), logits.len());
        let sums = |n: usize| all.probabilities[..n].iter().sum::<f64>();

        let (top_k, top_p, min_p) = (
            support(Sampling { top_k: Some(k), ..plain }),
            support(Sampling { top_p: Some(p), ..plain }),
            support(Sampling { min_p: Some(p), ..plain }),
        );
        for kept in [&top_k, &top_p, &min_p] {
            let n = kept.tokens.len();
            prop_assert_eq!(&kept.tokens, &all.tokens[..n], "the likeliest come first");
            prop_assert!((kept.probabilities.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(kept.probabilities.windows(2).all(|pair| pair[0] >= pair[1]));
            prop_assert!((kept.probabilities[0] * sums(n) - all.probabilities[0]).abs() < 1e-9, "the odds stay");
        }
        prop_assert_eq!(top_k.tokens.len(), k.min(logits.len()));
        let n = top_p.tokens.len();
        prop_assert!(sums(n) >= p - 1e-12 && sums(n - 1) < p + 1e-12, "the smallest set that has p");
        let (n, least) = (min_p.tokens.len(), p * all.probabilities[0]);
        prop_assert!(all.probabilities[..n].iter().all(|&q| q >= least - 1e-12));
        prop_assert!(all.probabilities[n..].iter().all(|&q| q < least + 1e-12));
    }
}

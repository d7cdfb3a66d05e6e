use super::*;
use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Dataset, Goal, Selection, select};
use crate::model::{Classifier, Explanation};
use crate::rng::Seed;
use crate::task::classify::labels_of;
use approx::assert_relative_eq;

impl SentenceOptions {
    /// This reader, of Chinese sentences clause by clause.
    fn new(reader: SentenceReader) -> SentenceOptions {
        SentenceOptions { reader, tongue: Tongue::default(), unit: Unit::default(), seed: Seed::default() }
    }
}

fn melons() -> (Dataset, Labels) {
    let data = select(Builtin::Melons.table(None, Seed::default()), &Selection::default(), Goal::Classify).unwrap();
    let labels = labels_of(&data).unwrap();
    (data, labels)
}

fn fit(options: &SentenceOptions) -> SentenceModel {
    let (data, labels) = melons();
    SentenceModel::fit(&data.features, &labels, options).unwrap()
}

/// The first melon, 青绿 蜷缩 浊响, in the model's words.
fn first(model: &SentenceModel) -> Codes {
    model.tokenizer.codes(&melons().0.features).unwrap()[0].clone()
}

fn every_kind() -> Vec<SentenceOptions> {
    let of = |reader, unit| SentenceOptions { unit, ..SentenceOptions::new(reader) };
    vec![
        of(SentenceReader::NGram, Unit::Clause),
        of(SentenceReader::Gpt, Unit::Clause),
        of(SentenceReader::NGram, Unit::Character),
    ]
}

#[test]
fn a_row_is_spelt_clause_by_clause_and_read_back() {
    let model = fit(&SentenceOptions::new(SentenceReader::NGram));
    let codes = first(&model);
    let tokens = [model.tokenizer.prefix(&codes).as_slice(), model.tokenizer.class(1)].concat();
    assert_eq!(tokens.len(), 5, "a boundary, three clauses and the class");
    assert_eq!(model.tokenizer.write(&tokens), "色泽青绿，根蒂蜷缩，敲声浊响，好瓜是。");
    assert_eq!(model.tokenizer.read("色泽青绿，根蒂蜷缩，敲声浊响，好瓜是。"), Some((codes, 1)));
    for nonsense in ["色泽青绿，色泽青绿，好瓜是。", "色泽青绿，根蒂蜷缩。", "今天天气好。", ""]
    {
        assert_eq!(model.tokenizer.read(nonsense), None, "{nonsense}");
    }
}

#[test]
fn class_probabilities_are_the_chain_rule_over_the_next_token() {
    for options in every_kind() {
        let model = fit(&options);
        let codes = first(&model);
        let raw: Vec<f64> = model.class_logs(&codes).into_iter().map(f64::exp).collect();
        let mass: f64 = raw.iter().sum();
        for (class, &probability) in raw.iter().enumerate() {
            let mut text = model.tokenizer.prefix(&codes);
            let mut product = 1.0;
            for &token in model.tokenizer.class(class) {
                let mut p = model.lm.next_logits(&text);
                math::softmax(&mut p);
                product *= p[token as usize];
                text.push(token);
            }
            assert_relative_eq!(probability, product, max_relative = 1e-5);
        }
        assert!(mass <= 1.0 + 1e-9);
        let columns: Vec<Column> = melons().0.features.iter().map(|column| column.take(&[0])).collect();
        let asked = model.predict_proba(&columns).unwrap();
        assert_relative_eq!(asked[[0, 1]], raw[1] / mass, max_relative = 1e-12);
    }
}

#[test]
fn sentences_are_drawn_as_often_as_the_model_says() {
    for options in &every_kind()[..2] {
        let model = fit(options);
        let n = 20_000;
        let written = model.write(n, &mut Seed(11).stream("sentences"));
        let tongue_of = |codes: &Codes, class| {
            model.tokenizer.write(&model.tokenizer.prefix(codes))
                + model.tokenizer.text(model.tokenizer.class(class)[0])
        };
        // Pearson's chi-square over the 54 melons and everything else, cells below 5 put together.
        let (mut chi2, mut df, mut rest) = (0.0, 0, (0.0, 0.0));
        let (mut seen, mut expected_in_all) = (0.0, 0.0);
        for cell in 0..54usize {
            let (codes, class) = (vec![Some(cell / 18), Some(cell / 6 % 3), Some(cell / 2 % 3)], cell % 2);
            let end = model.lm.log_probs(
                &[model.tokenizer.prefix(&codes), model.tokenizer.class(class).to_vec()].concat(),
                &[BOUNDARY],
            )[0];
            let expected = n as f64 * (model.log_joint(&codes, class) + end).exp();
            let text = tongue_of(&codes, class);
            let found = written.iter().filter(|w| w.text == text).count() as f64;
            (seen, expected_in_all) = (seen + found, expected_in_all + expected);
            if expected < 5.0 {
                rest = (rest.0 + found, rest.1 + expected);
            } else {
                (chi2, df) = (chi2 + (found - expected).powi(2) / expected, df + 1);
            }
        }
        for (found, expected) in [rest, (n as f64 - seen, n as f64 - expected_in_all)] {
            (chi2, df) = (chi2 + (found - expected).powi(2) / expected, df + 1);
        }
        // Wilson and Hilferty's 99.9 % quantile of df - 1 degrees of freedom.
        let k = df as f64 - 1.0;
        let limit = k * (1.0 - 2.0 / (9.0 * k) + 3.09 * (2.0 / (9.0 * k)).sqrt()).powi(3);
        assert!(df > 5 && chi2 < limit, "{:?}: chi-square {chi2} on {k} degrees of freedom", options.reader);
    }
}

#[test]
fn a_gap_is_filled_by_weighing_whole_sentences() {
    let model = fit(&SentenceOptions::new(SentenceReader::NGram));
    let codes = first(&model);
    let filled = model.weigh(&codes, 2);
    assert_relative_eq!(filled.iter().sum::<f64>(), 1.0, epsilon = 1e-12);
    let weight = |level| {
        let codes = vec![codes[0], codes[1], Some(level)];
        (0..2).map(|class| model.log_joint(&codes, class).exp()).sum::<f64>()
    };
    let total: f64 = (0..3).map(weight).sum();
    assert_relative_eq!(filled[1], weight(1) / total, max_relative = 1e-9);
}

#[test]
fn both_languages_learn_the_same_and_the_reason_is_the_next_token() {
    for reader in [SentenceReader::NGram, SentenceReader::Gpt] {
        let chinese = fit(&SentenceOptions::new(reader));
        let options = SentenceOptions { tongue: Tongue::English, ..SentenceOptions::new(reader) };
        let english = fit(&options);
        let codes = first(&chinese);
        assert_eq!(chinese.class_logs(&codes), english.class_logs(&codes));
        assert_eq!(
            english.tokenizer.write(&english.tokenizer.prefix(&codes)),
            "color is green, root is curled, sound is muffled, "
        );
        let row = chinese.row(&[("色泽".into(), "青绿".into()), ("敲声".into(), "浊响".into())]).unwrap();
        let Explanation::NextToken { sentence, candidates } = chinese.explain(&row).unwrap() else { panic!() };
        assert_eq!(sentence, "色泽青绿，敲声浊响，");
        let ripe = candidates.iter().find(|candidate| candidate.text == "好瓜是。").unwrap().probability;
        assert_relative_eq!(ripe.ln(), chinese.log_scores(&row).unwrap()[[0, 1]], epsilon = 1e-5);
    }
}

#[test]
fn numbers_are_low_medium_or_high() {
    let table = Builtin::Watermelon3Alpha.table(None, Seed::default());
    let data = select(table, &Selection::default(), Goal::Classify).unwrap();
    let labels = labels_of(&data).unwrap();
    let model = SentenceModel::fit(&data.features, &labels, &SentenceOptions::new(SentenceReader::NGram)).unwrap();
    let codes = model.tokenizer.codes(&data.features).unwrap();
    assert_eq!(model.tokenizer.write(&model.tokenizer.prefix(&codes[0])), "密度高，含糖率高，");
    let p = model.predict_proba(&data.features).unwrap();
    assert!(p.rows().into_iter().all(|row| (row.sum() - 1.0).abs() < 1e-12));
}

#[test]
fn a_gpt_looks_back_past_what_tells_nothing() {
    // The class follows from the first clause alone; two clauses of noise stand between.
    let n = 240;
    let word = |names: &[&'static str], step: usize| -> Vec<Option<&'static str>> {
        (0..n).map(|row| Some(names[row / step % names.len()])).collect()
    };
    let clue = word(&["u", "v"], 1);
    let noise = [Column::words("b", word(&["p", "q", "r"], 2)), Column::words("c", word(&["s", "t"], 6))];
    let class: Vec<Option<&str>> =
        clue.iter().map(|clue| Some(if *clue == Some("u") { "yes" } else { "no" })).collect();
    let labels = Labels::from_column(&Column::words("y", class)).unwrap();
    let features: Vec<Column> = std::iter::once(Column::words("a", clue)).chain(noise).collect();
    let right = |reader| {
        let model = SentenceModel::fit(&features, &labels, &SentenceOptions::new(reader)).unwrap();
        let p = model.predict_proba(&features).unwrap();
        (0..n).filter(|&row| (p[[row, 1]] > 0.5) == (labels.codes[row] == 1)).count()
    };
    assert!(right(SentenceReader::Gpt) > n * 9 / 10, "{} of {n}", right(SentenceReader::Gpt));
    assert!(right(SentenceReader::NGram) < n * 6 / 10, "a trigram cannot see that far");
}

#[test]
fn a_melon_of_which_less_is_known_is_never_rarer() {
    for options in every_kind() {
        let model = fit(&options);
        let whole = first(&model);
        for hidden in 0..whole.len() {
            let mut part = whole.clone();
            part[hidden] = None;
            assert!(model.log_marginal(&part) >= model.log_marginal(&whole), "{options:?}, {hidden}");
        }
        assert_relative_eq!(model.log_marginal(&whole), model.log_prefix(&whole), epsilon = 1e-12);
    }
}

use super::synthetic_tasks::{SyntheticTasks, fill, tokens};
use super::*;
use crate::lm::gpt::{Gpt, GptModel, IGNORE};
use crate::lm::{LanguageModel, TokenId};
use crate::rng::Seed;
use crate::train::{Batch, ExampleSource};
use std::collections::HashSet;

fn options() -> ScaleOptions {
    ScaleOptions { n_test: 20, ..ScaleOptions::default() }
}

#[test]
fn answers_are_exact() {
    let problem = |task: SyntheticTask, number| {
        let Problem { question, answer } = task.problem(number);
        format!("{question}{answer}")
    };
    assert_eq!(problem(SyntheticTask::Copy, 314), "c00314=00314.");
    assert_eq!(problem(SyntheticTask::Reverse, 12345), "r12345=54321.");
    assert_eq!(problem(SyntheticTask::Add, 5867), "a58+67=125.");
    assert_eq!(problem(SyntheticTask::Add, 0), "a0+0=0.");
    for task in SyntheticTask::ALL {
        let all: HashSet<String> = (0..task.n_problems()).map(|number| task.problem(number).question).collect();
        assert_eq!(all.len(), task.n_problems(), "no problem stands twice");
        assert_eq!(task.name().parse(), Ok(task));
    }
}

#[test]
fn what_tests_never_teaches_and_only_answers_are_learned() {
    let tasks = SyntheticTasks::new(&SyntheticTask::ALL, 500, Seed(1));
    let tested: HashSet<String> =
        tasks.tests().flat_map(|(_, problems)| problems).map(|problem| problem.question).collect();
    assert_eq!(tested.len(), 1500);
    let mut batch = Batch::default();
    let text = |tokens: &[TokenId]| -> String {
        tokens.iter().map(|&t| super::synthetic_tasks::ALPHABET.as_bytes()[t as usize] as char).collect()
    };
    // All problems of addition, and as many of the others.
    for start in (0..3 * 9500).step_by(1000) {
        let numbers: Vec<usize> = (start..start + 1000).collect();
        tasks.fill(&numbers, &mut batch);
        for row in batch.inputs.chunks(batch.t) {
            let text = text(row);
            assert!(!tested.contains(&text[..=text.find('=').unwrap()]), "{text}");
        }
    }
    fill(&[SyntheticTask::Add.problem(5867)], &mut batch);
    assert_eq!((batch.t, text(&batch.inputs)), (10, "a58+67=125".to_owned()));
    assert_eq!(&batch.targets[..6], [IGNORE; 6]);
    assert_eq!(text(&batch.targets[6..]), "125.");
}

#[test]
fn three_measures_of_the_same_predictions() {
    let prediction = |n_right, log_prob_nats| Prediction { n_tokens: 4, n_right, log_prob_nats };
    let scores = ScaleScores::of(&[prediction(4, -0.5), prediction(3, -2.5), prediction(0, -9.0), prediction(1, -4.0)]);
    assert_eq!((scores.exact_match, scores.token_accuracy, scores.log_prob_nats), (0.25, 0.5, -4.0));
    assert!(scores.exact_match_interval[0] > 0.0 && scores.token_accuracy_interval[1] <= 1.0);
}

#[test]
fn predictions_are_those_of_the_model_itself() {
    let gpt = Gpt::new(SIZES[1].config()).unwrap();
    let params: Vec<f32> = gpt.init(Seed(3)).iter().map(|x| 8.0 * x).collect();
    let problems: Vec<Problem> = [5, 5867, 9999].map(|number| SyntheticTask::Add.problem(number)).to_vec();
    let predictions = super::run::predict(&gpt, &params, &problems);
    let model = GptModel::new(gpt, params).unwrap();
    for (problem, prediction) in problems.iter().zip(&predictions) {
        let logs = model.log_probs(&tokens(&problem.question), &tokens(&problem.answer));
        assert_eq!(prediction.n_tokens, problem.answer.len());
        assert!((prediction.log_prob_nats - logs.iter().sum::<f64>()).abs() < 1e-4);
    }
}

#[test]
fn a_size_learns_and_is_the_same_whenever_it_is_trained() {
    let train = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| train_size(SIZES[1], &options(), 30, &mut ()).unwrap().unwrap())
    };
    let (one, two) = (train(1), train(3));
    assert_eq!(one, two);
    let fresh = train_size(SIZES[1], &options(), 1, &mut ()).unwrap().unwrap();
    let loss = |done: SizeResult| summarise(&options(), 30, None, &[done]).sizes[0].loss_nats;
    assert!(loss(one) < loss(fresh) - 0.1);
}

#[test]
fn a_leap_is_told_from_a_steady_rise() {
    let points = |values: [f64; 4]| {
        values.iter().enumerate().map(|(i, &v)| (10usize.pow(i as u32), (v, [v - 0.01, v + 0.01]))).collect::<Vec<_>>()
    };
    let leap = super::result::rise(&points([0.0, 0.0, 0.9, 1.0]));
    assert_eq!((leap.is_sure, leap.between), (true, [10, 100]));
    assert!((leap.largest_step - 0.9).abs() < 1e-12);
    let steady = super::result::rise(&points([-8.0, -6.0, -4.0, -2.0]));
    assert!((steady.largest_step - 1.0 / 3.0).abs() < 1e-12);
    assert!(!super::result::rise(&points([0.0, 0.01, 0.0, 0.005])).is_sure);
}

#[test]
fn few_sizes_get_no_law() {
    let done: Vec<SizeResult> =
        SIZES[..2].iter().map(|&shape| train_size(shape, &options(), 2, &mut ()).unwrap().unwrap()).collect();
    let scale = summarise(&options(), 2, None, &done);
    assert!(scale.power_law.is_err() && scale.sizes.len() == 2 && scale.rises.len() == 3);
    assert!(summarise(&options(), 2, None, &[]).rises.is_empty());
}

//! Metrics: ranges, invariances, and what they mean.

use melon::eval::{classification, clustering, interval, probability, ranking, regression, silhouette, tail};
use ndarray::{Array2, ArrayView2};
use proptest::collection::vec;
use proptest::prelude::*;

/// True classes and as many probability rows, some with ties and certainties.
fn predictions(n_classes: usize) -> impl Strategy<Value = (Vec<usize>, Array2<f64>)> {
    vec((0..n_classes, vec(0u32..6, n_classes)), 1..40).prop_map(move |samples| {
        let truth = samples.iter().map(|(class, _)| *class).collect();
        let p = Array2::from_shape_fn((samples.len(), n_classes), |(i, c)| {
            let weights = &samples[i].1;
            let total: u32 = weights.iter().sum();
            if total == 0 { 1.0 / n_classes as f64 } else { f64::from(weights[c]) / f64::from(total) }
        });
        (truth, p)
    })
}

fn names(n: usize) -> Vec<String> {
    (0..n).map(|c| c.to_string()).collect()
}

fn reversed(truth: &[usize], p: ArrayView2<f64>) -> (Vec<usize>, Array2<f64>) {
    (truth.iter().rev().copied().collect(), p.slice(ndarray::s![..;-1, ..]).to_owned())
}

/// The share of pairs of a positive and a negative sample in the right order, ties half.
fn pairwise_auc(positive: &[bool], scores: &[f64]) -> Option<f64> {
    let of = |kind: bool| (0..scores.len()).filter(move |&i| positive[i] == kind);
    let order = |a: f64, b: f64| {
        if a > b {
            1.0
        } else if a == b {
            0.5
        } else {
            0.0
        }
    };
    let pairs: Vec<f64> = of(true).flat_map(|i| of(false).map(move |j| order(scores[i], scores[j]))).collect();
    (!pairs.is_empty()).then(|| pairs.iter().sum::<f64>() / pairs.len() as f64)
}

proptest! {
    #[test]
    fn classification_metrics_stay_in_range((truth, p) in predictions(3)) {
        let m = classification::evaluate(&names(3), &truth, p.view(), 0.5);
        prop_assert!((0.0..=1.0).contains(&m.accuracy));
        prop_assert!(m.accuracy_interval[0] <= m.accuracy && m.accuracy <= m.accuracy_interval[1]);
        prop_assert!((0.0..=36.05).contains(&m.log_loss));
        prop_assert!((0.0..=2.0).contains(&m.brier));
        prop_assert!(m.roc_auc.is_none_or(|auc| (0.0..=1.0).contains(&auc)));
        prop_assert_eq!(m.confusion_matrix.iter().flatten().sum::<usize>(), truth.len());
        for line in &m.report {
            let (low, high) = (line.precision.min(line.recall), line.precision.max(line.recall));
            prop_assert!(low - 1e-12 <= line.f1 && line.f1 <= high + 1e-12);
        }
    }

    #[test]
    fn the_order_of_samples_does_not_matter((truth, p) in predictions(3)) {
        let (back_truth, back_p) = reversed(&truth, p.view());
        let forth = classification::evaluate(&names(3), &truth, p.view(), 0.5);
        let back = classification::evaluate(&names(3), &back_truth, back_p.view(), 0.5);
        prop_assert!((forth.log_loss - back.log_loss).abs() < 1e-12);
        prop_assert!((forth.brier - back.brier).abs() < 1e-12);
        prop_assert_eq!(forth.roc_auc, back.roc_auc);
        prop_assert_eq!(forth.report, back.report);
    }

    #[test]
    fn auc_is_the_probability_of_the_right_order((truth, p) in predictions(2)) {
        let positive: Vec<bool> = truth.iter().map(|&class| class == 1).collect();
        let scores = p.column(1).to_vec();
        let auc = ranking::auc(&positive, &scores);
        match (auc, pairwise_auc(&positive, &scores)) {
            (Some(ours), Some(by_pairs)) => prop_assert!((ours - by_pairs).abs() < 1e-12),
            (ours, by_pairs) => prop_assert_eq!(ours, by_pairs),
        }
    }

    #[test]
    fn auc_turns_round_with_the_scores((truth, p) in predictions(2)) {
        let positive: Vec<bool> = truth.iter().map(|&class| class == 1).collect();
        let up = ranking::auc(&positive, &p.column(1).to_vec());
        let down = ranking::auc(&positive, &p.column(1).mapv(|v| -v).to_vec());
        prop_assert!(up.zip(down).is_none_or(|(up, down)| (up + down - 1.0).abs() < 1e-12));
    }

    #[test]
    fn the_truth_itself_scores_best((truth, p) in predictions(3)) {
        let certain = Array2::from_shape_fn(p.dim(), |(i, c)| f64::from(u8::from(truth[i] == c)));
        prop_assert!(probability::log_loss(&truth, certain.view()) < 1e-15);
        prop_assert_eq!(probability::brier(&truth, certain.view()), 0.0);
        prop_assert!(probability::brier(&truth, p.view()) >= 0.0);
    }

    #[test]
    fn wilson_narrows_with_samples(hits in 0usize..50, more in 0usize..50, factor in 2usize..5) {
        let n = hits + more + 1;
        let ([a, b], [c, d]) = (interval::wilson(hits, n), interval::wilson(hits * factor, n * factor));
        prop_assert!(d - c < b - a);
        prop_assert!(0.0 <= a && b <= 1.0);
    }

    #[test]
    fn errors_scale_with_the_unit(pairs in vec((-1e3..1e3f64, -1e3..1e3f64), 2..30), unit in 0.1..10.0f64) {
        let (y, p): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let scaled = |v: &[f64]| v.iter().map(|x| x * unit).collect::<Vec<f64>>();
        let (own, other) = (regression::evaluate(&y, &p), regression::evaluate(&scaled(&y), &scaled(&p)));
        prop_assert!((own.rmse * unit - other.rmse).abs() <= 1e-9 * other.rmse.max(1.0));
        prop_assert!(own.mae <= own.rmse * (1.0 + 1e-12));
        let r2 = own.r2.zip(other.r2);
        prop_assert!(r2.is_none_or(|(a, b)| a <= 1.0 && (a - b).abs() <= 1e-9 * a.abs().max(1.0)));
    }

    #[test]
    fn agreement_ignores_names_and_knows_itself(pairs in vec((0usize..4, 0usize..3), 2..40)) {
        let (clusters, classes): (Vec<usize>, Vec<usize>) = pairs.into_iter().unzip();
        let renamed: Vec<usize> = clusters.iter().map(|c| 3 - c).collect();
        let table = |c: &[usize]| clustering::contingency(c, 4, &classes, 3);
        let (own, other) = (table(&clusters), table(&renamed));
        let (ari, nmi) = (clustering::adjusted_rand_index(own.view()), clustering::normalized_mutual_information(own.view()));
        prop_assert!((ari - clustering::adjusted_rand_index(other.view())).abs() < 1e-12);
        prop_assert!((nmi - clustering::normalized_mutual_information(other.view())).abs() < 1e-12);
        prop_assert!((-1.0..=1.0 + 1e-12).contains(&ari) && (0.0..=1.0).contains(&nmi));
        let itself = clustering::contingency(&clusters, 4, &clusters, 4);
        prop_assert!((clustering::adjusted_rand_index(itself.view()) - 1.0).abs() < 1e-12);
        prop_assert!((clustering::normalized_mutual_information(itself.view()) - 1.0).abs() < 1e-12);
        prop_assert_eq!(clustering::purity(itself.view()), 1.0);
    }

    #[test]
    fn silhouettes_do_not_mind_being_moved(rows in vec((-9.0..9.0f64, -9.0..9.0f64, 0usize..3), 4..30), by in -50.0..50.0f64) {
        let labels: Vec<usize> = rows.iter().map(|row| row.2).collect();
        let x = Array2::from_shape_fn((rows.len(), 2), |(i, j)| if j == 0 { rows[i].0 } else { rows[i].1 });
        let (here, there) = (silhouette::silhouette(x.view(), &labels, 3), silhouette::silhouette((&x + by).view(), &labels, 3));
        prop_assert_eq!(here.is_some(), there.is_some());
        if let Some((here, there)) = here.zip(there) {
            prop_assert!((-1.0..=1.0).contains(&here) && (here - there).abs() < 1e-9);
        }
    }

    #[test]
    fn tails_fall_and_meet(t in 0.0..30.0, df in 1usize..200) {
        let p = tail::student_two_sided(t, df);
        prop_assert!((0.0..=1.0 + 1e-12).contains(&p));
        prop_assert!(tail::student_two_sided(t + 0.1, df) <= p);
        // t² with df degrees of freedom is F with 1 and df.
        prop_assert!((tail::fisher_upper(t * t, 1, df) - p).abs() < 1e-10);
    }
}

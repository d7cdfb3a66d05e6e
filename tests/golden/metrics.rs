//! Metrics against scikit-learn: `sklearn_metrics.py`.

use super::{indices, matrix, numbers, parse};
use approx::assert_relative_eq;
use melon::eval::{classification, clustering, regression, silhouette};

const GOLDEN: &str = include_str!("sklearn_metrics.json");

#[test]
fn classification_metrics_are_those_of_scikit_learn() {
    for case in parse(GOLDEN)["classification"].as_array().unwrap() {
        let probabilities = matrix(&case["probabilities"]);
        let classes: Vec<String> = (0..probabilities.ncols()).map(|c| c.to_string()).collect();
        let truth = indices(&case["truth"]);
        let metrics = classification::evaluate(&classes, &truth, probabilities.view(), 0.5);
        let close = |name: &str, value: f64| {
            assert_relative_eq!(value, case[name].as_f64().unwrap(), max_relative = 1e-13);
        };
        close("accuracy", metrics.accuracy);
        close("log_loss", metrics.log_loss);
        close("brier", metrics.brier);
        close("roc_auc", metrics.roc_auc.unwrap());
        assert_eq!(serde_json::to_value(&metrics.confusion_matrix).unwrap(), case["confusion_matrix"]);
        for (class, line) in metrics.report.iter().enumerate() {
            assert_relative_eq!(line.precision, numbers(&case["precision"])[class], max_relative = 1e-14);
            assert_relative_eq!(line.recall, numbers(&case["recall"])[class], max_relative = 1e-14);
            assert_relative_eq!(line.f1, numbers(&case["f1"])[class], max_relative = 1e-14);
            assert_eq!(line.support, indices(&case["support"])[class]);
        }
    }
}

#[test]
fn regression_metrics_are_those_of_scikit_learn() {
    for case in parse(GOLDEN)["regression"].as_array().unwrap() {
        let metrics = regression::evaluate(&numbers(&case["truth"]), &numbers(&case["predicted"]));
        assert_relative_eq!(metrics.rmse, case["rmse"].as_f64().unwrap(), max_relative = 1e-13);
        assert_relative_eq!(metrics.mae, case["mae"].as_f64().unwrap(), max_relative = 1e-13);
        assert_relative_eq!(metrics.r2.unwrap(), case["r2"].as_f64().unwrap(), max_relative = 1e-13);
    }
}

#[test]
fn clustering_metrics_are_those_of_scikit_learn() {
    for case in parse(GOLDEN)["clustering"].as_array().unwrap() {
        let (clusters, classes) = (indices(&case["clusters"]), indices(&case["classes"]));
        let (k, n_classes) = (clusters.iter().max().unwrap() + 1, classes.iter().max().unwrap() + 1);
        let table = clustering::contingency(&clusters, k, &classes, n_classes);
        let close = |name: &str, value: f64| {
            assert_relative_eq!(value, case[name].as_f64().unwrap(), max_relative = 1e-12);
        };
        close("ari", clustering::adjusted_rand_index(table.view()));
        close("nmi", clustering::normalized_mutual_information(table.view()));
        close("purity", clustering::purity(table.view()));
        close("silhouette", silhouette::silhouette(matrix(&case["x"]).view(), &clusters, k).unwrap());
    }
}

"""Metrics on random predictions with ties and rare classes, from scikit-learn 1.9.1.

    python sklearn_metrics.py > sklearn_metrics.json
"""

import json

import numpy as np
from sklearn import metrics as m

rng = np.random.default_rng(20240618)


def classification(n, n_classes):
    truth = np.concatenate([np.arange(n_classes), rng.integers(0, n_classes, n - n_classes)])
    logits = np.round(rng.normal(size=(n, n_classes)) + 1.2 * np.eye(n_classes)[truth], 1)
    proba = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    # Of two classes the positive one is predicted from 0.5 on, also on a tie.
    predicted = (proba[:, 1] >= 0.5).astype(int) if n_classes == 2 else proba.argmax(axis=1)
    positive = proba[:, 1] if n_classes == 2 else proba
    precision, recall, f1, support = m.precision_recall_fscore_support(truth, predicted, zero_division=0)
    return {
        "truth": truth.tolist(),
        "probabilities": proba.tolist(),
        "accuracy": m.accuracy_score(truth, predicted),
        "log_loss": m.log_loss(truth, proba),
        "brier": m.brier_score_loss(truth, positive),
        "roc_auc": m.roc_auc_score(truth, positive, multi_class="ovr"),
        "confusion_matrix": m.confusion_matrix(truth, predicted).tolist(),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
    }


def regression(n):
    truth = rng.normal(10, 3, n)
    predicted = truth + rng.normal(0, 2, n)
    return {
        "truth": truth.tolist(),
        "predicted": predicted.tolist(),
        "rmse": m.root_mean_squared_error(truth, predicted),
        "mae": m.mean_absolute_error(truth, predicted),
        "r2": m.r2_score(truth, predicted),
    }


def clustering(n, k, n_classes):
    clusters, classes = rng.integers(0, k, n), rng.integers(0, n_classes, n)
    classes = np.where(rng.random(n) < 0.5, clusters % n_classes, classes)
    x = rng.normal(size=(n, 3)) + clusters[:, None]
    table = m.cluster.contingency_matrix(clusters, classes)
    return {
        "x": x.tolist(),
        "clusters": clusters.tolist(),
        "classes": classes.tolist(),
        "ari": m.adjusted_rand_score(classes, clusters),
        "nmi": m.normalized_mutual_info_score(classes, clusters),
        "purity": table.max(axis=1).sum() / n,
        "silhouette": m.silhouette_score(x, clusters),
    }


cases = {
    "classification": [classification(40, 2), classification(60, 3), classification(25, 5)],
    "regression": [regression(30)],
    "clustering": [clustering(50, 3, 2), clustering(40, 6, 4)],
}
print(json.dumps(cases, indent=1, default=float))

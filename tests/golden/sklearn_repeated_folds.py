"""Repeated stratified folds and a path over l2 on the seventeen melons, from scikit-learn 1.9.1 and
scipy.

    python sklearn_repeated_folds.py > sklearn_repeated_folds.json

`repeated_folds.json` has the divisions (of seed 42): which samples are held out together. What is
fitted and measured on them is scikit-learn's.
"""

import csv
import json
import pathlib

import numpy as np
from scipy import stats
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, brier_score_loss, confusion_matrix, log_loss, roc_auc_score
from sklearn.model_selection import PredefinedSplit, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

here = pathlib.Path(__file__).parent
divisions = json.loads((here / "repeated_folds.json").read_text())
rows = list(csv.reader((here.parents[1] / "datasets" / "watermelon-3.0.csv").open(encoding="utf-8")))
x = np.array([row[1:4] for row in rows[1:]], dtype=object)
ripe = np.array([row[9] == "是" for row in rows[1:]])
levels = [sorted(set(x[:, at])) for at in range(3)]


def model(l2):
    encode = OneHotEncoder(categories=levels, sparse_output=False)
    return make_pipeline(encode, LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-14, max_iter=1000))


def held_out(estimator, fold_of):
    return cross_val_predict(estimator, x, ripe, cv=PredefinedSplit(fold_of), method="predict_proba")[:, 1]


def scores(p):
    return {"log_loss": log_loss(ripe, p), "accuracy": accuracy_score(ripe, p >= 0.5)}


def losses(p):
    return -np.log(np.where(ripe, p, 1 - p))


def all_of(estimator):
    return np.array([held_out(estimator, fold_of) for fold_of in divisions])


def point(l2):
    p = all_of(model(l2))
    each = [scores(of_one) for of_one in p]
    return {
        "l2": l2,
        "train_log_loss": log_loss(ripe, model(l2).fit(x, ripe).predict_proba(x)[:, 1]),
        "log_loss": np.mean([one["log_loss"] for one in each]),
        "accuracy": np.mean([one["accuracy"] for one in each]),
        "of_samples": np.mean([losses(of_one) for of_one in p], axis=0),
    }


def step(a, b):
    """Paired, two intervals at once: each misses in 2.5 % of cases."""
    each = b["of_samples"] - a["of_samples"]
    low, high = stats.t.interval(0.975, len(each) - 1, loc=each.mean(), scale=stats.sem(each))
    return {"change": each.mean(), "interval": [low, high]}


p = all_of(model(1.0))
each = [scores(of_one) for of_one in p]
shares = all_of(DummyClassifier(strategy="prior"))
default = {
    "log_loss": np.mean([one["log_loss"] for one in each]),
    "accuracy": np.mean([one["accuracy"] for one in each]),
    "brier": np.mean([brier_score_loss(ripe, of_one) for of_one in p]),
    "roc_auc": np.mean([roc_auc_score(ripe, of_one) for of_one in p]),
    "confusion_matrix": sum(confusion_matrix(ripe, of_one >= 0.5) for of_one in p).tolist(),
    "repeats": {name: [one[name] for one in each] for name in ("log_loss", "accuracy")},
    "shares_log_loss": np.mean([log_loss(ripe, of_one) for of_one in shares]),
}
path = {l2: point(l2) for l2 in (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)}
steps = {"more_freedom": step(path[1.0], path[0.1]), "less_freedom": step(path[1.0], path[10.0])}
points = [{name: value for name, value in one.items() if name != "of_samples"} for one in path.values()]
print(json.dumps({"default": default, "path": points, **steps}))

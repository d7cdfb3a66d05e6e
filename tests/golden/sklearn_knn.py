"""k-nearest neighbours from scikit-learn 1.9.1: mixed columns, ties, and the book's table 3.0.

    python sklearn_knn.py > sklearn_knn.json

Numbers are standardised. Indicators are divided by the square root of 2, so that a category
that differs adds 1 to the squared distance. (The tree subtracts; "brute" multiplies out, and is off by 1e-8.)
"""

import csv
import itertools
import json
import pathlib

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.metrics import accuracy_score, brier_score_loss
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

rng = np.random.default_rng(11)


def pipeline(words, numbers, k, x):
    categories = [sorted(set(x[:, at])) for at in words]
    indicators = make_pipeline(
        OneHotEncoder(categories=categories, sparse_output=False), FunctionTransformer(lambda x: x / np.sqrt(2))
    )
    encode = ColumnTransformer([("words", indicators, words), ("numbers", StandardScaler(), numbers)])
    return make_pipeline(encode, KNeighborsClassifier(n_neighbors=k, algorithm="kd_tree"))


def mixed(n, n_classes, k):
    colour = rng.choice(["a", "b", "c"], n)
    size = np.round(rng.normal(5, 2, n), 3)
    weight = np.round(rng.normal(0, 50, n), 3)
    score = 0.5 * (size - 5) + np.where(colour == "b", 1.0, 0.0) + rng.logistic(size=n)
    label = np.array(["k", "m", "z"])[np.searchsorted(np.quantile(score, np.arange(1, n_classes) / n_classes), score)]
    x = np.array(list(zip(colour, size, weight)), dtype=object)
    train = slice(0, 2 * n // 3)
    model = pipeline([0], [1, 2], k, x).fit(x[train], label[train])
    distances, _ = model[-1].kneighbors(model[0].transform(x))
    return {
        "colour": colour.tolist(),
        "size": size.tolist(),
        "weight": weight.tolist(),
        "label": label.tolist(),
        "n_train": train.stop,
        "k": k,
        "probabilities": model.predict_proba(x).tolist(),
        "distances": distances.tolist(),
    }


def ties():
    """Which of several samples at the same distance votes depends on the rows' order: in the mean
    over all orders each of them votes equally often."""
    x = np.array([-2.0, -1.0, -1.0, 1.0, 1.0, 2.0])
    label = np.array([0, 0, 1, 1, 1, 0])
    asked = np.array([-2.0, -1.0, 0.0, 0.5, 1.0, 1.5])
    scale = x.std()
    mean = np.zeros((len(asked), 2))
    orders = list(itertools.permutations(range(len(x))))
    for order in map(list, orders):
        model = KNeighborsClassifier(n_neighbors=3, algorithm="kd_tree").fit(x[order, None] / scale, label[order])
        mean += model.predict_proba(asked[:, None] / scale) / len(orders)
    return {"x": x.tolist(), "label": label.tolist(), "asked": asked.tolist(), "k": 3, "probabilities": mean.tolist()}


def book(k):
    path = pathlib.Path(__file__).parents[2] / "datasets" / "watermelon-3.0.csv"
    rows = list(csv.reader(path.open(encoding="utf-8")))
    x = np.array([row[1:7] + [float(cell) for cell in row[7:9]] for row in rows[1:]], dtype=object)
    ripe = np.array([row[9] == "是" for row in rows[1:]])
    model = pipeline(list(range(6)), [6, 7], k, x)
    train = model.fit(x, ripe).predict_proba(x)[:, 1]
    held_out = cross_val_predict(model, x, ripe, cv=LeaveOneOut(), method="predict_proba")[:, 1]
    figures = lambda p: {"accuracy": accuracy_score(ripe, p >= 0.5), "brier": brier_score_loss(ripe, p)}
    return {"k": k, "train": figures(train), "leave_one_out": figures(held_out)}


cases = [mixed(60, 2, 1), mixed(60, 2, 5), mixed(90, 3, 7)]
print(json.dumps({"mixed": cases, "ties": ties(), "book": [book(1), book(3), book(5)]}))

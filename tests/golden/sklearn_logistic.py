"""Penalised logistic regression, two and three classes, from scikit-learn 1.9.1 at full convergence.

    python sklearn_logistic.py > sklearn_logistic.json
"""

import json

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(7)


def case(n, n_classes, l2, standardize):
    colour = rng.choice(["a", "b", "c"], n)
    size = np.round(rng.normal(5, 2, n), 3)
    weight = np.round(rng.normal(0, 0.5, n), 3)
    score = 0.5 * (size - 5) + np.where(colour == "b", 1.0, 0.0) + rng.logistic(size=n)
    cuts = np.quantile(score, np.arange(1, n_classes) / n_classes)
    label = np.array(["k", "m", "z"])[np.searchsorted(cuts, score)]
    numbers = np.column_stack([size, weight])
    if standardize:
        numbers = StandardScaler().fit_transform(numbers)
    x = np.hstack([OneHotEncoder().fit_transform(colour[:, None]).toarray(), numbers])
    fit = LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(x, label)
    return {
        "colour": colour.tolist(),
        "size": size.tolist(),
        "weight": weight.tolist(),
        "label": label.tolist(),
        "l2": l2,
        "standardize": standardize,
        "coefficients": fit.coef_.tolist(),
        "intercepts": fit.intercept_.tolist(),
        "probabilities": fit.predict_proba(x).tolist(),
    }


print(json.dumps([case(60, 2, 1.0, False), case(60, 2, 0.3, True), case(90, 3, 1.0, False), case(90, 3, 5.0, True)]))

"""Logistic regression on ten-melons with scikit-learn: how likely each of the 27
combinations is ripe. Writes data_ten_melons.csv beside itself.

    python tests/golden/data_ten_melons.py      (scikit-learn, numpy)
"""

import csv
import itertools
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).parent
ROWS = list(csv.DictReader((HERE / "../../datasets/ten-melons.csv").open(encoding="utf-8")))
FEATURES = ["色泽", "根蒂", "敲声"]
LEVELS = [sorted({row[name] for row in ROWS}) for name in FEATURES]


def encode(melon):
    """Full one-hot, levels sorted by name."""
    return [float(value == level) for value, levels in zip(melon, LEVELS) for level in levels]


X = np.array([encode([row[name] for name in FEATURES]) for row in ROWS])
y = np.array([row["熟"] == "是" for row in ROWS])
# C = 1 is an L2 penalty of 1/2 |w|^2 on the sum of log-losses, the intercept free.
# Newton, because L-BFGS stops at about 1e-8.
model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-14, max_iter=1000).fit(X, y)
melons = list(itertools.product(*LEVELS))
ripe = model.predict_proba([encode(melon) for melon in melons])[:, 1]
with (HERE / "data_ten_melons.csv").open("w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow([*FEATURES, f"scikit-learn {sklearn.__version__}"])
    out.writerows([*melon, f"{p:.9f}"] for p, melon in sorted(zip(ripe, melons), reverse=True))

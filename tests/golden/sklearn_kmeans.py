"""The least inertia that is known for small tables, from scikit-learn 1.9.1 with 1000 starts.

    python sklearn_kmeans.py > sklearn_kmeans.json

Writes tables/iris.csv, tables/wine.csv and tables/breast_cancer.csv.gz as well: the numbers of the
three tables of the UCI Machine Learning Repository that come with scikit-learn (Fisher; Aeberhard and
Forina; Wolberg, Mangasarian, Street and Street: all CC BY 4.0). The other tables are made from a recurrence
that kmeans.rs knows too, or lie in datasets.
"""

import gzip
import json
import pathlib

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, load_iris, load_wine

HERE = pathlib.Path(__file__).parent


def uniform(n, seed):
    """Numbers in (-1, 1) from a multiplicative congruence (Park and Miller, 1988)."""
    out, state = [], seed
    for _ in range(n):
        state = state * 48271 % 2147483647
        out.append(state / 1073741823.5 - 1.0)
    return np.array(out)


def made(name):
    if name == "square":  # no clusters at all
        return uniform(600, 1).reshape(300, 2)
    if name == "blobs":  # five of like size
        noise = uniform(5 * 60 * 2, 2).reshape(300, 2)
        centres = np.array([[0, 0], [4, 0], [0, 4], [4, 4], [2, 8]], float)
        return centres[np.arange(300) % 5] + noise
    if name == "unequal":  # 300, 30 and 10
        noise = uniform(680, 3).reshape(340, 2)
        at = np.arange(340)
        shift = np.where(at < 300, 0.0, np.where(at < 330, 5.0, 9.0))
        return np.stack([noise[:, 0] * 2 + shift, noise[:, 1]], 1)
    if name == "stripes":  # long and thin
        noise = uniform(900, 4).reshape(300, 3)
        return np.stack([noise[:, 0] * 10, noise[:, 1] + 3 * (np.arange(300) % 3), noise[:, 2] / 10], 1)
    if name == "grid":  # 49 groups, of which k are wanted
        noise = uniform(784, 5).reshape(392, 2)
        at = np.arange(392) % 49
        return np.stack([at % 7 + noise[:, 0] / 8, at // 7 + noise[:, 1] / 8], 1)


def watermelon():
    rows = np.genfromtxt(HERE / "../../datasets/watermelon-4.0.csv", delimiter=",", skip_header=1, encoding="utf-8")
    return rows[:, 1:3]


def write(name, x):
    text = "\n".join([",".join(f"x{j}" for j in range(x.shape[1]))] + [",".join(repr(float(v)) for v in row) for row in x])
    if name.endswith(".gz"):
        (HERE / "tables" / name).write_bytes(gzip.compress((text + "\n").encode(), 9, mtime=0))
    else:
        (HERE / "tables" / name).write_text(text + "\n")
    return x


tables = {
    "iris": write("iris.csv", load_iris().data),
    "wine": write("wine.csv", load_wine().data),
    "breast_cancer": write("breast_cancer.csv.gz", load_breast_cancer().data),
    "watermelon-4.0": watermelon(),
} | {name: made(name) for name in ["square", "blobs", "unequal", "stripes", "grid"]}
best = {
    name: {k: KMeans(k, n_init=1000, tol=0, max_iter=1000, random_state=0).fit(x).inertia_ for k in range(2, 6)}
    for name, x in tables.items()
}
print(json.dumps(best, indent=1))

"""k-means from points that are given, by scikit-learn 1.9.1: KMeans(init=array, n_init=1).

    python sklearn_kmeans_start.py > sklearn_kmeans_start.json

On the book's thirty melons. The last start has a point that is nearest to no melon: both programs give its
cluster the melon farthest from its own centroid. Standardised, the points are given as the columns are.
"""

import json
import pathlib

import numpy as np
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent
rows = np.genfromtxt(HERE / "../../datasets/watermelon-4.0.csv", delimiter=",", skip_header=1, encoding="utf-8")[:, 1:3]
STARTS = [
    [[0.4, 0.2], [0.7, 0.3]],
    [[0.25, 0.3], [0.5012, 0.2], [0.71, 0.4]],
    [[0.3, 0.1], [0.5, 0.5], [0.6, 0.05], [0.8, 0.2]],
    [[0.4, 0.2], [0.7, 0.3], [5.5, -4.5]],
]

out = []
for standardize in (False, True):
    scaler = StandardScaler(with_mean=standardize, with_std=standardize).fit(rows)
    for start in STARTS:
        model = KMeans(len(start), init=scaler.transform(start), n_init=1, tol=1e-4, max_iter=300).fit(scaler.transform(rows))
        out.append({
            "standardize": standardize,
            "init": "points:" + "/".join(",".join(str(v) for v in point) for point in start),
            "k": len(start),
            "centroids": scaler.inverse_transform(model.cluster_centers_).tolist(),
            "inertia": model.inertia_,
            "labels": (model.labels_ + 1).tolist(),
        })
print(json.dumps(out, indent=1))

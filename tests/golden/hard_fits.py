"""Fits that are hard to finish: scikit-learn 1.9.1, and for two parameters mpmath 1.3 with 60 digits.

    python hard_fits.py > hard_fits.json

Tables come from a recurrence that hard_fits.rs knows too, so that only the results are written down.
"""

import json

import mpmath
import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge


def uniform(n, seed):
    """Numbers in (-1, 1) from a multiplicative congruence (Park and Miller, 1988)."""
    out, state = [], seed
    for _ in range(n):
        state = state * 48271 % 2147483647
        out.append(state / 1073741823.5 - 1.0)
    return np.array(out)


def cut(score, n_classes):
    """Classes of like width between -1.5 and 1.5."""
    return np.clip(np.floor((score + 1.5) / 3 * n_classes), 0, n_classes - 1).astype(int)


def softmax(x, y, l2, tol=1e-13):
    fit = LogisticRegression(C=1 / l2 if l2 else np.inf, solver="newton-cholesky", tol=tol, max_iter=1000).fit(x, y)
    w, b = fit.coef_, fit.intercept_
    if len(b) > 1:
        b = b - b.mean()
        w = w - w.mean(0)
    return w, b


def unscaled():
    """Three classes, columns around 1e7 and 1e12: the penalty is nothing beside them, so the fit is that of the
    standardised columns without one."""
    u = uniform(180, 11).reshape(60, 3)
    x = np.stack([1e7 * (2 + u[:, 0]), 1e12 * (3 + u[:, 1])], 1)
    y = cut(u[:, 0] - 0.5 * u[:, 1] + u[:, 2], 3)
    mean, scale = x.mean(0), x.std(0)
    w, b = softmax((x - mean) / scale, y, 0)
    w = w / scale
    b = b - w @ mean
    return {"coefficients": w.tolist(), "intercepts": (b - b.mean()).tolist()}


def categories(n_classes):
    """A column of 400 words, 3 rows each, and a number."""
    u = uniform(2400, 12).reshape(1200, 2)
    code = np.arange(1200) * 7 % 400
    y = cut(u[:, 0] + 0.5 * u[:, 1] + (code % 5 - 2) / 4, n_classes)
    x = np.hstack([np.eye(400)[code], u[:, :1]])
    w, b = softmax(x, y, 1.0)
    return {"coefficients": w.tolist(), "intercepts": b.tolist()}


def wide(n_classes):
    """40 rows, 600 columns."""
    x = uniform(24000, 13).reshape(40, 600)
    y = cut(x[:, 0] + x[:, 1] * 0.5, n_classes)
    w, b = softmax(x, y, 1.0)
    return {"coefficients": w.tolist(), "intercepts": b.tolist()}


def wide_ridge():
    x = uniform(24000, 13).reshape(40, 600)
    fit = Ridge(alpha=1.0, solver="svd").fit(x, 2 * x[:, 0] - x[:, 1] + 5)
    return {"coefficients": fit.coef_.tolist(), "intercept": fit.intercept_}


def many_classes():
    """100 rows, 20 classes, 30 columns: 620 parameters."""
    x = uniform(3000, 14).reshape(100, 30)
    y = np.arange(100) % 20
    x[:, 0] += y / 10
    w, b = softmax(x, y, 0.5)
    return {"coefficients": w.tolist(), "intercepts": b.tolist()}


def nearly_separated():
    """Of 40 rows in their order two neighbours, hardly apart, have the wrong class."""
    mpmath.mp.dps = 60
    x = [mpmath.mpf(i) for i in range(40)]
    x[19], x[20] = mpmath.mpf("19.5"), mpmath.mpf("19.5") + mpmath.mpf(2) ** -20
    y = [int(i >= 20) for i in range(40)]
    y[19], y[20] = 1, 0
    w, b = mpmath.mpf(0), mpmath.mpf(0)
    centre = mpmath.mpf("19.5")
    for _ in range(200):
        g = [mpmath.mpf(0)] * 2
        h = [mpmath.mpf(0)] * 3
        for xi, yi in zip(x, y):
            z = xi - centre
            p = 1 / (1 + mpmath.exp(-(w * z + b)))
            g = [g[0] + (p - yi) * z, g[1] + (p - yi)]
            v = p * (1 - p)
            h = [h[0] + v * z * z, h[1] + v * z, h[2] + v]
        d = h[0] * h[2] - h[1] ** 2
        w -= (g[0] * h[2] - g[1] * h[1]) / d
        b -= (g[1] * h[0] - g[0] * h[1]) / d
    return {"coefficient": float(w), "intercept": float(b - w * centre), "gradient": float(abs(g[0]) + abs(g[1]))}


print(
    json.dumps(
        {
            "unscaled": unscaled(),
            "categories": {n: categories(n) for n in (2, 3)},
            "wide": {n: wide(n) for n in (2, 3)},
            "wide_ridge": wide_ridge(),
            "many_classes": many_classes(),
            "nearly_separated": nearly_separated(),
        }
    )
)

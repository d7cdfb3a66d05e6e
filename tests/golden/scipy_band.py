"""The 95 % confidence band of the mean of a simple regression, by the general matrix formula
x0' (X'X)^-1 x0 with scipy's Student quantile. python scipy_band.py > scipy_band.json"""

import json

import numpy as np
from scipy import stats

# Density and sugar of the textbook's table 3.0 alpha.
x = [0.697, 0.774, 0.634, 0.608, 0.556, 0.403, 0.481, 0.437, 0.666, 0.243, 0.245, 0.343, 0.639, 0.657, 0.36, 0.593, 0.719]
y = [0.46, 0.376, 0.264, 0.318, 0.215, 0.237, 0.149, 0.211, 0.091, 0.267, 0.057, 0.099, 0.161, 0.198, 0.37, 0.042, 0.103]
design = np.column_stack([np.ones(len(x)), x])
inverse = np.linalg.inv(design.T @ design)
w = inverse @ design.T @ np.array(y)
residual = np.array(y) - design @ w
s = np.sqrt(residual @ residual / (len(x) - 2))
t = stats.t.ppf(0.975, len(x) - 2)
low, high = min(x), max(x)
places = np.linspace(low - 0.05 * (high - low), high + 0.05 * (high - low), 61)[[0, 13, 30, 60]]
band = []
for place in places:
    x0 = np.array([1.0, place])
    fitted, reach = float(x0 @ w), float(t * s * np.sqrt(x0 @ inverse @ x0))
    band.append([float(place), fitted - reach, fitted + reach])
print(json.dumps({"places": [0, 13, 30, 60], "band": band}, indent=1))

y = table[TARGET].to_numpy(float)
A = np.column_stack([np.ones(len(y)), X])
terms_free, free = X.shape[1], len(y) - A.shape[1]
total, left = ((y - y.mean()) ** 2).sum(), ((y - model.predict(X)) ** 2).sum()
s = np.sqrt(left / free)
R = np.linalg.qr(A, mode="r")  # A'A = R'R, so that inv(A'A) = inv(R) inv(R)'
std_error = s * np.sqrt((np.linalg.inv(R) ** 2).sum(axis=1))
estimates["std_error"] = std_error
estimates["t"] = estimates["estimate"] / std_error
estimates["p_value"] = 2 * stats.t.sf(estimates["t"].abs(), free)
estimates["low"] = estimates["estimate"] - stats.t.ppf(0.975, free) * std_error
estimates["high"] = estimates["estimate"] + stats.t.ppf(0.975, free) * std_error
print(estimates.to_csv(index=False))
r2, f = 1 - left / total, (total - left) / terms_free / s**2
print(pd.DataFrame({
    "r2": [r2],
    "adjusted_r2": [1 - (1 - r2) * (len(y) - 1) / free],
    "residual_std_error": [s],
    "f": [f],
    "df1": [terms_free],
    "df2": [free],
    "f_p_value": [stats.f.sf(f, terms_free, free)],
}).to_csv(index=False))

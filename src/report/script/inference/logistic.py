std_error = np.sqrt(np.diag(np.linalg.inv(information)))
estimates["std_error"] = std_error
estimates["z"] = estimates["estimate"] / std_error
estimates["p_value"] = 2 * stats.norm.sf(estimates["z"].abs())
estimates["low"] = estimates["estimate"] - stats.norm.ppf(0.975) * std_error
estimates["high"] = estimates["estimate"] + stats.norm.ppf(0.975) * std_error
estimates["step"] = [np.nan, STEPS] * (len(classes) - 1)
estimates["odds_ratio"] = np.exp(estimates["estimate"] * estimates["step"])
print(estimates.to_csv(index=False))
counts = np.bincount(y)
log_likelihood = np.log(probabilities[np.arange(len(y)), y]).sum()
print(pd.DataFrame({
    "log_likelihood": [log_likelihood],
    "null_deviance": [-2 * (counts * np.log(counts / len(y))).sum()],
    "df_null": [(len(y) - 1) * (len(classes) - 1)],
    "residual_deviance": [-2 * log_likelihood],
    "df_residual": [len(y) * (len(classes) - 1) - len(estimates)],
    "aic": [2 * len(estimates) - 2 * log_likelihood],
}).to_csv(index=False))

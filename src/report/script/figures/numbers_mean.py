measured["mean"] = [np.sqrt(np.mean(of_mean**2)), np.nan, np.nan]

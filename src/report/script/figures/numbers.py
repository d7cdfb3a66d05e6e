def figures(errors, of_mean):
    rmse, r2 = np.sqrt(np.mean(errors**2)), 1 - np.mean(errors**2) / np.mean(of_mean**2)
    return [rmse, np.abs(errors).mean(), r2]

of_mean = truth.mean() - truth
measured = pd.DataFrame({"figure": ["rmse", "mae", "r2"], "learned": figures(model.predict(X) - truth, of_mean)})

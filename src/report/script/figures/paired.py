def mean_losses(of_divisions):
    return np.mean([losses(answers) for answers in of_divisions], axis=0)

def paired(each, tails):
    half = stats.t.ppf(1 - tails / 2, len(each) - 1) * each.std(ddof=1) / np.sqrt(len(each))
    return [each.mean(), each.mean() - half, each.mean() + half]


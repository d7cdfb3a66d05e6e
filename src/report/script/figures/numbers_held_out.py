errors, of_mean = [], []
for division in folds:
    part = np.array(list(division))
    for fold in np.unique(part):
        train, test = np.flatnonzero(part != fold), np.flatnonzero(part == fold)
        errors.extend(answer_from(train, test) - truth[test])
        of_mean.extend(truth[train].mean() - truth[test])
errors, of_mean = np.array(errors), np.array(of_mean)
measured["held_out"] = figures(errors, of_mean)

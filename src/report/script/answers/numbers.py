def held_out():
    squares = []
    for division in folds:
        part = np.array(list(division))
        for fold in np.unique(part):
            train, test = np.flatnonzero(part != fold), np.flatnonzero(part == fold)
            squares.extend((answer_from(train, test) - truth[test]) ** 2)
    return np.sqrt(np.mean(squares))

learned = np.sqrt(np.mean((model.predict(X) - truth) ** 2))
print(pd.DataFrame({"figure": ["rmse"], "learned": [learned], "held_out": [held_out()]}).to_csv(index=False))

splits = [[np.array(part.split(), dtype=int) for part in line.split("|")] for line in lines]
measured = []

def error(train, test, fewest):
    present, labels = np.unique(truth[train], return_inverse=True)
    if len(present) < 2 or len(train) < fewest:
        decided = np.full(len(test), np.bincount(labels).argmax())
    else:
        answers = answer_from(train, labels, test)
        decided = answers[:, 1] >= 0.5 - 1e-5 if len(present) == 2 else answers.argmax(axis=1)
    return np.mean(present[decided.astype(int)] != truth[test])

def errors_of(name, fewest):
    rows = []
    for size in sizes:
        errors = np.array([error(train[:size], test, fewest) for test, train in splits])
        half = t.ppf(0.975, len(errors) - 1) * errors.std(ddof=1) / np.sqrt(len(errors))
        mean = errors.mean()
        rows.append([name, size, mean, max(mean - half, 0), min(mean + half, 1)])
    return rows

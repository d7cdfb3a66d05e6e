def answers_of(train, test):
    present, labels = np.unique(truth[train], return_inverse=True)
    answers = np.zeros((len(test), len(classes)))
    answers[:, present] = answer_from(train, labels, test) if len(present) > 1 else 1
    return answers

def shares_of(train, test):
    return np.tile(np.bincount(truth[train], minlength=len(classes)) / len(train), (len(test), 1))

def tested(answers_of):
    of_divisions = []
    for division in folds:
        part = np.array(list(division))
        answers = np.zeros((len(truth), len(classes)))
        for fold in np.unique(part):
            answers[part == fold] = answers_of(np.flatnonzero(part != fold), np.flatnonzero(part == fold))
        of_divisions.append(answers)
    return of_divisions

def held_out(answers_of):
    return np.mean([figures(answers) for answers in tested(answers_of)], axis=0)


def answers_of(train, test):
    present, labels = np.unique(truth[train], return_inverse=True)
    answers = np.zeros((len(test), len(classes)))
    answers[:, present] = answer_from(train, labels, test) if len(present) > 1 else 1
    return answers

def shares_of(train, test):
    return np.tile(np.bincount(truth[train], minlength=len(classes)) / len(train), (len(test), 1))

def figures(answers):
    epsilon = np.finfo(float).eps
    of_truth = np.clip(answers[np.arange(len(truth)), truth], epsilon, 1 - epsilon)
    decided = DECIDED
    squares = ((answers - np.eye(len(classes))[truth]) ** 2).sum(axis=1) / (2 if len(classes) == 2 else 1)
    return np.array([np.mean(-np.log(of_truth)), np.mean(decided == truth), np.mean(squares)])

def held_out(answers_of):
    each = []
    for division in folds:
        part = np.array(list(division))
        answers = np.zeros((len(truth), len(classes)))
        for fold in np.unique(part):
            answers[part == fold] = answers_of(np.flatnonzero(part != fold), np.flatnonzero(part == fold))
        each.append(figures(answers))
    return np.mean(each, axis=0)


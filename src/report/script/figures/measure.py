def decided(answers):
    return DECIDED

def losses(answers):
    epsilon = np.finfo(float).eps
    return -np.log(np.clip(answers[np.arange(len(truth)), truth], epsilon, 1 - epsilon))

def figures(answers):
    squares = ((answers - np.eye(len(classes))[truth]) ** 2).sum(axis=1) / (2 if len(classes) == 2 else 1)
    return np.array([losses(answers).mean(), np.mean(decided(answers) == truth), squares.mean()])




def distance(a, b):
    squares = 0.0
    for x, y in zip(a, b):
        squares += float(x != y) if isinstance(x, str) else (x - y) ** 2
    return math.sqrt(squares)


def probabilities(row):
    x = encode(row)
    distances = [distance(x, sample) for sample, _ in SAMPLES]
    last = sorted(distances)[K - 1]
    nearer = [d < last * (1 - TIE) for d in distances]
    tied = [not near and d <= last * (1 + TIE) for near, d in zip(nearer, distances)]
    # In whole parts, as many to a vote as samples tie, so that half of all votes is exactly half.
    of_near, of_tied = sum(tied), K - sum(nearer)
    votes = [0] * len(CLASSES)
    for (_, label), near, tie in zip(SAMPLES, nearer, tied):
        votes[CLASSES.index(label)] += of_near if near else of_tied if tie else 0
    return [vote / sum(votes) for vote in votes]

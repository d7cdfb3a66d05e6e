

def scores(row):
    sums = list(INTERCEPTS)
    for value, weights in zip(encode(row), WEIGHTS):
        if isinstance(weights, dict):
            shares = weights[value]
        else:
            shares = [weight * value for weight in weights]
        sums = [total + share for total, share in zip(sums, shares)]
    return sums

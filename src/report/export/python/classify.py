

def predict(row):
    p = probabilities(row)
    if len(CLASSES) == 2:
        best = 1 if p[1] >= THRESHOLD - 1e-5 else 0  # so little is rounding
    else:
        best = p.index(max(p))
    return dict(zip(COLUMNS, [CLASSES[best], *p]))

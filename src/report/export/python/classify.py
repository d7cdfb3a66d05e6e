

def predict(row):
    p = probabilities(row)
    if len(CLASSES) == 2:
        best = 1 if p[1] >= THRESHOLD - ROUNDING else 0
    else:
        best = p.index(max(p))
    return dict(zip(COLUMNS, [CLASSES[best], *p]))

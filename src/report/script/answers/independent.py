def independent(X):
    kept, rank = [], 1
    for column in range(X.shape[1]):
        more = np.column_stack([np.ones(len(X)), X[:, [*kept, column]]])
        if np.linalg.matrix_rank(more) > rank:
            kept, rank = [*kept, column], rank + 1
    return kept

A, p = np.column_stack([np.ones(len(X)), X]), probabilities[:, 1]
information = A.T @ (A * (p * (1 - p))[:, None])

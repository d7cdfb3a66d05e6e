A, P = np.column_stack([np.ones(len(X)), X]), probabilities
others = range(1, len(classes))
information = np.block([[A.T @ (A * (P[:, a] * ((a == b) - P[:, b]))[:, None]) for b in others] for a in others])

most_frequent = np.bincount(truth).max() / len(truth)
of_shares = held_out(shares_of)
print(pd.DataFrame({
    "figure": ["log_loss", "accuracy", "brier"],
    "learned": figures(probabilities),
    "held_out": held_out(answers_of),
    "shares": [of_shares[0], most_frequent, of_shares[2]],
}).to_csv(index=False))

answered = {"learned": [probabilities], "held_out": tested(answers_of)}
measured = pd.DataFrame({name: np.mean([figures(one) for one in each], axis=0) for name, each in answered.items()})
measured.insert(0, "figure", ["log_loss", "accuracy", "brier"])
of_divisions = np.array([figures(one) for one in answered["held_out"]])
measured["least"], measured["most"] = of_divisions.min(axis=0), of_divisions.max(axis=0)
of_shares = held_out(shares_of)
measured["shares"] = [of_shares[0], np.bincount(truth).max() / len(truth), of_shares[2]]

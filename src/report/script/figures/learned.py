answered = {"learned": [probabilities]}
measured = pd.DataFrame({"figure": ["log_loss", "accuracy", "brier"], "learned": figures(probabilities)})

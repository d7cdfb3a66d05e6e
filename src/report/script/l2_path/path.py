path, losses_of = [], {}
for l2 in [PENALTIES]:
    model = MODEL
    learned = figures(model.fit(X, y).predict_proba(X))
    of_divisions = tested(answers_of)
    path.append([l2, learned[0], *np.mean([figures(one) for one in of_divisions], axis=0)[:2]])
    losses_of[l2] = mean_losses(of_divisions)
print(pd.DataFrame(path, columns=["l2", "learned", "held_out", "accuracy"]).to_csv(index=False))

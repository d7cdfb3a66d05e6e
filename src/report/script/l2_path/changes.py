changes = [[l2, *paired(losses_of[l2] - losses_of[CHOSEN], 0.025)] for l2 in [JUDGED_BY]]
print(pd.DataFrame(changes, columns=["l2", "change", "low", "high"]).to_csv(index=False))

asked[COLUMN] = asked_probabilities[:, 1]
print(asked.sort_values(COLUMN, ascending=False, kind="stable").head(10).to_csv(index=False))

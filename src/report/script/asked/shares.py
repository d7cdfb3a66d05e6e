added = pd.DataFrame(np.column_stack([np.ones(len(Z)), Z]) * estimates["estimate"].to_numpy(), columns=["(Intercept)", *terms])
print(added.to_csv(index=False))

added = [[name, *(row * cells)] for cells in np.column_stack([np.ones(len(Z)), Z]) for name, row in zip(classes, coefficients)]
print(pd.DataFrame(added, columns=["class", "(Intercept)", *terms]).to_csv(index=False))

samples, table = table, pd.concat([table, asked], ignore_index=True)
asked_probabilities = answer_from(everyone, y, np.arange(len(samples), len(table)))
table = samples

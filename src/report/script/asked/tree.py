samples, table, cells = table, asked, cells_of(asked)
asked_probabilities = answer(np.arange(len(table)))
table, cells = samples, cells_of(samples)

counts = np.zeros((len(classes), len(classes)))
for one in answered[TESTED]:
    np.add.at(counts, (truth, decided(one).astype(int)), 1)
right, called, there = counts.diagonal(), counts.sum(axis=0), counts.sum(axis=1)
mistakes = pd.DataFrame(counts / len(answered[TESTED]), classes, [f"predicted {name}" for name in classes])
mistakes["precision"], mistakes["recall"] = right / np.maximum(called, 1), right / there
mistakes["f1"] = 2 * right / (called + there)
print(mistakes.to_csv(index_label="truth"))

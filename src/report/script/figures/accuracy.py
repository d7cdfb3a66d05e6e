n, z2 = len(truth), 1.959963984540054**2
intervals = []
for name, each in answered.items():
    share = np.mean([decided(one) == truth for one in each])
    middle, half = share + z2 / (2 * n), np.sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n**2)))
    intervals.append([name, share, (middle - half) / (1 + z2 / n), (middle + half) / (1 + z2 / n)])
print(pd.DataFrame(intervals, columns=["of", "accuracy", "low", "high"]).to_csv(index=False))

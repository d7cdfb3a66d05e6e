of_classes = np.bincount(truth) / len(truth)
measured["shares"] = [-(of_classes * np.log(of_classes)).sum(), of_classes.max(), np.nan]

def auc(is_it, scores):
    order = np.argsort(scores, kind="stable")
    low, high = scores[order][:-1], scores[order][1:]
    place = np.empty(len(scores), dtype=int)
    place[order] = np.cumsum([True, *(high - low > 1e-14 * high)])
    n, ranks = is_it.sum(), pd.Series(place).rank().to_numpy()
    return (ranks[is_it].sum() - n * (n + 1) / 2) / (n * (len(is_it) - n))

def roc_auc(answers):
    return np.mean([auc(truth == c, answers[:, c]) for c in ([1] if len(classes) == 2 else range(len(classes)))])

areas = [[name, np.mean([roc_auc(one) for one in each])] for name, each in answered.items()]
print(pd.DataFrame(areas, columns=["of", "roc_auc"]).to_csv(index=False))



TIE = 1e-12


def leaves(at, row, weight=1.0):
    node = NODES[at]
    if "shares" in node:
        return [(weight, node["shares"])]
    value = row[node["ask"]]
    if value is None:
        ways = [(share, child) for share, child in node["children"].values() if share > 0]
    else:
        if "threshold" in node:
            value = "<=" if value <= node["threshold"] else ">"
        ways = [(1.0, node["children"][value][1])]
    return [leaf for share, child in ways for leaf in leaves(child, row, weight * share)]


def probabilities(row):
    answers = {
        name: number(row, name) if levels is None else category(row, name, levels)
        for name, levels in FEATURES.items()
    }
    found = leaves(0, answers)
    sums = [sum(weight * shares[i] for weight, shares in found) for i in range(len(CLASSES))]
    shares = [part / sum(sums) for part in sums] if len(found) > 1 else sums
    return [max(shares) if max(shares) - share <= TIE else share for share in shares]

#--- impurity
def shares(counts):
    total = counts.sum(axis=-1, keepdims=True)
    return counts / np.where(total > 0, total, 1)

def entropy(counts):
    p = shares(counts)
    return 0 - (p * np.log2(np.maximum(p, 1e-300))).sum(axis=-1)

def gini(counts):
    return 1 - (shares(counts) ** 2).sum(axis=-1)

def judge(children, total):
    n = np.array([child.sum(axis=1) for child in children])
    known = n.sum(axis=0)
    r, rho = n / known, known / total
    together = sum(children)
    gain = rho * (entropy(together) - sum(share * entropy(child) for share, child in zip(r, children)))
    index = sum(share * gini(child) for share, child in zip(r, children))
    decrease = rho * (gini(together) - index)
    value = entropy(n.T)
    ratio = np.where(value > 0, gain / np.where(value > 0, value, 1), np.nan)
    merit, score = {"gain": (gain, gain), "gain-ratio": (ratio, ratio), "gini": (decrease, index)}[criterion]
    divides = (n > 0).sum(axis=0) > 1
    return pd.DataFrame({"gain": gain, "score": score, "merit": merit, "decrease": decrease, "divides": divides})
#--- offers
def halfway(low, high):
    middle = float(f"{low / 2 + high / 2:.12e}")
    return middle if low <= middle < high else low

def splits_of(name, weight):
    here = (weight > 0) & ~np.isnan(cells[name])
    x, of_class = cells[name][here], weight[here, None] * (y[here, None] == np.arange(n_classes))
    if name in levels:
        thresholds = [np.nan] * bool(here.any())
        children = [of_class[x == value].sum(axis=0, keepdims=True) for value in range(len(levels[name]))]
    else:
        order = np.argsort(x, kind="stable")
        x, below = x[order], of_class[order].cumsum(axis=0)
        cuts = np.flatnonzero(x[:-1] < x[1:])
        thresholds = [halfway(x[cut], x[cut + 1]) for cut in cuts]
        children = [below[cuts], below[-1:] - below[cuts]]
    if not thresholds:
        return pd.DataFrame()
    splits = judge(children, weight.sum())
    splits.insert(0, "feature", name)
    splits.insert(1, "threshold", thresholds)
    by = splits["decrease" if criterion == "gini" else "gain"]
    return splits[by >= by.max() - 1e-9]
#--- choose
def choose(splits):
    may = splits[splits["divides"]] if len(splits) else splits
    if criterion == "gain-ratio" and len(may):
        gains = may.groupby("feature", sort=False)["gain"].first()
        may = may[may["feature"].isin(gains.index[gains >= gains.mean() - 1e-9])]
    if not len(may):
        return None
    tied = may[may["merit"] >= may["merit"].max() - 1e-9]
    first = tied[tied["feature"] == preferred]
    return (first if len(first) else tied).iloc[0]
#--- answer
def branch_of(feature, threshold):
    x = cells[feature]
    return x if np.isnan(threshold) else np.where(np.isnan(x), np.nan, x > threshold)

def answer(rows, at=0, weight=None, out=None):
    if out is None:
        weight, out = np.ones(len(rows)), np.zeros((len(table), n_classes))
    node = nodes[at]
    if node["split"] is None:
        out[rows] += weight[:, None] * node["shares"]
        return out
    branch = branch_of(*node["split"])[rows]
    for value, (child, share) in enumerate(zip(node["children"], node["child_shares"])):
        part = np.where(np.isnan(branch), share, branch == value)
        answer(rows[part > 0], child, (weight * part)[part > 0], out)
    return out

def majority(p):
    return np.where(p[..., 1] >= 0.5, 1, 0) if n_classes == 2 else p.argmax(axis=-1)

def n_right():
    return int((majority(answer(held)[held]) == y[held]).sum())
#--- grow
nodes, trace = [], []

def add_leaf(weight, parent, path):
    counts = np.array([weight[y == c].sum() for c in range(n_classes)])
    p = shares(counts) if counts.sum() > 0 else parent
    nodes.append({"counts": counts, "shares": p, "path": path, "split": None})
    return len(nodes) - 1

def expand(at, weight, unused):
    node = nodes[at]
    if (node["counts"] > 0).sum() < 2 or len(node["path"]) == max_depth or (weight > 0).sum() < min_samples:
        return
    offered = [own for own in (splits_of(name, weight) for name in unused) if len(own)]
    splits = pd.concat(offered) if offered else pd.DataFrame()
    best = choose(splits)
    for _, split in splits.iterrows():
        is_best = best is not None and split.equals(best)
        here = "/".join(["root", *(feature + answer for feature, answer in node["path"])])
        trace.append([here, weight.sum(), entropy(node["counts"]), *split[["feature", "threshold", "gain", "score"]], is_best])
    if best is None:
        return
    feature, threshold = best["feature"], best["threshold"]
    branch = branch_of(feature, threshold)
    is_missing = np.isnan(branch)
    answers = [f"={value}" for value in levels[feature]] if feature in levels else [f"<={threshold}", f">{threshold}"]
    of_children = [weight * (branch == value) for value in range(len(answers))]
    part = np.array([own.sum() for own in of_children]) / weight[~is_missing].sum()
    of_children = [np.where(is_missing, weight * share, own) for share, own in zip(part, of_children)]
#--- pre
    before = n_right()
#--- grow
    node["split"], node["child_shares"] = (feature, threshold), part
    node["children"] = [add_leaf(own, node["shares"], [*node["path"], (feature, answer)]) for own, answer in zip(of_children, answers)]
#--- pre
    if n_right() <= before:
        node["split"] = None
        return
#--- grow
    rest = [name for name in unused if name != feature or name not in levels]
    for child, own in zip(node["children"], of_children):
        expand(child, own, rest)

def grow_tree(rows, labels, aside):
    global y, held, n_classes
    y, held, n_classes = np.full(len(table), -1), aside, labels.max() + 1
    y[rows] = labels
    nodes.clear()
    trace.clear()
    weight = np.zeros(len(table))
    weight[rows], weight[aside] = 1, 0
    add_leaf(weight, None, [])
    expand(0, weight, names)
#--- post
    for node in sorted(reversed(nodes), key=lambda node: -len(node["path"])):
        if node["split"] is not None:
            split, before = node["split"], n_right()
            node["split"] = None
            if n_right() <= before:
                node["split"] = split
#--- end
#--- grown
grow_tree(np.arange(len(table)), y, held)
#--- trace
columns = ["node", "n", "entropy", "feature", "threshold", "gain", "score", "chosen"]
print(pd.DataFrame(trace, columns=columns).to_csv(index=False))
#--- rules
def print_rules(at=0):
    node = nodes[at]
    if node["split"] is not None:
        return [rule for child in node["children"] for rule in print_rules(child)]
    closest = {}
    for feature, answer in node["path"]:
        kind = (feature, answer[0])
        closest.pop(kind, None)
        closest[kind] = feature + answer
    predicted = majority(node["shares"])
    return [[" & ".join(closest.values()), classes[predicted], node["counts"].sum(), node["counts"][predicted]]]

print(pd.DataFrame(print_rules(), columns=["rule", "predicted", "n", "right"]).to_csv(index=False))
#--- held
print(pd.DataFrame({"validation samples": [len(held)], "right": [n_right()]}).to_csv(index=False))
#--- probabilities
probabilities = answer(np.arange(len(table)))
#--- sklearn
X = table[names].to_numpy(float)
theirs = DecisionTreeClassifier(criterion=CRITERION, max_depth=max_depth, min_samples_split=min_samples).fit(X, y)
leaves = [int(sum(node["split"] is None for node in nodes)), theirs.get_n_leaves()]
depth = [max(len(node["path"]) for node in nodes), theirs.get_depth()]
difference = [0, np.abs(theirs.predict_proba(X) - probabilities).max()]
print(pd.DataFrame({"tree": ["this one", "scikit-learn"], "leaves": leaves, "depth": depth, "largest difference": difference}).to_csv(index=False))

"""Decision trees of the book (Zhou, 机器学习, chapter 4), in exact arithmetic: counts and shares are
fractions, logarithms have 60 digits. Nothing but Python's own library.

    python tree.py > tree.json

A node is {"feature", "threshold", "score", "ties", "children": [[answer, node], ...]} or
{"predicted", "counts"}. Two splits tie if they differ by less than 1e-40.
"""

import csv
import json
import pathlib
import random
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
HERE = pathlib.Path(__file__).parent
SAME = Decimal(10) ** -40


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def log2(fraction):
    return decimal(fraction).ln() / Decimal(2).ln()


def entropy(weights):
    total = sum(weights)
    return -sum((decimal(w / total) * log2(w / total) for w in weights if w), Decimal(0))


def gini(weights):
    total = sum(weights)
    return 1 - sum((w / total) ** 2 for w in weights) if total else Fraction(0)


class Data:
    """Rows of text or numbers; None is missing. Levels are sorted, numbers are fractions."""

    def __init__(self, names, rows, labels, numeric=()):
        self.names, self.rows, self.labels, self.numeric = names, rows, labels, set(numeric)
        self.classes = sorted(set(labels))
        self.levels = {
            j: sorted({row[j] for row in rows if row[j] is not None}) for j in range(len(names)) if names[j] not in self.numeric
        }

    def weights(self, members):
        return [sum((w for i, w in members if self.labels[i] == c), Fraction(0)) for c in self.classes]


def parts(data, members, j, threshold):
    """Known members of each child, and those whose value is missing."""
    known = [(i, w) for i, w in members if data.rows[i][j] is not None]
    if threshold is None:
        return [[(i, w) for i, w in known if data.rows[i][j] == level] for level in data.levels[j]], known
    low = [(i, w) for i, w in known if data.rows[i][j] <= threshold]
    return [low, [(i, w) for i, w in known if data.rows[i][j] > threshold]], known


def judge(data, members, j, threshold):
    """Gain, gain ratio and Gini index of a split; rho times the first for missing values."""
    children, known = parts(data, members, j, threshold)
    total, of_known = sum(w for _, w in members), sum((w for _, w in known), Fraction(0))
    if not of_known:
        return None
    rho = of_known / total
    shares = [sum((w for _, w in child), Fraction(0)) / of_known for child in children]
    classes = [data.weights(child) for child in children]
    left = sum((decimal(s) * entropy(c) for s, c in zip(shares, classes) if s), Decimal(0))
    gain = decimal(rho) * (entropy(data.weights(known)) - left)
    index = sum((s * gini(c) for s, c in zip(shares, classes)), Fraction(0))
    divides = sum(s > 0 for s in shares) > 1
    return {
        "gain": gain,
        "left": left,
        "ratio": gain / entropy(shares) if divides else None,
        "gini": index,
        "decrease": decimal(rho * (gini(data.weights(known)) - index)),
        "divides": divides,
    }


def offers(data, members, unused, criterion):
    """Of each feature its best splits: one of a category, all that tie of a number."""
    for j in unused:
        if j in data.levels:
            judged = judge(data, members, j, None)
            if judged:
                yield j, [(None, judged)]
            continue
        values = sorted({data.rows[i][j] for i, _ in members if data.rows[i][j] is not None})
        tried = [((a + b) / 2, judge(data, members, j, (a + b) / 2)) for a, b in zip(values, values[1:])]
        if tried:
            by = "decrease" if criterion == "gini" else "gain"
            top = max(judged[by] for _, judged in tried)
            yield j, [(t, judged) for t, judged in tried if top - judged[by] < SAME]


def choose(data, members, unused, criterion, prefer):
    found = [(j, splits) for j, splits in offers(data, members, unused, criterion) if splits[0][1]["divides"]]
    if not found:
        return None
    if criterion == "gain-ratio":
        mean = sum(splits[0][1]["gain"] for _, splits in found) / len(found)
        found = [(j, splits) for j, splits in found if splits[0][1]["gain"] - mean > -SAME]
    by = {"gain": "gain", "gain-ratio": "ratio", "gini": "decrease"}[criterion]
    flat = [(j, t, judged) for j, splits in found for t, judged in splits]
    top = max(judged[by] for _, _, judged in flat)
    tied = [one for one in flat if top - one[2][by] < SAME]
    best = next((one for one in tied if one[0] == prefer), tied[0])
    shown = {"gain": "gain", "gain-ratio": "ratio", "gini": "gini"}[criterion]
    return best, [one for one in tied if one is not best], best[2][shown]


def majority(weights, parent):
    total = sum(weights)
    shares = [w / total for w in weights] if total else parent
    at = (1 if shares[1] >= Fraction(1, 2) else 0) if len(shares) == 2 else shares.index(max(shares))
    return at, shares


def grow(data, members, unused, criterion, prefer, parent):
    weights = data.weights(members)
    at, shares = majority(weights, parent)
    node = {"at": at, "shares": shares, "weights": weights, "split": None}
    choice = choose(data, members, unused, criterion, prefer) if sum(w > 0 for w in weights) > 1 else None
    if choice:
        (j, threshold, _), ties, score = choice
        children, known = parts(data, members, j, threshold)
        of_known = sum(w for _, w in known)
        missing = [(i, w) for i, w in members if data.rows[i][j] is None]
        rest = [k for k in unused if k != j or j not in data.levels]
        node.update(split=(j, threshold), ties=ties, score=score, children=[], part=[])
        for child in children:
            share = sum((w for _, w in child), Fraction(0)) / of_known
            child = child + [(i, w * share) for i, w in missing if share]
            node["children"].append(grow(data, child, rest, criterion, prefer, shares))
            node["part"].append(share)
    return node


def answer(data, node, row):
    if node["split"] is None:
        return node["shares"]
    j, threshold = node["split"]
    if row[j] is None:
        ways = [[part * p for p in answer(data, child, row)] for child, part in zip(node["children"], node["part"]) if part]
        return [sum(column) for column in zip(*ways)]
    at = data.levels[j].index(row[j]) if threshold is None else int(row[j] > threshold)
    return answer(data, node["children"][at], row)


def right(data, root, rows):
    return sum(data.classes[majority(answer(data, root, data.rows[i]), None)[0]] == data.labels[i] for i in rows)


def way(data, path):
    def step(j, threshold, at):
        if threshold is None:
            return f"{data.names[j]}={data.levels[j][at]}"
        return f"{data.names[j]}{'<=' if at == 0 else '>'}{float(threshold):.15g}"

    return "/".join(["root"] + [step(*one) for one in path])


def inner(node, path=()):
    if node["split"] is not None:
        yield node, path
        for at, child in enumerate(node["children"]):
            yield from inner(child, path + ((*node["split"], at),))


def post(data, root, validation):
    """From below: a leaf where it makes more validation rows right."""
    decisions = []
    for node, path in sorted(reversed(list(inner(root))), key=lambda pair: -len(pair[1])):
        split, before = node["split"], right(data, root, validation)
        node["split"] = None
        after = right(data, root, validation)
        if after <= before:
            node["split"] = split
        decisions.append([way(data, path), after, before, after > before])
    return decisions


def pre(data, node, root, validation, path=()):
    """From above, on a tree that has grown: what lies below a split is hidden while it is judged."""
    if node["split"] is None:
        return []
    split, hidden = node["split"], [child["split"] for child in node["children"]]
    for child in node["children"]:
        child["split"] = None
    node["split"] = None
    before = right(data, root, validation)
    node["split"] = split
    after = right(data, root, validation)
    decisions = [[way(data, path), before, after, after <= before]]
    if after <= before:
        node["split"] = None
        return decisions
    for at, (child, own) in enumerate(zip(node["children"], hidden)):
        child["split"] = own
        decisions += pre(data, child, root, validation, path + ((*split, at),))
    return decisions


def written(data, node):
    if node["split"] is None:
        return {"predicted": data.classes[node["at"]], "counts": [float(w) for w in node["weights"]]}
    j, threshold = node["split"]
    answers = data.levels[j] if threshold is None else ["<=", ">"]
    name = lambda j, t: data.names[j] if t is None else f"{data.names[j]}<={float(t):.15g}"
    return {
        "feature": data.names[j],
        "threshold": None if threshold is None else float(threshold),
        "score": float(node["score"]),
        "ties": [name(j, t) for j, t, _ in node["ties"]],
        "children": [[a, written(data, child)] for a, child in zip(answers, node["children"])],
    }


def table(path, missing):
    rows = list(csv.reader(path.open(encoding="utf-8")))
    names = rows[0][1:-1]
    numeric = [name for name in names if name in ("密度", "含糖率")]
    cell = lambda name, text: None if text in missing else Fraction(text) if name in numeric else text
    cells = [[cell(name, text) for name, text in zip(names, row[1:-1])] for row in rows[1:]]
    return Data(names, cells, [row[-1] for row in rows[1:]], numeric)


def columns(data, names):
    at = [data.names.index(name) for name in names]
    return Data(names, [[row[j] for j in at] for row in data.rows], data.labels, data.numeric & set(names))


def case(data, criterion, rows=None, prefer=None, pruned=None):
    rows = list(range(len(data.rows))) if rows is None else rows
    members = [(i, Fraction(1)) for i in rows]
    unused = list(range(len(data.names)))
    root = grow(data, members, unused, criterion, prefer, None)
    held = [i for i in range(len(data.rows)) if i not in rows]
    result = {"criterion": criterion, "prefer": prefer, "held": held, "prune": pruned or "none"}
    result["root"] = [
        {"feature": data.names[j], "threshold": t and float(t), **{k: float(judged[k]) for k in ("gain", "left", "gini")}}
        for j, splits in offers(data, members, unused, criterion)
        for t, judged in splits
    ]
    if pruned == "post":
        result["decisions"] = post(data, root, held)
    if pruned == "pre":
        result["decisions"] = pre(data, root, root, held)
    result["right"] = right(data, root, held)
    result["tree"] = written(data, root)
    result["answers"] = [[float(p) for p in answer(data, root, row)] for row in data.rows]
    return result


def drawn(seed):
    """Mixed columns with many ties and missing cells, three classes."""
    rng = random.Random(seed)
    rows, labels = [], []
    for _ in range(60):
        row = [rng.choice("abc"), rng.choice("uv"), rng.choice("pqrst"), Fraction(rng.randrange(8), 4), Fraction(rng.randrange(100), 100)]
        score = (row[0] == "b") + (row[1] == "u") + float(row[4]) + rng.random()
        labels.append("xyz"[min(2, int(score))])
        rows.append([None if seed % 2 and rng.random() < 0.1 else cell for cell in row])
    return Data(["c1", "c2", "c3", "n1", "n2"], rows, labels, ["n1", "n2"])


three = table(HERE.parents[1] / "datasets" / "watermelon-3.0.csv", [])
two = columns(three, three.names[:6])
alpha = columns(three, three.names[6:])
four = table(HERE / "tree_table_4_4.csv", ["-"])
book = [0, 1, 2, 5, 6, 9, 13, 14, 15, 16]
CRITERIA = ["gain", "gain-ratio", "gini"]
cases = {
    "watermelon-2.0": [case(two, c) for c in CRITERIA],
    "watermelon-3.0": [case(three, c) for c in CRITERIA],
    "watermelon-3.0a": [case(alpha, c) for c in CRITERIA],
    "table-4.2": [case(two, c, book, p, prune) for c in CRITERIA for p in (None, 4) for prune in (None, "pre", "post")],
    "table-4.4": [case(four, c) for c in CRITERIA],
}
random_tables = []
for seed in range(4):
    data = drawn(seed)
    text = lambda cell: None if cell is None else float(cell) if isinstance(cell, Fraction) else cell
    grown = [i for i in range(60) if i % 3]
    random_tables.append(
        {
            "names": data.names,
            "columns": [[text(row[j]) for row in data.rows] for j in range(5)],
            "labels": data.labels,
            "cases": [case(data, c) for c in CRITERIA] + [case(data, "gain", grown, None, p) for p in ("pre", "post")],
        }
    )
print(json.dumps({"book": cases, "random": random_tables}, ensure_ascii=False))

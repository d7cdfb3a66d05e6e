"""The n-gram as a classifier, held out melon by melon: counted and smoothed from scratch.

    python3 tests/golden/sentences_ngram.py

prints how many of the seventeen melons of watermelon-3.0 a trigram of their clauses gets
right (leave-one-out, interpolated Witten-Bell, numbers by their thirds), and its log-loss.
"""

import csv
import math
from collections import Counter, defaultdict

ROWS = list(csv.DictReader(open("datasets/watermelon-3.0.csv")))
WORDS = ["色泽", "根蒂", "敲声", "纹理", "脐部", "触感"]
NUMBERS = ["密度", "含糖率"]
ORDER = 3


def edges(cells):
    cells = sorted(cells)
    cuts = [cells[max(-(-len(cells) * i // 3), 1) - 1] for i in (1, 2)]
    return sorted({cut for cut in cuts if cut < cells[-1]})


def clauses(row, cuts):
    return [f + row[f] for f in WORDS] + [f"{f}{sum(float(row[f]) > e for e in cuts[f])}" for f in NUMBERS]


def held_out(at):
    train = [row for i, row in enumerate(ROWS) if i != at]
    cuts = {f: edges([float(row[f]) for row in train]) for f in NUMBERS}
    n_words = sum(len({row[f] for row in ROWS}) for f in WORDS)
    vocab_size = 1 + n_words + sum(len(cuts[f]) + 1 for f in NUMBERS) + 2
    counts = [defaultdict(Counter) for _ in range(ORDER)]
    for row in train:
        text = ["|", *clauses(row, cuts), row["好瓜"], "|"]
        for i in range(1, len(text)):
            for depth in range(min(i + 1, ORDER)):
                counts[depth][tuple(text[i - depth : i])][text[i]] += 1

    def p(token, context):
        value = 1 / vocab_size
        for depth in range(ORDER):
            seen = counts[depth].get(tuple(context[len(context) - depth :]))
            if seen is None:
                break
            n, kinds = sum(seen.values()), len(seen)
            value = (seen[token] + kinds * value) / (n + kinds)
        return value

    context = ["|", *clauses(ROWS[at], cuts)][-(ORDER - 1) :]
    yes, no = p("是", context), p("否", context)
    return yes / (yes + no)


probabilities = [held_out(at) for at in range(len(ROWS))]
truth = [row["好瓜"] == "是" for row in ROWS]
print(sum((p >= 0.5) == y for p, y in zip(probabilities, truth)))
print(sum(-math.log(p if y else 1 - p) for p, y in zip(probabilities, truth)) / len(ROWS))

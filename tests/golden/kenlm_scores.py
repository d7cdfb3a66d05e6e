#!/usr/bin/env python3
"""Golden scores of n-gram models, from KenLM's `kenlm` module (`pip install kenlm`).

    cargo test --test main golden::kenlm          exports the models, and checks the scores
    python tests/golden/kenlm_scores.py FOLDER    scores anew; the test's failure names FOLDER

FOLDER holds what the test has exported: one ARPA file for each smoothing and order, and
`texts.txt`, a text a line, its tokens as the words of these files. `kenlm_scores.json` gets
`log10 p` of every token and of the end of every text.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import kenlm

HERE = Path(__file__).parent


def scores(path, texts):
    # Without a boundary between texts a model knows neither their beginning nor their end.
    whole = "no-boundary" not in path.stem
    model = kenlm.Model(str(path))
    each = [[p for p, _, _ in model.full_scores(text, bos=whole, eos=whole)] for text in texts]
    return [[round(p, 7) for p in text] for text in each]


def main():
    folder = Path(sys.argv[1])
    texts = (folder / "texts.txt").read_text(encoding="utf-8").split("\n")[:-1]
    models = {path.stem: scores(path, texts) for path in sorted(folder.glob("*.arpa"))}
    lines = [f"  {json.dumps(name)}: {json.dumps(rows, separators=(',', ':'))}" for name, rows in models.items()]
    text = f'{{\n  "kenlm": "{version("kenlm")}",\n' + ",\n".join(lines) + "\n}\n"
    (HERE / "kenlm_scores.json").write_text(text)
    print(f"{len(models)} models, {len(texts)} texts")


if __name__ == "__main__":
    main()

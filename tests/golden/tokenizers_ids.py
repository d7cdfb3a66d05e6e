#!/usr/bin/env python3
"""Golden ids of tokenizers, from Python's `tokenizers` (`pip install tokenizers`).

    cargo test --test main golden::tokenizers     saves two vocabularies, and checks their ids
    python tests/golden/tokenizers_ids.py FOLDER  encodes anew; the test's failure names FOLDER

FOLDER holds `char.json` and `bpe.json`, the `tokenizer.json` of either kind as melon saves it.
`tokenizers_ids.json` gets the ids of every text, with markers as markers and as ordinary text.
`tokenizers_python.json` is a vocabulary as Python makes it, to be read by melon.
"""

import json
import sys
from pathlib import Path

import tokenizers
from tokenizers import Tokenizer
from tokenizers.implementations import ByteLevelBPETokenizer

HERE = Path(__file__).parent
TEXTS = json.loads((HERE / "tokenizers_texts.json").read_text(encoding="utf-8"))


def python_made():
    made = ByteLevelBPETokenizer(add_prefix_space=False)
    corpus = (HERE / "kenlm_corpus.txt").read_text(encoding="utf-8").splitlines()
    made.train_from_iterator(corpus, vocab_size=300, min_frequency=2, special_tokens=["<|endoftext|>"], show_progress=False)
    made.save(str(HERE / "tokenizers_python.json"))
    return HERE / "tokenizers_python.json"


def ids(path, ordinary):
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.encode_special_tokens = ordinary
    rows = [tokenizer.encode(text, add_special_tokens=False).ids for text in TEXTS]
    for text, row in zip(TEXTS, rows):
        assert tokenizer.decode(row, skip_special_tokens=False) == text, text
    return rows


def main():
    folder = Path(sys.argv[1])
    paths = {"char": folder / "char.json", "bpe": folder / "bpe.json", "python": python_made()}
    golden = {"tokenizers": tokenizers.__version__}
    for kind, path in paths.items():
        golden[kind] = {"marked": ids(path, False), "ordinary": ids(path, True)}
    (HERE / "tokenizers_ids.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{len(paths)} vocabularies, {len(TEXTS)} texts")


if __name__ == "__main__":
    main()

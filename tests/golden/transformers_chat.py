#!/usr/bin/env python3
"""Golden values of conversations, from `transformers` (`pip install torch transformers`).

    cargo test --test main golden::chat               saves a model, and checks its turns
    python tests/golden/transformers_chat.py FOLDER   asks it anew; the test's failure names FOLDER

FOLDER holds a chat model as melon saves it. `transformers_chat.json` gets, of each conversation
in `transformers_chats.json`, the ids that `apply_chat_template` makes of it and the ids that
`generate` answers with, which has to stop at the end of the answer by itself. `vocab_merges/` is
a vocabulary in GPT-2's own two files, and its ids are those that `GPT2TokenizerFast` finds.
"""

import json
import sys
from pathlib import Path

import torch
import transformers
from transformers import AutoModelForCausalLM, AutoTokenizer, GPT2TokenizerFast

HERE = Path(__file__).parent
CHATS = json.loads((HERE / "transformers_chats.json").read_text(encoding="utf-8"))
TEXTS = json.loads((HERE / "tokenizers_texts.json").read_text(encoding="utf-8"))


def vocab_merges():
    """The vocabulary that `tokenizers_ids.py` trains, in the two files that GPT-2 came with."""
    made = json.loads((HERE / "tokenizers_python.json").read_text(encoding="utf-8"))["model"]
    folder = HERE / "vocab_merges"
    folder.mkdir(exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps(made["vocab"], ensure_ascii=False), encoding="utf-8")
    merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in made["merges"]]
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges, ""]), encoding="utf-8")
    tokenizer = GPT2TokenizerFast.from_pretrained(folder)
    return [tokenizer(text, add_special_tokens=False)["input_ids"] for text in TEXTS]


def answer(model, tokenizer, messages):
    ids = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt", return_dict=True)
    with torch.no_grad():
        written = model.generate(**ids, do_sample=False, max_new_tokens=12)
    return written[0, ids["input_ids"].shape[1]:].tolist()


def main():
    folder = sys.argv[1]
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForCausalLM.from_pretrained(folder)
    template = lambda chat: tokenizer.apply_chat_template(chat, return_dict=True)["input_ids"]
    golden = {
        "transformers": transformers.__version__,
        "eos_token": tokenizer.eos_token,
        "eos_token_id": model.generation_config.eos_token_id,
        "chats": [{"ids": template(chat), "answer": answer(model, tokenizer, chat)} for chat in CHATS],
        "vocab_merges": vocab_merges(),
    }
    (HERE / "transformers_chat.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{len(CHATS)} conversations, {len(TEXTS)} texts")


if __name__ == "__main__":
    main()

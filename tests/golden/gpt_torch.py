#!/usr/bin/env python3
"""Golden values of the GPT, from PyTorch and transformers (`pip install torch transformers`).

    cargo test --test main golden::gpt           saves models, and checks their logits
    python tests/golden/gpt_torch.py             writes the folders beside this script
    python tests/golden/gpt_torch.py FOLDER      and what transformers makes of those models;
                                                 the test's failure names FOLDER

`gpt2_tiny/` is a GPT-2 as transformers saves it, with the loss, the logits and the gradient
of every parameter on one batch in `expected.safetensors`. `gpt2_bare/` is the same family in
its other dress: names without `transformer.`, half precision, an output layer of its own, a
given `n_inner`, another name for the activation, the settings that only old files have, and
the causal masks that these carry along. Both with a greedy completion.

FOLDER holds models that melon has saved. `gpt_saved.safetensors` gets their logits on the
same batch and their greedy completions, as `GPT2LMHeadModel.from_pretrained` gives them, and
the ids that `AutoTokenizer.from_pretrained` finds where there is a tokenizer.
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import AutoTokenizer, GPT2Config, GPT2LMHeadModel

HERE = Path(__file__).parent
INPUTS = torch.tensor([[3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9, 7, 12, 0]])
# What follows each input; -100 is not to be learned.
TARGETS = torch.tensor([[1, 4, 1, 5, 9, 2, 6, 5], [3, 5, -100, 9, 7, 12, -100, 11]])


TEXT = "周一上班真的很丧 <|end|>a melon"
PROMPT = torch.tensor([[3, 1, 4]])


def values_of(model):
    """Logits of the batch, and the prompt completed to the end of the context."""
    model.generation_config.eos_token_id = None  # no end before the end of the context
    with torch.no_grad():
        logits = model(INPUTS).logits
        greedy = model.generate(PROMPT, max_new_tokens=8 - PROMPT.shape[1], do_sample=False, pad_token_id=0)
    return {"logits": logits, "greedy": greedy[0].float()}


def model_of(**settings):
    torch.manual_seed(20)
    sizes = dict(vocab_size=13, n_positions=8, n_embd=16, n_layer=2, n_head=2)
    no_dropout = dict(resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=None, eos_token_id=None)
    model = GPT2LMHeadModel(GPT2Config(**{**sizes, **no_dropout, **settings}))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return model.eval()


def tiny():
    folder = HERE / "gpt2_tiny"
    model = model_of()
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    expected = values_of(model)
    logits = model(INPUTS).logits
    loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), TARGETS.flatten(), ignore_index=-100)
    loss.backward()
    expected["loss"] = loss.detach().reshape(1)
    expected |= {f"grad.{name}": p.grad for name, p in model.named_parameters()}
    save_file(expected, folder / "expected.safetensors")


def bare():
    folder = HERE / "gpt2_bare"
    folder.mkdir(exist_ok=True)
    model = model_of(n_layer=1, n_inner=20, tie_word_embeddings=False, activation_function="gelu_pytorch_tanh")
    model = model.half().float()
    old = {"n_ctx": 8, "eos_token_id": [0, 1], "task_specific_params": {"text-generation": {"max_length": 50}}}
    (folder / "config.json").write_text(json.dumps(model.config.to_diff_dict() | old, indent=2) + "\n")
    tensors = {k.removeprefix("transformer."): v.half() for k, v in model.state_dict().items()}
    tensors["h.0.attn.bias"] = torch.tril(torch.ones(1, 1, 8, 8))
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    save_file(values_of(model), folder / "expected.safetensors")


def saved(folder):
    values = {}
    for path in sorted(folder.iterdir()):
        model, report = GPT2LMHeadModel.from_pretrained(path, output_loading_info=True)
        assert not any(report[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys")), report
        assert model.dtype == torch.float32
        values |= {f"{path.name}.{name}": value.contiguous() for name, value in values_of(model.eval()).items()}
        if (path / "tokenizer.json").exists():
            ids = AutoTokenizer.from_pretrained(path)(TEXT)["input_ids"]
            values[f"{path.name}.ids"] = torch.tensor(ids, dtype=torch.float32)
    save_file(values, HERE / "gpt_saved.safetensors")
    print(f"{len(list(folder.iterdir()))} saved models")


if __name__ == "__main__":
    tiny()
    bare()
    if sys.argv[1:]:
        saved(Path(sys.argv[1]))

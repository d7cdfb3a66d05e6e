#!/usr/bin/env python3
"""Golden values of the GPT, from PyTorch and transformers.

    python tests/golden/gpt_torch.py              writes the folders beside this script
    python tests/golden/gpt_torch.py --check DIR  the logits of a model that melon has saved

`gpt2_tiny/` is a GPT-2 as transformers saves it, with the loss, the logits and the gradient
of every parameter on one batch in `expected.safetensors`. `gpt2_bare/` is the same family in
its other dress: names without `transformer.`, half precision, an output layer of its own, a
given `n_inner`, and the causal masks that old files carry along.
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import GPT2Config, GPT2LMHeadModel

HERE = Path(__file__).parent
INPUTS = torch.tensor([[3, 1, 4, 1, 5, 9, 2, 6], [5, 3, 5, 8, 9, 7, 12, 0]])
# What follows each input; -100 is not to be learned.
TARGETS = torch.tensor([[1, 4, 1, 5, 9, 2, 6, 5], [3, 5, -100, 9, 7, 12, -100, 11]])


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
    logits = model(INPUTS).logits
    loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), TARGETS.flatten(), ignore_index=-100)
    loss.backward()
    expected = {"logits": logits.detach(), "loss": loss.detach().reshape(1)}
    expected |= {f"grad.{name}": p.grad for name, p in model.named_parameters()}
    save_file(expected, folder / "expected.safetensors")


def bare():
    folder = HERE / "gpt2_bare"
    folder.mkdir(exist_ok=True)
    model = model_of(n_layer=1, n_inner=20, tie_word_embeddings=False).half().float()
    (folder / "config.json").write_text(json.dumps(model.config.to_diff_dict(), indent=2) + "\n")
    tensors = {k.removeprefix("transformer."): v.half() for k, v in model.state_dict().items()}
    tensors["h.0.attn.bias"] = torch.tril(torch.ones(1, 1, 8, 8))
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    save_file({"logits": model(INPUTS).logits.detach()}, folder / "expected.safetensors")


def check(folder):
    model = GPT2LMHeadModel.from_pretrained(folder).eval()
    expected = json.loads((Path(folder) / "logits.json").read_text())
    logits = model(torch.tensor([expected["tokens"]])).logits[0, -1]
    worst = (logits - torch.tensor(expected["logits"])).abs().max().item()
    print(f"{folder}: logits differ by at most {worst:.2e}")
    assert worst < 1e-4


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(sys.argv[2])
    else:
        with torch.enable_grad():
            tiny()
            bare()

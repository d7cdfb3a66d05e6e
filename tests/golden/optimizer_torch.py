#!/usr/bin/env python3
"""Golden values of training steps, from PyTorch (`pip install torch transformers`; torch 2.9 or later).

    python tests/golden/optimizer_torch.py       writes optimizer_torch.safetensors beside it

The model in `gpt2_tiny` (gpt_torch.py) learns from one batch for five steps, once by AdamW
and once by Muon for the matrices of linear layers with AdamW for the rest: gradient clipped,
matrices decaying. The file holds every parameter after the first step and after the fifth,
as `muon.5.transformer.wte.weight`.

PyTorch's Muon rounds to bfloat16 before it orthogonalises; here it keeps single precision.
"""

from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import GPT2LMHeadModel

from gpt_torch import INPUTS, TARGETS

HERE = Path(__file__).parent
RATE, DECAY, CLIP = 0.01, 0.1, 0.5

torch.bfloat16 = torch.float32  # asked for by name when Muon runs


def optimisers(model, kind):
    parameters = dict(model.named_parameters())
    matrices = [p for name, p in parameters.items() if p.dim() == 2 and ".h." in name]
    others = [p for name, p in parameters.items() if not (p.dim() == 2 and ".h." in name)]
    adamw = dict(lr=RATE, betas=(0.9, 0.99), eps=1e-4)
    for_others = torch.optim.AdamW(others, weight_decay=0.0, **adamw)
    if kind == "adamw":
        return [for_others, torch.optim.AdamW(matrices, weight_decay=DECAY, **adamw)]
    return [for_others, torch.optim.Muon(matrices, lr=RATE, weight_decay=DECAY, adjust_lr_fn="match_rms_adamw")]


def steps(kind):
    model = GPT2LMHeadModel.from_pretrained(HERE / "gpt2_tiny").eval()
    both, values = optimisers(model, kind), {}
    for step in range(1, 6):
        logits = model(INPUTS).logits
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), TARGETS.flatten(), ignore_index=-100)
        model.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        assert norm > CLIP, "every step is clipped"
        for optimiser in both:
            optimiser.step()
        if step in (1, 5):
            values |= {f"{kind}.{step}.{name}": p.detach().clone() for name, p in model.named_parameters()}
    return values


if __name__ == "__main__":
    save_file(steps("adamw") | steps("muon"), HERE / "optimizer_torch.safetensors")

#!/usr/bin/env python3
"""PyTorch on the recipes of `benches/gpt.rs`: a training step and cached generation.

    python benches/peers/gpt.py [--threads 2] [--compile] [--recipe small|tiny]

Prints one line of JSON a measurement, with the median over many steps. The model is the
nanoGPT one (Karpathy): fused attention, fused AdamW where PyTorch has it, the same batch,
clipping and schedule as `melon`. Run it next to `cargo bench --bench gpt`: only the ratio
of two runs on one machine means anything.
"""

import argparse
import json
import statistics
import time

import torch
import torch.nn as nn
from torch.nn import functional as F

RECIPES = {
    "small": dict(n_layer=4, n_head=4, n_embd=128, context_len=64, batch_size=12, vocab_size=65),
    "tiny": dict(n_layer=1, n_head=4, n_embd=16, context_len=16, batch_size=1, vocab_size=65),
}


class Block(nn.Module):
    def __init__(self, n_head, n_embd):
        super().__init__()
        self.n_head = n_head
        self.ln_1, self.ln_2 = nn.LayerNorm(n_embd), nn.LayerNorm(n_embd)
        self.c_attn, self.c_proj = nn.Linear(n_embd, 3 * n_embd), nn.Linear(n_embd, n_embd)
        self.c_fc, self.mlp_proj = nn.Linear(n_embd, 4 * n_embd), nn.Linear(4 * n_embd, n_embd)

    def forward(self, x, cache=None):
        b, t, c = x.shape
        q, k, v = self.c_attn(self.ln_1(x)).split(c, dim=2)
        q, k, v = (z.view(b, t, self.n_head, c // self.n_head).transpose(1, 2) for z in (q, k, v))
        if cache is not None:
            keys, values, at = cache
            keys[:, :, at : at + t], values[:, :, at : at + t] = k, v
            k, v = keys[:, :, : at + t], values[:, :, : at + t]
        y = F.scaled_dot_product_attention(q, k, v, is_causal=t > 1)
        x = x + self.c_proj(y.transpose(1, 2).reshape(b, t, c))
        return x + self.mlp_proj(F.gelu(self.c_fc(self.ln_2(x)), approximate="tanh"))


class Gpt(nn.Module):
    def __init__(self, n_layer, n_head, n_embd, context_len, vocab_size, **_):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocab_size, n_embd), nn.Embedding(context_len, n_embd)
        self.h = nn.ModuleList(Block(n_head, n_embd) for _ in range(n_layer))
        self.ln_f = nn.LayerNorm(n_embd)
        for p in self.parameters():
            if p.dim() == 2:
                nn.init.normal_(p, std=0.02)

    def forward(self, tokens, targets=None, caches=None, at=0):
        positions = torch.arange(at, at + tokens.shape[1])
        x = self.wte(tokens) + self.wpe(positions)
        for i, block in enumerate(self.h):
            x = block(x, None if caches is None else (*caches[i], at))
        logits = self.ln_f(x) @ self.wte.weight.T
        if targets is None:
            return logits
        return F.cross_entropy(logits.view(-1, logits.shape[-1]), targets.view(-1))


def report(recipe, what, seconds, per):
    median = statistics.median(seconds)
    result = {"peer": "torch", "recipe": recipe, "what": what, "median_ms": median * 1e3, per: 1 / median}
    print(json.dumps(result), flush=True)


def training(name, recipe, compiled, steps):
    model = Gpt(**recipe)
    parts = {True: [], False: []}
    for p in model.parameters():
        parts[p.dim() == 2].append(p)
    groups = [{"params": parts[True], "weight_decay": 0.1}, {"params": parts[False], "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.99), fused=True)
    run = torch.compile(model) if compiled else model
    tokens = torch.randint(recipe["vocab_size"], (recipe["batch_size"], recipe["context_len"] + 1))
    seconds = []
    for _ in range(steps):
        start = time.perf_counter()
        loss = run(tokens[:, :-1].contiguous(), tokens[:, 1:].contiguous())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        loss.item()
        seconds.append(time.perf_counter() - start)
    report(name, "step, compiled" if compiled else "step, eager", seconds[steps // 5 :], "steps_per_sec")


@torch.inference_mode()
def generation(name, recipe, rounds):
    model, t = Gpt(**recipe).eval(), recipe["context_len"]
    shape = (1, recipe["n_head"], t, recipe["n_embd"] // recipe["n_head"])
    caches = [(torch.zeros(shape), torch.zeros(shape)) for _ in range(recipe["n_layer"])]
    seconds = []
    for _ in range(rounds):
        token = torch.zeros(1, 1, dtype=torch.long)
        start = time.perf_counter()
        for at in range(t):
            token = model(token, caches=caches, at=at)[:, -1].argmax(-1, keepdim=True)
        seconds.append((time.perf_counter() - start) / t)
    report(name, "cached generation", seconds, "tokens_per_sec")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--recipe", choices=RECIPES, action="append")
    parser.add_argument("--compile", action="store_true", help="also measure torch.compile")
    parser.add_argument("--steps", type=int, default=100)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    for name in arguments.recipe or RECIPES:
        recipe = RECIPES[name]
        training(name, recipe, False, arguments.steps)
        if arguments.compile:
            training(name, recipe, True, arguments.steps)
        generation(name, recipe, 20)


if __name__ == "__main__":
    main()

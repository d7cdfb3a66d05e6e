#!/usr/bin/env python3
"""Times melon's GPT beside PyTorch's on the same recipes, in one run.

    pip install torch==2.15.0             (any torch 2 will do; versions are printed)
    cargo build --release --example time_gpt
    python benches/peers/gpt.py [--rounds 5] [--threads 2] [--no-compile] [--text FILE]

Every round runs each contestant once, in turn, each in a process of its own; a ratio is the
median over rounds of (ours / a peer's seconds in the same round). PyTorch's model is the
nanoGPT one (Karpathy): fused attention, fused AdamW, the same batch, clipping and decay as
melon. Our step with Muon is held against the same AdamW. A step is the median of many after a
fifth that warms up; generation fills one context token by token with a cache of keys and
values. With --text (the Shakespeare text, say) it also counts n-grams, on one thread, and
trains the `small` recipe for the validation loss: for 2,000 steps, and for the few that reach
nanoGPT's loss, whose time is held against 2,000 steps of PyTorch's.

Prints Markdown. Run it on a machine that does nothing else: PyTorch's threads wait for each
other by spinning, and beside other work lose far more than ours.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECIPES = {
    "small": dict(n_layer=4, n_head=4, n_embd=128, context_len=64, batch_size=12, vocab_size=65),
    "tiny": dict(n_layer=1, n_head=4, n_embd=16, context_len=16, batch_size=1, vocab_size=65),
}
#: What is measured, the recipe, how many, and the most that ours may take of each peer's time.
CONTESTS = [
    ("step", "small", 100, {"eager": 0.65, "compiled": 0.75}),
    ("step with Muon", "small", 100, {"eager": None}),
    ("step", "tiny", 2000, {"eager": 0.25, "compiled": None}),
    ("token", "small", 20, {"eager": None}),
]


#: Steps in which the `small` recipe reaches the 1.88 nats of nanoGPT's 2,000.
FEW_STEPS = 600


# --- PyTorch, in a process of its own ---------------------------------------------------------


def torch_model(recipe):
    import torch
    import torch.nn as nn
    from torch.nn import functional as F

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

    return Gpt(**recipe)


def torch_steps(recipe, compiled, n):
    import torch

    model = torch_model(recipe)
    decays = {id(p) for name, p in model.named_parameters() if p.dim() == 2 and name.startswith("h.")}
    groups = [
        {"params": [p for p in model.parameters() if id(p) in decays], "weight_decay": 0.1},
        {"params": [p for p in model.parameters() if id(p) not in decays], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.99), fused=True)
    run = torch.compile(model) if compiled else model
    tokens = torch.randint(recipe["vocab_size"], (recipe["batch_size"], recipe["context_len"] + 1))
    seconds = []
    for _ in range(n):
        start = time.perf_counter()
        loss = run(tokens[:, :-1].contiguous(), tokens[:, 1:].contiguous())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        loss.item()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[n // 5 :])


def torch_tokens(recipe, n):
    import torch

    model, t = torch_model(recipe).eval(), recipe["context_len"]
    shape = (1, recipe["n_head"], t, recipe["n_embd"] // recipe["n_head"])
    caches = [(torch.zeros(shape), torch.zeros(shape)) for _ in range(recipe["n_layer"])]
    seconds = []
    with torch.inference_mode():
        for _ in range(n):
            token = torch.zeros(1, 1, dtype=torch.long)
            start = time.perf_counter()
            for at in range(t):
                token = model(token, caches=caches, at=at)[:, -1].argmax(-1, keepdim=True)
            seconds.append((time.perf_counter() - start) / t)
    return statistics.median(seconds)


def torch_alone(what, recipe, mode, n, threads):
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    recipe = RECIPES[recipe]
    seconds = torch_steps(recipe, mode == "compiled", n) if what.startswith("step") else torch_tokens(recipe, n)
    print(json.dumps({"seconds": seconds, "version": torch.__version__}))


# --- The contest -------------------------------------------------------------------------------


def run(command, threads):
    """The last line of a process's output, which is JSON, and the most memory it has held, in MB."""
    env = {**os.environ, "RAYON_NUM_THREADS": str(threads), "OMP_NUM_THREADS": str(threads)}
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True, env=env)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return {**json.loads(output.splitlines()[-1]), "peak_mb": usage.ru_maxrss / 1024}


def contest(arguments, what, recipe, n, targets):
    ours = [arguments.binary, {"step": "train", "step with Muon": "muon", "token": "generate"}[what], recipe, n]
    commands = {"melon": ours}
    for mode in targets:
        if mode == "eager" or arguments.compile:
            commands[mode] = [sys.executable, __file__, "--alone", what, recipe, mode, n, arguments.threads]
    rounds = []
    for _ in range(arguments.rounds):
        rounds.append({name: run(command, arguments.threads) for name, command in commands.items()})
    seconds = {name: statistics.median(r[name]["seconds"] for r in rounds) for name in commands}
    peak = max(r["melon"]["peak_mb"] for r in rounds)
    print(f"| {what}, `{recipe}` | melon | {shown(seconds['melon'])} | {1 / seconds['melon']:,.0f} | | | {peak:.0f} MB |")
    for mode in [name for name in commands if name != "melon"]:
        ratios = [r["melon"]["seconds"] / r[mode]["seconds"] for r in rounds]
        target = f"at most {targets[mode]}" if targets[mode] else ""
        ratio = f"{statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"
        memory = f"{max(r[mode]['peak_mb'] for r in rounds):.0f} MB"
        print(f"| | PyTorch {mode} | {shown(seconds[mode])} | {1 / seconds[mode]:,.0f} | {ratio} | {target} | {memory} |")
    sys.stdout.flush()
    return rounds[0].get("eager", {}).get("version"), seconds.get("eager")


def shown(seconds):
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


def on_text(arguments, eager_step):
    count = run([arguments.binary, "count", arguments.text, 5], 1)
    print(f"\nCounting n-grams up to order 5, one thread, {count['megabytes']:.1f} MB: "
          f"{count['mb_per_sec']:.1f} MB/s, with encoding {count['mb_per_sec_with_encoding']:.1f} MB/s.")  # fmt: skip
    for n_steps in (FEW_STEPS, 2000):
        learn = run([arguments.binary, "learn", arguments.text, n_steps], arguments.threads)
        share = learn["elapsed_secs"] / (2000 * eager_step)
        print(f"\nThe `small` recipe, {n_steps} steps in {learn['elapsed_secs']:.0f} s, {share:.2f} of 2,000 of PyTorch eager's; "
              f"{learn['n_letters']} letters, validation loss on the last tenth {learn['val_loss_nats']:.4f} nats a character; "
              f"at most {learn['peak_mb']:.0f} MB of memory.")  # fmt: skip


def machine():
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line]
    return f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def main():
    if sys.argv[1:2] == ["--alone"]:
        what, recipe, mode, n, threads = sys.argv[2:]
        return torch_alone(what, recipe, mode, int(n), int(threads))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-compile", dest="compile", action="store_false", help="leave torch.compile out")
    parser.add_argument("--text", type=Path, help="a text to count and to learn from")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--binary", type=Path, default=target / "release" / "examples" / "time_gpt")
    arguments = parser.parse_args()
    print("| what | who | time | a second | ours / theirs | target | peak memory |")
    print("|---|---|---:|---:|---|---|---:|")
    results = [contest(arguments, *each) for each in CONTESTS]
    versions = {version for version, _ in results if version}
    print(f"\nPyTorch {', '.join(sorted(versions))}, Python {platform.python_version()}, "
          f"{arguments.threads} threads, {arguments.rounds} rounds; {machine()}.")  # fmt: skip
    if arguments.text:
        on_text(arguments, eager_step=results[0][1])


if __name__ == "__main__":
    main()

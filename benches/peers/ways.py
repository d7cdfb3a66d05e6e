#!/usr/bin/env python3
"""What each way of training brings the `small` recipe: ten seeds, on a text.

    cargo build --release --example time_gpt
    python benches/peers/ways.py tinyshakespeare.txt [--seeds 10] [--iters 600]

Trains the recipe and each change of it with the same seeds, and measures the loss on the last
tenth of the text. A gain is the mean over seeds of (recipe - changed), where both begin with the
same weights; beside it the standard error of that mean. Prints Markdown, a row as soon as it is
known. Losses do not depend on what else the machine does.
"""

import argparse
import json
import os
import statistics
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What is changed, and into what; the steps are the script's own.
WAYS = {
    "the recipe": {},
    "learning rate 4e-3": {"learning_rate": 4e-3},
    "learning rate 16e-3": {"learning_rate": 16e-3},
    "down to a tenth of it in place of 0": {"min_learning_rate": 8e-4},
    "warm-up of 20 steps": {"warmup_iters": 20},
    "no weight decay": {"weight_decay": 0.0},
    "`beta2` 0.95": {"beta2": 0.95},
    "batches twice as large, half as many steps": {"batch_size": 24, "iters": 0.5, "warmup_iters": 30},
    "AdamW for all, 4e-3": {"optimizer": "adamw", "learning_rate": 4e-3},
    "AdamW for all, 1e-3": {"optimizer": "adamw", "learning_rate": 1e-3},
}


def loss(arguments, seed, changed):
    changed = {**changed, "iters": int(changed.get("iters", 1) * arguments.iters)}
    command = [arguments.binary, "learn", arguments.text, arguments.iters, seed, json.dumps(changed)]
    told = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(told.stdout)["val_loss_nats"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--iters", type=int, default=600)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--binary", type=Path, default=target / "release" / "examples" / "time_gpt")
    arguments = parser.parse_args()
    print(f"| `small`, {arguments.iters} steps, {arguments.seeds} seeds | nats a character | standard deviation | gain | its standard error |")
    print("|---|---:|---:|---:|---:|", flush=True)
    recipe = None
    for name, changed in WAYS.items():
        losses = [loss(arguments, seed, changed) for seed in range(1, arguments.seeds + 1)]
        recipe = recipe or losses
        gains = [before - after for before, after in zip(recipe, losses)]
        error = statistics.stdev(gains) / len(gains) ** 0.5
        gain = "| | |" if losses is recipe else f"| {statistics.mean(gains):+.3f} | {error:.3f} |"
        print(f"| {name} | {statistics.mean(losses):.3f} | {statistics.stdev(losses):.3f} {gain}", flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A regression over Parquet: in this process, and by 1, 2 and 3 executors on this machine.

    cargo build --release --features cluster
    pip install pyarrow numpy
    python benches/figures/cluster.py target/release/melon [--rows 4000000] [--rounds 3]

Prints seconds for each, and whether all gave the same figures to the last digit; then what follows for
larger tables from the rate of one executor (benches/cluster.md says what is assumed). One executor is one
thread; so is what stands as "this process, 1 core". Executors on one machine share its cores, its memory
and its disk: what more of them gain here says little beyond the number of cores.
"""

import argparse
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

parser = argparse.ArgumentParser()
parser.add_argument("melon")
parser.add_argument("--rows", type=int, default=4_000_000)
parser.add_argument("--features", type=int, default=20)
parser.add_argument("--files", type=int, default=24)
parser.add_argument("--rounds", type=int, default=3)
arguments = parser.parse_args()
melon = str(pathlib.Path(arguments.melon).resolve())


def make(folder):
    draw = np.random.default_rng(7)
    weights = draw.normal(size=arguments.features)
    n = arguments.rows // arguments.files
    for at in range(arguments.files):
        x = draw.normal(size=(n, arguments.features))
        y = x @ weights + draw.normal(size=n)
        table = pa.table({f"x{j}": x[:, j] for j in range(arguments.features)} | {"y": y})
        pq.write_table(table, folder / f"{at:03}.parquet", row_group_size=1 << 17, compression="snappy")
    return sum(file.stat().st_size for file in folder.iterdir())


def free_ports():
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
        try:
            two.bind(("127.0.0.1", port + 1))
        except OSError:
            return free_ports()
        return port


def wait_for(port):
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nobody listens at port {port}")


def run(folder, *more, cores=None):
    line = [melon, "regress", str(folder), "--target", "y", "--engine", "datafusion", "--format", "json", "--cv", "none", *more]
    if cores:
        line = ["taskset", "-c", cores, *line]
    begun = time.perf_counter()
    result = json.loads(subprocess.run(line, check=True, capture_output=True).stdout)
    seconds = time.perf_counter() - begun
    passes = result["in_passes"]["passes"]
    for key in ["in_passes", "data"]:
        result.pop(key)
    return seconds, passes, result


with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as place:
    folder, first = pathlib.Path(place) / "all", pathlib.Path(place) / "first"
    folder.mkdir()
    first.mkdir()
    n_bytes = make(folder)
    os.link(folder / "000.parquet", first / "000.parquet")
    print(f"{arguments.rows:,} rows, {arguments.features} features, {arguments.files} files, {n_bytes / 1e6:.0f} MB of Parquet")
    contestants = {"this process, 1 core": None, "this process": None, "1 executor": 1, "2 executors": 2, "3 executors": 3}
    reference, medians = None, {}
    for name, executors in contestants.items():
        started, more = [], []
        if executors:
            scheduler = free_ports()
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            started.append(subprocess.Popen([melon, "cluster-scheduler", "--listen", f"127.0.0.1:{scheduler}"], **quiet))
            wait_for(scheduler)
            for _ in range(executors):
                port = free_ports()
                line = [melon, "cluster-executor", "--scheduler", f"127.0.0.1:{scheduler}"]
                started.append(subprocess.Popen([*line, "--listen", f"127.0.0.1:{port}", "--threads", "1"], **quiet))
                wait_for(port)
            more = ["--scheduler", f"127.0.0.1:{scheduler}"]
        try:
            seconds = []
            for _ in range(arguments.rounds):
                took, passes, result = run(folder, *more, cores="0" if name.endswith("1 core") else None)
                seconds.append(took)
                reference = reference or result
                same = "same digits" if result == reference else "OTHER DIGITS"
            median = sorted(seconds)[len(seconds) // 2]
            medians[name] = median
            if executors == 1:
                medians["first file"] = sorted(run(first, *more)[0] for _ in range(arguments.rounds))[arguments.rounds // 2]
            rate = arguments.rows * passes / median / 1e6
            print(f"{name:24} {median:7.2f} s  {passes} passes  {rate:7.1f} million rows a second  {same}", flush=True)
        finally:
            for process in started:
                process.kill()
                process.wait()

    # A pass takes some time whatever it reads, and then so much a row: from the first file alone, and from all.
    one, n_first = medians["first file"], arguments.rows // arguments.files
    rate = (n_first * arguments.files - n_first) * passes / (medians["1 executor"] - one)
    fixed = max(0.0, one / passes - n_first / rate)
    bytes_a_row = n_bytes / (n_first * arguments.files)
    print(f"an executor's thread: {fixed:.2f} s a pass, and {rate / 1e6:.2f} million rows a second of {bytes_a_row:.0f} bytes")
    for power in range(8, 12):
        rows = 10**power
        hours = [passes * (fixed + rows / rate / threads) / 3600 for threads in (16, 256, 1024)]
        told = "  ".join(f"{hour:9.3f}" for hour in hours)
        print(f"10^{power} rows  {rows * bytes_a_row / 1e12:7.3f} TB  hours of 16, 256, 1024 threads: {told}")

"""Times melon's fits beside scikit-learn's, its reader beside polars and pandas, and `melon
classify` as a whole process; and watches how much memory a fit takes beside the matrix.

    python3 -m venv ~/peers && ~/peers/bin/pip install -r benches/peers/requirements.txt
    cargo build --release --locked --bin melon --example time_fits
    ~/peers/bin/python benches/peers/run.py [--rounds 5] [--threads 2] [--only ols csv]

Data are made from a seed and saved to a temporary folder. Every round runs each contestant in
turn, in the same minutes on the same machine, after a pause in which the threads of the one
before, which spin when their work is done, fall asleep. A contestant runs three times in a
row and its fastest counts, so that none is charged for waking up; a ratio is the median over
rounds of (peer's seconds / ours). A logistic fit counts only if its objective is within 1e-8
(relative) of the best that anyone found.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
N_SAMPLES, N_FEATURES, SEED = 1_000_000, 20, 42
K, K_ITERATIONS, L2 = 8, 5, 1.0
PARTS = ["logistic", "ols", "kmeans", "csv", "process", "memory"]
PROCESS_RUNS = 50
IN_A_ROW = 3
SETTLE = 0.3  # seconds before each start: the threads of the one before spin for a while, then sleep


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--release", type=Path, default=target / "release", help="where cargo put the binaries")
    args = parser.parse_args()
    for binary in [args.release / "examples" / "time_fits", args.release / "melon"]:
        if not binary.exists():
            parser.error(f"{binary} is missing: cargo build --release --locked --bin melon --example time_fits")
    return args


ARGS = arguments()
for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "POLARS_MAX_THREADS"]:
    os.environ[name] = str(ARGS.threads)  # before the libraries below are loaded

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import polars as pl  # noqa: E402
import sklearn  # noqa: E402
from sklearn.cluster import KMeans  # noqa: E402
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge  # noqa: E402


def make_data(folder):
    rng = np.random.default_rng(SEED)
    x = rng.normal(size=(N_SAMPLES, N_FEATURES))
    y = x @ rng.normal(size=N_FEATURES) + 0.5 + rng.logistic(size=N_SAMPLES)
    x.tofile(folder / "x.f64")
    y.tofile(folder / "y.f64")
    if "csv" in ARGS.only:
        pl.DataFrame(x, schema=[f"x{j}" for j in range(N_FEATURES)]).write_csv(folder / "x.csv", float_precision=6)
    return x, y


class Ours:
    """The compiled example, kept running so that both sides have their data in memory: for a
    fit, in the huge pages that numpy asks the system for, so that both are given the same."""

    def __init__(self, folder, huge_pages=True):
        binary = ARGS.release / "examples" / "time_fits"
        command = [binary, folder / "x.f64", folder / "y.f64", str(N_SAMPLES), str(N_FEATURES)]
        env = {**os.environ, "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"} if huge_pages else os.environ
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ready = json.loads(self.process.stdout.readline())
        self.threads, self.matrix_bytes = ready["threads"], ready["matrix_bytes"]

    def __call__(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def objective(x, labels, w, b):
    z = x @ np.asarray(w) + b
    return np.sum(np.logaddexp(0, z) - labels * z) + L2 / 2 * np.dot(w, w)


def logistic(x, y, ours):
    labels = (y > 0).astype(int)

    def peer(**options):
        def work():
            secs, fit = timed(lambda: LogisticRegression(C=1 / L2, max_iter=1000, **options).fit(x, labels))
            return secs, lambda: objective(x, labels, fit.coef_[0], fit.intercept_[0])

        return work

    def mine(layout):
        def work():
            found = ours(f"logistic {L2} {layout}")
            return found["secs"], lambda: objective(x, labels, found["coefficients"], found["intercept"])

        return work

    return {
        "melon, row by row": mine("rows"),
        "melon, column by column": mine("columns"),
        "scikit-learn lbfgs, tol=1e-4 (its default)": peer(solver="lbfgs", tol=1e-4),
        "scikit-learn lbfgs, tol=1e-6": peer(solver="lbfgs", tol=1e-6),
        "scikit-learn newton-cg, tol=1e-4 (its default)": peer(solver="newton-cg", tol=1e-4),
        "scikit-learn newton-cholesky": peer(solver="newton-cholesky"),
    }


def ols(x, y, ours):
    def squares(w, b):
        return np.sum((y - x @ np.asarray(w) - b) ** 2)

    def peer(model):
        def work():
            secs, fit = timed(lambda: model.fit(x, y))
            return secs, lambda: squares(fit.coef_, fit.intercept_)

        return work

    def mine(layout):
        def work():
            found = ours(f"ols {layout}")
            return found["secs"], lambda: squares(found["coefficients"], found["intercept"])

        return work

    return {
        "melon, row by row": mine("rows"),
        "melon, column by column": mine("columns"),
        'scikit-learn Ridge(alpha=0, solver="cholesky")': peer(Ridge(alpha=0, solver="cholesky")),
        "scikit-learn LinearRegression": peer(LinearRegression()),
    }


def kmeans(x, y, ours):
    def peer(algorithm):
        def work():
            model = KMeans(K, init=x[:K], n_init=1, max_iter=K_ITERATIONS, tol=0, algorithm=algorithm)
            secs, fit = timed(lambda: model.fit(x))
            return secs, lambda: fit.inertia_

        return work

    def mine(layout):
        def work():
            found = ours(f"kmeans {K} {K_ITERATIONS} {layout}")
            return found["secs"], lambda: found["inertia"]

        return work

    return {
        "melon, row by row": mine("rows"),
        "melon, column by column": mine("columns"),
        "scikit-learn lloyd": peer("lloyd"),
        "scikit-learn elkan": peer("elkan"),
    }


def csv(folder, ours):
    path = folder / "x.csv"

    def peer(read):
        def work():
            secs, total = timed(read)
            return secs, lambda: total

        return work

    def mine():
        found = ours(f"csv {path}")
        return found["secs"], lambda: found["sum"]

    return {
        "melon": mine,
        "polars": peer(lambda: pl.read_csv(path).to_numpy().sum()),
        "pandas": peer(lambda: pd.read_csv(path).to_numpy().sum()),
    }


def compete(title, contestants, tolerance):
    """Runs the rounds, checks that all found the same, and prints a table."""
    secs = {name: [] for name in contestants}
    values = {}
    for name, work in contestants.items():
        work()  # warm up: pools, pages, caches
    for _ in range(ARGS.rounds):
        for name, work in contestants.items():
            time.sleep(SETTLE)
            runs = [work() for _ in range(IN_A_ROW)]
            secs[name].append(min(taken for taken, _ in runs))
            values[name] = runs[-1][1]()  # only now: its threads would weigh on the next run
    best = min(values.values())
    print(f"\n### {title}\n\n| | median ms | least ms | slower than melon by | relative excess |\n|---|---|---|---|---|")
    first = next(iter(contestants))
    for name in contestants:
        ratio = statistics.median(a / b for a, b in zip(secs[name], secs[first]))
        excess = abs(values[name] - best) / abs(best)
        counts = "" if excess <= tolerance else " (does not count)"
        median, least = statistics.median(secs[name]) * 1e3, min(secs[name]) * 1e3
        print(f"| {name} | {median:.1f} | {least:.1f} | {ratio:.2f}x | {excess:.1e}{counts} |")
    sys.stdout.flush()


def process():
    """The whole process on the book's table, from its start to its end."""
    secs = {}
    for name, command in {
        "melon classify": [ARGS.release / "melon", "classify", "--lang", "en"],
        "python -c 'from sklearn.linear_model import LogisticRegression'": [
            sys.executable, "-c", "from sklearn.linear_model import LogisticRegression"],
    }.items():
        runs = PROCESS_RUNS if name.startswith("melon") else ARGS.rounds
        run = lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: B023, E731
        run()
        secs[name] = [timed(run)[0] for _ in range(runs)]
    print("\n### A whole process\n\n| | median ms | least ms | most ms |\n|---|---|---|---|")
    for name, taken in secs.items():
        print(f"| `{name}` | {statistics.median(taken) * 1e3:.1f} | {min(taken) * 1e3:.1f} | {max(taken) * 1e3:.1f} |")
    sys.stdout.flush()


def memory(folder):
    """How far the process's peak rises during a first fit, beside the matrix it is given."""
    print("\n### Memory beside the matrix\n\n| fit | matrix MB | rise of the peak MB |\n|---|---|---|")
    for command in [f"logistic {L2} rows", "ols rows", f"kmeans {K} {K_ITERATIONS} rows"]:
        fresh = Ours(folder)
        rise = fresh(command)["peak_rise_bytes"]
        fresh.close()
        print(f"| {command} | {fresh.matrix_bytes / 1e6:.0f} | {rise / 1e6:.1f} |")
    sys.stdout.flush()


def cpu():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def main():
    wanted = ARGS.only
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        x, y = make_data(folder)
        ours = Ours(folder)
        rustc = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.strip()
        print(f"{N_SAMPLES:,} x {N_FEATURES} doubles, seed {SEED}, {ARGS.rounds} rounds, {ours.threads} threads each; "
              f"{cpu()}, {os.cpu_count()} cores, {platform.system()}, load {os.getloadavg()[0]:.1f}. "
              f"{rustc}, `--release` (opt-level 3, thin LTO, no target-cpu); Python {platform.python_version()}, "
              f"numpy {np.__version__}, scikit-learn {sklearn.__version__}, polars {pl.__version__}, pandas {pd.__version__}.")
        if "logistic" in wanted:
            compete(f"Logistic regression, l2 = {L2:g}", logistic(x, y, ours), 1e-8)
        if "ols" in wanted:
            compete("Least squares", ols(x, y, ours), 1e-8)
        if "kmeans" in wanted:
            compete(f"k-means, k = {K}, {K_ITERATIONS} iterations from the first {K} rows", kmeans(x, y, ours), 1e-8)
        ours.close()
        if "csv" in wanted:
            ours = Ours(folder, huge_pages=False)
            size = (folder / "x.csv").stat().st_size / 1e6
            compete(f"CSV of {size:.0f} MB to a matrix", csv(folder, ours), 1e-8)
            ours.close()
        if "process" in wanted:
            process()
        if "memory" in wanted:
            memory(folder)


if __name__ == "__main__":
    main()

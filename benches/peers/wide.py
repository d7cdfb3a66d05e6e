"""Times a logistic fit of more columns than rows beside the solvers of scikit-learn, skglm and glum.

    ~/peers/bin/pip install -r benches/peers/requirements.txt
    cargo build --release --locked --example time_fits
    ~/peers/bin/python benches/peers/wide.py [--rounds 7] [--threads 2]

200 x 5000 normal doubles from a seed, l2 = 1, intercept free. Every round runs each contestant in
turn, three times in a row of which the fastest counts; a ratio is the median over rounds of ours by
theirs. A peer's tolerance is the largest of 1e-2 to 1e-12 that meets the best objective to 1e-8
(relative); one that never does is left out. So are those that take minutes (sag, and what forms a matrix
of 5000 x 5000: newton-cholesky, glum's irls-ls) and celer, whose logistic regression has no l2 penalty.
"""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
N_SAMPLES, N_FEATURES, SEED, L2 = 200, 5000, 42, 1.0
MET, IN_A_ROW, SETTLE = 1e-8, 3, 0.2


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--release", type=Path, default=target / "release", help="where cargo put the binaries")
    return parser.parse_args()


ARGS = arguments()
for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"]:
    os.environ[name] = str(ARGS.threads)  # before the libraries below are loaded

import glum  # noqa: E402
import numpy as np  # noqa: E402
import skglm  # noqa: E402
import sklearn  # noqa: E402
from skglm.utils.jit_compilation import compiled_clone  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

warnings.filterwarnings("ignore")


def objective(x, y, w, b):
    z = x @ w + b
    return np.sum(np.logaddexp(0, z) - y * z) + L2 / 2 * w @ w


def skglm_lbfgs(x, y):
    """Its solver for l2 has no intercept: here that is one more column, large enough for its penalty to do nothing."""
    constant = 100.0
    x = np.asfortranarray(np.column_stack([x, np.full(len(y), constant)]))
    datafit, penalty = compiled_clone(skglm.datafits.Logistic()), compiled_clone(skglm.penalties.L2(L2 / len(y)))

    def fit(tol):
        w = skglm.solvers.LBFGS(tol=tol, max_iter=10_000).solve(x, 2 * y - 1, datafit, penalty)[0]
        return w[:-1], constant * w[-1]

    return fit


def glum_solver(x, y, solver):
    def fit(tol):
        model = glum.GeneralizedLinearRegressor(
            family="binomial", alpha=L2 / len(y), l1_ratio=0, solver=solver, gradient_tol=tol, max_iter=10_000
        ).fit(x, y)
        return model.coef_, model.intercept_

    return fit


def peers(x, y):
    def sklearn_solver(solver, **more):
        def fit(tol):
            model = LogisticRegression(C=1 / L2, solver=solver, tol=tol, max_iter=10_000, **more).fit(x, y)
            return model.coef_[0], model.intercept_[0]

        return fit

    found = {f"scikit-learn {name}": sklearn_solver(name) for name in ["lbfgs", "newton-cg"]}
    # liblinear penalises the intercept; scaled so, hardly.
    found["scikit-learn liblinear (dual)"] = sklearn_solver("liblinear", dual=True, intercept_scaling=1e3)
    found[f"skglm {skglm.__version__} L-BFGS"] = skglm_lbfgs(x, y)
    found[f"glum {glum.__version__} lbfgs"] = glum_solver(x, y, "lbfgs")
    return found


def fastest(work):
    time.sleep(SETTLE)
    times = []
    for _ in range(IN_A_ROW):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    rng = np.random.default_rng(SEED)
    x = rng.normal(size=(N_SAMPLES, N_FEATURES))
    y = (x[:, :20] @ rng.normal(size=20) + rng.logistic(size=N_SAMPLES) > 0).astype(float)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        x.tofile(folder / "x.f64")
        (2 * y - 1).tofile(folder / "y.f64")
        binary = ARGS.release / "examples" / "time_fits"
        command = [binary, folder / "x.f64", folder / "y.f64", str(N_SAMPLES), str(N_FEATURES)]
        ours = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ours.stdout.readline()

        def ask():
            ours.stdin.write(f"logistic {L2} columns\n")
            ours.stdin.flush()
            return json.loads(ours.stdout.readline())

        mine = ask()
        best = objective(x, y, np.array(mine["coefficients"]), mine["intercept"])
        met = {}
        for name, fit in peers(x, y).items():
            for exponent in range(2, 13):
                reached = objective(x, y, *fit(10.0**-exponent))
                if reached <= best * (1 + MET):
                    met[name] = (fit, 10.0**-exponent)
                    break
            else:
                print(f"{name}: never within {MET:g} of the objective {best:.9g} (last {reached:.9g})")
        rounds = []
        for _ in range(ARGS.rounds):
            time.sleep(SETTLE)
            round_ = {"melon": min(ask()["secs"] for _ in range(IN_A_ROW))}
            for name, (fit, tol) in met.items():
                round_[name] = fastest(lambda: fit(tol))
            rounds.append(round_)
        ours.stdin.close()
    print(f"{N_SAMPLES} x {N_FEATURES}, l2 = {L2:g}, {ARGS.threads} threads; numpy {np.__version__}, scikit-learn {sklearn.__version__}")
    print(f"  melon: {1000 * statistics.median(r['melon'] for r in rounds):.1f} ms")
    for name, (_, tol) in met.items():
        theirs = statistics.median(r[name] for r in rounds)
        ratio = statistics.median(r["melon"] / r[name] for r in rounds)
        print(f"  {name}, tol {tol:g}: {1000 * theirs:.1f} ms; ours is {ratio:.2f} of theirs")


if __name__ == "__main__":
    main()

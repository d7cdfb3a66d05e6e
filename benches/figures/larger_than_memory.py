"""A table larger than memory, for real: makes a file, fits it in passes under a hard limit, and prints peak memory,
passes, seconds, and what a pass costs beside one reading of a file by the CSV reader in memory.

    cargo build --release
    python benches/figures/larger_than_memory.py target/release/melon [--size 2e9] [--limit 256]

The limit is the system's (RLIMIT_DATA: writable memory that belongs to the process alone), so a program that wants
more fails and is not believed. The reader in memory is measured without the limit, on the first tenth of the same file:
`melon data show` reads a table and summarises its columns.
"""
import argparse, json, os, random, resource, subprocess, sys, time

COLUMNS = 20


def make(path, size):
    """Rows of numbers with six decimals, a category, a number and a class that depend on them: 200,000 different
    ones, again and again until the file is large enough."""
    draw = random.Random(1)
    with open(path, "w", buffering=1 << 20) as out:
        out.write(",".join([f"x{j}" for j in range(COLUMNS)] + ["kind", "y", "ripe"]) + "\n")
        rows = []
        for _ in range(4096):
            x = [draw.gauss(0, 1) for _ in range(COLUMNS)]
            rows.append(x)
        lines = []
        for _ in range(200_000):
            # Two known rows mixed: new numbers without a slow draw for each.
            a, b, w = draw.choice(rows), draw.choice(rows), draw.random()
            x = [w * p + (1 - w) * q for p, q in zip(a, b)]
            kind = draw.choice(("green", "dark", "pale"))
            y = x[0] - 2 * x[1] + 0.5 * x[2] + (kind == "dark") + draw.random()
            ripe = "yes" if x[0] + x[3] + draw.random() > 0.5 else "no"
            lines.append(",".join(f"{v:.6f}" for v in x) + f",{kind},{y:.6f},{ripe}")
        block = "\n".join(lines) + "\n"
        for _ in range(-(-int(size) // len(block))):
            out.write(block)


def run(args, limit=None, into="/tmp/larger_than_memory.out"):
    """Seconds, peak memory in MB and what was said."""
    def limited():
        if limit:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    out = open(into, "w+")
    start = time.time()
    child = subprocess.Popen(args, stdout=out, stderr=subprocess.PIPE, text=True, preexec_fn=limited)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.time() - start
    out.seek(0)
    if status:
        sys.exit(f"{' '.join(args)}: {said}")
    return seconds, usage.ru_maxrss / 1024, out.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("melon")
    parser.add_argument("--size", type=float, default=2e9)
    parser.add_argument("--limit", type=int, default=256, help="MB")
    parser.add_argument("--file", default="/tmp/larger_than_memory.csv")
    parser.add_argument("--only", default="regress,classify,naive-bayes,cluster,predict")
    of = parser.parse_args()
    if not os.path.exists(of.file) or os.path.getsize(of.file) < of.size:
        make(of.file, of.size)
    size = os.path.getsize(of.file)
    tenth = of.file + ".tenth"
    with open(of.file, "rb") as whole, open(tenth, "wb") as part:
        part.write(whole.read(size // 10).rpartition(b"\n")[0] + b"\n")
    read = min(run([of.melon, "data", "show", tenth])[0] for _ in range(3))
    rate = os.path.getsize(tenth) / read
    print(f"file: {size / 1e9:.2f} GB; the reader in memory: {rate / 1e6:.0f} MB/s")
    commands = {
        "regress": ["regress", of.file, "--target", "y", "--drop", "ripe"],
        "classify": ["classify", of.file, "--target", "ripe", "--drop", "y"],
        "naive-bayes": ["classify", of.file, "--model", "naive-bayes", "--target", "ripe", "--drop", "y"],
        "cluster": ["cluster", of.file, "--drop", "y,ripe", "--k", "4", "--max-iter", "10"],
    }
    print("| command | rows | passes | seconds | peak MB | MB/s a pass | a pass beside one in memory |")
    print("|---|---|---|---|---|---|---|")
    model = of.file + ".json"
    for name in of.only.split(","):
        if name == "predict":
            run([of.melon, "regress", tenth, "--target", "y", "--drop", "ripe", "--save", model, "--quiet"])
            seconds, peak, _ = run([of.melon, "predict", model, of.file, "--quiet"], of.limit << 20, os.devnull)
            each = size / seconds
            print(f"| predict | | 1 | {seconds:.0f} | {peak:.0f} | {each / 1e6:.0f} | {rate / each:.2f} |")
            continue
        args = commands[name] + ["--memory", f"{of.limit}MB", "--format", "json", "--quiet"]
        seconds, peak, out = run([of.melon, *args], of.limit << 20)
        made = json.loads(out)["in_passes"]
        each = size * made["passes"] / seconds
        print(f"| {name} | {made['rows']:,} | {made['passes']} | {seconds:.0f} | {peak:.0f} | {each / 1e6:.0f} | {rate / each:.2f} |")


if __name__ == "__main__":
    main()

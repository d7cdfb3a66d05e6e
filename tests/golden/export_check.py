"""Exported models beside `melon predict`, on every built-in table and on tables with gaps.

    python3 tests/golden/export_check.py MELON [FOLDER]

fits each kind of model in many ways with the program MELON, exports it, and holds what the Python
file and, where onnxruntime is installed, the ONNX file answer against `melon predict`: the same
class or cluster, figures to 1e-6. With FOLDER the models of `KEPT` and their ONNX files are
written there, after they have passed; `tests/golden/export.rs` keeps them.
"""

import csv
import importlib.util
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

TOLERANCE = 1e-6

# Two exported files may be of one size and of the same second.
sys.dont_write_bytecode = True

try:
    import numpy
    import onnx
    import onnxruntime
    import tokenizers
except ImportError:
    onnxruntime = None

CLASSIFIERS = ["logistic", "naive-bayes", "knn", "tree"]
TABLES = {  # built-in tables and a target that has two classes or a number
    "melons": "含糖率",
    "ten-melons": None,
    "watermelon-2.0": None,
    "watermelon-3.0": "含糖率",
    "watermelon-3.0a": "密度",
    "watermelon-4.0": None,
    "melon-field": "含糖率",
}
# Gaps, three classes, a constant column, words that need quotes, a level of the test set's own.
GAPS = """kind,color,"a ""b"", c",weight,flat
x,red,one,1.5,7
y,green,two,2.5,7
z,,one,-3.25,7
x,red,,4,7
y,blue,two,,7
z,green,"it's \\n",0.125,7
x,red,one,1.75,7
y,blue,two,2.75,7
z,green,one,-3,7
x,red,two,,7
"""
# Columns in millionths and near one: what an optimiser might take for nothing.
SMALL = "".join(
    ["a,b,c\n"] + [f"{1e-9 * (i % 7) + 3e-9},{1 + 1e-6 * (i % 5)},{'xyyx'[i % 4]}\n" for i in range(24)]
)
# Half of the samples are of each class, so that a row without cells is a tie, but for rounding.
TIES = "".join(
    ["a,b,d,c\n"] + [f"{'pqr'[i % 3]},{'stuvw'[i * i % 5]},{i * 7 % 13},{'xy'[i * 5 % 26 < 13]}\n" for i in range(26)]
)
BLANKS = "note,a,b,d\n" + "".join(
    f"as {a}{b}{d},{a},{b},{d}\n" for a in ["", "p", "q", "r"] for b in ["", "s", "t", "w"] for d in ["", "3", "9"]
)
# What is predicted where it is not the table that was learned from.
OTHERS = {"ties.csv": "blanks.csv"}
KEPT = {
    "logistic": "classify watermelon-3.0 --standardize",
    "naive_bayes": "classify gaps.csv --target kind --model naive-bayes --missing impute",
    "tree": "classify gaps.csv --target kind --model tree --missing impute",
    "knn": "classify gaps.csv --target kind --model knn --k 3 --missing impute",
    "linear": "regress gaps.csv --target weight --missing impute",
    "k_means": "cluster gaps.csv --k 2 --missing impute --standardize",
}


def fits():
    """A name and a command for every model that is tried."""
    yield from KEPT.items()
    for table, number in TABLES.items():
        names = "--names zh"
        for model in CLASSIFIERS:
            if table != "watermelon-4.0":
                yield f"{table} {model}", f"classify {table} --model {model}"
        if table != "watermelon-4.0":
            yield f"{table} scaled", f"classify {table} --standardize --l2 0.5 --threshold 0.7"
            yield f"{table} unpenalised", f"classify {table} --l2 0"
            yield f"{table} pruned", f"classify {table} --model tree --max-depth 2 --criterion gini"
            yield f"{table} one", f"classify {table} --model knn --k 1"
        if number:
            yield f"{table} ols", f"regress {table} --target {number} --l2 0"
            yield f"{table} ridge", f"regress {table} --target {number} --l2 1 --standardize"
        yield f"{table} clusters", f"cluster {table} --k 3"
        yield f"{table} scaled clusters", f"cluster {table} --k 2 --standardize"
    yield "gaps logistic", "classify gaps.csv --target kind --missing impute"
    yield "gaps depth", "classify gaps.csv --target kind --model tree --missing impute --max-depth 1"
    yield "gaps flat", "classify gaps.csv --target kind --model naive-bayes --features flat,weight --missing impute"
    for model in CLASSIFIERS:
        yield f"small {model}", f"classify small.csv --target c --model {model}"
    yield "small scaled", "classify small.csv --target c --standardize"
    yield "small ols", "regress small.csv --target b --features a --l2 0"
    yield "small one", "cluster small.csv --features a,b --k 1 --standardize"
    yield "small clusters", "cluster small.csv --features a,b --k 3 --standardize"
    for features in ["a", "b", "d", "a,b", "a,d", "b,d", "a,b,d"]:
        for depth in [1, 2, 9]:
            tree = f"--model tree --features {features} --max-depth {depth} --cv none"
            yield f"ties {features} {depth}", f"classify ties.csv --target c {tree}"
    yield "gaps two", "regress gaps.csv --target weight --missing impute --l2 0"


def run(melon, folder, *arguments):
    done = subprocess.run([melon, *arguments], cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"melon {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def same(wanted, found):
    """Whether two cells are the same word, or the same figure to the tolerance."""
    try:
        wanted, found = float(wanted), float(found)
    except ValueError:
        return wanted == found
    return math.isclose(wanted, found, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def compare(what, wanted, found):
    """Rows of answers, cell by cell."""
    assert len(wanted) == len(found) > 0, what
    for at, (row, other) in enumerate(zip(wanted, found)):
        assert row.keys() <= other.keys(), (what, row, other)
        wrong = {name: (cell, other[name]) for name, cell in row.items() if not same(cell, other[name])}
        assert not wrong, (what, at, wrong)


def by_onnx(path, rows, columns):
    """What onnxruntime answers, named as `melon predict` names it."""
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    feed = {}
    for value in session.get_inputs():
        cells = [row[value.name] for row in rows]
        if value.type == "tensor(string)":
            feed[value.name] = numpy.array([[cell] for cell in cells], dtype=object)
        else:
            feed[value.name] = numpy.array([[float(cell or "nan")] for cell in cells], dtype=numpy.float64)
    answers = numpy.concatenate([part.astype(object) for part in session.run(None, feed)], axis=1)
    return [dict(zip(columns, row)) for row in answers]


def load(path):
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def refuses(module, row):
    try:
        module.predict(row)
    except ValueError:
        return True
    return False


def check_words(what, module, path, rows):
    """English names are taken as well; an unknown word and infinity have no answer."""
    plain = module.predict(rows[0])
    spelt = {value: key for key, values in module.OTHER_NAMES.items() for value in values if value.isascii() < key.isascii()}
    english = {spelt.get(name, name): spelt.get(cell, cell) for name, cell in rows[0].items()}
    compare(what + " in English", [plain], [module.predict(english)])
    for name, how in module.FEATURES.items():
        is_number = how is None or isinstance(how, dict) and "levels" not in how
        strange = {**rows[0], name: "inf" if is_number else "never seen"}
        assert refuses(module, strange), (what, name)
        if onnxruntime:
            answer = list(by_onnx(path, [strange], list(plain))[0].values())
            assert answer[0] in ("", 0) or answer[0] != answer[0], (what, name, answer)
            assert all(cell != cell for cell in answer[1:]), (what, name, answer)


def check(melon, folder, name, command):
    run(melon, folder, *command.split(), "--save", "model.json", "-q", "--lang", "zh")
    data = command.split()[1]
    if data not in TABLES:
        table = OTHERS.get(data, data)
    else:
        table = "table.csv"
        run(melon, folder, "data", "export", data, "--names", "zh", "-o", table, "-q")
    text = run(melon, folder, "predict", "model.json", table, "--names", "zh", "-q")
    wanted = list(csv.DictReader(io.StringIO(text)))
    for kind, file in [("python", "model.py"), ("onnx", "model.onnx")]:
        run(melon, folder, "export", "model.json", "--to", kind, "-o", file, "--lang", "zh", "-q")
    with open(folder / table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    module = load(folder / "model.py")
    columns = module.COLUMNS
    wanted = [{name: row[name] for name in columns} for row in wanted]
    compare(name + " in Python", wanted, [module.predict(row) for row in rows])
    said = subprocess.run([sys.executable, "model.py", table], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    compare(name + " as a program", wanted, list(csv.DictReader(io.StringIO(said.stdout))))
    if onnxruntime:
        compare(name + " in ONNX", wanted, by_onnx(folder / "model.onnx", rows, columns))
    check_words(name, module, folder / "model.onnx", rows)
    if data in TABLES:
        run(melon, folder, "export", "model.json", "--to", "python", "-o", "english.py", "--lang", "en", "-q")
        assert (folder / "english.py").read_text(encoding="utf-8").split("OTHER_NAMES")[0].isascii(), name
        compare(name + " in English", [list(wanted[0].values())[-1:] and {"p": list(wanted[0].values())[-1]}],
                [{"p": list(load(folder / "english.py").predict(rows[0]).values())[-1]}])
    return len(rows)


def check_gpt(melon, folder, model, vocabulary, prompts):
    """Greedy completions by onnxruntime, one token at a time: the same tokens and probabilities."""
    run(melon, folder, "export", model, "--to", "onnx", "-o", "gpt.onnx", "-q")
    onnx.checker.check_model(onnx.load(folder / "gpt.onnx"), full_check=True)
    session = onnxruntime.InferenceSession(folder / "gpt.onnx", providers=["CPUExecutionProvider"])
    encoder = tokenizers.Tokenizer.from_file(str(vocabulary))
    for prompt in prompts:
        told = run(melon, folder, "generate", prompt, "--model", model, "--max-tokens", "12", "--format", "json", "-q")
        ids = encoder.encode(prompt, add_special_tokens=False).ids
        for token in json.loads(told)["tokens"]:
            # A second text beside it changes nothing.
            logits = session.run(None, {"ids": numpy.array([ids, ids[::-1]], dtype=numpy.int64)})[0][0, -1]
            chances = numpy.exp(logits.astype(numpy.float64) - logits.max())
            chances /= chances.sum()
            assert token["id"] == chances.argmax(), (model, prompt, token)
            assert math.isclose(token["probability"], chances[token["id"]], rel_tol=1e-4), (model, prompt, token)
            ids.append(token["id"])


def main(melon, keep=None):
    n_models = n_rows = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "gaps.csv").write_text(GAPS, encoding="utf-8")
        (folder / "small.csv").write_text(SMALL, encoding="utf-8")
        (folder / "ties.csv").write_text(TIES, encoding="utf-8")
        (folder / "blanks.csv").write_text(BLANKS, encoding="utf-8")
        for name, command in fits():
            n_rows += check(melon, folder, name, command)
            n_models += 1
            if keep and name in KEPT:
                for end in ["json", "onnx"]:
                    (pathlib.Path(keep) / f"export_{name}.{end}").write_bytes((folder / f"model.{end}").read_bytes())
        if onnxruntime:
            root = pathlib.Path(__file__).resolve().parents[2]
            pretrained = root / "datasets" / "pretrained"
            prompts = ["My melon", "周一上班真的很", "The market opens"]
            check_gpt(melon, folder, "gpt", pretrained / "base" / "tokenizer.json", prompts)
            check_gpt(melon, folder, "gpt-chat", pretrained / "chat" / "tokenizer.json", prompts)
            run(melon, folder, "pretrain", "--preset", "tiny", "--iters", "3", "--save", "own", "-q")
            check_gpt(melon, folder, "own", folder / "own" / "tokenizer.json", ["瓜", "The"])
            n_models += 3
    runtime = f"onnxruntime {onnxruntime.__version__}" if onnxruntime else "no onnxruntime here: ONNX was not tried"
    print(json.dumps({"models": n_models, "rows": n_rows, "python": sys.version.split()[0], "onnx": runtime}))


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), *sys.argv[2:3])

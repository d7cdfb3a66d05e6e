"""Small tables in the shapes in which people bring them, each with what a regression of y must find.

The same numbers are written in every shape. The files are read back with pandas (numpy's least
squares on what it reads is the right answer), so that the expected values do not rest on the
program under test. Writes `tables/` and `tables.json`.

    pip install numpy==2.4.6 pandas==3.1.1 openpyxl==3.1.5 odfpy==1.4.1 pyarrow==26.0.1
    python tests/golden/tables.py
"""

import gzip
import io
import json
import pathlib
import shlex
import zipfile

import numpy as np
import openpyxl
import pandas as pd

HERE = pathlib.Path(__file__).parent
FOLDER = HERE / "tables"
FOLDER.mkdir(exist_ok=True)

N = 14
I = np.arange(N)
X = np.array([0.697, 0.774, 0.634, 1.608, -0.556, 0.403, 2.481, 0.437, -0.666, 1.243, 0.245, 0.343, 3.639, 0.657])
Z = (1000 + (I * 5) % 13 * 137).astype(float)
NOISE = np.array([0.3, -0.1, 0.2, -0.4, 0.1, 0.0, 0.25, -0.2, 0.15, -0.05, 0.35, -0.3, 0.1, -0.15])
Y = np.round(3 * X - 0.002 * Z + NOISE + 5, 3)
TRUTH = pd.DataFrame({"x": X, "z": Z, "y": Y})
CASES = []


def least_squares(frame, terms):
    design = np.column_stack([np.ones(len(frame)), *[frame[term].astype(float) for term in terms]])
    return np.linalg.lstsq(design, frame["y"].astype(float), rcond=None)[0].tolist()


def case(name, content, read, flags="", terms=("x", "z")):
    """A file, how pandas reads it, how melon is told to, and the terms of the fit."""
    path = FOLDER / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    frame = read(path)
    assert len(frame) > 8, (name, frame)
    CASES.append({"file": name, "flags": shlex.split(flags), "terms": list(terms), "estimates": least_squares(frame, terms)})


def rows(write=lambda v: repr(float(v)), delimiter=",", frame=TRUTH):
    return [delimiter.join(write(v) for v in row) for row in frame.itertuples(index=False)]


def text(lines):
    return "\n".join(lines) + "\n"


def csv(**options):
    return lambda path: pd.read_csv(path, **options)


def named(x, z):
    """A table whose columns have other names."""
    return csv(names=[x, z, "y"], skiprows=1)


PLAIN = rows()
HEAD = "x,z,y"
comma = lambda v: repr(float(v)).replace(".", ",")

case("plain.csv", text([HEAD, *PLAIN]), csv())
case("title.csv", text(["Melons of 2026", "", HEAD, *PLAIN]), csv(skiprows=2))
case("title-with-bars.csv", text(["|made by hand", *[line.replace(",", ", ") for line in PLAIN]]),
     csv(skiprows=1, names=["x1", "x2", "y"]), "--header no --target x3", ("x1", "x2"))
case("comments.csv", text(["# melons", "# by hand", HEAD, *PLAIN]), csv(comment="#"))
case("sep.csv", text(["sep=;", "x;z;y", *rows(delimiter=";")]), csv(sep=";", skiprows=1))
case("decimal-commas.csv", text(["x;z;y", *rows(comma, ";")]), csv(sep=";", decimal=","))
thirds = lambda v: f"{v:.3f}".replace(".", ",")
case("three-decimals.csv", text(["x;z;y", *rows(thirds, ";")]), csv(sep=";", decimal=","))
case("quoted-decimals.csv", text([HEAD, *rows(lambda v: f'"{thirds(v)}"')]), csv(decimal=","))
case("thousands.csv", text([HEAD, *[f'{x},"{z:,.0f}",{y}' for x, z, y in zip(X, Z, Y)]]), csv(thousands=","))
spaced = lambda z: f"{z:,.0f}".replace(",", "\u00a0")
case("blank-groups.csv", text([HEAD, *[f"{x},{spaced(z)},{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"z": lambda c: float(c.replace("\u00a0", ""))}))
case("units.csv", text([HEAD, *[f"{x} kg,${z:.0f},{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"x": lambda c: float(c.removesuffix(" kg")), "z": lambda c: float(c.removeprefix("$"))}))
case("row-of-units.csv", text([HEAD, "kg,cm,%", *PLAIN]), csv(skiprows=[1]))
case("blanks.txt", text(["x   z  y", *[f"  {x:<8}{z:<10}{y}" for x, z, y in zip(X, Z, Y)]]), csv(sep=r"\s+"))
case("dash-for-minus.csv", text([HEAD, *[line.replace("-", "\u2013") for line in PLAIN]]),
     csv(converters={c: lambda v: float(v.replace("\u2013", "-")) for c in "xzy"}))
lakhs = lambda z: f"{1 + z // 1000:.0f},{z % 100:02.0f},{z % 1000:03.0f}"
case("lakhs.csv", text([HEAD, *[f'{x},"{lakhs(z)}",{y}' for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"z": lambda c: float(c.replace(",", ""))}))
case("ten-thousands.csv", text([HEAD, *[f"{x}万,{z},{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"x": lambda c: float(c.removesuffix("万"))}))
case("separator-at-the-end.csv", text([HEAD, *[line + "," for line in PLAIN]]), csv(names=["x", "z", "y"], skiprows=1, usecols=[0, 1, 2]))
case("comments-between.csv", text(["// melons", "// by hand", HEAD, *PLAIN[:5], "# the second day", *PLAIN[5:], "# the end"]),
     csv(skiprows=2, comment="#"))
case("two-title-lines.csv", text(["Melons", "of 2026", HEAD, *PLAIN]), csv(skiprows=2))
case("minus-sign.csv", text([HEAD, *[line.replace("-", "\u2212") for line in PLAIN]]),
     csv(converters={c: lambda v: float(v.replace("\u2212", "-")) for c in "xzy"}))
case("trailing.csv", text([HEAD + ",,", *[line + ",," for line in PLAIN], ",,,,"]),
     lambda path: pd.read_csv(path).dropna(how="all"))
case("row-names.csv", text(['"x","z","y"', *[f'"r{i}",{line}' for i, line in enumerate(PLAIN)]]), csv())
# R: write.table(setNames(head(mtcars[c("cyl", "gear", "carb")], 12), c("x", "z", "y")), sep = ",", quote = FALSE)
cars = """Mazda RX4,6,4,4
Mazda RX4 Wag,6,4,4
Datsun 710,4,4,1
Hornet 4 Drive,6,3,1
Hornet Sportabout,8,3,2
Valiant,6,3,1
Duster 360,8,3,4
Merc 240D,4,4,2
Merc 230,4,4,2
Merc 280,6,4,4
Merc 280C,6,4,4
Merc 450SE,8,3,3"""
case("row-names-of-counts.csv", text([HEAD, cars]), csv())
case("two-marks.csv", b"\xef\xbb\xbf" + text([HEAD, *PLAIN]).encode("utf-8-sig"),
     lambda path: pd.read_csv(io.StringIO(path.read_text("utf-8").lstrip("\ufeff"))))
case("unnamed-0.csv", text(["Unnamed: 0," + HEAD, *[f"{i},{line}" for i, line in enumerate(PLAIN)]]), csv(index_col=0))
case("customer-id.csv", text(["CustomerID," + HEAD, *[f"{(i * 37) % 101},{line}" for i, line in enumerate(PLAIN)]]), csv())
case("run-is-a-feature.csv", text(["t,y", *[f"{i + 1},{y}" for i, y in enumerate(Y)]]), csv(), "", ("t",))
case("nitric-oxide.csv", text(["NO,z,y", *PLAIN]), csv(), "", ("NO", "z"))
case("inner-diameter.csv", text(["ID,z,y", *PLAIN]), csv(), "", ("ID", "z"))
holes = [("N.A.," + line.split(",", 1)[1]) if i in (3, 7) else line for i, line in enumerate(PLAIN)]
case("markers.csv", text([HEAD, *holes]), lambda p: pd.read_csv(p, na_values=["N.A."]).dropna(), "--missing drop")
case("excel-errors.csv", text([HEAD, *[line.replace("N.A.", "#DIV/0!") for line in holes]]),
     lambda p: pd.read_csv(p, na_values=["#DIV/0!"]).dropna(), "--missing drop")
case("own-marker.csv", text([HEAD, *[line.replace("N.A.", "-999") for line in holes]]),
     lambda p: pd.read_csv(p, na_values=["-999"]).dropna(), "--missing drop --missing-values -999")
words = lambda a, b: [f"{x},{a if i % 3 else b},{y}" for i, (x, y) in enumerate(zip(X, Y))]
indicator = lambda level: (lambda path: pd.read_csv(path, keep_default_na=False).assign(
    **{f"g={level}": lambda f: (f["g"] == level).astype(float)}))
case("none-is-a-value.csv", text(["x,g,y", *words("None", "Attchd")]), indicator("None"), "--values None", ("x", "g=None"))
case("plus-and-minus.csv", text(["x,g,y", *words("-", "+")]), indicator("-"), "", ("x", "g=-"))
case("no-header.csv", text(PLAIN), csv(names=["x1", "x2", "y"]), "--header no --target x3", ("x1", "x2"))
case("comma-in-name.csv", text(['"weight, g",z,y', *PLAIN]), csv(), '--features "weight, g,z"', ("weight, g", "z"))
case("equals-in-name.csv", text(["a=b,z,y", *PLAIN]), csv(), "", ("a=b", "z"))
stray = [f'm{i}\t{line}' for i, line in enumerate(rows(delimiter="\t"))]
stray[3] = '"' + stray[3]
case("stray-quote.tsv", text(["m\tx\tz\ty", *stray]), csv(sep="\t", quoting=3), "--drop m")
case("case.csv", text(["x,g,y", *words("yes", "Yes")]), indicator("yes"), "", ("x", "g=yes"))
grouped = lambda v: f"{v:,.2f}".replace(",", "\u00a0").replace(".", ",")
case("blank-groups-decimal-commas.csv", text(["x;z;y", *[f"{comma(x)};{grouped(z)} €;{comma(y)}" for x, z, y in zip(X, Z, Y)]]),
     csv(sep=";", decimal=",", converters={"z": lambda c: float(c.removesuffix(" €").replace("\u00a0", "").replace(",", "."))}))
points = lambda z: f"{z * 1000:,.0f}".replace(",", ".")
case("point-groups.csv", text([HEAD, *[f"{x},{points(z)},{y}" for x, z, y in zip(X, Z, Y)]]), csv(thousands=".", converters={"x": float, "y": float}))
case("currency-behind-minus.csv", text([HEAD, *[f'{x},"{"-" * (i % 2)}₹{z:,.0f}",{y}' for i, (x, z, y) in enumerate(zip(X, Z, Y))]]),
     csv(converters={"z": lambda c: float(c.replace("₹", "").replace(",", ""))}))
case("unknown-unit.csv", text([HEAD, *[f"{x},{z:.0f} kmpl,{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"z": lambda c: float(c.removesuffix(" kmpl"))}))
case("other-dashes.csv", text([HEAD, *[line.replace("-", "\u2011") for line in PLAIN]]),
     csv(converters={c: lambda v: float(v.replace("\u2011", "-")) for c in "xzy"}))
case("unseen-characters.csv", text([HEAD, *[f"\u200b{x},{z}\ufeff,{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={c: lambda v: float(v.strip("\u200b\ufeff")) for c in "xzy"}))
case("title-with-cells.csv", text(["Title:,Melons", "Date:,2026-01-02", "", HEAD, *PLAIN]), csv(skiprows=3))
case("title-as-wide.csv", text(["made,by,hand", "", HEAD, *PLAIN]), csv(skiprows=2))
case("comment-as-wide.csv", text(["# a, b, c", HEAD, *PLAIN]), csv(skiprows=1))
case("names-in-comment.txt", text(["# by me", "# x z y", *rows(delimiter=" ")]), csv(sep=" ", names=["x", "z", "y"], skiprows=2))
case("sep-in-words.csv", text(["Sep = |", "x|z|y", *rows(delimiter="|")]), csv(sep="|", skiprows=1))
case("blanks-and-decimal-commas.txt", text(["x z", *[f"{comma(x)} {comma(z)}" for x, z in zip(X, Y)]]),
     csv(sep=" ", decimal=",", names=["x", "y"], skiprows=1), "--target z", ("x",))
case("tabs-twice.tsv", text(["x\t\tz\ty", *[line.replace("\t", "\t\t", 1) for line in rows(delimiter="\t")]]), csv(sep=r"\t+", engine="python"))
case("surplus-separators.csv", text([HEAD, *[line + "," * (i % 3) for i, line in enumerate(PLAIN)]]),
     lambda path: pd.read_csv(path, names=[*"xzy", 1, 2], skiprows=1).iloc[:, :3])
case("bars-at-both-ends.txt", text([f"|{line}|" for line in ["x|z|y", *rows(delimiter="|")]]),
     lambda path: pd.read_csv(path, sep="|").iloc[:, 1:-1])
case("single-quotes.csv", text(["x,g,z,y", *[f"{x},'a, b',{z},{y}" for x, z, y in zip(X, Z, Y)]]), csv(quotechar="'"), "--drop g")
case("blanks-behind-quotes.csv", text(['"x" , "z" ,"y"', *[f'"{x}" , {z} ,"{y}"' for x, z, y in zip(X, Z, Y)]]),
     lambda path: pd.read_csv(io.StringIO(path.read_text().translate(str.maketrans("", "", '" ')))))
case("two-lines.csv", text(["x,g,z,y", *[f'{x},"a\nb",{z},{y}' for x, z, y in zip(X, Z, Y)]]), csv(), "--drop g")
case("minus-and-unit.csv", text([HEAD, *[f"{str(x).replace('-', chr(0x2212))} kg,{z},{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"x": lambda c: float(c.removesuffix(" kg").replace("\u2212", "-"))}))
case("full-width-digits.csv", text([HEAD, *[f"{str(x).translate({ord(c): ord(c) + 0xfee0 for c in '0123456789.'})},{z},{y}" for x, z, y in zip(X, Z, Y)]]),
     csv(converters={"x": lambda c: float(c.translate({ord(d) + 0xfee0: d for d in "0123456789."}))}))
case("units-joined.csv", text([HEAD, "km/h,(steps),kg/m3", *PLAIN]), csv(skiprows=[1]))
case("two-bars.csv", text([line.replace(",", "||") for line in [HEAD, *PLAIN]]), csv(sep=r"\|\|", engine="python"))
case("nameless-empty.csv", text(["x,,z,y", *[line.replace(",", ",,", 1) for line in PLAIN]]), lambda path: pd.read_csv(path)[["x", "z", "y"]])
case("nameless-middle.csv", text(["x,,y", *PLAIN]), csv(names=["x", "x2", "y"], skiprows=1), "", ("x", "x2"))
case("ctrl-z.csv", text([HEAD, *PLAIN]).replace("\n", "\r\n").encode() + b"\x1a",
     lambda path: pd.read_csv(io.BytesIO(path.read_bytes().rstrip(b"\x1a"))))
case("order-nr.csv", text(["OrderNr," + HEAD, *[f"{4000 + (i * 37) % 101},{line}" for i, line in enumerate(PLAIN)]]), csv())
case("userid-gap.csv", text(["userid," + HEAD, *[f"{'' if i == 6 else (i * 37) % 101},{line}" for i, line in enumerate(PLAIN)]]), csv())
case("house-number.csv", text(["house number,z,y", *[f"{(i * 37) % 101},{z},{y}" for i, (z, y) in enumerate(zip(Z, Y))]]), csv(), "", ("house number", "z"))
case("serial.csv", text(["sl_no," + HEAD, *[f"{i + 5},{line}" for i, line in enumerate(PLAIN)]]), csv())
case("repeated-id.csv", text(["user_id,y", *[f"{i % 4},{y}" for i, y in enumerate(Y)]]), csv(), "", ("user_id",))
case("run-beside-others.csv", text(["X,x1,y", *[f"{i},{x},{y}" for i, (x, y) in enumerate(zip(X, Y))]]), csv(), "", ("X", "x1"))
case("total.csv", text(["g," + HEAD, *[f"{'ab'[i % 2]},{line}" for i, line in enumerate(PLAIN)], f"合计,{X.sum()},{Z.sum()},{Y.sum()}"]),
     csv(), "--drop g")
case("stand-ins.csv", text([HEAD, *[("-999," + line.split(",", 1)[1]) if i in (3, 7) else line for i, line in enumerate(PLAIN)]]), csv())
case("points-in-threes.csv", text(["x;z;y", *[f"{x};{1 + i / 7:.3f};{y}" for i, (x, y) in enumerate(zip(X, Y))]]), csv(sep=";"))
case("alike.csv", text(["x,g,y", *words("yes", "yes\u200b")]), indicator("yes\u200b"), "", ("x", "g=yes\u200b"))
sex = lambda encoding, a, b: case(
    f"two-words-{encoding}.csv", text(["x,g,y", *words(a, b)]).encode(encoding),
    lambda path: pd.read_csv(path, encoding=encoding).assign(**{f"g={a}": lambda f: (f["g"] == a).astype(float)}), "", ("x", f"g={a}"))
sex("gbk", "男", "女")
sex("euc_kr", "여", "남")
for name in ["cp950", "utf_8_sig"]:
    case(f"named-{name}.csv", text(["甜度,z,y", *PLAIN]).encode(name), csv(encoding=name), f"--encoding {name}", ("甜度", "z"))
for encoding, name, label in [("cp1254", "ağırlık", "windows-1254"), ("mac_roman", "poids mesuré", "macintosh"), ("cp1250", "wiełkość", "windows-1250")]:
    case(f"named-{label}.csv", text([f"{name},z,y", *PLAIN]).encode(encoding), csv(encoding=encoding), f"--encoding {label}", (name, "z"))
for encoding, name in [("gbk", "西瓜的密度"), ("big5", "甜度"), ("shift_jis", "産地の数"), ("euc_kr", "수박의 단맛과 크기"), ("cp1252", "größe"), ("euc_jp", "すいかの重さと大きさ"), ("iso2022_jp", "重さ"), ("utf-16", "密度")]:
    case(f"{encoding}.csv", text([f"{name},z,y", *PLAIN]).encode(encoding), csv(encoding=encoding), "", (name, "z"))
case("weka.arff", text(["% melons", "@relation 'my melons'", "@attribute x numeric", "@attribute z real",
     "@attribute 'it\\'s' {a,'b c'}", "@attribute y numeric", "@data",
     *[f"{x},{z},{['a', chr(39) + 'b c' + chr(39)][i % 2]},{y}" for i, (x, z, y) in enumerate(zip(X, Z, Y))]]),
     csv(skiprows=7, names=["x", "z", "g", "y"], quotechar="'"), "--drop \"it's\"")
case("remarks.arff", text(["@relation r", "@attribute x numeric", "@attribute g {a,b}", "@attribute y numeric", "@data", "% by hand",
     *[f'{x},"{"ab"[i % 2]}",{y}' for i, (x, y) in enumerate(zip(X, Y))]]),
     csv(skiprows=6, names=["x", "g", "y"]), "--drop g", ("x",))
case("nominal.arff", text(["@relation r", "@attribute x numeric", "@attribute g {1,2}", "@attribute y numeric", "@data",
     *[f"{x},{2 if i % 3 else 1},{y}" for i, (x, y) in enumerate(zip(X, Y))]]),
     lambda path: pd.read_csv(path, skiprows=5, names=["x", "g", "y"]).assign(**{"g=2": lambda f: (f["g"] == 2).astype(float)}), "", ("x", "g=2"))
case("words-in-names.tsv", text(["x size\tz size\ty size", *[f"{x} kg\t{z:.0f} g\t{y} m" for x, z, y in zip(X, Z, Y)]]),
     lambda path: pd.read_csv(path, sep="\t").map(lambda c: float(c.split(" ")[0])).rename(columns={"y size": "y"}),
     '--target "y size"', ("x size", "z size"))
case("line-break-in-name.csv", text(['"x\nsize",z,y', *PLAIN]), csv(), "--features x\u23cesize,z", ("x\nsize", "z"))
case("packed.csv.gz", gzip.compress(text([HEAD, *PLAIN]).encode(), mtime=0), csv())


def workbook(sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


table = [["x", "z", "y"], *TRUTH.values.tolist()]
case("workbook.xlsx", workbook({"Tabelle1": table}), pd.read_excel)
case("several-sheets.xlsx", workbook({"leer": [], "Messung 1": [["Melons of 2026"], [], *table], "note": [["by hand"]]}),
     lambda path: pd.read_excel(path, sheet_name="Messung 1", skiprows=2))
case("chosen-sheet.xlsx", workbook({"readme": [["by hand"]], "数据": [[], *[[None, *line] for line in table]]}),
     lambda path: pd.read_excel(path, sheet_name="数据", skiprows=1), "--sheet 数据")
case("errors.xlsx", workbook({"s": [*table[:3], ["#N/A", 1.0, 2.0], *table[3:]]}),
     lambda path: pd.read_excel(path).dropna(), "--missing drop")
path = FOLDER / "libre.ods"
TRUTH.to_excel(path, index=False, engine="odf")
case("libre.ods", path.read_bytes(), lambda path: pd.read_excel(path, engine="odf"))
# Read where the program is built with that feature; its figures are those of plain.csv.
TRUTH.to_parquet(FOLDER / "melons.parquet", index=False)


def archive(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


zipped = lambda name: (lambda path: pd.read_csv(zipfile.ZipFile(path).open(name)))
case("one.zip", archive({"melons/f.csv": text([HEAD, *PLAIN])}), zipped("melons/f.csv"))
case("with-readme.zip", archive({"README.txt": "by hand\n", "f.data": text([HEAD, *PLAIN]), "__MACOSX/._f.data": "x"}),
     zipped("f.data"))
case("several.zip", archive({"a.csv": text([HEAD, *PLAIN]), "b.csv": "u,v\n1,2\n"}), zipped("a.csv"), "--sheet a.csv")

# Line 1 is a sample written as those below it are, and no header; a header it is where no cell below has such a mark.
in_kg = {"y": lambda c: float(c.removesuffix(" kg"))}
case("marked-samples.csv", text([f"${z:.0f},{x * 100:.1f}%,{y} kg" for x, z, y in zip(X, Z, Y)]),
     csv(names=["x1", "x2", "y"], converters={
         **in_kg, "x1": lambda c: float(c.removeprefix("$")), "x2": lambda c: float(c.removesuffix("%"))}),
     "--header no --target x3", ("x1", "x2"))
case("grouped-samples.csv", text([f'm{i},"{z:,.0f}",{y} kg' for i, (z, y) in enumerate(zip(Z, Y))]),
     csv(names=["m", "x2", "y"], thousands=",", converters=in_kg), "--header no --target x3 --drop x1", ("x2",))
case("marked-names.csv", text(["5%,50%,y", *PLAIN]), csv(), "", ("5%", "50%"))
# A marker with a comma in it is named between quotes.
noted = [('"n/a, see",' + line.split(",", 1)[1]) if i in (3, 7) else line for i, line in enumerate(PLAIN)]
case("marker-with-comma.csv", text([HEAD, *noted]), lambda p: pd.read_csv(p, na_values=["n/a, see"]).dropna(),
     "--missing drop --missing-values '\"n/a, see\"'")

# R²: of held-out predictions against the mean of the others, one left out at a time.
frame = TRUTH.head(5)
design = np.column_stack([np.ones(5), frame["x"]])
errors, of_mean = [], []
for out in range(5):
    kept = np.arange(5) != out
    fit = np.linalg.lstsq(design[kept], frame["y"][kept], rcond=None)[0]
    errors.append(frame["y"][out] - design[out] @ fit)
    of_mean.append(frame["y"][out] - frame["y"][kept].mean())
held_out_r2 = 1 - np.square(errors).sum() / np.square(of_mean).sum()

(HERE / "tables.json").write_text(
    json.dumps({"cases": CASES, "held_out_r2": held_out_r2}, indent=1, ensure_ascii=False) + "\n")

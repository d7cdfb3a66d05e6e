"""A Parquet file of several row groups, the same rows as CSV, and the same rows as a folder of two Parquet files.

    pip install pyarrow
    python tests/golden/parquet_groups.py tests/golden/tables
"""
import csv, datetime, random, sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

N, GROUP = 900, 170
draw = random.Random(3)
rows = []
for row in range(N):
    a, b = draw.random(), 500 + 7 * draw.random()
    kind = draw.choice(["red", "green", 'blue, "dark"'])
    y = 2 * a - 0.1 * b + (kind == "red") + draw.random()
    rows.append({
        "a": None if row % 11 == 3 else a,
        "b": b,
        "count": None if row % 23 == 7 else draw.randrange(-3, 40),
        "weight": draw.randrange(1, 64) / 8,  # as a float of 32 bits
        "kind": None if row % 17 == 5 else kind,
        "flag": draw.random() < 0.3,
        "day": datetime.date(2026, 1, 1 + draw.randrange(4)),
        "y": y,
        "ripe": "yes" if a + draw.random() > 1 else "no",
    })
schema = pa.schema([
    ("a", pa.float64()), ("b", pa.float64()), ("count", pa.int32()), ("weight", pa.float32()), ("kind", pa.string()),
    ("flag", pa.bool_()), ("day", pa.date32()), ("y", pa.float64()), ("ripe", pa.string()),
])
folder = Path(sys.argv[1])
table = pa.Table.from_pylist(rows, schema=schema)
# Small pages, so that rows are looked for within them.
pq.write_table(table, folder / "groups.parquet", row_group_size=GROUP, data_page_size=1024, compression="zstd")
parts = folder / "groups"
parts.mkdir(exist_ok=True)
pq.write_table(table.slice(0, 400), parts / "1.parquet", row_group_size=300, use_dictionary=False)
pq.write_table(table.slice(400), parts / "2.parquet", data_page_version="2.0")
with open(folder / "groups.csv", "w", newline="") as out:
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    text = {True: "true", False: "false", None: ""}
    writer.writerows({k: text.get(v, v) if v is None or isinstance(v, bool) else v for k, v in row.items()} for row in rows)

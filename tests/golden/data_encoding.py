"""How scikit-learn encodes watermelon-3.0: OneHotEncoder on the six categorical columns,
StandardScaler on the two numeric ones. Writes data_encoding.json beside itself.

    python tests/golden/data_encoding.py      (scikit-learn, pandas)
"""

import json
from pathlib import Path

import pandas as pd
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import OneHotEncoder, StandardScaler

HERE = Path(__file__).parent
table = pd.read_csv(HERE / "../../datasets/watermelon-3.0.csv")
words, numbers = list(table.columns[1:7]), list(table.columns[7:9])


def encode(drop):
    one_hot = OneHotEncoder(drop=drop, sparse_output=False)
    columns = ColumnTransformer([("words", one_hot, words), ("numbers", StandardScaler(), numbers)])
    matrix = columns.fit_transform(table)
    levels = [name.removeprefix("words__").replace("_", "=", 1) for name in columns.get_feature_names_out()[:-2]]
    return {"terms": [*levels, *numbers], "matrix": matrix.tolist()}


golden = {
    "made_with": f"scikit-learn {sklearn.__version__}",
    "one_hot": encode(None),
    "drop_first": encode("first"),
}
(HERE / "data_encoding.json").write_text(json.dumps(golden, ensure_ascii=False) + "\n", encoding="utf-8")

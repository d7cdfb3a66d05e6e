//! Words of `melon predict` and of saving a model.

super::words! {
    done(rows, name) = "已给 {rows} 行加上预测（模型：{name}）。", "Rows with predictions added: {rows} (model: {name}).";
    saved(path) = "模型已存到 {path}。用法：melon predict {path} 数据文件", "Model saved to {path}. To use it: melon predict {path} DATA";
    written(path) = "已写入 {path}。", "Written to {path}.";
    model_line(kind, data, rows) = "模型：{kind}，学自 {data}（{rows} 行）。", "Model: {kind}, learned from {data} ({rows} rows).";
}

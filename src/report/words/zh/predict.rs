//! Words of `melon predict` and of saving a model.

use crate::report::words::Zh;
use crate::report::words::predict::*;

crate::report::words::texts! { Zh;
    Done { rows, name } = "已给 {rows} 行加上预测（模型：{name}）。";
    NotMissed { columns } = "数据里没有这些列：{columns}。这棵树的问题都用不到，预测不受影响。";
    MissingAsLearned { texts } = "这些写法当作缺失，和模型学的那张表一样：{texts}。";
    Saved { path, command } = "模型已存到 {path}。用法：{command}";
    Data = "数据文件";
    Written { path } = "已写入 {path}。";
}

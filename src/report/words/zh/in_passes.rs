//! 分批读表时要说的话。

use crate::report::words::Zh;
use crate::report::words::in_passes::*;

crate::report::words::texts! { Zh;
    Pass { number } = "第 {number} 遍";
    Made { rows, passes, memory } = "这张表有 {rows} 行，分批读了 {passes} 遍，最多用 {memory} MB 内存；从来没有把所有行同时放进内存。";
    MadeByDatafusion { rows, passes } =
        "这张表有 {rows} 行，由本进程里的 DataFusion 读了 {passes} 遍；拟合要的和，是它边读边加的。";
    MadeByBallista { rows, passes, scheduler } =
        "这张表有 {rows} 行，由调度器 {scheduler} 的各个执行器读了 {passes} 遍；拟合要的和，是它们边读边加的。";
    HeldOut { folds } = "留出：{folds} 份，每一行属于哪一份由行号和种子的哈希决定；各份的拟合和全体的拟合用的是同样几遍。";
    HeldOutMeans = "编码用的均值和标准差，各份都取自所有行。";
    Sampled { sample } = "每次运行先在按种子抽出的 {sample} 行上找好起点，再从那里开始一遍遍读所有行。";
    NoCurve = "没有 ROC 曲线下面积：它要把所有行一起排名，这么多内存放不下。";
    WantedMemory = "是不小于 68MB 的大小，如 256MB 或 2GB";
    NeedsRowsInMemory { flag } = "{flag} 要把行放进内存，而 --engine datafusion 让行留在文件里。去掉其中一个。";
    FilesForDatafusion { data } = "--engine datafusion 读的是文件，而 {data} 是自带的小表。去掉这个选项。";
    ForDatafusion { flag } = "{flag} 要和 --engine datafusion 一起用。加上它，或去掉 {flag}。";
    SchedulerRuns { address } = "调度器在 {address} 监听，按 Ctrl-C 停止。";
    ExecutorRuns { address, scheduler } = "执行器在 {address} 监听，为调度器 {scheduler} 工作，按 Ctrl-C 停止。";
    WantedAddress = "是 HOST:PORT 的样子，比如 localhost:50050";
    NeedsRows { flag } = "{flag} 要把所有行放进内存，而 --memory 是分批读的。两个只能留一个。";
    FilesOnly { data } = "--memory 用于文件，而 {data} 是内置的小表。去掉它。";
    DoesNotFit { data, size, free, memory } =
        "{data} 有 {size} GB，读进来大约要四倍的内存，而空闲的只有 {free} GB。分批读它：--memory {memory}";
}

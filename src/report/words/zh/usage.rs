//! Words about the command line itself.

use crate::report::words::Zh;
use crate::report::words::usage::*;

crate::report::words::texts! { Zh;
    OnlyOfTrees { option } = "--{option} 只用于决策树：加上 --model tree，或者去掉它。";
    Usage = "用法";
    Commands = "命令";
    Command = "命令";
    Arguments = "参数";
    Options = "选项";
    Examples = "例子";
    ExitCode = "退出码";
    ExitCodes = "  0  完成\n  1  没做成：数据、模型或磁盘的问题；lab check：还没全对\n  2  用法不对：命令、选项或选项的值";
    DefaultValue { value } = "[默认：{value}]";
    PossibleValues { values } = "[可选：{values}]";
    MoreHelp { command } = "更多帮助：{command} --help";

    NoScriptHere { command, commands } = "{command} 不写脚本。别的程序也算得出来的才写成脚本：{commands} 有 --script。";
    OptionElsewhere { command, option, commands } = "{command} 没有 {option}，有它的是 {commands}。";
    Streams = "predict 本来就是一块一块地读，占的内存不随文件变大：去掉这个选项就好。";
    UnknownArgument { found } = "没有 {found} 这个选项。";
    UnknownSubcommand { found } = "没有“{found}”这个命令。";
    DidYouMean { name } = "是不是想写 {name}？";
    CommandsAre { list } = "有这些命令：{list}。";
    InvalidValue { arg, value } = "{arg} 不能是“{value}”。";
    EmptyValue { arg } = "{arg} 后面要跟一个值。";
    ItMeans { help } = "它是：{help}。";
    MayBe { list } = "可以是：{list}。";
    MissingArguments { list } = "还缺：{list}。";
    MissingSubcommand = "后面还要跟一个命令。";
    Conflict { one, other } = "{one} 和 {other} 不能一起用。";
    ExtraValue { value } = "多了一个“{value}”。";
    NotUnicode = "参数里有不合法的字符。";
    Other { message } = "命令看不懂：{message}";

    BadOption { option, value, wanted } = "--{option} 不能是 {value}，要{wanted}。";
    BomForText = "--bom 只用于 CSV 和 TSV：别的格式自己会说明编码。去掉它。";
    WorkbookNeedsFile = "这种文件不是能显示在终端上的文字。用 -o 写个文件名，比如 -o melons.xlsx。";
    WantedRange = "写成 2..8 这样，从小到大";
    WantedDelimiter = "是一个字符，如 , 或 ;，制表符写 tab";
    WantedField = "不写：只有 melon-field 可以指定行数";
    WantedFewerRows { most } = "是不超过 {most} 的整数，再多内存放不下";
    WantedSeed = "种子是 0 到 18446744073709551615 的整数。";
    WantedRows = "是至少为 1 的整数";

    OverviewTitle = "melon：同一批西瓜，两种看法";
    OverviewWhat = "判别式模型问：这瓜熟不熟？生成式模型问：下一个瓜、下一个字会是什么？这里两种都能亲手试。";
    OverviewStart = "从这里开始";
    OverviewServe = "在浏览器里看，动手试";
    OverviewTour = "一屏一个想法，走一遍这一课";
    OverviewDiscriminative = "判别：看瓜，下结论";
    OverviewGenerative = "生成：接着往下写";
    OverviewGenerate = "下一个词，一步步看";
    OverviewPretrain = "从头训练一个小 GPT";
    OverviewChat = "问问自带的模型";
    OverviewContrast = "对比：两种看法放在一起";
    OverviewCompare = "同一个瓜，五个模型";
    OverviewCurve = "要多少个瓜才学得会？";
    OverviewScale = "模型变大，会出现新的能力吗？";
    OverviewMore = "还有";
    OverviewClassify = "这瓜熟不熟？";
    OverviewRegress = "这瓜有多甜？";
    OverviewCluster = "哪些瓜更像？";
    OverviewData = "有哪些数据";
    OverviewHelp = "全部命令和选项";
    Working = "正在算……";
    RowsDone { rows } = "已处理 {rows} 行";
}

//! Words about the command line itself.

super::words! {
    usage = "用法", "Usage";
    commands = "命令", "Commands";
    command = "命令", "command";
    arguments = "参数", "Arguments";
    options = "选项", "Options";
    examples = "例子", "Examples";
    default_value(value) = "[默认：{value}]", "[default: {value}]";
    possible_values(values) = "[可选：{values}]", "[{values}]";
    more_help(command) = "更多帮助：{command} --help", "For more help: {command} --help";

    unknown_argument(found) = "没有 {found} 这个选项。", "There is no option {found}.";
    unknown_subcommand(found) = "没有“{found}”这个命令。", "There is no command {found}.";
    did_you_mean(name) = "是不是想写 {name}？", "Did you mean {name}?";
    commands_are(list) = "有这些命令：{list}。", "The commands are: {list}.";
    invalid_value(arg, value) = "{arg} 不能是“{value}”。", "{arg} cannot be {value}.";
    empty_value(arg) = "{arg} 后面要跟一个值。", "{arg} needs a value.";
    it_means(help) = "它是：{help}。", "It means: {help}.";
    may_be(list) = "可以是：{list}。", "It may be: {list}.";
    missing_arguments(list) = "还缺：{list}。", "Missing: {list}.";
    missing_subcommand = "后面还要跟一个命令。", "A command is missing.";
    conflict(one, other) = "{one} 和 {other} 不能一起用。", "{one} and {other} cannot be used together.";
    extra_value(value) = "多了一个“{value}”。", "{value} is one argument too many.";
    not_unicode = "参数里有不合法的字符。", "An argument is not valid Unicode.";
    other(message) = "命令看不懂：{message}", "The command is not understood: {message}";

    bad_option(option, value, wanted) = "--{option} 不能是 {value}，要{wanted}。", "--{option} cannot be {value}: it must be {wanted}.";
    wanted_range = "写成 2..8 这样，从小到大", "a range such as 2..8, from small to large";
    wanted_init = "是 k-means++、random，或 rows:6,12,24 这样的行号（从 1 数起）",
        "k-means++, random, or row numbers from 1 as in rows:6,12,24";
    wanted_delimiter = "是一个字符，如 , 或 ;，制表符写 tab", "one character, as , or ;, or tab";
    wanted_field = "不写：只有 melon-field 能随便要多少行", "left out: only melon-field has as many rows as you like";
    wanted_fewer_rows(most) = "是不超过 {most} 的整数，再多内存放不下", "a whole number up to {most}: memory does not hold more";
    wanted_seed = "种子是 0 到 18446744073709551615 的整数。", "A seed is a whole number from 0 up to 18446744073709551615.";
    wanted_rows = "是至少为 1 的整数", "a whole number from 1";

    overview_title = "melon：同一批西瓜，两种眼光", "melon: the same watermelons, seen in two ways";
    overview_what = "判别式模型问：这瓜熟不熟？生成式模型问：下一个瓜、下一个字会是什么？这里两种都能亲手试。",
        "A discriminative model asks whether a melon is ripe; a generative one asks what the next melon, or the next word, would be. Here you can try both.";
    overview_start = "从这里开始", "Start here";
    overview_tour = "一屏一个想法，走一遍这一课", "the lesson, one idea a screen";
    overview_discriminative = "判别：看瓜，下结论", "Discriminative: look, then tell";
    overview_generative = "生成：接着往下写", "Generative: go on writing";
    overview_generate = "下一个词，一步步看", "the next word, step by step";
    overview_pretrain = "从头训练一个小 GPT", "train a small GPT from nothing";
    overview_chat = "问问自带的模型", "ask the built-in model";
    overview_contrast = "并排：两种眼光比一比", "Side by side: both views compared";
    overview_compare = "同一个瓜，五个模型", "one melon, five models";
    overview_curve = "要多少个瓜才学得会？", "how many melons does it take?";
    overview_scale = "大一点，就会涌现吗？", "does it emerge with size?";
    overview_more = "还有", "And also";
    overview_classify = "这瓜熟不熟？", "is it ripe?";
    overview_regress = "这瓜有多甜？", "how sweet is it?";
    overview_cluster = "谁和谁是一伙的？", "which belong together?";
    overview_data = "有哪些数据", "the built-in tables";
    overview_help = "全部命令和选项", "all commands and options";
    working = "正在算……", "Working...";
    rows_done(rows) = "已处理 {rows} 行", "{rows} rows done";
}

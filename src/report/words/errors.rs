//! What went wrong, where, and what to do about it.

super::words! {
    error = "出错了：", "error: ";
    did_you_mean(name) = "是不是想写 {name}？", "Did you mean {name}?";
    known_columns(list) = "有这些列：{list}。", "The columns are: {list}.";
    known_values(list) = "可以是：{list}。", "It may be: {list}.";
    known_features(list) = "特征有：{list}。", "The features are: {list}.";

    in_file(file, what) = "{file}：{what}", "{file}: {what}";
    standard_input = "标准输入", "standard input";
    not_found = "没有这个文件，自带的数据里也没有这个名字。melon data list 列出自带的数据。",
        "there is no such file, and no built-in table of that name. melon data list shows the built-in ones.";
    no_file = "没有这个文件。看看名字和所在的文件夹对不对。", "there is no such file. Check its name and its folder.";
    no_texts = "这个文件夹里没有 .txt 或 .jsonl 文件。把要学的文字存成 .txt 放进去，或直接写文件名。",
        "The folder holds no .txt and no .jsonl file. Put the text to learn from into a .txt file, or name the files themselves.";
    no_text_in_line(line) = "第 {line} 行不是文字：.jsonl 的每一行要么是一个 JSON 字符串，要么是带 text 的对象，如 {{\"text\": \"西瓜熟了\"}}。",
        "Line {line} is no text: each line of a .jsonl file is a JSON string or an object with a text, as {{\"text\": \"A ripe melon\"}}.";
    io(message) = "读写不了：{message}。", "it cannot be read or written: {message}.";
    no_such_path = "没有这个文件或文件夹。检查一下路径。", "there is no such file or folder. Check the path.";
    folder_missing(folder) = "没有 {folder} 这个文件夹。先建好它，或换个地方写。", "there is no folder {folder}. Make it first, or write elsewhere.";
    not_allowed = "没有权限。换个地方，或换个文件。", "permission denied. Choose another place or file.";
    is_folder = "这是一个文件夹，不是文件。在后面加上文件名。", "this is a folder, not a file. Add the name of a file.";
    output_is_own(path) = "-o {path} 会盖掉这条命令自己要读或要存的文件。换一个文件名。",
        "-o {path} would overwrite a file that this command itself reads or saves. Choose another name.";
    broken_gzip = "这个压缩文件不完整或坏了，解不开。重新下载或重新压缩一次。", "the compressed file is cut short or damaged. Download or compress it again.";
    folder_for_table = "这是一个文件夹，不是表。写上里面某个文件的名字，比如 文件夹/瓜.csv。",
        "this is a folder, not a table. Name a file in it, as folder/melons.csv.";
    unclosed_quote(line) = "第 {line} 行：引号开了，一直没有关。在该关的地方补上 \"，或去掉这个引号。",
        "line {line}: a quote is opened and never closed. Close it with \", or take it out.";
    melon_infinite(feature, value) = "“{feature}”的“{value}”是无穷大，模型只能用有限的数。",
        "{feature}: {value} is infinite, and models need finite numbers.";
    unknown_encoding(label) = "不认识编码“{label}”。试试 utf-8、gbk、gb18030、big5、utf-16le。",
        "the encoding {label} is not known. Try utf-8, gbk, gb18030, big5 or utf-16le.";
    undecodable(line, encoding) = "第 {line} 行不是合法的 {encoding}。用 --encoding 指定正确的编码，比如 --encoding gbk。",
        "line {line} is not valid {encoding}. Name the right encoding, as in --encoding gbk.";
    binary = "这不是文本文件。请先另存为 CSV。", "this is not text. Save it as CSV first.";
    binary_format(format) = "这是 {format}，不是文本文件。请先另存为 CSV。", "this is {format}, not text. Save it as CSV first.";
    binary_text = "这不是文字。请先另存为纯文本（UTF-8）。", "this is not text. Save it as plain text (UTF-8) first.";
    binary_text_format(format) = "这是 {format}，不是纯文本。请先另存为纯文本（UTF-8）。",
        "this is {format}, not plain text. Save it as plain text (UTF-8) first.";
    empty = "文件是空的。第一行应是列名，下面每行一个样本。", "the file is empty. It should have column names in its first line and one sample a line below.";
    no_rows = "列名下面没有数据。", "there are no rows below the column names.";
    no_header(line, cells) = "第 {line} 行应是列名，却都是数字：{cells}。请在最上面加一行列名。",
        "line {line} should name the columns but holds numbers: {cells}. Add a line of column names on top.";
    empty_name(line, column) = "第 {line} 行第 {column} 列没有名字。请给它起个名字。", "line {line}: column {column} has no name. Give it one.";
    duplicate_name(line, first, second, name) = "第 {line} 行：第 {first} 列和第 {second} 列都叫“{name}”。请改掉一个。",
        "line {line}: columns {first} and {second} are both called {name}. Rename one.";
    full_width_commas(line) = "第 {line} 行用了中文逗号“，”分隔。请换成英文逗号。", "line {line} separates cells by the full-width comma U+FF0C. Use an ASCII comma.";
    ragged(line, found, expected) = "第 {line} 行有 {found} 格，列名却有 {expected} 个。检查这一行的逗号和引号。",
        "line {line}: cells found: {found}, column names: {expected}. Look for a stray comma or quote.";
    cell_not_number(line, column, text) = "第 {line} 行“{column}”列：“{text}”不是数字。改掉它，或加 --categorical {column}，当作类别。",
        "line {line}, column {column}: \"{text}\" is not a number. Mend it, or read the column as words: --categorical {column}.";
    cell_infinite(line, column, text) = "第 {line} 行“{column}”列：“{text}”是无穷大，模型只能用有限的数。",
        "line {line}, column {column}: \"{text}\" is infinite, and models need finite numbers. Mend it.";

    unknown_column(asked) = "没有“{asked}”这一列。", "There is no column {asked}.";
    contradiction(column) = "“{column}”不能同时当两样东西（目标、特征、类别列、数值列……）。从其中一个选项里去掉它。",
        "Column {column} cannot be two things at once (target, feature, dropped, words, numbers ...). Take it out of one of the options, or name another --target.";
    no_features = "一个特征也没剩：每一列不是目标、编号、答案，就是被去掉了。用 --features 点名要哪些。",
        "No feature is left: every column is the target, an id, an outcome or dropped. Name some with --features.";
    no_target(table) = "“{table}”里没有合适的目标列。用 --target 指定一列。", "{table} has no column that fits as the target. Name one with --target.";
    missing(where_) = "有缺失的格子：{where_}。补上它们，或用 --missing drop 去掉这些行，或用 --missing impute 填上。",
        "Cells are missing: {where_}. Fill them in, leave those rows out with --missing drop, or fill them with --missing impute.";
    missing_in(column, count, lines) = "“{column}”{count} 格（第 {lines} 行）", "{column} {count} (line {lines})";
    no_rows_left(n_rows) = "去掉有缺失的行以后，{n_rows} 行一行也没剩。试试 --missing impute，或 --drop 缺得多的列。",
        "None of the {n_rows} rows is left once those with missing cells are dropped. Try --missing impute, or --drop the columns that lack most.";
    one_class(target, class) = "“{target}”列全是“{class}”：没有别的可比，学不出怎么分。换一个 --target。",
        "Column {target} is {class} in every row: there is nothing to tell apart. Choose another --target.";
    numeric_target(target, n) = "“{target}”有 {n} 个不同的数，是数量，不是类别。用 melon regress；真要当类别，加 --categorical {target}。",
        "Column {target} holds {n} different numbers: a quantity, not classes. Use melon regress, or insist with --categorical {target}.";
    class_per_sample(target, n) = "“{target}”里 {n} 个样本各是各的，这不是类别。换一个 --target。",
        "Each of the {n} samples has its own value in column {target}: these are not classes. Choose another --target.";
    words_target(target, example) = "“{target}”里是文字（如“{example}”），不是数。用 melon classify。", "Column {target} holds words, as {example}. Use melon classify.";
    or_numeric(list) = "或换一个数值目标：{list}。", "Or choose a numeric target: {list}.";

    lacks_column(column) = "数据里没有模型要的“{column}”这一列。", "The data lack column {column}, which the model needs.";
    row_place(row) = "第 {row} 行", "row {row}";
    line_place(line) = "第 {line} 行", "line {line}";
    unseen(place, column, value) = "{place}“{column}”列：“{value}”在训练时没有见过。", "{place}, column {column}: {value} was not seen in training.";
    cell_missing(place, column) = "{place}“{column}”列是空的。模型不知道怎么办：补上它，或去掉这一行，或训练时就用 --missing impute。",
        "{place}, column {column}: the cell is missing. Fill it in, take the row out, or train with --missing impute.";
    row_not_number(place, column, text) = "{place}“{column}”列：“{text}”不是数字。改掉它。", "{place}, column {column}: \"{text}\" is not a number. Mend it.";
    row_not_finite(place, column) = "{place}“{column}”列不是有限的数。改掉它。", "{place}, column {column}: not a finite number. Mend it.";
    not_ours(path) = "{path} 不是 melon 存的模型。换一个文件；模型由 melon classify --save 文件名 存下。", "{path} is not a model that melon saved. Name another file; models are made with melon classify --save FILE.";
    model_damaged(path, line, column) = "{path} 坏了（第 {line} 行第 {column} 列），可能没存完或被改过。请重新训练并保存。",
        "{path} is damaged (line {line}, column {column}): cut short or changed by hand. Train and save it again.";
    model_newer(path, melon, found) = "{path} 是更新的版本（melon {melon}，格式 {found}）存的。请升级 melon。", "{path} was written by a newer melon ({melon}, format {found}). Update this program.";
    model_unsound(path, why) = "{path}：{why}", "{path}: {why}";
    no_values(column) = "“{column}”整列都是空的。用 --drop {column} 去掉它。", "Column {column} has no value in any row. Leave it out: --drop {column}.";
    damaged(fault) = "模型坏了：{fault}。请重新训练并保存。", "The model is damaged: {fault}. Train and save it again.";

    no_equals(part) = "“{part}”看不懂，应写成 名字=值，比如 --melon 色泽=青绿,根蒂=蜷缩。",
        "{part} is not of the form name=value, as in --melon color=green,root=curled.";
    unknown_feature(asked) = "没有叫“{asked}”的特征。", "There is no feature {asked}.";
    unknown_value(feature, value) = "“{feature}”没有“{value}”这个值。", "{feature} is never {value}.";
    melon_not_number(feature, value) = "“{feature}”是数，“{value}”不是。", "{feature} is a number, and {value} is none.";
    twice(feature) = "“{feature}”给了两次。去掉一个。", "{feature} is given twice. Take one out.";
    left_out(features) = "这个瓜还缺：{features}。逻辑回归和线性回归每个特征都要知道，请在 --melon 里补上。",
        "The melon lacks {features}. Logistic and linear regression need every feature: add them to --melon.";

    not_finite(row, column) = "第 {row} 行第 {column} 个特征不是有限的数。", "Row {row}, feature {column} is not a finite number.";
    target_not_finite(row) = "第 {row} 行的目标不是有限的数。", "The target of row {row} is not a finite number.";
    overflow(column) = "第 {column} 个特征的数太大，平方后超出范围。换个单位，或加 --standardize。",
        "Feature {column} is too large to be squared. Change its unit, or add --standardize.";
    target_overflow = "要预测的数太大，平方后超出范围。换个单位。", "The target is too large to be squared. Change its unit.";
    too_spread(column) = "“{column}”的数相差太大，算不出标准差。换个单位。", "The values of {column} are too far apart for a standard deviation. Change their unit.";
    no_samples = "没有样本，学不了。", "There are no samples to learn from.";
    all_one_class = "所有样本都是同一类：没有别的可比，学不出怎么分。", "All samples have the same class: there is nothing to tell apart.";
    empty_class(class) = "第 {class} 类一个样本也没有。", "Class {class} has no sample.";
    penalty(l2) = "--l2 要不小于 0 的数，不能是 {l2}。", "--l2 must be a number not below 0, not {l2}.";
    no_clusters = "--k 至少是 1。", "--k must be at least 1.";
    no_iterations = "--n-init 和 --max-iter 至少是 1。", "--n-init and --max-iter must be at least 1.";
    too_many_clusters(k, distinct) = "要分 {k} 簇，可互不相同的样本只有 {distinct} 个。把 --k 调小。",
        "{k} clusters are asked for, but the number of different samples is only {distinct}. Lower --k.";
    start_count(k, given) = "要分 {k} 簇，却给了 {given} 个起点。--init rows: 后面写正好 {k} 个行号。",
        "{k} clusters are asked for, but {given} starting rows are given. Name exactly {k} after --init rows:.";
    start_out_of_range(row, n) = "起点第 {row} 行不在表里：一共 {n} 行（从 1 数起）。", "Starting row {row} is outside the table of {n} rows (counted from 1).";
    start_duplicate(first, second) = "起点第 {first} 行和第 {second} 行是同一个点。换一行。", "Starting rows {first} and {second} are the same point. Choose another.";
    unsupported(engine, feature) = "引擎 {engine} 没有 {feature}。用 --engine native。", "The engine {engine} offers no {feature}. Use --engine native.";
    backend(engine, reason) = "引擎 {engine} 失败了：{reason}。试试 --engine native。", "The engine {engine} failed: {reason}. Try --engine native.";
    folds(n_samples, n_folds) = "{n_samples} 个样本分不成 {n_folds} 份。--cv 可以是 2 到 {n_samples}，或 loo、none。",
        "{n_samples} samples cannot be divided into {n_folds} folds. --cv may be 2 to {n_samples}, loo or none.";
    holdout(fraction, n_samples) = "{n_samples} 个样本留出 {fraction}，一边就空了。", "Holding out {fraction} of {n_samples} samples leaves one side empty.";
    alpha(alpha) = "平滑权重要不小于 0 的数，不能是 {alpha}。", "The smoothing weight must be a number not below 0, not {alpha}.";
    no_class_possible(row) = "第 {row} 行：每一类都有它从没出现过的值，没有平滑就哪类都不可能。", "Row {row}: without smoothing no class can have produced it.";

    no_target_at_all = "没有要学的目标。用 --target 指定一列。", "There is no target to learn. Name one with --target.";
    missing_answer(row, column) = "第 {row} 行“{column}”是空的：没有答案就没法学。补上它，或用 --missing drop 去掉这一行。",
        "Row {row}, column {column}: the answer is missing. Fill it in, or leave the row out with --missing drop.";
    invalid_option(option, value, wanted) = "--{option} 不能是 {value}，要{wanted}。", "--{option} cannot be {value}: it must be {wanted}.";
    wanted_probability = "是 0 和 1 之间的概率", "a probability between 0 and 1";
    wanted_two_classes = "不写：类别多于两个时，谁的概率最大就是谁", "left out: with more than two classes the likeliest is predicted";
    wanted_not_negative = "是不小于 0 的数", "a number not below 0";
    wanted_positive = "是至少为 1 的整数", "a whole number from 1";
    wanted_two = "是至少为 2 的整数", "a whole number from 2";
    wanted_share = "是 0 和 1 之间的数", "a number between 0 and 1";
    training_size(size, most, n_test, n_samples) = "--sizes 里的 {size} 不行：{n_samples} 个样本里 {n_test} 个留着考试，训练最多用 {most} 个。",
        "--sizes cannot hold {size}: of {n_samples} samples {n_test} are the test, so from 1 to {most} can teach.";
    wanted_cv = "是 loo、不小于 2 的折数、none 或 auto", "loo, a number of folds from 2, none or auto";
    too_large(term) = "“{term}”的数太大，加起来超出范围。换个单位，或加 --standardize。", "The values of {term} are too large to be summed. Change their unit, or add --standardize.";
    untrained(model, reason) = "{model} 没能在这张表的句子上训练好：{reason}。去掉太大或太杂的列（--drop）再试。",
        "The {model} could not be trained on the sentences of this table: {reason}. Try again without very large or varied columns (--drop).";
    in_fold(fold) = "交叉验证第 {fold} 份：", "In fold {fold} of the cross-validation:";
}

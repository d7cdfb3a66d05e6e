//! The help of the program, of its tables, and of flags that several commands have.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    (
        "melon",
        "The same watermelons, seen by a discriminative and by a generative model. A first course in machine learning, offline, in Chinese and English.",
    ),
    ("data", "The built-in tables: list, show, export, make"),
    ("data list", "List the built-in tables and where each comes from"),
    ("data show", "Show a table: kinds, missing cells, a summary"),
    ("data export", "Write a table as a file: CSV, TSV, JSON, ARFF or a workbook; packed as .gz or .zip"),
    ("data make", "Make melons from a known truth, or stories and chats by rules"),
    ("completions", "Print a completion script for a shell"),
    ("doctor", "What this computer has, what is slow or missing, and what to do"),
    ("manual", "Write man pages and completion scripts into a folder, for packagers"),
    ("manual_folder", "A folder that exists"),
    ("help", "Print help"),
    ("version", "Print the version"),
    ("data_name", "Built-in name, a path, or - for stdin"),
    ("target", "Column to be learned"),
    ("features", "Use these columns only (comma-separated)"),
    ("drop", "Leave these columns out"),
    ("categorical", "Columns to treat as categories"),
    ("numeric", "Columns to read as numbers"),
    ("delimiter", "What separates cells, as , or ; or tab"),
    ("encoding", "The file's encoding, as gbk or big5"),
    ("header", "Whether line 1 names the columns"),
    ("decimal", "What stands before the decimals, where that could be asked"),
    ("missing_values", "Further texts that stand for missing cells, as -999,unknown"),
    ("values", "Texts that are values although they look like missing cells, as None,NA"),
    ("sheet", "A workbook's sheet, or a file in a .zip"),
    ("names", "Language of the built-in names in CSV and JSON"),
    ("missing", "What to do about missing cells (a decision tree needs none of it)"),
    ("rows", "How many rows melon-field has"),
    ("seed", "Seed of everything random"),
    ("engine", "What computes the fit"),
    ("format", "Output format"),
    ("output", "Write to a file, whole or not at all"),
    ("save", "Save the model as JSON"),
    ("lang", "Language"),
    ("quiet", "No notices on stderr"),
    ("plot", "Draw the plots: below the page, or into FILE (.svg or .png)"),
    ("report", "Write a report to hand in to FILE (.html or .md)"),
    (
        "memory",
        "Read a file (or a folder of files) larger than memory in passes, with at most so much memory: 256MB, 2GB",
    ),
    ("standardize", "Standardise numeric columns first"),
    ("trace", "Print every step"),
    ("table", "Built-in name or a path"),
    ("file_kind", "Kind of file (that of the file's ending, else csv)"),
    ("bom", "Begin CSV with a mark by which Excel knows UTF-8"),
    ("truth", "Print the true coefficients instead of the data"),
    ("make.rows", "How many rows, stories or chats"),
    ("shell", "Which shell"),
    (
        "data!",
        "melon data list                                   which tables there are
melon data show melons                            look at one",
    ),
    ("data list!", "melon data list                                   the tables and their sources"),
    ("data show!", "melon data show watermelon-3.0                    look at a table"),
    (
        "data export!",
        "melon data export melons -o my.csv                as a file of your own
melon data export melons -o my.xlsx               as a workbook; my.ods for LibreOffice
melon data export melons -o my.csv.gz             packed; my.zip will do too
melon data export melons -o my.jsonl              a JSON object a line
melon data export melons --names zh --bom -o my.csv
      with Chinese names, for Excel",
    ),
    (
        "data make!",
        "melon data make melon-field --rows 100 --seed 7   a hundred synthetic melons
melon data make melon-field --truth               the truth they are drawn from
melon data make stories --rows 3                  three stories; chats makes conversations",
    ),
    (
        "doctor!",
        "melon doctor                                      before the first lesson
melon doctor --format json                        for a program",
    ),
    ("manual!", "melon manual --folder .                           into the folder one is in"),
    ("completions!", "melon completions bash                            a script for bash"),
    ("cluster-scheduler", "Share out the reading of tables among executors, for --engine datafusion"),
    ("cluster-executor", "Read the parts of tables that a scheduler assigns"),
    ("scheduler", "With --engine datafusion: the executors of this scheduler read the files"),
    ("scheduler_listen", "Where it listens; other machines need an address of this one that they reach"),
    ("of_scheduler", "The scheduler to work for"),
    ("executor_listen", "Where results are fetched; tasks come to the port behind it"),
    ("host", "The name under which other machines find this one (that of --listen)"),
    ("threads", "Tasks at a time; 0 for one a core"),
    (
        "cluster-scheduler!",
        "melon cluster-scheduler                           on this machine alone
melon cluster-scheduler --listen 10.0.0.1:50050   for other machines",
    ),
    (
        "cluster-executor!",
        "melon cluster-executor                            for the scheduler on this machine
melon cluster-executor --scheduler 10.0.0.1:50050 --listen 10.0.0.2:50051  on another",
    ),
];

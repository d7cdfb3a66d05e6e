//! The help of classify, regress, cluster and predict.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("classify", "Is it ripe? A classifier, tested and explained"),
    ("tree", "A decision tree: one question after another, and then the answer"),
    ("regress", "How sweet is it? Least squares and ridge"),
    ("cluster", "Which belong together? k-means"),
    ("predict", "Apply a saved model to data"),
    ("export", "Write a model for other programs: ONNX or Python"),
    ("export.model_file", "A model written by --save: a file, or a GPT's folder; or gpt, gpt-chat"),
    ("export.names", "Language of the built-in names in the file"),
    ("export_to", "onnx: for onnxruntime and others; python: a readable file that needs nothing else"),
    ("script", "Write the analysis as a script for Python (.py, .ipynb) or R (.R), which gives the same figures"),
    ("melon_input", "Ask about a melon: name=value,... (repeatable)"),
    ("classify.model", "Which model"),
    ("l2", "Weight of the penalty; 0 for none"),
    ("cv", "How to test: 5 (folds), 20x5 (five folds, drawn twenty times), loo or none"),
    ("l2_path", "Try more penalty and less: does it overfit?"),
    ("threshold", "Probability from which the answer is the positive class"),
    ("k", "Number of clusters; an empty one gets the sample farthest from its centroid"),
    ("k_range", "Try every k in a range, as 2..8"),
    ("init", "Start: k-means++, random, rows:6,12,24 or points:X,Y/X,Y/X,Y"),
    ("n_init", "Runs from different starts; the best is kept [default: 10 to 500, by the size of the table]"),
    ("max_iter", "Most iterations of a run"),
    ("tol", "Stop when centroids move less than this"),
    ("labels", "Compare the clusters with this column (never a feature)"),
    ("model_file", "A model written by --save"),
    ("rows_format", "csv: the rows as they are, with the new columns; json: one object a line"),
    ("predict.data_name", "Data to predict: a file, a folder of files, a built-in table, or - for stdin"),
    (
        "classify!",
        "melon classify                                    seventeen melons, explained step by step
melon classify --melon color=green,root=curled,sound=muffled    ask about one melon
melon classify watermelon-3.0a --l2 0             no penalty: standard errors and p-values
melon classify ten-melons --format json           for a program
melon classify --l2-path                          does it overfit? more penalty, and less
melon classify watermelon-3.0 --cv loo            leave-one-out",
    ),
    (
        "tree!",
        "melon tree                                        the book's example, from the first question on
melon tree --trace                                every gain at every node
melon tree watermelon-3.0 --rules                 with density and sugar; as rules
melon tree --prune post --validation table-4.2 --prefer navel    the book's pruning
melon tree --melon texture=clear,root=curled      ask with some values missing",
    ),
    (
        "regress!",
        "melon regress                                     sugar, from how a melon looks
melon regress watermelon-3.0a --features density  from one column only
melon regress melon-field --rows 1000 --plot      a thousand melons, with a plot of residuals",
    ),
    (
        "cluster!",
        "melon cluster watermelon-4.0                      thirty melons in three clusters
melon cluster watermelon-4.0 --init rows:6,12,24 --trace    the textbook's steps
melon cluster watermelon-4.0 --k 2 --init points:0.4,0.2/0.7,0.3    from these two points
melon cluster watermelon-4.0 --k-range 2..8       how many clusters?
melon cluster watermelon-3.0a --k 2 --labels ripe    compared with the truth",
    ),
    (
        "predict!",
        "melon classify --save melon.json                  learn and save
melon predict melon.json melons                   then predict
melon predict melon.json melons --format json     one JSON object a line",
    ),
    (
        "export!",
        "melon classify --save melon.json                  learn and save
melon export melon.json --to python -o melon.py   a Python function to read and use
melon export melon.json --to onnx -o melon.onnx   for onnxruntime
melon export gpt --to onnx -o gpt.onnx            a GPT: token ids in, logits out",
    ),
];

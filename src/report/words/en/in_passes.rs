//! Words about tables that are read in passes.

crate::report::words::messages! {
    Pass { number } = "Pass {number}";
    Made { rows, passes, memory } =
        "The table of {rows} rows was read {passes} times, in pieces, with at most {memory} MB of memory; its rows were never all in memory.";
    MadeByDatafusion { rows, passes } =
        "The table of {rows} rows was read {passes} times, by DataFusion in this process, which added up what the fit asked for.";
    MadeByBallista { rows, passes, scheduler } =
        "The table of {rows} rows was read {passes} times, by the executors of the scheduler at {scheduler}, which added up what the fit asked for.";
    HeldOut { folds } =
        "Held out: {folds} folds, each row's by a hash of its number and the seed, fitted in the same passes.";
    HeldOutMeans = "Means and deviations of the encoding are those of all rows, in every fold.";
    Sampled { sample } =
        "Each run started from centroids found on {sample} rows drawn with the seed; the passes over all rows went on from there.";
    NoCurve = "No area under the ROC curve: it ranks all rows at once, and they do not fit into this memory.";
    WantedMemory = "a size from 68MB, as 256MB or 2GB";
    NeedsRowsInMemory { flag } = "{flag} needs the rows in memory, and --engine datafusion leaves them in their files. Leave one of them out.";
    FilesForDatafusion { data } = "--engine datafusion reads files, and {data} is a small built-in table. Leave the option out.";
    ForDatafusion { flag } = "{flag} goes with --engine datafusion. Add that, or leave {flag} out.";
    SchedulerRuns { address } = "The scheduler listens at {address} until it is stopped (Ctrl-C).";
    ExecutorRuns { address, scheduler } =
        "This executor listens at {address} and works for the scheduler at {scheduler} until it is stopped (Ctrl-C).";
    WantedAddress = "HOST:PORT, as in localhost:50050";
    NeedsRows { flag } = "{flag} needs the rows in memory, and --memory reads them in passes. Leave one of them out.";
    FilesOnly { data } = "--memory is for files, and {data} is a small built-in table. Leave it out.";
    DoesNotFit { data, size, free, memory } =
        "{data} has {size} GB and would take about four times as much memory; {free} GB are free. Read it in passes: --memory {memory}";
}

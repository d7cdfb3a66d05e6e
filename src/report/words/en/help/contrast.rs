//! The help of compare, curve, scale and tour.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("more", "Show everything"),
    ("compare", "The same melon, seen by every model, side by side"),
    ("curve", "How many melons does it take? Learning curves of both families"),
    ("models", "Which models (comma-separated); gpt is slow"),
    ("compared", "Which models (comma-separated): any of the list"),
    ("curve.l2", "Penalties of logistic regression, a curve each"),
    ("sizes", "Training samples at each point, as 10,20,50"),
    ("splits", "Number of random splits"),
    ("test_share", "Share set aside for the test (a thousand samples at most)"),
    ("scale", "Does ability come all at once? GPTs of many sizes, three measures"),
    ("scale.task", "What they learn: copy, reverse, addition or all"),
    ("scale.time_budget", "Time for all of them, as 30s or 5m; the number of steps is estimated from it"),
    ("scale.iters", "Steps of every size, whatever the time; can be repeated exactly"),
    ("cache", "Folder that keeps the sizes that are done"),
    (
        "scale!",
        "melon scale --time-budget 3s                      three seconds, for a first look
melon scale --task copy --iters 10                copying alone, ten steps",
    ),
    (
        "curve!",
        "melon curve --splits 20                           synthetic melons, 20 splits
melon curve watermelon-3.0 --splits 20            the textbook's seventeen
melon curve --sizes 10,30,100 --l2 1 --splits 10    sizes and penalty of your own",
    ),
    ("samples", "New melons that each generative model makes; 0 for none"),
    ("tokens", "What one token is: a clause or a character"),
    (
        "compare!",
        "melon compare                                     seventeen melons, five models
melon compare --melon color=green,root=curled,sound=muffled    ask about one melon
melon compare --melon color=green,sound=muffled   leave something out: which can still answer?
melon compare ten-melons --format markdown        a table for your paper",
    ),
    ("tour", "The lesson from beginning to end: one idea a screen, computed as you watch"),
    ("tour.start", "Screen to begin with: its number or name"),
    ("tour.from", "The same"),
    ("tour.screen", "This screen alone: its number or name"),
    ("tour.list", "List the screens"),
    ("tour.format", "Output format; json has the text and the figures of each screen"),
    (
        "tour!",
        "melon tour                                        from beginning to end
melon tour --list                                 the screens
melon tour --from emergence                       start at the screen on emergence
melon tour --screen sum --format json             the figures of one screen",
    ),
    ("teach", "A lesson of ninety minutes: what to show, to ask and to hand out"),
    ("slides", "Write slides instead: questions and the screens of the tour, in one file"),
    (
        "teach!",
        "melon teach                                       the plan
melon teach --format markdown -o lesson.md        to print or to change
melon teach --slides lesson.html                  as slides",
    ),
    ("explain", "What does a term mean? Two sentences, and the command that shows it"),
    ("term", "The term, in either language; without one, all are listed"),
    (
        "explain!",
        "melon explain overfitting                         one term
melon explain logistic regression                 of several words
melon explain                                     all terms
melon explain --format csv                        as a table",
    ),
    ("lab", "Labs that check themselves, for a course"),
    ("lab list", "List the labs"),
    ("lab show", "Read a lab, or as a teacher its answers"),
    ("lab start", "Begin: a folder with the lab, a form and data of one's own"),
    (
        "lab check",
        "Check the answers: what is right, and one hint where it is not (exit code 0 all right, 1 not yet, 2 wrong use)",
    ),
    ("lab verify", "Is a teacher's own lab sound? Faults by line"),
    ("lab_number", "Number of a lab, or a file of one's own"),
    ("student", "A student's ID: the data are that student's own"),
    ("reader", "Who reads"),
    ("key", "Show the answers (with --for teacher)"),
    ("lab_folder", "Folder to make"),
    ("answers", "The form with the answers: YAML, TOML or Markdown"),
    ("check_format", "text, or a format of those who collect grades"),
    ("lab_file", "A lab in Markdown"),
    ("lab list!", "melon lab list                                    which labs there are"),
    (
        "lab show!",
        "melon lab show 1                                  read the first
melon lab show 4.3 --for teacher --key             the answers, computed",
    ),
    ("lab start!", "melon lab start 3 --student s2023                 lab 3 with data of one's own"),
    (
        "lab check!",
        "melon lab show 1 --format json                     what is asked; then fill in a form and check it",
    ),
    ("lab verify!", "melon lab verify 1                                the first lab is sound"),
    ("serve", "The page in your browser: everything above, to see and to touch"),
    ("port", "Port on this computer (127.0.0.1); no other computer can reach it"),
    ("no_open", "Print the address and leave the browser alone"),
    (
        "serve!",
        "melon serve                                       opens the browser; Ctrl-C ends it
melon serve --port 9000 --no-open                 another port, and open it yourself",
    ),
];

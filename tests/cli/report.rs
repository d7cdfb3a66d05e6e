//! `--report` and `--plot`: the same figures as the JSON, in files that can be handed in.

use super::{Room, Run};
use resvg::usvg::roxmltree::Document;
use serde_json::Value;

/// What a reader sees of a page: its text, in which tags are gaps.
fn read(html: &str) -> String {
    let body = html.split_once("</style>").expect("a page has a style").1;
    let parts = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (a, b)| text.replace(a, b))
}

type FigureFormat = fn(f64) -> String;
const WHOLE: FigureFormat = |value| format!("{value:.0}");
const PERCENT: FigureFormat = |share| format!("{:.0}%", share * 100.0);
const PROBABILITY: FigureFormat = |p| match p {
    p if p < 0.001 => "<0.1%".to_owned(),
    p if p > 0.999 => ">99.9%".to_owned(),
    p => format!("{:.1}%", p * 100.0),
};
const HUNDREDTHS: FigureFormat = |share| format!("{:.1}", share * 100.0);
const TWO: FigureFormat = |value| format!("{value:.2}");
const THREE: FigureFormat = |value| format!("{value:.3}");
const FOUR: FigureFormat = |value| format!("{value:.4}");

/// Runs `line` for its JSON and its report at once, and holds the report to these figures.
#[track_caller]
fn holds(line: &str, figures: &[(&str, FigureFormat)]) -> String {
    let room = Room::new();
    let run = room.run(&format!("{line} --format json --report r.html")).ok();
    let last = |run: &Run| serde_json::from_str::<Value>(run.stdout.lines().last().unwrap());
    let json = serde_json::from_str::<Value>(&run.stdout).or_else(|_| last(&run)).unwrap();
    let html = room.read("r.html");
    let text = read(&html);
    for (pointer, shown) in figures {
        let figure = json.pointer(pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("no {pointer}"));
        let shown = shown(figure);
        let found = text
            .split(|c: char| c.is_whitespace() || "()[];,/±–".contains(c))
            .any(|word| word.trim_start_matches('+').trim_end_matches(['.', ':']) == shown);
        assert!(found, "{pointer}: {shown} is not in\n{text}");
    }
    assert!(
        text.contains("How it was made") && text.contains(&format!("melon {}", line.split(' ').next().unwrap())),
        "{text}"
    );
    assert!(!html.contains("<script") && !html.contains("http"), "nothing is fetched");
    html
}

#[test]
fn classify_reports_the_figures_of_its_json() {
    let html = holds(
        "classify",
        &[
            ("/data/n_samples", WHOLE),
            ("/train/accuracy", PERCENT),
            ("/cross_validation/accuracy", PERCENT),
            ("/cross_validation/accuracy_interval/0", PERCENT),
            ("/cross_validation/accuracy_interval/1", PERCENT),
            ("/cross_validation/log_loss", TWO),
            ("/baseline/accuracy", PERCENT),
            ("/coefficients/1/estimate", TWO),
        ],
    );
    let text = read(&html);
    for part in ["Is it ripe?", "known only once the melon is cut", "fingerprint", "42", "0.1.0"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(html.matches("<svg").count() > 1, "the sigmoid and its legend");
}

#[test]
fn regress_reports_the_figures_of_its_json() {
    let html = holds(
        "regress watermelon-3.0a --features density",
        &[
            ("/train/rmse", FOUR),
            ("/cross_validation/rmse", FOUR),
            ("/baseline/rmse", FOUR),
            ("/fit/r2", FOUR),
            ("/coefficients/1/estimate", FOUR),
            ("/coefficients/1/interval/0", THREE),
        ],
    );
    assert!(read(&html).contains("95% band"));
}

#[test]
fn cluster_reports_the_figures_of_its_json() {
    holds(
        "cluster watermelon-4.0",
        &[
            ("/inertia", |v| format!("{v:.6}")),
            ("/silhouette", THREE),
            ("/centroids/0/1", THREE),
            ("/iterations", WHOLE),
        ],
    );
    let html = holds(
        "cluster watermelon-4.0 --k-range 2..4",
        &[("/range/0/silhouette", THREE), ("/range/2/silhouette", THREE)],
    );
    assert!(read(&html).contains("elbow"));
}

#[test]
fn compare_reports_the_figures_of_its_json() {
    holds(
        "compare --models logistic,naive-bayes --samples 0",
        &[
            ("/models/0/cross_validation/accuracy_interval/0", |v| format!("{:.0}", v * 100.0)),
            ("/models/1/cross_validation/log_loss", TWO),
            ("/baseline/log_loss", TWO),
        ],
    );
}

#[test]
fn curve_reports_the_figures_of_its_json() {
    holds(
        "curve --rows 400 --splits 5 --sizes 20,50",
        &[("/curves/0/points/0/error", HUNDREDTHS), ("/curves/1/points/1/error", HUNDREDTHS)],
    );
}

#[test]
fn scale_reports_the_figures_of_its_json() {
    holds(
        "scale --task copy --iters 2",
        &[("/sizes/0/scores/0/exact_match", HUNDREDTHS), ("/sizes/0/scores/0/log_prob_nats", TWO)],
    );
}

#[test]
fn ladder_reports_the_figures_of_its_json() {
    holds("ladder --no-gpt", &[("/rows/0/val_nats_per_char", THREE), ("/rows/3/train_nats_per_char", THREE)]);
}

#[test]
fn score_reports_the_figures_of_its_json() {
    holds("score Melon --model ngram", &[("/nats_per_token", THREE), ("/log_prob_nats", TWO)]);
}

#[test]
fn generate_reports_the_figures_of_its_json() {
    let line = "generate Monday --model ngram --candidates 3 --max-tokens 2";
    holds(
        line,
        &[("/tokens/0/candidates/1/probability", PROBABILITY), ("/tokens/1/candidates/0/probability", PROBABILITY)],
    );
}

#[test]
fn a_report_of_a_text_shows_what_else_might_have_come() {
    let room = Room::new();
    room.run("generate Monday --model ngram --max-tokens 2 --report g.html").ok();
    assert!(room.read("g.html").contains("<svg"));
}

#[test]
fn pretrain_reports_the_figures_of_its_json() {
    let html = holds("pretrain --preset tiny --iters 8 --eval-interval 4", &[("/val_loss_nats", THREE)]);
    assert!(read(&html).contains("Characters:"));
    holds("pretrain --model ngram", &[("/val_loss_nats", THREE)]);
}

#[test]
fn finetune_reports_the_figures_of_its_json() {
    holds("finetune --iters 2", &[("/answers/before_nats", THREE), ("/answers/after_nats", THREE)]);
}

#[test]
fn data_and_tour_can_be_handed_in_too() {
    let room = Room::new();
    room.run("data show watermelon-3.0a --report t.html").ok();
    assert!(read(&room.read("t.html")).contains("17"));
    room.run("data list --report l.md").ok();
    assert!(room.read("l.md").contains("watermelon-4.0"));
    let quiet = room.run("tour --screen sum --report s.html").ok();
    assert_eq!(quiet.stdout, "", "a report of the tour stands for the walk");
    assert!(read(&room.read("s.html")).contains("How it was made"));
}

#[test]
fn a_report_is_in_the_readers_language_and_in_markdown_for_who_writes_on() {
    let room = Room::new();
    room.run("classify --lang zh --report r.md --report r.html").ok();
    room.run("classify --lang zh --report r.md").ok();
    let markdown = room.read("r.md");
    assert!(markdown.starts_with("# 这瓜熟了吗？") || markdown.starts_with("# "), "{markdown}");
    assert!(markdown.contains("## 是怎么做出来的") && !markdown.contains("接下来可以试试"), "{markdown}");
    assert!(room.read("r.html").contains("<html lang=\"zh"));
}

/// What a page suggests can be typed, whatever the columns and the marks are called.
#[test]
fn suggestions_with_hyphens_can_be_typed() {
    let room = Room::new();
    let row = |i: usize| format!("{},{},{}\n", i * 7 % 11, i * 5 % 13, ["-1", "+1"][i / 3 % 2]);
    room.file("t.csv", format!("-x,z,-y\n-,3,-1\n{}", (0..20).map(row).collect::<String>()));
    let line = "classify t.csv --target=-y --features=-x,z --missing-values=- --missing drop";
    let page = room.run(line).ok().stdout;
    let suggested: Vec<&str> = page.lines().filter_map(|line| line.trim().strip_prefix("melon ")).collect();
    assert!(suggested.iter().any(|line| line.contains("--target=-y") && line.contains("--missing-values=-")), "{page}");
    for line in suggested {
        // What it is good for stands on the next line, or behind some blanks.
        room.run(line.split("   ").next().unwrap()).ok();
    }
}

/// Every command that draws, and how many plots of its own it draws.
const DRAWN: [(&str, usize); 11] = [
    ("classify", 1),
    ("classify watermelon-3.0a", 2),
    ("regress watermelon-3.0a --features density", 3),
    ("regress", 2),
    ("cluster watermelon-4.0", 1),
    ("cluster watermelon-4.0 --k-range 2..4", 2),
    ("compare --models logistic,naive-bayes --samples 0", 2),
    ("curve --rows 400 --splits 5 --sizes 20,50", 1),
    ("ladder --no-gpt", 1),
    ("generate Monday --model ngram --max-tokens 2", 2),
    ("pretrain --preset tiny --iters 8 --eval-interval 4", 1),
];

#[test]
fn every_picture_is_well_formed_and_names_its_axes() {
    let room = Room::new();
    for (line, n_plots) in DRAWN {
        for lang in ["zh", "en"] {
            room.run(&format!("{line} --lang {lang} --plot p.svg")).ok();
            let svg = room.read("p.svg");
            let tree = Document::parse(&svg).unwrap_or_else(|error| panic!("{line}: {error}\n{svg}"));
            let n_axes = tree.descendants().filter(|node| node.attribute("class") == Some("axis")).count();
            assert_eq!(n_axes, n_plots, "{line}");
            let size = |name: &str| tree.root_element().attribute(name).unwrap().parse::<f64>().unwrap();
            assert!(size("width") > 500.0 && size("height") > 150.0);
        }
    }
    room.run("scale --task copy --iters 2 --plot p.svg").ok();
    Document::parse(&room.read("p.svg")).unwrap();
    room.run("generate Monday --trace --max-tokens 2 --plot p.svg").ok();
    assert!(room.read("p.svg").contains("class=\"cell\""), "where the heads look is drawn");
}

#[test]
fn a_png_is_a_png_and_text_is_never_written_under_its_name() {
    let room = Room::new();
    room.run("classify --plot p.png").ok();
    let bytes = std::fs::read(room.path("p.png")).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() > 10_000);
    for (line, said) in [
        ("classify -o p.png", "--plot"),
        ("data export melons -o x.pdf", "--report"),
        ("classify --report r.pdf", "print it"),
        ("classify --plot p.jpg", ".svg or .png"),
    ] {
        room.run(line).misused(&[said]);
    }
    assert_eq!(std::fs::read(room.path("p.png")).unwrap(), bytes, "nothing was written over it");
}

#[test]
fn a_plot_without_a_file_stays_on_the_page_and_a_table_stays_the_data() {
    let room = Room::new();
    room.file("my.csv", "x,y\n1,2\n2,4\n3,7\n4,8\n5,9\n");
    let page = room.run("regress --plot my.csv").ok().stdout;
    assert!(page.contains("Residuals") && page.contains("95% band"), "{page}");
    let page = room.run("classify --plot --l2 2").ok().stdout;
    assert!(page.contains("threshold 0.5"), "{page}");
}

#[test]
fn where_nothing_can_be_drawn_it_says_why_and_writes_no_picture() {
    let room = Room::new();
    let said = room.run("cluster --plot p.svg");
    assert_eq!(said.code, 1, "{}", said.stderr);
    assert!(said.stderr.contains("two columns of numbers") && !room.path("p.svg").exists(), "{}", said.stderr);
    assert_eq!(room.run("cluster --plot p.svg --report r.html").code, 1);
    assert!(room.read("r.html").contains("</html>") && !room.path("p.svg").exists(), "the report is not lost");
}

#[test]
fn a_folder_that_is_not_there_is_noticed_before_the_work() {
    let room = Room::new();
    for flag in ["--plot nowhere/p.svg", "--report nowhere/r.html", "-o nowhere/page.txt"] {
        let line = format!("pretrain --preset tiny --iters 100000000 {flag}");
        room.run(&line).fails(&["no folder nowhere"]);
    }
}

#[test]
fn hostile_names_and_texts_are_text() {
    let room = Room::new();
    let evil = "</style><script>alert(1)</script>";
    let file = "<img src=x onerror=alert(1)>.csv".replace(' ', "_");
    let rows: String =
        (0..12).map(|i| format!("{evil}{},{}.{i},{}\n", i % 2, i % 5, ["\"<b onclick='x'>\"", "no"][i % 2])).collect();
    room.file(&file, format!("\"a<svg onload=alert(1)>\",x&y,ripe?\n{rows}"));
    for command in
        ["classify", "cluster", "compare --models logistic,naive-bayes --samples 0", "data show", "curve --splits 3"]
    {
        room.run(&format!("{command} {file} --report r.html")).ok();
        let html = room.read("r.html");
        let body = html.split_once("<body>").unwrap().1;
        for tag in ["<script", "<img", "<b onclick", "<svg onload", "</style"] {
            assert!(!body.contains(tag), "{command}: {tag}\n{body}");
        }
        assert!(body.contains("&lt;"), "{command}");
    }
    room.run(&format!("classify {file} --plot p.svg")).ok();
    Document::parse(&room.read("p.svg")).unwrap();
    let mut command = room.command("generate --model ngram --max-tokens 2 --candidates 3 --report g.html --plot g.svg");
    let output = command.arg("--").arg("<script>alert(1)</script>\u{1}").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = room.read("g.html");
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;") && !html.contains('\u{1}'));
    Document::parse(&room.read("g.svg")).unwrap();
}

/// What stands in the section on how it was made.
fn how_made(line: &str) -> String {
    let room = Room::new();
    room.run(&format!("{line} --report r.html")).ok();
    let text = read(&room.read("r.html"));
    text.split_once("How it was made").expect("it says how").1.to_owned()
}

#[test]
fn what_was_a_matter_of_time_is_not_said_to_be_repeatable() {
    for line in ["pretrain --preset tiny --iters 100000 --time-budget 1s", "scale --task copy --time-budget 1s"] {
        let said = how_made(line);
        assert!(said.contains("a matter of time") && !said.contains("check the figures"), "{line}: {said}");
    }
    let said = how_made("pretrain --preset tiny --iters 4 --time-budget 10m");
    assert!(said.contains("With --iters 4 instead of the time limit"), "{said}");
    for line in ["pretrain --preset tiny --iters 4", "scale --task copy --iters 2", "classify"] {
        let said = how_made(line);
        assert!(said.contains("check the figures") && !said.contains("matter of time"), "{line}: {said}");
    }
}

#[test]
fn a_run_that_went_on_cannot_be_repeated_alone() {
    let room = Room::new();
    room.run("pretrain --preset tiny --iters 100000 --time-budget 1s --save m").ok();
    room.run("pretrain --save m --resume --time-budget 1s --report r.html").ok();
    assert!(read(&room.read("r.html")).contains("went on where an earlier one had ended"));
}

#[test]
fn seed_and_fingerprint_are_told_wherever_there_are_any() {
    let room = Room::new();
    let text = "the melon is ripe. it sounds muffled, its stem is curled. ".repeat(200);
    room.file("my.txt", text);
    let is_sha = |word: &str| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    for (line, seed, source) in [
        ("generate ripe --max-tokens 3", Some("42"), "fingerprint of the model"),
        ("generate ripe --max-tokens 3 --model ngram", Some("42"), "fingerprint of the data"),
        ("score ripe", None, "fingerprint of the model"),
        ("scale --task copy --iters 2 --seed 7", Some("7"), "made by the program from the seed"),
        ("ladder --corpus my.txt --iters 2", Some("42"), "fingerprint of the data"),
        ("ladder --corpus my.txt --no-gpt", None, "fingerprint of the data"),
    ] {
        room.run(&format!("{line} --report r.html")).ok();
        let text = read(&room.read("r.html"));
        let said = text.split_once("How it was made").unwrap().1;
        assert!(said.contains(source) && said.contains("check the figures"), "{line}: {said}");
        assert_eq!(said.split_whitespace().any(is_sha), source.starts_with("fingerprint"), "{line}: {said}");
        let words: Vec<&str> = said.split_whitespace().collect();
        let told = words.windows(2).find(|pair| pair[0] == "seed" && pair[1].chars().all(|c| c.is_ascii_digit()));
        assert_eq!(told.map(|pair| pair[1]), seed, "{line}: {said}");
    }
}

#[test]
fn a_report_has_one_title_and_says_once_what_to_keep_in_mind() {
    let room = Room::new();
    room.file("few.csv", "width,height,kind\n1,2,a\n2,1,b\n3,4,a\n4,3,b\n5,6,a\n6,5,b\n7,8,a\n8,7,b\n9,9,a\n10,1,b\n");
    for line in [
        "curve few.csv --splits 3",
        "curve watermelon-3.0 --splits 3",
        "classify",
        "compare --models logistic,naive-bayes --samples 0",
        "pretrain --preset tiny --iters 100000 --time-budget 1s",
        "scale --task copy --time-budget 1s",
        "ladder --no-gpt",
    ] {
        room.run(&format!("{line} --report r.html")).ok();
        let html = room.read("r.html");
        let headings: Vec<&str> = html.split("<h2>").skip(1).map(|part| part.split("</h2>").next().unwrap()).collect();
        let minds = headings.iter().filter(|heading| heading.to_lowercase().contains("keep in mind")).count();
        assert_eq!((html.matches("<h1>").count(), minds), (1, 1), "{line}: {headings:?}");
        let mut apart = headings.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), headings.len(), "{line}: a heading stands twice in {headings:?}");
    }
}

#[test]
fn small_figures_are_written_out() {
    let room = Room::new();
    let rows: String =
        (0..40).map(|i| format!("{},{:.5}\n", i * 100, 0.00431 * i as f64 + 0.01 * (i % 7) as f64)).collect();
    room.file("small.csv", format!("area,price\n{rows}"));
    room.run("regress small.csv --report r.html").ok();
    let text = read(&room.read("r.html"));
    let numbers = text.split(|c: char| c.is_whitespace() || "[]();,".contains(c));
    let scientific = numbers.filter(|word| word.contains("e-")).filter_map(|word| word.parse::<f64>().ok());
    let found: Vec<f64> = scientific.filter(|number| number.abs() >= 1e-4).collect();
    assert_eq!(found, Vec::<f64>::new(), "{text}");
}

#[test]
fn the_plane_is_drawn_for_more_classes_and_many_samples() {
    let room = Room::new();
    let class = |x: i32, y: i32| ["short", "long", "round"][usize::from(x > 50) + usize::from(x > 50 && y > 40)];
    let rows = |n: i32| -> String {
        (0..n).map(|i| ((i * 37) % 101, (i * 53) % 89)).map(|(x, y)| format!("{x},{y},{}\n", class(x, y))).collect()
    };
    for n in [90, 3000] {
        room.file("many.csv", format!("width,height,kind\n{}", rows(n)));
        for model in ["logistic", "naive-bayes", "knn"] {
            room.run(&format!("classify many.csv --model {model} --plot p.svg --report r.html")).ok();
            let svg = room.read("p.svg");
            Document::parse(&svg).unwrap();
            assert_eq!(svg.matches("class=\"region\"").count(), 3, "a region a class");
            assert!(svg.contains("here the answer changes"), "{svg}");
            assert_eq!(svg.contains(" drawn)"), n == 3000, "the picture says what is not on it: {svg}");
            let text = read(&room.read("r.html"));
            assert_eq!(text.contains("2,000 of the 3,000 samples"), n == 3000, "{text}");
            assert!(!text.contains("There is no plot"), "{text}");
        }
        let page = room.run("classify many.csv --plot").ok().stdout;
        assert!(page.contains("A truly kind=long") && (n > 90 || page.contains("a   a   a")), "{page}");
    }
}

//! `--engine datafusion`: a table of many files gives the figures that it gives in memory, and a cluster
//! gives those of one process. Without the feature, the error names it.

use super::Room;

#[test]
#[cfg(not(feature = "datafusion"))]
fn without_the_feature_the_error_names_it() {
    let room = Room::new();
    room.file("a.csv", "x,y\n1,2\n2,3\n");
    for command in ["regress a.csv --target y", "classify a.csv --target y", "cluster a.csv --k 1"] {
        room.run(&format!("{command} --engine datafusion")).fails(&["--features datafusion"]);
        room.run(&format!("{command} --engine datafusion --lang zh")).fails(&["--features datafusion", "编译"]);
    }
    room.run("regress a.csv --target y --scheduler localhost:1").misused(&["--scheduler", "--engine datafusion"]);
    room.run("cluster-scheduler").misused(&["cluster-scheduler"]);
}

#[cfg(feature = "datafusion")]
mod with {
    use super::Room;
    use crate::cli::in_passes::{same, table};
    use datafusion::dataframe::DataFrameWriteOptions;
    use datafusion::prelude::{CsvReadOptions, SessionConfig, SessionContext};
    use serde_json::Value;

    /// Writes `whole` as CSV, and its parts of `n` rows below `parts/` as CSV and as Parquet.
    pub fn parts(room: &Room, whole: &str, n: usize) {
        room.file("whole.csv", whole);
        let (header, rows) = whole.split_once('\n').unwrap();
        let rows: Vec<&str> = rows.lines().collect();
        for folder in ["csv", "parquet"] {
            std::fs::create_dir(room.path(folder)).unwrap();
        }
        let runtime = tokio::runtime::Runtime::new().unwrap();
        for (at, part) in rows.chunks(n).enumerate() {
            let name = room.file(&format!("csv/{at:02}.csv"), format!("{header}\n{}\n", part.join("\n")));
            runtime.block_on(async {
                // Several row groups a file.
                let mut config = SessionConfig::new().with_target_partitions(1);
                config.options_mut().execution.parquet.max_row_group_size = 100;
                let context = SessionContext::new_with_config(config);
                let path = room.path(&name);
                let table = context.read_csv(path.to_str().unwrap(), CsvReadOptions::new()).await.unwrap();
                let target = room.path(&format!("parquet/{at:02}.parquet"));
                table
                    .write_parquet(
                        target.to_str().unwrap(),
                        DataFrameWriteOptions::new().with_single_file_output(true),
                        None,
                    )
                    .await
                    .unwrap();
            });
        }
    }

    fn json(room: &Room, command: &str) -> Value {
        room.run(&format!("{command} --format json")).ok().json()
    }

    /// Everything but who read it, and the table's name.
    fn agree(what: &str, mut memory: Value, mut other: Value) {
        for result in [&mut memory, &mut other] {
            result["in_passes"] = Value::Null;
            result["data"]["name"] = Value::Null;
        }
        same(what, &memory, &other);
        same_folds(what, &memory, &other);
    }

    fn same_folds(what: &str, memory: &Value, other: &Value) {
        for key in ["cross_validation", "baseline"] {
            same(&format!("{what}/{key}"), &memory[key], &other[key]);
        }
    }

    pub const COMMANDS: [&str; 7] = [
        "regress {} --target y",
        "regress {} --target y --l2 2 --standardize",
        "classify {} --target ripe",
        "classify {} --target ripe --l2 0 --features a,b",
        "classify {} --target group --drop ripe",
        "cluster {} --features a,b,kind --standardize --labels group",
        "classify {} --target group --drop ripe --model naive-bayes",
    ];

    #[test]
    fn figures_are_those_of_one_file_in_passes() {
        let room = Room::new();
        parts(&room, &table(1500, false), 400);
        for command in COMMANDS {
            let with = |data: &str, how: &str| json(&room, &format!("{} {how}", command.replace("{}", data)));
            let memory = with("whole.csv", "--memory 100MB");
            for data in ["parquet", "parquet/*.parquet", "csv"] {
                agree(&format!("{command} {data}"), memory.clone(), with(data, "--engine datafusion"));
            }
        }
    }

    #[test]
    fn figures_are_those_of_the_native_engine_in_memory() {
        let room = Room::new();
        parts(&room, &table(900, false), 250);
        for command in COMMANDS.iter().filter(|command| !command.starts_with("cluster")) {
            let engine = if command.contains("bayes") { "" } else { "--engine native" };
            let native = json(&room, &format!("{} {engine}", command.replace("{}", "whole.csv")));
            let here = json(&room, &format!("{} --engine datafusion", command.replace("{}", "parquet")));
            let named = |mut result: Value| {
                result["data"]["name"] = Value::Null;
                result
            };
            same(command, &named(native), &named(here));
        }
    }

    #[test]
    fn gaps_are_left_out_and_filled_as_of_one_file() {
        let room = Room::new();
        parts(&room, &table(900, true), 250);
        for command in [
            "regress {} --target y --missing drop",
            "regress {} --target y --missing impute --standardize",
            "classify {} --target group --missing impute --drop ripe",
        ] {
            let memory = json(&room, &format!("{} --memory 100MB", command.replace("{}", "whole.csv")));
            for data in ["csv", "parquet"] {
                let here = json(&room, &format!("{} --engine datafusion", command.replace("{}", data)));
                agree(&format!("{command} {data}"), memory.clone(), here);
            }
        }
        room.run("regress csv --target y --engine datafusion").fails(&["a 82", "--missing"]);
    }

    #[test]
    fn what_cannot_be_is_said() {
        let room = Room::new();
        parts(&room, &table(300, false), 200);
        let fails = |line: &str, says: &[&str]| {
            let run = room.run(&format!("{line} --engine datafusion"));
            run.fails(says);
        };
        fails("regress nowhere --target y", &["nowhere"]);
        room.file("csv/99.csv", "a,b\n1,2\n");
        fails("regress csv --target y", &["00.csv"]);
        room.run("regress melons --engine datafusion").misused(&["melons", "datafusion"]);
        room.run("regress parquet --target y --engine datafusion --plot").misused(&["--plot"]);
        room.run("regress parquet --target y --engine datafusion --scheduler nobody").misused(&["HOST:PORT"]);
    }
}

#[cfg(feature = "cluster")]
mod many {
    use super::Room;
    use super::with::{COMMANDS, parts};
    use crate::cli::in_passes::table;
    use serde_json::Value;
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    /// A process that is ended with the test.
    struct Process(Child);

    impl Drop for Process {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// As many ports as wanted that nobody listens at.
    fn ports(n: usize) -> Vec<u16> {
        let listeners: Vec<_> = (0..n).map(|_| std::net::TcpListener::bind("127.0.0.1:0").unwrap()).collect();
        listeners.iter().map(|listener| listener.local_addr().unwrap().port()).collect()
    }

    struct Cluster {
        address: String,
        executors: Vec<Process>,
        _scheduler: Process,
    }

    impl Cluster {
        fn start(room: &Room, n_executors: usize) -> Cluster {
            let scheduler = ports(1)[0];
            let address = format!("127.0.0.1:{scheduler}");
            let start = |line: String| {
                let mut command = room.command(&line);
                Process(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
            };
            let _scheduler = start(format!("cluster-scheduler --listen {address}"));
            wait_for(scheduler);
            let executors = (0..n_executors)
                .map(|_| {
                    let port = two_ports();
                    let line = format!("cluster-executor --scheduler {address} --listen 127.0.0.1:{port} --threads 2");
                    let process = start(line);
                    wait_for(port);
                    process
                })
                .collect();
            Cluster { address, executors, _scheduler }
        }
    }

    /// A free port with a free one behind it.
    fn two_ports() -> u16 {
        let is_free = |port: u16| std::net::TcpListener::bind(("127.0.0.1", port)).is_ok();
        ports(64).into_iter().find(|&port| port < u16::MAX && is_free(port) && is_free(port + 1)).unwrap()
    }

    fn wait_for(port: u16) {
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "nobody listens at port {port}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    #[test]
    fn three_executors_give_the_figures_of_one_process_under_both_planners() {
        let room = Room::new();
        parts(&room, &table(1500, false), 200);
        let cluster = Cluster::start(&room, 3);
        for command in [COMMANDS[0], COMMANDS[4], COMMANDS[5]] {
            let line = command.replace("{}", "parquet");
            let here = room.run(&format!("{line} --engine datafusion --format json")).ok().json();
            for planner in ["static", "adaptive"] {
                let distributed = format!("{line} --engine datafusion --scheduler {} --format json", cluster.address);
                let distributed = room.command(&distributed).env("MELON_CLUSTER_PLANNER", planner).output().unwrap();
                let mut distributed = crate::cli::Run::of(distributed).ok().json();
                assert_eq!(distributed["in_passes"]["reader"]["ballista"], cluster.address);
                // To the last digit: partitions are merged in their order wherever they were read.
                distributed["in_passes"]["reader"] = here["in_passes"]["reader"].clone();
                assert_eq!(distributed, here, "{command}, {planner}");
            }
        }
    }

    #[test]
    fn an_executor_that_dies_does_not_make_a_figure_wrong() {
        let room = Room::new();
        parts(&room, &table(4000, false), 100);
        let line = "classify parquet --target group --drop ripe --engine datafusion --format json";
        let here = room.run(line).ok().json();
        let mut cluster = Cluster::start(&room, 3);
        let distributed = format!("{line} --scheduler {}", cluster.address);
        let child = room.command(&distributed).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(1500));
        drop(cluster.executors.remove(0));
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        if ended.status.success() {
            let mut distributed: Value = serde_json::from_slice(&ended.stdout).unwrap();
            distributed["in_passes"]["reader"] = here["in_passes"]["reader"].clone();
            assert_eq!(distributed, here);
        } else {
            assert_eq!(ended.status.code(), Some(1), "{said}");
            assert!(said.contains("datafusion") && ended.stdout.is_empty(), "{said}");
        }
        // Those that are left go on.
        let run = room.run(&distributed).ok().json();
        assert_eq!(run["coefficients"], here["coefficients"]);
    }
}

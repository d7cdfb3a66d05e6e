//! `melon doctor` and `melon manual`.

use super::Room;

#[test]
fn what_it_found_is_what_there_is() {
    let room = Room::new();
    let told = room.run("doctor --format json").ok().json();
    assert_eq!(told["build"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(told["build"]["optimized"], !cfg!(debug_assertions));
    assert_eq!(told["cpu"]["arch"], std::env::consts::ARCH);
    assert_eq!(told["locale"]["name"], "en_US.UTF-8");
    assert_eq!((&told["terminal"]["is_terminal"], &told["terminal"]["width"]), (&false.into(), &80.into()));
    let output = room.command("doctor --format json").env("RAYON_NUM_THREADS", "1").output().unwrap();
    let one: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(one["cpu"]["n_threads"], 1);
    let n_cores = std::thread::available_parallelism().unwrap().get();
    let is_told = one["findings"].as_array().unwrap().contains(&"few_threads".into());
    assert_eq!(is_told, n_cores > 1);
}

#[test]
fn each_finding_comes_with_what_to_do() {
    let room = Room::new();
    for (lang, word) in [("en", "RAYON_NUM_THREADS"), ("zh", "环境变量 RAYON_NUM_THREADS")] {
        let output = room.command(&format!("doctor --lang {lang}")).env("RAYON_NUM_THREADS", "1").output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        let n_cores = std::thread::available_parallelism().unwrap().get();
        assert_eq!(page.contains(word), n_cores > 1, "{page}");
    }
}

#[test]
fn every_command_has_a_man_page() {
    let room = Room::new();
    std::fs::create_dir(room.path("man")).unwrap();
    room.run("manual --folder man").ok();
    for name in ["melon.1", "melon-classify.1", "melon-data-export.1", "melon-lab-check.1"] {
        let page = room.read(&format!("man/{name}"));
        assert!(page.contains(".SH NAME") && page.contains(&name[..name.len() - 2]), "{name}: {page}");
    }
    assert!(room.read("man/melon.1").contains("wrong usage"), "the exit codes");
    assert!(room.read("man/melon.bash").contains("classify") && room.path("man/_melon").exists());
    room.run("manual --folder nowhere").fails(&["nowhere"]);
}

#[test]
fn exit_codes_are_in_the_help() {
    let room = Room::new();
    assert!(room.run("--help").ok().stdout.contains("Exit codes:"));
    assert!(room.run("--help --lang zh").ok().stdout.contains("退出码："));
}

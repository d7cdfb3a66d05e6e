//! Exported models answer as `melon predict` does: `export_check.py` holds them against it, in
//! Python always and in onnxruntime where that is installed. The ONNX files that passed there are
//! kept beside it; here they must come out the same, byte for byte.

use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// `MELON_PYTHON`, so that an environment with onnxruntime can be named, else `python3`.
fn python() -> Command {
    Command::new(std::env::var("MELON_PYTHON").unwrap_or_else(|_| "python3".to_owned()))
}

#[test]
fn exported_models_answer_as_predict_does() {
    if python().arg("--version").output().is_err() {
        eprintln!("No python3 here: exported models were not tried.");
        return;
    }
    let script = folder().join("export_check.py");
    let output = python().arg(script).arg(env!("CARGO_BIN_EXE_melon")).output().unwrap();
    let [said, error] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(output.status.success(), "{said}{error}");
    // It says so where onnxruntime is missing.
    eprintln!("{said}");
}

#[test]
fn onnx_files_are_those_that_onnxruntime_answered_from() {
    let room = tempfile::tempdir().unwrap();
    for name in ["logistic", "naive_bayes", "tree", "knn", "linear", "k_means"] {
        let model = folder().join(format!("export_{name}.json"));
        let written = room.path().join("model.onnx");
        let mut melon = Command::new(env!("CARGO_BIN_EXE_melon"));
        melon.arg("export").arg(model).args(["--to", "onnx", "--names", "zh", "--quiet", "-o"]).arg(&written);
        assert!(melon.status().unwrap().success(), "{name}");
        let kept = std::fs::read(folder().join(format!("export_{name}.onnx"))).unwrap();
        assert!(std::fs::read(&written).unwrap() == kept, "{name}: run export_check.py with a folder, and look why");
    }
}

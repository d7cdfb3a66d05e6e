//! A run as a command drives it: begun, stopped, resumed, and complete.

use super::*;
use crate::data::Corpus;
use crate::store::gpt::{self, Precision};
use crate::task::training::{ResumeError, SettingOverrides, Stage};
use crate::train::Preset;
use std::path::Path;

fn begin(corpus: &Corpus, folder: &Path) -> TrainingRun {
    let asked = SettingOverrides {
        iters: Some(8),
        eval_interval: Some(2),
        context_len: Some(8),
        ..SettingOverrides::default()
    };
    let checkpoints = Checkpoints::claim(Some(folder.to_owned()), Precision::F32).unwrap();
    TrainingRun::pretrain(corpus, Preset::TINY, &asked, checkpoints).unwrap()
}

#[test]
fn a_run_that_was_stopped_ends_as_one_that_was_not() {
    struct StopAfter(usize);
    impl Observer for StopAfter {
        fn on_step(&mut self, event: &StepEvent) -> Flow {
            if event.step < self.0 { Flow::Continue } else { Flow::Stop }
        }
    }
    let room = tempfile::tempdir().unwrap();
    let [whole, parts] = ["whole", "parts"].map(|name| room.path().join(name));
    let corpus = Corpus::of_text("x", &"The melon is ripe. Knock on it and listen. ".repeat(20));
    let mut run = begin(&corpus, &whole);
    let ending = run.train(None, &mut ()).unwrap();
    let trained = run.finish(ending).unwrap();
    let mut run = begin(&corpus, &parts);
    let ending = run.train(None, &mut StopAfter(3)).unwrap();
    assert_eq!((ending, run.finish(ending).unwrap().step), (Ending::Stopped, 3));
    assert!(matches!(run.checkpoints.refuse_existing(), Err(RunError::Exists { .. })));
    let again = Checkpoints::claim(Some(parts.clone()), Precision::F32);
    assert!(matches!(again, Err(RunError::Busy { .. })));
    drop(run);
    let open = |asked: &SettingOverrides| Interrupted::open(&parts, Precision::F32, Stage::Pretrain, asked);
    let seeded = SettingOverrides { seed: Some(7), ..SettingOverrides::default() };
    assert!(matches!(open(&seeded), Err(RunError::Resume(ResumeError::OtherSetting { flag: "seed", .. }))));
    let other = open(&SettingOverrides::default()).unwrap().pretrain(&Corpus::of_text("x", "another text"));
    assert!(matches!(other, Err(RunError::Resume(ResumeError::OtherText { .. }))));
    let mut run = open(&SettingOverrides::default()).unwrap().pretrain(&corpus).unwrap();
    assert_eq!(run.setup().step, 3);
    let ending = run.train(None, &mut ()).unwrap();
    assert_eq!(run.finish(ending).unwrap(), trained);
    assert_eq!(gpt::load(&parts).unwrap().training, gpt::load(&whole).unwrap().training);
    drop(run);
    let complete = open(&SettingOverrides::default());
    assert!(matches!(complete, Err(RunError::Resume(ResumeError::Complete { step: 8 }))));
}

//! Parse, run, exit code.

fn main() {
    // The main thread works along with the others: one that only waits for them costs a wake-up
    // at each start, after which two of them may share a core. Refused only if there are threads
    // already, which serve as well.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    std::process::exit(melon::cli::run(std::env::args_os().collect()).into());
}

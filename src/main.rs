//! Parse, run, exit code.

fn main() {
    // The main thread works along with the others: one that only waits for them costs a wake-up
    // at each start, after which two of them may share a core.
    if let Err(error) = rayon::ThreadPoolBuilder::new().use_current_thread().build_global() {
        eprintln!("melon: {error}");
        std::process::exit(1);
    }
    std::process::exit(melon::cli::run(std::env::args_os().collect()).into());
}

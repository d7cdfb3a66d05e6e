//! Parse, run, exit code.

fn main() {
    let args: Vec<std::ffi::OsString> = std::env::args_os().collect();
    // The main thread works along with the others: one that only waits for them costs a wake-up
    // at each start, after which two of them may share a core. A server's waits for requests.
    let pool = rayon::ThreadPoolBuilder::new();
    let pool = if melon::cli::serves(&args) { pool } else { pool.use_current_thread() };
    if let Err(error) = pool.build_global() {
        eprintln!("melon: {error}");
        std::process::exit(1);
    }
    std::process::exit(melon::cli::run(args).into());
}

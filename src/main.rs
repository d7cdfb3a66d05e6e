//! Parse, run, exit code.

fn main() {
    std::process::exit(melon::cli::run(std::env::args_os().collect()).into());
}

//! Room for deep recursion, as a thread of the program has it: WebAssembly's own is 1 MiB.

fn main() {
    println!("cargo::rustc-link-arg=-zstack-size={}", 8 << 20);
}

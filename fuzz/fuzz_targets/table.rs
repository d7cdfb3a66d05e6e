#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| melon_fuzz::targets::table(input));

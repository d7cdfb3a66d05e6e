//! Where hash maps of other crates take their seeds from.
//!
//! WebAssembly has no source of chance, and needs none here: nobody attacks a page with keys that
//! collide, and every random number of this program comes from the seed that the reader gives.
//! Two versions of `getrandom` are asked, each in its own way.

const FILLING: u8 = 0x6d;

fn fill(bytes: &mut [u8]) -> Result<(), getrandom_02::Error> {
    bytes.fill(FILLING);
    Ok(())
}

getrandom_02::register_custom_getrandom!(fill);

/// What the newer one calls, under the name that it expects.
///
/// # Safety
/// `bytes` must be valid for writes of `length` bytes.
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(bytes: *mut u8, length: usize) -> Result<(), getrandom_03::Error> {
    // SAFETY: as the caller promises.
    unsafe { bytes.write_bytes(FILLING, length) };
    Ok(())
}

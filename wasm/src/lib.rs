//! `melon` as WebAssembly: the protocol of the page behind a plain door, for a worker or for node.
//!
//! ```text
//! take(length)            -> where the bytes of a request may be written
//! answer(request, length)    one request, then host.emit(event, length) for each event
//! style()                    host.emit(text, length) with the style of reports, for whoever packs the page
//! ```
//!
//! Whoever opens the door provides three functions, under the name `host`: `now`, the milliseconds
//! of its clock; `emit`, which takes an event, or nothing where there is only the question, and says with 0 that
//! nobody listens any more; and
//! `panicked`, which takes the last words of a program that has found a fault in itself, and after
//! which nothing more can be asked of it.

#![cfg(target_family = "wasm")]

mod seeds;

use melon::web::{Room, answer as told, style_of_blocks};
use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    safe fn emit(event: *const u8, length: usize) -> i32;
    safe fn panicked(message: *const u8, length: usize);
}

/// What is kept between questions, for as long as this memory lives.
static ROOM: LazyLock<Room> = LazyLock::new(|| {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        panicked(message.as_ptr(), message.len());
    }));
    Room::default()
});

/// Room for the bytes of a request of this length.
#[unsafe(no_mangle)]
pub extern "C" fn take(length: usize) -> *mut u8 {
    Box::into_raw(vec![0u8; length].into_boxed_slice()).cast()
}

/// Answers the request that stands at what [`take`] gave for this length, and gives it back.
///
/// # Safety
/// `request` must come from `take(length)` and is not to be used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn answer(request: *mut u8, length: usize) {
    // SAFETY: as the caller promises, these bytes were made by `take` as a box of this length.
    let bytes = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(request, length)) };
    let is_heard = |event: &str| emit(event.as_ptr(), event.len()) != 0;
    told(&ROOM, &String::from_utf8_lossy(&bytes), Arc::new(move || is_heard("")), &mut |event| match is_heard(event) {
        false => ControlFlow::Break(()),
        true => ControlFlow::Continue(()),
    });
}

/// The one file of the page that is not in `src/web/page`.
#[unsafe(no_mangle)]
pub extern "C" fn style() {
    let text = style_of_blocks();
    emit(text.as_ptr(), text.len());
}

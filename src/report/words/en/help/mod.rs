//! The help of commands and flags.

mod contrast;
mod discriminative;
mod generative;
mod shared;

/// Its parts. No key stands in two of them.
pub const PARTS: [&[(&str, &str)]; 4] = [shared::ALL, discriminative::ALL, generative::ALL, contrast::ALL];

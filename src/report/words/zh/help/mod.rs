//! The help of commands and flags.

mod contrast;
mod discriminative;
mod generative;
mod shared;

/// Its parts. No key stands in two of them.
pub const PARTS: [&[(&str, &str)]; 5] =
    [shared::ALL, discriminative::ALL, super::models::help::ALL, generative::ALL, contrast::ALL];

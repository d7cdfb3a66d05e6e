//! The tokens that stand for no text, but for where a text or a turn begins and ends.

/// Ends a text, and stands between two.
pub const END: &str = "<|end|>";
/// Opens what the user says.
pub const USER: &str = "<|user|>";
/// Opens the answer.
pub const ASSISTANT: &str = "<|assistant|>";

/// The markers that every trained vocabulary begins with, in the order of their ids.
pub const MARKERS: [&str; 3] = [END, USER, ASSISTANT];

/// What ends a text in vocabularies from elsewhere.
pub(super) const OTHER_ENDS: [&str; 3] = ["<|endoftext|>", "</s>", "<|im_end|>"];

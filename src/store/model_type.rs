//! Which kind of model a folder holds, as the `model_type` in its `config.json` says.

/// An n-gram's; GPTs have that of `transformers`.
pub(super) const NGRAM: &str = "ngram";

/// Whether a `config.json` says that it is an n-gram's.
pub(super) fn is_ngram(config: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(config).unwrap_or_default()["model_type"] == NGRAM
}

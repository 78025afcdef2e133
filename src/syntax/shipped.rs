//! The models that are compiled in.

include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// The bytes of the model for a language, by its code; `None` if this program has none.
pub fn shipped(language: &str) -> Option<&'static [u8]> {
    MODELS.iter().find(|(code, _)| *code == language).map(|(_, bytes)| *bytes)
}

/// Codes of the languages whose models are compiled in, in order.
pub fn shipped_languages() -> impl Iterator<Item = &'static str> {
    MODELS.iter().map(|(code, _)| *code)
}

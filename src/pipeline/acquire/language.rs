//! Which language a text is in.

use std::collections::BTreeMap;

use whatlang::{Detector, Lang};

use super::normalize::prefix;

/// The first bytes of a text tell its language as well as the whole.
const PREFIX: usize = 1024;

/// ISO 639-1 code of a text's language, `None` for text without letters; `codes` are ISO 639-3 → ISO 639-1.
///
/// Indonesian and English are preferred: another language needs a reliable detection. Javanese and Tagalog, which short
/// Indonesian text is mistaken for, need a whole paragraph. Malay is not told from Indonesian.
pub(super) fn detect(text: &str, codes: &BTreeMap<String, String>) -> Option<String> {
    let text = prefix(text, PREFIX);
    let found = whatlang::detect(text)?;
    let preferred = || Detector::with_allowlist(vec![Lang::Ind, Lang::Eng]).detect_lang(text);
    let language = match found.lang() {
        Lang::Ind | Lang::Eng => found.lang(),
        Lang::Jav | Lang::Tgl if text.len() < 400 => preferred()?,
        other if found.is_reliable() || found.script() != whatlang::Script::Latin => other,
        _ => preferred()?,
    };
    codes.get(language.code()).cloned()
}

/// A language as a field gives it, as ISO 639: "id-ID" and "ID" are "id", "ind" is "id".
pub(super) fn code(field: &str, codes: &BTreeMap<String, String>) -> Option<String> {
    let primary = field.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    if !matches!(primary.len(), 2 | 3) || !primary.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    Some(codes.get(&primary).cloned().unwrap_or(primary))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    fn codes() -> &'static BTreeMap<String, String> {
        &Ontology::shipped().codes
    }

    #[test]
    fn languages_are_told() {
        for (text, code) in [
            ("Presiden bertemu dengan menteri luar negeri untuk membahas kerja sama.", "id"),
            ("Iran kecam Israel", "id"),
            ("The president met the foreign minister to discuss cooperation.", "en"),
            ("Президент встретился с министром иностранных дел, чтобы обсудить сотрудничество.", "ru"),
            (
                "Le président a rencontré le ministre des affaires étrangères afin de discuter de la coopération entre les deux pays.",
                "fr",
            ),
        ] {
            assert_eq!(detect(text, codes()).as_deref(), Some(code), "{text}");
        }
        assert_eq!(detect("2026", codes()), None);
    }

    #[test]
    fn every_language_that_is_detected_has_a_code() {
        for language in Lang::all() {
            assert!(codes().contains_key(language.code()), "{}", language.code());
        }
    }

    #[test]
    fn codes_are_brought_to_one_form() {
        assert_eq!(
            ["id-ID", " EN ", "ind", "jv", "Indonesian", ""]
                .map(|field| code(field, codes()))
                .map(|code| code.unwrap_or_default()),
            ["id", "en", "id", "jv", "", ""]
        );
    }
}

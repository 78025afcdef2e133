//! Joins the lines of hard-wrapped text.
//!
//! A text is hard-wrapped when nearly every line that another follows was *full*: the next line's first word would not
//! have fitted. Paragraphs of one line, lists and verse are not so.

/// Lines wider than this (in characters) are paragraphs.
const WIDEST: usize = 100;
/// Lines narrower than this are lists or verse.
const NARROWEST: usize = 50;
/// Fewer breaks than this tell nothing.
const FEWEST_BREAKS: usize = 3;

/// Joins lines that were broken for width alone; blank lines and breaks after short lines stay.
pub(super) fn unwrap(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let Some(width) = wrapped_at(&lines) else { return text.to_owned() };
    let mut joined = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        joined.push_str(line);
        if let Some(next) = lines.get(at + 1) {
            match is_full(line, next, width) {
                true if !line.ends_with('-') => joined.push(' '),
                true => {}
                false => joined.push('\n'),
            }
        }
    }
    joined
}

/// The width that the text was wrapped at, in characters, if it was.
fn wrapped_at(lines: &[&str]) -> Option<usize> {
    let breaks: Vec<_> = lines
        .windows(2)
        .filter(|pair| pair.iter().all(|line| !line.is_empty()) && !is_item(pair[1]))
        .collect();
    let mut widths: Vec<_> = breaks.iter().map(|pair| width(pair[0])).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len() * 9 / 10)?;
    let full = breaks.iter().filter(|pair| is_full(pair[0], pair[1], width)).count();
    let wrapped = (NARROWEST..=WIDEST).contains(&width)
        && breaks.len() >= FEWEST_BREAKS
        && full * 5 >= breaks.len() * 4;
    wrapped.then_some(width)
}

fn is_full(line: &str, next: &str, limit: usize) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    !line.is_empty() && !next.is_empty() && !is_item(next) && width(line) + 1 + width(word) > limit
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// A list item starts a line of its own.
fn is_item(line: &str) -> bool {
    let marker = line.split(' ').next().unwrap_or_default();
    let number = marker.trim_end_matches(['.', ')']);
    matches!(marker, "-" | "*" | "•" | "–" | "—")
        || number.len() < marker.len()
            && number.len() <= 2
            && number.chars().all(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "Judul Pendek\n\nMenteri luar negeri kedua negara bertemu di Jakarta pada hari Senin\n\
        untuk membahas kerja sama pertahanan, perdagangan, dan pertukaran\npelajar. Mereka menandatangani nota kesepahaman lama yang \
        negara-\nnegara tetangga sambut.\n- satu butir\n- dua butir";

    #[test]
    fn wrapped_lines_are_joined_and_others_kept() {
        let lines = unwrap(WRAPPED);
        let lines: Vec<_> = lines.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[1].starts_with("Menteri") && lines[1].ends_with("yang negara-negara tetangga sambut."));
        assert_eq!(lines[2..], ["- satu butir", "- dua butir"]);
    }

    #[test]
    fn paragraphs_lists_and_verse_are_left_alone() {
        let list =
            "Ketegangan baru di semenanjung\nPerubahan kekuatan\nRisiko senjata\nPercepatan konflik di timur";
        let paragraph = "Kalimat yang panjang sekali, jauh lebih panjang daripada satu baris di layar mana pun yang biasa dipakai orang.";
        for text in [list.to_owned(), [paragraph; 5].join("\n"), String::new()] {
            assert_eq!(unwrap(&text), text);
        }
    }
}

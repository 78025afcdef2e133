//! Colours that the colour-blind can tell apart, and that are never the only sign.

/// Tints of the palette of Okabe and Ito (2008), light enough for black text: sky blue, orange, green, purple, yellow,
/// blue, vermilion. Blocs beyond them are grey like those without one.
const FILLS: [&str; 7] = ["#cfe8f7", "#fbe3b8", "#cdeee2", "#f2d9e8", "#faf6c0", "#cbdcf0", "#f6d3c2"];
const OUTLINES: [&str; 7] = ["#3d8fbf", "#b87d00", "#00805c", "#a65583", "#8f8600", "#00568a", "#b04c00"];
const NO_FILL: &str = "#f2f2f2";
const NO_OUTLINE: &str = "#6b6b6b";

/// What fills the actors of a bloc, `#rrggbb`.
pub fn fill(bloc: Option<usize>) -> &'static str {
    bloc.and_then(|bloc| FILLS.get(bloc)).unwrap_or(&NO_FILL)
}

/// What encloses the actors of a bloc, `#rrggbb`.
pub fn outline(bloc: Option<usize>) -> &'static str {
    bloc.and_then(|bloc| OUTLINES.get(bloc)).unwrap_or(&NO_OUTLINE)
}

/// The colour of lines of a sign, `#rrggbb`: green, red, grey.
pub fn ink(sign: i8) -> &'static str {
    match sign {
        1.. => "#2e7d32",
        0 => "#757575",
        _ => "#c62828",
    }
}

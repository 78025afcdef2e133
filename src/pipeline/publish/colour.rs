//! Colours that the colour-blind can tell apart, and that are never the only sign. A bloc has one hue in every export.

use std::fmt;

/// Red, green, blue. Displays as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Tints of the palette of Okabe and Ito (2008), light enough for black text: sky blue, orange, green, purple, yellow,
/// blue, vermilion. Blocs beyond them are grey like those without one.
const FILLS: [u32; 7] = [0xcfe8f7, 0xfbe3b8, 0xcdeee2, 0xf2d9e8, 0xfaf6c0, 0xcbdcf0, 0xf6d3c2];
const OUTLINES: [u32; 7] = [0x3d8fbf, 0xb87d00, 0x00805c, 0xa65583, 0x8f8600, 0x00568a, 0xb04c00];
const NO_FILL: u32 = 0xf2f2f2;
const NO_OUTLINE: u32 = 0x6b6b6b;

/// What fills the actors of a bloc, 0 the greatest, where text stands on them.
pub fn fill(bloc: Option<usize>) -> Colour {
    Colour::of(bloc.and_then(|bloc| FILLS.get(bloc)).copied().unwrap_or(NO_FILL))
}

/// What encloses the actors of a bloc, or fills them where no text stands on them.
pub fn outline(bloc: Option<usize>) -> Colour {
    Colour::of(bloc.and_then(|bloc| OUTLINES.get(bloc)).copied().unwrap_or(NO_OUTLINE))
}

/// Of the line of a tie: green for a friendly one, red for a hostile one, grey for one that is neither.
pub fn ink(sign: i8) -> Colour {
    Colour::of(match sign {
        1.. => 0x2e7d32,
        0 => 0x757575,
        _ => 0xc62828,
    })
}

impl Colour {
    fn of(hexadecimal: u32) -> Self {
        let [_, red, green, blue] = hexadecimal.to_be_bytes();
        Self(red, green, blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(red, green, blue) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

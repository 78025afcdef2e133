//! Colours that most colour-blind readers can tell apart.

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The greatest blocs, in the order of “muted” by Paul Tol (2021, “Colour schemes”, technical note SRON/EPS/TN/09-002), the
/// clearest first.
const BLOCS: [Colour; 9] = [
    Colour(0x44, 0xaa, 0x99),
    Colour(0xcc, 0x66, 0x77),
    Colour(0xdd, 0xcc, 0x77),
    Colour(0x33, 0x22, 0x88),
    Colour(0x88, 0xcc, 0xee),
    Colour(0x99, 0x99, 0x33),
    Colour(0xaa, 0x44, 0x99),
    Colour(0x11, 0x77, 0x33),
    Colour(0x88, 0x22, 0x55),
];
const LESSER_BLOC: Colour = Colour(0x8c, 0x8c, 0x8c);
const NO_BLOC: Colour = Colour(0xc4, 0xc4, 0xc4);

impl Colour {
    /// Of a bloc, 0 the greatest: the first nine have one each, the others share a grey, and those in none a lighter one.
    pub fn of_bloc(bloc: Option<usize>) -> Self {
        bloc.map_or(NO_BLOC, |bloc| *BLOCS.get(bloc).unwrap_or(&LESSER_BLOC))
    }

    /// Of a tie: green for a friendly one, red for a hostile one, grey for one that is neither.
    pub fn of_sign(sign: i8) -> Self {
        match sign {
            1.. => Self(0x2e, 0x7d, 0x32),
            0 => Self(0x75, 0x75, 0x75),
            _ => Self(0xc6, 0x28, 0x28),
        }
    }
}

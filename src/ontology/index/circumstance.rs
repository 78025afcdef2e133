//! Words → times, phases, cited media, further roles, contexts.

use super::phrase::Phrases;
use crate::model::Phase;
use crate::ontology::{Bound, Language, Ontology, ParticipantRole, Reach, Unit};

/// What a word says in an expression of time. A word may say several things: *minggu* is a week and a Sunday.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TimeWord {
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week, Monday 1 to Sunday 7.
    Weekday(i8),
    /// A number.
    Number(u32),
    /// An unknown number.
    Several,
    /// A unit.
    Unit(Unit),
    /// How many units from now.
    Shift(i32),
    /// Counted back from now.
    Ago,
    /// Until now.
    Latest,
    /// Nothing by itself.
    Filler,
    /// How the deed stands to the time that follows.
    Bound(Bound),
    /// A time counted from the day of publication.
    Relative(Unit, i32),
    /// Years, first and last.
    Era(i16, i16),
}

/// What a citing word stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cites {
    /// Before any medium.
    Any,
    /// Before a known medium.
    Known,
    /// After a known medium.
    After,
}

/// The circumstances of deeds in one language.
#[derive(Debug, Default)]
pub struct Circumstances {
    /// Words of expressions of time.
    pub time: Phrases<TimeWord>,
    /// Endings that make a year a decade.
    pub decades: Vec<String>,
    /// Words that tell a phase.
    pub phases: Phrases<(Option<Phase>, Reach)>,
    /// Words that cite.
    pub citing: Phrases<Cites>,
    /// Words between those and the medium.
    pub between: Phrases<()>,
    /// Words before who takes part otherwise.
    pub participants: Phrases<ParticipantRole>,
    /// Words of contexts → index in [`Ontology::contexts`].
    pub contexts: Phrases<usize>,
}

impl Circumstances {
    /// Tables over the words of a language.
    pub fn build(ontology: &Ontology, language: &Language) -> Self {
        let mut tables = Self { decades: language.time.decades.clone(), ..Self::default() };
        tables.add_calendar(language);
        tables.add_time(language);
        tables.add_others(language);
        for (index, context) in ontology.contexts.iter().enumerate() {
            insert(&mut tables.contexts, context.words.get(&language.code).into_iter().flatten(), index);
        }
        tables.sort();
        tables
    }

    fn add_calendar(&mut self, language: &Language) {
        for (names, number) in language.dates.months.iter().zip(1..) {
            insert(&mut self.time, names, TimeWord::Month(number));
        }
        for (names, number) in language.dates.weekdays.iter().zip(1..) {
            // Short names of days are words of the language ("sen", "min", "sun").
            insert(&mut self.time, names.iter().filter(|name| name.len() > 3), TimeWord::Weekday(number));
        }
    }

    fn add_time(&mut self, language: &Language) {
        let time = &language.time;
        time.numbers.iter().for_each(|(word, &number)| self.time.insert(word, TimeWord::Number(number)));
        time.units.iter().for_each(|(&unit, words)| insert(&mut self.time, words, TimeWord::Unit(unit)));
        time.shifts.iter().for_each(|(word, &shift)| self.time.insert(word, TimeWord::Shift(shift)));
        insert(&mut self.time, &time.several, TimeWord::Several);
        insert(&mut self.time, &time.ago, TimeWord::Ago);
        insert(&mut self.time, &time.latest, TimeWord::Latest);
        insert(&mut self.time, &time.fillers, TimeWord::Filler);
        for bound in &time.bound {
            insert(&mut self.time, &bound.words, TimeWord::Bound(bound.bound));
        }
        for relative in &time.relative {
            insert(&mut self.time, &relative.words, TimeWord::Relative(relative.unit, relative.offset));
        }
        time.era.iter().for_each(|era| insert(&mut self.time, &era.words, TimeWord::Era(era.from, era.to)));
    }

    fn add_others(&mut self, language: &Language) {
        for words in &language.time.phase {
            insert(&mut self.phases, &words.words, (words.phase, words.reach));
        }
        let citing = &language.citing;
        insert(&mut self.citing, &citing.before, Cites::Any);
        insert(&mut self.citing, &citing.before_known, Cites::Known);
        insert(&mut self.citing, &citing.after_known, Cites::After);
        insert(&mut self.between, &citing.between, ());
        for participant in &language.participants {
            insert(&mut self.participants, &participant.words, participant.role);
        }
    }

    fn sort(&mut self) {
        self.time.sort();
        self.phases.sort();
        self.citing.sort();
        self.between.sort();
        self.participants.sort();
        self.contexts.sort();
    }
}

fn insert<'a, T: Copy>(table: &mut Phrases<T>, words: impl IntoIterator<Item = &'a String>, value: T) {
    words.into_iter().for_each(|words| table.insert(words, value));
}

//! Sentences → mentions of actors.
//!
//! | file | finds |
//! |---|---|
//! | `names` | names of the ontology, longest first; ambiguous ones by their neighbours |
//! | `titles` | "Menlu Rusia Sergei Lavrov": offices, and names that only the document knows |
//! | `persons` | names of people that no list holds |
//! | `groups` | "entitas Korea Utara", "Russian forces", by their `owners`, or where they are in `flight` from |
//! | `adjectives` | "Russians"; adjectives that name nobody are left out |
//! | `descriptions` | "negara itu", "the Nordic country", resolved by `memory` |
//! | `counterparts` | "his Japanese counterpart, Takeshi Iwaya" |
//! | `definitions` | names that the document abbreviates and no data holds |
//! | `discourse` | "kedua negara", "mereka", "its", resolved likewise |
//! | `unlisted` | names that no data holds |

mod actors;
mod adjectives;
mod context;
mod counterparts;
mod definitions;
mod descriptions;
mod discourse;
mod flight;
mod groups;
mod memory;
mod names;
mod owners;
mod persons;
mod titles;
mod unlisted;

pub use actors::{group as group_actor, known as known_actor, office_holder, without_owner as unowned};
use context::Context;
pub use context::form_at;
use memory::Memory;
use unlisted::Survey;
pub use unlisted::{Sort, Unlisted, unlisted};

use crate::model::{Document, Mention, Sentence};
use crate::ontology::Ontology;

/// The mentions of a document, in the order of the text, without overlaps; in each sentence those of unlisted names come last.
///
/// Linear in the number of tokens, up to the length of names.
pub fn detect(document: &Document, sentences: &[Sentence], ontology: &Ontology) -> Vec<Mention> {
    let Some(index) = document.language.as_deref().and_then(|code| ontology.index().language(code)) else {
        return Vec::new();
    };
    let context = Context { document, ontology, index };
    let names = names::find(context, sentences);
    let survey = Survey::new(context, sentences, |sentence| &names[sentence.index]);
    let mut memory = Memory::default();
    let mut all = Vec::new();
    for (sentence, mut mentions) in sentences.iter().zip(names.clone()) {
        survey.definitions.clear(context, sentence, &mut mentions);
        descriptions::find(context, sentence, &mut mentions, &memory);
        titles::find(context, sentence, &mut mentions, &mut memory);
        counterparts::find(context, sentence, &mut mentions, &mut memory);
        persons::find(context, sentence, &mut mentions, &mut memory);
        groups::find(context, sentence, &mut mentions, &mut memory);
        adjectives::find(context, sentence, &mut mentions);
        discourse::find(context, sentence, &mut mentions, &memory);
        memory.note(sentence.index, &mentions);
        let unlisted = survey.mentions(sentence, &mentions);
        all.append(&mut mentions);
        all.extend(unlisted);
    }
    all
}

/// Puts a mention in its place, instead of those that it covers.
fn replace(mentions: &mut Vec<Mention>, mention: Mention) {
    mentions.retain(|other| other.last <= mention.first || other.first >= mention.last);
    let at = mentions.partition_point(|other| other.first < mention.first);
    mentions.insert(at, mention);
}

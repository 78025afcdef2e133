//! Graphs that go to extremes: text that some format gives a meaning to, one actor, none.

use aliansi::model::*;

use crate::fixture::{HOSTILE, claim, document, state};

/// Ids and labels that a reader may take for something else.
fn names() -> Vec<String> {
    let long = "x".repeat(10_000);
    [
        HOSTILE,
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "]]><!-- -->",
        "&amp; &lt; &#0; &#x41;",
        "back\\slash\\",
        "\"quoted\"",
        "it's",
        "line\nbreak",
        "carriage\rreturn\r\n",
        "tab\there",
        "nul\0 bell\u{7} escape\u{1B} delete\u{7F} next\u{85} line\u{2028}",
        "\u{FEFF}mark \u{FFFE}\u{FFFF}",
        " leading and trailing ",
        "two  spaces",
        "comma, semicolon; pipe|",
        "=HYPERLINK(\"https://example.org\")",
        "-1+1",
        "@sum",
        "123",
        "1e5",
        "true",
        "null",
        "%7B%7D ${x} {{y}} #quot; #35;",
        "[a](b) `c` *d* _e_",
        "end",
        "graph",
        "subgraph",
        "node",
        "click",
        "Case",
        "case",
        "CASE",
        "😀👩‍👩‍👧‍👦🇮🇩",
        "\u{202E}عربي‏ עברית",
        "é e\u{301} ﬁ Ǆ",
        "a/b//c.",
        "a/b/../c",
        "?q=1#f",
        &long,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Every name as actor and label, in ties of every sign, with parallel edges and an actor that does something to itself.
pub fn hostile() -> (Vec<Document>, Vec<Claim>) {
    let texts = names();
    let report = told("2026-01-10T08:00:00+07:00", &texts.join("\n\n"));
    let month = told("2026-02", HOSTILE);
    let undated = told("", HOSTILE);
    let relations = ["supports", "attacks", "allied-with", "meets", "sanctions"];
    let mut claims = Vec::new();
    for (at, name) in texts.iter().enumerate() {
        claims.push(named(claim(&report, name, name, relations[at % relations.len()], "iran")));
        claims.push(named(claim(&report, name, "russia", "supports", name)));
    }
    for relation in relations {
        claims.push(named(claim(&month, HOSTILE, "russia", relation, "iran")));
    }
    claims.push(named(claim(&undated, HOSTILE, "iran", "supports", "iran")));
    claims.push(named(claim(&undated, HOSTILE, "Case", "attacks", "case")));
    claims.push(named(claim(&undated, HOSTILE, "iran", HOSTILE, "russia")));
    (vec![report, month, undated], claims)
}

/// One actor, which does something to itself.
pub fn one() -> (Vec<Document>, Vec<Claim>) {
    let report = told("2026", "Iran supports Iran.");
    let alone = claim(&report, "Iran supports Iran.", "iran", "supports", "iran");
    (vec![report], vec![alone])
}

fn told(published: &str, text: &str) -> Document {
    let id = format!("{published} {HOSTILE}");
    Document {
        title: Some(HOSTILE.to_owned()),
        url: Some("javascript:alert(1)".to_owned()),
        ..document(&id, published, HOSTILE, text)
    }
}

/// The labels are the whole ids, slashes and all.
fn named(mut claim: Claim) -> Claim {
    for argument in [&mut claim.subject, &mut claim.object] {
        let id = argument.actor.id.clone();
        argument.actor = Actor { label: id.clone(), ..state(&id) }.into();
    }
    claim.item = Some(HOSTILE.to_owned());
    claim.about = Some(HOSTILE.to_owned());
    claim
}

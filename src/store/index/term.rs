//! How a term is written in an index: a byte for its kind, then its text.

use oxigraph::model::vocab::xsd;
use oxigraph::model::{
    BaseDirection, BlankNode, Literal, LiteralRef, NamedNode, NamedOrBlankNode, Term, TermRef, Triple,
};
use spareval::ExpressionTerm;

/// What the IRIs of datatypes begin with.
const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

const IRI: u8 = 0;
const BLANK: u8 = 1;
const TEXT: u8 = 2;
/// A language, with its direction behind `--` if it has one; a 0; the text.
const IN_LANGUAGE: u8 = 3;
/// An IRI of a datatype, a 0, the text.
const TYPED: u8 = 4;
/// Three terms, each behind its length in 4 bytes.
const TRIPLE: u8 = 5;

/// Puts a term's bytes behind others.
pub fn encode(term: TermRef, out: &mut Vec<u8>) {
    match term {
        TermRef::NamedNode(node) => put(IRI, [node.as_str()], out),
        TermRef::BlankNode(node) => put(BLANK, [node.as_str()], out),
        TermRef::Literal(literal) => put_literal(literal, out),
        TermRef::Triple(triple) => {
            out.push(TRIPLE);
            for part in
                [triple.subject.as_ref().into(), triple.predicate.as_ref().into(), triple.object.as_ref()]
            {
                let mut bytes = Vec::new();
                encode(part, &mut bytes);
                out.extend((bytes.len() as u32).to_le_bytes());
                out.extend(bytes);
            }
        }
    }
}

fn put_literal(literal: LiteralRef, out: &mut Vec<u8>) {
    let value = literal.value();
    match (literal.language(), literal.direction()) {
        (Some(language), None) => put(IN_LANGUAGE, [language, "\0", value], out),
        (Some(language), Some(BaseDirection::Ltr)) => put(IN_LANGUAGE, [language, "--ltr\0", value], out),
        (Some(language), Some(BaseDirection::Rtl)) => put(IN_LANGUAGE, [language, "--rtl\0", value], out),
        (None, _) if literal.datatype() == xsd::STRING => put(TEXT, [value], out),
        (None, _) => put(TYPED, [literal.datatype().as_str(), "\0", value], out),
    }
}

fn put<const N: usize>(kind: u8, parts: [&str; N], out: &mut Vec<u8>) {
    out.push(kind);
    for part in parts {
        out.extend(part.as_bytes());
    }
}

/// The term of some bytes; none if they are no term, which a damaged file may hold.
pub fn decode(bytes: &[u8]) -> Option<Term> {
    let (&kind, rest) = bytes.split_first()?;
    if kind == TRIPLE {
        return triple(rest);
    }
    let text = std::str::from_utf8(rest).ok()?;
    let pair = || text.split_once('\0');
    Some(match kind {
        IRI => NamedNode::new_unchecked(text).into(),
        BLANK => BlankNode::new_unchecked(text).into(),
        TEXT => Literal::new_simple_literal(text).into(),
        IN_LANGUAGE => pair().map(|(tag, value)| in_language(tag, value))?.into(),
        TYPED => pair()
            .map(|(iri, value)| Literal::new_typed_literal(value, NamedNode::new_unchecked(iri)))?
            .into(),
        _ => return None,
    })
}

/// The term of some bytes as expressions calculate with it. A number or date is read without making a literal of it first.
pub fn decode_value(bytes: &[u8]) -> Option<ExpressionTerm> {
    let typed =
        bytes.strip_prefix(&[TYPED]).and_then(|rest| std::str::from_utf8(rest).ok()?.split_once('\0'));
    let value = typed.and_then(|(datatype, text)| value(text, datatype));
    value.or_else(|| decode(bytes).map(Into::into))
}

fn value(text: &str, datatype: &str) -> Option<ExpressionTerm> {
    let kind = datatype.strip_prefix(XSD)?;
    Some(match kind {
        "boolean" => ExpressionTerm::BooleanLiteral(text.parse().ok()?),
        "integer" => ExpressionTerm::IntegerLiteral(text.parse().ok()?),
        "decimal" => ExpressionTerm::DecimalLiteral(text.parse().ok()?),
        "double" => ExpressionTerm::DoubleLiteral(text.parse().ok()?),
        "date" => ExpressionTerm::DateLiteral(text.parse().ok()?),
        "dateTime" => ExpressionTerm::DateTimeLiteral(text.parse().ok()?),
        _ => return None,
    })
}

fn in_language(tag: &str, value: &str) -> Literal {
    let directed = |language, direction| {
        Literal::new_directional_language_tagged_literal_unchecked(value, language, direction)
    };
    match tag.split_once("--") {
        Some((language, "rtl")) => directed(language, BaseDirection::Rtl),
        Some((language, _)) => directed(language, BaseDirection::Ltr),
        None => Literal::new_language_tagged_literal_unchecked(value, tag),
    }
}

fn triple(mut bytes: &[u8]) -> Option<Term> {
    let mut part = || {
        let (length, rest) = bytes.split_first_chunk()?;
        let (part, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        bytes = rest;
        decode(part)
    };
    let subject = match part()? {
        Term::NamedNode(node) => NamedOrBlankNode::from(node),
        Term::BlankNode(node) => node.into(),
        _ => return None,
    };
    let Term::NamedNode(predicate) = part()? else { return None };
    Some(Triple::new(subject, predicate, part()?).into())
}

/// The characters of an IRI's bytes.
pub fn iri(bytes: &[u8]) -> Option<&str> {
    let (&kind, text) = bytes.split_first()?;
    std::str::from_utf8(text).ok().filter(|_| kind == IRI)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_comes_back_as_it_was() {
        let node = NamedNode::new_unchecked("https://example.org/a");
        let triple = Triple::new(BlankNode::new_unchecked("b"), node.clone(), Literal::from(3));
        let terms: [Term; 9] = [
            node.clone().into(),
            BlankNode::new_unchecked("x1").into(),
            Literal::new_simple_literal("").into(),
            Literal::new_simple_literal("a \"quoted\" \u{1f5fa}\nline").into(),
            Literal::new_language_tagged_literal_unchecked("teks", "id").into(),
            Literal::new_directional_language_tagged_literal_unchecked("نص", "ar", BaseDirection::Rtl).into(),
            Literal::from(true).into(),
            Literal::new_typed_literal(
                "2025-01",
                NamedNode::new_unchecked("http://www.w3.org/2001/XMLSchema#gYearMonth"),
            )
            .into(),
            triple.into(),
        ];
        for term in terms {
            let mut bytes = Vec::new();
            encode(term.as_ref(), &mut bytes);
            assert_eq!(decode(&bytes), Some(term.clone()), "{term}");
            assert_eq!(iri(&bytes).is_some(), matches!(term, Term::NamedNode(_)));
        }
    }

    #[test]
    fn a_value_is_that_of_its_term() {
        let values = [
            "true",
            "1",
            "-7",
            "0.9444",
            "1e3",
            "2025-01-02",
            "2025-01-02T03:04:05Z",
            "2025-01",
            "2025",
            "soon",
            "",
        ];
        let types = [
            "boolean",
            "integer",
            "decimal",
            "double",
            "date",
            "dateTime",
            "gYearMonth",
            "gYear",
            "int",
            "string",
            "other",
        ];
        for value in values {
            for kind in types {
                let datatype = NamedNode::new_unchecked(format!("{XSD}{kind}"));
                let term = Term::from(Literal::new_typed_literal(value, datatype));
                let mut bytes = Vec::new();
                encode(term.as_ref(), &mut bytes);
                assert!(decode_value(&bytes) == Some(term.clone().into()), "{term}");
            }
        }
    }

    #[test]
    fn what_is_no_term_is_none() {
        for bytes in [&b""[..], b"\x09", b"\x00\xff", b"\x03id", b"\x05\x01\x00", b"\x05\xff\xff\xff\xff"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}

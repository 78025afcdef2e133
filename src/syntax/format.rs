//! A model as bytes.
//!
//! Mark, version, checksum of what follows; language; sizes; tags and relations; parameters in blocks of 16-bit
//! numbers with a scale each; the taken slots of the table of vectors. Numbers are little-endian.

use super::hash::checksum;
use super::inventory::{Inventory, Tag, name, named};
use super::net::shape::Shape;
use super::vectors::Vectors;
use super::{Model, ModelError};

const MARK: &[u8; 8] = b"ALIANSI\0";

/// The format that this program reads and writes.
pub const VERSION: u32 = 1;

/// Parameters that share a scale.
const BLOCK: usize = 64;

/// Slots that a table may have; a damaged length is not believed.
const MOST_SLOTS: usize = 1 << 22;

/// What a model file holds.
pub struct Parts<'a> {
    /// Code of the language.
    pub language: &'a str,
    /// Its tags and relations.
    pub inventory: &'a Inventory,
    /// Sizes of the network.
    pub shape: Shape,
    /// Its parameters.
    pub parameters: &'a [f32],
    /// The words' vectors.
    pub vectors: &'a Vectors,
}

/// The bytes of a model.
pub fn write(parts: &Parts<'_>) -> Vec<u8> {
    let mut body = Writer(Vec::new());
    body.text(parts.language);
    let Shape { input, hidden, arc, relation, .. } = parts.shape;
    [input, hidden, arc, relation].into_iter().for_each(|size| body.number(size));
    body.list(&parts.inventory.tags, |body, tag| {
        body.text(name(tag.upos));
        body.list(&tag.features, |body, feature| body.text(feature));
    });
    body.list(&parts.inventory.labels, |body, label| body.text(label));
    parts.parameters.chunks(BLOCK).for_each(|block| body.block(block));
    body.vectors(parts.vectors);
    let mut bytes = MARK.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(checksum(&body.0).to_le_bytes());
    bytes.extend(body.0);
    bytes
}

/// The model of these bytes.
pub fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    let mut header = Reader(bytes);
    if header.take(MARK.len()).ok() != Some(MARK.as_slice()) {
        return Err(ModelError::Foreign);
    }
    let found = u32::from_le_bytes(header.array()?);
    if found != VERSION {
        return Err(ModelError::Version { found, known: VERSION });
    }
    let sum = u64::from_le_bytes(header.array()?);
    if checksum(header.0) != sum {
        return Err(ModelError::Damaged("its checksum is not that of its content"));
    }
    body(header)
}

fn body(mut from: Reader<'_>) -> Result<Model, ModelError> {
    let language = from.text()?;
    let [input, hidden, arc, relation] = [from.number()?, from.number()?, from.number()?, from.number()?];
    let tags = from.list(|from| {
        let upos = named(&from.text()?).ok_or(ModelError::Damaged("it has an unknown part of speech"))?;
        Ok(Tag { upos, features: from.list(Reader::text)? })
    })?;
    let labels = from.list(Reader::text)?;
    let shape = Shape { input, hidden, arc, relation, tags: tags.len(), labels: labels.len() };
    if !shape.is_sound() {
        return Err(ModelError::Damaged("its sizes are impossible"));
    }
    let length = shape.layout().length;
    let mut parameters = Vec::with_capacity(length);
    while parameters.len() < length {
        from.block(BLOCK.min(length - parameters.len()), &mut parameters)?;
    }
    let vectors = from.vectors(input)?;
    if !from.0.is_empty() {
        return Err(ModelError::Damaged("something follows its end"));
    }
    Ok(Model::new(language, Inventory { tags, labels }, shape, parameters, vectors))
}

struct Writer(Vec<u8>);

impl Writer {
    /// Seven bits a byte, the lowest first; the eighth tells that more follow.
    fn number(&mut self, mut number: usize) {
        while number >= 128 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| each(self, item));
    }

    fn block(&mut self, numbers: &[f32]) {
        let most = numbers.iter().fold(f32::MIN_POSITIVE, |most, number| most.max(number.abs()));
        let scale = most / 32767.0;
        self.0.extend(scale.to_le_bytes());
        numbers.iter().for_each(|number| self.0.extend(((number / scale).round() as i16).to_le_bytes()));
    }

    fn vectors(&mut self, vectors: &Vectors) {
        let (reach, scale) = vectors.measures();
        self.number(reach);
        self.0.extend(scale.to_le_bytes());
        self.number(vectors.slots().count());
        let mut next = 0;
        for (slot, mark, row) in vectors.slots() {
            self.number(slot - next);
            self.0.push(mark);
            self.0.extend(row.iter().map(|byte| *byte as u8));
            next = slot + 1;
        }
    }
}

struct Reader<'a>(&'a [u8]);

const SHORT: ModelError = ModelError::Damaged("it ends too early");

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(SHORT)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(SHORT)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn number(&mut self) -> Result<usize, ModelError> {
        let mut number = 0;
        for shift in (0..=28).step_by(7) {
            let [byte] = self.array()?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(ModelError::Damaged("it has an impossible number"))
    }

    fn text(&mut self) -> Result<String, ModelError> {
        let length = self.number()?;
        let text = str::from_utf8(self.take(length)?);
        text.map(str::to_owned).map_err(|_| ModelError::Damaged("it has a text that is not UTF-8"))
    }

    fn list<T>(&mut self, each: impl Fn(&mut Self) -> Result<T, ModelError>) -> Result<Vec<T>, ModelError> {
        (0..self.number()?).map(|_| each(self)).collect()
    }

    fn block(&mut self, length: usize, into: &mut Vec<f32>) -> Result<(), ModelError> {
        let scale = f32::from_le_bytes(self.array()?);
        let (numbers, _) = self.take(2 * length)?.as_chunks();
        into.extend(numbers.iter().map(|number| f32::from(i16::from_le_bytes(*number)) * scale));
        Ok(())
    }

    fn vectors(&mut self, size: usize) -> Result<Vectors, ModelError> {
        let reach = self.number()?;
        let scale = f32::from_le_bytes(self.array()?);
        if reach == 0 || reach > MOST_SLOTS {
            return Err(ModelError::Damaged("its table has an impossible size"));
        }
        let mut vectors = Vectors::new(reach, size, scale);
        let mut slot = 0;
        for _ in 0..self.number()? {
            slot += self.number()?;
            let [mark] = self.array()?;
            if slot >= vectors.slot_count() || mark == 0 {
                return Err(ModelError::Damaged("a slot lies outside its table"));
            }
            let row = self.take(size)?;
            vectors.put(slot, mark, row.iter().map(|byte| *byte as i8));
            slot += 1;
        }
        Ok(vectors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Upos;

    fn bytes() -> Vec<u8> {
        let tag = Tag { upos: Upos::Verb, features: vec!["Voice=Pass".to_owned()] };
        let inventory = Inventory { tags: vec![tag], labels: vec!["root".to_owned(), "obj".to_owned()] };
        let shape = Shape { input: 16, hidden: 16, arc: 16, relation: 16, tags: 1, labels: 2 };
        let parameters: Vec<f32> = (0..shape.layout().length).map(|at| at as f32 / 70.0 - 50.0).collect();
        let row = [0.5; 16];
        let vectors = Vectors::quantize([(5, row.as_slice()), (1 << 30, &row)].into_iter(), 16);
        write(&Parts {
            language: "xx",
            inventory: &inventory,
            shape,
            parameters: &parameters,
            vectors: &vectors,
        })
    }

    #[test]
    fn a_model_survives_its_bytes() {
        let model = read(&bytes()).unwrap();
        let Model { language, inventory, shape, parameters, vectors, .. } = &model;
        let again = write(&Parts { language, inventory, shape: *shape, parameters, vectors });
        assert_eq!(read(&again).unwrap(), model);
        assert_eq!(vectors.slots().count(), 2);
        let close = |(at, number): (usize, &f32)| (number - (at as f32 / 70.0 - 50.0)).abs() < 0.01;
        assert!(parameters.iter().enumerate().all(close));
    }

    #[test]
    fn every_changed_or_missing_byte_is_noticed() {
        let bytes = bytes();
        for at in (0..bytes.len()).step_by(101).chain(0..24) {
            let mut changed = bytes.clone();
            changed[at] ^= 16;
            assert!(read(&changed).is_err(), "byte {at}");
            assert!(read(&bytes[..at]).is_err(), "{at} bytes");
        }
    }

    #[test]
    fn refusals_say_why() {
        let message = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        let mut bytes = bytes();
        assert!(message(b"PK").contains("no model of aliansi"));
        bytes[8] = 99;
        assert!(message(&bytes).contains("format 99"), "{}", message(&bytes));
        bytes[8] = VERSION as u8;
        bytes.truncate(bytes.len() - 1);
        assert!(message(&bytes).contains("damaged"));
    }

    /// A right checksum over wrong content: nothing may panic.
    #[test]
    fn content_is_not_believed() {
        let bytes = bytes();
        for at in (20..bytes.len()).step_by(13).chain(20..80) {
            let mut changed = bytes.clone();
            changed[at] = 0xff;
            let sum = checksum(&changed[20..]);
            changed[12..20].copy_from_slice(&sum.to_le_bytes());
            let _ = read(&changed);
        }
    }
}

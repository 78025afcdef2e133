//! Tables of comma-separated values, a document a row.

use std::io::{BufRead, Read};
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::decode::decode;
use super::limit::MAX_BYTES;
use super::record::{self, FIELDS, Fields, source_name};
use super::walk::Input;
use super::{Acquired, Documents, Options, Rules, one};
use crate::model::Warning;

/// The documents of a table whose first row names its columns. Commas, semicolons and tabs separate.
pub(super) fn documents<'a>(
    mut reader: impl BufRead + Send + 'a,
    input: Input,
    rules: &Arc<Rules<'a>>,
) -> Documents<'a> {
    let delimiter = reader.fill_buf().map_or(b',', delimiter);
    let limited = Limited { reader, left: MAX_BYTES };
    let mut table = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(limited);
    let header = match table.byte_headers() {
        Ok(header) => header.iter().map(|name| decode(name, None).text.trim().to_owned()).collect::<Vec<_>>(),
        Err(error) => {
            return one(Err(Warning::new(input.place(), format!("cannot be read: {error}"), "skipped")));
        }
    };
    let columns = columns(&header, &rules.options);
    let missing = missing(&columns, &header, &rules.options, &input);
    if columns.iter().all(|(field, _)| *field != "text") {
        return Box::new(missing.into_iter().map(Err));
    }
    let rows = Rows { table, columns, input, rules: Arc::clone(rules), broken: false };
    Box::new(missing.into_iter().map(Err).chain(rows.flatten()))
}

/// The separator that the first line holds most of.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |byte: &u8| line.iter().filter(|other| *other == byte).count();
    *[b'\t', b';', b','].iter().max_by_key(|byte| count(byte)).unwrap_or(&b',')
}

/// The fields that the table holds and their columns; names are compared without regard to case.
fn columns(header: &[String], options: &Options) -> Vec<(&'static str, usize)> {
    let column = |name: &str| header.iter().position(|column| column.to_lowercase() == name.to_lowercase());
    FIELDS.iter().filter_map(|field| Some((*field, column(source_name(field, options))?))).collect()
}

/// Warnings for columns that were asked for, or are needed, and are not there.
fn missing(columns: &[(&str, usize)], header: &[String], options: &Options, input: &Input) -> Vec<Warning> {
    let wanted = FIELDS.iter().filter(|field| **field == "text" || options.map.contains_key(**field));
    let absent = wanted.filter(|field| columns.iter().all(|(found, _)| found != *field));
    let warning = |field: &&str| {
        let cause = format!("no column `{}` for the {field}", source_name(field, options));
        Warning::new(
            input.place(),
            cause,
            format!("name one of {} with --map {field}=COLUMN", header.join(", ")),
        )
    };
    absent.map(warning).collect()
}

/// Reads row by row: no more than one row is held.
struct Rows<'a, R> {
    table: csv::Reader<Limited<R>>,
    columns: Vec<(&'static str, usize)>,
    input: Input,
    rules: Arc<Rules<'a>>,
    broken: bool,
}

impl<R: Read> Rows<'_, R> {
    /// Every row is decoded on its own: rows of one table come from many hands.
    fn acquire(&self, row: &ByteRecord) -> Vec<Acquired> {
        let line = row.position().map_or(0, csv::Position::line);
        let place = format!("{}:{line}", self.input.place());
        let cells: Vec<_> =
            self.columns.iter().map(|(_, column)| row.get(*column).unwrap_or_default()).collect();
        let decoded = decode(&cells.join(&b"\x1F\x1F"[..]), None);
        let values = decoded.text.split("\x1F\x1F").map(str::to_owned);
        let fields: Fields = self.columns.iter().map(|(field, _)| *field).zip(values).collect();
        let doubt = decoded.doubt.map(|doubt| Err(Warning::new(&place, doubt, "save it as UTF-8")));
        let id = format!("{}:{line}", self.input.id);
        doubt.into_iter().chain(record::document(fields, &id, &place, &self.rules)).collect()
    }

    fn broken_at(&mut self, error: &csv::Error) -> Vec<Acquired> {
        self.broken = true;
        let line = self.table.position().line();
        let cause = format!("row cannot be read: {error}");
        vec![Err(Warning::new(
            format!("{}:{line}", self.input.place()),
            cause,
            "what follows was not read; look for a quotation mark that is not closed",
        ))]
    }
}

impl<R: Read> Iterator for Rows<'_, R> {
    type Item = Vec<Acquired>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        self.table.get_mut().left = MAX_BYTES;
        let mut row = ByteRecord::new();
        match self.table.read_byte_record(&mut row) {
            Ok(true) => Some(self.acquire(&row)),
            Ok(false) => None,
            Err(error) => Some(self.broken_at(&error)),
        }
    }
}

/// Fails once a row is longer than a document may be.
struct Limited<R> {
    reader: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            return Err(std::io::Error::other(format!("larger than {} MiB", MAX_BYTES >> 20)));
        };
        self.left = left;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;
    use std::io::Cursor;

    fn rules(options: Options) -> Arc<Rules<'static>> {
        Arc::new(Rules::new(Ontology::shipped(), options))
    }

    fn read(table: &[u8], map: &[(&str, &str)]) -> Vec<String> {
        let input = Input { path: Some("dir/a.csv".into()), id: "a.csv".into(), named: true };
        let map = map.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect();
        let documents = documents(Cursor::new(table.to_vec()), input, &rules(Options { map }));
        let say = |acquired: Acquired| match acquired {
            Ok(document) => format!(
                "{} {} {:?}",
                document.id,
                document.text,
                document.published.map(|date| date.to_string())
            ),
            Err(warning) => warning.to_string(),
        };
        documents.map(say).collect()
    }

    #[test]
    fn columns_are_mapped() {
        let table = b"Body;Date\n\"Iran mengecam Israel.\nIran siap.\";10 Januari 2026\nRusia bertemu Iran.;kemarin\n;\n";
        let read = read(table, &[("text", "body"), ("published", "Date")]);
        assert_eq!(read[0], "a.csv:2 Iran mengecam Israel.\nIran siap. Some(\"2026-01-10\")");
        assert!(read[1].starts_with("dir/a.csv:4: published `kemarin` cannot be read"));
        assert!(read[2].starts_with("a.csv:4 Rusia") && read[3].starts_with("dir/a.csv:5: no text"));
    }

    #[test]
    fn a_missing_column_is_named() {
        let read = read(b"Body,Date\nx,y\n", &[]);
        assert_eq!(
            read,
            ["dir/a.csv: no column `text` for the text (name one of Body, Date with --map text=COLUMN)"]
        );
    }

    #[test]
    fn rows_are_decoded_each_on_its_own() {
        let read = read(
            b"id,text\na,Kata \xE2\x80\x9Csatu\xE2\x80\x9D.\nb,Kata \x93dua\x94 \x96 dan \x93tiga\x94.\n",
            &[],
        );
        assert_eq!(read, ["a Kata “satu”. None", "b Kata “dua” – dan “tiga”. None"]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_ends_in_bounded_memory() {
        let endless = Cursor::new(b"id,text\n1,\"".to_vec()).chain(std::io::repeat(b'x').take(MAX_BYTES * 2));
        let input = Input { path: Some("a.csv".into()), id: "a.csv".into(), named: true };
        let read: Vec<_> =
            documents(std::io::BufReader::new(endless), input, &rules(Options::default())).collect();
        assert!(
            matches!(&read[..], [Err(warning)] if warning.cause.contains("larger than 4 MiB")),
            "{read:?}"
        );
    }
}

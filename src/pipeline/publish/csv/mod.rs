//! CSV, for spreadsheets, pandas, R and databases: a folder of three tables that ids join.
//!
//! UTF-8, RFC 4180 (commas, `"` doubled inside quotes), LF after a row, a header; numbers with a point, truth as `true` and
//! `false`, times in ISO 8601 as precise as the source, lists with `;`. An empty cell is a value that is not known. Columns keep
//! their names; new ones come last.
//!
//! **`nodes.csv`**, an actor a row: `id`, `label`, `kind`, `sector`, `country`, `acts_for`, `wikidata`, `bloc` (0 the greatest;
//! empty: none), `rank` (PageRank, 0 to 1), `mentions` (how often texts name it).
//!
//! **`edges.csv`**, a tie a row: `claim` (its id), `source`, `target` (ids of nodes), `relation`, `sign` (−1, 0, 1), `symmetric`,
//! `status`, `plain`, `contested`, `confidence` (that texts state it, 0 to 1), `origins` (independent ones), `weight`,
//! `first_reported`, `last_reported`, `since`, `until` (dates of the deed), `edited` (a person decided something about it),
//! `evidence` (ids of rows of `evidence.csv`).
//!
//! **`evidence.csv`**, a sentence behind a tie a row, whatever its status: `evidence` (its id), `claim` (of the row of
//! `edges.csv`), `document`, `title`, `publisher`, `url`, `published`, `language`, `sentence` (its number in the document, from
//! 0), `text`, `status`, `attributed_to` (actor; empty: the author), `denied_by`, `via`, `subject`, `relation`, `object` (as the
//! text has them, which for what two do together may be the other order), `mode`, `when_from`, `when_to`, `phase`, `cue`,
//! `frame`, `confidence`, `edited`. A sentence that states several ties has a row, and an evidence id, for each.
//!
//! Characters that control a terminal and NUL are left out. **Formulas:** a spreadsheet runs a cell that begins with `=`, `+`,
//! `-`, `@`, a tab or a line end, and a text from the Web may begin so. Such a text (never a number) gets an apostrophe in front,
//! also if it has some there already, so that taking one off gives the text back: `re.sub(r"^'(?='*[=+\-@\t\r\n])", "", text)`.
//! No id that this program makes begins so; [`Dialect::Exact`] leaves all as it is.
//!
//! [`Dialect::Neo4j`] has the headers of `neo4j-admin database import full --nodes=nodes.csv --nodes=evidence.csv
//! --relationships=edges.csv`: types after a colon, a label by kind (`Actor;State`), relations in capitals (`ALLIED_WITH`).
//!
//! <https://www.rfc-editor.org/rfc/rfc4180>, <https://owasp.org/www-community/attacks/CSV_Injection>

mod cell;
mod edges;
mod evidence;
mod neo4j;
mod nodes;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::network::Network;
use cell::Row;

/// Whom the tables are for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dialect {
    /// Programs and spreadsheets alike: formulas are disarmed.
    #[default]
    Plain,
    /// The same with the mark (BOM) by which Excel knows UTF-8.
    Excel,
    /// Texts as they are, also where a spreadsheet would run them.
    Exact,
    /// The bulk import of Neo4j.
    Neo4j,
}

/// A file of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Actors.
    Nodes,
    /// Ties.
    Edges,
    /// Sentences behind ties.
    Evidence,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nodes, Self::Edges, Self::Evidence];

    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Nodes => "nodes.csv",
            Self::Edges => "edges.csv",
            Self::Evidence => "evidence.csv",
        }
    }

    /// Writes the table of a network. An error if writing fails.
    pub fn write(self, network: &Network, dialect: Dialect, out: &mut impl Write) -> io::Result<()> {
        if dialect == Dialect::Excel {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(self.header(dialect))?;
        let written = match self {
            Self::Nodes => {
                write_all(network.actors.iter().map(|shown| nodes::row(shown, dialect)), &mut rows)
            }
            Self::Edges => {
                write_all(network.ties.iter().map(|tie| edges::row(network, tie, dialect)), &mut rows)
            }
            Self::Evidence => write_all(evidence::rows(network, dialect), &mut rows),
        };
        written.and_then(|()| rows.flush())
    }

    fn header(self, dialect: Dialect) -> Vec<&'static str> {
        let columns: &[[&str; 2]] = match self {
            Self::Nodes => &nodes::COLUMNS,
            Self::Edges => &edges::COLUMNS,
            Self::Evidence => &evidence::COLUMNS,
        };
        let label = self != Self::Edges && dialect == Dialect::Neo4j;
        let named =
            columns.iter().map(|[plain, neo4j]| if dialect == Dialect::Neo4j { *neo4j } else { *plain });
        named.chain(label.then_some(":LABEL")).collect()
    }
}

/// Writes the three tables into a folder, each whole or not at all; what else stands there stays.
pub fn write(network: &Network, dialect: Dialect, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for table in Table::ALL {
        let unfinished = folder.join(format!(".{}.unfinished", table.file()));
        let mut out = BufWriter::new(File::create(&unfinished)?);
        table.write(network, dialect, &mut out)?;
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&unfinished, folder.join(table.file()))?;
    }
    Ok(())
}

/// Whether the tables may be written there: there is nothing, an empty folder, or one that has such tables.
pub fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none() || Table::ALL.iter().all(|table| table.is_in(folder)),
        Err(error) => error.kind() == io::ErrorKind::NotFound && folder.symlink_metadata().is_err(),
    }
}

impl Table {
    /// Whether a folder has the table in any dialect.
    fn is_in(self, folder: &Path) -> bool {
        let header =
            csv::Reader::from_path(folder.join(self.file())).and_then(|mut rows| rows.headers().cloned());
        header.is_ok_and(|header| {
            [Dialect::Plain, Dialect::Neo4j].iter().any(|dialect| header == self.header(*dialect))
        })
    }
}

fn write_all(rows: impl Iterator<Item = Row>, out: &mut csv::Writer<impl Write>) -> io::Result<()> {
    for row in rows {
        out.write_record(row.cells())?;
    }
    Ok(())
}

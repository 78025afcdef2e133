//! A persistent oxigraph database in the place of a graph folder, for example one that holds several graphs.
//!
//! Reading one needs the feature `rocksdb`, which needs a C++ compiler and libclang to build.

use std::fs;
use std::path::Path;

/// Whether a folder is a persistent oxigraph database: RocksDB names in `CURRENT` the file that says what belongs to it.
pub fn is_one(folder: &Path) -> bool {
    fs::read(folder.join("CURRENT")).is_ok_and(|text| text.starts_with(b"MANIFEST-"))
}

/// Opens a persistent oxigraph database, which nobody can change by it.
///
/// # Errors
/// [`OpenError::Database`](super::OpenError::Database) where it cannot be read, or another program has it open to write.
#[cfg(feature = "rocksdb")]
pub fn open(folder: &Path, prefixes: super::Prefixes) -> Result<super::Store, super::OpenError> {
    let database = oxigraph::store::Store::open_read_only(folder)
        .map_err(|cause| super::OpenError::Database { path: folder.to_owned(), cause: cause.into() })?;
    Ok(super::Store::new(super::Statements::Database(database), prefixes))
}

/// This program was built without the feature `rocksdb`, and says so.
///
/// # Errors
/// [`OpenError::Database`](super::OpenError::Database), always.
#[cfg(not(feature = "rocksdb"))]
pub fn open(folder: &Path, _: super::Prefixes) -> Result<super::Store, super::OpenError> {
    let cause = "this aliansi was built without them; build it with --features rocksdb".into();
    Err(super::OpenError::Database { path: folder.to_owned(), cause })
}

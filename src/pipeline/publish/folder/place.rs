//! Whether a path still names what was opened.

use std::fs::File;
use std::path::Path;

/// Whether an open file or folder is the one that the path names now. Where the system does not tell, it is.
#[cfg(unix)]
pub fn is_at(opened: &File, path: &Path) -> bool {
    use std::fs::{Metadata, metadata};
    use std::os::unix::fs::MetadataExt;
    let place = |metadata: Metadata| (metadata.dev(), metadata.ino());
    opened.metadata().ok().map(place) == metadata(path).ok().map(place)
}

/// Whether an open file or folder is the one that the path names now. Where the system does not tell, it is.
#[cfg(not(unix))]
pub fn is_at(_: &File, _: &Path) -> bool {
    true
}

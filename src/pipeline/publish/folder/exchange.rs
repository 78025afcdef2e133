//! Two folders change their names.

use std::fs;
use std::io;
use std::path::Path;

/// Gives each of two folders the name of the other.
pub type Exchange = fn(&Path, &Path) -> io::Result<()>;

/// At one stroke: whoever looks sees either folder whole. An error of the kind `Unsupported` where system or file system
/// cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub fn at_once(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

/// At one stroke, which this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub fn at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Puts `new` in the place of `target`, which lies at `old` then, in two steps. Whoever dies between them leaves `old`, from
/// which [`super::hold`] mends.
pub fn in_two(new: &Path, target: &Path, old: &Path) -> io::Result<()> {
    fs::rename(target, old)?;
    fs::rename(new, target).inspect_err(|_| {
        // The first error tells more than this one would; what could not go back is found by the next command.
        let _ = fs::rename(old, target);
    })
}

//! Where the lines of earlier sessions are kept.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Names another file; empty: none.
const VARIABLE: &str = "ALIANSI_HISTORY";

/// The file of this user; none where he wants none, or has no home.
pub(super) fn file() -> Option<PathBuf> {
    let home = env::home_dir().filter(|home| home.is_absolute());
    path(|name| env::var_os(name), home)
}

/// `ALIANSI_HISTORY`, else `aliansi/history` in the folder where programs keep their state: on Windows `LOCALAPPDATA`,
/// elsewhere that of the XDG Base Directory Specification.
fn path(variable: impl Fn(&str) -> Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    if let Some(file) = variable(VARIABLE) {
        return Some(PathBuf::from(file)).filter(|file| !file.as_os_str().is_empty());
    }
    let (name, below_home) =
        if cfg!(windows) { ("LOCALAPPDATA", "AppData/Local") } else { ("XDG_STATE_HOME", ".local/state") };
    let given = variable(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folder = given.or_else(|| Some(home?.join(below_home)))?;
    Some(folder.join("aliansi").join("history"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(variables: &[(&str, &str)], home: Option<&str>) -> Option<PathBuf> {
        let of = |name: &str| variables.iter().find(|(known, _)| *known == name);
        path(|name| of(name).map(|(_, value)| value.into()), home.map(PathBuf::from))
    }

    #[test]
    fn the_users_own_file_comes_first_and_may_be_none() {
        assert_eq!(found(&[(VARIABLE, "/a/b")], Some("/home/x")), Some("/a/b".into()));
        assert_eq!(found(&[(VARIABLE, "")], Some("/home/x")), None);
        assert_eq!(found(&[], None), None);
    }

    #[cfg(not(windows))]
    #[test]
    fn the_folder_of_states_comes_before_the_home() {
        let in_home = Some("/home/x/.local/state/aliansi/history".into());
        assert_eq!(found(&[], Some("/home/x")), in_home);
        assert_eq!(found(&[("XDG_STATE_HOME", "relative")], Some("/home/x")), in_home);
        let given = found(&[("XDG_STATE_HOME", "/state")], None);
        assert_eq!(given, Some("/state/aliansi/history".into()));
    }
}

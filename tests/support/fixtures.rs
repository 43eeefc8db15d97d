//! The saved pages of `fixtures/`.

use std::fs;
use std::path::{Path, PathBuf};

/// A saved page.
#[derive(Debug)]
pub(crate) struct Case {
    /// `<site>/<case>`.
    pub(crate) name: String,
    /// The bytes that the server sent.
    pub(crate) bytes: Vec<u8>,
    /// Where the page is from.
    pub(crate) url: String,
}

/// All saved pages, by name.
pub(crate) fn all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut cases: Vec<_> = folders(&root)
        .iter()
        .flat_map(|site| folders(site))
        .map(|case| read(&root, &case))
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!cases.is_empty(), "{} holds no pages", root.display());
    cases
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    paths.filter(|path| path.is_dir()).collect()
}

fn read(root: &Path, folder: &Path) -> Case {
    let name = folder.strip_prefix(root).expect("a case stands below the root");
    let url = fs::read_to_string(folder.join("page.url")).expect("the page has an address");
    Case {
        name: name.display().to_string().replace('\\', "/"),
        bytes: fs::read(folder.join("page.html")).expect("the page can be read"),
        url: url.trim().to_owned(),
    }
}

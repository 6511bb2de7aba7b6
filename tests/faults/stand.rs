//! How a folder stands: every file with what it is, links and pipes not opened.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// What stands in a folder, by paths; what the program derives is left out.
pub(super) fn of(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            let metadata = fs::symlink_metadata(&path).expect("metadata");
            let what = if metadata.is_symlink() {
                format!("→ {}", fs::read_link(&path).expect("a link").display())
            } else if metadata.is_dir() {
                if path.file_name().is_some_and(|name| name != ".bookgraph") {
                    folders.push(path.clone());
                }
                "folder".to_owned()
            } else if metadata.is_file() && metadata.len() < 16 * 1024 * 1024 {
                format!("{:x}", xxh3_64(&fs::read(&path).expect("a file")))
            } else {
                format!("{:?} {}", metadata.file_type(), metadata.len())
            };
            let mode = metadata.permissions();
            found.insert(path, format!("{what} {:?}", mode.readonly()));
        }
    }
    found.retain(|path, _| path.file_name().is_some_and(|name| name != ".bookgraph"));
    found
}

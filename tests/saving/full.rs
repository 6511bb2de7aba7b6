//! A disk that is really full.

use crate::support::{TestLibrary, command, files, printed};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Bytes on the small disk.
const DISK: usize = 256 * 1024;

/// A tmpfs of [`DISK`] bytes in a folder; unmounted when dropped.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(folder: &'a Path) -> Option<Self> {
        let options = format!("size={DISK}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "bookgraph-test"])
            .arg(folder)
            .output();
        let mounted = mounted.is_ok_and(|output| output.status.success());
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

fn copy(from: &TestLibrary, to: &Path) {
    for (path, bytes) in files(from.root()) {
        let target = to.join(path.strip_prefix(from.root()).unwrap_or(&path));
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// On a disk without room nothing changes, and it is said; with room it works. Where no
/// disk can be mounted, the length of files is limited instead, and that is said.
#[test]
fn a_full_disk_changes_nothing() {
    let library = TestLibrary::with_concepts(&[("pond", "호수", "Pond")])
        .entry("1", &"긴 글이 이어진다. ".repeat(2000));
    let folder = tempfile::tempdir().unwrap();
    let Some(_disk) = SmallDisk::mount(folder.path()) else {
        #[expect(clippy::print_stderr, reason = "a test that is done otherwise says so")]
        {
            eprintln!("no tmpfs can be mounted here: the length of files is limited instead");
        }
        return limited(&library);
    };
    copy(&library, folder.path());
    let args = ["tag", "1", "--confirm", "pond"];
    // The lock is there before the disk is full.
    assert_eq!(
        printed(&command(folder.path(), &args[..2]).output().unwrap()).status,
        0
    );
    fs::create_dir_all(folder.path().join(".bookgraph")).unwrap();
    fs::write(folder.path().join(".bookgraph/lock"), "").unwrap();
    let mut filler = fs::File::create(folder.path().join("filler")).unwrap();
    while std::io::Write::write(&mut filler, &[0; 4096]).is_ok_and(|written| written > 0) {}
    drop(filler);
    let before = files(&folder.path().join("notes"));
    let full = printed(&command(folder.path(), &args).output().unwrap());
    assert_eq!(full.status, 2, "{}", full.stdout);
    assert!(
        full.stderr.contains("nothing was changed"),
        "{}",
        full.stderr
    );
    assert!(full.stderr.contains("disk is full"), "{}", full.stderr);
    assert_eq!(files(&folder.path().join("notes")), before);
    fs::remove_file(folder.path().join("filler")).unwrap();
    let roomy = printed(&command(folder.path(), &args).output().unwrap());
    assert_eq!(roomy.status, 0, "{}", roomy.stderr);
}

/// No file may be longer than a block: the note is longer.
fn limited(library: &TestLibrary) {
    let before = files(&library.root().join("notes"));
    let line = format!(
        "trap '' XFSZ; ulimit -f 8; exec {} tag 1 --confirm pond",
        env!("CARGO_BIN_EXE_bookgraph")
    );
    let mut limited = Command::new("sh");
    let limited = limited.args(["-c", &line]).current_dir(library.root());
    let output = printed(&limited.env("NO_COLOR", "1").output().unwrap());
    assert_eq!(output.status, 2, "{}", output.stdout);
    assert!(
        output.stderr.contains("nothing was changed"),
        "{}",
        output.stderr
    );
    assert_eq!(files(&library.root().join("notes")), before);
}

//! What the program writes beside itself is for its own eyes, whichever command makes it first.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a command in a folder, in a shell that lets everybody read what is made.
#[track_caller]
fn trellis(folder: &Path, arguments: &str) {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("umask 022; exec \"$0\" {arguments}")).arg(env!("CARGO_BIN_EXE_trellis"));
    command.current_dir(folder).env_remove("DATABASE_URL").stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRELLIS_")) {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

#[track_caller]
fn mode(file: &Path) -> u32 {
    std::fs::metadata(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).permissions().mode() & 0o777
}

#[test]
fn nobody_else_reads_the_database_or_a_copy_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    trellis(folder.path(), "migrate");
    assert_eq!((mode(&at("data")), mode(&at("data/trellis.db"))), (0o700, 0o600));
    trellis(folder.path(), "backup copy.db");
    assert_eq!(mode(&at("copy.db")), 0o600);

    // As it is after a copy came from elsewhere.
    std::fs::set_permissions(at("copy.db"), std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::remove_dir_all(at("data")).unwrap();
    trellis(folder.path(), "restore copy.db");
    assert_eq!((mode(&at("data")), mode(&at("data/trellis.db"))), (0o700, 0o600));

    std::fs::remove_dir_all(at("data")).unwrap();
    trellis(folder.path(), "admin create --email ada@example.org --name Ada --password violet-kettle-42-orbit");
    assert_eq!((mode(&at("data")), mode(&at("data/trellis.db"))), (0o700, 0o600));
}

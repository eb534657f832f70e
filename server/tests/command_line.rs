//! The program as the operator meets it: help, options, admin, backup and restore.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use store::testing::changes;
use store::{Db, Engine, testing};

const COMMANDS: [&[&str]; 8] =
    [&["serve"], &["migrate"], &["demo"], &["admin", "create"], &["admin", "erase"], &["match"], &["backup"], &["restore"]];

/// The program in a folder of its own, with none of the options of whoever runs the tests.
fn trellis(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
    command.current_dir(folder).env_remove("DATABASE_URL").stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRELLIS_")) {
        command.env_remove(name);
    }
    command
}

fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// Runs the program, which must do what it was asked.
#[track_caller]
fn done(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, error) = run(trellis(folder).args(arguments));
    assert_eq!(code, Some(0), "{arguments:?}: {error}");
    out
}

/// Runs the program, which must say why it can't.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], code: i32, words: &[&str]) {
    let (found, _, error) = run(trellis(folder).args(arguments));
    assert_eq!(found, Some(code), "{arguments:?}: {error}");
    for word in words {
        assert!(error.contains(word), "{word} in {error}");
    }
}

#[test]
fn help_says_in_a_line_what_each_command_does() {
    let folder = tempfile::tempdir().unwrap();
    let all = done(folder.path(), &["--help"]);
    for command in COMMANDS {
        assert!(all.contains(command[0]), "{command:?} in {all}");
        let help = done(folder.path(), &[command, &["--help"]].concat());
        let first = help.lines().next().unwrap();
        assert!(first.len() > 30 && first.chars().next().unwrap().is_uppercase(), "{command:?}: {help}");
    }
    assert!(done(folder.path(), &["--version"]).starts_with("trellis "));
}

#[test]
fn help_lists_every_option_with_its_variable_and_default() {
    let folder = tempfile::tempdir().unwrap();
    let help = done(folder.path(), &["serve", "--help"]);
    for (option, variable, default) in [
        ("--config", "TRELLIS_CONFIG", "trellis.toml"),
        ("--database-url", "DATABASE_URL", "sqlite://data/trellis.db"),
        ("--data", "TRELLIS_DATA", "./data"),
        ("--addr", "TRELLIS_ADDR", "127.0.0.1:3000"),
        ("--base-url", "TRELLIS_BASE_URL", "http:// and"),
        ("--smtp-url", "TRELLIS_SMTP_URL", "none"),
        ("--mail-from", "TRELLIS_MAIL_FROM", "Trellis <trellis@HOST>"),
        ("--log", "TRELLIS_LOG", "info"),
        ("--log-format", "TRELLIS_LOG_FORMAT", "text"),
        ("--metrics", "TRELLIS_METRICS", "loopback"),
        ("--metrics-token", "TRELLIS_METRICS_TOKEN", "none"),
        ("--trusted-proxies", "TRELLIS_TRUSTED_PROXIES", "none"),
        ("--proxies", "TRELLIS_PROXIES", "0"),
        ("--connections", "TRELLIS_CONNECTIONS", "2000"),
        ("--invitations-per-day", "TRELLIS_INVITATIONS_PER_DAY", "500"),
        ("--timeout", "TRELLIS_TIMEOUT", "30"),
        ("--site", "TRELLIS_SITE", "inside the binary"),
    ] {
        assert!(help.contains(&format!("{option} <")) && help.contains(&format!("[env: {variable}]")), "{option} in {help}");
        assert!(help.contains("[default: ") && help.contains(default), "{default} in {help}");
    }
    let other = done(folder.path(), &["migrate", "--help"]);
    assert!(other.contains("--database-url") && !other.contains("--addr"), "{other}");
}

#[test]
fn a_wrong_option_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let variable = |name: &str, value: &str, words: &[&str]| {
        let (code, _, error) = run(trellis(folder.path()).arg("serve").env(name, value));
        assert_eq!(code, Some(2), "{name}={value}: {error}");
        for word in words {
            assert!(error.contains(word), "{word} in {error}");
        }
    };
    variable("TRELLIS_ADR", "127.0.0.1:1", &["TRELLIS_ADR", "TRELLIS_ADDR"]);
    variable("TRELLIS_ADDR", "somewhere", &["TRELLIS_ADDR", "somewhere"]);
    variable("TRELLIS_LOG_FORMAT", "xml", &["TRELLIS_LOG_FORMAT", "json"]);
    variable("TRELLIS_METRICS", "friends", &["TRELLIS_METRICS", "loopback"]);
    variable("TRELLIS_PROXIES", "-1", &["TRELLIS_PROXIES"]);
    variable("TRELLIS_TRUSTED_PROXIES", "10.0.0.1, nginx", &["TRELLIS_TRUSTED_PROXIES", "nginx"]);
    variable("TRELLIS_CONNECTIONS", "0", &["TRELLIS_CONNECTIONS"]);
    variable("TRELLIS_INVITATIONS_PER_DAY", "0", &["TRELLIS_INVITATIONS_PER_DAY"]);
    variable("TRELLIS_TIMEOUT", "0", &["TRELLIS_TIMEOUT"]);
    variable("TRELLIS_LOG", "no=such=thing", &["TRELLIS_LOG"]);
    variable("TRELLIS_BASE_URL", "mentoring.example.org", &["TRELLIS_BASE_URL", "https://"]);
    variable("TRELLIS_BASE_URL", "https://example.org/mentoring", &["TRELLIS_BASE_URL"]);
    variable("TRELLIS_SMTP_URL", "mail.example.org", &["TRELLIS_SMTP_URL", "smtp://"]);
    variable("TRELLIS_MAIL_FROM", "nobody", &["TRELLIS_MAIL_FROM"]);
    variable("DATABASE_URL", "mysql://user:secret@host/db", &["DATABASE_URL", "postgres://"]);
    variable("TRELLIS_CONFIG", "none.toml", &["none.toml"]);
    refused(folder.path(), &["serve", "--adr", "x"], 2, &["--adr"]);
    refused(folder.path(), &["surf"], 2, &["surf"]);

    let (_, _, error) = run(trellis(folder.path()).arg("serve").env("DATABASE_URL", "mysql://user:secret@host/db"));
    assert!(!error.contains("secret"), "what may be a password is not shown: {error}");

    std::fs::write(folder.path().join("trellis.toml"), "adr = \"127.0.0.1:1\"\n").unwrap();
    refused(folder.path(), &["serve"], 2, &["trellis.toml", "adr"]);
    std::fs::write(folder.path().join("trellis.toml"), "addr = \"somewhere\"\n").unwrap();
    refused(folder.path(), &["migrate"], 2, &["trellis.toml", "addr"]);
}

#[test]
fn flags_count_more_than_variables_and_those_more_than_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trellis.toml");
    let made = |name: &str| std::fs::exists(folder.path().join(name)).unwrap();
    std::fs::write(&file, "database_url = \"sqlite://file.db\"\n").unwrap();
    done(folder.path(), &["migrate"]);
    assert!(made("file.db"));
    run(trellis(folder.path()).arg("migrate").env("DATABASE_URL", "sqlite://variable.db"));
    assert!(made("variable.db"));
    run(trellis(folder.path()).args(["migrate", "--database-url", "sqlite://flag.db"]).env("DATABASE_URL", "sqlite://none.db"));
    assert!(made("flag.db") && !made("none.db"));
    std::fs::remove_file(file).unwrap();
    run(trellis(folder.path()).arg("migrate").env("TRELLIS_DATA", "place"));
    assert!(made("place/trellis.db"));
    done(folder.path(), &["migrate"]);
    assert!(made("data/trellis.db"));
}

#[test]
fn an_administrator_is_made_once() {
    let folder = tempfile::tempdir().unwrap();
    let create = ["admin", "create", "--email", "ada@example.org", "--name", "Ada"];
    let with_input = |input: &str| {
        let mut child =
            trellis(folder.path()).args(create).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, error) = with_input("short\n");
    assert!(code == Some(1) && error.contains("--password"), "{error}");
    let (code, error) = with_input("violet-kettle-42-orbit\n");
    assert_eq!(code, Some(0), "{error}");
    let (code, _, error) = run(trellis(folder.path()).args(create).env("TRELLIS_ADMIN_PASSWORD", "violet-kettle-42-orbit"));
    assert!(code == Some(1) && error.contains("--email"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_may_own_an_organisation_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let create = |email: &'static str, organisation: &'static str| {
        let person = ["admin", "create", "--email", email, "--name", "Ada", "--password", "violet-kettle-42-orbit"];
        [&person[..], &["--organisation", organisation]].concat()
    };
    refused(folder.path(), &create("ada@example.org", ""), 1, &["--organisation"]);
    let out = done(folder.path(), &create("ada@example.org", "Acme Works"));
    assert!(out.contains("/admin?org=acme-works"), "{out}");
    refused(folder.path(), &create("bo@example.org", "Acme Works"), 1, &["--organisation"]);
    let db = Db::connect(&format!("sqlite://{}", folder.path().join("data/trellis.db").display())).await.unwrap();
    let mut tx = db.read().await.unwrap();
    assert_eq!(changes::count(&mut tx, "memberships").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_erases_an_account() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let create = |email: &str, more: &[&str]| {
        let person = ["admin", "create", "--email", email, "--name", "Ada Lovelace", "--password", "violet-kettle-42-orbit"];
        done(at, &[&person[..], more].concat())
    };
    create("ada@example.org", &[]);
    create("owner@example.org", &["--organisation", "Acme Works"]);
    let erase = |input: &str| {
        let mut child =
            trellis(at).args(["admin", "erase", "ada@example.org"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    refused(at, &["admin", "erase", "nobody@example.org", "--yes"], 1, &["nobody@example.org"]);
    for answer in ["no\n", "\n", ""] {
        let (code, error) = erase(answer);
        assert!(code == Some(1) && error.contains("nothing was erased"), "{answer:?}: {error}");
    }
    let (code, error) = erase("yes\n");
    assert_eq!(code, Some(0), "{error}");
    refused(at, &["admin", "erase", "ada@example.org", "--yes"], 1, &["ada@example.org"]);
    let out = done(at, &["admin", "erase", "OWNER@example.org", "--yes"]);
    assert!(out.contains("erased"), "an organisation that is theirs alone goes with them: {out}");

    let db = Db::connect(&format!("sqlite://{}", at.join("data/trellis.db").display())).await.unwrap();
    let mut tx = db.read().await.unwrap();
    assert_eq!(changes::count(&mut tx, "people").await, 2, "the rows stay");
    assert_eq!(changes::count(&mut tx, "organisations").await, 0);
    for text in testing::schema::texts(&mut tx, "people", "name").await {
        assert_eq!(text, "");
    }
}

async fn people(url: &str) -> i64 {
    let db = Db::connect(url).await.unwrap();
    let people = changes::count(&mut db.read().await.unwrap(), "people").await;
    db.close().await;
    people
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_in_use_is_copied_and_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let create = |email: &str| done(at, &["admin", "create", "--email", email, "--name", "Ada", "--password", "violet-kettle-42-orbit"]);
    let url = format!("sqlite://{}", at.join("data/trellis.db").display());
    create("a@example.org");

    let db = Db::connect(&url).await.unwrap();
    let mut writing = db.write().await.unwrap();
    testing::rows::person(&mut writing, 1, "Not Yet").await;
    done(at, &["backup", "one.db"]);
    writing.commit().await.unwrap();
    assert_eq!(people(&format!("sqlite://{}", at.join("one.db").display())).await, 1, "what was not finished is not in it");
    refused(at, &["backup", "one.db"], 1, &["one.db", "already"]);

    refused(at, &["restore", "one.db"], 1, &["--force"]);
    refused(at, &["restore", "one.db", "--force"], 1, &["in use"]);
    db.close().await;
    assert_eq!(people(&url).await, 2);
    done(at, &["restore", "one.db", "--force"]);
    assert_eq!(people(&url).await, 1);
    assert!(!at.join("data/trellis.db.part").exists());

    std::fs::remove_dir_all(at.join("data")).unwrap();
    done(at, &["restore", "one.db"]);
    assert_eq!(people(&url).await, 1, "into an empty place without being forced");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_backup_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("text.db"), "no database at all, but a text that is long enough to look like one").unwrap();
    std::fs::write(at.join("empty.db"), "").unwrap();
    for file in ["text.db", "empty.db"] {
        refused(at, &["restore", file], 1, &[file, "not a Trellis database"]);
    }
    refused(at, &["restore", "none.db"], 1, &["none.db"]);
    refused(at, &["backup", "copy.db"], 1, &["no database"]);

    done(at, &["migrate"]);
    let file = at.join("data/trellis.db");
    newer(&file).await;
    done(at, &["backup", "newer.db"]);
    refused(at, &["restore", "newer.db", "--force"], 1, &["newer version"]);
    refused(at, &["migrate"], 1, &["99990101", "newer version"]);
    refused(at, &["serve"], 1, &["newer version"]);
}

/// Writes a migration from the future into a database.
async fn newer(file: &Path) {
    let db = Db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
    let mut tx = db.write().await.unwrap();
    changes::migrated_by_the_future(&mut tx, 99_990_101).await;
    tx.commit().await.unwrap();
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_postgres_is_refused_too() {
    let folder = tempfile::tempdir().unwrap();
    let url = testing::empty_postgres().await;
    let with = |arguments: &[&str]| run(trellis(folder.path()).args(arguments).env("DATABASE_URL", &url));
    assert_eq!(with(&["migrate"]).0, Some(0));
    let db = Db::connect(&url).await.unwrap();
    assert_eq!(db.engine(), Engine::Postgres);
    let mut tx = db.write().await.unwrap();
    changes::migrated_by_the_future(&mut tx, 99_990_101).await;
    tx.commit().await.unwrap();
    db.close().await;
    let (code, _, error) = with(&["migrate"]);
    assert!(code == Some(1) && error.contains("newer version"), "{error}");
    for (command, tool) in [("backup", "pg_dump"), ("restore", "pg_restore")] {
        let (code, _, error) = with(&[command, "file.dump"]);
        assert!(code == Some(1) && error.contains(tool), "{error}");
    }
}

#[test]
fn it_serves_without_a_command_and_ends_when_told() {
    use std::io::BufRead;
    let folder = tempfile::tempdir().unwrap();
    let mut server =
        trellis(folder.path()).env("TRELLIS_ADDR", "127.0.0.1:0").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    std::io::BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("http://127.0.0.1"), "{line}");
    let told = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(server.wait().unwrap().success());
    assert!(folder.path().join("data/trellis.db").exists() && folder.path().join("data/outbox").exists());
}

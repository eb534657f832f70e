//! `trellis match` with files like those that people really have: what is written, and that each guess is said in a line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn case(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/people-tables/cases").join(path)
}

/// Runs it on files of a case, which must work: the lines of `pairs.csv` below its header, and what was said.
fn matched(options: &[(&str, &str)]) -> (Vec<Vec<String>>, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("pairs.csv");
    let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
    command.arg("match").arg("--out").arg(&out).stdin(Stdio::null());
    for (option, value) in options {
        let value = if value.contains('/') { case(value).into_os_string() } else { value.into() };
        command.arg(option).arg(value);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{options:?}: {said}");
    let text = std::fs::read_to_string(out).unwrap();
    let lines = text.lines().skip(1).map(|line| line.split([',', ';']).map(str::to_owned).collect()).collect();
    (lines, said)
}

fn people(folder: &str, mentees: &str, mentors: &str) -> (Vec<Vec<String>>, String) {
    matched(&[("--mentees", &format!("{folder}/{mentees}")), ("--mentors", &format!("{folder}/{mentors}"))])
}

#[test]
fn each_case_is_paired_and_each_guess_said_in_one_line() {
    for (folder, mentees, mentors, pairs, said) in [
        ("02-capacity-as-a-question", "mentees.csv", "mentors.csv", 4, "willing to mentor?\" is read as how many mentees a mentor takes"),
        ("02-capacity-as-a-question", "mentees.csv", "mentors-b.csv", 4, "\"Mentees\" doesn't say how many mentees a mentor takes"),
        ("04-qualtrics-three-headers", "mentees.csv", "mentors.csv", 2, "further header or a title: line 2, 3"),
        ("05-sentence-headers-blank-rows", "mentees.csv", "mentors.csv", 3, "say nothing about anybody"),
        ("05-sentence-headers-blank-rows", "mentees-b.csv", "mentors-b.csv", 3, "say nothing about anybody"),
        ("06-na-is-no-answer", "mentees.csv", "mentors.csv", 4, "4 of 4 mentees have a mentor"),
        ("07-manager-three-spellings", "mentees.csv", "mentors.csv", 4, "4 of 4 mentees have a mentor"),
        ("07-manager-three-spellings", "mentees-b.csv", "mentors.csv", 2, "2 of 2 mentees have a mentor"),
        ("08-everybody-alike", "mentees.csv", "mentors.csv", 3, "nothing tells people apart"),
        ("12-formula-as-id", "mentees.csv", "mentors.csv", 2, "2 of 2 mentees have a mentor"),
    ] {
        let (lines, told) = people(folder, mentees, mentors);
        assert_eq!(lines.len(), pairs, "{folder}: {told}");
        assert!(told.contains(said), "{folder}: {told}");
        assert!(told.lines().count() < 12, "{folder} says too much: {told}");
    }
}

#[test]
fn nobody_gets_their_manager() {
    for mentees in ["mentees.csv", "mentees-b.csv"] {
        let (lines, _) = people("07-manager-three-spellings", mentees, "mentors.csv");
        assert!(lines.iter().flatten().all(|field| field != "dora.beispiel@example.org"), "{lines:?}");
    }
}

#[test]
fn who_is_left_out_is_named() {
    let (lines, said) =
        matched(&[("--scores", "08-everybody-alike/scores-b.csv"), ("--capacities", "08-everybody-alike/capacities-b.csv")]);
    assert_eq!(lines, [["a", "x", "0"]]);
    assert!(said.contains("Left out, since nobody with a place may be their mentor: b, c."), "{said}");
}

#[test]
fn an_older_encoding_is_said_and_can_be_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    // "Name;Skills wanted" and "سلمى" in Windows-1256.
    std::fs::write(at("mentees.csv"), b"Name;Skills wanted\n\xD3\xE1\xE3\xEC;Rust\nBo;Go\n").unwrap();
    std::fs::write(at("mentors.csv"), b"Name;Skills offered\nCy;Rust\nDi;Go\n").unwrap();
    let run = |options: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
        command.current_dir(folder.path()).args(["match", "--mentees", "mentees.csv", "--mentors", "mentors.csv", "--out", "pairs.csv"]);
        let output = command.args(options).stdin(Stdio::null()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&["--encoding", "windows-1256"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("note: mentees.csv: the file doesn't say its encoding and is read as windows-1256 (\"سلمى\")"), "{said}");
    assert!(std::fs::read_to_string(at("pairs.csv")).unwrap().contains("سلمى;Cy;100.00"));
    let (code, said) = run(&["--encoding", "klingon"]);
    assert!(code == Some(2) && said.contains("no such encoding is known"), "{said}");
}

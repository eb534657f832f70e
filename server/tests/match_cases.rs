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

/// Two files with everything in them that is guessed at.
const MENTEES: &str = "Our mentees 2026\nEmail;Name;Skills wanted;Languages;Line manager;Years\n\
    a@x.org;Ada;Leading, a team;French (B2);Di Muster;1,5\nb@x.org;Bo;N/A;English;Muster, D.;2\n";
const MENTORS: &str = "Email\tName\tSkills offered\tLanguages\tPlaces\tYears\n\
    d@x.org\tMuster, Di\tLeading; a team\tFrench; English\t\t1.500\ne@x.org\tEd\tGo\tEnglish\tup to 2\t3\n";

/// Runs it on those: its status, what was said, and the pairs.
fn guessed(options: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mentees.csv"), MENTEES).unwrap();
    std::fs::write(folder.path().join("mentors.csv"), MENTORS).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
    command.current_dir(folder.path()).args(["match", "--mentees", "mentees.csv", "--mentors", "mentors.csv", "--out", "pairs.csv"]);
    let output = command.args(options).stdin(Stdio::null()).output().unwrap();
    let pairs = std::fs::read_to_string(folder.path().join("pairs.csv")).unwrap_or_default();
    (output.status.code(), String::from_utf8(output.stderr).unwrap(), pairs)
}

#[test]
fn every_guess_is_a_line_that_says_what_overrides_it() {
    let (code, said, _) = guessed(&[]);
    assert_eq!(code, Some(0), "{said}");
    for (line, option) in [
        ("mentees.csv: 2 rows, semicolons between fields, names of columns on line 2", "--separator, --header-line"),
        ("mentors.csv: 2 rows, tabs between fields, names of columns on line 1", "--separator, --header-line"),
        ("mentees.csv: no person but a further header or a title: line 1", "--header-line"),
        ("mentees.csv: cells that say there is no answer and count as empty: 1, first on line 4 (\"N/A\")", "--as-written"),
        ("guessed to count: ", "--config FILE"),
        ("\"Skills wanted\" with \"Skills offered\" (wanted-offered)", "--config FILE"),
        ("cells are cut into lists: \"Leading, a team\" is Leading | a team", "--list-separator"),
        ("remarks behind a value play no part: \"French (B2)\" is \"French\"", "--as-written"),
        ("numbers are read with decimals: \"1,5\" in \"Years\" of mentees.csv", "--decimal"),
        ("mentors.csv: people who say no number of places: 1; each has 1", "otherwise = "),
        ("numbers of places are read out of words, on lines: 1", "capacity = "),
        ("is a mentor in another spelling: \"Di Muster\" is \"Muster, Di", "forbidden-if-equal"),
    ] {
        let found = said.lines().find(|said| said.contains(line)).unwrap_or_else(|| panic!("{line} in {said}"));
        assert!(found.starts_with("note: ") && found.contains(option), "{option} in {found}");
    }
}

#[test]
fn every_guess_can_be_overridden_for_all_files_or_for_one() {
    let (code, said, pairs) = guessed(&[
        "--separator",
        "semicolon",
        "--separator",
        "mentors=tab",
        "--header-line",
        "mentees=2",
        "--list-separator",
        "line",
        "--as-written",
        "--decimal",
        "mentees=comma",
        "--decimal",
        "mentors=point",
    ]);
    assert_eq!(code, Some(0), "{said}");
    for gone in ["further header", "count as empty", "Leading | a team", "remarks behind", "read with decimals"] {
        assert!(!said.contains(gone), "{gone} in {said}");
    }
    // "Leading, a team" is one thing and two others, and French (B2) isn't French.
    assert!(!pairs.contains("both French") && !pairs.contains("Leading"), "{pairs}");
    let (_, _, pairs) = guessed(&["--list-separator", "semicolon", "--decimal", "mentors=comma"]);
    assert!(pairs.contains("close (2, 3)"), "{pairs}");
}

#[test]
fn an_option_that_means_nothing_is_an_error_and_nothing_is_written() {
    for (options, expected) in [
        (&["--separator", "pipe"], "--separator pipe: it is one of comma, semicolon, tab"),
        (&["--separator", "people=tab"], "--separator people=tab: before = stands which of the files"),
        (&["--separator", "scores=tab"], "--separator scores=tab: before = stands which of the files"),
        (&["--header-line", "0"], "--header-line 0: it is the number of a line, from 1"),
        (&["--header-line", "mentees=9"], "mentees.csv: there is nothing below the header"),
        (&["--decimal", "dot"], "--decimal dot: it is comma or point"),
        (&["--list-separator", "stroke"], "--list-separator stroke: it is one of comma, semicolon, bar, line"),
        (&["--encoding", "mentees=klingon"], "no such encoding is known"),
    ] {
        let (code, said, pairs) = guessed(options);
        assert!(code == Some(2) && said.contains(expected) && pairs.is_empty(), "{options:?}: {said}");
    }
}

#[test]
fn scores_are_read_as_somebody_says() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("scores.csv"), "Ours\nmentee;mentor;score\na;x;1.000\na;y;999,5\n").unwrap();
    let run = |options: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
        command.current_dir(folder.path()).args(["match", "--scores", "scores.csv", "--out", "pairs.csv", "--header-line", "2"]);
        let output = command.args(options).stdin(Stdio::null()).output().unwrap();
        let pairs = std::fs::read_to_string(folder.path().join("pairs.csv")).unwrap_or_default();
        (String::from_utf8(output.stderr).unwrap(), pairs)
    };
    let (said, pairs) = run(&["--separator", "semicolon"]);
    assert!(said.contains("numbers are read with decimals: \"1.000\" on line 3 of scores.csv; --decimal comma"), "{said}");
    assert!(said.contains("each of the 2 mentors takes one mentee; --capacities FILE says otherwise"), "{said}");
    assert_eq!(pairs.lines().nth(1), Some("a,y,999.500"));
    let (said, pairs) = run(&["--separator", "scores=semicolon", "--decimal", "comma"]);
    assert!(!said.contains("read with decimals"), "{said}");
    assert_eq!(pairs.lines().nth(1), Some("a,x,1000.0"));
}

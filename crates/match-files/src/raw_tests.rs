use super::*;
use matching::{Objective, Options, solve, verify};
use std::ops::ControlFlow;

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn source<'b>(name: &'b str, text: &'b str) -> Source<'b> {
    Source::new(name, text.as_bytes())
}

fn problem(scores: &str, capacities: Option<&str>) -> Result<Raw, String> {
    let scores = source("scores.csv", scores);
    let capacities = capacities.map(|text| source("capacities.csv", text));
    read(scores, capacities, &mut go).and_then(|read| read.into_problem(scores)).map_err(|failed| match failed {
        Failed::Input(problem) => problem.to_string(),
        Failed::Stopped => "stopped".to_owned(),
    })
}

fn refused(scores: &str, capacities: Option<&str>) -> String {
    problem(scores, capacities).unwrap_err()
}

fn solved(raw: &Raw, objective: Objective) -> (String, i64) {
    let solution = solve(&raw.problem, objective, Options::default());
    let proof = verify(&raw.problem, &solution).unwrap();
    assert!(proof.optimal);
    (String::from_utf8(raw.pairs_csv(&solution)).unwrap(), proof.worth.total)
}

/// Three and three; the best of the six ways is a–y, b–x, c–z with 3.5 + 4 − 1 = 6.5 (greedy takes a–x first and gets 5.5).
const SMALL: &str = "mentee,mentor,score\na,x,5\na,y,3.5\nb,x,4\nb,y,1.5\nc,x,0\nc,y,-2\nc,z,-1\n";

#[test]
fn the_optimum_that_can_be_found_by_hand() {
    let raw = problem(SMALL, None).unwrap();
    assert_eq!(raw.places, 1);
    assert_eq!(solved(&raw, Objective::Coverage), ("mentee,mentor,score\na,y,3.5\nb,x,4.0\nc,z,-1.0\n".to_owned(), 65));
    assert_eq!(solved(&raw, Objective::Total), ("mentee,mentor,score\na,y,3.5\nb,x,4.0\n".to_owned(), 75), "c would cost");
    assert_eq!(solved(&raw, Objective::Stable), ("mentee,mentor,score\na,x,5.0\nb,y,1.5\nc,z,-1.0\n".to_owned(), 55));
}

#[test]
fn places_count_and_mentors_without_scores_are_mentors() {
    let raw = problem(SMALL, Some("Mentor;Capacity\nx;3\ny;0\nw;7\n")).unwrap();
    assert_eq!(raw.problem.mentors(), 4);
    assert_eq!(solved(&raw, Objective::Coverage), ("mentee,mentor,score\na,x,5.0\nb,x,4.0\nc,x,0.0\n".to_owned(), 90));
}

#[test]
fn columns_stand_in_any_order_and_in_five_languages() {
    for text in [
        "score,note,mentor,mentee\n1.25,hello,x,a\n",
        "Puntuación;Mentora;Aprendiz\n1,25;x;a\n",
        "Mentoré·e\tMentor\tNote\na\tx\t1,25\n",
        "Punkte;Mentorin;Mentee\n1,25;x;a\n",
        "المسترشد,المرشد,الدرجة\na,x,١٫٢٥\n",
    ] {
        let raw = problem(text, None).unwrap();
        assert_eq!(solved(&raw, Objective::Coverage), ("mentee,mentor,score\na,x,1.25\n".to_owned(), 125), "{text}");
    }
}

#[test]
fn each_mistake_is_told_with_its_line() {
    let at = |line: u64, text: &str| format!("scores.csv, line {line}: {text}");
    assert_eq!(refused("mentee,mentor\na,x\n", None), at(1, "there is no column score; there are: mentee, mentor"));
    assert_eq!(refused("mentee,mentor,score\na,x,1\na,y\n", None), at(3, "too few fields: 2 where the header has 3"));
    assert_eq!(refused("mentee,mentor,score\na,x,good\n", None), at(2, "score is not a number: good"));
    assert_eq!(refused("mentee,mentor,score\na,x,\n", None), at(2, "score is empty"));
    assert_eq!(refused("mentee,mentor,score\n,x,1\n", None), at(2, "mentee is empty"));
    assert_eq!(refused("mentee,mentor,score\na,x,0.1234567\n", None), at(2, "score has more than 6 decimals: 0.1234567"));
    assert_eq!(refused("mentee,mentor,score\na,x,1\nb,x,1\n\na,x,2\n", None), at(5, "the pair of a and x is here twice; first on line 2"));
    assert_eq!(refused("mentee,mentor,score\na,x,0.5\nb,x,2000000000000\n", None), at(3, "score is too large: 2000000000000"));
    assert_eq!(refused("", None), "scores.csv: the file is empty");
    assert_eq!(refused("mentee,mentor,score\n", None), "scores.csv: there is nothing below the header");
    assert_eq!(refused("a,b\0\n", None), at(1, "not text: no text has such bytes; save the table as CSV"));

    let at = |line: u64, text: &str| format!("capacities.csv, line {line}: {text}");
    assert_eq!(refused(SMALL, Some("mentor,capacity\nx,-1\n")), at(2, "capacity is negative: -1"));
    assert_eq!(refused(SMALL, Some("mentor,capacity\nx,many\n")), at(2, "capacity is not a whole number: many"));
    assert_eq!(refused(SMALL, Some("mentor,capacity\nx,1\ny,1\nx,2\n")), at(4, "mentor x is here twice; first on line 2"));
    assert_eq!(refused(SMALL, Some("mentor,many\nx,1\n")), at(1, "there is no column capacity; there are: mentor, many"));
}

#[test]
fn a_sum_that_could_overflow_is_refused() {
    let lines: String = (0..20_000).map(|n| format!("a{n},x{n},1000000.000001\n")).collect();
    let message = refused(&format!("mentee,mentor,score\n{lines}"), None);
    assert!(message.starts_with("scores.csv") && message.contains("too large"), "{message}");
}

#[test]
fn few_pairs_stay_a_list_and_large_numbers_too() {
    let lines: String = (0..50).map(|n| format!("a{n},x{n},1\n")).collect();
    let list = problem(&format!("mentee,mentor,score\n{lines}"), None).unwrap();
    assert!(matches!(list.problem.candidates(), matching::Candidates::Sparse(_)));
    let wide = problem("mentee,mentor,score\na,x,3000000000\n", None).unwrap();
    assert!(matches!(wide.problem.candidates(), matching::Candidates::Sparse(_)));
    assert_eq!(solved(&wide, Objective::Coverage).1, 3_000_000_000);
    assert!(matches!(problem(SMALL, None).unwrap().problem.candidates(), matching::Candidates::Dense(_)));
}

#[test]
fn it_stops_when_told() {
    let scores = source("scores.csv", SMALL);
    let mut stop = |_: u64, _: u64| ControlFlow::Break(());
    assert!(matches!(read(scores, None, &mut stop), Err(Failed::Stopped)));
}

#[test]
fn nothing_that_is_written_is_a_formula() {
    let raw = problem("mentee,mentor,score\n=1+1,@SUM(A1),3\n", None).unwrap();
    assert_eq!(solved(&raw, Objective::Coverage).0, "mentee,mentor,score\n'=1+1,'@SUM(A1),3\n");
}

use super::*;
use crate::config::Names;
use crate::source::Source;

fn table(texts: &[&str]) -> (Table, Vec<String>) {
    let quoted: String = texts.iter().map(|text| format!("\"{text}\",z\n")).collect();
    let file = format!("x,y\n{quoted}");
    let table = Table::read(Source::new("a.csv", file.as_bytes()), people_tables::How { keep_rows: true, ..Default::default() }).unwrap();
    (table, texts.iter().map(|text| (*text).to_owned()).collect())
}

fn criterion(how: How) -> Criterion {
    let names = Names::One("x".to_owned());
    Criterion { mentee: names.clone(), mentor: names, how, weight: 1, required: false, reach: None, order: Vec::new() }
}

fn parts_by(criterion: Criterion, mentee: &str, mentors: &[&str]) -> Vec<Option<u16>> {
    let (of_mentees, of_mentors) = (table(&[mentee]), table(mentors));
    let ready = Ready::new(criterion, (&of_mentees.0, &of_mentees.1), (&of_mentors.0, &of_mentors.1)).unwrap();
    let mut parts = vec![0; mentors.len()];
    ready.parts(0, &mut Vec::new(), &mut parts);
    parts.into_iter().map(|part| Some(part).filter(|part| *part != NOTHING)).collect()
}

fn parts(how: How, mentee: &str, mentors: &[&str]) -> Vec<Option<u16>> {
    parts_by(criterion(how), mentee, mentors)
}

#[test]
fn same_and_different_look_past_case_and_accents() {
    assert_eq!(parts(How::Same, " Santé ", &["sante", "Police", ""]), [Some(10_000), Some(0), None]);
    assert_eq!(parts(How::Different, " Santé ", &["sante", "Police", ""]), [Some(0), Some(10_000), None]);
    assert_eq!(parts(How::Same, "", &["sante"]), [None]);
}

#[test]
fn lists_overlap_by_the_shorter_one() {
    let mentors = ["french; english", "French|German", "arabic", "", "English"];
    let expected = [Some(10_000), Some(5_000), Some(0), None, Some(10_000)];
    assert_eq!(parts(How::Overlap, "English, French, french, Spanish", &mentors), expected);
    assert_eq!(parts(How::Overlap, "العربية، الفرنسية", &["الفرنسية"]), [Some(10_000)]);
}

#[test]
fn what_is_wanted_first_counts_most_and_offering_nothing_is_no_advantage() {
    let mentors = ["rust, go, sql", "rust", "sql", "", "cobol"];
    // Three preferences weigh 4, 3 and 2.
    assert_eq!(parts(How::WantedOffered, "Rust, Go, SQL", &mentors), [Some(10_000), Some(4_444), Some(2_222), Some(0), Some(0)]);
    assert_eq!(parts(How::WantedOffered, "", &mentors), [None; 5]);
}

#[test]
fn numbers_fit_the_better_the_closer() {
    assert_eq!(parts(How::Close, "5", &["5", "10", "15", ""]), [Some(10_000), Some(5_000), Some(0), None]);
    let near = Criterion { reach: Some(2_000_000), ..criterion(How::Close) };
    assert_eq!(parts_by(near, "5", &["6", "7.5", "-9000000000000"]), [Some(5_000), Some(0), Some(0)]);
    assert_eq!(parts(How::Close, "9000000000000", &["-9000000000000", "9000000000000", "0"]), [Some(0), Some(10_000), Some(5_000)]);
}

#[test]
fn words_are_as_close_as_their_places() {
    let order = ["EO", "HEO", "SEO"].map(str::to_owned).to_vec();
    let grades = Criterion { order, ..criterion(How::Close) };
    assert_eq!(parts_by(grades.clone(), "eo", &["EO", "HEO", "SEO"]), [Some(10_000), Some(5_000), Some(0)]);
    let (mentees, mentors) = (table(&["EO"]), table(&["HEO", "Boss"]));
    let problem = Ready::new(grades, (&mentees.0, &mentees.1), (&mentors.0, &mentors.1)).unwrap_err();
    assert_eq!(problem.to_string(), "a.csv, line 3: x is not in the order that the configuration gives: Boss");
}

#[test]
fn text_for_a_number_is_told() {
    let (mentees, mentors) = (table(&["5"]), table(&["5", "many"]));
    let problem = Ready::new(criterion(How::Close), (&mentees.0, &mentees.1), (&mentors.0, &mentors.1)).unwrap_err();
    assert_eq!(problem.to_string(), "a.csv, line 3: x is not a number: many");
}

#[test]
fn people_in_a_list_are_not_cut_at_commas() {
    assert_eq!(
        parts(How::ForbiddenIfEqual, "Doe, Jane; Roe, Ann", &["doe, jane", "Doe, John", "Roe, Ann"]),
        [Some(10_000), Some(0), Some(10_000)]
    );
}

//! What a goal's form lets through.

use super::*;
use crate::editing::Draft;

fn draft() -> GoalDraft {
    GoalDraft { title: "Give a talk".to_owned(), ..GoalDraft::default() }
}

fn only_problem(draft: &GoalDraft) -> Option<(String, ProblemCode)> {
    let problems = draft.check(NaiveDate::from_ymd_opt(2026, 3, 1)).err()?;
    match problems.0.as_slice() {
        [one] => Some((one.field.clone(), one.code.clone())),
        _ => None,
    }
}

fn problem(field: &str, code: ProblemCode) -> Option<(String, ProblemCode)> {
    Some((field.to_owned(), code))
}

#[test]
fn a_title_is_enough() {
    let expected = GoalFields {
        title: "Give a talk".to_owned(),
        why: String::new(),
        success: String::new(),
        target_on: None,
        progress_mode: ProgressMode::Milestones,
        progress: 0,
    };
    assert_eq!(draft().check(None), Ok(expected));
}

#[test]
fn everything_wrong_is_said_at_once_in_the_order_of_the_form() {
    let wrong = GoalDraft {
        title: "ab".to_owned(),
        why: "w".repeat(1001),
        success: "s".repeat(1001),
        target_on: "soon".to_owned(),
        progress_mode: "magic".to_owned(),
        progress: "101".to_owned(),
    };
    let mut expected = Problems::default();
    expected.add("title", ProblemCode::TooShort { min: 3 });
    expected.add("why", ProblemCode::TooLong { max: 1000 });
    expected.add("success", ProblemCode::TooLong { max: 1000 });
    expected.add("target_on", ProblemCode::NotADate);
    expected.add("progress_mode", ProblemCode::NotAChoice);
    expected.add("progress", ProblemCode::OutOfRange { min: 0, max: 100 });
    assert_eq!(wrong.check(None), Err(expected));
}

#[test]
fn titles_have_three_to_a_hundred_and_twenty_characters() {
    let titled = |title: String| GoalDraft { title, ..draft() };
    assert_eq!(only_problem(&titled("ü".repeat(3))), None);
    assert_eq!(only_problem(&titled("ü".repeat(120))), None);
    let too_long = problem("title", ProblemCode::TooLong { max: 120 });
    assert_eq!(only_problem(&titled("ü".repeat(121))), too_long);
    assert_eq!(only_problem(&titled(" ".to_owned())), problem("title", ProblemCode::Required));
}

#[test]
fn the_target_is_not_before_the_mentorship_began() {
    let until = |date: &str| GoalDraft { target_on: date.to_owned(), ..draft() };
    assert_eq!(only_problem(&until("2026-03-01")), None);
    let before = problem("target_on", ProblemCode::BeforeStart);
    assert_eq!(only_problem(&until("2026-02-28")), before);
    assert!(until("2026-02-28").check(None).is_ok(), "nothing to compare with");
}

#[test]
fn a_comment_says_something() {
    assert_eq!(comment("  Well done!\r\n"), Ok("Well done!".to_owned()));
    assert_eq!(comment(" "), Err(Problems::one("body", ProblemCode::Required)));
    let too_long = Problems::one("body", ProblemCode::TooLong { max: 2000 });
    assert_eq!(comment(&"a".repeat(2001)), Err(too_long));
}

#[test]
fn a_form_made_of_fields_saves_the_same_fields() {
    let fields = GoalFields {
        title: "Give a talk".to_owned(),
        why: "To be heard\nby many".to_owned(),
        success: String::new(),
        target_on: NaiveDate::from_ymd_opt(2026, 5, 1),
        progress_mode: ProgressMode::Hand,
        progress: 40,
    };
    assert_eq!(GoalDraft::from(&fields).check(None), Ok(fields));
}

#[test]
fn a_fields_trace_has_the_fields_word() {
    for field in GoalField::ALL {
        assert_eq!(GoalChange::from(*field).as_str(), field.as_str());
        assert_eq!(GoalChange::from(*field).field(), Some(*field));
    }
    assert_eq!(GoalChange::Made.field(), None);
}

#[test]
fn a_draft_takes_one_field_over_and_leaves_the_rest() {
    for field in GoalField::ALL {
        let mut mine = draft();
        mine.set(*field, "theirs".to_owned());
        let taken = GoalField::ALL.iter().filter(|field| mine.get(**field) == "theirs");
        assert_eq!(taken.collect::<Vec<_>>(), [field]);
    }
}

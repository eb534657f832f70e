//! Questions as typed, and answers against them.

use super::*;
use crate::problem::ProblemCode;
use crate::programs::Answer;
use proptest::prelude::*;

fn question(kind: QuestionKind, required: bool) -> Question {
    Question {
        id: uuid::Uuid::from_u128(1).into(),
        position: 0,
        kind,
        audience: Audience::Both,
        prompt: "Which?".to_owned(),
        options: if kind.has_options() { vec!["Tea".to_owned(), "Coffee".to_owned(), "Water".to_owned()] } else { Vec::new() },
        required,
        counted: kind.can_count(),
    }
}

fn answer(kind: QuestionKind, typed: &[&str]) -> Result<Option<Checked>, ProblemCode> {
    check_answer(&question(kind, false), &typed.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>())
}

#[test]
fn each_kind_takes_its_answer_and_no_other() {
    use QuestionKind as K;
    let is = |a| Ok(Some(Checked::Answer(a)));
    assert_eq!(answer(K::Short, &[" to  learn\n more "]), is(Answer::Text("to learn more".to_owned())));
    assert_eq!(answer(K::Short, &[&"x".repeat(161)]), Err(ProblemCode::TooLong { max: 160 }));
    assert_eq!(answer(K::Long, &["one\r\ntwo"]), is(Answer::Text("one\ntwo".to_owned())));
    assert_eq!(answer(K::OneOf, &["2"]), is(Answer::Choice(2)));
    assert_eq!(answer(K::OneOf, &["3"]), Err(ProblemCode::NotAChoice));
    assert_eq!(answer(K::OneOf, &["Tea"]), Err(ProblemCode::NotAChoice));
    assert_eq!(answer(K::SeveralOf, &["2", "", "0", "2"]), is(Answer::Choices(vec![0, 2])));
    assert_eq!(answer(K::SeveralOf, &["0", "9"]), Err(ProblemCode::NotAChoice));
    assert_eq!(answer(K::Scale, &["5"]), is(Answer::Scale(5)));
    for wrong in ["0", "6", "-1", "many"] {
        assert_eq!(answer(K::Scale, &[wrong]), Err(ProblemCode::NotAChoice), "{wrong}");
    }
    assert_eq!(answer(K::Skills, &["Rust, listening"]), Ok(Some(Checked::Skills("Rust, listening".to_owned()))));
}

#[test]
fn what_must_be_answered_must() {
    for kind in QuestionKind::ALL {
        assert_eq!(check_answer(&question(*kind, true), &[]), Err(ProblemCode::Required), "{kind}");
        assert_eq!(check_answer(&question(*kind, true), &["  ".to_owned()]), Err(ProblemCode::Required), "{kind}");
        assert_eq!(check_answer(&question(*kind, false), &[String::new()]), Ok(None), "{kind}");
    }
}

#[test]
fn a_question_asks_whom_it_is_for() {
    let table = [(Audience::Mentor, [true, false, true]), (Audience::Mentee, [false, true, true]), (Audience::Both, [true, true, true])];
    for (audience, [mentor, mentee, both]) in table {
        assert_eq!(audience.asks(true, false), mentor);
        assert_eq!(audience.asks(false, true), mentee);
        assert_eq!(audience.asks(true, true), both);
        assert!(!audience.asks(false, false));
    }
}

fn draft(kind: &str, options: &str) -> QuestionDraft {
    QuestionDraft {
        kind: kind.to_owned(),
        audience: "both".to_owned(),
        prompt: "What would you like?".to_owned(),
        options: options.to_owned(),
        required: true,
        counted: true,
    }
}

#[test]
fn a_draft_is_checked_field_by_field() {
    let fields = draft("one_of", " Tea \n\nCoffee\nTea").check().unwrap();
    assert_eq!(fields.options, ["Tea", "Coffee"]);
    assert!(fields.counted);
    let free = draft("short", "left over").check().unwrap();
    assert!(free.options.is_empty() && !free.counted, "free text has no options and can't be counted");

    let problem = |draft: QuestionDraft| draft.check().unwrap_err().0.into_iter().map(|p| (p.field, p.code)).collect::<Vec<_>>();
    assert_eq!(problem(draft("one_of", "Tea")), [("options".to_owned(), ProblemCode::TooFew { min: 2 })]);
    assert_eq!(problem(draft("one_of", "")), [("options".to_owned(), ProblemCode::Required)]);
    let many = (0..21).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
    assert_eq!(problem(draft("several_of", &many)), [("options".to_owned(), ProblemCode::TooMany { max: 20 })]);
    let bare = QuestionDraft { kind: "essay".to_owned(), audience: "all".to_owned(), ..QuestionDraft::default() };
    let fields: Vec<String> = problem(bare).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["kind", "audience", "prompt"]);
}

proptest! {
    #[test]
    fn what_is_shown_in_a_form_is_the_same_answer_again(kind in prop::sample::select(QuestionKind::ALL), typed in prop::collection::vec("\\PC{0,12}|[0-5]", 0..4)) {
        let question = question(kind, false);
        if let Ok(Some(Checked::Answer(answer))) = check_answer(&question, &typed) {
            prop_assert_eq!(check_answer(&question, &shown(&answer)), Ok(Some(Checked::Answer(answer))));
        }
    }

    #[test]
    fn no_draft_breaks_anything(kind in "\\PC{0,10}|one_of|scale", prompt in "\\PC{0,300}", options in "(\\PC{0,120}\n){0,25}") {
        let draft = QuestionDraft { kind, audience: "mentor".to_owned(), prompt, options, required: false, counted: true };
        if let Ok(fields) = draft.check() {
            prop_assert!(fields.options.len() <= OPTIONS_MAX);
            prop_assert!(!fields.kind.has_options() || fields.options.len() >= OPTIONS_MIN);
        }
    }
}

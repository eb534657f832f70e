use super::*;
use crate::QuestionId;
use crate::programs::questions::Question;
use crate::programs::{Answer, Audience, QuestionKind};
use ::cells::Rules;
use ImportField as F;
use proptest::prelude::*;
use uuid::Uuid;

struct Few;

impl Tables for Few {
    fn language(&self, text: &str) -> Option<String> {
        ["en", "fr"]
            .into_iter()
            .zip(["english", "français"])
            .find(|(code, name)| *code == text || *name == text.to_lowercase())
            .map(|(code, _)| code.to_owned())
    }
    fn country(&self, text: &str) -> Option<String> {
        (text == "Kenya").then(|| "KE".to_owned())
    }
    fn industry(&self, text: &str) -> Option<String> {
        (text == "Arts").then(|| "arts".to_owned())
    }
    fn zone(&self, text: &str, country: Option<&str>) -> Option<String> {
        (text == "Africa/Nairobi" || (text == "GMT+3" && country == Some("KE"))).then(|| "Africa/Nairobi".to_owned())
    }
}

fn question(n: u128, kind: QuestionKind, audience: Audience) -> Question {
    let options = vec!["Tea, black".to_owned(), "Coffee".to_owned()];
    Question {
        id: QuestionId(Uuid::from_u128(n)),
        position: 0,
        kind,
        audience,
        prompt: "What?".to_owned(),
        options,
        required: true,
        counted: false,
    }
}

fn row(cells: &[(Target, &str)], questions: &[Question]) -> Result<Enrolling, Vec<(usize, CellProblem)>> {
    let targets: Vec<Target> = cells.iter().map(|(target, _)| *target).collect();
    let texts: Vec<String> = cells.iter().map(|(_, text)| (*text).to_owned()).collect();
    let setting = Setting { targets: &targets, questions, side: Some((false, true)), capacity: 3, rules: Rules::default() };
    check_row(&setting, &Few, &texts).map_err(|wrong| wrong.into_iter().map(|wrong| (wrong.column, wrong.problem)).collect())
}

fn f(field: F) -> Target {
    Target::Field(field)
}

#[test]
fn sides_are_said_in_five_languages() {
    for (text, expected) in [
        ("Mentor", (true, false)),
        ("mentora", (true, false)),
        ("Mentor/in", (true, false)),
        ("مرشد", (true, false)),
        ("Mentee", (false, true)),
        ("mentoré", (false, true)),
        ("Mentorée", (false, true)),
        ("mentorado/a", (false, true)),
        ("both", (true, true)),
        ("Mentor and mentee", (true, true)),
        ("mentor/mentee", (true, true)),
        ("Mentor und Mentee", (true, true)),
        ("Mentor/in und Mentee", (true, true)),
        ("Mentor et mentoré", (true, true)),
        ("مرشد ومسترشد", (true, true)),
        ("كلاهما", (true, true)),
    ] {
        assert_eq!(side(text), Some(expected), "{text}");
    }
    for text in ["", "manager", "mentor or else", "/"] {
        assert_eq!(side(text), None, "{text}");
    }
}

#[test]
fn a_whole_row_is_read() {
    let questions = [question(1, QuestionKind::SeveralOf, Audience::Both), question(2, QuestionKind::Scale, Audience::Mentee)];
    let read = row(
        &[
            (f(F::FirstName), "Ada"),
            (f(F::LastName), " Obi "),
            (f(F::Email), "ada@example.org"),
            (f(F::Side), "Mentor"),
            (f(F::Capacity), "٢"),
            (f(F::Languages), "English (native); Français - B2"),
            (f(F::Offered), "Rust, leading a team"),
            (f(F::Country), "Kenya"),
            (f(F::Years), "12.0"),
            (Target::Question(questions[0].id), "Coffee, tea, black"),
            (Target::Question(questions[1].id), "9"),
            (Target::Nothing, "whatever"),
        ],
        &questions,
    );
    assert_eq!(read.as_ref().map_err(Vec::as_slice), Err([(9, CellProblem::NotAnOption("tea".to_owned()))].as_slice()), "{read:?}");
    let read = row(
        &[
            (f(F::FirstName), "Ada"),
            (f(F::LastName), " Obi "),
            (f(F::Email), "ada@example.org"),
            (f(F::Side), "Mentor"),
            (f(F::Capacity), "٢"),
            (f(F::Languages), "English (native); Français - B2"),
            (f(F::Offered), "Rust, leading a team"),
            (f(F::Years), "12.0"),
            (Target::Question(questions[0].id), "Coffee; tea, black"),
            (Target::Question(questions[1].id), "9"),
        ],
        &questions,
    )
    .unwrap();
    assert_eq!((read.name.as_deref(), read.as_mentor, read.as_mentee, read.capacity), (Some("Ada Obi"), true, false, 2));
    assert_eq!((read.languages, read.offered.len(), read.years), (vec!["en".to_owned(), "fr".to_owned()], 2, Some(12)));
    assert_eq!(read.answers, [(questions[0].id, Answer::Choices(vec![0, 1]))], "a mentor isn't asked what mentees are");
}

#[test]
fn what_is_left_out_is_as_for_everybody() {
    let read = row(&[(f(F::Email), "ada@example.org"), (f(F::Side), "")], &[]).unwrap();
    assert_eq!((read.as_mentor, read.as_mentee, read.capacity, read.name), (false, true, 0, None));
    let mentor = row(&[(f(F::Email), "ada@example.org"), (f(F::Side), "mentor"), (f(F::Capacity), "")], &[]).unwrap();
    assert_eq!(mentor.capacity, 3);
    let mentee = row(&[(f(F::Email), "ada@example.org"), (f(F::Side), "mentee"), (f(F::Capacity), "many")], &[]).unwrap();
    assert_eq!(mentee.capacity, 0, "who is no mentor has no room, whatever the cell says");
}

#[test]
fn every_wrong_cell_is_named() {
    let questions = [question(1, QuestionKind::OneOf, Audience::Both), question(2, QuestionKind::Scale, Audience::Both)];
    let long = "x".repeat(161);
    let wrong = row(
        &[
            (f(F::Email), "ada"),
            (f(F::Side), "mentor"),
            (f(F::Capacity), "many"),
            (f(F::Languages), "English, Klingon"),
            (f(F::Headline), &long),
            (f(F::Industry), "Magic"),
            (f(F::Country), "Narnia"),
            (f(F::Zone), "Nairobi"),
            (f(F::Years), "99"),
            (Target::Question(questions[0].id), "Milk"),
            (Target::Question(questions[1].id), "6"),
        ],
        &questions,
    );
    let expected = vec![
        (0, CellProblem::NotAnEmail),
        (2, CellProblem::NotANumber),
        (3, CellProblem::UnknownLanguage("Klingon".to_owned())),
        (4, CellProblem::TooLong { max: 160 }),
        (5, CellProblem::UnknownIndustry),
        (6, CellProblem::UnknownCountry),
        (7, CellProblem::UnknownZone),
        (8, CellProblem::OutOfRange { min: 0, max: 70 }),
        (9, CellProblem::NotAnOption("Milk".to_owned())),
        (10, CellProblem::OutOfRange { min: 1, max: 5 }),
    ];
    assert_eq!(wrong, Err(expected));
    assert_eq!(row(&[(f(F::Email), " "), (f(F::Side), "boss")], &[]), Err(vec![(0, CellProblem::Required), (1, CellProblem::UnknownSide)]));
}

#[test]
fn no_answer_is_none_and_a_word_that_means_something_is_one() {
    let mut questions = [question(1, QuestionKind::OneOf, Audience::Both), question(2, QuestionKind::Long, Audience::Both)];
    questions[0].options.push("None".to_owned());
    let read = row(
        &[
            (f(F::Name), "-"),
            (f(F::Email), "ada@example.org"),
            (f(F::Side), "n/a"),
            (f(F::Languages), "English, none"),
            (f(F::Wanted), "N/A"),
            (f(F::Offered), "Python (3 years); None"),
            (f(F::Headline), "None"),
            (f(F::Country), "NA"),
            (f(F::Zone), "#N/A"),
            (f(F::Years), "nan"),
            (Target::Question(questions[0].id), "none"),
            (Target::Question(questions[1].id), "None"),
        ],
        &questions,
    )
    .unwrap();
    assert_eq!((read.name, read.headline, read.country, read.zone, read.years), (None, None, None, None, None));
    assert_eq!((read.languages, read.wanted.len(), read.offered), (vec!["en".to_owned()], 0, vec!["Python".to_owned()]));
    assert_eq!(read.answers, [(questions[0].id, Answer::Choice(2)), (questions[1].id, Answer::Text("None".to_owned()))]);
    assert_eq!(row(&[(f(F::Name), "Nan"), (f(F::Email), "n/a")], &[]), Err(vec![(1, CellProblem::Required)]));
}

#[test]
fn cells_are_read_as_somebody_says() {
    let by = |rules, cells: &[(Target, &str)]| {
        let targets: Vec<Target> = cells.iter().map(|(target, _)| *target).collect();
        let texts: Vec<String> = cells.iter().map(|(_, text)| (*text).to_owned()).collect();
        check_row(&Setting { targets: &targets, questions: &[], side: Some((true, false)), capacity: 1, rules }, &Few, &texts)
    };
    let semicolons = Rules { between: ::cells::Between::Semicolon, ..Rules::default() };
    let read = by(semicolons, &[(f(F::Email), "a@b.org"), (f(F::Offered), "Leading, a team; SQL")]).unwrap();
    assert_eq!(read.offered, ["Leading a team", "SQL"]);
    let written = Rules { as_written: true, ..Rules::default() };
    let cells = [(f(F::Email), "a@b.org"), (f(F::Headline), "None"), (f(F::Offered), "Python (3 years)"), (f(F::Capacity), "-")];
    assert_eq!(by(written, &cells), Err(vec![Wrong { column: 3, problem: CellProblem::NotANumber }]));
    let read = by(written, &cells[..3]).unwrap();
    assert_eq!((read.headline.as_deref(), read.offered), (Some("None"), vec!["Python (3 years)".to_owned()]));
}

#[test]
fn what_surrounds_a_cell_does_not_count() {
    let read = row(
        &[
            (f(F::Name), "\u{202A}Ada\u{A0}Obi\u{202C}"),
            (f(F::Email), "Ada Obi <mailto:ada\u{200B}@example.org>;"),
            (f(F::Side), "Mentor – I have something to share"),
            (f(F::Capacity), "1-2"),
            (f(F::Languages), "English and Français"),
            (f(F::Country), "Kenya"),
            (f(F::Zone), "GMT+3"),
        ],
        &[],
    )
    .unwrap();
    assert_eq!((read.name.as_deref(), read.email.as_str(), read.capacity), (Some("Ada Obi"), "ada@example.org", 2));
    assert_eq!((read.languages.len(), read.zone.as_deref(), read.as_mentor), (2, Some("Africa/Nairobi"), true));
    assert_eq!(row(&[(f(F::Name), "????? ??????"), (f(F::Email), "a@b.org")], &[]), Err(vec![(0, CellProblem::Garbled)]));
}

#[test]
fn columns_must_be_able_to_enrol() {
    let (email, side) = (f(F::Email), f(F::Side));
    assert_eq!(check_targets(&[Target::Nothing, email, side, Target::Nothing], false), Ok(()));
    assert_eq!(check_targets(&[email], true), Ok(()));
    assert_eq!(check_targets(&[email], false), Err(TargetProblem::NoSide));
    assert_eq!(check_targets(&[side], false), Err(TargetProblem::NoEmail));
    assert_eq!(check_targets(&[email, side, email], false), Err(TargetProblem::Twice(0, 2)));
}

#[test]
fn targets_have_words() {
    let all = [Target::Nothing, f(F::Wanted), Target::Question(QuestionId(Uuid::from_u128(7)))];
    for target in all {
        assert_eq!(target.to_string().parse(), Ok(target));
    }
    assert!("magic".parse::<Target>().is_err() && "q-magic".parse::<Target>().is_err());
}

proptest! {
    #[test]
    fn no_text_is_too_strange(texts in prop::collection::vec("\\PC{0,40}|[0-9٠-٩.,;/\n ]{0,12}|mentor.{0,9}", 18)) {
        let questions: Vec<Question> = (1..=3).zip([QuestionKind::SeveralOf, QuestionKind::Scale, QuestionKind::Skills]).map(|(n, kind)| question(n, kind, Audience::Both)).collect();
        let targets: Vec<Target> = F::ALL.iter().map(|field| f(*field)).chain(questions.iter().map(|q| Target::Question(q.id))).collect();
        for side in [None, Some((true, true))] {
            let _ = check_row(&Setting { targets: &targets, questions: &questions, side, capacity: 1, rules: Rules::default() }, &Few, &texts);
            let _ = check_row(&Setting { targets: &targets, questions: &questions, side, capacity: 1, rules: Rules::default() }, &Few, &texts[..5]);
        }
    }
}

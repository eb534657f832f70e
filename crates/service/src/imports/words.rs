//! Columns and problems in the reader's words.

use super::preview::ImportPreview;
use domain::imports::{CellProblem, Enrolling, Target, TargetProblem};
use i18n::{I18n, m};
use store::imports::Line;

/// What a column may be for.
pub(super) fn target(i18n: I18n, preview: &ImportPreview, target: Target) -> String {
    match target {
        Target::Nothing => i18n.t(m::IMPORTS_FOR_NOTHING).to_owned(),
        Target::Question(id) => {
            preview.questions.iter().find(|question| question.id == id).map(|question| question.prompt.clone()).unwrap_or_default()
        }
        Target::Field(of) => i18n.t(wording::imports::field(of)).to_owned(),
    }
}

/// As what somebody takes part.
pub(super) fn side(i18n: I18n, person: &Enrolling) -> &'static str {
    i18n.t(wording::enrolments::sides(person.as_mentor, person.as_mentee))
}

/// What each column that is for something is for.
pub(super) fn labels(i18n: I18n, preview: &ImportPreview) -> Vec<Option<String>> {
    preview.targets.iter().map(|of| (*of != Target::Nothing).then(|| target(i18n, preview, *of))).collect()
}

/// What a column is called in the file; one without a name by its number.
pub(super) fn column(i18n: I18n, preview: &ImportPreview, place: usize) -> String {
    match preview.import.header.0.get(place).filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => i18n.f(m::IMPORTS_COLUMN_NUMBER, &[("number", &i18n.number(number(place + 1)))]),
    }
}

/// Why nobody can be enrolled by the columns.
pub(super) fn target_problem(i18n: I18n, preview: &ImportPreview, problem: TargetProblem) -> String {
    match problem {
        TargetProblem::NoEmail => i18n.t(m::IMPORTS_NO_EMAIL).to_owned(),
        TargetProblem::NoSide => i18n.t(m::IMPORTS_NO_SIDE).to_owned(),
        TargetProblem::Twice(first, second) => {
            let (first, second) = (column(i18n, preview, first), column(i18n, preview, second));
            i18n.f(m::IMPORTS_TWO_COLUMNS, &[("first", &first), ("second", &second)])
        }
    }
}

/// What is wrong with a line as a whole.
pub(super) fn row_problem(i18n: I18n, preview: &ImportPreview, line: &Line) -> Option<String> {
    let found = i18n.number(number(line.ragged?));
    let expected = i18n.number(number(preview.import.header.0.len()));
    Some(i18n.f(m::IMPORTS_RAGGED, &[("found", &found), ("expected", &expected)]))
}

/// What is wrong with a cell.
pub(super) fn cell_problem(i18n: I18n, problem: &CellProblem) -> String {
    let key = match problem {
        CellProblem::TwiceInFile { line } => {
            let line = i18n.number(i64::try_from(*line).unwrap_or(i64::MAX));
            return i18n.f(m::IMPORTS_TWICE, &[("line", &line)]);
        }
        CellProblem::OutOfRange { min, max } => {
            return i18n.f(m::ERRORS_OUT_OF_RANGE, &[("min", &i18n.number((*min).into())), ("max", &i18n.number((*max).into()))]);
        }
        CellProblem::TooLong { max } => return i18n.n(m::ERRORS_TOO_LONG, number(*max), &[]),
        CellProblem::TooMany { max } => return i18n.n(m::ERRORS_TOO_MANY_VALUES, number(*max), &[]),
        CellProblem::TooManyNewSkills { max } => return i18n.n(m::IMPORTS_TOO_MANY_SKILLS, number(*max), &[]),
        CellProblem::TooManySkillNames { max } => {
            return i18n.f(m::IMPORTS_TOO_MANY_SKILL_NAMES, &[("max", &i18n.number(number(*max)))]);
        }
        CellProblem::UnknownLanguage(text) => return i18n.f(m::IMPORTS_UNKNOWN_LANGUAGE, &[("text", text)]),
        CellProblem::NotAnOption(text) => return i18n.f(m::IMPORTS_NOT_AN_OPTION, &[("text", text)]),
        CellProblem::Garbled => m::IMPORTS_GARBLED,
        CellProblem::Required => m::ERRORS_REQUIRED,
        CellProblem::NotAnEmail => m::ERRORS_NOT_AN_EMAIL,
        CellProblem::UnknownSide => m::IMPORTS_UNKNOWN_SIDE,
        CellProblem::NotANumber => m::ERRORS_NOT_A_NUMBER,
        CellProblem::UnknownCountry => m::IMPORTS_UNKNOWN_COUNTRY,
        CellProblem::UnknownIndustry => m::IMPORTS_UNKNOWN_INDUSTRY,
        CellProblem::UnknownZone => m::IMPORTS_UNKNOWN_ZONE,
    };
    i18n.t(key).to_owned()
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

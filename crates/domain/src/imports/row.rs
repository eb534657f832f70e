//! From a row of texts to somebody to enrol, or to what is wrong beside each cell.

use super::cells::{self, Tables};
use super::problem::CellProblem;
use super::{ImportField as Field, Target};
use crate::accounts;
use crate::ids::QuestionId;
use crate::limits::{CAPACITY_MAX, LINE_MAX, LONG_TEXT_MAX, NAME_MAX, line, optional};
use crate::people::YEARS_MAX;
use crate::programs::Answer;
use crate::programs::questions::Question;
use ::cells::{Rules, garbled};
use serde::{Deserialize, Serialize};

/// Somebody to enrol. Skills are names as typed, until the service has found them; then they are ids.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Enrolling {
    /// Their name, if the file says it.
    pub name: Option<String>,
    /// Their address.
    pub email: String,
    /// Offers mentoring.
    pub as_mentor: bool,
    /// Looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees they can take; 0 for who is no mentor.
    pub capacity: i32,
    /// Codes of languages, the best first.
    pub languages: Vec<String>,
    /// Skills that they can help with.
    pub offered: Vec<String>,
    /// Skills that they would like to learn.
    pub wanted: Vec<String>,
    /// Themselves in one line.
    pub headline: Option<String>,
    /// What they work as.
    pub job: Option<String>,
    /// An industry's id.
    pub industry: Option<String>,
    /// A country's code.
    pub country: Option<String>,
    /// An IANA time zone.
    pub zone: Option<String>,
    /// Years of experience.
    pub years: Option<i32>,
    /// Answers to the program's questions.
    pub answers: Vec<(QuestionId, Answer)>,
}

/// A cell with what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The column's place.
    pub column: usize,
    /// What is wrong.
    pub problem: CellProblem,
}

/// What all rows of a file have in common.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What each column is for.
    pub targets: &'a [Target],
    /// The program's questions.
    pub questions: &'a [Question],
    /// What whoever doesn't say it is: `(mentor, mentee)`.
    pub side: Option<(bool, bool)>,
    /// How many mentees a mentor takes who doesn't say it.
    pub capacity: i32,
    /// How cells are read.
    pub rules: Rules,
}

/// Checks a row whose columns can enrol people ([`super::check_targets`]).
///
/// # Errors
/// Every wrong cell, in the order of the columns.
pub fn check_row(setting: &Setting<'_>, tables: &impl Tables, row: &[String]) -> Result<Enrolling, Vec<Wrong>> {
    let mut row = RowCheck { setting, row, wrong: Vec::new() };
    let side = row.take(Field::Side, |text| cells::side(text).ok_or(CellProblem::UnknownSide));
    let (as_mentor, as_mentee) = match side.or(setting.side) {
        Some(sides) => sides,
        None => row.missing(Field::Side),
    };
    let capacity = if as_mentor { row.take(Field::Capacity, |text| cells::number(text, 1, CAPACITY_MAX)) } else { None };
    let email = match row.take(Field::Email, |text| Ok(accounts::email(text)?)) {
        Some(email) => email,
        None => row.missing(Field::Email),
    };
    let rules = setting.rules;
    let short = |text: &str| if rules.is_no_answer(text) { Ok(None) } else { Ok(optional(line(text, 0, LINE_MAX)?)) };
    let country = row.take(Field::Country, |text| tables.country(text).ok_or(CellProblem::UnknownCountry));
    let zone = row.take(Field::Zone, |text| tables.zone(text, country.as_deref()).ok_or(CellProblem::UnknownZone));
    let enrolling = Enrolling {
        name: row.name(),
        email,
        as_mentor,
        as_mentee,
        capacity: if as_mentor { capacity.unwrap_or(setting.capacity) } else { 0 },
        languages: row.take(Field::Languages, |text| cells::languages(text, rules, tables)).unwrap_or_default(),
        offered: row.take(Field::Offered, |text| cells::skills(text, rules)).unwrap_or_default(),
        wanted: row.take(Field::Wanted, |text| cells::skills(text, rules)).unwrap_or_default(),
        headline: row.take(Field::Headline, short).flatten(),
        job: row.take(Field::Job, short).flatten(),
        industry: row.take(Field::Industry, |text| tables.industry(text).ok_or(CellProblem::UnknownIndustry)),
        country,
        zone,
        years: row.take(Field::Years, |text| cells::number(text, 0, YEARS_MAX)),
        answers: row.answers((as_mentor, as_mentee)),
    };
    let mut wrong = row.wrong;
    wrong.sort_by_key(|wrong| wrong.column);
    if wrong.is_empty() { Ok(enrolling) } else { Err(wrong) }
}

struct RowCheck<'a> {
    setting: &'a Setting<'a>,
    row: &'a [String],
    wrong: Vec<Wrong>,
}

impl RowCheck<'_> {
    fn column(&self, target: Target) -> Option<usize> {
        self.setting.targets.iter().position(|other| *other == target)
    }

    /// What the cell of a target is worth; nothing when it is empty or says that there is no answer, and when it is wrong, which
    /// is noted.
    fn cell<T>(&mut self, target: Target, read: impl FnOnce(&str) -> Result<T, CellProblem>) -> Option<T> {
        let column = self.column(target)?;
        let text = self.row.get(column)?;
        // No cell holds more than the longest text; what would be read piece by piece is not begun.
        if text.len() > LONG_TEXT_MAX && text.chars().count() > LONG_TEXT_MAX {
            self.wrong.push(Wrong { column, problem: CellProblem::TooLong { max: LONG_TEXT_MAX } });
            return None;
        }
        let rules = self.setting.rules;
        let text = Some(rules.cleaned(text)).filter(|text| !rules.is_no_answer_for_sure(text))?;
        match read(&text) {
            Ok(value) => Some(value),
            // "None" may be an option, and "NA" is a country: only what means nothing else is no answer.
            Err(_) if rules.is_no_answer(&text) => None,
            Err(problem) => {
                self.wrong.push(Wrong { column, problem });
                None
            }
        }
    }

    fn take<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, CellProblem>) -> Option<T> {
        self.cell(Target::Field(field), read)
    }

    /// Notes that a field says nothing, unless something else is wrong with it.
    fn missing<T: Default>(&mut self, field: Field) -> T {
        if let Some(column) = self.column(Target::Field(field))
            && !self.wrong.iter().any(|wrong| wrong.column == column)
        {
            self.wrong.push(Wrong { column, problem: CellProblem::Required });
        }
        T::default()
    }

    fn name(&mut self) -> Option<String> {
        let read = |text: &str| if garbled(text) { Err(CellProblem::Garbled) } else { Ok(line(text, 0, NAME_MAX)?) };
        let whole = self.take(Field::Name, read);
        let parts = [Field::FirstName, Field::LastName].map(|field| self.take(field, read));
        let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        // Two parts that fit may be too long together; a shorter name greets as well.
        let fits = optional(joined.chars().take(NAME_MAX).collect());
        whole.and_then(optional).or(fits)
    }

    fn answers(&mut self, (as_mentor, as_mentee): (bool, bool)) -> Vec<(QuestionId, Answer)> {
        let (questions, rules) = (self.setting.questions, self.setting.rules);
        let mut answers = Vec::new();
        for question in questions.iter().filter(|question| question.audience.asks(as_mentor, as_mentee)) {
            let answer = self.cell(Target::Question(question.id), |text| cells::answer(question, text, rules));
            answers.extend(answer.map(|answer| (question.id, answer)));
        }
        answers
    }
}

//! The form one enrols with, and the rule that lets one in.

use super::EnrolmentStatus;
use crate::fit::{Criterion, RANK_FACTORS};
use crate::limits::{self, CAPACITY_MAX};
use crate::problem::{ProblemCode, Problems, Refusal};
use crate::programs::{JoinPolicy, ProgramStatus};

/// The form, as typed. Field names: `sides` (for both boxes), `capacity`, `criteria`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnrolmentDraft {
    /// Whether one offers mentoring.
    pub as_mentor: bool,
    /// Whether one looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees one can take; matters to mentors.
    pub capacity: String,
    /// What matters most to a mentee, most important first: words of [`Criterion`], empty ones are left out.
    pub criteria: Vec<String>,
}

/// What a valid form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentFields {
    /// Whether one offers mentoring.
    pub as_mentor: bool,
    /// Whether one looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees one can take; 0 for who is no mentor.
    pub capacity: i32,
    /// What matters most to a mentee, each once.
    pub criteria: Vec<Criterion>,
}

impl EnrolmentDraft {
    /// Checks the form.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self) -> Result<EnrolmentFields, Problems> {
        let mut problems = Problems::default();
        if !self.as_mentor && !self.as_mentee {
            problems.add("sides", ProblemCode::Required);
        }
        let capacity = if self.as_mentor { problems.check("capacity", capacity(&self.capacity)) } else { Some(0) };
        let criteria = if self.as_mentee { problems.check("criteria", criteria(&self.criteria)) } else { Some(Vec::new()) };
        problems.into_result()?;
        Ok(EnrolmentFields {
            as_mentor: self.as_mentor,
            as_mentee: self.as_mentee,
            capacity: capacity.unwrap_or_default(),
            criteria: criteria.unwrap_or_default(),
        })
    }
}

/// How many mentees somebody can take, as typed.
///
/// # Errors
/// Nothing, no number, or one out of range.
pub fn capacity(typed: &str) -> Result<i32, ProblemCode> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ProblemCode::Required);
    }
    limits::range(typed.parse().map_err(|_| ProblemCode::NotANumber)?, 1, CAPACITY_MAX)
}

fn criteria(typed: &[String]) -> Result<Vec<Criterion>, ProblemCode> {
    let mut ranked = Vec::new();
    for word in typed.iter().filter(|word| !word.is_empty()) {
        let criterion = word.parse().ok().filter(|criterion| Criterion::RANKABLE.contains(criterion)).ok_or(ProblemCode::NotAChoice)?;
        if !ranked.contains(&criterion) {
            ranked.push(criterion);
        }
    }
    if ranked.len() > RANK_FACTORS.len() { Err(ProblemCode::TooMany { max: RANK_FACTORS.len() }) } else { Ok(ranked) }
}

/// What decides whether somebody may enrol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinFacts {
    /// Where the program is.
    pub program: ProgramStatus,
    /// Who may enrol.
    pub policy: JoinPolicy,
    /// Whether the program belongs to an organisation.
    pub in_organisation: bool,
    /// Whether the person is a member of it, or coordinates the program.
    pub member: bool,
    /// Whether they came by the program's link.
    pub has_link: bool,
    /// Their enrolment from before.
    pub before: Option<EnrolmentStatus>,
    /// Whether their address is confirmed.
    pub verified: bool,
}

/// Whether somebody may enrol (again). Who left may come back the way they came; who was removed may not.
///
/// # Errors
/// Why not.
pub const fn may_join(facts: &JoinFacts) -> Result<(), Refusal> {
    if !facts.program.accepts_enrolments() {
        return Err(Refusal::EnrolmentClosed);
    }
    let came_before = match facts.before {
        None => false,
        Some(EnrolmentStatus::Left) => true,
        Some(EnrolmentStatus::Removed) => return Err(Refusal::EnrolmentClosed),
        Some(_) => return Err(Refusal::AlreadyEnrolled),
    };
    let invited = match facts.policy {
        JoinPolicy::Everyone => facts.member || !facts.in_organisation,
        JoinPolicy::Members => facts.member,
        JoinPolicy::Link => facts.has_link,
    };
    if !invited && !came_before {
        return Err(Refusal::EnrolmentClosed);
    }
    if facts.verified { Ok(()) } else { Err(Refusal::EmailNotVerified) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> EnrolmentDraft {
        EnrolmentDraft {
            as_mentor: true,
            as_mentee: true,
            capacity: " 3 ".to_owned(),
            criteria: vec!["aims".to_owned(), String::new(), "skills".to_owned(), "aims".to_owned()],
        }
    }

    fn problems(draft: &EnrolmentDraft) -> Vec<(String, ProblemCode)> {
        draft.check().unwrap_err().0.into_iter().map(|p| (p.field, p.code)).collect()
    }

    #[test]
    fn a_form_is_read_for_the_sides_it_is_for() {
        let both = draft().check().unwrap();
        assert_eq!((both.capacity, both.criteria), (3, vec![Criterion::Aims, Criterion::Skills]));
        let mentee = EnrolmentDraft { as_mentor: false, capacity: "many".to_owned(), ..draft() }.check().unwrap();
        assert_eq!(mentee.capacity, 0, "who is no mentor has no room, whatever the field says");
        let mentor = EnrolmentDraft { as_mentee: false, criteria: vec!["luck".to_owned()], ..draft() }.check().unwrap();
        assert!(mentor.criteria.is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let problem = |field: &str, code| vec![(field.to_owned(), code)];
        assert_eq!(problems(&EnrolmentDraft::default()), problem("sides", ProblemCode::Required));
        let with = |capacity: &str| EnrolmentDraft { capacity: capacity.to_owned(), ..draft() };
        assert_eq!(problems(&with("")), problem("capacity", ProblemCode::Required));
        assert_eq!(problems(&with("two")), problem("capacity", ProblemCode::NotANumber));
        assert_eq!(problems(&with("0")), problem("capacity", ProblemCode::OutOfRange { min: 1, max: 200 }));
        let luck = EnrolmentDraft { criteria: vec!["luck".to_owned()], ..draft() };
        assert_eq!(problems(&luck), problem("criteria", ProblemCode::NotAChoice));
        let preference = EnrolmentDraft { criteria: vec!["mentee_wish".to_owned()], ..draft() };
        assert_eq!(problems(&preference), problem("criteria", ProblemCode::NotAChoice));
        let all = EnrolmentDraft { criteria: Criterion::RANKABLE.iter().map(ToString::to_string).collect(), ..draft() };
        assert_eq!(problems(&all), problem("criteria", ProblemCode::TooMany { max: 4 }));
    }

    const OPEN: JoinFacts = JoinFacts {
        program: ProgramStatus::Open,
        policy: JoinPolicy::Everyone,
        in_organisation: false,
        member: false,
        has_link: false,
        before: None,
        verified: true,
    };

    #[test]
    fn only_an_open_or_running_program_takes_people_in() {
        for program in ProgramStatus::ALL.iter().copied() {
            let expected =
                if matches!(program, ProgramStatus::Open | ProgramStatus::Running) { Ok(()) } else { Err(Refusal::EnrolmentClosed) };
            assert_eq!(may_join(&JoinFacts { program, ..OPEN }), expected, "{program}");
        }
    }

    #[test]
    fn each_policy_lets_in_whom_it_names() {
        // Columns: stranger to an open program, stranger, member, stranger with the link.
        let table = [
            (JoinPolicy::Everyone, [true, false, true, false]),
            (JoinPolicy::Members, [false, false, true, false]),
            (JoinPolicy::Link, [false, false, false, true]),
        ];
        for (policy, expected) in table {
            let cells = [(false, false, false), (true, false, false), (true, true, false), (true, false, true)];
            for ((in_organisation, member, has_link), yes) in cells.into_iter().zip(expected) {
                let facts = JoinFacts { policy, in_organisation, member, has_link, ..OPEN };
                assert_eq!(may_join(&facts).is_ok(), yes, "{facts:?}");
            }
        }
    }

    #[test]
    fn what_was_before_counts() {
        let before = |status| may_join(&JoinFacts { before: Some(status), policy: JoinPolicy::Link, ..OPEN });
        assert_eq!(before(EnrolmentStatus::Left), Ok(()));
        assert_eq!(before(EnrolmentStatus::Removed), Err(Refusal::EnrolmentClosed));
        for status in [EnrolmentStatus::Pending, EnrolmentStatus::Active, EnrolmentStatus::Paused] {
            assert_eq!(before(status), Err(Refusal::AlreadyEnrolled), "{status}");
        }
        assert_eq!(may_join(&JoinFacts { verified: false, ..OPEN }), Err(Refusal::EmailNotVerified));
    }
}

//! What a column says: one of the fields that everybody has, a question of the program, or nothing that matters.

use crate::ids::QuestionId;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// A field that a column may fill.
    pub enum ImportField {
        /// The whole name.
        Name = "name",
        /// The first name.
        FirstName = "first_name",
        /// The family name.
        LastName = "last_name",
        /// The address.
        Email = "email",
        /// Mentor, mentee or both.
        Side = "side",
        /// How many mentees a mentor can take.
        Capacity = "capacity",
        /// Languages.
        Languages = "languages",
        /// Skills that somebody can help with.
        Offered = "skills_offered",
        /// Skills that somebody would like to learn.
        Wanted = "skills_wanted",
        /// Oneself in one line.
        Headline = "headline",
        /// What somebody works as.
        Job = "job",
        /// A line of work.
        Industry = "industry",
        /// A country.
        Country = "country",
        /// A time zone.
        Zone = "zone",
        /// Years of experience.
        Years = "years",
    }
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Nothing that is kept.
    Nothing,
    /// A field.
    Field(ImportField),
    /// The answer to a question.
    Question(QuestionId),
}

impl Target {
    /// Whether somebody can be enrolled of whom it says nothing.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        !matches!(self, Self::Nothing | Self::Field(ImportField::Email | ImportField::Side))
    }
}

/// The word by which forms and drafts know it; empty for nothing.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Field(field) => field.fmt(f),
            Self::Question(id) => write!(f, "q-{id}"),
        }
    }
}

impl FromStr for Target {
    type Err = crate::text_enum::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word.strip_prefix("q-").and_then(|id| id.parse().ok()) {
            Some(question) => Ok(Self::Question(question)),
            None if word.is_empty() => Ok(Self::Nothing),
            None => word.parse().map(Self::Field),
        }
    }
}

/// Why nobody can be enrolled by these columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetProblem {
    /// No column has addresses.
    NoEmail,
    /// No column says who is what, nor is one thing said of everybody.
    NoSide,
    /// Two columns are for the same thing: their places.
    Twice(usize, usize),
}

/// Whether people can be enrolled by these columns.
///
/// # Errors
/// The first thing that is in the way.
pub fn check_targets(targets: &[Target], side_for_all: bool) -> Result<(), TargetProblem> {
    let first = |target: &Target| targets.iter().position(|other| other == target);
    for (at, target) in targets.iter().enumerate().filter(|(_, target)| **target != Target::Nothing) {
        if let Some(before) = first(target).filter(|before| *before < at) {
            return Err(TargetProblem::Twice(before, at));
        }
    }
    if first(&Target::Field(ImportField::Email)).is_none() {
        Err(TargetProblem::NoEmail)
    } else if first(&Target::Field(ImportField::Side)).is_none() && !side_for_all {
        Err(TargetProblem::NoSide)
    } else {
        Ok(())
    }
}

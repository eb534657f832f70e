//! Enrolment questions: what a coordinator may ask, and what counts as an answer.
//!
//! Names of skills can't be judged here (the taxonomy isn't in this crate): they come out as typed, for the service.

mod answers;
mod draft;

pub use answers::{Checked, check_answer, options_chosen, shown};
pub use draft::{QuestionDraft, QuestionFields};

use super::{Audience, QuestionKind};
use crate::ids::QuestionId;
use serde::{Deserialize, Serialize};

/// Most questions of one program.
pub const QUESTIONS_MAX: usize = 30;
/// Longest question, in characters.
pub const PROMPT_MAX: usize = 200;
/// Fewest options of a question that offers some.
pub const OPTIONS_MIN: usize = 2;
/// Most options of one question.
pub const OPTIONS_MAX: usize = 20;
/// Longest option, in characters.
pub const OPTION_MAX: usize = 100;

/// A question that people answer when they enrol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its place in the order.
    pub position: i32,
    /// What can be answered.
    pub kind: QuestionKind,
    /// Who is asked.
    pub audience: Audience,
    /// The question.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether it counts in the fit.
    pub counted: bool,
}

impl Audience {
    /// Whether somebody who enrols as this is asked.
    #[must_use]
    pub const fn asks(self, as_mentor: bool, as_mentee: bool) -> bool {
        match self {
            Self::Mentor => as_mentor,
            Self::Mentee => as_mentee,
            Self::Both => as_mentor || as_mentee,
        }
    }
}

impl QuestionKind {
    /// Whether there are options to choose from.
    #[must_use]
    pub const fn has_options(self) -> bool {
        matches!(self, Self::OneOf | Self::SeveralOf)
    }

    /// Whether answers can be compared, and so count in the fit. Free text can't.
    #[must_use]
    pub const fn can_count(self) -> bool {
        !matches!(self, Self::Short | Self::Long)
    }
}

#[cfg(test)]
mod tests;

//! What can be wrong with a problem.

use std::fmt;

/// Why a problem can't be stated. Indices count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemError {
    /// A list has another length than it must have.
    Length {
        /// Which list.
        what: &'static str,
        /// How long it must be.
        expected: usize,
        /// How long it is.
        found: usize,
    },
    /// The offsets of the rows don't start at 0, fall, or don't end at the number of pairs.
    Offsets,
    /// A mentee's candidates aren't in ascending order, or one is there twice.
    Order {
        /// The mentee.
        mentee: u32,
    },
    /// There is no such mentee.
    NoMentee {
        /// The mentee.
        mentee: u32,
    },
    /// There is no such mentor.
    NoMentor {
        /// The mentor.
        mentor: u32,
    },
    /// A pair has two scores.
    Twice {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// A score is larger than [`crate::MAX_SCORE`], or smaller than its negative.
    Score {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// A pinned pair is no candidate, or is pinned twice.
    Pin {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// More pairs are pinned for a mentee than they want mentors.
    PinsOfMentee {
        /// The mentee.
        mentee: u32,
    },
    /// More pairs are pinned with a mentor than they have places.
    PinsOfMentor {
        /// The mentor.
        mentor: u32,
    },
    /// The mentors' scores aren't for the same pairs as the mentees'.
    MentorScores,
    /// So many people with scores so large that a sum could overflow: see [`crate::Problem`] for the bound.
    TooLarge,
}

impl fmt::Display for ProblemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { what, expected, found } => write!(f, "{what}: {found} where there must be {expected}"),
            Self::Offsets => write!(f, "the offsets of the rows are out of order"),
            Self::Order { mentee } => write!(f, "the candidates of mentee {mentee} are not in ascending order"),
            Self::NoMentee { mentee } => write!(f, "there is no mentee {mentee}"),
            Self::NoMentor { mentor } => write!(f, "there is no mentor {mentor}"),
            Self::Twice { mentee, mentor } => write!(f, "mentee {mentee} and mentor {mentor} have two scores"),
            Self::Score { mentee, mentor } => write!(f, "the score of mentee {mentee} with mentor {mentor} is out of range"),
            Self::Pin { mentee, mentor } => {
                write!(f, "mentee {mentee} and mentor {mentor} can't be pinned: no candidates, or pinned already")
            }
            Self::PinsOfMentee { mentee } => write!(f, "mentee {mentee} is pinned to more mentors than they want"),
            Self::PinsOfMentor { mentor } => write!(f, "more mentees are pinned to mentor {mentor} than there are places"),
            Self::MentorScores => write!(f, "the mentors' scores are for other pairs than the mentees'"),
            Self::TooLarge => write!(f, "so many people with scores so large: a sum could overflow"),
        }
    }
}

impl std::error::Error for ProblemError {}

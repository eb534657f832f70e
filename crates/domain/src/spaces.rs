//! Spaces: where people work together, and who reads and writes what stands there.
//!
//! What stands with one mentorship (goals, its agreement, its end) has rules of its own, in [`crate::goals`] and
//! [`crate::mentorships`]. Coordinators are not in a space: they see how a mentorship goes, not what is said there.

use crate::programs::ProgramKind;
use crate::{MentorshipId, SpaceId};
use chrono::{DateTime, Duration, Utc};

text_enum! {
    /// What a space is of.
    pub enum SpaceKind {
        /// One mentorship.
        Pair = "pair",
        /// All current mentorships of one mentor in a program.
        Group = "group",
        /// One booked hour, without a mentorship.
        Hour = "hour",
    }
}

impl From<ProgramKind> for SpaceKind {
    fn from(kind: ProgramKind) -> Self {
        match kind {
            ProgramKind::Pair => Self::Pair,
            ProgramKind::Group => Self::Group,
        }
    }
}

impl SpaceId {
    /// The space of a pair: it has the id of its mentorship.
    #[must_use]
    pub const fn of_pair(mentorship: MentorshipId) -> Self {
        Self(mentorship.0)
    }
}

/// How long people still write in a space after their mentorship there has ended.
pub const WRITING_AFTER_THE_END: Duration = Duration::days(14);

/// Somebody's time in a space. Who never was in it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// A mentorship of theirs in it has begun and isn't over.
    Current,
    /// The last of their mentorships in it ended then.
    Ended(DateTime<Utc>),
}

impl Presence {
    /// Of whether a mentorship of theirs in the space is under way, and of when the last of those that began there ended.
    /// A mentorship that is only proposed is neither: nobody reads what a group says before both have said yes.
    #[must_use]
    pub fn of(under_way: bool, last_end: Option<DateTime<Utc>>) -> Option<Self> {
        if under_way { Some(Self::Current) } else { last_end.map(Self::Ended) }
    }

    /// The moment they leave the space: 14 days after the end. Until then they write, and read what is written; what is
    /// written from then on isn't theirs to read. Nobody writes where they couldn't read the answer. `None` while they are in it.
    #[must_use]
    pub fn until(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Current => None,
            // An end so late that there is no such moment is one that never comes.
            Self::Ended(at) => at.checked_add_signed(WRITING_AFTER_THE_END),
        }
    }

    /// Whether they may write now.
    #[must_use]
    pub fn writes(self, now: DateTime<Utc>) -> bool {
        self.until().is_none_or(|until| now < until)
    }

    /// Whether they may read what was written then.
    #[must_use]
    pub fn reads(self, written_at: DateTime<Utc>) -> bool {
        self.until().is_none_or(|until| written_at < until)
    }
}

#[cfg(test)]
#[path = "spaces_tests.rs"]
mod tests;

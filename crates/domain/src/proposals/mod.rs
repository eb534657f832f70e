//! Proposals: a pair of a match run that is put to both before anything begins. Each says yes or no in their own time; with two
//! yeses a mentorship begins, one no ends it.
//!
//! What it does not do: read or write a proposal, or begin a mentorship. A proposal is not a mentorship: until two yeses there is
//! no space, no agreement and no goal, so the states of mentorships know nothing of it.

mod decide;
mod texts;
pub mod views;

pub use decide::{Decision, ProposalAct, ProposalActor, decide};
pub use texts::{No, reminder_at};

use crate::problem::Refusal;

text_enum! {
    /// Where a proposal is. Only one that is proposed changes.
    pub enum ProposalStatus {
        /// Waits for one or both.
        Proposed = "proposed",
        /// Both said yes: a mentorship came of it.
        Accepted = "accepted",
        /// One said no.
        Declined = "declined",
        /// Somebody did not answer in time.
        Expired = "expired",
        /// Taken back by the coordinator, or because the pair can't come about any more.
        TakenBack = "taken_back",
    }
}

text_enum! {
    /// What one of the two said.
    pub enum ProposalAnswer {
        /// Let us begin.
        Yes = "yes",
        /// Rather not.
        No = "no",
    }
}

text_enum! {
    /// Why somebody says no. The coordinator learns it, the other one doesn't.
    pub enum NoReason {
        /// They know each other too well, or work for one another.
        TooClose = "too_close",
        /// What the one wants isn't what the other offers.
        OtherTopics = "other_topics",
        /// No time at present.
        NoTime = "no_time",
        /// They would rather have somebody else.
        SomebodyElse = "somebody_else",
        /// Something else; the text may say what.
        Other = "other",
    }
}

impl ProposalStatus {
    /// Accepted, declined, expired or taken back: never changes again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::Proposed)
    }

    /// Whether it holds the mentor's place and the mentee's: else two could be promised the last one.
    #[must_use]
    pub const fn holds_a_place(self) -> bool {
        matches!(self, Self::Proposed)
    }

    /// Whether its pair may be published again from the same run.
    #[must_use]
    pub const fn frees_the_pair(self) -> bool {
        matches!(self, Self::Expired | Self::TakenBack)
    }

    /// Where it is after both said what they said.
    ///
    /// # Errors
    /// [`Refusal::ProposalEnded`] when it has ended.
    pub const fn after(self, mentee: Option<ProposalAnswer>, mentor: Option<ProposalAnswer>) -> Result<Self, Refusal> {
        use ProposalAnswer::{No, Yes};
        match (self, mentee, mentor) {
            (Self::Proposed, Some(No), _) | (Self::Proposed, _, Some(No)) => Ok(Self::Declined),
            (Self::Proposed, Some(Yes), Some(Yes)) => Ok(Self::Accepted),
            (Self::Proposed, _, _) => Ok(Self::Proposed),
            _ => Err(Refusal::ProposalEnded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ProposalAnswer::{No, Yes};
    use ProposalStatus as S;

    #[test]
    fn two_yeses_begin_it_and_one_no_ends_it() {
        for (mentee, mentor, after) in [
            (None, None, S::Proposed),
            (Some(Yes), None, S::Proposed),
            (None, Some(Yes), S::Proposed),
            (Some(Yes), Some(Yes), S::Accepted),
            (Some(No), None, S::Declined),
            (None, Some(No), S::Declined),
            (Some(Yes), Some(No), S::Declined),
            (Some(No), Some(Yes), S::Declined),
            (Some(No), Some(No), S::Declined),
        ] {
            assert_eq!(S::Proposed.after(mentee, mentor), Ok(after), "{mentee:?} {mentor:?}");
        }
        for over in [S::Accepted, S::Declined, S::Expired, S::TakenBack] {
            assert_eq!(over.after(Some(Yes), Some(Yes)), Err(Refusal::ProposalEnded), "{over}");
        }
    }

    #[test]
    fn a_place_is_held_while_it_is_open_and_the_pair_is_free_when_nobody_said_no() {
        for status in S::ALL.iter().copied() {
            assert_eq!(status.holds_a_place(), status == S::Proposed, "{status}");
            assert_eq!(status.is_over(), status != S::Proposed, "{status}");
            assert_eq!(status.frees_the_pair(), matches!(status, S::Expired | S::TakenBack), "{status}");
        }
    }
}

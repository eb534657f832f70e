//! Who may do what with a proposal: one total function, so that no caller has an opinion of its own.

use super::{ProposalAnswer, ProposalStatus};
use crate::ids::PersonId;
use crate::problem::Refusal;

/// What somebody is to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalActor {
    /// The mentee.
    Mentee,
    /// The mentor.
    Mentor,
    /// A coordinator of the program: sees it with its answers, and takes it back.
    Coordinator,
    /// Takes part in the same program: to them it does not exist.
    OtherParticipant,
    /// Has nothing to do with the program: to them it does not exist.
    Outsider,
    /// Isn't signed in.
    Anonymous,
}

text_enum! {
    /// What can be done to a proposal.
    pub enum ProposalAct {
        /// Say yes.
        SayYes = "say_yes",
        /// Say no.
        SayNo = "say_no",
        /// Take it back, with the publication that it is part of.
        TakeBack = "take_back",
    }
}

impl ProposalActor {
    /// What this person is to a proposal to those two. The two themselves come first: a coordinator who is proposed answers like
    /// anybody.
    #[must_use]
    pub fn of(person: Option<PersonId>, mentee: PersonId, mentor: PersonId, coordinates: bool, takes_part: bool) -> Self {
        match person {
            None => Self::Anonymous,
            Some(person) if person == mentee => Self::Mentee,
            Some(person) if person == mentor => Self::Mentor,
            Some(_) if coordinates => Self::Coordinator,
            Some(_) if takes_part => Self::OtherParticipant,
            Some(_) => Self::Outsider,
        }
    }

    /// Whether they may read it at all.
    #[must_use]
    pub const fn sees(self) -> bool {
        matches!(self, Self::Mentee | Self::Mentor | Self::Coordinator)
    }
}

/// The answer to "may they?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allowed,
    /// It would be theirs to do, but not now.
    Refused(Refusal),
    /// They see it, but this isn't theirs to do.
    Forbidden,
    /// To them it does not exist.
    NotFound,
    /// Who are they?
    SignInNeeded,
}

/// Decides on an act. `own` is what the one who acts has said already, `anybody` whether one of the two has answered. Checked in
/// this order: whether they know of it, whether it is theirs to do, whether it is open, what was said before.
#[must_use]
pub const fn decide(
    status: ProposalStatus,
    actor: ProposalActor,
    act: ProposalAct,
    own: Option<ProposalAnswer>,
    anybody: bool,
) -> Decision {
    use ProposalAct::{SayNo, SayYes, TakeBack};
    match (actor, act) {
        (ProposalActor::Anonymous, _) => return Decision::SignInNeeded,
        (ProposalActor::Outsider | ProposalActor::OtherParticipant, _) => return Decision::NotFound,
        (ProposalActor::Coordinator, SayYes | SayNo) | (ProposalActor::Mentee | ProposalActor::Mentor, TakeBack) => {
            return Decision::Forbidden;
        }
        (ProposalActor::Coordinator, TakeBack) | (ProposalActor::Mentee | ProposalActor::Mentor, SayYes | SayNo) => {}
    }
    if status.is_over() {
        return Decision::Refused(Refusal::ProposalEnded);
    }
    match (act, own, anybody) {
        // Who has said yes may still think better of it; a second yes says nothing new.
        (SayYes, Some(_), _) => Decision::Refused(Refusal::AlreadyAnswered),
        (TakeBack, _, true) => Decision::Refused(Refusal::NothingToTakeBack),
        (SayYes, None, _) | (SayNo, _, _) | (TakeBack, _, false) => Decision::Allowed,
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;

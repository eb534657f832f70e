//! Who may do what with a request: one total function, so that no caller has an opinion of its own.

use super::{RequestAction, RequestStatus, Turn};
use crate::ids::PersonId;
use crate::problem::Refusal;

/// What somebody is to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestActor {
    /// The mentee who asks.
    Asker,
    /// The mentor who is asked.
    Asked,
    /// A coordinator of the program: sees it.
    Coordinator,
    /// Takes part in the same program: to them it does not exist.
    OtherParticipant,
    /// Has nothing to do with the program: to them it does not exist.
    Outsider,
    /// Isn't signed in.
    Anonymous,
}

impl RequestActor {
    /// What this person is to a request between those two. The two themselves come first: a coordinator who is asked
    /// answers like anybody.
    #[must_use]
    pub fn of(person: Option<PersonId>, asker: PersonId, asked: PersonId, coordinates: bool, takes_part: bool) -> Self {
        match person {
            None => Self::Anonymous,
            Some(person) if person == asker => Self::Asker,
            Some(person) if person == asked => Self::Asked,
            Some(_) if coordinates => Self::Coordinator,
            Some(_) if takes_part => Self::OtherParticipant,
            Some(_) => Self::Outsider,
        }
    }

    /// Whether they may read it at all.
    #[must_use]
    pub const fn sees(self) -> bool {
        matches!(self, Self::Asker | Self::Asked | Self::Coordinator)
    }
}

/// The answer to "may they?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes, and the request is then in this state.
    Allowed(RequestStatus),
    /// It would be theirs to do, but not now.
    Refused(Refusal),
    /// They see it, but this isn't theirs to do.
    Forbidden,
    /// To them it does not exist.
    NotFound,
    /// Who are they?
    SignInNeeded,
}

/// Decides on an act. Checked in this order: whether they know of it, whether it is theirs to do, whether it is still
/// pending, whose turn it is. Accepting, declining and withdrawing need no turn.
#[must_use]
pub const fn decide(status: RequestStatus, actor: RequestActor, action: RequestAction, turn: Turn) -> Decision {
    use RequestAction::{Accept, Answer, AskBack, Decline, Extend, Withdraw};
    match (actor, action) {
        (RequestActor::Anonymous, _) => return Decision::SignInNeeded,
        (RequestActor::Outsider | RequestActor::OtherParticipant, _) => return Decision::NotFound,
        (RequestActor::Coordinator, _)
        | (RequestActor::Asker, Accept | Decline | AskBack | Extend)
        | (RequestActor::Asked, Withdraw | Answer) => return Decision::Forbidden,
        (RequestActor::Asker, Withdraw | Answer) | (RequestActor::Asked, Accept | Decline | AskBack | Extend) => {}
    }
    if status.is_over() {
        return Decision::Refused(Refusal::RequestEnded);
    }
    match (action, turn) {
        (Accept, _) => Decision::Allowed(RequestStatus::Accepted),
        (Decline, _) => Decision::Allowed(RequestStatus::Declined),
        (Withdraw, _) => Decision::Allowed(RequestStatus::Withdrawn),
        (AskBack | Extend, Turn::Asked) | (Answer, Turn::Asker) => Decision::Allowed(RequestStatus::Pending),
        (AskBack | Extend, Turn::Asker) | (Answer, Turn::Asked) => Decision::Refused(Refusal::NotYourTurn),
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;

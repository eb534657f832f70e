//! Match requests: their states, whose turn it is, and the clock that runs only while it is the asked's turn.
//!
//! What it does not do: read or write a request, or know who somebody is; the service gathers the facts, and both sides
//! of the wire ask the same rules.

mod ask;
mod clock;
mod decide;
mod reply_speed;
mod texts;
pub mod views;

pub use ask::{AcceptFacts, AskFacts, COOL_DOWN, asked_in_a_day, may_accept, may_ask};
pub use clock::{Reminder, RequestClock};
pub use decide::{Decision, RequestActor, decide};
pub use reply_speed::{ANSWERS_NEEDED, ReplySpeed, usual_reply};
pub use texts::{closing_word, opening, pair, reply};

text_enum! {
    /// Where a request is. Only pending ones change.
    pub enum RequestStatus {
        /// Waits for an answer.
        Pending = "pending",
        /// Accepted: a mentorship came of it.
        Accepted = "accepted",
        /// Declined by the asked, or closed because the pair can't come about any more (see [`CloseReason`]).
        Declined = "declined",
        /// Withdrawn by the asker, or closed on the asker's side (see [`CloseReason`]).
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
    }
}

text_enum! {
    /// Whose turn it is in a pending request.
    pub enum Turn {
        /// The mentor's: the clock runs.
        Asked = "asked",
        /// The mentee's: the clock stands still.
        Asker = "asker",
    }
}

text_enum! {
    /// Why a request ended other than by its two people's own word.
    pub enum CloseReason {
        /// The mentee found a mentor elsewhere in the program.
        MenteePlaced = "mentee_placed",
        /// The mentor paused or left.
        MentorPaused = "mentor_paused",
        /// The mentee paused or left.
        MenteePaused = "mentee_paused",
        /// The program ended.
        ProgramEnded = "program_ended",
        /// The mentor's account was erased.
        MentorErased = "mentor_erased",
        /// The mentee's account was erased.
        MenteeErased = "mentee_erased",
    }
}

text_enum! {
    /// What can be done to a pending request.
    pub enum RequestAction {
        /// The asked accepts: a mentorship comes of it.
        Accept = "accept",
        /// The asked declines.
        Decline = "decline",
        /// The asker withdraws.
        Withdraw = "withdraw",
        /// The asked asks something back; the clock stops.
        AskBack = "ask_back",
        /// The asker answers; the clock runs again.
        Answer = "answer",
        /// The asked takes more time, once.
        Extend = "extend",
    }
}

impl RequestStatus {
    /// Accepted, declined, withdrawn or expired: never changes again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        !matches!(self, Self::Pending)
    }
}

impl CloseReason {
    /// The state in which a request closed for this reason ends.
    #[must_use]
    pub const fn status(self) -> RequestStatus {
        match self {
            Self::MenteePlaced | Self::MenteePaused | Self::MenteeErased => RequestStatus::Withdrawn,
            Self::MentorPaused | Self::ProgramEnded | Self::MentorErased => RequestStatus::Declined,
        }
    }
}

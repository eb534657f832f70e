//! What the pages about proposals show: faces, sentences already in the reader's language, dates in the reader's zone.

use super::{NoReason, ProposalAnswer, ProposalStatus};
use crate::fit::views::Span;
use crate::ids::{MentorshipId, ProposalId};
use crate::problem::Refusal;
use crate::shared::{Face, ProgramRef};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

text_enum! {
    /// What the reader is to a proposal.
    pub enum ProposalSide {
        /// The mentee.
        Mentee = "mentee",
        /// The mentor.
        Mentor = "mentor",
        /// A coordinator of the program.
        Coordinator = "coordinator",
    }
}

/// A proposal that waits for its reader, on their day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCard {
    /// Its id.
    pub id: ProposalId,
    /// The program.
    pub program: ProgramRef,
    /// What the reader would be.
    pub side: ProposalSide,
    /// The other one.
    pub other: Face,
    /// Why they fit, in sentences.
    pub reasons: Vec<Span>,
    /// Until when there is time, and who has said what, in a sentence.
    pub state: String,
    /// Whether the reader has yet to answer.
    pub my_turn: bool,
}

/// What one of the two said, for the coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    /// Who.
    pub who: Face,
    /// What they said; nothing yet otherwise.
    pub answer: Option<ProposalAnswer>,
    /// When.
    pub at: Option<NaiveDateTime>,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// Its id.
    pub id: ProposalId,
    /// The program.
    pub program: ProgramRef,
    /// The run that it is part of, for a coordinator.
    pub run: Option<i32>,
    /// The mentee.
    pub mentee: Face,
    /// The mentor.
    pub mentor: Face,
    /// What the reader is to it.
    pub side: ProposalSide,
    /// Where it is, now.
    pub status: ProposalStatus,
    /// Where it stands, in a sentence.
    pub state: String,
    /// Why they fit, in sentences.
    pub reasons: Vec<Span>,
    /// Whether the reader can say yes.
    pub can_say_yes: bool,
    /// Whether the reader can say no.
    pub can_say_no: bool,
    /// Why a yes would not help at this moment.
    pub cannot_begin: Option<Refusal>,
    /// What each said; for a coordinator only.
    pub answers: Vec<AnswerView>,
    /// Why one said no; for a coordinator, and for the one who said it.
    pub reason: Option<NoReason>,
    /// The text with it.
    pub word: Option<String>,
    /// The mentorship that came of it.
    pub mentorship: Option<MentorshipId>,
}

/// What became of a pair of a run that was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairProposal {
    /// Its id.
    pub id: ProposalId,
    /// Where it is, now.
    pub status: ProposalStatus,
    /// Who has answered and what, in a sentence.
    pub words: String,
}

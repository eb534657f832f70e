//! What the pages about requests show: faces, sentences already in the reader's language, dates in the reader's zone.

use super::{RequestAction, RequestStatus};
use crate::fit::views::{CardFit, FitView};
use crate::ids::{MentorshipId, PersonId, RequestId};
use crate::problem::Refusal;
use crate::shared::{Face, Pages, ProgramRef};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

text_enum! {
    /// What the reader is to a request.
    pub enum RequestSide {
        /// The mentee who asks.
        Asker = "asker",
        /// The mentor who is asked.
        Asked = "asked",
        /// A coordinator of the program.
        Coordinator = "coordinator",
    }
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestCard {
    /// Its id.
    pub id: RequestId,
    /// The program.
    pub program: ProgramRef,
    /// The mentee who asks.
    pub mentee: Face,
    /// The mentor who is asked.
    pub mentor: Face,
    /// What the reader is to it.
    pub side: RequestSide,
    /// Where it is, now.
    pub status: RequestStatus,
    /// Whether it waits for the reader.
    pub my_turn: bool,
    /// Where it stands, in a sentence.
    pub state: String,
    /// How its text begins.
    pub excerpt: String,
    /// The day it was made.
    pub asked_on: NaiveDate,
}

/// Somebody's requests in one program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyRequests {
    /// The program.
    pub program: ProgramRef,
    /// Whether the reader offers mentoring here.
    pub as_mentor: bool,
    /// Whether the reader looks for a mentor here.
    pub as_mentee: bool,
    /// Whether the reader coordinates the program.
    pub coordinator: bool,
    /// Open requests to the reader, those that wait for them first.
    pub incoming: Vec<RequestCard>,
    /// Open requests of the reader.
    pub outgoing: Vec<RequestCard>,
    /// The newest that have ended, in both directions.
    pub ended: Vec<RequestCard>,
    /// Where the part after begins.
    pub pages: Pages<RequestId>,
    /// How many more requests the reader may open.
    pub left: i64,
}

/// What waits for somebody across all their programs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRequests {
    /// Open requests to the reader, those that wait for them first.
    pub incoming: Vec<RequestCard>,
    /// Open requests of the reader, those that wait for them first.
    pub outgoing: Vec<RequestCard>,
}

/// One line of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    /// Who wrote it.
    pub author: Face,
    /// Whether the reader did.
    pub mine: bool,
    /// The text.
    pub body: String,
    /// When, in the reader's time zone.
    pub at: NaiveDateTime,
}

/// A request with its conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestView {
    /// Its id.
    pub id: RequestId,
    /// The program.
    pub program: ProgramRef,
    /// The mentee who asks.
    pub mentee: Face,
    /// The mentor who is asked.
    pub mentor: Face,
    /// What the reader is to it.
    pub side: RequestSide,
    /// Where it is, now.
    pub status: RequestStatus,
    /// Whether it waits for the reader.
    pub my_turn: bool,
    /// Where it stands, in a sentence.
    pub state: String,
    /// How fast this mentor usually answers, in a sentence for the asker while it is open.
    pub usual_reply: Option<String>,
    /// The conversation, oldest first; the request's own text is its first line.
    pub lines: Vec<RequestLine>,
    /// What the reader can do now.
    pub actions: Vec<RequestAction>,
    /// Why the reader couldn't accept it at the moment.
    pub cannot_accept: Option<Refusal>,
    /// Days that taking more time adds.
    pub extension_days: i32,
    /// The mentorship that came of it.
    pub mentorship: Option<MentorshipId>,
}

/// What the page on which a mentee asks a mentor shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskPage {
    /// The program.
    pub program: ProgramRef,
    /// The mentor.
    pub mentor: Face,
    /// How fast they usually answer, in a sentence.
    pub usual_reply: Option<String>,
    /// How many days they have.
    pub days: i32,
    /// Why the reader can't ask them at the moment.
    pub refusal: Option<Refusal>,
    /// The open request to this mentor, when that is why.
    pub open: Option<RequestId>,
    /// Why the two fit.
    pub fit: Option<FitView>,
}

/// How many requests of a program are in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCount {
    /// The state.
    pub status: RequestStatus,
    /// How many.
    pub count: i64,
}

/// A program's requests, for its coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramRequests {
    /// The program.
    pub program: ProgramRef,
    /// How many there are in each state.
    pub counts: Vec<StatusCount>,
    /// One page of them, newest first.
    pub cards: Vec<RequestCard>,
    /// Where the part after begins.
    pub pages: Pages<RequestId>,
}

/// Somebody who can be paired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairingChoice {
    /// The person.
    pub face: Face,
    /// Places left, for a mentor.
    pub room: i64,
}

/// Who can be paired by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairingPage {
    /// The program.
    pub program: ProgramRef,
    /// Mentees without a mentor whose names fit the search.
    pub mentees: Vec<PairingChoice>,
    /// How many there are in all.
    pub mentees_total: i64,
    /// Mentors with room whose names fit the search.
    pub mentors: Vec<PairingChoice>,
    /// How many there are in all.
    pub mentors_total: i64,
    /// The two who were chosen, to be looked at before they are a pair.
    pub chosen: Option<ChosenPair>,
    /// Pairs that were made by hand today or yesterday and on which nobody has acted, the newest first.
    pub lately: Vec<PairMade>,
}

/// Two people who may be brought together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenPair {
    /// The mentee.
    pub mentee: Face,
    /// The mentor.
    pub mentor: Face,
    /// How well they fit, if they can be compared.
    pub fit: CardFit,
    /// Why they can't be a pair, if they can't.
    pub refusal: Option<Refusal>,
    /// How many open requests of the mentee close.
    pub closing: i64,
}

/// A pair that was made by hand and can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairMade {
    /// The mentorship.
    pub id: MentorshipId,
    /// The mentee's name.
    pub mentee: String,
    /// The mentor's name.
    pub mentor: String,
}

/// What a coordinator looks for on the page of matching.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchingSearch {
    /// Only requests in this state.
    #[serde(default)]
    pub status: Option<RequestStatus>,
    /// Requests made before this one.
    #[serde(default)]
    pub before: Option<RequestId>,
    /// Part of a mentee's name.
    #[serde(default)]
    pub mentee: String,
    /// Part of a mentor's name.
    #[serde(default)]
    pub mentor: String,
    /// The mentee who was chosen.
    #[serde(default)]
    pub chosen_mentee: Option<PersonId>,
    /// The mentor who was chosen.
    #[serde(default)]
    pub chosen_mentor: Option<PersonId>,
}

/// The page of matching: who can be paired by hand, and the program's requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchingPage {
    /// Who can be paired.
    pub pairing: PairingPage,
    /// The requests.
    pub requests: ProgramRequests,
}

/// The first words of a text, for a list.
#[must_use]
pub fn excerpt(body: &str) -> String {
    const LENGTH: usize = 160;
    let line = body.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LENGTH {
        return line;
    }
    let cut: String = line.chars().take(LENGTH).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole_words}…")
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_ends_after_a_whole_word() {
        assert_eq!(excerpt("One\n two"), "One two");
        let long = "word ".repeat(100);
        let short = excerpt(&long);
        assert!(short.ends_with("word…") && short.chars().count() <= 161, "{short}");
        assert_eq!(excerpt(&"語".repeat(300)).chars().count(), 161);
    }
}

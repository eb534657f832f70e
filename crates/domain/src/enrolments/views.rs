//! What the pages of enrolments show, already in the reader's language and time zone.

use super::EnrolmentStatus;
use crate::fit::Criterion;
use crate::ids::EnrolmentId;
use crate::problem::Refusal;
use crate::programs::questions::Question;
use crate::shared::{Face, Pages, ProgramRef};
use serde::{Deserialize, Serialize};

/// The page one enrols on, or changes one's enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinPage {
    /// The program.
    pub program: ProgramRef,
    /// One line about it.
    pub summary: String,
    /// The agreement that mentor and mentee sign later; empty for none.
    pub agreement: String,
    /// Whether a coordinator approves each enrolment.
    pub approval: bool,
    /// The link's secret part one came by, to go along with the form.
    pub link: String,
    /// One's enrolment, if there is one that isn't over.
    pub status: Option<EnrolmentStatus>,
    /// Why one can't enrol.
    pub refusal: Option<Refusal>,
    /// Offers mentoring.
    pub as_mentor: bool,
    /// Looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees one can take.
    pub capacity: i32,
    /// What matters most.
    pub criteria: Vec<Criterion>,
    /// The questions with what was answered so far.
    pub questions: Vec<Asked>,
    /// How many mentorships one has here, as mentor or mentee, that aren't over.
    pub mentorships: i64,
}

/// A question with the texts of the fields that hold its answer. Skills stand there by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// What was answered.
    pub typed: Vec<String>,
}

/// A page of a program's participants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantsPage {
    /// The program.
    pub program: ProgramRef,
    /// How many there are in each state.
    pub counts: Vec<(EnrolmentStatus, i64)>,
    /// Only those in this state.
    pub status: Option<EnrolmentStatus>,
    /// Only those on this side.
    pub side: Option<Side>,
    /// Only those with these words in name or address.
    pub words: String,
    /// The participants.
    pub rows: Vec<Participant>,
    /// Where the parts before and after begin.
    pub pages: Pages<EnrolmentId>,
    /// The link by which people enrol.
    pub join_link: String,
    /// Whether people can be invited from a spreadsheet: only an organisation invites.
    pub can_import: bool,
}

text_enum! {
    /// A side of mentoring, as a filter.
    pub enum Side {
        /// Offers mentoring.
        Mentor = "mentor",
        /// Looks for a mentor.
        Mentee = "mentee",
    }
}

/// A participant in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The enrolment.
    pub id: EnrolmentId,
    /// The person.
    pub face: Face,
    /// Their address.
    pub email: String,
    /// Where the enrolment is.
    pub status: EnrolmentStatus,
    /// Offers mentoring.
    pub as_mentor: bool,
    /// Looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees they can take.
    pub capacity: i32,
    /// How many of these places are taken.
    pub taken: i64,
    /// Whether they have a mentor here.
    pub placed: bool,
    /// Since when, in words.
    pub since: String,
    /// Questions and answers in words.
    pub answers: Vec<(String, String)>,
}

/// The page of a program's questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsPage {
    /// The program.
    pub program: ProgramRef,
    /// The questions in their order, each with how many have answered it.
    pub questions: Vec<(Question, i64)>,
    /// Whether there may be more.
    pub may_add: bool,
}

//! What the pages about match runs show. Sentences come in the reader's language, dates in the reader's zone.

use super::{RunNumbers, RunSettings, RunStatus};
use crate::fit::views::{FitPart, Span};
use crate::ids::{MentorshipId, PersonId};
use crate::problem::Refusal;
use crate::proposals::views::PairProposal;
use crate::shared::{Face, Pages, ProgramRef};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A run in the list of a program's runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunCard {
    /// Its number in the program, from 1.
    pub number: i32,
    /// Where it is.
    pub status: RunStatus,
    /// Who made it; nothing when they are gone.
    pub by: Option<String>,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Mentees who waited.
    pub mentees: u32,
    /// Mentees who got a mentor.
    pub matched: u32,
    /// The total in points.
    pub total: i64,
}

/// The desk: who waits, the runs so far, and what a new one starts with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// The program.
    pub program: ProgramRef,
    /// Mentees without a mentor.
    pub mentees: i64,
    /// Mentors with room.
    pub mentors: i64,
    /// The newest runs, newest first.
    pub runs: Vec<RunCard>,
    /// What the form of a new run has in it at first.
    pub settings: RunSettings,
}

/// A pair of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairView {
    /// The mentee.
    pub mentee: Face,
    /// The mentor.
    pub mentor: Face,
    /// 0 to 100.
    pub score: u8,
    /// Whether it is kept whatever it costs.
    pub pinned: bool,
    /// Why they fit, in sentences.
    pub reasons: Vec<Span>,
    /// What the score is made of.
    pub parts: Vec<FitPart>,
    /// The mentorship that came of it.
    pub mentorship: Option<MentorshipId>,
    /// Whether it is published: begun, proposed, or declined after that.
    pub published: bool,
    /// What became of it when it was proposed to both.
    pub proposal: Option<PairProposal>,
    /// Why publishing it was impossible.
    pub refusal: Option<Refusal>,
    /// The mentors who would come next for the mentee.
    pub next_mentors: Vec<NextView>,
    /// The mentees who would come next for the mentor.
    pub next_mentees: Vec<NextView>,
}

/// Somebody who would come next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextView {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The score, 0 to 100.
    pub score: u8,
    /// How much of what counts is known, in percent.
    pub known: u8,
}

/// A mentee without a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutView {
    /// Who.
    pub mentee: Face,
    /// Why, and what would help, in sentences.
    pub words: String,
    /// The mentor with whom one more place would help, and how many places that would be.
    pub more_with: Option<(PersonId, i32)>,
}

/// How full a mentor is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadView {
    /// Who.
    pub mentor: Face,
    /// Mentees whom they have already.
    pub has: i32,
    /// Mentees whom this run gives them.
    pub gets: i32,
    /// How many they take in all, in this run.
    pub capacity: i32,
    /// Whether this run has another number than their enrolment.
    pub changed: bool,
}

/// A pair that is kept or forbidden, by names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoupleView {
    /// The mentee.
    pub mentee: (PersonId, String),
    /// The mentor.
    pub mentor: (PersonId, String),
}

/// One run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunView {
    /// The program.
    pub program: ProgramRef,
    /// Its number, status, author and day.
    pub card: RunCard,
    /// How often it has changed: a browser that tries settings sends it back.
    pub version: i32,
    /// Its settings.
    pub settings: RunSettings,
    /// What it came to.
    pub numbers: RunNumbers,
    /// Where one more place would bring most, in sentences.
    pub promising: Vec<String>,
    /// Which new mentors would place most, in sentences.
    pub demand: Vec<String>,
    /// The pairs of this page, the lowest scores first.
    pub pairs: Vec<PairView>,
    /// Where the parts before and after begin; pairs are numbered from 0.
    pub pages: Pages<u32>,
    /// Pairs that are not published.
    pub unpublished: u32,
    /// Pairs that are: begun, proposed, or declined after that.
    pub published: u32,
    /// Of those, the ones that nobody has acted on yet: they can be taken back.
    pub untouched: u32,
    /// Open requests that close when all the rest is published.
    pub closing: i64,
    /// Requests that are open again when what can be taken back is.
    pub reopening: i64,
    /// Who got nobody, the first of them.
    pub left_out: Vec<LeftOutView>,
    /// How many got nobody.
    pub left_out_count: u32,
    /// The mentors, the fullest first, the first of them.
    pub loads: Vec<LoadView>,
    /// Pairs that are forbidden.
    pub forbidden: Vec<CoupleView>,
    /// Whether it is small enough to be tried in the browser.
    pub try_here: bool,
}

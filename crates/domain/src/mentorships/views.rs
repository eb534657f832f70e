//! What pages show of mentorships: pure data, worked out by the service for one reader, sentences and dates included.

use super::{MentorshipStatus, SpaceRole};
use crate::MentorshipId;
use crate::shared::{Face, Pages, ProgramRef};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What stands above every page of a mentorship's space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceHead {
    /// The mentorship.
    pub id: MentorshipId,
    /// Its program.
    pub program: ProgramRef,
    /// The mentor.
    pub mentor: Face,
    /// The mentee.
    pub mentee: Face,
    /// What the reader is in it.
    pub role: SpaceRole,
    /// Where it is.
    pub status: MentorshipStatus,
    /// Since when and until when, in a sentence.
    pub when: String,
    /// Goals that are proposed or open.
    pub goals: i64,
}

impl SpaceHead {
    /// The other one of the two; nobody for a coordinator.
    #[must_use]
    pub const fn other(&self) -> Option<&Face> {
        match self.role {
            SpaceRole::Mentee => Some(&self.mentor),
            SpaceRole::Mentor => Some(&self.mentee),
            SpaceRole::Coordinator => None,
        }
    }
}

/// The space of a mentorship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Space {
    /// What stands above it.
    pub head: SpaceHead,
    /// How it ended, once it has.
    pub ended: Option<Ended>,
    /// The agreement and who signed it.
    pub agreement: Option<AgreementView>,
    /// How far its goals are.
    pub progress: ProgressView,
    /// What waits for the reader.
    pub waiting: Vec<Waiting>,
    /// Whether more milestones are due than wait here.
    pub more_due: bool,
    /// What the reader may do.
    pub may: SpaceMay,
    /// Whether the reader has said how it went.
    pub reviewed: bool,
    /// How it went for the two: for coordinators only.
    pub reviews: Vec<ReviewView>,
}

/// How it went for one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// For whom.
    pub name: String,
    /// From 1 to 5.
    pub rating: i32,
    /// In a sentence; may be empty.
    pub sentence: String,
}

/// How a mentorship ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// When and by whom, in a sentence.
    pub sentence: String,
    /// Why, in the words of whoever ended it early.
    pub reason: Option<String>,
}

/// The agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementView {
    /// Its words; empty when the two only say yes to one another.
    pub text: String,
    /// The mentor's signature, then the mentee's.
    pub signatures: Vec<SignatureView>,
}

/// A signature, or its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureView {
    /// Whose.
    pub name: String,
    /// When it was given.
    pub signed_on: Option<NaiveDate>,
}

/// Goals at a glance: numbers only, so that a coordinator may see them too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressView {
    /// Overall, in percent.
    pub percent: u8,
    /// Goals that a mentor proposed and the mentee hasn't taken.
    pub proposed: i64,
    /// Goals under way.
    pub open: i64,
    /// Goals achieved.
    pub achieved: i64,
    /// Goals dropped.
    pub dropped: i64,
}

impl ProgressView {
    /// All goals.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.proposed + self.open + self.achieved + self.dropped
    }
}

text_enum! {
    /// The kinds of thing that wait for somebody in their mentorships.
    pub enum WaitingKind {
        /// The mentorship waits for their yes.
        Begin = "begin",
        /// The agreement waits for their signature.
        Sign = "sign",
        /// Their mentor proposed a goal.
        TakeGoal = "take_goal",
        /// A milestone is due.
        Milestone = "milestone",
        /// There is no goal yet.
        FirstGoal = "first_goal",
        /// They haven't said how it went.
        Review = "review",
    }
}

/// Something that waits for the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// What kind of thing.
    pub kind: WaitingKind,
    /// What it is, in a few words.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// Where it is done: a path of this site.
    pub href: String,
    /// Whether its day has passed.
    pub late: bool,
}

/// What somebody may do with a mentorship now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceMay {
    /// Sign the agreement, or say yes to a proposed mentorship.
    pub sign: bool,
    /// Let it rest.
    pub pause: bool,
    /// Go on.
    pub resume: bool,
    /// Bring it to its end.
    pub complete: bool,
    /// End it before its time.
    pub end: bool,
    /// Say how it went.
    pub review: bool,
    /// Read the goals.
    pub goals: bool,
}

/// A mentorship in its people's lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorshipCard {
    /// The mentorship.
    pub id: MentorshipId,
    /// The name of its program.
    pub program: String,
    /// What the reader is in it.
    pub role: SpaceRole,
    /// The other one.
    pub other: Face,
    /// Where it is.
    pub status: MentorshipStatus,
    /// Since when and until when, in a sentence.
    pub when: String,
    /// How far its goals are.
    pub progress: ProgressView,
}

/// A goal in progress, for `/home`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalInProgress {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The other one of the mentorship.
    pub other: String,
    /// In percent.
    pub percent: u8,
    /// Until when, in words.
    pub target: Option<String>,
}

/// Everything that `/home` shows of somebody's mentorships.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeMentorships {
    /// The mentorships that aren't over.
    pub current: Vec<MentorshipCard>,
    /// The mentorships that are over.
    pub past: Vec<MentorshipCard>,
    /// What waits, the most urgent first.
    pub waiting: Vec<Waiting>,
    /// Whether more milestones are due than wait here.
    pub more_due: bool,
    /// Goals in progress.
    pub goals: Vec<GoalInProgress>,
}

/// A mentorship in a coordinator's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorshipRow {
    /// The mentorship.
    pub id: MentorshipId,
    /// The mentor.
    pub mentor: Face,
    /// The mentee.
    pub mentee: Face,
    /// Where it is.
    pub status: MentorshipStatus,
    /// Since when and until when, in a sentence.
    pub when: String,
    /// How far its goals are.
    pub progress: ProgressView,
    /// When something last happened, in words.
    pub last_activity: String,
    /// Whether it can still be ended.
    pub may_end: bool,
}

/// A page of a program's mentorships.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorshipList {
    /// The program.
    pub program: ProgramRef,
    /// How many are in which state, whatever is filtered.
    pub counts: Vec<(MentorshipStatus, i64)>,
    /// The state chosen.
    pub status: Option<MentorshipStatus>,
    /// The words searched for.
    pub words: String,
    /// The mentorships, newest first.
    pub rows: Vec<MentorshipRow>,
    /// Where the parts before and after begin.
    pub pages: Pages<MentorshipId>,
}

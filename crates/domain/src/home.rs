//! What `/home` and `/notifications` show: everything that waits for somebody, in the reader's language.

use crate::ids::NotificationId;
use crate::mentors::views::Suggestions;
use crate::mentorships::views::HomeMentorships;
use crate::people::Missing;
use crate::programs::views::MyProgram;
use crate::proposals::views::ProposalCard;
use crate::requests::views::RequestCard;
use crate::shared::{Pages, ProgramRef};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Somebody's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// Requests in which it is the reader's turn.
    pub to_answer: Vec<RequestCard>,
    /// The reader's open requests in which it is the mentor's turn.
    pub asked: Vec<RequestCard>,
    /// Proposed mentorships that wait for the reader or for the other one.
    pub proposals: Vec<ProposalCard>,
    /// Mentorships, goals, and what waits in them.
    pub mentorships: HomeMentorships,
    /// The programs that the reader takes part in or coordinates.
    pub programs: Vec<MyProgram>,
    /// Mentors whom the reader might ask.
    pub suggestions: Option<Suggestions>,
    /// Programs of the reader's in which people wait to be let in, those who have waited longest first.
    pub approvals: Vec<Approvals>,
    /// What the reader's profile lacks, the most helpful first.
    pub missing: Vec<Missing>,
}

/// People who wait to be let into a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approvals {
    /// The program.
    pub program: ProgramRef,
    /// How many wait.
    pub count: i64,
}

impl Home {
    /// Whether somebody has just arrived: takes part in nothing yet.
    #[must_use]
    pub const fn is_first_day(&self) -> bool {
        self.programs.is_empty() && self.mentorships.current.is_empty() && self.mentorships.past.is_empty()
    }

    /// Whether nothing waits.
    #[must_use]
    pub const fn is_quiet(&self) -> bool {
        self.to_answer.is_empty() && self.proposals.is_empty() && self.mentorships.waiting.is_empty() && self.approvals.is_empty()
    }
}

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationLine {
    /// Its id.
    pub id: NotificationId,
    /// What kind of thing, by the first part of its name: `request`, `goal` and so on.
    pub topic: String,
    /// The sentence.
    pub text: String,
    /// Where it leads: a path of this site.
    pub link: String,
    /// When, in the reader's time zone.
    pub at: NaiveDateTime,
    /// Whether it hasn't been read.
    pub unread: bool,
}

/// A page of what somebody was told, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notifications {
    /// The page.
    pub lines: Vec<NotificationLine>,
    /// How many are unread in all.
    pub unread: i64,
    /// Whether these are not the newest.
    pub earlier: bool,
    /// Where the part after begins.
    pub pages: Pages<NotificationId>,
}

//! What pages show of goals: pure data, worked out by the service for one reader, sentences and dates included.

use super::{GoalDraft, GoalFields, GoalStatus};
use crate::mentorships::views::SpaceHead;
use crate::shared::Face;
use crate::{CommentId, GoalId, MilestoneId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The goals of a mentorship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalList {
    /// What stands above them.
    pub head: SpaceHead,
    /// The goals.
    pub goals: Vec<GoalCard>,
    /// Whether the reader may add one (a mentor's is a proposal).
    pub may_add: bool,
    /// Starting points, while there is no goal yet.
    pub templates: Vec<TemplateCard>,
}

/// A goal in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalCard {
    /// The goal.
    pub id: GoalId,
    /// Its title.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// Where it is.
    pub status: GoalStatus,
    /// In percent.
    pub percent: u8,
    /// How many milestones are done of how many, in words; nothing without milestones.
    pub milestones: Option<String>,
    /// Until when.
    pub target: Option<When>,
    /// The milestone that comes next.
    pub next: Option<String>,
}

/// A date that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The date.
    pub on: NaiveDate,
    /// In words: `24 November 2026, in 5 days`.
    pub words: String,
    /// Whether it has passed and the thing isn't done.
    pub late: bool,
}

/// A starting point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateCard {
    /// Its name in addresses.
    pub id: String,
    /// An icon of the sprite.
    pub icon: String,
    /// The goal's title.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How long it takes, in words.
    pub length: String,
}

/// The page on which a goal begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewGoal {
    /// What stands above it.
    pub head: SpaceHead,
    /// Starting points.
    pub templates: Vec<TemplateCard>,
    /// The form, once one of them (or a blank one) was chosen.
    pub start: Option<GoalStart>,
}

/// A new goal's form as it is first shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalStart {
    /// Its fields.
    pub draft: GoalDraft,
    /// Milestones: titles and days.
    pub milestones: Vec<(String, Option<NaiveDate>)>,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalView {
    /// What stands above it.
    pub head: SpaceHead,
    /// The goal.
    pub id: GoalId,
    /// Where it is.
    pub status: GoalStatus,
    /// Its fields.
    pub fields: GoalFields,
    /// In percent.
    pub percent: u8,
    /// Who wrote it and when, in a sentence.
    pub byline: String,
    /// Until when.
    pub target: Option<When>,
    /// The milestones in their order.
    pub milestones: Vec<MilestoneView>,
    /// How many of them are done, in words; nothing without milestones.
    pub milestones_done: Option<String>,
    /// The comments, oldest first.
    pub comments: Vec<CommentView>,
    /// The history, newest first.
    pub history: Vec<HistoryView>,
    /// Whether it is longer than what is shown.
    pub history_older: bool,
    /// What the reader may do.
    pub may: GoalMay,
    /// Set after a save that was joined with somebody else's changes.
    pub joined: bool,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneView {
    /// Which.
    pub id: MilestoneId,
    /// What is to be done.
    pub title: String,
    /// Until when.
    pub due: Option<When>,
    /// Whether it is done.
    pub done: bool,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Which.
    pub id: CommentId,
    /// Who wrote it.
    pub author: Face,
    /// Whether that is the reader.
    pub mine: bool,
    /// What it says.
    pub body: String,
    /// When, in words.
    pub when: String,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// Who did what, in a sentence.
    pub sentence: String,
    /// When, in words.
    pub when: String,
    /// What it said before, in words.
    pub before: Option<String>,
    /// What it says since, in words.
    pub after: Option<String>,
}

/// What somebody may do with a goal now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalMay {
    /// Change its fields and milestones.
    pub edit: bool,
    /// Tick milestones and tell the progress.
    pub tick: bool,
    /// Take it.
    pub take: bool,
    /// Say that it is reached.
    pub achieve: bool,
    /// Drop it, or take a proposal back.
    pub drop: bool,
    /// Open it again.
    pub reopen: bool,
    /// Say something about it.
    pub comment: bool,
}

/// The beginning of a text, cut between words.
#[must_use]
pub fn excerpt(text: &str) -> String {
    const LENGTH: usize = 140;
    if text.chars().count() <= LENGTH {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LENGTH).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(excerpt("Short"), "Short");
        let long = "größer ".repeat(40);
        let cut = excerpt(&long);
        assert!(cut.ends_with("größer…") && cut.chars().count() <= 141, "{cut}");
        assert_eq!(excerpt(&"x".repeat(200)).chars().count(), 141);
    }
}

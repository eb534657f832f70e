//! What people say of themselves that more than their profile is made of: how two fit is computed from it.

use serde::{Deserialize, Serialize};

text_enum! {
    /// What kind of help somebody offers or looks for: the shared aims of a mentorship.
    pub enum HelpKind {
        /// Honest advice from experience.
        Advice = "advice",
        /// Feedback on work.
        Feedback = "feedback",
        /// Introductions to people.
        Introductions = "introductions",
        /// Somebody who asks whether it was done.
        Accountability = "accountability",
        /// Somebody who speaks up for one.
        Sponsorship = "sponsorship",
        /// Learning a skill.
        Skills = "skills",
        /// Finding the next step of a career.
        Career = "career",
        /// Gaining confidence.
        Confidence = "confidence",
    }
}

/// One stretch of a usual week in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklySlot {
    /// 0 = Monday … 6 = Sunday.
    pub weekday: u8,
    /// Minutes after midnight, inclusive.
    pub from: u16,
    /// Minutes after midnight, exclusive; at most 1440.
    pub to: u16,
}

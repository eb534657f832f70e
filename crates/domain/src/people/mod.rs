//! People's profiles: the closed sets of words in them, what their forms hold, and what makes a profile complete.

mod complete;
mod draft;
pub mod views;
pub mod week;

pub use complete::{Missing, ProfileFacts, missing};
pub use draft::{
    About, AboutDraft, Code, LANGUAGES_MAX, PRONOUNS_MAX, Work, WorkDraft, YEARS_MAX, help as check_help, visibility as check_visibility,
    week as check_week,
};

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

text_enum! {
    /// Who sees the personal part of a profile (about, industry, role, experience, availability).
    pub enum Visibility {
        /// Everybody in a program or an organisation that both take part in.
        Shared = "shared",
        /// Only one's mentors, mentees and coordinators.
        Close = "close",
    }
}

text_enum! {
    /// Which side of a skill.
    pub enum SkillSide {
        /// Can help with it.
        Offered = "offered",
        /// Wants help with it.
        Wanted = "wanted",
    }
}

/// One stretch of a usual week in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct WeeklySlot {
    /// 0 = Monday … 6 = Sunday.
    pub weekday: u8,
    /// Minutes after midnight, inclusive.
    pub from: u16,
    /// Minutes after midnight, exclusive; at most 1440.
    pub to: u16,
}

//! People's profiles: the closed sets of words in them, what their forms hold, and what makes a profile complete.

mod complete;
mod draft;
pub mod views;
pub mod week;

pub use crate::shared::{HelpKind, WeeklySlot};
pub use complete::{Missing, ProfileFacts, missing};
pub use draft::{
    About, AboutDraft, Code, LANGUAGES_MAX, PRONOUNS_MAX, ProfileDraft, Work, WorkDraft, YEARS_MAX, help as check_help,
    visibility as check_visibility, week as check_week,
};

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

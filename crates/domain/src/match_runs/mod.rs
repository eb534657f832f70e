//! Match runs: one pairing of everybody in a program who waits for a mentor, as a draft that a coordinator turns until it is
//! right and then publishes.
//!
//! Here are the words, the settings and what pages show. What pairs people is the crate `pairing`.

mod compare;
mod draft;
mod groups;
mod numbers;
mod settings;
pub mod views;

pub use compare::{Change, Comparison, Difference, RunSide, SideMentor, changes};
pub use draft::{Adjustment, AdjustmentDraft, RunDraft, SavedDraft};
pub use groups::{GROUP_MIN, GroupBy, GroupView, GroupsView};
pub use numbers::{Bar, Condition, Cost, Granted, LeftOut, LeftOutWhy, PreferenceNumbers, Promising, RunNumbers, STEPS, SkillDemand};
pub use settings::{Couple, PINS_MAX, Places, RunSettings};

text_enum! {
    /// Where a match run is.
    pub enum RunStatus {
        /// Only coordinators see it; its settings can change.
        Draft = "draft",
        /// Mentorships came of it.
        Published = "published",
        /// They were taken back.
        Undone = "undone",
    }
}

text_enum! {
    /// What a match run looks for.
    pub enum RunObjective {
        /// As many mentees with a mentor as possible, then the highest total.
        Coverage = "coverage",
        /// The highest total.
        Total = "total",
        /// The worst score as high as coverage allows, then the highest total.
        Fair = "fair",
        /// No mentee and mentor who would both rather have each other.
        Stable = "stable",
    }
}

text_enum! {
    /// Whether the two of a pair may, must or must not belong to one organisation.
    pub enum OrganisationRule {
        /// It doesn't matter.
        Any = "any",
        /// They must.
        Same = "same",
        /// They must not.
        Different = "different",
    }
}

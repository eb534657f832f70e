//! Finding a mentor: what one looks for, how it stands in an address, and what the pages show.

mod cursor;
mod query;
pub mod views;

pub use cursor::Cursor;
pub use query::{HOURS, MentorSearch};

text_enum! {
    /// In which order mentors are shown.
    pub enum MentorOrder {
        /// Those who fit best first.
        Fit = "fit",
        /// By name.
        Name = "name",
    }
}

text_enum! {
    /// What a list of mentors can be narrowed by: the names are those in the address.
    pub enum MentorFilter {
        /// Words in the profile.
        Words = "q",
        /// A skill on offer.
        Skill = "skill",
        /// A language spoken.
        Language = "language",
        /// Waking hours a day in common, at least.
        Hours = "hours",
        /// The country.
        Country = "country",
        /// Has room for a mentee.
        Room = "room",
        /// Kept as a favourite.
        Favourites = "favourites",
    }
}

//! What a profile lacks, in the reader's words.

use domain::people::Missing;
use i18n::{Key, m};

/// What a profile lacks, with why it helps, and the field where one says it.
#[must_use]
pub const fn missing_words(missing: Missing) -> (Key, &'static str) {
    match missing {
        Missing::Languages => (m::PEOPLE_MISSING_LANGUAGES, "#languages"),
        Missing::SkillsOffered => (m::PEOPLE_MISSING_SKILLS_OFFERED, "#skills_offered"),
        Missing::SkillsWanted => (m::PEOPLE_MISSING_SKILLS_WANTED, "#skills_wanted"),
        Missing::Photo => (m::PEOPLE_MISSING_PHOTO, "#picture"),
        Missing::Headline => (m::PEOPLE_MISSING_HEADLINE, "#headline"),
        Missing::HelpOffered => (m::PEOPLE_MISSING_HELP_OFFERED, "#help_offered"),
        Missing::HelpWanted => (m::PEOPLE_MISSING_HELP_WANTED, "#help_wanted"),
        Missing::About => (m::PEOPLE_MISSING_ABOUT, "#about"),
        Missing::Week => (m::PEOPLE_MISSING_WEEK, "#week"),
        Missing::Work => (m::PEOPLE_MISSING_WORK, "#industry"),
        Missing::Country => (m::PEOPLE_MISSING_COUNTRY, "#country"),
    }
}

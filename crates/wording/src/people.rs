//! People: the kinds of help.

use domain::people::HelpKind;
use i18n::{Key, m};

/// A kind of help.
#[must_use]
pub const fn help(kind: HelpKind) -> Key {
    match kind {
        HelpKind::Advice => m::PEOPLE_HELP_ADVICE,
        HelpKind::Feedback => m::PEOPLE_HELP_FEEDBACK,
        HelpKind::Introductions => m::PEOPLE_HELP_INTRODUCTIONS,
        HelpKind::Accountability => m::PEOPLE_HELP_ACCOUNTABILITY,
        HelpKind::Sponsorship => m::PEOPLE_HELP_SPONSORSHIP,
        HelpKind::Skills => m::PEOPLE_HELP_SKILLS,
        HelpKind::Career => m::PEOPLE_HELP_CAREER,
        HelpKind::Confidence => m::PEOPLE_HELP_CONFIDENCE,
    }
}

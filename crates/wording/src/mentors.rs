//! How a mentor fits: what counts, as a mentee hears it, and the kinds of help inside a sentence.

use domain::fit::Criterion;
use domain::people::HelpKind;
use i18n::{Key, m};

/// What a criterion is called, to a mentee.
#[must_use]
pub const fn criterion(criterion: Criterion) -> Key {
    match criterion {
        Criterion::Skills => m::MENTORS_PART_SKILLS,
        Criterion::Aims => m::MENTORS_PART_AIMS,
        Criterion::Availability => m::MENTORS_PART_AVAILABILITY,
        Criterion::Industry => m::MENTORS_PART_INDUSTRY,
        Criterion::Experience => m::MENTORS_PART_EXPERIENCE,
        Criterion::Questions => m::MENTORS_PART_QUESTIONS,
        Criterion::Languages => m::MENTORS_PART_LANGUAGES,
        Criterion::MenteePreference => m::MENTORS_PART_MENTEE_PREFERENCE,
        Criterion::MentorPreference => m::MENTORS_PART_MENTOR_PREFERENCE,
    }
}

/// A kind of help, as it stands inside a sentence.
#[must_use]
pub const fn help(kind: HelpKind) -> Key {
    match kind {
        HelpKind::Advice => m::MENTORS_HELP_ADVICE,
        HelpKind::Feedback => m::MENTORS_HELP_FEEDBACK,
        HelpKind::Introductions => m::MENTORS_HELP_INTRODUCTIONS,
        HelpKind::Accountability => m::MENTORS_HELP_ACCOUNTABILITY,
        HelpKind::Sponsorship => m::MENTORS_HELP_SPONSORSHIP,
        HelpKind::Skills => m::MENTORS_HELP_SKILLS,
        HelpKind::Career => m::MENTORS_HELP_CAREER,
        HelpKind::Confidence => m::MENTORS_HELP_CONFIDENCE,
    }
}

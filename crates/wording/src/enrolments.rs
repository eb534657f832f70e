//! Enrolments: where one is, its sides, what a mentee ranks, and the questions of a program.

use domain::enrolments::EnrolmentStatus;
use domain::fit::Criterion;
use domain::programs::{Audience, QuestionKind};
use i18n::{Key, m};

/// Where an enrolment is.
#[must_use]
pub const fn status(status: EnrolmentStatus) -> Key {
    match status {
        EnrolmentStatus::Pending => m::ENROLMENTS_STATUS_PENDING,
        EnrolmentStatus::Active => m::ENROLMENTS_STATUS_ACTIVE,
        EnrolmentStatus::Paused => m::ENROLMENTS_STATUS_PAUSED,
        EnrolmentStatus::Left => m::ENROLMENTS_STATUS_LEFT,
        EnrolmentStatus::Removed => m::ENROLMENTS_STATUS_REMOVED,
    }
}

/// Which sides somebody is on.
#[must_use]
pub const fn sides(as_mentor: bool, as_mentee: bool) -> Key {
    match (as_mentor, as_mentee) {
        (true, true) => m::ENROLMENTS_BOTH,
        (true, false) => m::ENROLMENTS_MENTOR,
        (false, _) => m::ENROLMENTS_MENTEE,
    }
}

/// What counts in the fit, as a mentee ranks it.
#[must_use]
pub const fn criterion(criterion: Criterion) -> Key {
    match criterion {
        Criterion::Skills => m::ENROLMENTS_CRITERION_SKILLS,
        Criterion::Aims => m::ENROLMENTS_CRITERION_AIMS,
        Criterion::Availability => m::ENROLMENTS_CRITERION_AVAILABILITY,
        Criterion::Industry => m::ENROLMENTS_CRITERION_INDUSTRY,
        Criterion::Experience => m::ENROLMENTS_CRITERION_EXPERIENCE,
        Criterion::Questions => m::ENROLMENTS_CRITERION_QUESTIONS,
        Criterion::Languages => m::ENROLMENTS_CRITERION_LANGUAGES,
        // Nobody ranks these here: they are ranks themselves.
        Criterion::MenteePreference | Criterion::MentorPreference => super::mentors::criterion(criterion),
    }
}

/// A kind of question.
#[must_use]
pub const fn question_kind(kind: QuestionKind) -> Key {
    match kind {
        QuestionKind::Short => m::ENROLMENTS_KIND_SHORT,
        QuestionKind::Long => m::ENROLMENTS_KIND_LONG,
        QuestionKind::OneOf => m::ENROLMENTS_KIND_ONE_OF,
        QuestionKind::SeveralOf => m::ENROLMENTS_KIND_SEVERAL_OF,
        QuestionKind::Scale => m::ENROLMENTS_KIND_SCALE,
        QuestionKind::Skills => m::ENROLMENTS_KIND_SKILLS,
    }
}

/// Who is asked.
#[must_use]
pub const fn audience(audience: Audience) -> Key {
    match audience {
        Audience::Mentor => m::ENROLMENTS_FOR_MENTORS,
        Audience::Mentee => m::ENROLMENTS_FOR_MENTEES,
        Audience::Both => m::ENROLMENTS_FOR_BOTH,
    }
}

//! What pages of match runs choose by a value, besides its name.

use domain::fit::Criterion;
use domain::match_runs::RunStatus;
use domain::match_runs::views::RunCard;
use i18n::{I18n, m};

pub(super) const fn badge(status: RunStatus) -> &'static str {
    match status {
        RunStatus::Draft => "badge badge--info",
        RunStatus::Published => "badge badge--ok",
        RunStatus::Undone => "badge badge--quiet",
    }
}

/// The name of the field with a criterion's weight.
pub(super) const fn weight_field(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Skills => "weight_skills",
        Criterion::Aims => "weight_aims",
        Criterion::Availability => "weight_availability",
        Criterion::Industry => "weight_industry",
        Criterion::Experience => "weight_experience",
        Criterion::Questions => "weight_questions",
        Criterion::Languages => "weight_languages",
        Criterion::MenteePreference => "weight_mentee_preference",
        Criterion::MentorPreference => "weight_mentor_preference",
    }
}

/// Hundredths of a point as whole points.
pub(super) const fn points(hundredths: i64) -> i64 {
    (hundredths + 50).div_euclid(100)
}

/// Who made it and when.
pub(super) fn made(i18n: I18n, run: &RunCard) -> String {
    let date = i18n.date(run.made_on);
    match &run.by {
        Some(name) => i18n.f(m::MATCH_RUNS_MADE_BY, &[("name", name), ("date", &date)]),
        None => date,
    }
}

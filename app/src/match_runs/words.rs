//! The words of match runs that are chosen by a value.

use crate::shared::criterion_name;
use domain::fit::Criterion;
use domain::match_runs::views::RunCard;
#[cfg(feature = "ssr")]
use domain::match_runs::{Condition, GroupBy};
use domain::match_runs::{OrganisationRule, RunObjective, RunStatus};
use domain::programs::PublishAs;
use i18n::{I18n, Key, m};

pub(super) const fn status(status: RunStatus) -> Key {
    match status {
        RunStatus::Draft => m::MATCH_RUNS_STATUS_DRAFT,
        RunStatus::Published => m::MATCH_RUNS_STATUS_PUBLISHED,
        RunStatus::Undone => m::MATCH_RUNS_STATUS_UNDONE,
    }
}

pub(super) const fn badge(status: RunStatus) -> &'static str {
    match status {
        RunStatus::Draft => "badge badge--info",
        RunStatus::Published => "badge badge--ok",
        RunStatus::Undone => "badge badge--quiet",
    }
}

pub(super) const fn objective(objective: RunObjective) -> Key {
    match objective {
        RunObjective::Coverage => m::MATCH_RUNS_OBJECTIVE_COVERAGE,
        RunObjective::Total => m::MATCH_RUNS_OBJECTIVE_TOTAL,
        RunObjective::Fair => m::MATCH_RUNS_OBJECTIVE_FAIR,
        RunObjective::Stable => m::MATCH_RUNS_OBJECTIVE_STABLE,
    }
}

pub(super) const fn organisation(rule: OrganisationRule) -> Key {
    match rule {
        OrganisationRule::Any => m::MATCH_RUNS_ORGANISATION_ANY,
        OrganisationRule::Same => m::MATCH_RUNS_ORGANISATION_SAME,
        OrganisationRule::Different => m::MATCH_RUNS_ORGANISATION_DIFFERENT,
    }
}

pub(super) const fn publish_as(publish_as: PublishAs) -> Key {
    match publish_as {
        PublishAs::Begun => m::MATCH_RUNS_PUBLISH_BEGUN,
        PublishAs::Proposed => m::MATCH_RUNS_PUBLISH_PROPOSED,
    }
}

/// What a criterion is called, to a coordinator: neither side is theirs.
pub(crate) const fn criterion(criterion: Criterion) -> Key {
    match criterion {
        Criterion::Skills => m::MATCH_RUNS_PART_SKILLS,
        other => criterion_name(other),
    }
}

/// What a hard condition is called.
#[cfg(feature = "ssr")]
pub(super) const fn condition(condition: Condition) -> Key {
    match condition {
        Condition::Language => m::MATCH_RUNS_CONDITION_LANGUAGE,
        Condition::Organisation => m::MATCH_RUNS_CONDITION_ORGANISATION,
        Condition::MetBefore => m::MATCH_RUNS_CONDITION_MET_BEFORE,
        Condition::Declined => m::MATCH_RUNS_CONDITION_DECLINED,
        Condition::Forbidden => m::MATCH_RUNS_CONDITION_FORBIDDEN,
        Condition::Kept => m::MATCH_RUNS_CONDITION_KEPT,
    }
}

/// What mentees are grouped by.
#[cfg(feature = "ssr")]
pub(super) const fn group_by(by: GroupBy) -> Key {
    match by {
        GroupBy::Country => m::MATCH_RUNS_GROUP_COUNTRY,
        GroupBy::Industry => m::MATCH_RUNS_GROUP_INDUSTRY,
        GroupBy::Language => m::MATCH_RUNS_GROUP_LANGUAGE,
        GroupBy::Experience => m::MATCH_RUNS_GROUP_EXPERIENCE,
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

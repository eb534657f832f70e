//! Match runs: where one is, what it aims at, its conditions, and why somebody got nobody.

use domain::fit::Criterion;
use domain::match_runs::{Bar, Condition, GroupBy, OrganisationRule, RunObjective, RunStatus};
use domain::programs::PublishAs;
use i18n::{Key, m};

/// Where a run is.
#[must_use]
pub const fn status(status: RunStatus) -> Key {
    match status {
        RunStatus::Draft => m::MATCH_RUNS_STATUS_DRAFT,
        RunStatus::Published => m::MATCH_RUNS_STATUS_PUBLISHED,
        RunStatus::Undone => m::MATCH_RUNS_STATUS_UNDONE,
    }
}

/// What a run aims at.
#[must_use]
pub const fn objective(objective: RunObjective) -> Key {
    match objective {
        RunObjective::Coverage => m::MATCH_RUNS_OBJECTIVE_COVERAGE,
        RunObjective::Total => m::MATCH_RUNS_OBJECTIVE_TOTAL,
        RunObjective::Fair => m::MATCH_RUNS_OBJECTIVE_FAIR,
        RunObjective::Stable => m::MATCH_RUNS_OBJECTIVE_STABLE,
    }
}

/// Which organisations the two of a pair may be of.
#[must_use]
pub const fn organisation(rule: OrganisationRule) -> Key {
    match rule {
        OrganisationRule::Any => m::MATCH_RUNS_ORGANISATION_ANY,
        OrganisationRule::Same => m::MATCH_RUNS_ORGANISATION_SAME,
        OrganisationRule::Different => m::MATCH_RUNS_ORGANISATION_DIFFERENT,
    }
}

/// What publishing means.
#[must_use]
pub const fn publish_as(publish_as: PublishAs) -> Key {
    match publish_as {
        PublishAs::Begun => m::MATCH_RUNS_PUBLISH_BEGUN,
        PublishAs::Proposed => m::MATCH_RUNS_PUBLISH_PROPOSED,
    }
}

/// What a criterion is called, to a coordinator: neither side is theirs.
#[must_use]
pub const fn criterion(criterion: Criterion) -> Key {
    match criterion {
        Criterion::Skills => m::MATCH_RUNS_PART_SKILLS,
        other => super::mentors::criterion(other),
    }
}

/// What a hard condition is called.
#[must_use]
pub const fn condition(condition: Condition) -> Key {
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
#[must_use]
pub const fn group_by(by: GroupBy) -> Key {
    match by {
        GroupBy::Country => m::MATCH_RUNS_GROUP_COUNTRY,
        GroupBy::Industry => m::MATCH_RUNS_GROUP_INDUSTRY,
        GroupBy::Language => m::MATCH_RUNS_GROUP_LANGUAGE,
        GroupBy::Experience => m::MATCH_RUNS_GROUP_EXPERIENCE,
    }
}

/// What keeps somebody from a mentor.
#[must_use]
pub const fn bar(bar: Bar) -> Key {
    match bar {
        Bar::SamePerson => m::MATCH_RUNS_BAR_SAME_PERSON,
        Bar::Forbidden => m::MATCH_RUNS_BAR_FORBIDDEN,
        Bar::Declined => m::MATCH_RUNS_BAR_DECLINED,
        Bar::MetBefore => m::MATCH_RUNS_BAR_MET_BEFORE,
        Bar::Organisation => m::MATCH_RUNS_BAR_ORGANISATION,
        Bar::NoSharedLanguage => m::MATCH_RUNS_BAR_NO_SHARED_LANGUAGE,
    }
}

/// What would lift a bar, where somebody can.
#[must_use]
pub const fn help(bar: Bar) -> Option<Key> {
    match bar {
        Bar::SamePerson | Bar::Declined => None,
        Bar::Forbidden => Some(m::MATCH_RUNS_HELP_FORBIDDEN),
        Bar::MetBefore => Some(m::MATCH_RUNS_HELP_MET_BEFORE),
        Bar::Organisation => Some(m::MATCH_RUNS_HELP_ORGANISATION),
        Bar::NoSharedLanguage => Some(m::MATCH_RUNS_HELP_NO_SHARED_LANGUAGE),
    }
}

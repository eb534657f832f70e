//! Words that several pages about programs need.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::programs::PublishAs;
use domain::programs::{JoinPolicy, MatchingMode, ProgramStatus};
use i18n::{Key, m};
use leptos::prelude::*;

pub(super) const fn status_name(status: ProgramStatus) -> Key {
    match status {
        ProgramStatus::Draft => m::PROGRAMS_STATUS_DRAFT,
        ProgramStatus::Open => m::PROGRAMS_STATUS_OPEN,
        ProgramStatus::Running => m::PROGRAMS_STATUS_RUNNING,
        ProgramStatus::Completed => m::PROGRAMS_STATUS_COMPLETED,
        ProgramStatus::Cancelled => m::PROGRAMS_STATUS_CANCELLED,
    }
}

pub(super) const fn join_name(join: JoinPolicy) -> Key {
    match join {
        JoinPolicy::Everyone => m::PROGRAMS_JOIN_EVERYONE,
        JoinPolicy::Members => m::PROGRAMS_JOIN_MEMBERS,
        JoinPolicy::Link => m::PROGRAMS_JOIN_LINK,
    }
}

pub(super) const fn matching_name(matching: MatchingMode) -> Key {
    match matching {
        MatchingMode::MenteesAsk => m::PROGRAMS_MATCHING_MENTEES_ASK,
        MatchingMode::CoordinatorPairs => m::PROGRAMS_MATCHING_COORDINATOR_PAIRS,
        MatchingMode::Bulk => m::PROGRAMS_MATCHING_BULK,
    }
}

pub(super) const fn publish_name(publish_as: PublishAs) -> Key {
    match publish_as {
        PublishAs::Begun => m::MATCH_RUNS_PUBLISH_BEGUN,
        PublishAs::Proposed => m::MATCH_RUNS_PUBLISH_PROPOSED,
    }
}

/// Where a program is in its cycle.
#[component]
pub(super) fn StatusBadge(status: ProgramStatus) -> impl IntoView {
    let i18n = use_i18n();
    let (class, icon) = match status {
        ProgramStatus::Draft => ("badge badge--quiet", "edit"),
        ProgramStatus::Open => ("badge badge--info", "door"),
        ProgramStatus::Running => ("badge badge--ok", "leaf"),
        ProgramStatus::Completed => ("badge", "check-circle"),
        ProgramStatus::Cancelled => ("badge badge--quiet", "x"),
    };
    view! { <span class=class><Icon name=icon class="icon--s" />{i18n.t(status_name(status))}</span> }
}

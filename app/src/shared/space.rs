//! What stands above the pages of a space: the two, their program, their dates, and the tabs.

use super::mentorship_words::MentorshipBadge;
use crate::lang::use_i18n;
use crate::ui::{Avatar, Crumb, Tab, Tabs};
use domain::mentorships::SpaceRole;
use domain::mentorships::views::SpaceHead;
use domain::shared::Face;
use i18n::m;
use leptos::prelude::*;

/// `You and Amara`, or both names for somebody who is neither.
#[must_use]
pub fn pair_title(head: &SpaceHead) -> String {
    let i18n = use_i18n();
    match head.other() {
        Some(other) => i18n.f(m::MENTORSHIPS_YOU_AND, &[("name", &other.name)]),
        None => i18n.f(m::MENTORSHIPS_PAIR, &[("mentor", &head.mentor.name), ("mentee", &head.mentee.name)]),
    }
}

/// The way to a page inside a space: its overview, and its goals when `goals`.
#[must_use]
pub fn space_crumbs(head: &SpaceHead, goals: bool) -> Vec<Crumb> {
    let i18n = use_i18n();
    let mut crumbs = vec![Crumb::new(pair_title(head), format!("/mentorships/{}", head.id))];
    if goals {
        crumbs.push(Crumb::new(i18n.t(m::GOALS_TITLE), format!("/mentorships/{}/goals", head.id)));
    }
    crumbs
}

/// Faces, dates, state and tabs.
#[component]
pub fn SpaceTop(
    /// What to show.
    head: SpaceHead,
) -> impl IntoView {
    let i18n = use_i18n();
    let base = format!("/mentorships/{}", head.id);
    let party = head.role != SpaceRole::Coordinator;
    let tabs = vec![
        Tab::new(i18n.t(m::MENTORSHIPS_OVERVIEW), base.clone()),
        Tab { count: head.goals, ..Tab::new(i18n.t(m::GOALS_TITLE), format!("{base}/goals")) },
    ];
    view! {
        <div class="space">
            <div class="space__who">
                <Who face=head.mentor role=SpaceRole::Mentor />
                <Who face=head.mentee role=SpaceRole::Mentee />
                <MentorshipBadge status=head.status />
            </div>
            <p class="space__line">
                {head.when} " " <a href=format!("/programs/{}", head.program.slug)>{head.program.name}</a>
            </p>
        </div>
        {party.then(|| view! { <Tabs label=i18n.t(m::MENTORSHIPS_TABS) tabs /> })}
    }
}

#[component]
fn Who(face: Face, role: SpaceRole) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="person">
            <Avatar id=face.id name=face.name.clone() picture=face.picture size="l" />
            <span class="person__text">
                <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name}</a>
                <span class="person__headline">{i18n.t(wording::mentorships::role(role))}</span>
            </span>
        </div>
    }
}

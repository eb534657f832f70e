//! The milestones of a goal: ticked, moved, changed and added in place.

use super::actions::GoalActions;
use super::milestone_edit::{AddRow, EditRow};
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{ActionError, ActionForm, Hidden};
use domain::goals::MilestoneDraft;
use domain::goals::views::MilestoneView;
use domain::shared::Direction;
use domain::{GoalId, MilestoneId};
use i18n::m;
use leptos::prelude::*;

/// The list, and below it a row to add one.
#[component]
pub(super) fn Milestones(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let ids = actions.part(|g| g.milestones.iter().map(|milestone| milestone.id).collect::<Vec<_>>());
    let may_edit = actions.part(|g| (g.id, g.may.edit));
    let all_done = actions.part(|g| g.may.achieve && !g.milestones.is_empty() && g.milestones.iter().all(|milestone| milestone.done));
    let goal = actions.goal.with_untracked(|g| g.id);
    view! {
        <section class="section" aria-labelledby="milestones-title">
            <h2 id="milestones-title">{i18n.t(m::GOALS_MILESTONES)}</h2>
            <ActionError action=actions.tick />
            <ActionError action=actions.shift />
            <ActionError action=actions.remove />
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{i18n.t(m::GOALS_NO_MILESTONES)}</p> })}
            <ol class="milestones" role="list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <MilestoneRow actions goal id />
                </For>
            </ol>
            {move || all_done.get().then(|| view! { <p class="muted">{i18n.t(m::GOALS_ALL_DONE)}</p> })}
            {move || {
                let (goal, may) = may_edit.get();
                may.then(|| view! { <AddRow goal action=actions.add /> })
            }}
        </section>
    }
}

/// One milestone. The row stays while what it says changes, so that the focus stays where it is.
#[component]
fn MilestoneRow(actions: GoalActions, goal: GoalId, id: MilestoneId) -> impl IntoView {
    let milestone = actions.part(move |g| g.milestones.iter().find(|milestone| milestone.id == id).cloned());
    let done = Memo::new(move |_| milestone.with(|m| m.as_ref().is_some_and(|m| m.done)));
    let title = Memo::new(move |_| milestone.with(|m| m.as_ref().map(|m| m.title.clone()).unwrap_or_default()));
    let may = actions.part(|g| (g.may.tick, g.may.edit));
    let place = actions.part(move |g| {
        let at = g.milestones.iter().position(|milestone| milestone.id == id);
        (at == Some(0), at.is_some_and(|at| at + 1 == g.milestones.len()))
    });
    // Only this makes the form anew: somebody may be typing while something is ticked.
    let saved = Memo::new(move |_| milestone.with(|m| m.as_ref().map(form_of)));
    let conflict = Memo::new(move |_| actions.milestone_conflict.get().filter(|conflict| conflict.subject == Some(id.0)));
    let class = move || if done.get() { "milestone milestone--done" } else { "milestone" };
    view! {
        <li class=class>
            {move || {
                if may.get().0 {
                    view! { <Tick actions goal id done title /> }.into_any()
                } else {
                    view! { <Mark done /> }.into_any()
                }
            }}
            <span class="milestone__title" dir="auto">{title}</span>
            {move || milestone.get().and_then(due)}
            {move || {
                may.get()
                    .1
                    .then(|| {
                        let (first, last) = place.get();
                        view! {
                            <span class="milestone__move">
                                <Move actions goal id title direction=Direction::Up disabled=first />
                                <Move actions goal id title direction=Direction::Down disabled=last />
                            </span>
                        }
                    })
            }}
            {move || {
                let (saved, conflict) = (saved.get(), conflict.get());
                saved.filter(|_| may.get().1).map(|saved| view! { <EditRow actions goal id saved conflict /> })
            }}
        </li>
    }
}

/// What the form of a milestone says at first.
fn form_of(milestone: &MilestoneView) -> MilestoneDraft {
    let due_on = milestone.due.as_ref().map(|due| due.on.to_string()).unwrap_or_default();
    MilestoneDraft { title: milestone.title.clone(), due_on }
}

fn due(milestone: MilestoneView) -> Option<impl IntoView> {
    let i18n = use_i18n();
    milestone.due.map(|due| {
        let class = if due.late { "milestone__due milestone__due--late" } else { "milestone__due" };
        let late = due.late.then(|| view! { <span class="visually-hidden">{i18n.t(m::MENTORSHIPS_LATE)} ": "</span> });
        view! { <span class=class>{late}<time datetime=due.on.to_string()>{due.words}</time></span> }
    })
}

/// The round box that one ticks.
#[component]
fn Tick(actions: GoalActions, goal: GoalId, id: MilestoneId, done: Memo<bool>, title: Memo<String>) -> impl IntoView {
    let i18n = use_i18n();
    let label = move || i18n.f(m::GOALS_TICK, &[("milestone", &title.get())]);
    view! {
        <ActionForm action=actions.tick>
            <Hidden name="goal" value=goal.to_string() />
            <Hidden name="milestone" value=id.to_string() />
            <Hidden name="done" value=Signal::derive(move || (!done.get()).to_string()) />
            <button type="submit" class="milestone__check" aria-label=label aria-pressed=move || done.get().to_string()>
                <Icon name="check" />
            </button>
        </ActionForm>
    }
}

/// The same for somebody who only looks.
#[component]
fn Mark(done: Memo<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let words = move || i18n.t(if done.get() { m::GOALS_DONE } else { m::GOALS_NOT_DONE });
    view! {
        <span class="milestone__check">
            <Icon name="check" />
            <span class="visually-hidden">{words}</span>
        </span>
    }
}

#[component]
fn Move(actions: GoalActions, goal: GoalId, id: MilestoneId, title: Memo<String>, direction: Direction, disabled: bool) -> impl IntoView {
    let i18n = use_i18n();
    let (icon, key) = match direction {
        Direction::Up => ("arrow-up", m::GOALS_MOVE_UP),
        Direction::Down => ("arrow-down", m::GOALS_MOVE_DOWN),
    };
    view! {
        <ActionForm action=actions.shift>
            <Hidden name="goal" value=goal.to_string() />
            <Hidden name="milestone" value=id.to_string() />
            <Hidden name="direction" value=direction.to_string() />
            <button
                type="submit"
                class="icon-button icon-button--small"
                disabled=disabled
                aria-label=move || i18n.f(key, &[("milestone", &title.get())])
            >
                <Icon name=icon />
            </button>
        </ActionForm>
    }
}

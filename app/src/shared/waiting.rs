//! What waits for somebody, as rows with a button.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::mentorships::views::{Waiting, WaitingKind};
use i18n::{Key, m};
use leptos::prelude::*;

const fn look(kind: WaitingKind) -> (&'static str, Key) {
    match kind {
        WaitingKind::Begin => ("heart", m::MENTORSHIPS_DO_BEGIN),
        WaitingKind::Sign => ("edit", m::MENTORSHIPS_DO_SIGN),
        WaitingKind::TakeGoal => ("goal", m::MENTORSHIPS_DO_LOOK),
        WaitingKind::Milestone => ("flag", m::MENTORSHIPS_DO_LOOK),
        WaitingKind::FirstGoal => ("goal", m::MENTORSHIPS_DO_SET),
        WaitingKind::Review => ("star", m::MENTORSHIPS_DO_REVIEW),
    }
}

/// Things that wait, each with where it is done. Nothing when nothing waits.
#[component]
pub fn WaitingList(
    /// What waits.
    items: Vec<Waiting>,
    /// Whether more milestones are due than are among it.
    more: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let rows = items
        .into_iter()
        .map(|item| {
            let (icon, label) = look(item.kind);
            let late = item.late.then(|| view! { <span class="badge badge--bad">{i18n.t(m::MENTORSHIPS_LATE)}</span> " " });
            let name = item.title.clone();
            view! {
                <li class="waiting__item">
                    <Icon name=icon />
                    <div class="waiting__text">
                        <p dir="auto">{item.title}</p>
                        <p class="muted small">{late} {item.detail}</p>
                    </div>
                    <a class="button button--small" href=item.href>
                        {i18n.t(label)} <span class="visually-hidden">": " {name}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="waiting" role="list">{rows}</ul>
        {more.then(|| view! { <p class="muted small">{i18n.t(m::MENTORSHIPS_WAITING_MORE)}</p> })}
    }
}

//! What stalls in a program: who waits for whom, in sentences.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::programs::views::StalledList;
use i18n::m;
use leptos::prelude::*;

/// Requests that wait, and mentorships without a signed agreement or without a goal.
#[component]
pub(super) fn Stalls(lists: [StalledList; 3]) -> impl IntoView {
    let i18n = use_i18n();
    let kinds = [
        (m::PROGRAMS_STALLED_REQUESTS, m::PROGRAMS_STALLED_REQUEST),
        (m::PROGRAMS_STALLED_UNSIGNED, m::PROGRAMS_STALLED_PAIR),
        (m::PROGRAMS_STALLED_AIMLESS, m::PROGRAMS_STALLED_PAIR),
    ];
    let calm = lists.iter().all(|list| list.total == 0);
    let groups = kinds
        .into_iter()
        .zip(lists)
        .filter(|(_, list)| list.total > 0)
        .map(|((title, sentence), list)| {
            let rows = list
                .some
                .into_iter()
                .map(|s| {
                    let words = i18n.f(sentence, &[("mentor", &s.mentor), ("mentee", &s.mentee), ("date", &i18n.date(s.since))]);
                    view! { <li class="list__item list__item--link"><span class="list__main"><a class="list__title" href=s.link>{words}</a></span></li> }
                })
                .collect_view();
            view! {
                <div class="stack stack--s">
                    <h3>{i18n.n(title, list.total, &[])}</h3>
                    <ul class="list" role="list">{rows}</ul>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::PROGRAMS_STALLED)}</h2></div>
            {calm.then(|| view! { <p class="muted"><Icon name="check-circle" class="icon--s" /> {i18n.t(m::PROGRAMS_STALLED_NONE)}</p> })}
            <div class="stack">{groups}</div>
        </section>
    }
}

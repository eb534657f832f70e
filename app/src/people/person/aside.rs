//! Beside it: when and where somebody is, their languages, their usual week, and the programs that both take part in.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::people::views::{PersonPage, SharedProgram};
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn Aside(person: PersonPage) -> impl IntoView {
    let i18n = use_i18n();
    let facts = [("clock", person.local_time), ("language", person.speaks), ("pin", person.country)];
    let facts = facts
        .into_iter()
        .filter_map(|(icon, fact)| fact.map(|fact| view! { <li><Icon name=icon class="icon--s" /><span>{fact}</span></li> }))
        .collect_view();
    let week = person.personal.map(|personal| personal.week).filter(|week| !week.is_empty()).map(|week| {
        let day = |(weekday, hours): (u8, String)| view! { <div><dt>{i18n.weekday(weekday.into())}</dt><dd>{hours}</dd></div> };
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PEOPLE_USUALLY_FREE)}</h2></div>
                <dl class="definition definition--row">{week.into_iter().map(day).collect_view()}</dl>
                {(!person.own).then(|| view! { <p class="muted small">{i18n.t(m::PEOPLE_HOURS_THERE)}</p> })}
            </section>
        }
    });
    let programs = (!person.programs.is_empty()).then(|| {
        let title = if person.own { m::PEOPLE_YOUR_PROGRAMS } else { m::PEOPLE_SHARED_PROGRAMS };
        let id = person.id;
        // With one place to ask, the button beside the name is enough.
        let several = person.programs.iter().filter(|program| program.may_ask).count() > 1;
        let row = move |program: SharedProgram| {
            let ask = (several && program.may_ask).then(|| {
                let href = format!("/programs/{}/requests/new?mentor={id}", program.slug);
                view! { <span class="list__end"><a class="button button--small" href=href>{i18n.t(m::PEOPLE_ASK_HERE)}</a></span> }
            });
            view! {
                <li class="list__item">
                    <div class="list__main">
                        <p class="list__title"><a href=format!("/programs/{}", program.slug) dir="auto">{program.name.clone()}</a></p>
                        <p class="list__meta">{roles(&program)}</p>
                    </div>
                    {ask}
                </li>
            }
        };
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(title)}</h2></div>
                <ul class="list" role="list">{person.programs.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <aside>
            <ul class="facts" role="list">{facts}</ul>
            {week}
            {programs}
        </aside>
    }
}

/// What somebody is in a program.
fn roles(program: &SharedProgram) -> String {
    let i18n = use_i18n();
    let roles = [(program.as_mentor, m::MENTORSHIPS_ROLE_MENTOR), (program.as_mentee, m::MENTORSHIPS_ROLE_MENTEE)];
    let names: Vec<&str> = roles.into_iter().filter(|(is, _)| *is).map(|(_, name)| i18n.t(name)).collect();
    names.join(" · ")
}

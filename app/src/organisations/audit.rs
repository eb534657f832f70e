//! What happened in an organisation.

use super::load_audit;
use super::tabs::{OrgTab, OrgTabs};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Empty, Loaded, PageHead, SkeletonKind, anew};
use domain::PersonId;
use domain::organisations::views::{AuditPage as Page, EventLine};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/audit`.
#[derive(Debug)]
pub struct AuditPage;

#[lazy_route]
impl LazyRoute for AuditPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let source = move || {
            let query = query.read();
            let before = query.get("before").and_then(|seq| seq.parse::<i64>().ok());
            let person = query.get("person").and_then(|id| id.parse::<PersonId>().ok());
            (query.get("org").unwrap_or_default(), query.get("kind").unwrap_or_default(), person, before)
        };
        let data = Data::new(source, |(org, kind, person, before)| load_audit(org, kind, person, before));
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <AuditView page /> </Loaded> }.into_any()
    }
}

#[component]
fn AuditView(page: Page) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.organisation.slug.clone();
    let families = page
        .families
        .into_iter()
        .map(|(value, label)| {
            let selected = value == page.family;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    let of = page.person.map(|id| format!("&person={id}")).unwrap_or_default();
    // The name stands in what they did; without anything done nobody's name is told.
    let by = page.person.map(|_| {
        let name = page.events.first().and_then(|e| e.who.clone()).map(|(_, name)| name);
        let all = format!("/admin/audit?org={slug}&kind={}", page.family);
        view! {
            <p class="cluster">
                {name.map(|name| view! { <span>{i18n.f(m::AUDIT_BY, &[("name", &name)])}</span> })}
                <a href=all>{i18n.t(m::AUDIT_EVERYBODY)}</a>
            </p>
        }
    });
    let person = page.person.map(|id| view! { <input type="hidden" name="person" value=id.to_string() /> });
    let older = page.next.map(|seq| {
        let href = format!("/admin/audit?org={slug}&kind={}{of}&before={seq}", page.family);
        view! { <nav class="pagination" aria-label=i18n.t(m::NAV_PAGES)><a class="button" href=href rel="next">{i18n.t(m::AUDIT_OLDER)}</a></nav> }
    });
    let body = if page.events.is_empty() {
        view! { <Empty icon="clock" title=i18n.t(m::AUDIT_EMPTY) text=i18n.t(m::AUDIT_EMPTY_TEXT) /> }.into_any()
    } else {
        view! { <Events base=format!("/admin/audit?org={slug}&kind={}&person=", page.family) events=page.events /> }.into_any()
    };
    let filters = view! {
        <form class="filters filters--row" method="get" action="/admin/audit">
            <input type="hidden" name="org" value=slug.clone() />
            {person}
            <div class="field">
                <label class="field__label" for="kind">{i18n.t(m::AUDIT_KIND)}</label>
                <select class="select" id="kind" name="kind">
                    <option value="">{i18n.t(m::AUDIT_ALL)}</option>
                    {families}
                </select>
            </div>
            <button class="button" type="submit">{i18n.t(m::AUDIT_SHOW)}</button>
        </form>
    };
    let filters = anew(format!("{} {:?}", page.family, page.person.map(|id| id.to_string())), filters.into_any());
    view! {
        <PageHead title=page.organisation.name.clone() lead=i18n.t(m::AUDIT_LEAD) />
        <OrgTabs slug=slug.clone() current=OrgTab::Audit />
        <div class="stack">
            {filters}
            {by}
            {body}
            {older}
        </div>
    }
}

#[component]
fn Events(base: String, events: Vec<EventLine>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = events
        .into_iter()
        .map(|e| {
            let who = match e.who {
                Some((id, name)) => view! { <a href=format!("{base}{id}")>{name}</a> }.into_any(),
                None => i18n.t(if e.stranger { m::AUDIT_STRANGER } else { m::AUDIT_NOBODY }).into_any(),
            };
            let whom: Vec<&str> = e.whom.iter().map(String::as_str).collect();
            let program = e.program.map(|p| view! { <a href=format!("/admin/programs/{}", p.slug)>{p.name}</a> });
            view! {
                <tr>
                    <th scope="row">{e.what}</th>
                    <td data-label=i18n.t(m::AUDIT_WHO)>{who}</td>
                    <td data-label=i18n.t(m::AUDIT_WHOM)>{i18n.list(&whom)}</td>
                    <td data-label=i18n.t(m::AUDIT_WHERE)>{program} " " {e.network}</td>
                    <td data-label=i18n.t(m::AUDIT_WHEN)>{e.when}</td>
                </tr>
            }
        })
        .collect_view();
    let heads = [m::AUDIT_WHAT, m::AUDIT_WHO, m::AUDIT_WHOM, m::AUDIT_WHERE, m::AUDIT_WHEN]
        .map(|key| view! { <th scope="col">{i18n.t(key)}</th> })
        .collect_view();
    view! {
        <div class="table-wrap" role="region" aria-label=i18n.t(m::AUDIT_TITLE) tabindex="0">
            <table class="table table--cards">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

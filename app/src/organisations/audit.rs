//! What happened in an organisation.

use super::load_audit;
use super::tabs::{OrgTab, OrgTabs};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Empty, FilterBar, ListAddress, Loaded, PageHead, Pagination, Pick, SkeletonKind};
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
    let everybody = ListAddress::new("/admin/audit").with("org", &slug).with("kind", &page.family);
    // The name stands in what they did; without anything done nobody's name is told.
    let by = page.person.map(|_| {
        let name = page.events.first().and_then(|e| e.who.clone()).map(|(_, name)| name);
        view! {
            <p class="cluster">
                {name.map(|name| view! { <span>{i18n.f(m::AUDIT_BY, &[("name", &name)])}</span> })}
                <a href=everybody.clone().whole()>{i18n.t(m::AUDIT_EVERYBODY)}</a>
            </p>
        }
    });
    let person = page.person.map(|id| id.to_string()).unwrap_or_default();
    let pages = everybody.clone().with("person", &person).pages(&page.pages, "after", "before");
    let body = if page.events.is_empty() {
        view! { <Empty icon="clock" title=i18n.t(m::AUDIT_EMPTY) text=i18n.t(m::AUDIT_EMPTY_TEXT) /> }.into_any()
    } else {
        view! { <Events everybody events=page.events /> }.into_any()
    };
    let kept = [("org", slug.clone()), ("person", person)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let all = (String::new(), i18n.t(m::AUDIT_ALL).to_owned());
    let kind = Pick {
        name: "kind",
        label: i18n.t(m::AUDIT_KIND),
        options: std::iter::once(all).chain(page.families).collect(),
        chosen: page.family,
    };
    view! {
        <PageHead title=page.organisation.name.clone() lead=i18n.t(m::AUDIT_LEAD) />
        <OrgTabs slug=slug.clone() current=OrgTab::Audit />
        <div class="stack">
            <FilterBar action="/admin/audit" kept picks=vec![kind] submit=i18n.t(m::AUDIT_SHOW) />
            {by}
            {body}
            <Pagination pages onward=m::AUDIT_OLDER />
        </div>
    }
}

#[component]
fn Events(everybody: ListAddress, events: Vec<EventLine>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = events
        .into_iter()
        .map(|e| {
            let who = match e.who {
                Some((id, name)) => view! { <a href=everybody.at("person", &id.to_string())>{name}</a> }.into_any(),
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

//! Who takes part in a program, for its coordinator.

use super::actions::ParticipantActions;
use super::load_participants;
use super::participant::ParticipantRow;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::{ActionError, Form, FormAction, Hidden, Submit};
use crate::ui::{
    Crumb, Dialog, Downloads, Empty, FilterBar, Icon, ListAddress, Loaded, Notice, PageHead, Pagination, Pick, Search, SkeletonKind, done,
    keyed,
};
use domain::EnrolmentId;
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::{ParticipantsPage as Page, Side};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/participants`.
#[derive(Debug)]
pub struct ParticipantsPage;

#[lazy_route]
impl LazyRoute for ParticipantsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let actions = ParticipantActions { decide: FormAction::new(), capacity: FormAction::new(), approve_all: FormAction::new() };
        let source = move || {
            let query = query.read();
            let get = |name| query.get(name).unwrap_or_default();
            let cursor = |name| query.get(name).and_then(|id| id.parse::<EnrolmentId>().ok());
            (params.read().get("slug").unwrap_or_default(), get("status"), get("side"), get("q"), cursor("after"), cursor("before"))
        };
        let fetch = |(slug, status, side, words, after, before)| load_participants(slug, status, side, words, after, before);
        let done = done(&[actions.decide.post(), actions.capacity.post(), actions.approve_all.post()]);
        let data = Data::new(source, fetch).after(done);
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <ListView page actions /> </Loaded> }.into_any()
    }
}

fn base(page: &Page) -> String {
    format!("/admin/programs/{}/participants", page.program.slug)
}

/// The address of the list as it is narrowed.
fn address(page: &Page) -> ListAddress {
    let status = page.status.map_or("", EnrolmentStatus::as_str);
    ListAddress::new(base(page)).with("status", status).with("side", page.side.map_or("", Side::as_str)).with("q", &page.words)
}

#[component]
fn ListView(page: Page, actions: ParticipantActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.program.slug.clone();
    let crumbs = vec![Crumb::new(page.program.name.clone(), format!("/admin/programs/{slug}"))];
    let count = |status| page.counts.iter().find(|(s, _)| *s == status).map_or(0, |(_, n)| *n);
    let waiting = count(EnrolmentStatus::Pending);
    let none_at_all = page.counts.iter().all(|(_, n)| *n == 0);
    let pages = address(&page).pages(&page.pages, "before", "after");
    let can_import = page.can_import;
    let body = if none_at_all {
        view! {
            <Empty icon="people" title=i18n.t(m::ENROLMENTS_NOBODY) text=i18n.t(m::ENROLMENTS_NOBODY_TEXT)>
                <p><code>{page.join_link.clone()}</code></p>
            </Empty>
        }
        .into_any()
    } else if page.rows.is_empty() {
        view! {
            <Filters page=page.clone() />
            <Empty icon="search" title=i18n.t(m::ENROLMENTS_NONE_FOUND) text=i18n.t(m::ENROLMENTS_NONE_FOUND_TEXT)>
                <a class="button" href=base(&page)>{i18n.t(m::ENROLMENTS_SHOW_ALL)}</a>
            </Empty>
        }
        .into_any()
    } else {
        let rows = keyed(page.rows.iter().cloned().map(|p| {
            let key = format!("{} {} {}", p.face.id, p.status, p.capacity);
            (key, view! { <ParticipantRow slug=slug.clone() participant=p actions /> }.into_any())
        }));
        view! {
            <Filters page=page.clone() />
            <ul class="list">{rows}</ul>
            <Pagination pages />
        }
        .into_any()
    };
    let stored = StoredValue::new(slug.clone());
    let bulk = (waiting > 0).then(|| {
        view! {
            <Notice kind="warn">
                <div class="cluster cluster--apart">
                    <span>{i18n.n(m::ENROLMENTS_WAITING, waiting, &[])}</span>
                    <Dialog id="approve-all" open_label=i18n.t(m::ENROLMENTS_APPROVE_ALL) button_class="button button--small" title=i18n.t(m::ENROLMENTS_APPROVE_ALL)>
                        <Form action=actions.approve_all class="stack">
                            <Hidden name="slug" value=stored.get_value() />
                            <p>{i18n.n(m::ENROLMENTS_APPROVE_ALL_WHAT, waiting, &[])}</p>
                            <div><Submit label=i18n.t(m::ENROLMENTS_APPROVE_ALL_NOW) /></div>
                        </Form>
                    </Dialog>
                </div>
            </Notice>
        }
    });
    let import = can_import.then(|| {
        view! {
            <a class="button" href=format!("/admin/programs/{slug}/participants/import")>
                <Icon name="upload" />
                {i18n.t(m::IMPORTS_TITLE)}
            </a>
        }
    });
    let files = (!none_at_all).then(|| format!("/admin/programs/{slug}/participants"));
    view! {
        <PageHead title=i18n.t(m::ENROLMENTS_PARTICIPANTS) lead=i18n.t(m::ENROLMENTS_PARTICIPANTS_LEAD) crumbs>
            {import}
        </PageHead>
        <ProgramTabs slug=slug.clone() current=ProgramTab::Participants />
        <div class="stack">
            <ActionError action=actions.decide />
            <ActionError action=actions.capacity />
            {bulk}
            {body}
            {files.map(|path| view! { <Downloads path /> })}
        </div>
    }
}

#[component]
fn Filters(page: Page) -> impl IntoView {
    let i18n = use_i18n();
    let total: i64 = page.counts.iter().map(|(_, n)| n).sum();
    let numbered = |label: &str, n: i64| format!("{label} ({})", i18n.number(n));
    let states = page.counts.iter().map(|(status, n)| (status.to_string(), numbered(i18n.t(wording::enrolments::status(*status)), *n)));
    let all = (String::new(), numbered(i18n.t(m::ENROLMENTS_ALL), total));
    let sides = [("", m::ENROLMENTS_ALL), (Side::Mentor.as_str(), m::ENROLMENTS_MENTORS), (Side::Mentee.as_str(), m::ENROLMENTS_MENTEES)];
    let picks = vec![
        Pick {
            name: "status",
            label: i18n.t(m::ENROLMENTS_STATUS),
            options: std::iter::once(all).chain(states).collect(),
            chosen: page.status.map(|status| status.to_string()).unwrap_or_default(),
        },
        Pick {
            name: "side",
            label: i18n.t(m::ENROLMENTS_SIDES_SHORT),
            options: sides.map(|(value, label)| (value.to_owned(), i18n.t(label).to_owned())).to_vec(),
            chosen: page.side.map(|side| side.to_string()).unwrap_or_default(),
        },
    ];
    view! { <FilterBar action=base(&page) search=vec![Search::new(i18n.t(m::ENROLMENTS_SEARCH), page.words)] picks /> }
}

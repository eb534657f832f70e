//! Who takes part in a program, for its coordinator.

use super::participant::ParticipantRow;
use super::{ApproveEverybody, ChangeCapacity, DecideEnrolment, load_participants, words};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::programs::{ProgramTab, ProgramTabs};
use crate::ui::form::{ActionError, Form, FormAction, Hidden, Submit, successes};
use crate::ui::{Crumb, Dialog, Downloads, Empty, Icon, Loaded, Notice, PageHead, Pagination, SkeletonKind, anew, keyed};
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

/// The actions of the list, made once for all its rows.
#[derive(Clone, Copy)]
pub(super) struct ParticipantActions {
    pub decide: FormAction<DecideEnrolment>,
    pub capacity: FormAction<ChangeCapacity>,
    pub approve_all: FormAction<ApproveEverybody>,
}

#[lazy_route]
impl LazyRoute for ParticipantsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let actions = ParticipantActions { decide: FormAction::new(), capacity: FormAction::new(), approve_all: FormAction::new() };
        let (decided, changed, approved) = (successes(actions.decide), successes(actions.capacity), successes(actions.approve_all));
        let source = move || {
            let query = query.read();
            let get = |name| query.get(name).unwrap_or_default();
            let cursor = |name| query.get(name).and_then(|id| id.parse::<EnrolmentId>().ok());
            let changes = decided.get() + changed.get() + approved.get();
            (
                params.read().get("slug").unwrap_or_default(),
                get("status"),
                get("side"),
                get("q"),
                cursor("after"),
                cursor("before"),
                changes,
            )
        };
        let data =
            Data::new(source, |(slug, status, side, words, after, before, _)| load_participants(slug, status, side, words, after, before));
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <ListView page actions /> </Loaded> }.into_any()
    }
}

fn base(page: &Page) -> String {
    format!("/admin/programs/{}/participants", page.program.slug)
}

/// The address of a page of the list.
fn address(page: &Page, cursor: (&str, EnrolmentId)) -> String {
    let mut query = Vec::new();
    if let Some(status) = page.status {
        query.push(format!("status={status}"));
    }
    if let Some(side) = page.side {
        query.push(format!("side={side}"));
    }
    if !page.words.is_empty() {
        query.push(format!("q={}", leptos_router::location::Url::escape(&page.words)));
    }
    query.push(format!("{}={}", cursor.0, cursor.1));
    format!("{}?{}", base(page), query.join("&"))
}

#[component]
fn ListView(page: Page, actions: ParticipantActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.program.slug.clone();
    let crumbs = vec![Crumb::new(page.program.name.clone(), format!("/admin/programs/{slug}"))];
    let count = |status| page.counts.iter().find(|(s, _)| *s == status).map_or(0, |(_, n)| *n);
    let waiting = count(EnrolmentStatus::Pending);
    let none_at_all = page.counts.iter().all(|(_, n)| *n == 0);
    let (previous, next) = (page.previous.map(|id| address(&page, ("before", id))), page.next.map(|id| address(&page, ("after", id))));
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
            <Pagination previous next />
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
    let looked_for = format!("{} {} {}", page.status.map_or("", EnrolmentStatus::as_str), page.side.map_or("", Side::as_str), page.words);
    let total: i64 = page.counts.iter().map(|(_, n)| n).sum();
    let numbered = |label: &str, n: i64| format!("{label} ({})", i18n.number(n));
    let state = |value: Option<EnrolmentStatus>, label: String| {
        let selected = page.status == value;
        view! { <option value=value.map_or("", EnrolmentStatus::as_str) selected=selected>{label}</option> }
    };
    let states = page.counts.iter().map(|(status, n)| state(Some(*status), numbered(i18n.t(words::status(*status)), *n))).collect_view();
    let side = |value: Option<Side>, label: &'static str| {
        let selected = page.side == value;
        view! { <option value=value.map_or("", Side::as_str) selected=selected>{label}</option> }
    };
    let form = view! {
        <form class="filters filters--row" role="search" method="get" action=base(&page)>
            <div class="filters__search">
                <Icon name="search" />
                <input class="input" type="search" name="q" value=page.words.clone() aria-label=i18n.t(m::ENROLMENTS_SEARCH) placeholder=i18n.t(m::ENROLMENTS_SEARCH) />
            </div>
            <div class="field">
                <label class="field__label" for="status">{i18n.t(m::ENROLMENTS_STATUS)}</label>
                <select class="select" id="status" name="status">
                    {state(None, numbered(i18n.t(m::ENROLMENTS_ALL), total))}
                    {states}
                </select>
            </div>
            <div class="field">
                <label class="field__label" for="side">{i18n.t(m::ENROLMENTS_SIDES_SHORT)}</label>
                <select class="select" id="side" name="side">
                    {side(None, i18n.t(m::ENROLMENTS_ALL))}
                    {side(Some(Side::Mentor), i18n.t(m::ENROLMENTS_MENTORS))}
                    {side(Some(Side::Mentee), i18n.t(m::ENROLMENTS_MENTEES))}
                </select>
            </div>
            <button class="button" type="submit">{i18n.t(m::COMMON_SEARCH)}</button>
        </form>
    };
    anew(looked_for, form.into_any())
}

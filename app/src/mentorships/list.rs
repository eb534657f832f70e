//! A program's mentorships, for its coordinator.

use super::words::status_name;
use super::{ProgressLine, StatusBadge, list_mentorships};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::programs::{ProgramTab, ProgramTabs};
use crate::ui::{Avatar, Crumb, Downloads, Empty, Icon, Loaded, PageHead, Pagination, SkeletonKind, anew};
use domain::MentorshipId;
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{Face, MentorshipList, MentorshipRow};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/mentorships`.
#[derive(Debug)]
pub struct MentorshipsPage;

#[lazy_route]
impl LazyRoute for MentorshipsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let source = move || {
            let query = query.read();
            let get = |name| query.get(name).unwrap_or_default();
            (params.read().get("slug").unwrap_or_default(), get("status"), get("q"), get("after"), get("before"))
        };
        let fetch = |(slug, status, words, after, before)| list_mentorships(slug, status, words, after, before);
        let data = Data::new(source, fetch);
        view! { <Loaded data skeleton=SkeletonKind::List let:list> <ListView list /> </Loaded> }.into_any()
    }
}

/// The address of a page of the list.
fn address(list: &MentorshipList, cursor: Option<(&str, MentorshipId)>) -> String {
    let mut query = Vec::new();
    if let Some(status) = list.status {
        query.push(format!("status={status}"));
    }
    if !list.words.is_empty() {
        query.push(format!("q={}", leptos_router::location::Url::escape(&list.words)));
    }
    if let Some((name, id)) = cursor {
        query.push(format!("{name}={id}"));
    }
    let path = format!("/admin/programs/{}/mentorships", list.slug);
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

#[component]
fn ListView(list: MentorshipList) -> impl IntoView {
    let i18n = use_i18n();
    let crumbs = vec![Crumb::new(list.program.clone(), format!("/admin/programs/{}", list.slug))];
    let previous = list.previous.map(|id| address(&list, Some(("before", id))));
    let next = list.next.map(|id| address(&list, Some(("after", id))));
    let slug = list.slug.clone();
    let none_at_all = list.counts.iter().all(|(_, n)| *n == 0);
    let files = (!none_at_all).then(|| format!("/admin/programs/{slug}/mentorships"));
    let body = if none_at_all {
        view! { <Empty icon="people" title=i18n.t(m::MENTORSHIPS_LIST_EMPTY) text=i18n.t(m::MENTORSHIPS_LIST_EMPTY_TEXT) /> }.into_any()
    } else if list.rows.is_empty() {
        let all = format!("/admin/programs/{}/mentorships", list.slug);
        view! {
            <Filters list=list.clone() />
            <Empty icon="search" title=i18n.t(m::MENTORSHIPS_NONE_FOUND) text=i18n.t(m::MENTORSHIPS_NONE_FOUND_TEXT)>
                <a class="button" href=all>{i18n.t(m::MENTORSHIPS_SHOW_ALL)}</a>
            </Empty>
        }
        .into_any()
    } else {
        view! {
            <Filters list=list.clone() />
            <Table rows=list.rows />
            <Pagination previous next />
        }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::MENTORSHIPS_LIST) lead=i18n.t(m::MENTORSHIPS_PRIVACY) crumbs />
        <ProgramTabs slug current=ProgramTab::Mentorships />
        <div class="stack">
            {body}
            {files.map(|path| view! { <Downloads path /> })}
        </div>
    }
}

#[component]
fn Filters(list: MentorshipList) -> impl IntoView {
    let i18n = use_i18n();
    let option = |value: Option<MentorshipStatus>, label: String| {
        let selected = list.status == value;
        view! { <option value=value.map_or("", MentorshipStatus::as_str) selected=selected>{label}</option> }
    };
    let total: i64 = list.counts.iter().map(|(_, n)| n).sum();
    let numbered = |label: &str, n: i64| i18n.f(m::MENTORSHIPS_FILTER_COUNT, &[("label", label), ("count", &i18n.number(n))]);
    let states = list.counts.iter().map(|(status, n)| option(Some(*status), numbered(i18n.t(status_name(*status)), *n))).collect_view();
    let looked_for = format!("{} {}", list.status.map_or("", MentorshipStatus::as_str), list.words);
    let form = view! {
        <form class="filters filters--row" role="search" method="get" action=format!("/admin/programs/{}/mentorships", list.slug)>
            <div class="filters__search">
                <Icon name="search" />
                <input class="input" type="search" name="q" value=list.words.clone() aria-label=i18n.t(m::MENTORSHIPS_SEARCH) placeholder=i18n.t(m::MENTORSHIPS_SEARCH) />
            </div>
            <div class="field">
                <label class="field__label" for="status">{i18n.t(m::MENTORSHIPS_COL_STATUS)}</label>
                <select class="select" id="status" name="status">
                    {option(None, numbered(i18n.t(m::MENTORSHIPS_FILTER_ALL), total))}
                    {states}
                </select>
            </div>
            <button class="button" type="submit">{i18n.t(m::COMMON_SEARCH)}</button>
        </form>
    };
    anew(looked_for, form.into_any())
}

#[component]
fn Table(rows: Vec<MentorshipRow>) -> impl IntoView {
    let i18n = use_i18n();
    let heads = [
        m::MENTORSHIPS_ROLE_MENTOR,
        m::MENTORSHIPS_ROLE_MENTEE,
        m::MENTORSHIPS_COL_STATUS,
        m::MENTORSHIPS_PROGRESS,
        m::MENTORSHIPS_COL_LAST,
    ];
    view! {
        <div class="table-wrap" role="region" aria-label=i18n.t(m::MENTORSHIPS_LIST) tabindex="0">
            <table class="table table--cards">
                <thead>
                    <tr>
                        {heads.map(|key| view! { <th scope="col">{i18n.t(key)}</th> }).collect_view()}
                        <th scope="col"><span class="visually-hidden">{i18n.t(m::MENTORSHIPS_COL_ACT)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| view! { <ListRow row /> }).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ListRow(row: MentorshipRow) -> impl IntoView {
    let i18n = use_i18n();
    let pair = i18n.f(m::MENTORSHIPS_PAIR, &[("mentor", &row.mentor.name), ("mentee", &row.mentee.name)]);
    let href = format!("/mentorships/{}", row.id);
    let goals = if row.progress.total() == 0 {
        view! { <span class="muted">{i18n.t(m::MENTORSHIPS_NO_GOALS)}</span> }.into_any()
    } else {
        let (achieved, total) = (row.progress.achieved, row.progress.total() - row.progress.dropped - row.progress.proposed);
        let words = i18n.f(m::MENTORSHIPS_ACHIEVED_OF, &[("achieved", &i18n.number(achieved)), ("total", &i18n.number(total))]);
        view! {
            <ProgressLine percent=row.progress.percent label=i18n.t(m::MENTORSHIPS_PROGRESS) />
            <span class="small muted">{words}</span>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row"><Person face=row.mentor /></th>
            <td data-label=i18n.t(m::MENTORSHIPS_ROLE_MENTEE)><Person face=row.mentee /></td>
            <td data-label=i18n.t(m::MENTORSHIPS_COL_STATUS)>
                <StatusBadge status=row.status /> " " <span class="small muted">{row.when}</span>
            </td>
            <td data-label=i18n.t(m::MENTORSHIPS_PROGRESS)>{goals}</td>
            <td data-label=i18n.t(m::MENTORSHIPS_COL_LAST)>{row.last_activity}</td>
            <td class="table__actions">
                <a class="button button--small" href=href.clone()>
                    {i18n.t(m::MENTORSHIPS_DO_LOOK)} <span class="visually-hidden">": " {pair.clone()}</span>
                </a>
                {row
                    .may_end
                    .then(|| {
                        view! {
                            <a class="button button--small button--quiet" href=format!("{href}#end")>
                                {i18n.t(m::MENTORSHIPS_END)} <span class="visually-hidden">": " {pair}</span>
                            </a>
                        }
                    })}
            </td>
        </tr>
    }
}

#[component]
fn Person(face: Face) -> impl IntoView {
    view! {
        <div class="person">
            <Avatar id=face.id name=face.name.clone() picture=face.picture size="s" />
            <span class="person__text"><a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name}</a></span>
        </div>
    }
}

//! A program's mentorships, for its coordinator.

use super::list_mentorships;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{MentorshipBadge, ProgramTab, ProgramTabs};
use crate::ui::{
    Avatar, Crumb, Downloads, Empty, FilterBar, ListAddress, Loaded, PageHead, Pagination, Pick, ProgressLine, Search, SkeletonKind,
};
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{MentorshipList, MentorshipRow};
use domain::shared::Face;
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

/// The list's path.
fn base(list: &MentorshipList) -> String {
    format!("/admin/programs/{}/mentorships", list.program.slug)
}

/// The address of the list as it is narrowed.
fn address(list: &MentorshipList) -> ListAddress {
    ListAddress::new(base(list)).with("status", list.status.map_or("", MentorshipStatus::as_str)).with("q", &list.words)
}

#[component]
fn ListView(list: MentorshipList) -> impl IntoView {
    let i18n = use_i18n();
    let crumbs = vec![Crumb::new(list.program.name.clone(), format!("/admin/programs/{}", list.program.slug))];
    let pages = address(&list).pages(&list.pages, "before", "after");
    let slug = list.program.slug.clone();
    let none_at_all = list.counts.iter().all(|(_, n)| *n == 0);
    let files = (!none_at_all).then(|| base(&list));
    let body = if none_at_all {
        view! { <Empty icon="people" title=i18n.t(m::MENTORSHIPS_LIST_EMPTY) text=i18n.t(m::MENTORSHIPS_LIST_EMPTY_TEXT) /> }.into_any()
    } else if list.rows.is_empty() {
        let all = base(&list);
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
            <Pagination pages />
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
    let total: i64 = list.counts.iter().map(|(_, n)| n).sum();
    let numbered = |label: &str, n: i64| i18n.f(m::MENTORSHIPS_FILTER_COUNT, &[("label", label), ("count", &i18n.number(n))]);
    let states = list.counts.iter().map(|(status, n)| (status.to_string(), numbered(i18n.t(wording::mentorships::status(*status)), *n)));
    let all = (String::new(), numbered(i18n.t(m::MENTORSHIPS_FILTER_ALL), total));
    let status = Pick {
        name: "status",
        label: i18n.t(m::MENTORSHIPS_COL_STATUS),
        options: std::iter::once(all).chain(states).collect(),
        chosen: list.status.map(|status| status.to_string()).unwrap_or_default(),
    };
    view! { <FilterBar action=base(&list) search=vec![Search::new(i18n.t(m::MENTORSHIPS_SEARCH), list.words)] picks=vec![status] /> }
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
                <MentorshipBadge status=row.status /> " " <span class="small muted">{row.when}</span>
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

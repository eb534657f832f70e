//! Exploring: programs one takes part in, and those one may join.

use super::load_explore;
use super::next::{NextButton, sentence};
use super::words::StatusBadge;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::ProgramCards;
use crate::ui::{Empty, FilterBar, Icon, ListAddress, Loaded, PageHead, Pagination, Search, SkeletonKind};
use crate::viewer::use_viewer;
use domain::programs::ProgramStatus;
use domain::programs::views::{Explore, MyProgram};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/explore`, with `q` and `after`.
#[derive(Debug)]
pub struct ExplorePage;

#[lazy_route]
impl LazyRoute for ExplorePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let asked = move || {
            let query = query.read();
            (query.get("q").unwrap_or_default(), query.get_str("after").and_then(|id| id.parse().ok()))
        };
        let data = Data::new(asked, |(words, after)| load_explore(words, after));
        view! { <Loaded data skeleton=SkeletonKind::Cards let:found> <ExploreView found /> </Loaded> }.into_any()
    }
}

#[component]
fn ExploreView(found: Explore) -> impl IntoView {
    let i18n = use_i18n();
    let signed_in = use_viewer().person.is_some();
    let Explore { mine, found, words, pages } = found;
    let pages = ListAddress::new("/explore").with("q", &words).pages(&pages, "before", "after");
    let list = if !found.is_empty() {
        view! { <ProgramCards cards=found /> <Pagination pages /> }.into_any()
    } else if words.is_empty() {
        view! { <Empty icon="compass" title=i18n.t(m::PROGRAMS_EXPLORE_NONE) text=i18n.t(m::PROGRAMS_EXPLORE_NONE_TEXT)>
            {signed_in.then(|| view! { <a class="button" href="/admin/programs/new">{i18n.t(m::PROGRAMS_NEW)}</a> })}
        </Empty> }
        .into_any()
    } else {
        view! { <Empty icon="search" title=i18n.t(m::PROGRAMS_EXPLORE_NOTHING) text=i18n.t(m::PROGRAMS_EXPLORE_NOTHING_TEXT)>
            <a class="button" href="/explore">{i18n.t(m::PROGRAMS_EXPLORE_ALL)}</a>
        </Empty> }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::PROGRAMS_EXPLORE) lead=i18n.t(m::PROGRAMS_EXPLORE_LEAD)>
            {signed_in.then(|| view! { <a class="button" href="/admin/programs/new"><Icon name="plus" />{i18n.t(m::PROGRAMS_NEW)}</a> })}
        </PageHead>
        <div class="stack stack--l">
            <FilterBar action="/explore" search=vec![Search::new(i18n.t(m::PROGRAMS_EXPLORE_SEARCH), words)] />
            {(!mine.is_empty()).then(|| view! { <Mine mine /> })}
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PROGRAMS_EXPLORE_OPEN)}</h2></div>
                {list}
            </section>
            {signed_in.then(|| view! {
                <p class="muted">{i18n.t(m::ORGANISATIONS_NEW_LEAD)} " " <a href="/admin/new">{i18n.t(m::ORGANISATIONS_CREATE)}</a></p>
            })}
        </div>
    }
}

/// The programs one takes part in, each with its next step.
#[component]
fn Mine(mine: Vec<MyProgram>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = mine
        .into_iter()
        .map(|program| {
            let calm = matches!(program.status, ProgramStatus::Open | ProgramStatus::Running);
            view! {
                <li class="list__item">
                    <div class="list__main">
                        <p class="list__title"><a href=format!("/programs/{}", program.slug) dir="auto">{program.name}</a></p>
                        <p class="list__meta">
                            {program.organisation.map(|name| format!("{name} · "))} {sentence(i18n, program.next)}
                        </p>
                    </div>
                    <span class="list__end">
                        {(!calm).then(|| view! { <StatusBadge status=program.status /> })}
                        <NextButton slug=program.slug next=program.next class="button button--small" />
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::PROGRAMS_EXPLORE_MINE)}</h2></div>
            <ul class="list" role="list">{rows}</ul>
        </section>
    }
}

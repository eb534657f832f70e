//! Matching, for a program's coordinator: the desk of match runs, pairing by hand, and all requests of the program.

use super::card::Cards;
use super::pairing::{ByHand, Pairing};
use super::{load_matching, parsed};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::match_runs::{DeskSection, MakeRun, load_desk};
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::FormAction;
use crate::ui::{Crumb, Empty, ListAddress, Loaded, PageHead, Pagination, done};
use domain::match_runs::views::Desk;
use domain::requests::RequestStatus;
use domain::requests::views::{MatchingPage as Matching, MatchingSearch, ProgramRequests};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/matching`, with `status`, `before`, `find_mentee` and `find_mentor`.
#[derive(Debug)]
pub struct MatchingPage;

#[lazy_route]
impl LazyRoute for MatchingPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let make = FormAction::<MakeRun>::new();
        let by_hand = ByHand { pair: FormAction::new(), unpair: FormAction::new() };
        let asked = move || {
            let query = query.read();
            let search = MatchingSearch {
                status: parsed(&query, "status"),
                before: parsed(&query, "before"),
                mentee: query.get("find_mentee").unwrap_or_default(),
                mentor: query.get("find_mentor").unwrap_or_default(),
                chosen_mentee: parsed(&query, "mentee"),
                chosen_mentor: parsed(&query, "mentor"),
            };
            (params.read().get("slug").unwrap_or_default(), search)
        };
        let data = Data::new(asked, |(slug, search)| async move {
            let desk = load_desk(slug.clone()).await?;
            Ok((desk, load_matching(slug, search.clone()).await?, search))
        })
        .after(done(&[by_hand.pair.post(), by_hand.unpair.post()]));
        view! { <Loaded data let:loaded> <MatchingView loaded by_hand make /> </Loaded> }.into_any()
    }
}

#[component]
fn MatchingView(loaded: (Desk, Matching, MatchingSearch), by_hand: ByHand, make: FormAction<MakeRun>) -> impl IntoView {
    let i18n = use_i18n();
    let (desk, page, search) = loaded;
    let program = page.requests.program.clone();
    let crumbs = vec![Crumb::new(program.name, format!("/admin/programs/{}", program.slug))];
    let slug = program.slug;
    view! {
        <PageHead title=i18n.t(m::REQUESTS_MATCHING_TITLE) lead=i18n.t(m::REQUESTS_MATCHING_LEAD) crumbs=crumbs />
        <ProgramTabs slug current=ProgramTab::Matching />
        <div class="stack stack--l">
            <DeskSection desk action=make />
            <Pairing pairing=page.pairing search=search.clone() by_hand />
            <Requests requests=page.requests status=search.status />
        </div>
    }
}

/// The program's requests, by state.
#[component]
fn Requests(requests: ProgramRequests, status: Option<RequestStatus>) -> impl IntoView {
    let i18n = use_i18n();
    let ProgramRequests { program, counts, cards, pages } = requests;
    let base = format!("/admin/programs/{}/matching", program.slug);
    let total: i64 = counts.iter().map(|c| c.count).sum();
    let tab = |label: &'static str, count: i64, href: String, current: bool| {
        view! {
            <li>
                <a href=href aria-current=current.then_some("page")>
                    {label} {(count > 0).then(|| view! { <span class="count">{i18n.number(count)}</span> })}
                </a>
            </li>
        }
    };
    let each = counts
        .iter()
        .map(|c| tab(i18n.t(wording::requests::status(c.status)), c.count, format!("{base}?status={}", c.status), status == Some(c.status)))
        .collect_view();
    let narrowed = ListAddress::new(base.clone()).with("status", status.map_or("", RequestStatus::as_str));
    let pages = narrowed.pages(&pages, "after", "before");
    let list = if cards.is_empty() {
        view! { <Empty icon="mail" title=i18n.t(m::REQUESTS_MATCHING_EMPTY_TITLE) text=i18n.t(m::REQUESTS_MATCHING_EMPTY) /> }.into_any()
    } else {
        view! { <Cards cards /> }.into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::REQUESTS_TITLE)}</h2></div>
            <nav class="tabs" aria-label=i18n.t(m::REQUESTS_TITLE)>
                <ul>{tab(i18n.t(m::REQUESTS_ALL), total, base.clone(), status.is_none())} {each}</ul>
            </nav>
            {list}
            <Pagination pages />
        </section>
    }
}

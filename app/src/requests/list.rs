//! Somebody's requests in a program: to them, from them, and those that have ended.

use super::card::Cards;
use super::{load_mine, parsed};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Crumb, Empty, ListAddress, Loaded, PageHead, Pagination};
use domain::RequestId;
use domain::requests::views::{MyRequests, RequestCard};
use domain::shared::Pages;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/requests`, with `before` for earlier ones.
#[derive(Debug)]
pub struct RequestsPage;

#[lazy_route]
impl LazyRoute for RequestsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let asked = move || (params.read().get("slug").unwrap_or_default(), parsed::<RequestId>(&query.read(), "before"));
        let data = Data::new(asked, |(slug, before)| load_mine(slug, before));
        view! { <Loaded data let:mine> <Mine mine /> </Loaded> }.into_any()
    }
}

#[component]
fn Mine(mine: MyRequests) -> impl IntoView {
    let i18n = use_i18n();
    let MyRequests { program, as_mentor, as_mentee, coordinator, incoming, outgoing, ended, pages, left } = mine;
    let base = format!("/programs/{}", program.slug);
    let crumbs = vec![Crumb::new(program.name, base.clone())];
    let all = coordinator.then(|| {
        let href = format!("/admin/programs/{}/matching", program.slug);
        view! { <a class="button" href=href>{i18n.t(m::REQUESTS_ALL_OF_PROGRAM)}</a> }
    });
    let nothing = incoming.is_empty() && outgoing.is_empty() && ended.is_empty();
    let body = if nothing && !as_mentor && !as_mentee {
        view! {
            <Empty icon="people" title=i18n.t(m::REQUESTS_NONE_TITLE) text=i18n.t(m::REQUESTS_NONE)>
                <a class="button button--primary" href=format!("{base}/join")>{i18n.t(m::REQUESTS_JOIN)}</a>
            </Empty>
        }
        .into_any()
    } else {
        view! {
            <div class="stack stack--l">
                {(as_mentor || !incoming.is_empty()).then(|| view! { <Incoming cards=incoming /> })}
                {(as_mentee || !outgoing.is_empty()).then(|| view! { <Outgoing cards=outgoing left base=base.clone() /> })}
                {(!ended.is_empty()).then(|| view! { <Ended cards=ended pages=ListAddress::new(format!("{base}/requests")).pages(&pages, "after", "before") /> })}
            </div>
        }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::REQUESTS_TITLE) crumbs=crumbs>{all}</PageHead>
        {body}
    }
}

#[component]
fn Incoming(cards: Vec<RequestCard>) -> impl IntoView {
    let i18n = use_i18n();
    let body = if cards.is_empty() {
        view! { <p class="muted">{i18n.t(m::REQUESTS_TO_YOU_EMPTY)}</p> }.into_any()
    } else {
        view! { <Cards cards /> }.into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::REQUESTS_TO_YOU)}</h2></div>
            {body}
        </section>
    }
}

#[component]
fn Outgoing(cards: Vec<RequestCard>, left: i64, base: String) -> impl IntoView {
    let i18n = use_i18n();
    let find = format!("{base}/mentors");
    let body = if cards.is_empty() {
        view! { <p class="muted">{i18n.t(m::REQUESTS_FROM_YOU_EMPTY)}</p> }.into_any()
    } else {
        let words = if left > 0 { i18n.n(m::REQUESTS_LEFT, left, &[]) } else { i18n.t(m::REQUESTS_LEFT_NONE).to_owned() };
        view! {
            <p class="muted">{words}</p>
            <Cards cards />
        }
        .into_any()
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{i18n.t(m::REQUESTS_FROM_YOU)}</h2>
                {(left > 0).then(|| view! { <a class="button button--small" href=find>{i18n.t(m::REQUESTS_MAIL_FIND_MENTOR)}</a> })}
            </div>
            {body}
        </section>
    }
}

#[component]
fn Ended(cards: Vec<RequestCard>, pages: Pages<String>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::REQUESTS_EARLIER)}</h2></div>
            <Cards cards />
            <Pagination pages />
        </section>
    }
}

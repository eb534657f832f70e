//! One request: the conversation, where it stands, and what the reader can do.

use super::card::{Person, StatusBadge, Turn};
use super::load_request;
use super::view_actions::{ActionButtons, Actions};
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Avatar, Crumb, Loaded, Notice, PageHead};
use domain::RequestId;
use domain::requests::RequestStatus;
use domain::requests::views::{RequestLine, RequestSide, RequestView};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/requests/{id}`.
#[derive(Debug)]
pub struct RequestPage;

#[lazy_route]
impl LazyRoute for RequestPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let actions = Actions::new();
        let asked = move || {
            let params = params.read();
            (params.get("slug").unwrap_or_default(), params.get_str("id").and_then(|id| id.parse::<RequestId>().ok()))
        };
        let data = Data::new(asked, |(slug, id)| async move {
            match id {
                Some(id) => load_request(slug, id).await,
                None => Err(AppError::NotFound),
            }
        })
        .after(actions.changes());
        view! { <Loaded data let:request> <OneRequest request actions /> </Loaded> }.into_any()
    }
}

#[component]
fn OneRequest(request: RequestView, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let crumbs = vec![
        Crumb::new(request.program.name.clone(), format!("/programs/{}", request.program.slug)),
        if request.side == RequestSide::Coordinator {
            Crumb::new(i18n.t(m::REQUESTS_MATCHING_TITLE), format!("/admin/programs/{}/matching", request.program.slug))
        } else {
            Crumb::new(i18n.t(m::REQUESTS_TITLE), format!("/programs/{}/requests", request.program.slug))
        },
    ];
    let (mentee, mentor) = (request.mentee.clone(), request.mentor.clone());
    let title = match request.side {
        RequestSide::Asker => i18n.f(m::REQUESTS_VIEW_ASKER, &[("name", &mentor.name)]),
        RequestSide::Asked => i18n.f(m::REQUESTS_VIEW_ASKED, &[("name", &mentee.name)]),
        RequestSide::Coordinator => i18n.f(m::REQUESTS_ASKS, &[("mentee", &mentee.name), ("mentor", &mentor.name)]),
    };
    let faces = match request.side {
        RequestSide::Asker => vec![mentor],
        RequestSide::Asked => vec![mentee],
        RequestSide::Coordinator => vec![mentee, mentor],
    };
    let space = request.mentorship.filter(|_| request.side != RequestSide::Coordinator).map(|id| {
        view! { <a class="button button--primary" href=format!("/mentorships/{id}")>{i18n.t(m::REQUESTS_MAIL_OPEN_SPACE)}</a> }
    });
    let state = request.state.clone();
    let standing = if request.status == RequestStatus::Accepted {
        view! {
            <Notice kind="ok">{state}</Notice>
            <div class="cluster">{space}</div>
        }
        .into_any()
    } else {
        view! { <Turn state my_turn=request.my_turn /> }.into_any()
    };
    view! {
        <PageHead title=title crumbs=crumbs><StatusBadge status=request.status my_turn=request.my_turn /></PageHead>
        <div class="split">
            <div class="stack">
                {standing}
                {request.usual_reply.clone().map(|sentence| view! { <p class="muted">{sentence}</p> })}
                <Thread lines=request.lines.clone() />
                <ActionButtons request actions />
            </div>
            <aside class="stack">{faces.into_iter().map(|face| view! { <Person face /> }).collect_view()}</aside>
        </div>
    }
}

#[component]
fn Thread(lines: Vec<RequestLine>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = lines.into_iter().map(|RequestLine { author, mine, body, at }| {
        view! {
            <li class="message" class:message--mine=mine>
                <Avatar id=author.id name=author.name.clone() picture=author.picture size="s" />
                <div class="message__body" dir="auto">{body}</div>
                <p class="message__meta">
                    <span dir="auto">{author.name}</span>
                    <time datetime=at.format("%Y-%m-%dT%H:%M").to_string()>{i18n.date_time(at)}</time>
                </p>
            </li>
        }
    });
    view! { <ol class="thread" role="list" aria-label=i18n.t(m::REQUESTS_CONVERSATION)>{rows.collect_view()}</ol> }
}

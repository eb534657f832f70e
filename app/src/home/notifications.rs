//! What somebody was told, newest first.

use super::{MarkRead, load_notifications};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Submit};
use crate::ui::{Empty, Icon, ListAddress, Loaded, PageHead, Pagination, SkeletonKind, done};
use crate::viewer::use_unread;
use domain::NotificationId;
use domain::home::{NotificationLine, Notifications};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/notifications`, with `before` for earlier ones.
#[derive(Debug)]
pub struct NotificationsPage;

#[lazy_route]
impl LazyRoute for NotificationsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let action = FormAction::<MarkRead>::new();
        let asked = move || query.read().get("before").and_then(|id| id.parse::<NotificationId>().ok());
        let data = Data::new(asked, load_notifications).after(done(&[action.post()]));
        view! { <Loaded data skeleton=SkeletonKind::List let:told> <Told told action /> </Loaded> }.into_any()
    }
}

#[component]
fn Told(told: Notifications, action: FormAction<MarkRead>) -> impl IntoView {
    let i18n = use_i18n();
    let Notifications { lines, unread, earlier, pages } = told;
    // The navigation shows the number too, and was made before some were read.
    let shown = use_unread().0;
    Effect::new(move |_| shown.set(unread));
    let mark = (unread > 0).then(|| {
        view! {
            <span class="muted">{i18n.n(m::HOME_NOTIFICATIONS_UNREAD, unread, &[])}</span>
            <Form action class="cluster" done=i18n.t(m::HOME_NOTIFICATIONS_MARKED)>
                <Submit label=i18n.t(m::HOME_NOTIFICATIONS_MARK_READ) class="button" />
            </Form>
        }
    });
    let body = if lines.is_empty() {
        view! { <Empty icon="bell" title=i18n.t(m::HOME_NOTIFICATIONS_EMPTY_TITLE) text=i18n.t(m::HOME_NOTIFICATIONS_EMPTY) /> }.into_any()
    } else {
        let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
        let newest = earlier.then(|| view! { <p><a href="/notifications">{i18n.t(m::HOME_NOTIFICATIONS_NEWEST)}</a></p> });
        view! {
            {newest}
            <ul class="list" role="list">{rows}</ul>
            <Pagination pages=ListAddress::new("/notifications").pages(&pages, "after", "before") />
        }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::HOME_NOTIFICATIONS)>{mark}</PageHead>
        {body}
    }
}

#[component]
fn Line(line: NotificationLine) -> impl IntoView {
    let i18n = use_i18n();
    let icon = match line.topic.as_str() {
        "goal" => "goal",
        "milestone" => "flag",
        "mentorship" | "agreement" | "paired" => "heart",
        "request" => "mail",
        _ => "bell",
    };
    let new = line
        .unread
        .then(|| view! { <span class="list__end"><span class="badge badge--info">{i18n.t(m::HOME_NOTIFICATIONS_NEW)}</span></span> });
    view! {
        <li class="list__item list__item--link">
            <Icon name=icon />
            <div class="list__main">
                <a class="list__title" href=line.link dir="auto">{line.text}</a>
                <time class="list__meta" datetime=line.at.format("%Y-%m-%dT%H:%M").to_string()>{i18n.date_time(line.at)}</time>
            </div>
            {new}
        </li>
    }
}

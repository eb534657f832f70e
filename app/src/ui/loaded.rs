//! Data on its way: a skeleton while it loads, an explanation when it can't be had, else the page.

use crate::data::{Answer, Data, InPage, Payload};
use crate::lang::use_i18n;
use crate::ui::{Icon, Skeleton, SkeletonKind, anew};
use crate::{AppError, error_words};
use i18n::m;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Shows what was loaded. On the server the answer's status is set and, when one must sign in, the browser sent there.
#[component]
pub fn Loaded<T, V, F>(
    /// The data; made above this component.
    data: Data<T>,
    /// The shape of what is coming.
    #[prop(default = SkeletonKind::Page)]
    skeleton: SkeletonKind,
    /// The page for the data.
    children: F,
) -> impl IntoView
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
{
    let show = move |payload: Payload| match payload.get() {
        Ok(value) => children(value).into_any(),
        Err(error) => view! { <ErrorView error /> }.into_any(),
    };
    loaded(data.erased(), skeleton, Arc::new(show))
}

/// The same for data of any type: made once, not for each page. A page about something else is made anew, with nothing in its fields
/// of what was typed for the one before.
fn loaded(data: Resource<Answer, InPage>, skeleton: SkeletonKind, show: Arc<dyn Fn(Payload) -> AnyView + Send + Sync>) -> AnyView {
    let here = use_location();
    let about =
        move || format!("{}?{}", here.pathname.get_untracked(), here.query.with_untracked(|query| query.get("org").unwrap_or_default()));
    view! {
        <Transition fallback=move || view! { <Skeleton kind=skeleton /> }>
            {move || {
                let show = Arc::clone(&show);
                Suspend::new(async move {
                    let view = match data.await {
                        Ok(payload) => show(payload),
                        Err(error) => view! { <ErrorView error /> }.into_any(),
                    };
                    anew(about(), view)
                })
            }}
        </Transition>
    }
    .into_any()
}

/// A whole page's error.
#[component]
pub fn ErrorView(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    let i18n = use_i18n();
    #[cfg(feature = "ssr")]
    crate::server::page_error(&error);
    let (title, icon) = match error {
        AppError::NotFound => (m::ERRORS_NOT_FOUND_TITLE, "search"),
        AppError::Forbidden => (m::ERRORS_FORBIDDEN_TITLE, "lock"),
        AppError::SignInNeeded => (m::ERRORS_SIGN_IN_TITLE, "lock"),
        AppError::Offline => (m::ERRORS_OFFLINE_TITLE, "globe"),
        _ => (m::ERRORS_TITLE, "warning"),
    };
    let text = error_words::error(i18n, &error);
    let sign_in = matches!(error, AppError::SignInNeeded);
    let document = format!("{} · {}", i18n.t(title), i18n.t(m::COMMON_BRAND));
    view! {
        <Title text=document />
        <div class="empty" role="alert">
            <Icon name=icon class="icon--l" />
            <h1 class="empty__title">{i18n.t(title)}</h1>
            <p>{text}</p>
            <a class="button button--primary" href=if sign_in { "/login" } else { "/" } rel="external">
                {i18n.t(if sign_in { m::NAV_SIGN_IN } else { m::ERRORS_GO_HOME })}
            </a>
        </div>
    }
}

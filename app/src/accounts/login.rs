//! Signing in.

use super::SignIn;
use super::card::{AuthCard, with_next};
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Hidden, Password, PlainForm, Submit, TextField};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/login`: leads to `next` afterwards; `done` says what led here.
#[derive(Debug)]
pub struct LoginPage;

#[lazy_route]
impl LazyRoute for LoginPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let (next, done) = use_query_map().with_untracked(|query| (query.get("next").unwrap_or_default(), query.get("done")));
        let word = match done.as_deref() {
            Some("password") => Some(m::ACCOUNTS_PASSWORD_SET),
            Some("kept") => Some(m::ACCOUNTS_KEPT_TYPED),
            Some("leaving") => Some(m::LEAVING_ASKED),
            _ => None,
        };
        let signup = with_next("/signup", &next);
        let below = move || view! { <p>{i18n.t(m::ACCOUNTS_NEW_HERE)} " " <a href=signup.clone()>{i18n.t(m::NAV_SIGN_UP)}</a></p> };
        view! {
            <AuthCard title=i18n.t(m::ACCOUNTS_LOGIN_TITLE) below=below>
                {word.map(|w| view! { <Notice kind="ok">{i18n.t(w)}</Notice> })}
                <PlainForm url=SignIn::url()>
                    <Hidden name="next" value=next />
                    <TextField name="email" label=i18n.t(m::ACCOUNTS_EMAIL) kind="email" inputmode="email" required=true autocomplete="username" />
                    <Password name="password" label=i18n.t(m::ACCOUNTS_PASSWORD) autocomplete="current-password" />
                    <a class="account__forgot" href="/forgot">{i18n.t(m::ACCOUNTS_FORGOT_LINK)}</a>
                    <Submit label=i18n.t(m::NAV_SIGN_IN) class="button button--primary button--wide" />
                </PlainForm>
            </AuthCard>
        }
        .into_any()
    }
}

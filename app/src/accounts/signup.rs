//! Signing up.

use super::card::{AuthCard, WordCard, with_next};
use super::{SignUp, languages, was_done};
use crate::lang::use_i18n;
use crate::shared::ZoneSelect;
use crate::ui::form::{Form, FormAction, Hidden, Password, Select, Submit, TextField};
use domain::limits::NAME_MAX;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/signup`.
#[derive(Debug)]
pub struct SignUpPage;

#[lazy_route]
impl LazyRoute for SignUpPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let action = FormAction::new();
        let next = use_query_map().read_untracked().get("next").unwrap_or_default();
        let done = was_done(action);
        let login = with_next("/login", &next);
        view! {
            {move || {
                if done.get() {
                    view! {
                        <WordCard
                            title=i18n.t(m::ACCOUNTS_SENT_TITLE)
                            text=i18n.t(m::ACCOUNTS_SIGNUP_SENT)
                            action=i18n.t(m::NAV_SIGN_IN)
                            href=login.clone()
                        />
                    }
                        .into_any()
                } else {
                    view! { <SignUpForm action next=next.clone() login=login.clone() /> }.into_any()
                }
            }}
        }
        .into_any()
    }
}

#[component]
fn SignUpForm(action: FormAction<SignUp>, next: String, login: String) -> impl IntoView {
    let i18n = use_i18n();
    let below = move || view! { <p>{i18n.t(m::ACCOUNTS_HAVE_ACCOUNT)} " " <a href=login.clone()>{i18n.t(m::NAV_SIGN_IN)}</a></p> };
    view! {
        <AuthCard title=i18n.t(m::ACCOUNTS_SIGNUP_TITLE) below=below>
            <Form action=action>
                <Hidden name="next" value=next />
                <TextField name="name" label=i18n.t(m::ACCOUNTS_NAME) required=true autocomplete="name" maxlength=NAME_MAX />
                <TextField name="email" label=i18n.t(m::ACCOUNTS_EMAIL) kind="email" inputmode="email" required=true autocomplete="email" />
                <Password name="password" label=i18n.t(m::ACCOUNTS_PASSWORD) hint=i18n.t(m::ACCOUNTS_PASSWORD_HINT) autocomplete="new-password" />
                <Select name="locale" label=i18n.t(m::COMMON_LANGUAGE) options=languages() value=i18n.locale.as_str() required=true />
                <ZoneSelect />
                <Submit label=i18n.t(m::NAV_SIGN_UP) class="button button--primary button--wide" />
            </Form>
        </AuthCard>
    }
}

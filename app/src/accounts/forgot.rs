//! A forgotten password: asking for the mail.

use super::card::{AuthCard, WordCard};
use super::{Forgot, was_done};
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Submit, TextField};
use i18n::m;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// `/forgot`.
#[derive(Debug)]
pub struct ForgotPage;

#[lazy_route]
impl LazyRoute for ForgotPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let action = FormAction::<Forgot>::new();
        let done = was_done(action);
        let below = move || view! { <p><a href="/login">{i18n.t(m::NAV_SIGN_IN)}</a></p> };
        view! {
            {move || {
                if done.get() {
                    view! {
                        <WordCard
                            title=i18n.t(m::ACCOUNTS_SENT_TITLE)
                            text=i18n.t(m::ACCOUNTS_FORGOT_SENT)
                            action=i18n.t(m::NAV_SIGN_IN)
                            href="/login"
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <AuthCard title=i18n.t(m::ACCOUNTS_FORGOT_TITLE) lead=i18n.t(m::ACCOUNTS_FORGOT_LEAD) below=below>
                            <Form action=action>
                                <TextField name="email" label=i18n.t(m::ACCOUNTS_EMAIL) kind="email" inputmode="email" required=true autocomplete="email" />
                                <Submit label=i18n.t(m::ACCOUNTS_FORGOT_SUBMIT) class="button button--primary button--wide" />
                            </Form>
                        </AuthCard>
                    }
                        .into_any()
                }
            }}
        }
        .into_any()
    }
}

//! A new password with the link from a mail.

use super::card::{AuthCard, WordCard};
use super::{Reset, reset_works};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::Loaded;
use crate::ui::form::{Hidden, Password, PlainForm, Submit};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/reset/{token}`.
#[derive(Debug)]
pub struct ResetPage;

#[lazy_route]
impl LazyRoute for ResetPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let token = use_params_map().read_untracked().get("token").unwrap_or_default();
        let asked = token.clone();
        let works = Data::new(move || asked.clone(), reset_works);
        view! {
            <Loaded
                data=works
                children=move |works| {
                    if works {
                        let token = token.clone();
                        view! {
                            <AuthCard title=i18n.t(m::ACCOUNTS_RESET_TITLE)>
                                <PlainForm url=Reset::url()>
                                    <Hidden name="token" value=token />
                                    <Password name="password" label=i18n.t(m::ACCOUNTS_NEW_PASSWORD) hint=i18n.t(m::ACCOUNTS_PASSWORD_HINT) autocomplete="new-password" />
                                    <Submit label=i18n.t(m::ACCOUNTS_RESET_SUBMIT) class="button button--primary button--wide" />
                                </PlainForm>
                            </AuthCard>
                        }
                            .into_any()
                    } else {
                        view! {
                            <WordCard
                                title=i18n.t(m::ACCOUNTS_LINK_INVALID_TITLE)
                                text=i18n.t(m::ACCOUNTS_LINK_INVALID_TEXT)
                                action=i18n.t(m::ACCOUNTS_RESET_AGAIN)
                                href="/forgot"
                            />
                        }
                            .into_any()
                    }
                }
            />
        }
        .into_any()
    }
}

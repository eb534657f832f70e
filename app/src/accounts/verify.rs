//! Confirming an address with the link from a mail. The link itself changes nothing (programs that check mails open links);
//! the button does.

use super::card::{AuthCard, WordCard};
use super::{Confirm, confirm_works};
use crate::lang::use_i18n;
use crate::ui::Loaded;
use crate::ui::form::{Hidden, PlainForm, Submit};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/verify/{token}`.
#[derive(Debug)]
pub struct VerifyPage;

#[lazy_route]
impl LazyRoute for VerifyPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        let token = use_params_map().read_untracked().get("token").unwrap_or_default();
        let asked = token.clone();
        let works = Resource::new(move || asked.clone(), confirm_works);
        view! {
            <Loaded
                data=works
                children=move |works| {
                    if works {
                        let token = token.clone();
                        view! {
                            <AuthCard title=i18n.t(m::ACCOUNTS_VERIFY_TITLE) lead=i18n.t(m::ACCOUNTS_VERIFY_LEAD)>
                                <PlainForm url=Confirm::url()>
                                    <Hidden name="token" value=token />
                                    <Submit label=i18n.t(m::ACCOUNTS_VERIFY_SUBMIT) class="button button--primary button--wide" />
                                </PlainForm>
                            </AuthCard>
                        }
                            .into_any()
                    } else {
                        view! {
                            <WordCard
                                title=i18n.t(m::ACCOUNTS_LINK_INVALID_TITLE)
                                text=i18n.t(m::ACCOUNTS_VERIFY_AGAIN)
                                action=i18n.t(m::NAV_SETTINGS)
                                href="/settings"
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

//! Confirming an address with the link from a mail. The link itself changes nothing (programs that check mails open links);
//! the button does.

use super::card::{AuthCard, WordCard};
use super::{Confirm, confirm_works};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::Loaded;
use crate::ui::form::{Hidden, PlainForm, Submit};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/verify/{token}`: leads to `next` afterwards.
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
        let next = use_query_map().read_untracked().get("next").unwrap_or_default();
        let asked = token.clone();
        let works = Data::new(move || asked.clone(), confirm_works);
        view! {
            <Loaded
                data=works
                children=move |works| {
                    if works {
                        let (token, next) = (token.clone(), next.clone());
                        view! {
                            <AuthCard title=i18n.t(m::ACCOUNTS_VERIFY_TITLE) lead=i18n.t(m::ACCOUNTS_VERIFY_LEAD)>
                                <PlainForm url=Confirm::url()>
                                    <Hidden name="token" value=token />
                                    <Hidden name="next" value=next />
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
                                action=i18n.t(m::NAV_SIGN_IN)
                                href="/login"
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

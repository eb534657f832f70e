//! Confirming an address with the link from a mail. The link itself changes nothing (programs that check mails open links);
//! the button does, with the account's password: whoever reads the mail need not be who signed up.

use super::card::{AuthCard, WordCard};
use super::{Confirm, confirm_works};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::Loaded;
use crate::ui::form::{Hidden, Password, PlainForm, Submit};
use domain::accounts::Confirming;
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
                    if works == Confirming::Never {
                        view! {
                            <WordCard
                                title=i18n.t(m::ACCOUNTS_LINK_INVALID_TITLE)
                                text=i18n.t(m::ACCOUNTS_VERIFY_AGAIN)
                                action=i18n.t(m::NAV_SIGN_IN)
                                href="/login"
                            />
                        }
                            .into_any()
                    } else {
                        let (token, next) = (token.clone(), next.clone());
                        let asks = works == Confirming::WithPassword;
                        let lead = if asks { m::ACCOUNTS_VERIFY_PASSWORD } else { m::ACCOUNTS_VERIFY_LEAD };
                        view! {
                            <AuthCard title=i18n.t(m::ACCOUNTS_VERIFY_TITLE) lead=i18n.t(lead)>
                                <PlainForm url=Confirm::url()>
                                    <Hidden name="token" value=token />
                                    <Hidden name="next" value=next />
                                    // Made within the form, as it asks the form for its error.
                                    {asks
                                        .then(|| {
                                            view! {
                                                <Password name="password" label=i18n.t(m::ACCOUNTS_PASSWORD) autocomplete="current-password" />
                                                <a class="account__forgot" href="/forgot">{i18n.t(m::ACCOUNTS_FORGOT_LINK)}</a>
                                            }
                                        })}
                                    <Submit label=i18n.t(m::ACCOUNTS_VERIFY_SUBMIT) class="button button--primary button--wide" />
                                </PlainForm>
                            </AuthCard>
                        }
                            .into_any()
                    }
                }
            />
        }
        .into_any()
    }
}

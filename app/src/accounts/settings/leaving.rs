//! Taking one's data along, and having one's account deleted.

use crate::accounts::{DeleteAccount, KeepAccount};
use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::form::{Password, PlainForm, Submit};
use crate::ui::{Icon, Notice};
use domain::leaving::{Leaving, NeededBy};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The file with everything that one gave or did.
#[component]
pub(super) fn CopySection() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <p>
            <a class="button" href="/settings/data.zip" rel="external" download="">
                <Icon name="download" />
                {i18n.t(m::LEAVING_COPY_DOWNLOAD)}
            </a>
        </p>
    }
}

/// When the account is deleted and how to keep it; for whoever has asked for that.
#[component]
pub(super) fn KeepNotice(on: String) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Notice>
            <p><strong>{i18n.f(m::LEAVING_SCHEDULED, &[("date", &on)])}</strong></p>
            <p>{i18n.t(m::LEAVING_KEEP_ABOUT)}</p>
            <PlainForm url=KeepAccount::url()>
                <div class="form__actions"><Submit label=i18n.t(m::LEAVING_KEEP) /></div>
            </PlainForm>
        </Notice>
    }
}

/// What happens, and the form that asks for it; or what has to be settled before.
#[component]
pub(super) fn LeaveSection(leaving: Leaving) -> impl IntoView {
    let i18n = use_i18n();
    if let Some(on) = leaving.on {
        return view! { <p>{i18n.f(m::LEAVING_SCHEDULED, &[("date", &on)])}</p> }.into_any();
    }
    let owner = move |needs: NeededBy| {
        let words = i18n.f(m::LEAVING_ONLY_OWNER, &[("organisation", &needs.name)]);
        view! { <li><a href=format!("/admin/members?org={}", needs.slug)>{words}</a></li> }
    };
    let coordinator = move |needs: NeededBy| {
        let words = i18n.f(m::LEAVING_ONLY_COORDINATOR, &[("program", &needs.name)]);
        view! { <li><a href=format!("/admin/programs/{}/settings", needs.slug)>{words}</a></li> }
    };
    let needed = (!leaving.owner_of.is_empty() || !leaving.coordinator_of.is_empty()).then(|| {
        view! {
            <Notice>
                <ul>
                    {leaving.owner_of.into_iter().map(owner).collect_view()}
                    {leaving.coordinator_of.into_iter().map(coordinator).collect_view()}
                </ul>
            </Notice>
        }
    });
    // A password that was wrong comes back on a fresh page: then the form stands open.
    let refused = was_refused(DeleteAccount::url());
    view! {
        <div class="stack">
            {needed}
            <details class="disclosure" open=refused>
                <summary>{i18n.t(m::LEAVING_ASK)}</summary>
                <div class="disclosure__body">
                    <PlainForm url=DeleteAccount::url()>
                        <p>{i18n.t(m::LEAVING_WHAT_NOW)}</p>
                        <p>{i18n.t(m::LEAVING_WHAT_THEN)}</p>
                        <p>{i18n.t(m::LEAVING_WHAT_STAYS)}</p>
                        <Password name="delete_password" label=i18n.t(m::ACCOUNTS_CURRENT_PASSWORD) autocomplete="current-password" />
                        <div class="form__actions">
                            <Submit label=i18n.t(m::LEAVING_SUBMIT) class="button button--danger" />
                        </div>
                    </PlainForm>
                </div>
            </details>
        </div>
    }
    .into_any()
}

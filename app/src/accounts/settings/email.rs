//! The account's address, and asking for another.

use crate::accounts::ChangeEmail;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Password, Submit, TextField};
use crate::ui::{Icon, Notice};
use i18n::m;
use leptos::prelude::*;

/// The address and what can be done with it.
#[component]
pub(super) fn EmailSection(email: String, pending_email: Option<String>, change: FormAction<ChangeEmail>) -> impl IntoView {
    let i18n = use_i18n();
    let pending = pending_email.map(|new| view! { <Notice>{i18n.f(m::ACCOUNTS_EMAIL_PENDING, &[("email", &new)])}</Notice> });
    view! {
        <div class="stack">
            <p class="cluster">
                <strong><bdi>{email}</bdi></strong>
                <span class="badge badge--ok"><Icon name="check" class="icon--s" />{i18n.t(m::ACCOUNTS_EMAIL_VERIFIED)}</span>
            </p>
            {pending}
            <Form action=change done=i18n.t(m::ACCOUNTS_EMAIL_ASKED) reset=true>
                <TextField name="new_email" label=i18n.t(m::ACCOUNTS_NEW_EMAIL) kind="email" inputmode="email" required=true autocomplete="email" />
                <Password name="email_password" label=i18n.t(m::ACCOUNTS_CURRENT_PASSWORD) autocomplete="current-password" />
                <div class="form__actions">
                    <Submit label=i18n.t(m::ACCOUNTS_CHANGE_EMAIL) class="button" />
                </div>
            </Form>
        </div>
    }
}

//! Changing the password.

use crate::accounts::ChangePassword;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Password, Submit};
use i18n::m;
use leptos::prelude::*;

/// The present password and a new one.
#[component]
pub(super) fn PasswordForm(action: FormAction<ChangePassword>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Form action=action done=i18n.t(m::ACCOUNTS_PASSWORD_CHANGED) reset=true>
            <Password name="current_password" label=i18n.t(m::ACCOUNTS_CURRENT_PASSWORD) autocomplete="current-password" />
            <Password name="new_password" label=i18n.t(m::ACCOUNTS_NEW_PASSWORD) hint=i18n.t(m::ACCOUNTS_PASSWORD_HINT) autocomplete="new-password" />
            <div class="form__actions">
                <Submit label=i18n.t(m::ACCOUNTS_CHANGE_PASSWORD) class="button" />
            </div>
        </Form>
    }
}

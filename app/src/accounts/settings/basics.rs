//! Name, language, time zone; and colours, which belong to the browser.

use crate::accounts::{ChangeBasics, languages};
use crate::appearance::SetPreferences;
use crate::lang::use_i18n;
use crate::shared::ZoneSelect;
use crate::ui::Icon;
use crate::ui::form::{Hidden, PlainForm, Select, Submit, TextField};
use crate::viewer::{Theme, use_viewer};
use domain::accounts::Basics;
use domain::limits::NAME_MAX;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Name, language and time zone. A fresh page follows, because all of it may read differently then.
#[component]
pub(super) fn BasicsForm(basics: Basics) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <PlainForm url=ChangeBasics::url()>
            <TextField name="name" label=i18n.t(m::ACCOUNTS_NAME) value=basics.name required=true autocomplete="name" maxlength=NAME_MAX />
            <div class="field-row">
                <Select name="locale" label=i18n.t(m::COMMON_LANGUAGE) options=languages() value=basics.locale required=true />
                <ZoneSelect value=basics.zone />
            </div>
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </PlainForm>
    }
}

/// Light, dark, or as the device.
#[component]
pub(super) fn AppearanceForm() -> impl IntoView {
    let i18n = use_i18n();
    let current = use_viewer().theme;
    let themes = [
        (Theme::System, "monitor", m::NAV_THEME_SYSTEM),
        (Theme::Light, "sun", m::NAV_THEME_LIGHT),
        (Theme::Dark, "moon", m::NAV_THEME_DARK),
    ];
    let choices = themes
        .into_iter()
        .map(|(theme, icon, label)| {
            view! {
                <label>
                    <input type="radio" name="theme" value=theme.as_str() checked=theme == current />
                    <Icon name=icon class="icon--s" />
                    {i18n.t(label)}
                </label>
            }
        })
        .collect_view();
    view! {
        <PlainForm url=SetPreferences::url()>
            <Hidden name="next" value="/settings" />
            <fieldset class="choices">
                <legend>{i18n.t(m::NAV_THEME)}</legend>
                <div class="segmented">{choices}</div>
            </fieldset>
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) class="button" />
            </div>
        </PlainForm>
    }
}

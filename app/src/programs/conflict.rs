//! Somebody else saved the settings meanwhile: both versions of each setting that doesn't fit, side by side, a choice, and
//! one's own to work on. Nothing is lost, with JavaScript or without.

use super::SaveSettings;
use super::setting::{Base, Setting, setting_name, setting_words};
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::programs::views::SettingsVersions;
use domain::programs::{SettingsConflict, SettingsField};
use i18n::m;
use leptos::prelude::*;

/// The second save, on the version that is saved by now.
#[component]
pub(super) fn ConflictForm(
    slug: String,
    organisation: bool,
    versions: SettingsVersions,
    action: FormAction<SaveSettings>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open: Vec<SettingsField> = versions.fields.iter().map(|conflict| conflict.field).collect();
    // What fits is sent along as it was joined.
    let rest = SettingsField::ALL
        .iter()
        .filter(|field| !open.contains(field))
        .map(|field| view! { <Hidden name=field.as_str() value=versions.joined.value(*field).to_owned() /> })
        .collect_view();
    let fields = versions.fields.into_iter().map(|conflict| view! { <Field conflict organisation /> }).collect_view();
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Notice kind="warn">{i18n.t(m::PROGRAMS_CONFLICT)}</Notice>
            <Hidden name="program" value=slug />
            <Hidden name="version" value=versions.version.to_string() />
            <Base base=versions.theirs />
            {rest}
            {fields}
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}

#[component]
fn Field(conflict: SettingsConflict, organisation: bool) -> impl IntoView {
    let i18n = use_i18n();
    let SettingsConflict { field, mine, theirs } = conflict;
    let name = format!("choices[{field}]");
    let version = |class, title, value: &str| {
        let words = setting_words(i18n, field, value);
        view! {
            <div class=class>
                <p class="small muted">{i18n.t(title)}</p>
                <p class="version__text" dir="auto">{if words.is_empty() { "–".to_owned() } else { words }}</p>
            </div>
        }
    };
    view! {
        <fieldset class="form__section">
            <legend>{i18n.t(setting_name(field))}</legend>
            <div class="versions">
                {version("version version--theirs", m::PROGRAMS_CONFLICT_THEIRS, &theirs)}
                {version("version", m::PROGRAMS_CONFLICT_MINE, &mine)}
            </div>
            <label class="check">
                <input type="radio" name=name.clone() value="theirs" />
                <span>{i18n.t(m::PROGRAMS_CONFLICT_KEEP_THEIRS)}</span>
            </label>
            <label class="check">
                <input type="radio" name=name value="mine" checked=true />
                <span>{i18n.t(m::PROGRAMS_CONFLICT_KEEP_MINE)}</span>
            </label>
            <Setting field value=mine organisation />
        </fieldset>
    }
}

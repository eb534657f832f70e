//! The languages one speaks, the best first: one list below the other, so that they have an order without JavaScript.

use crate::lang::use_i18n;
use crate::ui::form::{FieldError, use_form};
use domain::people::LANGUAGES_MAX;
use domain::shared::Named;
use i18n::m;
use leptos::prelude::*;

/// The fewest lists that are shown.
const LEAST: usize = 3;

#[component]
pub(super) fn LanguageFields(chosen: Vec<String>, offered: Vec<Named>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let name = "languages";
    form.set_label(name, i18n.t(m::PEOPLE_LANGUAGES));
    let mut chosen: Vec<String> = form.values(name, chosen).into_iter().filter(|code| !code.is_empty()).collect();
    // One more than there are, to add one.
    let rows = (chosen.len() + 1).clamp(LEAST, LANGUAGES_MAX);
    chosen.resize(rows, String::new());
    let offered = StoredValue::new(offered);
    let select = move |(n, code): (usize, String)| {
        let id = if n == 0 { name.to_owned() } else { format!("{name}-{n}") };
        let number = i18n.number(i64::try_from(n + 1).unwrap_or(i64::MAX));
        let option = |(value, label): &Named| {
            let selected = *value == code;
            view! { <option value=value.clone() selected=selected>{label.clone()}</option> }
        };
        view! {
            <select class="select" id=id name="languages[]" aria-label=i18n.f(m::PEOPLE_LANGUAGE_NUMBER, &[("number", &number)])>
                <option value="">{i18n.t(m::PEOPLE_LANGUAGE_NONE)}</option>
                {offered.with_value(|offered| offered.iter().map(option).collect_view())}
            </select>
        }
    };
    view! {
        <fieldset class="field choices" class:field--invalid=move || form.problem(name).is_some()>
            <legend class="field__label">{i18n.t(m::PEOPLE_LANGUAGES)}</legend>
            <p class="field__hint">{i18n.t(m::PEOPLE_LANGUAGES_HINT)}</p>
            {chosen.into_iter().enumerate().map(select).collect_view()}
            <FieldError name />
        </fieldset>
    }
}

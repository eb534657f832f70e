//! Who one is and where, with one's languages.

use super::languages::LanguageFields;
use super::options::options;
use crate::lang::use_i18n;
use crate::shared::ZoneSelect;
use crate::ui::form::{Select, TextArea, TextField};
use domain::limits::{LINE_MAX, TEXT_MAX};
use domain::people::{AboutDraft, PRONOUNS_MAX};
use domain::shared::Named;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn AboutFields(about: AboutDraft, countries: Vec<Named>, languages: Vec<Named>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <TextField
            name="headline"
            label=i18n.t(m::PEOPLE_HEADLINE)
            hint=i18n.t(m::PEOPLE_HEADLINE_HINT)
            value=about.headline
            maxlength=LINE_MAX
        />
        <TextArea name="about" label=i18n.t(m::PEOPLE_ABOUT) hint=i18n.t(m::PEOPLE_ABOUT_HINT) value=about.about rows=6 maxlength=TEXT_MAX />
        <TextField
            name="pronouns"
            label=i18n.t(m::PEOPLE_PRONOUNS)
            hint=i18n.t(m::PEOPLE_PRONOUNS_HINT)
            value=about.pronouns
            maxlength=PRONOUNS_MAX
        />
        <LanguageFields chosen=about.languages offered=languages />
        <div class="field-row">
            <Select
                name="country"
                label=i18n.t(m::PEOPLE_COUNTRY)
                options=options(countries)
                value=about.country
                none=i18n.t(m::PEOPLE_NOT_SAID)
                autocomplete="country"
            />
            <ZoneSelect value=about.zone />
        </div>
    }
}

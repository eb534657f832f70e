//! Who one is and where, with one's languages.

use super::languages::LanguageFields;
use super::section::{SectionForm, options};
use crate::lang::use_i18n;
use crate::people::SaveAbout;
use crate::shared::ZoneSelect;
use crate::ui::form::{FormAction, Select, TextArea, TextField};
use domain::limits::{LINE_MAX, TEXT_MAX};
use domain::people::views::Section;
use domain::people::{AboutDraft, Missing, PRONOUNS_MAX};
use domain::shared::Named;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn AboutForm(
    section: Section<AboutDraft>,
    countries: Vec<Named>,
    languages: Vec<Named>,
    action: FormAction<SaveAbout>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Section { mark, form } = section;
    view! {
        <SectionForm action mark missing>
            <TextField
                name="headline"
                label=i18n.t(m::PEOPLE_HEADLINE)
                hint=i18n.t(m::PEOPLE_HEADLINE_HINT)
                value=form.headline
                maxlength=LINE_MAX
            />
            <TextArea name="about" label=i18n.t(m::PEOPLE_ABOUT) hint=i18n.t(m::PEOPLE_ABOUT_HINT) value=form.about rows=6 maxlength=TEXT_MAX />
            <TextField
                name="pronouns"
                label=i18n.t(m::PEOPLE_PRONOUNS)
                hint=i18n.t(m::PEOPLE_PRONOUNS_HINT)
                value=form.pronouns
                maxlength=PRONOUNS_MAX
            />
            <LanguageFields chosen=form.languages offered=languages />
            <div class="field-row">
                <Select
                    name="country"
                    label=i18n.t(m::PEOPLE_COUNTRY)
                    options=options(countries)
                    value=form.country
                    none=i18n.t(m::PEOPLE_NOT_SAID)
                    autocomplete="country"
                />
                <ZoneSelect value=form.zone />
            </div>
        </SectionForm>
    }
}

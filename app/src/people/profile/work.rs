//! What one works as.

use super::section::{SectionForm, options};
use crate::lang::use_i18n;
use crate::people::SaveWork;
use crate::ui::form::{FormAction, Select, TextField};
use domain::limits::LINE_MAX;
use domain::people::views::Section;
use domain::people::{Missing, WorkDraft};
use domain::shared::Named;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn WorkForm(
    section: Section<WorkDraft>,
    industries: Vec<Named>,
    action: FormAction<SaveWork>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Section { mark, form } = section;
    view! {
        <SectionForm action mark missing>
            <Select
                name="industry"
                label=i18n.t(m::PEOPLE_INDUSTRY)
                options=options(industries)
                value=form.industry
                none=i18n.t(m::PEOPLE_NOT_SAID)
            />
            <TextField
                name="role_title"
                label=i18n.t(m::PEOPLE_ROLE)
                value=form.role_title
                autocomplete="organization-title"
                maxlength=LINE_MAX
            />
            <TextField name="experience_years" label=i18n.t(m::PEOPLE_YEARS) value=form.experience_years inputmode="numeric" />
        </SectionForm>
    }
}

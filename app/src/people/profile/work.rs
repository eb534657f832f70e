//! What one works as.

use super::options::options;
use crate::lang::use_i18n;
use crate::ui::form::{Select, TextField};
use domain::limits::LINE_MAX;
use domain::people::WorkDraft;
use domain::shared::Named;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn WorkFields(work: WorkDraft, industries: Vec<Named>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Select
            name="industry"
            label=i18n.t(m::PEOPLE_INDUSTRY)
            options=options(industries)
            value=work.industry
            none=i18n.t(m::PEOPLE_NOT_SAID)
        />
        <TextField
            name="role_title"
            label=i18n.t(m::PEOPLE_ROLE)
            value=work.role_title
            autocomplete="organization-title"
            maxlength=LINE_MAX
        />
        <TextField name="experience_years" label=i18n.t(m::PEOPLE_YEARS) value=work.experience_years inputmode="numeric" />
    }
}

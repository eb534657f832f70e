//! Skills and kinds of help: what one offers and what one looks for.

use super::section::SectionForm;
use crate::lang::use_i18n;
use crate::people::{SaveHelp, SaveSkills};
use crate::skills::SkillField;
use crate::ui::form::{Choice, Choices, FormAction};
use domain::people::views::{Section, Sides};
use domain::people::{HelpKind, Missing};
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn SkillsForm(
    section: Section<Sides<String>>,
    action: FormAction<SaveSkills>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Section { mark, form } = section;
    view! {
        <SectionForm action mark missing>
            <SkillField name="skills_offered" label=i18n.t(m::PEOPLE_SKILLS_OFFERED) value=form.offered />
            <SkillField
                name="skills_wanted"
                label=i18n.t(m::PEOPLE_SKILLS_WANTED)
                hint=i18n.t(m::PEOPLE_SKILLS_WANTED_HINT)
                value=form.wanted
            />
        </SectionForm>
    }
}

#[component]
pub(super) fn HelpForm(
    section: Section<Sides<Vec<HelpKind>>>,
    action: FormAction<SaveHelp>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Section { mark, form } = section;
    let kinds =
        move || HelpKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), i18n.t(wording::people::help(*kind)))).collect::<Vec<_>>();
    let words = |kinds: Vec<HelpKind>| kinds.into_iter().map(|kind| kind.as_str().to_owned()).collect::<Vec<_>>();
    view! {
        <SectionForm action mark missing>
            <div class="field-row">
            <Choices name="help_offered" legend=i18n.t(m::PEOPLE_HELP_OFFERED) options=kinds() chosen=words(form.offered) />
            <Choices name="help_wanted" legend=i18n.t(m::PEOPLE_HELP_WANTED) options=kinds() chosen=words(form.wanted) />
            </div>
        </SectionForm>
    }
}

//! Skills and kinds of help: what one offers and what one looks for.

use crate::lang::use_i18n;
use crate::skills::SkillField;
use crate::ui::form::{Choice, Choices};
use domain::people::HelpKind;
use domain::people::views::Sides;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn SkillFields(skills: Sides<String>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SkillField name="skills_offered" label=i18n.t(m::PEOPLE_SKILLS_OFFERED) value=skills.offered />
        <SkillField
            name="skills_wanted"
            label=i18n.t(m::PEOPLE_SKILLS_WANTED)
            hint=i18n.t(m::PEOPLE_SKILLS_WANTED_HINT)
            value=skills.wanted
        />
    }
}

#[component]
pub(super) fn HelpFields(help: Sides<Vec<HelpKind>>) -> impl IntoView {
    let i18n = use_i18n();
    let kinds =
        move || HelpKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), i18n.t(wording::people::help(*kind)))).collect::<Vec<_>>();
    let words = |kinds: Vec<HelpKind>| kinds.into_iter().map(|kind| kind.as_str().to_owned()).collect::<Vec<_>>();
    view! {
        <div class="field-row">
            <Choices name="help_offered" legend=i18n.t(m::PEOPLE_HELP_OFFERED) options=kinds() chosen=words(help.offered) />
            <Choices name="help_wanted" legend=i18n.t(m::PEOPLE_HELP_WANTED) options=kinds() chosen=words(help.wanted) />
        </div>
    }
}

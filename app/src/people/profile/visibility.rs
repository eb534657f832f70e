//! Who sees the personal part.

use super::section::SectionForm;
use crate::lang::use_i18n;
use crate::people::SaveVisibility;
use crate::ui::form::{Choice, Choices, FormAction};
use domain::people::views::Section;
use domain::people::{Missing, Visibility};
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn VisibilityForm(
    section: Section<Visibility>,
    action: FormAction<SaveVisibility>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Section { mark, form } = section;
    let name = |visibility| match visibility {
        Visibility::Shared => m::PEOPLE_VISIBILITY_SHARED,
        Visibility::Close => m::PEOPLE_VISIBILITY_CLOSE,
    };
    let options = Visibility::ALL.iter().map(|one| Choice::new(one.as_str(), i18n.t(name(*one)))).collect();
    view! {
        <SectionForm action mark missing>
            <Choices name="visibility" legend=i18n.t(m::PEOPLE_VISIBILITY_LEGEND) options chosen=vec![form.as_str().to_owned()] one=true />
        </SectionForm>
    }
}

//! Who sees the personal part.

use crate::lang::use_i18n;
use crate::ui::form::{Choice, Choices};
use domain::people::Visibility;
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn VisibilityFields(visibility: Visibility) -> impl IntoView {
    let i18n = use_i18n();
    let name = |visibility| match visibility {
        Visibility::Shared => m::PEOPLE_VISIBILITY_SHARED,
        Visibility::Close => m::PEOPLE_VISIBILITY_CLOSE,
    };
    let options = Visibility::ALL.iter().map(|one| Choice::new(one.as_str(), i18n.t(name(*one)))).collect();
    view! { <Choices name="visibility" legend=i18n.t(m::PEOPLE_VISIBILITY_LEGEND) options chosen=vec![visibility.as_str().to_owned()] one=true /> }
}

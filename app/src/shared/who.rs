//! Somebody in a row or on a card: picture, name and headline, with the way to their page.

use crate::ui::Avatar;
use domain::shared::Face;
use leptos::prelude::*;

/// Picture, name and headline.
#[component]
pub fn Who(
    /// Who it is.
    face: Face,
) -> impl IntoView {
    view! {
        <div class="person">
            <Avatar id=face.id name=face.name.clone() picture=face.picture size="m" />
            <span class="person__text">
                <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name}</a>
                <span class="person__headline" dir="auto">{face.headline}</span>
            </span>
        </div>
    }
}

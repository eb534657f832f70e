//! A person's face: their photo, or their initials on one of eight grounds.

use domain::names::initials;
use domain::{PersonId, PictureId};
use leptos::prelude::*;
use maud::{Markup, html};

/// Shows who somebody is. The name stands beside it, so the picture itself says nothing to a screen reader.
#[component]
pub fn Avatar(
    /// Whose face.
    id: PersonId,
    /// Their name.
    #[prop(into)]
    name: String,
    /// Their photo.
    picture: Option<PictureId>,
    /// `s`, `m`, `l` or `xl`.
    #[prop(default = "m")]
    size: &'static str,
) -> impl IntoView {
    match picture {
        Some(picture) => {
            view! { <img class=photo_classes(size) src=photo(picture) alt="" loading="lazy" width="96" height="96" /> }.into_any()
        }
        None => view! { <span class=ground_classes(id, size) aria-hidden="true">{initials(&name)}</span> }.into_any(),
    }
}

/// The same as text, for what is written as text.
pub(crate) fn avatar(id: PersonId, name: &str, picture: Option<PictureId>, size: &str) -> Markup {
    html! {
        @match picture {
            Some(picture) => { img class=(photo_classes(size)) src=(photo(picture)) alt="" loading="lazy" width="96" height="96"; }
            None => { span class=(ground_classes(id, size)) aria-hidden="true" { (initials(name)) } }
        }
    }
}

fn photo(picture: PictureId) -> String {
    format!("/pictures/{picture}")
}

fn photo_classes(size: &str) -> String {
    format!("avatar avatar--{size}")
}

fn ground_classes(id: PersonId, size: &str) -> String {
    let ground = id.0.as_bytes().last().map_or(0, |b| b % 8);
    format!("avatar avatar--{size} avatar--c{ground}")
}

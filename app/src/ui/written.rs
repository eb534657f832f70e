//! Parts of a page that the server wrote as HTML.

use crate::data::Data;
use crate::ui::{Loaded, SkeletonKind};
use crate::written::{Html, PageText};
use leptos::prelude::*;
use leptos_meta::Title;

/// A part that reads alone.
#[component]
pub fn Written(
    /// The part.
    html: Html,
) -> impl IntoView {
    view! { <div class="written" inner_html=html></div> }
}

/// A whole page that reads alone.
#[component]
pub fn WrittenPage(
    /// The page.
    data: Data<PageText>,
    /// The shape of what is coming.
    #[prop(default = SkeletonKind::Page)]
    skeleton: SkeletonKind,
) -> impl IntoView {
    view! { <Loaded data skeleton let:page> <Title text=page.title /> <Written html=page.html /> </Loaded> }
}

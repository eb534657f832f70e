//! The shape of what is being loaded, in its size, so that nothing jumps.

use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;

/// What is coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkeletonKind {
    /// A title and paragraphs.
    Page,
    /// A grid of cards.
    Cards,
    /// Rows.
    List,
}

/// A skeleton; a screen reader hears that it loads.
#[component]
pub fn Skeleton(
    /// What is coming.
    kind: SkeletonKind,
) -> impl IntoView {
    let i18n = use_i18n();
    let body = match kind {
        SkeletonKind::Page => view! {
            <div class="skeleton skeleton--title"></div>
            <div class="skeleton skeleton--text"></div>
            <div class="skeleton skeleton--text"></div>
            <div class="skeleton skeleton--card"></div>
        }
        .into_any(),
        SkeletonKind::Cards => {
            let cards = (0..6).map(|_| view! { <div class="skeleton skeleton--card"></div> }).collect_view();
            view! { <div class="skeleton skeleton--title"></div><div class="grid">{cards}</div> }.into_any()
        }
        SkeletonKind::List => {
            let rows = (0..6).map(|_| view! { <div class="skeleton skeleton--text"></div> }).collect_view();
            view! { <div class="skeleton skeleton--title"></div>{rows} }.into_any()
        }
    };
    view! {
        <div class="stack" aria-busy="true">
            <span class="visually-hidden" role="status">{i18n.t(m::COMMON_LOADING)}</span>
            {body}
        </div>
    }
}

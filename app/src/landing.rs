//! The start page.

use crate::lang::use_i18n;
use crate::ui::PageHead;
use i18n::m;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// `/`: what Trellis is.
#[derive(Debug)]
pub struct LandingPage;

#[lazy_route]
impl LazyRoute for LandingPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let i18n = use_i18n();
        view! { <PageHead title=i18n.t(m::COMMON_BRAND) /> }.into_any()
    }
}

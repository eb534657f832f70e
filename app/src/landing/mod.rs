//! The start page: what Trellis is, for whom, and programs that are open to everybody.

mod api;
mod text;

pub use api::*;

use crate::data::Data;
use crate::ui::{SkeletonKind, WrittenPage};
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
        let data = Data::new(|| (), |()| load_front());
        view! { <WrittenPage data skeleton=SkeletonKind::Cards /> }.into_any()
    }
}

//! My day.

use super::load_day;
use crate::data::Data;
use crate::ui::form::{Forms, WrittenFormsPage};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// `/home`.
#[derive(Debug)]
pub struct HomePage;

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let forms = Forms::new();
        let data = Data::new(|| (), |()| load_day()).after(Signal::derive(move || forms.done()));
        view! { <WrittenFormsPage data forms /> }.into_any()
    }
}

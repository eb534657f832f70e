//! Forms in what the server wrote as HTML ([`crate::written`]): posted in the background like others, and what went wrong is
//! told in the same places. What they hold and where they are sent stands in the HTML, so nothing here knows any of them.

use crate::data::Data;
use crate::ui::Loaded;
#[cfg(not(feature = "ssr"))]
use crate::ui::{Toasts, use_toasts};
use crate::written::{Html, PageText};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_meta::Title;

/// The forms of a page, or of its parts.
#[derive(Clone, Copy, Debug)]
pub struct Forms {
    pub(super) done: RwSignal<usize>,
    pub(super) under_way: RwSignal<usize>,
    #[cfg(not(feature = "ssr"))]
    pub(super) toasts: Toasts,
}

impl Default for Forms {
    fn default() -> Self {
        Self::new()
    }
}

impl Forms {
    /// Nothing has been sent yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            done: RwSignal::new(0),
            under_way: RwSignal::new(0),
            #[cfg(not(feature = "ssr"))]
            toasts: use_toasts(),
        }
    }

    /// How many were done: for data that are fetched anew then.
    #[must_use]
    pub fn done(self) -> usize {
        self.done.get()
    }

    /// Whether an answer is waited for.
    #[must_use]
    pub fn pending(self) -> bool {
        self.under_way.get() > 0
    }

    /// Posts the form that is being submitted, in the browser.
    pub(crate) fn submitted(self, event: &SubmitEvent) {
        #[cfg(feature = "ssr")]
        let _ = event;
        #[cfg(not(feature = "ssr"))]
        self.submit(event);
    }
}

/// A part of a page with forms in it.
#[component]
pub fn WrittenForms(
    /// The part.
    html: Html,
    /// What posts the forms.
    forms: Forms,
) -> impl IntoView {
    view! { <div class="written" inner_html=html on:submit=move |event| forms.submitted(&event)></div> }
}

/// A whole page with forms in it.
#[component]
pub fn WrittenFormsPage(
    /// The page; fetched anew when a form was done ([`Forms::done`]).
    data: Data<PageText>,
    /// What posts the forms.
    forms: Forms,
) -> impl IntoView {
    view! { <Loaded data let:page> <Title text=page.title /> <WrittenForms html=page.html forms /> </Loaded> }
}

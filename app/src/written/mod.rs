//! What a page only reads, as the HTML that the server wrote.
//!
//! The browser gets neither the code of such a view nor what it is made of, nor its words: at first it takes the page as it
//! stands, and whenever the page is asked for again the server sends the HTML. Where it is shown is [`crate::ui::Written`].

mod in_page;
mod server;

use leptos::prelude::IntoAttributeValue;
use leptos::tachys::html::element::InnerHtmlValue;
use leptos::tachys::renderer::types::Element;
use serde::{Deserialize, Serialize, Serializer};
use std::sync::Arc;

/// HTML that the server wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Html(Arc<str>);

/// A whole page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageText {
    /// The document's title.
    pub title: String,
    /// The page.
    pub html: Html,
}

impl From<String> for Html {
    fn from(html: String) -> Self {
        Self(html.into())
    }
}

/// Beside the page that shows it, HTML is not written a second time: the client takes it as it stands.
impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "ssr")]
        if in_page::is_in_page() {
            return serializer.serialize_str("");
        }
        serializer.serialize_str(&self.0)
    }
}

impl IntoAttributeValue for Html {
    type Output = Self;

    fn into_attribute_value(self) -> Self {
        self
    }
}

impl InnerHtmlValue for Html {
    type AsyncOutput = Self;
    type State = (Element, Self);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        self.0.len()
    }

    fn to_html(self, buf: &mut String) {
        buf.push_str(&self.0);
    }

    fn to_template(_buf: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Self::State {
        if !FROM_SERVER {
            element.set_inner_html(&self.0);
        }
        (element.clone(), self)
    }

    fn build(self, element: &Element) -> Self::State {
        element.set_inner_html(&self.0);
        (element.clone(), self)
    }

    fn rebuild(self, (element, before): &mut Self::State) {
        // Also when it is the same: a form that was done is emptied.
        #[cfg(not(feature = "ssr"))]
        renew(element, &self.0);
        #[cfg(feature = "ssr")]
        element.set_inner_html(&self.0);
        *before = self;
    }

    fn into_cloneable(self) -> Self::Cloneable {
        self
    }

    fn into_cloneable_owned(self) -> Self::CloneableOwned {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }
}

#[cfg(not(feature = "ssr"))]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    /// Makes an element's content that of `html`, and leaves alone what is the same: the focus, what stands open, what is being
    /// typed (`start.js`).
    #[wasm_bindgen(js_namespace = trellis)]
    fn renew(element: &Element, html: &str);
}

#[cfg(feature = "ssr")]
pub(crate) use {in_page::in_page, server::document};

//! Tabs that are links: each part of a space has its address.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// One tab.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// A number beside the name, left out when 0.
    pub count: i64,
}

impl Tab {
    /// A tab without a number.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), count: 0 }
    }
}

/// A row of tabs; the one whose address is the page's is marked.
#[component]
pub fn Tabs(
    /// What the tabs are of.
    #[prop(into)]
    label: String,
    /// The tabs.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <nav class="tabs" aria-label=label>
            <ul>
                {tabs
                    .into_iter()
                    .map(|tab| {
                        let href = tab.href.clone();
                        let current = move || (path.get() == href).then_some("page");
                        view! {
                            <li>
                                <a href=tab.href aria-current=current>
                                    {tab.label}
                                    {(tab.count > 0).then(|| view! { <span class="count">{tab.count}</span> })}
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
}

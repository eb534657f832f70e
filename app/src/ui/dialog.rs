//! A question in the way, on the browser's own `<dialog>`.
//!
//! Without JavaScript the dialog's content stands open in the page under a `<details>`, so that nothing is out of reach.

use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::{Icon, anew};
use i18n::m;
use leptos::html;
use leptos::prelude::*;

/// A button that opens a dialog; the dialog's content is usually a form.
#[component]
pub fn Dialog(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// The words on the button.
    #[prop(into)]
    open_label: String,
    /// What it is about, for those who only hear the button: several dialogs of a page may say the same.
    #[prop(optional, into)]
    of: Option<String>,
    /// The button's classes.
    #[prop(default = "button")]
    button_class: &'static str,
    /// The dialog's title.
    #[prop(into)]
    title: String,
    /// The address that only its form posts to. What was refused without the client stands open on the page that comes back.
    #[prop(optional)]
    sends: Option<&'static str>,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let i18n = use_i18n();
    let node = NodeRef::<html::Dialog>::new();
    let plain = NodeRef::<html::Details>::new();
    let open = sends.is_some_and(was_refused);
    // Server and first client render show the plain variant; once the client runs, the dialog takes over, unless somebody
    // has opened the plain one already: what they type there must not vanish under their hands. For the same reason one that is
    // made anew with the data around it is a dialog at once.
    let taken_over = cfg!(not(feature = "ssr")) && document().document_element().is_some_and(|root| root.has_attribute("data-hydrated"));
    let enhanced = RwSignal::new(taken_over);
    Effect::new(move |_| {
        if !enhanced.get_untracked() && plain.get_untracked().is_none_or(|details| !details.open()) {
            enhanced.set(true);
        }
    });
    let about = StoredValue::new(of);
    let about = move || about.get_value().map(|of| view! { <span class="visually-hidden">": " {of}</span> });
    let title_id = format!("{id}-title");
    let key = id.clone();
    let content = StoredValue::new(children);
    let summary = open_label.clone();
    let shown = move || {
        if enhanced.get() {
            let (title_id, heading_id) = (title_id.clone(), title_id.clone());
            view! {
                <button type="button" class=button_class on:click=move |_| { if let Some(d) = node.get() { let _ = d.show_modal(); } }>
                    {open_label.clone()} {about()}
                </button>
                <dialog class="dialog" node_ref=node id=id.clone() aria-labelledby=title_id>
                    <div class="dialog__head">
                        <h2 id=heading_id>{title.clone()}</h2>
                        <button type="button" class="icon-button" aria-label=i18n.t(m::COMMON_CLOSE) on:click=move |_| { if let Some(d) = node.get() { d.close(); } }>
                            <Icon name="x" />
                        </button>
                    </div>
                    <div class="dialog__body">{content.with_value(|c| c())}</div>
                </dialog>
            }
            .into_any()
        } else {
            view! {
                <details class="disclosure" node_ref=plain open=open>
                    <summary>{summary.clone()} {about()}</summary>
                    {content.with_value(|c| c())}
                </details>
            }
            .into_any()
        }
    };
    // Another question is another dialog, and not open yet.
    anew(key, shown.into_any())
}

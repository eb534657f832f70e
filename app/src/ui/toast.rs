//! Short words that come and go: "Saved."

use crate::lang::use_i18n;
use crate::ui::Icon;
use i18n::m;
use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays.
const STAYS: Duration = Duration::from_secs(5);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Toast {
    id: u32,
    text: String,
    bad: bool,
}

/// The toasts of the page.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// Says that something was done.
    pub fn ok(self, text: impl Into<String>) {
        self.push(text.into(), false);
    }

    /// Says that something went wrong.
    pub fn bad(self, text: impl Into<String>) {
        self.push(text.into(), true);
    }

    fn push(self, text: String, bad: bool) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.list.update(|l| l.push(Toast { id, text, bad }));
        #[cfg(not(feature = "ssr"))]
        set_timeout(move || self.dismiss(id), STAYS);
        #[cfg(feature = "ssr")]
        let _ = STAYS;
    }

    fn dismiss(self, id: u32) {
        // The page may be gone by the time the toast's time is up.
        let _ = self.list.try_update(|l| l.retain(|t| t.id != id));
    }
}

/// Provides the toasts to the application.
pub fn provide_toasts() {
    provide_context(Toasts { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) });
}

/// The toasts of the page.
#[must_use]
pub fn use_toasts() -> Toasts {
    use_context::<Toasts>().unwrap_or_else(|| Toasts { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) })
}

/// Where toasts appear.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    view! {
        <div class="toast-region" role="status" aria-live="polite">
            <For each=move || toasts.list.get() key=|t| t.id let:toast>
                <div class=if toast.bad { "toast toast--bad" } else { "toast toast--ok" }>
                    <Icon name=if toast.bad { "warning" } else { "check-circle" } />
                    <span>{toast.text}</span>
                    <button type="button" class="icon-button icon-button--small" aria-label=i18n.t(m::COMMON_CLOSE) on:click=move |_| toasts.dismiss(toast.id)>
                        <Icon name="x" />
                    </button>
                </div>
            </For>
        </div>
    }
}

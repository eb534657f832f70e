//! Whether what is being written stands beside the page that shows it.

#![cfg(feature = "ssr")]

use std::cell::Cell;

thread_local! {
    /// Whether what is being written stands beside the page that shows it.
    static IN_PAGE: Cell<bool> = const { Cell::new(false) };
}

/// Writes data as they stand beside the page that shows them.
pub(crate) fn in_page<T>(write: impl FnOnce() -> T) -> T {
    let before = IN_PAGE.replace(true);
    let written = write();
    IN_PAGE.set(before);
    written
}

/// Whether what is being written stands beside the page that shows it.
pub(super) fn is_in_page() -> bool {
    IN_PAGE.get()
}

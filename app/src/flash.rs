//! What became of a form that was posted without JavaScript, for the one page that comes after it.
//!
//! With JavaScript an action holds its own result. Without, the server keeps the result (and what was typed, but never
//! passwords) for one look; [`use_flash`] gives the form with the same address its error and its values back.

use crate::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use serde::{Deserialize, Serialize};

/// The result of a posted form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The address that the form was posted to.
    pub action: String,
    /// What went wrong; nothing when it was done.
    pub error: Option<AppError>,
    /// What was typed, by the fields' names; empty when it was done.
    pub values: Vec<(String, String)>,
    /// Whether what was saved was joined with somebody else's changes: the field of this name in what the server function answered.
    #[serde(default)]
    pub joined: bool,
}

/// The flash of the page that the server wrote, the same on the server and in the client.
#[derive(Clone, Debug)]
struct PageFlash {
    flash: Option<Flash>,
    /// The page that the flash is for: the client stays while its pages change.
    path: String,
}

/// Reads the flash on the server, or from what the server sent, and provides it to all forms. Called inside the router.
pub fn provide_flash() {
    let flash = SharedValue::new(|| {
        #[cfg(feature = "ssr")]
        {
            crate::extension::extension::<Flash>()
        }
        #[cfg(not(feature = "ssr"))]
        {
            None::<Flash>
        }
    })
    .into_inner();
    provide_context(PageFlash { flash, path: use_location().pathname.get_untracked() });
}

/// The result of the form that was posted to `action`, if that is what led to this page.
#[must_use]
pub fn use_flash(action: &str) -> Option<Flash> {
    let page = use_context::<PageFlash>()?;
    // What was refused on one request is not the next one's.
    (page.path == use_location().pathname.get_untracked()).then_some(page.flash).flatten().filter(|f| f.action == action)
}

/// Whether what was posted to `action` led to this page with an error: what it was sent from stands open then.
#[must_use]
pub fn was_refused(action: &str) -> bool {
    use_flash(action).is_some_and(|flash| flash.error.is_some())
}

/// Whether the form that was posted to `action` was joined with somebody else's changes.
#[must_use]
pub fn was_joined(action: &str) -> bool {
    use_flash(action).is_some_and(|flash| flash.joined)
}

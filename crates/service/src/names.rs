//! What people are called on screens: by their name, and whoever left as somebody who left, in the reader's language.

use i18n::{I18n, m};
use store::Called;

/// Rows as the reader sees them: the names of those who left are said in words.
#[must_use]
pub(crate) fn called<T: Called>(i18n: I18n, mut rows: T) -> T {
    rows.each_name(&mut |name| {
        if name.is_empty() {
            nobody(i18n).clone_into(name);
        }
    });
    rows
}

/// What somebody is called who left.
#[must_use]
pub(crate) fn nobody(i18n: I18n) -> &'static str {
    i18n.t(m::LEAVING_SOMEBODY)
}

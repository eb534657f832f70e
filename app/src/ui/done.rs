//! How often something was done in a page: what its data are fetched anew for ([`crate::data::Data::after`]).

use crate::ui::form::{Post, successes};
use leptos::prelude::*;

/// How often any of these forms was done. A failure doesn't count: fetching would make the forms anew and lose what was typed.
#[must_use]
pub fn done(forms: &[Post]) -> Signal<usize> {
    let each: Vec<Memo<usize>> = forms.iter().map(|form| successes(*form)).collect();
    Signal::derive(move || each.iter().map(Memo::get).sum())
}

//! What the forms in the written part of a run's page are for, made once for the page and used by its parts.

#![cfg(feature = "ssr")]

use super::{AdjustNamed, AdjustRun, ChangeRun};
use crate::ui::form::FormAction;

/// What the page's forms are for, made once.
#[derive(Clone, Copy)]
pub(super) struct RunFormActions {
    pub change: FormAction<ChangeRun>,
    pub adjust: FormAction<AdjustRun>,
    pub named: FormAction<AdjustNamed>,
}

/// The run that a small form is about.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Which {
    pub slug: String,
    pub number: i32,
}

//! What the page of a run does by itself, made once for the page and used by its parts.

use super::{PublishRun, SaveRun, UndoRun};
use crate::ui::form::FormAction;
use leptos::prelude::*;

/// What the browser does by itself, made once for the page.
#[derive(Clone, Copy)]
pub(super) struct RunActions {
    pub save: FormAction<SaveRun>,
    pub publish: FormAction<PublishRun>,
    pub undo: FormAction<UndoRun>,
    /// What this browser tried and nobody has saved: the settings, as they are saved.
    pub unsaved: RwSignal<Option<String>>,
    /// The run that is published as soon as it is saved: its program and its number.
    pub publish_next: StoredValue<Option<(String, i32)>>,
}

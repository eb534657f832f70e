//! What each column is for.

use super::ChooseColumns;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::keyed;
use domain::imports::views::{ImportColumn, ImportDraft};
use i18n::m;
use leptos::prelude::*;

/// A field for each column, open while something is to be decided.
#[component]
pub(super) fn Columns(slug: String, draft: ImportDraft, action: FormAction<ChooseColumns>) -> impl IntoView {
    let i18n = use_i18n();
    let open = draft.problem.is_some();
    let targets = StoredValue::new(draft.targets);
    let columns = keyed(draft.columns.into_iter().enumerate().map(|(place, column)| {
        let key = format!("{} {place} {} {}", draft.id, column.target, column.name);
        (key, view! { <Column place column targets /> }.into_any())
    }));
    let sides =
        [("", m::IMPORTS_SIDE_FOR_NONE), ("mentor", m::ENROLMENTS_MENTOR), ("mentee", m::ENROLMENTS_MENTEE), ("both", m::ENROLMENTS_BOTH)];
    let sides = sides
        .into_iter()
        .map(|(word, label)| {
            let selected = draft.side == word;
            view! { <option value=word selected=selected>{i18n.t(label)}</option> }
        })
        .collect_view();
    let import = draft.id.to_string();
    view! {
        <details class="disclosure" open=open>
            <summary>{i18n.t(m::IMPORTS_COLUMNS_TITLE)}</summary>
            <div class="disclosure__body">
                <p class="muted">{i18n.t(m::IMPORTS_COLUMNS_LEAD)}</p>
                <Form action>
                    <Hidden name="slug" value=slug />
                    <Hidden name="import" value=import />
                    <div class="grid" id="columns">{columns}</div>
                    <div class="field">
                        <label class="field__label" for="side">{i18n.t(m::IMPORTS_SIDE_FOR_ALL)}</label>
                        <select class="select" id="side" name="side">{sides}</select>
                    </div>
                    <div class="form__actions">
                        <Submit label=i18n.t(m::IMPORTS_SAVE_COLUMNS) class="button" />
                    </div>
                </Form>
            </div>
        </details>
    }
}

#[component]
fn Column(place: usize, column: ImportColumn, targets: StoredValue<Vec<(String, String)>>) -> impl IntoView {
    let i18n = use_i18n();
    let id = format!("column-{place}");
    let hint = format!("{id}-hint");
    let none = column.target.is_empty();
    let options = targets.with_value(|targets| {
        targets
            .iter()
            .map(|(word, label)| {
                let selected = *word == column.target;
                view! { <option value=word.clone() selected=selected>{label.clone()}</option> }
            })
            .collect_view()
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{column.name}</label>
            <p class="field__hint" id=hint.clone()>{column.sample}</p>
            <select class="select" id=id name=format!("columns[{place}]") aria-describedby=hint>
                <option value="" selected=none>{i18n.t(m::IMPORTS_FOR_NOTHING)}</option>
                {options}
            </select>
        </div>
    }
}

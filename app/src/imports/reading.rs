//! How the file was read: what was guessed, a line each, and how to read it otherwise; and columns that aren't understood.

use super::{LeaveEmpty, ReadAgain};
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Check, Choice, Form, FormAction, Hidden, Select, Submit};
use domain::imports::views::{ImportDraft, ImportReading, UnclearColumn};
use i18n::m;
use leptos::prelude::*;

/// What was guessed, and the form that reads the file otherwise.
#[component]
pub(super) fn Reading(slug: String, draft: ImportDraft, action: FormAction<ReadAgain>) -> impl IntoView {
    let i18n = use_i18n();
    let mut lines = draft.notes;
    if !draft.understood.is_empty() {
        lines.push(i18n.f(m::IMPORTS_UNDERSTOOD, &[("list", &draft.understood.join("; "))]));
    }
    let notes = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Notice kind="info"><ul id="notes">{lines}</ul></Notice> }
    });
    let import = draft.id.to_string();
    let otherwise = draft.reading.map(|reading| view! { <Otherwise slug import reading action /> });
    view! {
        {notes}
        {otherwise}
    }
}

#[component]
fn Otherwise(slug: String, import: String, reading: ImportReading, action: FormAction<ReadAgain>) -> impl IntoView {
    let i18n = use_i18n();
    let letters: Vec<Choice> = reading.encodings.into_iter().map(|(name, label)| Choice::new(name, label)).collect();
    view! {
        <details class="disclosure">
            <summary>{i18n.t(m::IMPORTS_READING_TITLE)}</summary>
            <div class="disclosure__body">
                <p class="muted">{i18n.t(m::IMPORTS_READING_LEAD)}</p>
                <Form action>
                    <Hidden name="slug" value=slug />
                    <Hidden name="import" value=import />
                    // Made within the form, as it asks the form for its error.
                    {(!letters.is_empty())
                        .then(|| view! { <Select name="encoding" label=i18n.t(m::IMPORTS_READING_LETTERS) options=letters value=reading.encoding /> })}
                    <Check name="keep_rows" label=i18n.t(m::IMPORTS_READING_KEEP) checked=reading.keep_rows />
                    <div class="form__actions">
                        <Submit label=i18n.t(m::IMPORTS_READ_AGAIN) class="button" />
                    </div>
                </Form>
            </div>
        </details>
    }
}

/// Columns with cells that aren't understood, each with a button that leaves them empty in all rows.
#[component]
pub(super) fn Unclear(slug: String, import: String, columns: Vec<UnclearColumn>, action: FormAction<LeaveEmpty>) -> impl IntoView {
    let i18n = use_i18n();
    let row = move |column: UnclearColumn| {
        let count = i18n.number(i64::try_from(column.cells).unwrap_or(i64::MAX));
        let (slug, import) = (slug.clone(), import.clone());
        let said = i18n.f(m::IMPORTS_UNCLEAR, &[("column", &column.name), ("count", &count), ("sample", &column.sample)]);
        view! {
            <li>
                <p>{said}</p>
                <Form action>
                    <Hidden name="slug" value=slug />
                    <Hidden name="import" value=import />
                    <Hidden name="column" value=column.column.to_string() />
                    <Submit label=i18n.t(m::IMPORTS_LEAVE_EMPTY) class="button button--small" />
                </Form>
            </li>
        }
    };
    let any = !columns.is_empty();
    let rows = columns.into_iter().map(row).collect_view();
    any.then(|| view! { <ul class="stack" id="unclear">{rows}</ul> })
}

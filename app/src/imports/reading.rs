//! How the file was read: what was guessed, a line each, and how to read it otherwise; and columns that aren't understood.

use super::{LeaveEmpty, ReadAgain};
use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Check, Choice, Form, FormAction, Hidden, Select, Submit, TextArea, TextField};
use domain::imports::views::{ImportDraft, ImportReading, UnclearColumn};
use i18n::{Key, m};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

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
    let read_as = draft.read_as.map(|line| view! { <p class="muted" id="read-as">{line}</p> });
    let otherwise = draft.reading.map(|reading| view! { <Otherwise slug import reading action /> });
    view! {
        {read_as}
        {notes}
        {otherwise}
    }
}

/// Everything that can be said of a file, folded away: most files need none of it.
#[component]
fn Otherwise(slug: String, import: String, reading: ImportReading, action: FormAction<ReadAgain>) -> impl IntoView {
    let i18n = use_i18n();
    let letters: Vec<Choice> = reading.encodings.into_iter().map(|(name, label)| Choice::new(name, label)).collect();
    let choices = |all: &[(&'static str, Key)]| all.iter().map(|(word, label)| Choice::new(*word, i18n.t(*label))).collect::<Vec<_>>();
    let separators = choices(&[
        ("", m::IMPORTS_READING_GUESS),
        ("comma", m::IMPORTS_READING_COMMA),
        ("semicolon", m::IMPORTS_READING_SEMICOLON),
        ("tab", m::IMPORTS_READING_TAB),
    ]);
    let between = choices(&[
        ("any", m::IMPORTS_READING_ANY),
        ("comma", m::IMPORTS_READING_COMMA),
        ("semicolon", m::IMPORTS_READING_SEMICOLON),
        ("bar", m::IMPORTS_READING_BAR),
        ("line", m::IMPORTS_READING_LINE),
    ]);
    // Without JavaScript what is wrong comes back with a fresh page, and must be seen there.
    let open = was_refused(ReadAgain::url());
    let usual = i18n.f(m::IMPORTS_READING_CAPACITY_HINT, &[("count", &i18n.number(reading.usual_capacity.into()))]);
    view! {
        <details class="disclosure" id="reading" open=open>
            <summary>{i18n.t(m::IMPORTS_READING_TITLE)}</summary>
            <div class="disclosure__body">
                <p class="muted">{i18n.t(m::IMPORTS_READING_LEAD)}</p>
                <Form action>
                    <Hidden name="slug" value=slug />
                    <Hidden name="import" value=import />
                    <div class="grid">
                        // Made within the form, as it asks the form for its error.
                        {(!letters.is_empty())
                            .then(|| {
                                view! { <Select name="encoding" label=i18n.t(m::IMPORTS_READING_LETTERS) options=letters value=reading.encoding required=true /> }
                            })}
                        <Select name="separator" label=i18n.t(m::IMPORTS_READING_SEPARATOR) options=separators value=reading.separator />
                        <Select name="between" label=i18n.t(m::IMPORTS_READING_BETWEEN) options=between value=reading.between required=true />
                        <TextField
                            name="header_line"
                            label=i18n.t(m::IMPORTS_READING_HEADER)
                            hint=i18n.t(m::IMPORTS_READING_HEADER_HINT)
                            value=reading.header_line
                            inputmode="numeric"
                        />
                        <TextField
                            name="capacity"
                            label=i18n.t(m::IMPORTS_READING_CAPACITY)
                            hint=usual
                            value=reading.capacity
                            inputmode="numeric"
                        />
                    </div>
                    <TextArea
                        name="replace"
                        label=i18n.t(m::IMPORTS_READING_REPLACE)
                        hint=i18n.t(m::IMPORTS_READING_REPLACE_HINT)
                        value=reading.replace
                        rows=3
                    />
                    <Check name="keep_rows" label=i18n.t(m::IMPORTS_READING_KEEP) checked=reading.keep_rows />
                    <Check
                        name="as_written"
                        label=i18n.t(m::IMPORTS_READING_WRITTEN)
                        hint=i18n.t(m::IMPORTS_READING_WRITTEN_HINT)
                        checked=reading.as_written
                    />
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

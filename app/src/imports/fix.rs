//! Wrong rows, to be put right in place.

use super::FixRows;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::{Icon, keyed};
use domain::imports::views::{ImportCell, ImportDraft, WrongRow};
use i18n::m;
use leptos::prelude::*;

/// The first of the wrong rows with a field for each cell that counts; nothing when there are none.
#[component]
pub(super) fn Fix(slug: String, draft: ImportDraft, action: FormAction<FixRows>) -> impl IntoView {
    let i18n = use_i18n();
    if draft.wrong == 0 {
        return ().into_any();
    }
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let shown = draft.to_fix.len();
    let first = (shown < draft.wrong).then(|| view! { <p class="muted">{i18n.n(m::IMPORTS_FIX_FIRST, number(shown), &[])}</p> });
    let rows = keyed(draft.to_fix.into_iter().map(|row| (key(&row), view! { <FixRow row /> }.into_any())));
    let import = draft.id.to_string();
    let download = format!("/admin/programs/{slug}/participants/import/wrong.csv");
    view! {
        <section class="section stack" id="fix">
            <h2>{i18n.n(m::IMPORTS_FIX_TITLE, number(draft.wrong), &[])}</h2>
            <p>{i18n.t(m::IMPORTS_FIX_LEAD)}</p>
            <p>
                <a class="button button--small" href=download rel="external" download="">
                    <Icon name="download" />
                    {i18n.t(m::IMPORTS_DOWNLOAD_WRONG)}
                </a>
            </p>
            {first}
            <Form action>
                <Hidden name="slug" value=slug />
                <Hidden name="import" value=import />
                {rows}
                <div class="form__actions">
                    <Submit label=i18n.t(m::IMPORTS_SAVE_FIXES) class="button" />
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// Which row it is, and what stands in its cells.
fn key(row: &WrongRow) -> String {
    let cells: Vec<String> = row.cells.iter().map(|cell| format!("{}:{}", cell.column, cell.text)).collect();
    format!("{} {}", row.line, cells.join("\n"))
}

#[component]
fn FixRow(row: WrongRow) -> impl IntoView {
    let i18n = use_i18n();
    let line = row.line;
    let title = i18n.f(m::IMPORTS_LINE, &[("line", &i18n.number(i64::try_from(line).unwrap_or(i64::MAX)))]);
    let problem = row.problem.map(|text| view! { <p class="field__error"><Icon name="warning" class="icon--s" />{text}</p> });
    let cells = row.cells.into_iter().map(|cell| view! { <Cell line cell /> }).collect_view();
    view! {
        <fieldset class="form__section">
            <legend>{title}</legend>
            {problem}
            <div class="grid grid--small">{cells}</div>
        </fieldset>
    }
}

/// A cell: its label, what it says, and beside it what is wrong. Made here, since its name holds line and column.
#[component]
fn Cell(line: u64, cell: ImportCell) -> impl IntoView {
    let id = format!("c-{line}-{}", cell.column);
    let error = format!("{id}-error");
    let wrong = cell.problem.is_some();
    let described = wrong.then(|| error.clone());
    let problem = cell.problem.map(|text| view! { <p class="field__error" id=error><Icon name="warning" class="icon--s" />{text}</p> });
    view! {
        <div class="field" class:field--invalid=wrong>
            <label class="field__label" for=id.clone()>{cell.label}</label>
            <input
                class="input"
                id=id.clone()
                name=format!("cells[{id}]")
                value=cell.text
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
            {problem}
        </div>
    }
}

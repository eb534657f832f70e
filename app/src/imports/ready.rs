//! What will happen to the right rows, and what has happened.

use super::RunImport;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::imports::views::{ImportDraft, RightRow};
use i18n::m;
use leptos::prelude::*;

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How many will be enrolled and invited, the first of them, and the button.
#[component]
pub(super) fn Ready(slug: String, draft: ImportDraft, action: FormAction<RunImport>) -> impl IntoView {
    let i18n = use_i18n();
    let line = |key, n: usize| (n > 0).then(|| view! { <li>{i18n.n(key, count(n), &[])}</li> });
    let some = draft.enrol + draft.invite > 0;
    let import = draft.id.to_string();
    let act = if some || draft.unchanged > 0 {
        view! {
            <Form action>
                <Hidden name="slug" value=slug />
                <Hidden name="import" value=import />
                <div class="form__actions">
                    <Submit label=i18n.t(m::IMPORTS_RUN) />
                </div>
            </Form>
        }
        .into_any()
    } else {
        view! { <p>{i18n.t(m::IMPORTS_NOTHING_TO_DO)}</p> }.into_any()
    };
    let why = (draft.unchanged > 0).then(|| view! { <p class="muted">{i18n.t(m::IMPORTS_UNCHANGED_WHY)}</p> });
    let new = (!draft.new_skills.is_empty())
        .then(|| view! { <p class="muted">{i18n.f(m::IMPORTS_NEW_SKILLS, &[("skills", &i18n.list(&draft.new_skills))])}</p> });
    let sample = (!draft.sample.is_empty()).then(|| view! { <Sample rows=draft.sample /> });
    view! {
        <section class="section stack" id="ready">
            <h2>{i18n.t(m::IMPORTS_READY_TITLE)}</h2>
            <ul>
                {line(m::IMPORTS_N_ENROL, draft.enrol)}
                {line(m::IMPORTS_N_INVITE, draft.invite)}
                {line(m::IMPORTS_N_UNCHANGED, draft.unchanged)}
            </ul>
            {draft.later.map(|later| view! { <p>{later}</p> })}
            {why}
            {new}
            {sample}
            {act}
        </section>
    }
}

#[component]
fn Sample(rows: Vec<RightRow>) -> impl IntoView {
    let i18n = use_i18n();
    let (who, as_what, follows) = (i18n.t(m::IMPORTS_WHO), i18n.t(m::IMPORTS_AS_WHAT), i18n.t(m::IMPORTS_WHAT_FOLLOWS));
    let rows = rows
        .into_iter()
        .map(|row| {
            let address = (row.name != row.email).then(|| view! { <br /><span class="muted small">{row.email.clone()}</span> });
            view! {
                <tr>
                    <th scope="row">{row.name}{address}</th>
                    <td data-label=as_what>{row.side}</td>
                    <td data-label=follows>{row.outcome}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h3>{i18n.t(m::IMPORTS_SAMPLE_TITLE)}</h3>
        <div class="table-wrap" role="region" aria-label=i18n.t(m::IMPORTS_SAMPLE_TITLE) tabindex="0">
            <table class="table table--cards">
                <thead>
                    <tr>
                        <th scope="col">{who}</th>
                        <th scope="col">{as_what}</th>
                        <th scope="col">{follows}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What became of the rows before.
#[component]
pub(super) fn Done(done: (usize, usize, usize), slug: String) -> impl IntoView {
    let i18n = use_i18n();
    let (enrolled, invited, unchanged) = done;
    let mut parts = Vec::new();
    if enrolled > 0 {
        parts.push(i18n.n(m::IMPORTS_N_ENROLLED, count(enrolled), &[]));
    }
    if invited > 0 {
        parts.push(i18n.n(m::IMPORTS_N_INVITED, count(invited), &[]));
    }
    if unchanged > 0 {
        parts.push(i18n.n(m::IMPORTS_N_UNCHANGED, count(unchanged), &[]));
    }
    let lines = parts.into_iter().map(|part| view! { <li>{part}</li> }).collect_view();
    view! {
        <Notice kind="ok">
            <strong class="notice__title">{i18n.t(m::IMPORTS_DONE_TITLE)}</strong>
            <ul>{lines}</ul>
            <p><a href=format!("/admin/programs/{slug}/participants")>{i18n.t(m::IMPORTS_TO_PARTICIPANTS)}</a></p>
        </Notice>
    }
}

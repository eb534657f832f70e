//! The page: a file is asked for, or looked at.

use super::columns::Columns;
use super::fix::Fix;
use super::reading::{Reading, Unclear};
use super::ready::{Done, Ready};
use super::{ChooseColumns, DiscardImport, FixRows, LeaveEmpty, ReadAgain, RunImport, UploadImport, load_import};
use crate::data::Data;
use crate::error_words;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::{FileField, Form, FormAction, Hidden, PlainForm, Submit};
use crate::ui::{Crumb, Dialog, Loaded, Notice, PageHead, SkeletonKind, done};
use domain::imports::views::{ImportDraft, ImportPage as Page};
use domain::imports::{FILE_MIB_MAX, ROWS_MAX};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/participants/import`.
#[derive(Debug)]
pub struct ImportPage;

/// The actions of the page.
#[derive(Clone, Copy)]
pub(super) struct ImportActions {
    pub columns: FormAction<ChooseColumns>,
    pub fix: FormAction<FixRows>,
    pub run: FormAction<RunImport>,
    pub discard: FormAction<DiscardImport>,
    pub again: FormAction<ReadAgain>,
    pub leave: FormAction<LeaveEmpty>,
}

#[lazy_route]
impl LazyRoute for ImportPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let actions = ImportActions {
            columns: FormAction::new(),
            fix: FormAction::new(),
            run: FormAction::new(),
            discard: FormAction::new(),
            again: FormAction::new(),
            leave: FormAction::new(),
        };
        let done = done(&[
            actions.columns.post(),
            actions.fix.post(),
            actions.run.post(),
            actions.discard.post(),
            actions.again.post(),
            actions.leave.post(),
        ]);
        let data = Data::new(move || params.read().get("slug").unwrap_or_default(), load_import).after(done);
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <PageView page actions /> </Loaded> }.into_any()
    }
}

#[component]
fn PageView(page: Page, actions: ImportActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.program.slug.clone();
    let base = format!("/admin/programs/{slug}");
    let crumbs = vec![
        Crumb::new(page.program.name.clone(), base.clone()),
        Crumb::new(i18n.t(m::ENROLMENTS_PARTICIPANTS), format!("{base}/participants")),
    ];
    let body = match (page.refusal, page.draft) {
        (Some(refusal), _) => view! {
            <Notice kind="warn">{error_words::refusal(i18n, refusal)}</Notice>
            <p><a class="button" href=format!("{base}/participants")>{i18n.t(m::IMPORTS_TO_PARTICIPANTS)}</a></p>
        }
        .into_any(),
        (None, None) => view! { <Upload slug=slug.clone() /> }.into_any(),
        (None, Some(draft)) => view! { <Draft slug=slug.clone() draft actions /> }.into_any(),
    };
    let queued = page.queued.map(|queued| view! { <p class="muted">{queued}</p> });
    view! {
        <PageHead title=i18n.t(m::IMPORTS_TITLE) lead=i18n.t(m::IMPORTS_LEAD) crumbs />
        <ProgramTabs slug current=ProgramTab::Participants />
        <div class="stack stack--l">{queued}{body}</div>
    }
}

/// The form for a file. A fresh page follows, since files are posted as forms have always been.
#[component]
fn Upload(slug: String) -> impl IntoView {
    let i18n = use_i18n();
    let number = |n: usize| i18n.number(i64::try_from(n).unwrap_or(i64::MAX));
    let hint = i18n.f(m::IMPORTS_FILE_HINT, &[("mib", &number(FILE_MIB_MAX)), ("rows", &number(ROWS_MAX))]);
    view! {
        <PlainForm url=UploadImport::url() enctype="multipart/form-data">
            <Hidden name="slug" value=slug />
            <FileField name="file" label=i18n.t(m::IMPORTS_FILE) hint accept=".csv,.tsv,.txt,text/csv,text/plain" />
            <div class="form__actions">
                <Submit label=i18n.t(m::IMPORTS_UPLOAD) />
            </div>
        </PlainForm>
    }
}

/// A file that was uploaded; once nobody is left in it, the next one may follow.
#[component]
fn Draft(slug: String, draft: ImportDraft, actions: ImportActions) -> impl IntoView {
    let i18n = use_i18n();
    let import = draft.id.to_string();
    let done = draft.done.map(|done| view! { <Done done slug=slug.clone() /> });
    let stored = StoredValue::new((slug.clone(), import.clone()));
    let rows_left = i64::try_from(draft.rows).unwrap_or(i64::MAX);
    let another = view! {
        <Dialog id="another-file" open_label=i18n.t(m::IMPORTS_ANOTHER_FILE) button_class="button button--quiet" title=i18n.t(m::IMPORTS_ANOTHER_FILE)>
            <Form action=actions.discard class="stack">
                <Hidden name="slug" value=stored.get_value().0 />
                <Hidden name="import" value=stored.get_value().1 />
                <p>{i18n.n(m::IMPORTS_DISCARD_WHAT, rows_left, &[])}</p>
                <div><Submit label=i18n.t(m::IMPORTS_DISCARD_NOW) class="button button--danger" /></div>
            </Form>
        </Dialog>
    };
    if draft.rows == 0 {
        return view! {
            {done}
            <Upload slug />
        }
        .into_any();
    }
    let rows = i18n.number(i64::try_from(draft.rows).unwrap_or(i64::MAX));
    let about = i18n.f(m::IMPORTS_FILE_WITH, &[("file", &draft.file), ("rows", &rows)]);
    let problem = draft.problem.clone().map(|problem| view! { <Notice kind="warn">{problem}</Notice> });
    let understood = draft.problem.is_none();
    let parts = understood.then(|| {
        view! {
            <Unclear slug=slug.clone() import=draft.id.to_string() columns=draft.unclear.clone() action=actions.leave />
            <Fix slug=slug.clone() draft=draft.clone() action=actions.fix />
            <Ready slug=slug.clone() draft=draft.clone() action=actions.run />
        }
    });
    view! {
        {done}
        <div class="cluster cluster--apart">
            <p><strong>{about}</strong></p>
            {another}
        </div>
        <Reading slug=slug.clone() draft=draft.clone() action=actions.again />
        {problem}
        <Columns slug draft action=actions.columns />
        {parts}
    }
    .into_any()
}

//! The questions of a program, for its coordinator: adding, changing, moving, removing.

use super::question_form::QuestionFields;
use super::{AddQuestion, EditQuestion, MoveQuestion, RemoveQuestion, load_questions};
use crate::data::Data;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::{ActionError, ActionForm, Form, FormAction, Hidden, Submit};
use crate::ui::{Crumb, Dialog, Empty, Icon, Loaded, PageHead, SkeletonKind, done, keyed};
use domain::enrolments::views::QuestionsPage as Page;
use domain::programs::questions::Question;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/questions`.
#[derive(Debug)]
pub struct QuestionsPage;

/// The actions of the page.
#[derive(Clone, Copy)]
struct QuestionActions {
    add: FormAction<AddQuestion>,
    edit: FormAction<EditQuestion>,
    shift: FormAction<MoveQuestion>,
    remove: FormAction<RemoveQuestion>,
}

#[lazy_route]
impl LazyRoute for QuestionsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let actions =
            QuestionActions { add: FormAction::new(), edit: FormAction::new(), shift: FormAction::new(), remove: FormAction::new() };
        let done = done(&[actions.add.post(), actions.edit.post(), actions.shift.post(), actions.remove.post()]);
        let data = Data::new(move || params.read().get("slug").unwrap_or_default(), load_questions).after(done);
        view! { <Loaded data skeleton=SkeletonKind::List let:page> <QuestionsView page actions /> </Loaded> }.into_any()
    }
}

#[component]
fn QuestionsView(page: Page, actions: QuestionActions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = page.program.slug.clone();
    let crumbs = vec![Crumb::new(page.program.name.clone(), format!("/admin/programs/{slug}"))];
    let last = page.questions.len().saturating_sub(1);
    let list = if page.questions.is_empty() {
        view! { <Empty icon="list" title=i18n.t(m::ENROLMENTS_NO_QUESTIONS) text=i18n.t(m::ENROLMENTS_NO_QUESTIONS_TEXT) /> }.into_any()
    } else {
        let rows = keyed(page.questions.into_iter().enumerate().map(|(i, (question, answered))| {
            let row_key = key(&question);
            (row_key, view! { <OneQuestion slug=slug.clone() question answered first=i == 0 last=i == last actions /> }.into_any())
        }));
        view! { <ol class="stack" role="list">{rows}</ol> }.into_any()
    };
    let typed = use_flash(AddQuestion::url()).filter(|flash| flash.error.is_some()).map(|flash| flash.values);
    let open = typed.is_some() || last == 0;
    let adding = page.may_add.then(|| {
        view! {
            <details class="disclosure" open=open>
                <summary>{i18n.t(m::ENROLMENTS_ADD_QUESTION)}</summary>
                <div class="disclosure__body">
                    <Form action=actions.add reset=true done=i18n.t(m::ENROLMENTS_QUESTION_ADDED)>
                        <Hidden name="slug" value=slug.clone() />
                        <QuestionFields prefix="new".to_owned() question=None typed />
                        <div class="form__actions"><Submit label=i18n.t(m::ENROLMENTS_ADD_QUESTION) /></div>
                    </Form>
                </div>
            </details>
        }
    });
    view! {
        <PageHead title=i18n.t(m::ENROLMENTS_QUESTIONS) lead=i18n.t(m::ENROLMENTS_QUESTIONS_LEAD) crumbs />
        <ProgramTabs slug=page.program.slug.clone() current=ProgramTab::Questions />
        <div class="stack stack--l page--narrow">
            <ActionError action=actions.shift />
            <ActionError action=actions.remove />
            {list}
            {adding}
        </div>
    }
}

/// Which question it is, and what stands in its form.
fn key(question: &Question) -> String {
    let Question { id, kind, audience, prompt, options, required, counted, .. } = question;
    format!("{id} {kind} {audience} {prompt} {} {required} {counted}", options.join("\n"))
}

#[component]
fn OneQuestion(slug: String, question: Question, answered: i64, first: bool, last: bool, actions: QuestionActions) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, id) = (StoredValue::new(slug), StoredValue::new(question.id.to_string()));
    let prompt = question.prompt.clone();
    let asked = StoredValue::new(prompt.clone());
    let step = |up: bool, off: bool, icon: &'static str, label: String| {
        view! {
            <ActionForm action=actions.shift>
                <Hidden name="slug" value=slug.get_value() />
                <Hidden name="question" value=id.get_value() />
                <Hidden name="up" value=up.to_string() />
                <button type="submit" class="icon-button icon-button--small" aria-label=label disabled=off><Icon name=icon /></button>
            </ActionForm>
        }
    };
    let up = step(true, first, "arrow-up", i18n.f(m::ENROLMENTS_MOVE_UP, &[("question", &prompt)]));
    let down = step(false, last, "arrow-down", i18n.f(m::ENROLMENTS_MOVE_DOWN, &[("question", &prompt)]));
    let flag = |on: bool, key| on.then(|| view! { <span class="badge badge--quiet">{i18n.t(key)}</span> });
    let options = (!question.options.is_empty()).then(|| {
        view! { <ul class="cluster" role="list">{question.options.iter().map(|o| view! { <li class="chip">{o.clone()}</li> }).collect_view()}</ul> }
    });
    let before = use_flash(EditQuestion::url()).filter(|flash| flash.error.is_some()).map(|flash| flash.values);
    let typed = before.filter(|values| values.iter().any(|(n, v)| n == "question" && *v == id.get_value()));
    let open = typed.is_some();
    view! {
        <li class="card card--flat question">
            <div class="question__head">
                <h2 class="card__title" dir="auto">{prompt.clone()}</h2>
                <span class="cluster">{up} {down}</span>
            </div>
            <p class="card__meta">
                <span>{i18n.t(wording::enrolments::question_kind(question.kind))}</span>
                <span>{i18n.t(wording::enrolments::audience(question.audience))}</span>
                {flag(question.required, m::ENROLMENTS_IS_REQUIRED)}
                {flag(question.counted, m::ENROLMENTS_IS_COUNTED)}
                <span>{i18n.n(m::ENROLMENTS_ANSWERED, answered, &[])}</span>
            </p>
            {options}
            <details class="disclosure" open=open>
                <summary>{i18n.t(m::ENROLMENTS_CHANGE)} <span class="visually-hidden">": " {prompt.clone()}</span></summary>
                <div class="disclosure__body stack">
                    <Form action=actions.edit done=i18n.t(m::COMMON_SAVED)>
                        <Hidden name="slug" value=slug.get_value() />
                        <Hidden name="question" value=id.get_value() />
                        {(answered > 0).then(|| view! { <p class="muted">{i18n.t(m::ENROLMENTS_CHANGE_FORGETS)}</p> })}
                        <QuestionFields prefix=format!("q-{}", id.get_value()) question=Some(question) typed />
                        <div class="form__actions"><Submit label=i18n.t(m::COMMON_SAVE) class="button" /></div>
                    </Form>
                    <div>
                        <Dialog
                            id=format!("remove-{}", id.get_value())
                            open_label=i18n.t(m::ENROLMENTS_REMOVE_QUESTION)
                            of=prompt.clone()
                            button_class="button button--small button--danger"
                            title=i18n.t(m::ENROLMENTS_REMOVE_QUESTION)
                        >
                            <ActionForm action=actions.remove class="stack stack--s">
                                <Hidden name="slug" value=slug.get_value() />
                                <Hidden name="question" value=id.get_value() />
                                <p dir="auto">{asked.get_value()}</p>
                                <p>{if answered > 0 { i18n.n(m::ENROLMENTS_REMOVE_FORGETS, answered, &[]) } else { i18n.t(m::ENROLMENTS_REMOVE_UNANSWERED).to_owned() }}</p>
                                <div>
                                    <button type="submit" class="button button--danger">{i18n.t(m::ENROLMENTS_REMOVE_QUESTION_NOW)}</button>
                                </div>
                            </ActionForm>
                        </Dialog>
                    </div>
                </div>
            </details>
        </li>
    }
}

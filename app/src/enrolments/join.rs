//! Enrolling in a program, or changing what one said; one form for both.

use super::own::Own;
use super::question_field::QuestionField;
use super::{SaveEnrolment, load_join};
use crate::data::Data;
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::form::{Check, Choice, FieldError, Form, FormAction, Hidden, Submit, TextField, use_form};
use crate::ui::{Crumb, Empty, Loaded, Notice, PageHead, Paragraphs, keyed};
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::JoinPage as Page;
use domain::fit::{Criterion, RANK_FACTORS};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/join`.
#[derive(Debug)]
pub struct JoinPage;

#[lazy_route]
impl LazyRoute for JoinPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let own = Own::new();
        let source = move || (params.read().get("slug").unwrap_or_default(), query.read().get("token").unwrap_or_default());
        let data = Data::new(source, |(slug, link)| load_join(slug, link)).after(own.changes());
        let save = FormAction::<SaveEnrolment>::new();
        view! { <Loaded data let:page> <JoinView page save own /> </Loaded> }.into_any()
    }
}

#[component]
fn JoinView(page: Page, save: FormAction<SaveEnrolment>, own: Own) -> impl IntoView {
    let i18n = use_i18n();
    let crumbs = vec![Crumb::new(page.program.name.clone(), format!("/programs/{}", page.program.slug))];
    let name = page.program.name.clone();
    let title = if page.status.is_some() {
        i18n.t(m::ENROLMENTS_YOURS).to_owned()
    } else {
        i18n.f(m::ENROLMENTS_JOIN_TITLE, &[("program", &name)])
    };
    let body = match (page.refusal, page.status) {
        (Some(refusal), _) => view! {
            <Empty icon="door" title=i18n.t(m::ENROLMENTS_CANNOT_JOIN) text=error_words::refusal(i18n, refusal)>
                <a class="button" href=format!("/programs/{}", page.program.slug)>{i18n.t(m::ENROLMENTS_BACK)}</a>
            </Empty>
        }
        .into_any(),
        (None, status) => {
            let waiting =
                (status == Some(EnrolmentStatus::Pending)).then(|| view! { <Notice kind="info">{i18n.t(m::ENROLMENTS_WAITS)}</Notice> });
            let paused =
                (status == Some(EnrolmentStatus::Paused)).then(|| view! { <Notice kind="warn">{i18n.t(m::ENROLMENTS_PAUSED)}</Notice> });
            let slug = page.program.slug.clone();
            let mentorships = page.mentorships;
            view! {
                {waiting}
                {paused}
                <EnrolmentFields page save />
                {status.map(|status| view! { <super::own::OwnActs slug status mentorships own /> })}
            }
            .into_any()
        }
    };
    view! {
        <div class="page--narrow">
            <PageHead title crumbs />
            <div class="stack stack--l">{body}</div>
        </div>
    }
}

#[component]
fn EnrolmentFields(page: Page, save: FormAction<SaveEnrolment>) -> impl IntoView {
    let i18n = use_i18n();
    let new = page.status.is_none();
    let label = match (new, page.approval) {
        (true, true) => m::ENROLMENTS_ASK_TO_JOIN,
        (true, false) => m::ENROLMENTS_JOIN,
        (false, _) => m::COMMON_SAVE,
    };
    let agreement = (!page.agreement.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{i18n.t(m::ENROLMENTS_AGREEMENT)}</summary>
                <div class="disclosure__body prose"><Paragraphs text=page.agreement.clone() /></div>
            </details>
        }
    });
    let approval = (new && page.approval).then(|| view! { <p class="muted">{i18n.t(m::ENROLMENTS_APPROVAL)}</p> });
    view! {
        <Form action=save class="form enrolment" done=i18n.t(m::COMMON_SAVED)>
            <Hidden name="slug" value=page.program.slug.clone() />
            <Hidden name="link" value=page.link.clone() />
            <Sides as_mentor=page.as_mentor as_mentee=page.as_mentee />
            <div class="for-mentors">
                <TextField
                    name="capacity"
                    label=i18n.t(m::ENROLMENTS_CAPACITY)
                    hint=i18n.t(m::ENROLMENTS_CAPACITY_HINT)
                    value=page.capacity.to_string()
                    kind="number"
                    inputmode="numeric"
                    required=true
                />
            </div>
            <Ranking criteria=page.criteria />
            {keyed(page.questions.into_iter().map(|asked| (asked.question.id.to_string(), view! { <QuestionField asked /> }.into_any())))}
            {agreement}
            {approval}
            <div class="form__actions"><Submit label=i18n.t(label) /></div>
        </Form>
    }
}

/// Mentor, mentee or both. What belongs to a side shows while its box is ticked (style/features/enrolments.css).
#[component]
fn Sides(as_mentor: bool, as_mentee: bool) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    form.set_label("sides", i18n.t(m::ENROLMENTS_SIDES));
    view! {
        <fieldset class="field choices" id="sides" class:field--invalid=move || form.problem("sides").is_some()>
            <legend class="field__label">{i18n.t(m::ENROLMENTS_SIDES)}</legend>
            <Check name="as_mentee" label=i18n.t(m::ENROLMENTS_AS_MENTEE) checked=as_mentee hint=i18n.t(m::ENROLMENTS_AS_MENTEE_HINT) />
            <Check name="as_mentor" label=i18n.t(m::ENROLMENTS_AS_MENTOR) checked=as_mentor hint=i18n.t(m::ENROLMENTS_AS_MENTOR_HINT) />
            <FieldError name="sides" />
        </fieldset>
    }
}

/// What matters most to a mentee: up to four, in their order.
#[component]
fn Ranking(criteria: Vec<Criterion>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    form.set_label("criteria", i18n.t(m::ENROLMENTS_RANKING));
    let ranked = form.values("criteria", criteria.iter().map(ToString::to_string).collect());
    let selects = (0..RANK_FACTORS.len())
        .map(|i| {
            let chosen = ranked.get(i).cloned().unwrap_or_default();
            let options = Criterion::RANKABLE
                .iter()
                .map(|c| Choice::new(c.as_str(), i18n.t(wording::enrolments::criterion(*c))))
                .map(|c| {
                    let selected = c.value == chosen;
                    view! { <option value=c.value selected=selected>{c.label}</option> }
                })
                .collect_view();
            let id = if i == 0 { "criteria".to_owned() } else { format!("criteria-{i}") };
            let number = i18n.number(i64::try_from(i + 1).unwrap_or_default());
            view! {
                <li>
                    <select class="select" id=id name=format!("criteria[{i}]") aria-label=i18n.f(m::ENROLMENTS_RANK, &[("number", &number)])>
                        <option value="">{i18n.t(m::ENROLMENTS_NO_RANK)}</option>
                        {options}
                    </select>
                </li>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field choices for-mentees" class:field--invalid=move || form.problem("criteria").is_some()>
            <legend class="field__label">
                {i18n.t(m::ENROLMENTS_RANKING)} <span class="muted">" (" {i18n.t(m::COMMON_OPTIONAL)} ")"</span>
            </legend>
            <p class="field__hint">{i18n.t(m::ENROLMENTS_RANKING_HINT)}</p>
            <ol class="ranking">{selects}</ol>
            <FieldError name="criteria" />
        </fieldset>
    }
}

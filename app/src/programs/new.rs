//! A program begins: choose a template and a name, and everything else has good defaults.

use super::{CreateProgram, load_start};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::length;
use crate::ui::form::{Choice, FieldError, Form, FormAction, Select, Submit, TextField, use_form};
use crate::ui::{Loaded, PageHead};
use domain::limits::NAME_MAX;
use domain::programs::views::{NewProgram, TemplateCard};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/new`, with `organisation` to choose one.
#[derive(Debug)]
pub struct NewProgramPage;

#[lazy_route]
impl LazyRoute for NewProgramPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let action = FormAction::<CreateProgram>::new();
        let data = Data::new(|| (), |()| load_start());
        view! { <Loaded data let:start> <NewView start action /> </Loaded> }.into_any()
    }
}

#[component]
fn NewView(start: NewProgram, action: FormAction<CreateProgram>) -> impl IntoView {
    let i18n = use_i18n();
    let asked = use_query_map().read_untracked().get("organisation");
    let chosen = asked.or_else(|| start.places.first().map(|place| place.id.to_string())).unwrap_or_default();
    let mut places: Vec<Choice> = start.places.into_iter().map(|place| Choice::new(place.id.to_string(), place.name)).collect();
    places.push(Choice::new("", i18n.t(m::PROGRAMS_OPEN_COMMUNITY)));
    view! {
        <PageHead title=i18n.t(m::PROGRAMS_NEW) lead=i18n.t(m::PROGRAMS_NEW_LEAD) />
        <Form action=action>
            <Templates cards=start.templates />
            <TextField name="name" label=i18n.t(m::PROGRAMS_NAME) hint=i18n.t(m::PROGRAMS_NEW_NAME_HINT) required=true maxlength=NAME_MAX />
            // Made within the form, as it asks the form for its error and for what was typed.
            {(places.len() > 1)
                .then(|| view! { <Select name="organisation" label=i18n.t(m::PROGRAMS_NEW_WHERE) options=places value=chosen required=true /> })}
            <div class="form__actions">
                <Submit label=i18n.t(m::PROGRAMS_NEW_CREATE) />
            </div>
        </Form>
    }
}

#[component]
fn Templates(cards: Vec<TemplateCard>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let boxes = cards
        .into_iter()
        .enumerate()
        .map(|(i, card)| {
            let value = card.template.as_str();
            let ticked = form.ticked("template", value, i == 0);
            let id = if i == 0 { "template".to_owned() } else { format!("template-{i}") };
            let details = [
                length(i18n, card.length_weeks),
                i18n.t(wording::programs::matching_mode(card.matching)).to_owned(),
                i18n.n(m::PROGRAMS_QUESTION_COUNT, card.questions, &[]),
            ];
            view! {
                <label class="check check--card">
                    <input type="radio" name="template" id=id value=value checked=ticked />
                    <span>
                        <strong dir="auto">{card.name}</strong>
                        <span class="check__hint" dir="auto">{card.summary}</span>
                        <span class="check__hint">{details.join(" · ")}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices" class:field--invalid=move || form.problem("template").is_some()>
            <legend>{i18n.t(m::PROGRAMS_NEW_TEMPLATE)}</legend>
            <div class="stack stack--s">{boxes}</div>
            <FieldError name="template" />
        </fieldset>
    }
}

//! Keeping or forbidding two people by their names, be they a pair of the run or not.

#![cfg(feature = "ssr")]

use super::AdjustNamed;
use super::text_actions::{RunFormActions, Which};
use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::form::{Form, Hidden, Submit, TextField};
use domain::match_runs::views::RunView;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

const MENTEES: &str = "run-mentees";
const MENTORS: &str = "run-mentors";

/// The form. It suggests those whom the page shows anyway, and takes everybody whom the run looks at.
#[component]
pub(super) fn NamedPairs(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    let which = Which { slug: run.program.slug, number: run.card.number };
    let option = |name: String| view! { <option value=name></option> };
    let left = run.left_out.into_iter().map(|left| left.mentee.name);
    let mentees = left.chain(run.pairs.into_iter().map(|pair| pair.mentee.name)).map(option).collect_view();
    let mentors = run.loads.into_iter().map(|load| load.mentor.name).map(option).collect_view();
    view! {
        <section class="section">
            <details class="disclosure" open=was_refused(AdjustNamed::url())>
                <summary>{i18n.t(m::MATCH_RUNS_NAMED)}</summary>
                <div class="disclosure__body">
                    <Form action=actions.named done=i18n.t(m::COMMON_SAVED)>
                        <Hidden name="slug" value=which.slug />
                        <Hidden name="number" value=which.number.to_string() />
                        <p class="muted small">{i18n.t(m::MATCH_RUNS_NAMED_ABOUT)}</p>
                        <TextField
                            name="mentee"
                            label=i18n.t(m::ENROLMENTS_MENTEE)
                            hint=i18n.t(m::MATCH_RUNS_NAMED_HINT)
                            required=true
                            list=MENTEES
                        />
                        <TextField
                            name="mentor"
                            label=i18n.t(m::ENROLMENTS_MENTOR)
                            hint=i18n.t(m::MATCH_RUNS_NAMED_HINT)
                            required=true
                            list=MENTORS
                        />
                        <datalist id=MENTEES>{mentees}</datalist>
                        <datalist id=MENTORS>{mentors}</datalist>
                        <div class="form__actions">
                            <Submit label=i18n.t(m::MATCH_RUNS_PIN) name="act" value="pin" />
                            <Submit label=i18n.t(m::MATCH_RUNS_FORBID) class="button" name="act" value="forbid" />
                        </div>
                    </Form>
                </div>
            </details>
        </section>
    }
}

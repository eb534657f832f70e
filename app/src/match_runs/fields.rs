//! The fields with a run's settings, for a new one and for a draft.

use super::words;
use crate::lang::use_i18n;
use crate::ui::form::{Check, Choice, Select, TextField};
use domain::fit::Criterion;
use domain::match_runs::{OrganisationRule, RunObjective, RunSettings};
use domain::programs::PublishAs;
use i18n::m;
use leptos::prelude::*;

/// The fields.
#[component]
pub(super) fn SettingsFields(
    /// What stands in them at first.
    settings: RunSettings,
) -> impl IntoView {
    let i18n = use_i18n();
    let weights = Criterion::ALL
        .iter()
        .map(|criterion| {
            let value = settings.weights.of(*criterion).to_string();
            view! {
                <TextField
                    name=words::weight_field(*criterion)
                    label=i18n.t(wording::match_runs::criterion(*criterion))
                    value
                    kind="number"
                    inputmode="numeric"
                    required=true
                />
            }
        })
        .collect_view();
    let objectives = RunObjective::ALL.iter().map(|o| Choice::new(o.as_str(), i18n.t(wording::match_runs::objective(*o)))).collect();
    let rules = OrganisationRule::ALL.iter().map(|o| Choice::new(o.as_str(), i18n.t(wording::match_runs::organisation(*o)))).collect();
    let publish = PublishAs::ALL.iter().map(|p| Choice::new(p.as_str(), i18n.t(wording::match_runs::publish_as(*p)))).collect();
    view! {
        <Select name="objective" label=i18n.t(m::MATCH_RUNS_OBJECTIVE) options=objectives value=settings.objective.as_str() required=true />
        <details class="disclosure">
            <summary>{i18n.t(m::MATCH_RUNS_WEIGHTS)}</summary>
            <div class="disclosure__body stack stack--s">
                <p class="muted small">{i18n.t(m::MATCH_RUNS_WEIGHTS_HINT)}</p>
                <div class="grid grid--small">{weights}</div>
            </div>
        </details>
        <Check name="ranked" label=i18n.t(m::MATCH_RUNS_RANKED) checked=settings.ranked />
        <Select
            name="organisation"
            label=i18n.t(m::MATCH_RUNS_ORGANISATION)
            options=rules
            value=settings.organisation.as_str()
            required=true
        />
        <Check name="again" label=i18n.t(m::MATCH_RUNS_AGAIN) checked=settings.again />
        <Select name="publish_as" label=i18n.t(m::MATCH_RUNS_PUBLISH_AS) options=publish value=settings.publish_as.as_str() required=true />
    }
}

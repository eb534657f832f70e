//! One setting of a program as a field: its name, its help, and what it is filled in with.

use crate::lang::use_i18n;
use crate::ui::form::{Check, Choice, Select, TextArea, TextField};
use domain::limits::{LINE_MAX, LONG_TEXT_MAX, NAME_MAX};
use domain::programs::PublishAs;
use domain::programs::{JoinPolicy, MatchingMode, SLUG_MAX, SettingsField};
use i18n::{I18n, Key, m};
use leptos::prelude::*;

/// What a setting is called.
pub(super) const fn setting_name(field: SettingsField) -> Key {
    match field {
        SettingsField::Name => m::PROGRAMS_NAME,
        SettingsField::Slug => m::PROGRAMS_SLUG,
        SettingsField::Summary => m::PROGRAMS_SUMMARY,
        SettingsField::Description => m::PROGRAMS_DESCRIPTION,
        SettingsField::StartsOn => m::PROGRAMS_STARTS_ON,
        SettingsField::EndsOn => m::PROGRAMS_ENDS_ON,
        SettingsField::LengthWeeks => m::PROGRAMS_LENGTH_WEEKS,
        SettingsField::JoinPolicy => m::PROGRAMS_JOIN_POLICY,
        SettingsField::Approval => m::PROGRAMS_APPROVAL,
        SettingsField::Matching => m::PROGRAMS_MATCHING,
        SettingsField::DefaultCapacity => m::PROGRAMS_DEFAULT_CAPACITY,
        SettingsField::MaxOpenRequests => m::PROGRAMS_MAX_OPEN_REQUESTS,
        SettingsField::RequestDays => m::PROGRAMS_REQUEST_DAYS,
        SettingsField::PublishAs => m::PROGRAMS_PUBLISH_AS,
        SettingsField::ProposalDays => m::PROGRAMS_PROPOSAL_DAYS,
        SettingsField::Agreement => m::PROGRAMS_AGREEMENT,
    }
}

const fn hint(field: SettingsField) -> Option<Key> {
    Some(match field {
        SettingsField::Slug => m::PROGRAMS_SLUG_HINT,
        SettingsField::Summary => m::PROGRAMS_SUMMARY_HINT,
        SettingsField::Description => m::PROGRAMS_DESCRIPTION_HINT,
        SettingsField::EndsOn => m::PROGRAMS_ENDS_ON_HINT,
        SettingsField::Matching => m::PROGRAMS_MATCHING_HINT,
        SettingsField::DefaultCapacity => m::PROGRAMS_DEFAULT_CAPACITY_HINT,
        SettingsField::PublishAs => m::PROGRAMS_PUBLISH_AS_HINT,
        SettingsField::Agreement => m::PROGRAMS_AGREEMENT_HINT,
        _ => return None,
    })
}

/// A setting's value in words.
pub(super) fn setting_words(i18n: I18n, field: SettingsField, value: &str) -> String {
    let named = |key: Option<Key>| key.map_or_else(|| value.to_owned(), |key| i18n.t(key).to_owned());
    match field {
        SettingsField::JoinPolicy => named(value.parse().ok().map(wording::programs::join_policy)),
        SettingsField::Matching => named(value.parse().ok().map(wording::programs::matching_mode)),
        SettingsField::PublishAs => named(value.parse().ok().map(wording::match_runs::publish_as)),
        SettingsField::Approval => i18n.t(if value.is_empty() { m::COMMON_NO } else { m::COMMON_YES }).to_owned(),
        SettingsField::StartsOn | SettingsField::EndsOn => value.parse().map_or_else(|_| value.to_owned(), |day| i18n.date(day)),
        _ => value.to_owned(),
    }
}

/// The field of one setting.
#[component]
pub(super) fn Setting(
    field: SettingsField,
    value: String,
    /// Whether the program belongs to an organisation.
    organisation: bool,
) -> impl IntoView {
    match field {
        SettingsField::Name => view! { <Line field value max=NAME_MAX required=true /> }.into_any(),
        SettingsField::Slug => view! { <Line field value max=SLUG_MAX required=true /> }.into_any(),
        SettingsField::Summary => view! { <Line field value max=LINE_MAX /> }.into_any(),
        SettingsField::StartsOn | SettingsField::EndsOn => view! { <Line field value kind="date" max=10 /> }.into_any(),
        SettingsField::LengthWeeks
        | SettingsField::DefaultCapacity
        | SettingsField::MaxOpenRequests
        | SettingsField::RequestDays
        | SettingsField::ProposalDays => view! { <Line field value kind="number" max=4 required=true /> }.into_any(),
        SettingsField::Description => view! { <Paragraphs field value rows=8 /> }.into_any(),
        SettingsField::Agreement => view! { <Paragraphs field value rows=10 /> }.into_any(),
        SettingsField::JoinPolicy => {
            let fits = |join: &&JoinPolicy| organisation || **join != JoinPolicy::Members;
            let options = JoinPolicy::ALL.iter().filter(fits).map(|join| (join.as_str(), wording::programs::join_policy(*join))).collect();
            view! { <OneOf field value options /> }.into_any()
        }
        SettingsField::Matching => {
            let options = MatchingMode::ALL.iter().map(|mode| (mode.as_str(), wording::programs::matching_mode(*mode))).collect();
            view! { <OneOf field value options /> }.into_any()
        }
        SettingsField::PublishAs => {
            let options = PublishAs::ALL.iter().map(|kind| (kind.as_str(), wording::match_runs::publish_as(*kind))).collect();
            view! { <OneOf field value options /> }.into_any()
        }
        SettingsField::Approval => {
            let label = use_i18n().t(setting_name(field));
            view! { <Check name=field.as_str() label checked=!value.is_empty() /> }.into_any()
        }
    }
}

#[component]
fn Line(
    field: SettingsField,
    value: String,
    #[prop(default = "text")] kind: &'static str,
    max: usize,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (name, label) = (field.as_str(), i18n.t(setting_name(field)));
    match hint(field) {
        Some(hint) => view! { <TextField name label value kind hint=i18n.t(hint) required maxlength=max /> }.into_any(),
        None => view! { <TextField name label value kind required maxlength=max /> }.into_any(),
    }
}

#[component]
fn Paragraphs(field: SettingsField, value: String, rows: u32) -> impl IntoView {
    let i18n = use_i18n();
    let hint = hint(field).map(|key| i18n.t(key)).unwrap_or_default();
    view! { <TextArea name=field.as_str() label=i18n.t(setting_name(field)) value hint rows maxlength=LONG_TEXT_MAX /> }
}

#[component]
fn OneOf(field: SettingsField, value: String, options: Vec<(&'static str, Key)>) -> impl IntoView {
    let i18n = use_i18n();
    let (name, label) = (field.as_str(), i18n.t(setting_name(field)));
    let options = options.into_iter().map(|(value, key)| Choice::new(value, i18n.t(key))).collect::<Vec<_>>();
    match hint(field) {
        Some(hint) => view! { <Select name label options value hint=i18n.t(hint) required=true /> }.into_any(),
        None => view! { <Select name label options value required=true /> }.into_any(),
    }
}

//! The choice of a time zone: every place of the IANA database, by region.

use crate::lang::use_i18n;
use crate::ui::form::{FieldFrame, described_by, use_form};
use domain::accounts::zones::{self, REGIONS, UTC};
use i18n::{Key, m};
use leptos::html;
use leptos::prelude::*;

/// A select named `zone`. With nothing chosen it takes the browser's own time zone once the client runs.
#[component]
pub fn ZoneSelect(
    /// The one chosen at first.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let name = "zone";
    let chosen = form.value(name, value);
    let node = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        if let Some(select) = node.get().filter(|s| s.value().is_empty())
            && let Some(zone) = browser_zone().filter(|z| zones::is_offered(z))
        {
            select.set_value(&zone);
        }
    });
    // A zone without a place, such as `Etc/GMT+3`, may have been set by other means; the list must not lose it.
    let other = (!chosen.is_empty() && !zones::is_offered(&chosen))
        .then(|| view! { <option value=chosen.clone() selected=true>{chosen.clone()}</option> });
    let regions = REGIONS
        .iter()
        .map(|region| {
            let places = region
                .places()
                .map(|place| {
                    let zone = format!("{}/{place}", region.name);
                    let selected = zone == chosen;
                    view! { <option value=zone selected=selected>{zones::label(place)}</option> }
                })
                .collect_view();
            view! { <optgroup label=i18n.t(region_name(region.name))>{places}</optgroup> }
        })
        .collect_view();
    view! {
        <FieldFrame name label=i18n.t(m::ACCOUNTS_ZONE).to_owned() hint=None required=true>
            <select
                class="select"
                id=name
                name=name
                node_ref=node
                required=true
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described_by(name, false)
            >
                {chosen.is_empty().then(|| view! { <option value="">{i18n.t(m::ACCOUNTS_ZONE_CHOOSE)}</option> })}
                {other}
                {regions}
                <option value=UTC selected=chosen == UTC>{UTC}</option>
            </select>
        </FieldFrame>
    }
}

fn region_name(region: &str) -> Key {
    match region {
        "Africa" => m::ACCOUNTS_REGION_AFRICA,
        "America" => m::ACCOUNTS_REGION_AMERICA,
        "Antarctica" => m::ACCOUNTS_REGION_ANTARCTICA,
        "Arctic" => m::ACCOUNTS_REGION_ARCTIC,
        "Asia" => m::ACCOUNTS_REGION_ASIA,
        "Atlantic" => m::ACCOUNTS_REGION_ATLANTIC,
        "Australia" => m::ACCOUNTS_REGION_AUSTRALIA,
        "Europe" => m::ACCOUNTS_REGION_EUROPE,
        "Indian" => m::ACCOUNTS_REGION_INDIAN,
        _ => m::ACCOUNTS_REGION_PACIFIC,
    }
}

/// The time zone that the browser says it is in. Only ever asked in the browser.
fn browser_zone() -> Option<String> {
    use web_sys::js_sys::{Array, Intl::DateTimeFormat, Object, Reflect};
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

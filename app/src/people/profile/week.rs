//! When one usually has time: a table of boxes, a weekday a column, a part of the day a row.

use crate::lang::use_i18n;
use crate::ui::form::{FieldError, use_form};
use domain::people::week::{DayPart, WeekCell};
use i18n::m;
use leptos::prelude::*;

#[component]
pub(super) fn WeekTable(ticked: Vec<WeekCell>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let name = "week";
    form.set_label(name, i18n.t(m::PEOPLE_WEEK_TITLE));
    let short: Vec<&str> = i18n.t(m::PEOPLE_WEEKDAYS_SHORT).split('|').collect();
    let heads =
        (0..7).zip(short).map(|(day, short)| view! { <th scope="col"><abbr title=i18n.weekday(day)>{short}</abbr></th> }).collect_view();
    let cell = move |cell: WeekCell, hours: &str| {
        let value = cell.to_string();
        let checked = form.ticked(name, &value, ticked.contains(&cell));
        // The first box carries the field's name as its id, so that links to the field find it.
        let first = cell.weekday == 0 && cell.part == DayPart::Early;
        let label = i18n.f(m::PEOPLE_WEEKDAY_TIME, &[("weekday", i18n.weekday(cell.weekday.into())), ("time", hours)]);
        view! {
            <td>
                <label>
                    <input type="checkbox" id=first.then_some(name) name="week[]" value=value checked=checked aria-label=label />
                </label>
            </td>
        }
    };
    let rows = DayPart::ALL
        .iter()
        .map(|part| {
            let (from, to) = part.hours();
            let hours = format!("{from}–{to}");
            let cells = (0..7).map(|weekday| cell(WeekCell { weekday, part: *part }, &hours)).collect_view();
            view! { <tr><th scope="row">{hours}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="field">
            <table class="week">
                <caption class="visually-hidden">{i18n.t(m::PEOPLE_WEEK_TITLE)}</caption>
                <thead>
                    <tr><td></td>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <FieldError name />
        </div>
    }
}

//! How groups of mentees fare in a run: the coordinator chooses by what they are grouped, with an address of its own.

#![cfg(feature = "ssr")]

use super::run_text::QUERY;
use crate::lang::use_i18n;
use domain::match_runs::{GroupBy, GroupView, GroupsView};
use i18n::m;
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn Groups(
    /// The address of the run's page.
    base: String,
    /// What was asked for, if anything.
    #[prop(optional_no_strip)]
    groups: Option<GroupsView>,
) -> impl IntoView {
    let i18n = use_i18n();
    let by = groups.as_ref().map(|groups| groups.by);
    let options = GroupBy::ALL
        .iter()
        .map(|one| view! { <option value=one.as_str() selected=by == Some(*one)>{i18n.t(wording::match_runs::group_by(*one))}</option> })
        .collect_view();
    let open = groups.is_some();
    let table = groups.map(|groups| {
        let gap = match groups.gap() {
            Some(gap) => i18n.n(m::MATCH_RUNS_GROUP_GAP, gap.into(), &[]),
            None => i18n.t(m::MATCH_RUNS_GROUP_NO_GAP).to_owned(),
        };
        let rows = groups.groups.into_iter().map(|group| view! { <GroupRow group /> }).collect_view();
        view! {
            <p>{gap}</p>
            <div class="table-wrap" role="region" aria-label=i18n.t(m::MATCH_RUNS_GROUPS) tabindex="0">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{i18n.t(m::MATCH_RUNS_GROUP)}</th>
                            <th scope="col">{i18n.t(m::MATCH_RUNS_GROUP_MATCHED)}</th>
                            <th scope="col">{i18n.t(m::MATCH_RUNS_GROUP_MEAN)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section class="section" id="groups">
            <details class="disclosure" open=open>
                <summary>{i18n.t(m::MATCH_RUNS_GROUPS)}</summary>
                <div class="disclosure__body stack">
                    <p class="muted small">{i18n.t(m::MATCH_RUNS_GROUPS_ABOUT)}</p>
                    <form class="cluster" method="get" action=format!("{base}#groups")>
                        <label class="field__label" for="groups-by">{i18n.t(m::MATCH_RUNS_GROUPS_BY)}</label>
                        <select class="select" id="groups-by" name=QUERY>{options}</select>
                        <button type="submit" class="button button--small">{i18n.t(m::MATCH_RUNS_GROUPS_LOOK)}</button>
                    </form>
                    {table}
                </div>
            </details>
        </section>
    }
}

#[component]
fn GroupRow(group: GroupView) -> impl IntoView {
    let i18n = use_i18n();
    let number = |n: u32| i18n.number(n.into());
    let matched = i18n.f(m::MATCH_RUNS_GROUP_OF, &[("matched", &number(group.matched)), ("mentees", &number(group.mentees))]);
    let mean = group.mean.map_or_else(|| "–".to_owned(), |mean| i18n.number(mean.into()));
    view! { <tr><th scope="row" dir="auto">{group.name}</th><td>{matched}</td><td>{mean}</td></tr> }
}

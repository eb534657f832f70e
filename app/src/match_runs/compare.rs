//! Two runs side by side: what each came to, how their settings differ, and who has somebody else.

use super::load_comparison;
use super::words::{made, points};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::{Crumb, ListAddress, Loaded, PageHead, Pagination, anew};
use domain::fit::Criterion;
use domain::match_runs::{Comparison, Difference, RunNumbers, RunSettings, RunSide, SideMentor};
use i18n::{I18n, Key, m};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/matching/compare`, with `first`, `second` and `from`.
#[derive(Debug)]
pub struct ComparePage;

#[lazy_route]
impl LazyRoute for ComparePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let asked = move || {
            let query = query.read();
            let number = |name| query.get(name).and_then(|number| number.parse::<i32>().ok());
            let from = query.get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
            (params.read().get("slug").unwrap_or_default(), number("first"), number("second"), from)
        };
        let data = Data::new(asked, |(slug, first, second, from)| load_comparison(slug, first, second, from));
        view! { <Loaded data let:comparison> <Content comparison /> </Loaded> }.into_any()
    }
}

#[component]
fn Content(comparison: Comparison) -> impl IntoView {
    let i18n = use_i18n();
    let Comparison { program, runs, first, second, same, changed, differences, pages } = comparison;
    let base = format!("/admin/programs/{}", program.slug);
    let crumbs =
        vec![Crumb::new(program.name, base.clone()), Crumb::new(i18n.t(m::REQUESTS_MATCHING_TITLE).to_owned(), format!("{base}/matching"))];
    let address = format!("{base}/matching/compare");
    let numbers = (first.card.number, second.card.number);
    let two = ListAddress::new(address.clone()).with("first", &numbers.0.to_string()).with("second", &numbers.1.to_string());
    let pages = two.pages(&pages, "from", "from");
    view! {
        <PageHead title=i18n.t(m::MATCH_RUNS_COMPARE_TITLE) lead=i18n.t(m::MATCH_RUNS_COMPARE_LEAD) crumbs />
        <ProgramTabs slug=program.slug current=ProgramTab::Matching />
        <div class="stack stack--l">
            <Chooser runs address numbers />
            <Measures base=base.clone() first=first.clone() second=second.clone() />
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_COMPARE_CHANGED)}</h2></div>
                <div class="stack">
                    <p>
                        {i18n.n(m::MATCH_RUNS_COMPARE_CHANGED_COUNT, changed.into(), &[])} " "
                        {i18n.n(m::MATCH_RUNS_COMPARE_SAME_COUNT, same.into(), &[])}
                    </p>
                    {(!differences.is_empty()).then(|| view! { <Differences differences numbers /> })}
                    <Pagination pages />
                </div>
            </section>
        </div>
    }
}

/// Which two; a plain form, so that the address says it.
#[component]
fn Chooser(runs: Vec<i32>, address: String, numbers: (i32, i32)) -> impl IntoView {
    let i18n = use_i18n();
    let options = |chosen: i32| {
        let option =
            |number: &i32| view! { <option value=number.to_string() selected=*number == chosen>{run_name(i18n, *number)}</option> };
        runs.iter().map(option).collect_view()
    };
    let form = view! {
        <form class="cluster" method="get" action=address>
            <div class="cluster">
                <label class="field__label" for="compare-first">{i18n.t(m::MATCH_RUNS_COMPARE_FIRST)}</label>
                <select class="select" id="compare-first" name="first">{options(numbers.0)}</select>
            </div>
            <div class="cluster">
                <label class="field__label" for="compare-second">{i18n.t(m::MATCH_RUNS_COMPARE_SECOND)}</label>
                <select class="select" id="compare-second" name="second">{options(numbers.1)}</select>
            </div>
            <button type="submit" class="button">{i18n.t(m::MATCH_RUNS_COMPARE)}</button>
        </form>
    };
    anew(format!("{} {}", numbers.0, numbers.1), form.into_any())
}

/// What each came to, then the settings that differ.
#[component]
fn Measures(base: String, first: RunSide, second: RunSide) -> impl IntoView {
    let i18n = use_i18n();
    let head = |side: &RunSide| {
        let href = format!("{base}/matching/runs/{}", side.card.number);
        view! {
            <th scope="col">
                <a href=href>{run_name(i18n, side.card.number)}</a>
                <span class="table__note">{i18n.t(wording::match_runs::status(side.card.status))} " · " {made(i18n, &side.card)}</span>
            </th>
        }
    };
    let row = |(key, one, other): (Key, String, String)| {
        let differs = one != other;
        view! {
            <tr class:table__row--marked=differs>
                <th scope="row">{i18n.t(key)}</th>
                <td>{one}</td>
                <td>{other}</td>
            </tr>
        }
    };
    let results = results(i18n, &first.numbers).into_iter().zip(results(i18n, &second.numbers));
    let results = results.map(|((key, one), (_, other))| row((key, one, other))).collect_view();
    let settings = settings(i18n, &first.settings).into_iter().zip(settings(i18n, &second.settings));
    let settings: Vec<_> =
        settings.filter(|(one, other)| one.1 != other.1).map(|((key, one), (_, other))| row((key, one, other))).collect();
    let differ = if settings.is_empty() { m::MATCH_RUNS_COMPARE_SETTINGS_SAME } else { m::MATCH_RUNS_COMPARE_SETTINGS };
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=i18n.t(m::MATCH_RUNS_COMPARE_TITLE)>
            <table class="table">
                <thead>
                    <tr><td></td>{head(&first)} {head(&second)}</tr>
                </thead>
                <tbody>{results}</tbody>
                <tbody>
                    <tr><th scope="rowgroup" colspan="3" class="table__group">{i18n.t(differ)}</th></tr>
                    {settings}
                </tbody>
            </table>
        </div>
    }
}

/// What a run came to, in words.
fn results(i18n: I18n, numbers: &RunNumbers) -> Vec<(Key, String)> {
    let number = |n: i64| i18n.number(n);
    let score = |score: Option<i64>| score.map_or_else(|| "–".to_owned(), |score| number(points(score)));
    let of = |part: u32, all: u32| i18n.f(m::MATCH_RUNS_GROUP_OF, &[("matched", &number(part.into())), ("mentees", &number(all.into()))]);
    let preferences = numbers.preferences;
    vec![
        (m::MATCH_RUNS_COMPARE_MATCHED, of(numbers.matched, numbers.mentees)),
        (m::MATCH_RUNS_COMPARE_TOTAL, number(points(numbers.total))),
        (m::MATCH_RUNS_COMPARE_WORST, score(numbers.worst)),
        (m::MATCH_RUNS_COMPARE_MEDIAN, score(numbers.median)),
        (m::MATCH_RUNS_COMPARE_FIVE, of(numbers.among_best_five, numbers.mentees)),
        (m::MATCH_RUNS_COMPARE_PREFERENCE_MENTEES, of(preferences.mentees.any, preferences.mentees.with_preferences)),
        (m::MATCH_RUNS_COMPARE_PREFERENCE_MENTORS, of(preferences.mentors.any, preferences.mentors.with_preferences)),
    ]
}

/// A run's settings, in words.
fn settings(i18n: I18n, settings: &RunSettings) -> Vec<(Key, String)> {
    let yes = |yes: bool| i18n.t(if yes { m::COMMON_YES } else { m::COMMON_NO }).to_owned();
    let count = |count: usize| i18n.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut rows = vec![(m::MATCH_RUNS_OBJECTIVE, i18n.t(wording::match_runs::objective(settings.objective)).to_owned())];
    rows.extend(Criterion::ALL.iter().map(|one| (wording::match_runs::criterion(*one), i18n.number(settings.weights.of(*one).into()))));
    rows.extend([
        (m::MATCH_RUNS_RANKED, yes(settings.ranked)),
        (m::MATCH_RUNS_ORGANISATION, i18n.t(wording::match_runs::organisation(settings.organisation)).to_owned()),
        (m::MATCH_RUNS_AGAIN, yes(settings.again)),
        (m::MATCH_RUNS_PUBLISH_AS, i18n.t(wording::match_runs::publish_as(settings.publish_as)).to_owned()),
        (m::MATCH_RUNS_CONDITION_KEPT, count(settings.pinned.len())),
        (m::MATCH_RUNS_FORBIDDEN, count(settings.forbidden.len())),
        (m::MATCH_RUNS_COMPARE_PLACES, count(settings.places.len())),
    ]);
    rows
}

/// Who has somebody else.
#[component]
fn Differences(differences: Vec<Difference>, numbers: (i32, i32)) -> impl IntoView {
    let i18n = use_i18n();
    let mentor = |side: Option<SideMentor>| match side {
        Some(SideMentor { id, name, score }) => view! {
            <td>
                <a href=format!("/people/{id}") dir="auto">{name}</a>
                <span class="table__note">{i18n.n(m::MATCH_RUNS_COMPARE_POINTS, score.into(), &[])}</span>
            </td>
        }
        .into_any(),
        None => view! { <td class="muted">{i18n.t(m::MATCH_RUNS_TRY_NOBODY)}</td> }.into_any(),
    };
    let rows = differences
        .into_iter()
        .map(|Difference { mentee: (id, name), first, second }| {
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{id}") dir="auto">{name}</a></th>
                    {mentor(first)} {mentor(second)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=i18n.t(m::MATCH_RUNS_COMPARE_CHANGED)>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{i18n.t(m::ENROLMENTS_MENTEE)}</th>
                        <th scope="col">{run_name(i18n, numbers.0)}</th>
                        <th scope="col">{run_name(i18n, numbers.1)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn run_name(i18n: I18n, number: i32) -> String {
    i18n.f(m::MATCH_RUNS_RUN, &[("number", &i18n.number(number.into()))])
}

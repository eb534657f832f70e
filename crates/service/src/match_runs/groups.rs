//! A run's mentees in groups, and how well each fares: for a coordinator who wants to see whether anybody is left behind.

use crate::fit::Facts;
use crate::{Actor, Ctx, Error, access, reference};
use domain::PersonId;
use domain::match_runs::{GroupBy, GroupView, GroupsView};
use domain::people::Visibility;
use i18n::{I18n, m};
use std::collections::{BTreeMap, HashMap};
use store::match_runs;
use store::mentors::{ParticipantRow, Whom};
use use_case::use_case;

/// Steps of years of experience: each begins where the one before ends.
const YEARS: [i32; 4] = [0, 3, 6, 11];

/// The groups of a run's mentees. What somebody keeps to those close to them puts them among those who said nothing, and so does
/// nothing said.
///
/// # Errors
/// [`Error::NotFound`] when there is no such run or program for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn groups(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, by: GroupBy) -> Result<GroupsView, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let run = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    let pairs = match_runs::pairs(&mut tx, run.id).await?;
    let facts = Facts::read(&mut tx, Whom::Active(program.id)).await?;
    let mut scores: HashMap<PersonId, Option<i32>> = run.left_out.iter().map(|left| (left.mentee, None)).collect();
    scores.extend(pairs.iter().map(|pair| (pair.mentee_id, Some(pair.score))));
    let i18n = actor.i18n();
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for (row, score) in facts.rows.iter().filter_map(|row| Some((row, scores.get(&row.id)?))) {
        for name in names(i18n, by, row, &facts) {
            sums.entry(name).or_default().add(*score);
        }
    }
    let mut groups: Vec<GroupView> = sums.into_iter().map(|(name, sum)| sum.view(name)).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.mentees));
    Ok(GroupsView { by, groups })
}

#[derive(Default)]
struct Sum {
    mentees: u32,
    matched: u32,
    total: i64,
}

impl Sum {
    fn add(&mut self, score: Option<i32>) {
        self.mentees += 1;
        self.matched += u32::from(score.is_some());
        self.total += i64::from(score.unwrap_or(0));
    }

    fn view(self, name: String) -> GroupView {
        GroupView::new(name, self.mentees, self.matched, self.total)
    }
}

/// The groups that somebody is in.
fn names(i18n: I18n, by: GroupBy, row: &ParticipantRow, facts: &Facts) -> Vec<String> {
    let personal = row.visibility == Visibility::Shared;
    let name = match by {
        GroupBy::Language => {
            let codes = facts.languages(row.id).iter();
            let names: Vec<String> =
                codes.map(|code| reference::language_name(code, i18n.locale).map_or_else(|| code.clone(), str::to_owned)).collect();
            if !names.is_empty() {
                return names;
            }
            None
        }
        GroupBy::Country => row.country.as_deref().and_then(|code| reference::country_name(code, i18n.locale)).map(str::to_owned),
        GroupBy::Industry => row.industry.as_deref().and_then(|id| reference::industry_name(id, i18n.locale)).map(str::to_owned),
        GroupBy::Experience => row.experience_years.map(|years| step(i18n, years)),
    };
    vec![name.filter(|_| personal).unwrap_or_else(|| i18n.t(m::MATCH_RUNS_GROUP_NONE).to_owned())]
}

fn step(i18n: I18n, years: i32) -> String {
    let number = |years: i32| i18n.number(years.into());
    let at = YEARS.partition_point(|from| *from <= years);
    let from = at.checked_sub(1).and_then(|at| YEARS.get(at)).copied().unwrap_or(0);
    match YEARS.get(at) {
        Some(next) => i18n.f(m::MATCH_RUNS_GROUP_YEARS, &[("from", &number(from)), ("to", &number(next - 1))]),
        None => i18n.f(m::MATCH_RUNS_GROUP_YEARS_MORE, &[("from", &number(from))]),
    }
}

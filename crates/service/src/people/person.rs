//! Somebody's page, as far as the one who looks may see it.
//!
//! A person is there for whoever shares an organisation or a program with them, coordinates a program of theirs, takes part
//! in a program that they coordinate, or has been their mentor or mentee; and for themselves. For everybody else they aren't
//! there. The personal part is for all of those, or, if the person wishes, only for mentors, mentees and coordinators.

use super::words;
use crate::names::called;
use crate::tables::alone;
use crate::{Actor, Ctx, Error, Reader, fit, reference, skills};
use domain::fit::views::FitView;
use domain::people::views::{PersonPage, Personal, SharedProgram};
use domain::people::{SkillSide, Visibility, week};
use domain::programs::MatchingMode;
use domain::shared::Named;
use domain::{PersonId, people::WeeklySlot};
use i18n::I18n;
use store::people::ties::{self, Ties};
use store::people::{self, Profile};
use store::{Tx, programs};
use use_case::use_case;

/// Somebody's page.
///
/// # Errors
/// [`Error::NotFound`] when they aren't there for the one who looks.
#[use_case]
pub async fn person(ctx: &Ctx, actor: &Actor, id: PersonId) -> Result<PersonPage, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let own = actor.id == id;
    let ties = ties::between(&mut tx, actor.id, id).await?;
    if !own && !visible(&ties) {
        return Err(Error::NotFound);
    }
    let found = people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let left = found.name.is_empty();
    let profile = called(reader.i18n, found);
    let languages = people::languages(&mut tx, id).await?;
    let sides = people::skills(&mut tx, id).await?;
    let ids: Vec<String> = sides.iter().map(|(_, id)| id.clone()).collect();
    let names = skills::names(&mut tx, &ids, actor.locale).await?;
    let programs = ties::shared_programs(&mut tx, actor.id, id).await?;
    let i18n = reader.i18n;
    let fit = fit(ctx, &mut tx, actor, id, &programs, own || ties.mentorship_now).await?;
    let personal = (own || sees_personal(&profile, &ties)).then(|| personal(i18n, &profile));
    Ok(PersonPage {
        id,
        own,
        local_time: (!left).then(|| words::local_time(i18n, ctx.now(), reader.zone, &profile.zone, own)),
        speaks: words::speaks(i18n, &languages),
        skills_offered: side(&sides, &names, SkillSide::Offered),
        skills_wanted: side(&sides, &names, SkillSide::Wanted),
        country: profile.country.as_deref().and_then(|code| reference::country_name(code, actor.locale)).map(str::to_owned),
        personal,
        programs: programs.into_iter().map(|program| shared(program, own || ties.mentorship_now)).collect(),
        name: profile.name,
        picture: profile.picture_id,
        pronouns: profile.pronouns,
        headline: profile.headline,
        help_offered: profile.help_offered.0,
        help_wanted: profile.help_wanted.0,
        fit,
    })
}

/// Why they would be a fitting mentor for the reader, in the first program where the reader may ask them.
async fn fit(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    person: PersonId,
    programs: &[ties::SharedProgram],
    paired: bool,
) -> Result<Option<FitView>, Error> {
    let Some(first) = programs.iter().find(|program| may_ask(program, paired)) else { return Ok(None) };
    let Some(program) = programs::by_id(tx, first.id).await? else { return Ok(None) };
    Ok(fit::between(ctx, tx, &program, actor.id, person, actor.id, actor.i18n()).await?.fits())
}

const fn visible(ties: &Ties) -> bool {
    ties.organisation || ties.program || ties.coordinates || ties.coordinated || ties.mentorship
}

const fn sees_personal(profile: &Profile, ties: &Ties) -> bool {
    match profile.visibility {
        Visibility::Shared => true,
        Visibility::Close => ties.mentorship_now || ties.coordinates,
    }
}

/// The names of one side's skills, as they stand alone.
fn side(sides: &[(SkillSide, String)], names: &[Named], side: SkillSide) -> Vec<String> {
    let named = |id: &String| names.iter().find(|(other, _)| other == id).map(|(_, name)| alone(name));
    sides.iter().filter(|(other, _)| *other == side).filter_map(|(_, id)| named(id)).collect()
}

fn personal(i18n: I18n, profile: &Profile) -> Personal {
    Personal {
        about: profile.about.clone(),
        role_title: profile.role_title.clone(),
        industry: profile.industry.as_deref().and_then(|id| reference::industry_name(id, i18n.locale)).map(str::to_owned),
        experience_years: profile.experience_years,
        week: hours(&profile.availability),
    }
}

/// The hours of each day that has any.
fn hours(slots: &[WeeklySlot]) -> Vec<(u8, String)> {
    let slots = week::tidy(slots);
    let of_day = |day: u8| {
        let stretches: Vec<String> = slots.iter().filter(|slot| slot.weekday == day).map(words::stretch).collect();
        (!stretches.is_empty()).then(|| (day, stretches.join(", ")))
    };
    (0..7).filter_map(of_day).collect()
}

/// `never` when there is nothing to ask: of oneself, and of one's mentor or mentee.
/// Whether the one who looks may ask the other here; `never` when they are the same, or a pair already.
fn may_ask(program: &ties::SharedProgram, never: bool) -> bool {
    let asks = program.matching == MatchingMode::MenteesAsk && program.status.accepts_requests() && program.both_active;
    !never && asks && program.viewer_is_mentee && program.person_is_mentor
}

fn shared(program: ties::SharedProgram, never: bool) -> SharedProgram {
    SharedProgram {
        may_ask: may_ask(&program, never),
        slug: program.slug,
        name: program.name,
        as_mentor: program.person_is_mentor,
        as_mentee: program.person_is_mentee,
    }
}

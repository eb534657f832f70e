//! Saving one's profile, a section at a time.

use super::mark::Mark;
use super::mine::Mine;
use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error, reference, search, skills};
use domain::Problems;
use domain::events::EventKind;
use domain::people::views::{ChangedElsewhere, Saved, Sides};
use domain::people::{AboutDraft, Code, WorkDraft, check_help, check_visibility, check_week, week};
use i18n::Locale;
use store::{Tx, people, programs};
use use_case::use_case;

/// Saves who one is and where, with one's languages.
///
/// # Errors
/// Wrong fields; [`Error::Conflict`] with a [`ChangedElsewhere`] when the section isn't what the form was filled with.
#[use_case]
pub async fn save_about(ctx: &Ctx, actor: &Actor, mark: &str, form: AboutDraft) -> Result<Saved, Error> {
    let about = form.check(known)?;
    let mut tx = begin(ctx, actor, mark, Mine::about_mark).await?;
    people::set_about(&mut tx, actor.id, &about, ctx.now()).await?;
    finish(ctx, tx, actor, Mine::about_mark).await
}

/// Saves what one works as.
///
/// # Errors
/// As [`save_about`].
#[use_case]
pub async fn save_work(ctx: &Ctx, actor: &Actor, mark: &str, form: WorkDraft) -> Result<Saved, Error> {
    let work = form.check(known)?;
    let mut tx = begin(ctx, actor, mark, Mine::work_mark).await?;
    people::set_work(&mut tx, actor.id, &work, ctx.now()).await?;
    finish(ctx, tx, actor, Mine::work_mark).await
}

/// Saves the skills of both sides, as names between commas.
///
/// # Errors
/// As [`save_about`].
#[use_case]
pub async fn save_skills(ctx: &Ctx, actor: &Actor, mark: &str, form: Sides<String>) -> Result<Saved, Error> {
    let mut tx = begin(ctx, actor, mark, Mine::skills_mark).await?;
    let mut problems = Problems::default();
    let offered = problems.check("skills_offered", skills::resolve(ctx, &mut tx, actor, &form.offered).await?);
    let wanted = problems.check("skills_wanted", skills::resolve(ctx, &mut tx, actor, &form.wanted).await?);
    let (Some(offered), Some(wanted)) = (offered, wanted) else { return Err(problems.into()) };
    people::set_skills(&mut tx, actor.id, &offered, &wanted, ctx.now()).await?;
    finish(ctx, tx, actor, Mine::skills_mark).await
}

/// Saves the kinds of help of both sides.
///
/// # Errors
/// As [`save_about`].
#[use_case]
pub async fn save_help(ctx: &Ctx, actor: &Actor, mark: &str, form: Sides<Vec<String>>) -> Result<Saved, Error> {
    let (offered, wanted) = check_help(&form.offered, &form.wanted)?;
    let mut tx = begin(ctx, actor, mark, Mine::help_mark).await?;
    people::set_help(&mut tx, actor.id, &offered, &wanted, ctx.now()).await?;
    finish(ctx, tx, actor, Mine::help_mark).await
}

/// Saves the ticked boxes of the usual week. Boxes that stay as they were leave the stored minutes as they are.
///
/// # Errors
/// As [`save_about`].
#[use_case]
pub async fn save_week(ctx: &Ctx, actor: &Actor, mark: &str, boxes: &[String]) -> Result<Saved, Error> {
    let chosen = check_week(boxes)?;
    let mut tx = begin(ctx, actor, mark, Mine::week_mark).await?;
    let before = people::by_id(&mut tx, actor.id).await?.ok_or(Error::SignInNeeded)?;
    people::set_week(&mut tx, actor.id, &week::tick(&before.availability, &chosen), ctx.now()).await?;
    finish(ctx, tx, actor, Mine::week_mark).await
}

/// Saves who sees the personal part.
///
/// # Errors
/// As [`save_about`].
#[use_case]
pub async fn save_visibility(ctx: &Ctx, actor: &Actor, mark: &str, visibility: &str) -> Result<Saved, Error> {
    let visibility = check_visibility(visibility)?;
    let mut tx = begin(ctx, actor, mark, Mine::visibility_mark).await?;
    people::set_visibility(&mut tx, actor.id, visibility, ctx.now()).await?;
    finish(ctx, tx, actor, Mine::visibility_mark).await
}

fn known(code: Code<'_>) -> bool {
    match code {
        Code::Country(code) => reference::country_name(code, Locale::En).is_some(),
        Code::Language(code) => reference::language_name(code, Locale::En).is_some(),
        Code::Industry(id) => reference::industry_name(id, Locale::En).is_some(),
        Code::Zone(zone) => zone.parse::<chrono_tz::Tz>().is_ok(),
    }
}

/// Holds the profile, if the section is still what the form was filled with.
async fn begin(ctx: &Ctx, actor: &Actor, mark: &str, of: fn(&Mine) -> Mark) -> Result<Tx, Error> {
    let mut tx = ctx.write().await?;
    let before = Mine::lock(&mut tx, actor.id).await?;
    let now = of(&before);
    let fields = now.changed_since(mark);
    if fields.is_empty() {
        return Ok(tx);
    }
    let elsewhere = ChangedElsewhere { mark: now.to_string(), fields };
    Err(match serde_json::to_string(&elsewhere) {
        Ok(json) => Error::Conflict(json),
        Err(error) => Error::Internal(error.to_string()),
    })
}

/// Tells everybody whom it concerns, and says what the section is now.
async fn finish(ctx: &Ctx, mut tx: Tx, actor: &Actor, of: fn(&Mine) -> Mark) -> Result<Saved, Error> {
    changed(ctx, &mut tx, actor).await?;
    let now = Mine::load(&mut tx, actor.id).await?;
    tx.commit().await?;
    Ok(Saved { mark: of(&now).to_string(), missing: now.missing() })
}

/// A profile has changed: its words are found anew, lists of mentors are made anew, and the stream of events has it.
pub(super) async fn changed(ctx: &Ctx, tx: &mut Tx, actor: &Actor) -> Result<(), Error> {
    programs::touch_rosters_of(tx, actor.id).await?;
    search::index_person(tx, actor.id).await?;
    let new_event = Event { actor: Some(actor.id), subject: Some(actor.id.0), ..Event::of(EventKind::ProfileChanged) };
    announce::event(ctx, tx, new_event).await
}

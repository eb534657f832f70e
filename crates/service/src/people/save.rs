//! Saving one's profile: its form is checked, joined with what was changed elsewhere meanwhile, and written.

use super::mark;
use super::mine::{Content, Mine};
use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error, reference, search, skills};
use domain::Problems;
use domain::events::EventKind;
use domain::people::views::{ChangedElsewhere, Saved};
use domain::people::{Code, ProfileDraft, SkillSide, check_help, check_visibility, check_week, week};
use domain::problem::ProblemCode;
use domain::skills::typed;
use i18n::Locale;
use store::{Tx, people, programs};
use use_case::use_case;

/// Saves one's profile. What was changed elsewhere since the form was filled, and isn't changed in it, stays as it is there.
///
/// # Errors
/// Wrong fields; [`Error::Conflict`] with a [`ChangedElsewhere`] where the same fields were changed in both places.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, mark: &str, form: ProfileDraft) -> Result<Saved, Error> {
    let mut tx = ctx.write().await?;
    let before = Mine::lock(&mut tx, actor.id).await?;
    let form = checked(ctx, &mut tx, actor, &before, &form).await?;
    let now = before.content();
    let joined = mark::join(mark, &now, &form).map_err(changed_elsewhere)?;
    let joined: Content = serde_json::from_value(joined).map_err(|error| Error::Internal(error.to_string()))?;
    write(ctx, &mut tx, actor, &before, &joined).await?;
    let missing = if joined == now {
        before.missing()
    } else {
        changed(ctx, &mut tx, actor).await?;
        Mine::load(&mut tx, actor.id).await?.missing()
    };
    tx.commit().await?;
    // The form goes on showing what it holds, also where something else is kept.
    Ok(Saved { mark: mark::mark(&form), missing })
}

/// What the form is worth; its problems in the order in which it shows the fields.
async fn checked(ctx: &Ctx, tx: &mut Tx, actor: &Actor, before: &Mine, form: &ProfileDraft) -> Result<Content, Error> {
    let mut problems = Problems::default();
    let about = fine(&mut problems, form.about.check(known));
    let names = before.skill_names(tx, actor.locale).await?;
    let offered = skills_of(ctx, tx, actor, &form.skills_offered, &names.offered, before.skills(SkillSide::Offered)).await?;
    let skills_offered = problems.check("skills_offered", offered);
    let wanted = skills_of(ctx, tx, actor, &form.skills_wanted, &names.wanted, before.skills(SkillSide::Wanted)).await?;
    let skills_wanted = problems.check("skills_wanted", wanted);
    let help = fine(&mut problems, check_help(&form.help_offered, &form.help_wanted));
    let week = fine(&mut problems, check_week(&form.week));
    let work = fine(&mut problems, form.work.check(known));
    let visibility = fine(&mut problems, check_visibility(&form.visibility));
    match (about, skills_offered, skills_wanted, help, week, work, visibility) {
        (
            Some(about),
            Some(skills_offered),
            Some(skills_wanted),
            Some((help_offered, help_wanted)),
            Some(week),
            Some(work),
            Some(visibility),
        ) => {
            let content = Content { about, work, skills_offered, skills_wanted, help_offered, help_wanted, week, visibility };
            Ok(content.in_order())
        }
        _ => Err(problems.into()),
    }
}

/// Keeps the value, or notes the problems.
fn fine<T>(problems: &mut Problems, checked: Result<T, Problems>) -> Option<T> {
    checked.map_err(|more| problems.0.extend(more.0)).ok()
}

/// The ids of the skills in a text. The names that the form was filled with mean what they meant, whatever else has that name.
async fn skills_of(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    text: &str,
    shown: &[String],
    ids: Vec<String>,
) -> Result<Result<Vec<String>, ProblemCode>, Error> {
    if typed(text).is_ok_and(|names| names == shown) { Ok(Ok(ids)) } else { skills::resolve(ctx, tx, actor, text).await }
}

/// Writes the parts that are not as they were.
async fn write(ctx: &Ctx, tx: &mut Tx, actor: &Actor, before: &Mine, content: &Content) -> Result<(), Error> {
    let (now, at) = (before.content(), ctx.now());
    if content.about != now.about {
        people::set_about(tx, actor.id, &content.about, at).await?;
    }
    if content.work != now.work {
        people::set_work(tx, actor.id, &content.work, at).await?;
    }
    if (&content.skills_offered, &content.skills_wanted) != (&now.skills_offered, &now.skills_wanted) {
        people::set_skills(tx, actor.id, &content.skills_offered, &content.skills_wanted, at).await?;
    }
    if (&content.help_offered, &content.help_wanted) != (&now.help_offered, &now.help_wanted) {
        people::set_help(tx, actor.id, &content.help_offered, &content.help_wanted, at).await?;
    }
    if content.week != now.week {
        // Boxes that stay as they were leave the stored minutes as they are.
        people::set_week(tx, actor.id, &week::tick(&before.profile.availability, &content.week), at).await?;
    }
    if content.visibility != now.visibility {
        people::set_visibility(tx, actor.id, content.visibility, at).await?;
    }
    Ok(())
}

fn known(code: Code<'_>) -> bool {
    match code {
        Code::Country(code) => reference::country_name(code, Locale::En).is_some(),
        Code::Language(code) => reference::language_name(code, Locale::En).is_some(),
        Code::Industry(id) => reference::industry_name(id, Locale::En).is_some(),
        Code::Zone(zone) => zone.parse::<chrono_tz::Tz>().is_ok(),
    }
}

fn changed_elsewhere(elsewhere: ChangedElsewhere) -> Error {
    match serde_json::to_string(&elsewhere) {
        Ok(json) => Error::Conflict(json),
        Err(error) => Error::Internal(error.to_string()),
    }
}

/// A profile has changed: its words are found anew, lists of mentors are made anew, and the stream of events has it.
pub(super) async fn changed(ctx: &Ctx, tx: &mut Tx, actor: &Actor) -> Result<(), Error> {
    programs::touch_rosters_of(tx, actor.id).await?;
    search::index_person(tx, actor.id).await?;
    let new_event = Event { actor: Some(actor.id), subject: Some(actor.id.0), ..Event::of(EventKind::ProfileChanged) };
    announce::event(ctx, tx, new_event).await
}

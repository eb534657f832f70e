//! Somebody's preferences as their own page shows them.

use super::preferred;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, access, skills, tables};
use domain::enrolments::EnrolmentStatus;
use domain::limits::LINE_MAX;
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::{MatchPreferencesPage, MenteeCard, MenteesFound};
use domain::shared::Face;
use domain::{PersonId, ProgramId};
use store::{Tx, match_preferences};
use use_case::use_case;

/// Mentees that a mentor is shown at once; a search finds the others.
const SHOWN: i64 = 24;
/// So many wanted skills stand beside a mentee.
const SKILLS: usize = 4;

/// The actor's lists in a program, and for a mentor the mentees whom they can name, by a part of their name.
///
/// Of a mentee there is what their page shows to everybody in the program: name, photo, headline and the skills they want. What they
/// keep to those close to them is not in it, so their visibility changes nothing here.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they take no part in it.
#[use_case]
pub async fn page(ctx: &Ctx, actor: &Actor, slug: &str, words: &str) -> Result<MatchPreferencesPage, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?;
    let enrolment = access.participant().ok_or(Error::Forbidden)?;
    let program = &access.program;
    let over = program.status.is_over();
    let all = match_preferences::of(&mut tx, program.id, actor.id).await?;
    let found = if enrolment.as_mentor && !over { mentees(&mut tx, actor, program.id, words).await? } else { MenteesFound::default() };
    Ok(MatchPreferencesPage {
        program: program_ref(program),
        over,
        paused: enrolment.status == EnrolmentStatus::Paused,
        mentors: enrolment.as_mentee.then(|| preferred(&all, PreferenceSide::Mentors)),
        mentees: enrolment.as_mentor.then(|| preferred(&all, PreferenceSide::Mentees)),
        found,
    })
}

async fn mentees(tx: &mut Tx, actor: &Actor, program: ProgramId, words: &str) -> Result<MenteesFound, Error> {
    let words: String = words.trim().chars().take(LINE_MAX).collect();
    let rows = match_preferences::mentees(tx, program, actor.id, &words, SHOWN).await?;
    let all = match_preferences::count_mentees(tx, program, actor.id, &words).await?;
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    let wanted = match_preferences::wanted(tx, &ids).await?;
    let named: Vec<String> = wanted.iter().map(|(_, skill)| skill.clone()).collect();
    let names = skills::names(tx, &named, actor.locale).await?;
    let wants = |person: PersonId| {
        let of_person = wanted.iter().filter(|(other, _)| *other == person);
        let name = |id: &String| names.iter().find(|(other, _)| other == id).map(|(_, name)| tables::alone(name));
        of_person.filter_map(|(_, id)| name(id)).take(SKILLS).collect()
    };
    let shown = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let card = |row: match_preferences::Mentee| MenteeCard {
        wants: wants(row.id),
        face: Face { id: row.id, name: row.name, headline: row.headline, picture: row.picture_id },
    };
    Ok(MenteesFound { words, cards: rows.into_iter().map(card).collect(), more: (all - shown).max(0) })
}

//! Everybody in a program as a run needs them: a fixed number of statements, however many there are.

use super::preferences;
use crate::fit::Facts;
use crate::{Actor, Ctx, Error, access};
use domain::PersonId;
use domain::fit::{Criterion, Features, Vocabulary};
use pairing::{Mentee, Mentor, People};
use std::collections::HashMap;
use store::match_runs::people;
use store::mentors::Whom;
use store::programs::Program;
use store::{Tx, match_preferences};
use use_case::use_case;

/// What is known of a program's active participants.
#[derive(Debug)]
pub(super) struct Known {
    /// Those who wait and those who may be given a mentee.
    pub people: People,
    /// Everybody as the fit sees them.
    pub features: HashMap<PersonId, Features>,
    /// The numbers in the features.
    pub vocabulary: Vocabulary,
    /// Names of skills that people added.
    pub added: HashMap<String, String>,
}

impl Known {
    /// Reads it.
    #[use_case]
    pub async fn read(ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<Self, Error> {
        let facts = Facts::read(tx, Whom::Active(program.id)).await?;
        let added = facts.added_skills(tx).await?;
        let mut vocabulary = Vocabulary::default();
        let mut features: HashMap<PersonId, Features> =
            facts.rows.iter().map(|row| (row.id, facts.features(&mut vocabulary, row, ctx.now(), false))).collect();
        preferences::put(&mut features, &match_preferences::of_program(tx, program.id).await?);
        let mut organisations: HashMap<PersonId, Vec<u16>> = HashMap::new();
        let mut numbers = domain::fit::Interner::default();
        for (person, organisation) in people::organisations(tx, program.id).await? {
            if let Some(number) = numbers.intern(&organisation) {
                organisations.entry(person).or_default().push(number);
            }
        }
        let mut people = People::default();
        let rows: HashMap<PersonId, &store::mentors::ParticipantRow> = facts.rows.iter().map(|row| (row.id, row)).collect();
        for part in people::parts(tx, program.id).await? {
            let Some(row) = rows.get(&part.person_id) else { continue };
            let features = || features.get(&row.id).cloned().unwrap_or_default();
            let organisations = || organisations.get(&row.id).cloned().unwrap_or_default();
            let (id, name) = (row.id, &row.name);
            if part.as_mentee && !part.placed {
                let ranking: Vec<Criterion> = row.criteria.iter().filter_map(|word| word.parse().ok()).collect();
                people.mentees.push(Mentee { id, name: name.clone(), features: features(), ranking, organisations: organisations() });
            }
            if part.as_mentor {
                let has = i32::try_from(row.taken).unwrap_or(i32::MAX);
                let (name, capacity) = (name.clone(), row.capacity);
                people.mentors.push(Mentor { id, name, features: features(), organisations: organisations(), capacity, has });
            }
        }
        for past in people::past(tx, program.id).await? {
            if let (Some(mentee), Some(mentor)) = (people.mentee(past.mentee_id), people.mentor(past.mentor_id)) {
                if past.declined { &mut people.declined } else { &mut people.met }.push((mentee, mentor));
            }
        }
        people.declined.sort_unstable();
        people.met.sort_unstable();
        Ok(Self { people, features, vocabulary, added })
    }
}

/// Who a run looks at, for the coordinator's own browser to try settings: what counts in the fit, in numbers, with preferences. What somebody keeps
/// to those close to them is not in it.
///
/// # Errors
/// Not a coordinator, a program that isn't there for the one who asks, or more people than a browser should pair.
#[use_case]
pub async fn people(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<People, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let people = Known::read(ctx, &mut tx, &program).await?.people;
    if fits_a_browser(&people) { Ok(people) } else { Err(Error::Refused(domain::Refusal::TooManyToTry)) }
}

/// Whether a browser can pair them while somebody waits.
pub(super) fn fits_a_browser(people: &People) -> bool {
    people.mentees.len().saturating_mul(people.mentors.len()) <= super::TRY_HERE
}

//! Enrolling people with what a file says about them: a fixed number of statements, however many they are.

use crate::questions::{asked_by, still_answers};
use crate::{Ctx, Error, search};
use domain::enrolments::EnrolmentStatus;
use domain::imports::Enrolling;
use domain::people::SkillSide;
use domain::{EnrolmentId, PersonId};
use std::collections::HashSet;
use store::bulk::{self, Answered, Language, Skill};
use store::enrolments::Enrolment;
use store::people::Filling;
use store::programs::{self, Program};
use store::{Json, Tx, enrolments, people};

/// Enrols people, whose skills are ids, and fills what is empty in their profiles. Says who was enrolled: whoever had an
/// enrolment already stays as they are. A coordinator stands behind each, so nobody waits for approval.
///
/// The enrolments come first and the program last, as in every other act, so that two acts don't wait for each other.
pub(super) async fn enrol(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mut who: Vec<(PersonId, Enrolling)>,
) -> Result<Vec<(PersonId, EnrolmentId)>, Error> {
    if who.is_empty() {
        return Ok(Vec::new());
    }
    who.sort_by_key(|(person, _)| *person);
    let now = ctx.now();
    let row = |(person, said): &(PersonId, Enrolling)| Enrolment {
        id: ctx.id(),
        program_id: program.id,
        person_id: *person,
        status: EnrolmentStatus::Active,
        as_mentor: said.as_mentor,
        as_mentee: said.as_mentee,
        capacity: said.capacity,
        criteria: Json(Vec::new()),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let rows: Vec<Enrolment> = who.iter().map(row).collect();
    let written: HashSet<PersonId> = enrolments::insert_many(tx, &rows).await?.into_iter().collect();
    who.retain(|(person, _)| written.contains(person));
    let enrolled: Vec<(PersonId, EnrolmentId)> =
        rows.iter().filter(|row| written.contains(&row.person_id)).map(|row| (row.person_id, row.id)).collect();
    answers(tx, program, &who, &enrolled).await?;
    profiles(ctx, tx, &who).await?;
    if !enrolled.is_empty() {
        programs::touch_roster(tx, program.id).await?;
    }
    Ok(enrolled)
}

async fn answers(tx: &mut Tx, program: &Program, who: &[(PersonId, Enrolling)], enrolled: &[(PersonId, EnrolmentId)]) -> Result<(), Error> {
    if who.iter().all(|(_, said)| said.answers.is_empty()) {
        return Ok(());
    }
    let asked = asked_by(tx, program).await?;
    let mut rows = Vec::new();
    for ((_, said), (_, enrolment)) in who.iter().zip(enrolled) {
        for (question, answer) in &said.answers {
            // A question may have changed since somebody was invited.
            if asked.iter().any(|asked| asked.id == *question && still_answers(asked, answer)) {
                rows.push(Answered { enrolment_id: *enrolment, question_id: *question, body: answer.clone() });
            }
        }
    }
    Ok(bulk::answers(tx, &rows).await?)
}

/// Fills what is empty: the profile is held first, as whoever changes theirs does.
async fn profiles(ctx: &Ctx, tx: &mut Tx, who: &[(PersonId, Enrolling)]) -> Result<(), Error> {
    let filling = |(person, said): &(PersonId, Enrolling)| {
        let said = Filling {
            headline: said.headline.clone(),
            role_title: said.job.clone(),
            industry: said.industry.clone(),
            country: said.country.clone(),
            zone: said.zone.clone(),
            experience_years: said.years,
        };
        (*person, said)
    };
    let told = |(_, said): &&(PersonId, Enrolling)| !said.languages.is_empty() || !said.offered.is_empty() || !said.wanted.is_empty();
    let fillings: Vec<(PersonId, Filling)> =
        who.iter().filter(|one| told(one) || filling(one).1 != Filling::default()).map(filling).collect();
    people::fill(tx, &fillings, ctx.now()).await?;
    let ids: Vec<PersonId> = fillings.iter().map(|(person, _)| *person).collect();
    let (speaking, skilled) = people::said(tx, &ids).await?;
    let (mut languages, mut skills) = (Vec::new(), Vec::new());
    for (person, said) in who {
        if !speaking.contains(person) {
            let all = (0..).zip(&said.languages);
            languages.extend(all.map(|(position, language)| Language { person_id: *person, language: language.clone(), position }));
        }
        for (side, ids) in [(SkillSide::Offered, &said.offered), (SkillSide::Wanted, &said.wanted)] {
            if !skilled.contains(&(*person, side)) {
                let all = (0..).zip(ids);
                skills.extend(all.map(|(position, id)| Skill { person_id: *person, side, skill_id: id.clone(), position }));
            }
        }
    }
    bulk::languages(tx, &languages).await?;
    bulk::skills(tx, &skills).await?;
    search::index_people(tx, &ids).await
}

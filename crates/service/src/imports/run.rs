//! Enrolling and inviting the people of a file's right rows.

use super::enrol::enrol;
use super::look::{Look, Outcome, enter, held, invited, may_import, skills_of};
use crate::announce::{Batch, Happening, Recipient};
use crate::mail::Letter;
use crate::organisations::{accounts_of, new_invitation};
use crate::{Actor, Ctx, Error, enrolments};
use domain::accounts::email_key;
use domain::imports::Enrolling;
use domain::organisations::OrgRole;
use domain::problem::{ProblemCode, Problems};
use domain::programs::Answer;
use domain::{ImportId, InvitationId, OrganisationId, PersonId};
use i18n::{Locale, m};
use serde_json::json;
use store::bulk::{self, Invited};
use store::imports::{Done, Line};
use store::programs::{self, Program};
use store::requests::parties;
use store::{Json, Tx, imports, organisations};
use use_case::use_case;

/// Enrols who is a member of the organisation and invites everybody else; the wrong rows stay to be put right. A row whose
/// person takes part or is invited already changes nothing, so the same file may come twice.
///
/// # Errors
/// Not a coordinator, a program that takes nobody in, columns by which nobody can be enrolled, or another file than the form's.
#[use_case]
pub async fn run(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let organisation = may_import(&program)?;
    let import = held(ctx, &mut tx, actor, &program, id).await?;
    let mut look = Look::at(ctx, &mut tx, actor, &program, organisation, import).await?;
    if look.problem.is_some() {
        return Err(Problems::one("columns", ProblemCode::Required).into());
    }
    let right = std::mem::take(&mut look.judged.right);
    let used = right.iter().zip(&look.outcomes).filter(|(_, outcome)| matches!(outcome, Outcome::Enrol(_) | Outcome::Invite));
    let used: Vec<String> = used.flat_map(|((_, person), _)| skills_of(person).map(str::to_owned)).collect();
    look.names.add(ctx, &mut tx, actor, organisation, used.iter().map(String::as_str)).await?;
    let all = right.len();
    let (mut to_enrol, mut to_invite) = (Vec::new(), Vec::new());
    for ((_, person), outcome) in right.into_iter().zip(&look.outcomes) {
        let person = with_ids(person, &look);
        match outcome {
            Outcome::Enrol(id) => to_enrol.push((*id, person)),
            Outcome::Invite => to_invite.push(person),
            Outcome::TakesPart | Outcome::Left | Outcome::Invited => {}
        }
    }
    let mut batch = Batch::default();
    let enrolled = enrol(ctx, &mut tx, &program, to_enrol).await?;
    // Held after the enrolments, as in every act; what was seen before may have changed meanwhile.
    let program = programs::lock(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    may_import(&program)?;
    let people: Vec<PersonId> = enrolled.iter().map(|(person, _)| *person).collect();
    enrolments::welcomed(ctx, &mut batch, &program, actor.id, &enrolled, &parties(&mut tx, &people).await?);
    let invited = invite(ctx, &mut tx, &mut batch, actor, &program, organisation, to_invite).await?;
    if invited + enrolled.len() > 0 {
        let body = json!({ "enrolled": enrolled.len(), "invited": invited });
        let happening = happening(actor, &program, "program.imported");
        batch.event(ctx, Happening { subject: Some(program.id.0), body: Some(body), ..happening });
    }
    batch.write(&mut tx).await?;
    let done = Done { enrolled: enrolled.len(), invited, unchanged: all - enrolled.len() - invited };
    keep_wrong(&mut tx, look, done).await?;
    Ok(tx.commit().await?)
}

fn happening(actor: &Actor, program: &Program, kind: &'static str) -> Happening {
    Happening { kind, actor: Some(actor.id), organisation: program.organisation_id, program: Some(program.id), subject: None, body: None }
}

/// Somebody's row with the ids of their skills.
fn with_ids(mut person: Enrolling, look: &Look) -> Enrolling {
    person.offered = look.names.ids(&person.offered);
    person.wanted = look.names.ids(&person.wanted);
    for (_, answer) in &mut person.answers {
        if let Answer::Skills(names) = answer {
            *names = look.names.ids(names);
        }
    }
    person
}

/// Invites people who aren't yet, and says how many that were.
async fn invite(
    ctx: &Ctx,
    tx: &mut Tx,
    batch: &mut Batch,
    actor: &Actor,
    program: &Program,
    organisation: OrganisationId,
    mut people: Vec<Enrolling>,
) -> Result<usize, Error> {
    if people.is_empty() {
        return Ok(0);
    }
    // Looked at again now that the program is held: another coordinator may have had the same file.
    let before = invited(ctx, tx, program).await?;
    people.retain(|person| !before.contains(&email_key(&person.email)));
    let addresses: Vec<String> = people.iter().map(|person| person.email.clone()).collect();
    let house = organisations::by_id(tx, organisation).await?.ok_or(Error::NotFound)?;
    let accounts = accounts_of(tx, &addresses).await?;
    let (mut invitations, mut kept): (Vec<Invited>, Vec<(InvitationId, Enrolling)>) = (Vec::new(), Vec::new());
    for person in people {
        let (invitation, token) = new_invitation(ctx, actor, organisation, Some(program.id), OrgRole::Member, Some(person.email.clone()));
        let account = accounts.get(&email_key(&person.email));
        // In the language of the account that has the address, which only its owner sees.
        let locale = account.and_then(|account| Locale::from_tag(&account.locale)).unwrap_or(actor.locale);
        let name = account.map(|account| account.name.clone()).or_else(|| person.name.clone());
        let to = Recipient { name: name.unwrap_or_else(|| person.email.clone()), email: person.email.clone(), locale };
        let letter = Letter {
            subject: m::IMPORTS_MAIL_SUBJECT,
            body: &[m::IMPORTS_MAIL_BODY, m::ORGANISATIONS_MAIL_LIFE],
            quote: None,
            action: Some((m::ORGANISATIONS_MAIL_ACTION, &format!("/invite/{}", token.secret))),
            args: &[("name", &actor.name), ("program", &program.name), ("organisation", &house.name)],
        };
        batch.mail(ctx, &to, &letter);
        batch.event(ctx, Happening { subject: Some(invitation.id.0), ..happening(actor, program, "member.invited") });
        kept.push((invitation.id, person));
        invitations.push(Invited { invitation, token_hash: token.hash });
    }
    bulk::invitations(tx, &invitations).await?;
    imports::keep_invited(tx, &kept).await?;
    Ok(kept.len())
}

/// What is left of the file are its wrong rows.
async fn keep_wrong(tx: &mut Tx, look: Look, done: Done) -> Result<(), Error> {
    let mut import = look.import;
    let lines: Vec<Line> = look.judged.wrong.iter().filter_map(|(place, _)| import.lines.0.get(*place).cloned()).collect();
    let before = import.done.map_or(Done { enrolled: 0, invited: 0, unchanged: 0 }, |done| done.0);
    import.lines = Json(lines);
    import.done = Some(Json(Done {
        enrolled: before.enrolled + done.enrolled,
        invited: before.invited + done.invited,
        unchanged: before.unchanged + done.unchanged,
    }));
    // Read again, the file would hold everybody once more.
    imports::keep_bytes(tx, import.id, None).await?;
    Ok(imports::replace(tx, &import).await?)
}

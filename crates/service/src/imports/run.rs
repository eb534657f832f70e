//! Enrolling and inviting the people of a file's right rows.

use super::enrol::enrol;
use super::preview::{ImportPreview, Outcome, enter, invited, locked_import, may_import, skills_of};
use crate::announce::{Batch, Event};
use crate::invitations::{Paces, accounts_of, new_invitation};
use crate::mail::{EmailTemplate, Recipient};
use crate::{Actor, Ctx, Error, enrolments};
use domain::accounts::email_key;
use domain::events::EventKind;
use domain::imports::Enrolling;
use domain::organisations::OrgRole;
use domain::problem::{ProblemCode, Problems};
use domain::programs::Answer;
use domain::{ImportId, InvitationId, OrganisationId, PersonId};
use i18n::{Locale, m};
use serde_json::json;
use store::bulk::{self, InvitationMail, Invited};
use store::imports::{Done, Line};
use store::programs::{self, Program};
use store::requests::parties;
use store::{Json, Tx, imports, organisations};
use use_case::use_case;

/// So often a file is judged again that changed meanwhile.
const ATTEMPTS: usize = 3;

/// Enrols who is a member of the organisation and invites everybody else; the wrong rows stay to be put right. A row whose
/// person takes part or is invited already changes nothing, so the same file may come twice.
///
/// The rows are judged before anything is held, as that takes as long as the file is large; what is then written is what was
/// judged, or it is judged again.
///
/// # Errors
/// Not a coordinator, a program that takes nobody in, columns by which nobody can be enrolled, or another file than the form's.
#[use_case]
pub async fn run(ctx: &Ctx, actor: &Actor, slug: &str, id: ImportId) -> Result<(), Error> {
    for _ in 0..ATTEMPTS {
        let mut tx = ctx.read().await?;
        let program = enter(&mut tx, actor, slug).await?;
        may_import(&program)?;
        let import = imports::of(&mut tx, program.id, actor.id, ctx.now()).await?.ok_or(Error::NotFound)?;
        if import.id != id {
            break;
        }
        let preview = ImportPreview::read(tx, import, &program, actor.locale).await?;
        if preview.problem.is_some() {
            return Err(Problems::one("columns", ProblemCode::Required).into());
        }
        if write(ctx, actor, slug, &program, preview).await? {
            return Ok(());
        }
    }
    Err(Error::Conflict(String::new()))
}

/// Enrols and invites; `false` when the file is no longer what was judged.
async fn write(ctx: &Ctx, actor: &Actor, slug: &str, seen: &Program, mut preview: ImportPreview) -> Result<bool, Error> {
    let mut tx = ctx.write().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let organisation = may_import(&program)?;
    let import = locked_import(ctx, &mut tx, actor, &program, preview.import.id).await?;
    if import != preview.import || program.default_capacity != seen.default_capacity {
        return Ok(false);
    }
    preview.compare(ctx, &mut tx, actor, &program, organisation).await?;
    let right = std::mem::take(&mut preview.judged.right);
    let used = right.iter().zip(&preview.outcomes).filter(|(_, outcome)| matches!(outcome, Outcome::Enrol(_) | Outcome::Invite));
    let used: Vec<String> = used.flat_map(|((_, person), _)| skills_of(person).map(str::to_owned)).collect();
    preview.names.add(ctx, &mut tx, actor, organisation, used.iter().map(String::as_str)).await?;
    let all = right.len();
    let (mut to_enrol, mut to_invite) = (Vec::new(), Vec::new());
    for ((_, person), outcome) in right.into_iter().zip(&preview.outcomes) {
        let person = with_ids(person, &preview);
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
        batch.event(ctx, Event::in_program(&program, EventKind::ProgramImported, Some(actor.id), program.id.0).with(body));
    }
    batch.write(&mut tx).await?;
    let done = Done { enrolled: enrolled.len(), invited, unchanged: all - enrolled.len() - invited };
    keep_wrong(&mut tx, preview, done).await?;
    tx.commit().await?;
    Ok(true)
}

/// Somebody's row with the ids of their skills.
fn with_ids(mut person: Enrolling, preview: &ImportPreview) -> Enrolling {
    person.offered = preview.names.ids(&person.offered);
    person.wanted = preview.names.ids(&person.wanted);
    for (_, answer) in &mut person.answers {
        if let Answer::Skills(names) = answer {
            *names = preview.names.ids(names);
        }
    }
    person
}

/// Invites people who aren't yet, and says how many that were. Mails beyond the quotas of the day leave later.
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
    let keys: Vec<String> = addresses.iter().map(|address| email_key(address)).collect();
    let house = organisations::by_id(tx, organisation).await?.ok_or(Error::NotFound)?;
    let accounts = accounts_of(tx, &addresses).await?;
    let mut paces = Paces::lock(ctx, tx, organisation, actor.id, &keys).await?;
    let (mut invitations, mut mails) = (Vec::new(), Vec::new());
    let mut kept: Vec<(InvitationId, Enrolling)> = Vec::new();
    for (person, key) in people.into_iter().zip(keys) {
        let (mut invitation, token) =
            new_invitation(ctx, actor, organisation, Some(program.id), OrgRole::Member, Some(person.email.clone()));
        let leaves_at = paces.next(ctx.now(), &key);
        // It is good for as long after it has left as any other.
        invitation.expires_at += leaves_at - ctx.now();
        let account = accounts.get(&key);
        // In the language of the account that has the address, which only its owner sees.
        let locale = account.and_then(|account| Locale::from_tag(&account.locale)).unwrap_or(actor.locale);
        // Never by the name in the file: whoever fills it in would write the first line of a mail to strangers.
        let name = account.map_or_else(|| person.email.clone(), |account| account.name.clone());
        let to = Recipient { name, email: person.email.clone(), locale };
        let template = EmailTemplate {
            subject: m::IMPORTS_MAIL_SUBJECT,
            body: &[m::IMPORTS_MAIL_BODY, m::ORGANISATIONS_MAIL_LIFE],
            quote: None,
            action: Some((m::ORGANISATIONS_MAIL_ACTION, &format!("/invite/{}", token.secret))),
            args: &[("name", &actor.name), ("program", &program.name), ("organisation", &house.name)],
        };
        let mail = batch.mail_at(ctx, &to, &template, leaves_at);
        mails.push(InvitationMail {
            mail_id: mail,
            invitation_id: invitation.id,
            organisation_id: organisation,
            sent_by: actor.id,
            email_key: key,
            leaves_at,
        });
        batch.event(ctx, Event::in_program(program, EventKind::MemberInvited, Some(actor.id), invitation.id.0));
        kept.push((invitation.id, person));
        invitations.push(Invited { invitation, token_hash: token.hash });
    }
    bulk::invitations(tx, &invitations).await?;
    bulk::invitation_mails(tx, &mails).await?;
    imports::keep_invited(tx, &kept).await?;
    Ok(kept.len())
}

/// What is left of the file are its wrong rows.
async fn keep_wrong(tx: &mut Tx, preview: ImportPreview, done: Done) -> Result<(), Error> {
    let mut import = preview.import;
    let lines: Vec<Line> = preview.judged.wrong.iter().filter_map(|(place, _)| import.lines.0.get(*place).cloned()).collect();
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

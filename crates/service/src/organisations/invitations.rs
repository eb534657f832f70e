//! Invitations: by mail for one person each, by link for many; what one says to whoever opens it, and accepting.

use super::access::{event, manager, new_event};
use crate::accounts::{INVITE_BY_ORGANISATION, INVITE_BY_PERSON, INVITE_PER_ADDRESS, INVITE_PER_PERSON, verified};
use crate::announce::Batch;
use crate::invitations::{GOOD_FOR, accounts_of, new_invitation};
use crate::mail::{EmailTemplate, Recipient};
use crate::{Actor, Ctx, Error, imports, tokens};
use domain::accounts::email_key;
use domain::events::EventKind;
use domain::organisations::views::InvitationPage;
use domain::organisations::{OrgRole, addresses};
use domain::problem::{ProblemCode, Problems};
use domain::{InvitationId, MailId, OrganisationId, Refusal};
use i18n::{Locale, m};
use store::Tx;
use store::accounts::{self, Account};
use store::bulk::{self, InvitationMail, Invited};
use store::organisations::invitations::{self as rows, Invitation};
use store::organisations::{self, Organisation, invitation_mails, members};
use store::{enrolments, programs};
use use_case::use_case;

/// Invites people by mail: one or several addresses. Each gets an invitation of their own, good for one person.
///
/// # Errors
/// Not somebody who manages the organisation, what is wrong with the form, or too many mails.
#[use_case]
pub async fn invite_by_mail(ctx: &Ctx, actor: &Actor, slug: &str, emails: &str, role: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (organisation, own) = manager(&mut tx, actor, slug).await?;
    let mut problems = Problems::default();
    let emails = problems.check("emails", addresses(emails));
    let role = problems.check("role", role_to_give(own, role));
    let (Some(emails), Some(role)) = (emails, role) else { return Err(problems.into()) };
    within_limits(ctx, actor, organisation.id, &emails)?;
    let known = accounts_of(&mut tx, &emails).await?;
    let (mut invited, mut mails, mut batch) = (Vec::new(), Vec::new(), Batch::default());
    for email in &emails {
        let (invitation, token) = new_invitation(ctx, actor, organisation.id, None, role, Some(email.clone()));
        let mail = put_mail(ctx, &mut batch, actor, &organisation, email, known.get(&email_key(email)), &token.secret);
        mails.push(leaving(ctx, actor, &organisation, invitation.id, mail, email));
        batch.event(ctx, new_event(actor, &organisation, EventKind::MemberInvited, invitation.id.0));
        invited.push(Invited { invitation, token_hash: token.hash });
    }
    bulk::invitations(&mut tx, &invited).await?;
    bulk::invitation_mails(&mut tx, &mails).await?;
    batch.write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Makes a link that whoever has it can join by, until it is taken back or runs out.
///
/// # Errors
/// Not somebody who manages the organisation.
#[use_case]
pub async fn invite_by_link(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    let (mut invitation, token) = new_invitation(ctx, actor, organisation.id, None, OrgRole::Member, None);
    invitation.link_token = Some(token.secret);
    let id = invitation.id;
    bulk::invitations(&mut tx, &[Invited { invitation, token_hash: token.hash }]).await?;
    event(ctx, &mut tx, actor, &organisation, EventKind::MemberInvited, id.0).await?;
    Ok(tx.commit().await?)
}

/// Takes an invitation back. One that was used or taken back before stays as it is.
///
/// # Errors
/// Not somebody who manages the organisation, or no such invitation in it.
#[use_case]
pub async fn revoke(ctx: &Ctx, actor: &Actor, slug: &str, id: InvitationId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    let invitation = rows::by_id(&mut tx, organisation.id, id).await?.ok_or(Error::NotFound)?;
    if rows::revoke(&mut tx, invitation.id, ctx.now()).await? {
        invitation_mails::call_back(&mut tx, invitation.id, ctx.now()).await?;
        event(ctx, &mut tx, actor, &organisation, EventKind::MemberInvitationRevoked, id.0).await?;
    }
    Ok(tx.commit().await?)
}

/// Sends an invitation by mail again, with a fresh link and more time; the old link ends.
///
/// # Errors
/// As [`revoke`], a refusal for what isn't open any more or was never sent by mail, or too many mails.
#[use_case]
pub async fn send_again(ctx: &Ctx, actor: &Actor, slug: &str, id: InvitationId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    let invitation = rows::by_id(&mut tx, organisation.id, id).await?.ok_or(Error::NotFound)?;
    let Some(email) = invitation.email.clone().filter(|_| invitation.is_open(ctx.now())) else {
        return Err(Refusal::InvitationInvalid.into());
    };
    within_limits(ctx, actor, organisation.id, std::slice::from_ref(&email))?;
    let token = tokens::new(ctx);
    rows::renew(&mut tx, id, actor.id, &token.hash, ctx.now() + GOOD_FOR).await?;
    let known = accounts_of(&mut tx, std::slice::from_ref(&email)).await?;
    let mut batch = Batch::default();
    // The link of one that still waits for its turn has just ended.
    invitation_mails::call_back(&mut tx, id, ctx.now()).await?;
    let mail = put_mail(ctx, &mut batch, actor, &organisation, &email, known.get(&email_key(&email)), &token.secret);
    bulk::invitation_mails(&mut tx, &[leaving(ctx, actor, &organisation, id, mail, &email)]).await?;
    batch.write(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// What an invitation says to whoever opens it, signed in or not.
///
/// # Errors
/// [`Refusal::InvitationInvalid`] for anything that can't be accepted, whatever the reason.
#[use_case]
pub async fn invitation(ctx: &Ctx, actor: Option<&Actor>, token: &str) -> Result<InvitationPage, Error> {
    let mut tx = ctx.read().await?;
    let (invitation, organisation) = open(ctx, &mut tx, token).await?;
    let from = match invitation.created_by {
        Some(person) => accounts::by_id(&mut tx, person).await?.map(|account| account.name),
        None => None,
    };
    let program = match invitation.program_id {
        Some(program) => programs::by_id(&mut tx, program).await?,
        None => None,
    };
    let member = match (actor, &program) {
        (Some(actor), None) => organisations::role_of(&mut tx, organisation.id, actor.id).await?.is_some(),
        (Some(actor), Some(program)) => enrolments::of(&mut tx, program.id, actor.id).await?.is_some(),
        (None, _) => false,
    };
    Ok(InvitationPage {
        organisation: organisation.name,
        about: organisation.about,
        from,
        role: invitation.role,
        signed_in: actor.is_some(),
        member,
        program: program.map(|program| program.name),
    })
}

/// Accepts an invitation: the actor is a member now, and enrolled where it is into a program, whose address is given back. A
/// member already stays what they are. Who got it by mail at their own address has read that mailbox, which confirms the
/// address; with any other address theirs is confirmed before. What lets manage the organisation is for the invited address
/// alone: a mail is passed on easily.
///
/// # Errors
/// As [`invitation`]; an address that isn't confirmed, or isn't the one that was invited.
#[use_case]
pub async fn accept(ctx: &Ctx, actor: &Actor, token: &str) -> Result<Option<String>, Error> {
    let mut tx = ctx.write().await?;
    let (invitation, organisation) = open(ctx, &mut tx, token).await?;
    let account = accounts::by_id(&mut tx, actor.id).await?.ok_or(Error::SignInNeeded)?;
    let own = is_for(&invitation, &account);
    if account.email_verified_at.is_none() {
        if !own {
            return Err(Refusal::EmailNotVerified.into());
        }
        verified(ctx, &mut tx, actor.id).await?;
    }
    let joins = organisations::role_of(&mut tx, organisation.id, actor.id).await?.is_none();
    if joins && invitation.role.manages() && !own {
        return Err(Refusal::InvitationForAnother.into());
    }
    if (joins || invitation.program_id.is_some()) && invitation.email.is_some() && !rows::accept(&mut tx, invitation.id, ctx.now()).await? {
        return Err(Refusal::InvitationInvalid.into());
    }
    if joins && members::add(&mut tx, organisation.id, actor.id, invitation.role, ctx.now()).await? {
        event(ctx, &mut tx, actor, &organisation, EventKind::MemberJoined, actor.id.0).await?;
    }
    let program = imports::welcome(ctx, &mut tx, actor.id, &invitation).await?;
    tx.commit().await?;
    Ok(program.map(|program| program.slug))
}

/// Whether it was sent to the account's own address.
fn is_for(invitation: &Invitation, account: &Account) -> bool {
    invitation.email.as_deref().map(email_key) == Some(email_key(&account.email))
}

async fn open(ctx: &Ctx, tx: &mut Tx, token: &str) -> Result<(Invitation, Organisation), Error> {
    let invitation = rows::by_hash(tx, &tokens::hash(token)).await?.filter(|i| i.is_open(ctx.now())).ok_or(Refusal::InvitationInvalid)?;
    let organisation = organisations::by_id(tx, invitation.organisation_id).await?.ok_or(Refusal::InvitationInvalid)?;
    // It is worth what its inviter may still give: whoever was removed or made less since then gives nothing away.
    let inviter = match invitation.created_by {
        Some(person) => organisations::role_of(tx, organisation.id, person).await?,
        None => None,
    };
    let manages = inviter.is_some_and(|own| own.manages() && (invitation.role != OrgRole::Owner || own == OrgRole::Owner));
    let coordinates = match (invitation.program_id, invitation.created_by) {
        (Some(program), Some(person)) if invitation.role == OrgRole::Member => programs::is_coordinator(tx, program, person).await?,
        _ => false,
    };
    if manages || coordinates { Ok((invitation, organisation)) } else { Err(Refusal::InvitationInvalid.into()) }
}

/// Anybody may make an organisation and invite whom they like: nobody gets mail without end by it, and nobody's invitation is
/// kept away by those of others.
fn within_limits(ctx: &Ctx, actor: &Actor, organisation: OrganisationId, emails: &[String]) -> Result<(), Error> {
    let inviter = actor.id.to_string();
    emails.iter().try_for_each(|email| {
        let (now, key) = (ctx.now(), email_key(email));
        ctx.limits.take(now, INVITE_PER_PERSON, &inviter)?;
        ctx.limits.take(now, INVITE_BY_PERSON, &format!("{inviter} {key}"))?;
        ctx.limits.take(now, INVITE_BY_ORGANISATION, &format!("{organisation} {key}"))?;
        ctx.limits.take(now, INVITE_PER_ADDRESS, &key)
    })
}

/// Only owners invite owners.
fn role_to_give(own: OrgRole, typed: &str) -> Result<OrgRole, ProblemCode> {
    let role: OrgRole = typed.parse().map_err(|_| ProblemCode::NotAChoice)?;
    if role == OrgRole::Owner && own != OrgRole::Owner { Err(ProblemCode::NotAChoice) } else { Ok(role) }
}

/// In the language of the account that has the address, else in that of whoever invites.
fn put_mail(
    ctx: &Ctx,
    batch: &mut Batch,
    actor: &Actor,
    organisation: &Organisation,
    email: &str,
    account: Option<&Account>,
    secret: &str,
) -> MailId {
    let locale = account.and_then(|a| Locale::from_tag(&a.locale)).unwrap_or(actor.locale);
    let name = account.map_or_else(|| email.to_owned(), |a| a.name.clone());
    let template = EmailTemplate {
        subject: m::ORGANISATIONS_MAIL_SUBJECT,
        body: &[m::ORGANISATIONS_MAIL_BODY, m::ORGANISATIONS_MAIL_LIFE],
        quote: None,
        action: Some((m::ORGANISATIONS_MAIL_ACTION, &format!("/invite/{secret}"))),
        args: &[("name", &actor.name), ("organisation", &organisation.name)],
    };
    batch.mail(ctx, &Recipient { name, email: email.to_owned(), locale }, &template)
}

/// A mail that leaves at once. Such invitations have limits of their own, so none waits behind those from a spreadsheet; but they
/// count.
fn leaving(ctx: &Ctx, actor: &Actor, organisation: &Organisation, invitation: InvitationId, mail: MailId, email: &str) -> InvitationMail {
    InvitationMail {
        mail_id: mail,
        invitation_id: invitation,
        organisation_id: organisation.id,
        sent_by: actor.id,
        email_key: email_key(email),
        leaves_at: ctx.now(),
    }
}

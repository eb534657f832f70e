//! What an invitation is made of, for an organisation's members and for people from a spreadsheet alike: a token, who has an account
//! already, and how many mails may leave in a day. What it doesn't do: invite, or let anybody in.

mod paces;

pub(crate) use paces::Paces;

use crate::{Actor, Ctx, Error, tokens};
use chrono::Duration;
use domain::accounts::email_key;
use domain::organisations::OrgRole;
use domain::{OrganisationId, ProgramId};
use std::collections::HashMap;
use store::Tx;
use store::accounts::{self, Account};
use store::organisations::invitations::Invitation;

/// How long an invitation is good.
pub(crate) const GOOD_FOR: Duration = Duration::days(14);

/// An invitation, with the token that its link has; into one of the organisation's programs besides, if one is named.
pub(crate) fn new_invitation(
    ctx: &Ctx,
    actor: &Actor,
    organisation: OrganisationId,
    program: Option<ProgramId>,
    role: OrgRole,
    email: Option<String>,
) -> (Invitation, tokens::NewToken) {
    let now = ctx.now();
    let invitation = Invitation {
        id: ctx.id(),
        organisation_id: organisation,
        program_id: program,
        role,
        email,
        link_token: None,
        created_by: Some(actor.id),
        created_at: now,
        expires_at: now + GOOD_FOR,
        revoked_at: None,
        accepted_at: None,
    };
    (invitation, tokens::new(ctx))
}

/// The accounts that these addresses have, by the form of the address that is unique.
pub(crate) async fn accounts_of(tx: &mut Tx, emails: &[String]) -> Result<HashMap<String, Account>, Error> {
    let keys: Vec<String> = emails.iter().map(|email| email_key(email)).collect();
    Ok(accounts::by_email_keys(tx, &keys).await?.into_iter().collect())
}

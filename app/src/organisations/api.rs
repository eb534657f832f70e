//! The server functions of organisations.

use crate::AppError;
use domain::editing::Edit;
use domain::organisations::OrganisationDraft;
use domain::organisations::views::{AdminPage, AuditPage, InvitationPage, MembersPage, OrganisationSettings};
use domain::{InvitationId, PersonId};
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{anyone, redirect, signed_in},
    service::organisations,
};

/// What one manages: the organisation of this name, or the first one.
#[api("organisations/admin")]
pub async fn load_admin(#[server(default)] org: String) -> Result<AdminPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::admin(&ctx, &actor, &org).await?)
}

/// Makes an organisation and goes to it.
#[api("organisations/create")]
pub async fn create_organisation(#[server(flatten)] draft: OrganisationDraft) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let slug = organisations::create(&ctx, &actor, &draft).await?;
    redirect(&format!("/admin?org={slug}"));
    Ok(())
}

/// A page of members.
#[api("organisations/members")]
pub async fn load_members(
    #[server(default)] org: String,
    #[server(default)] words: String,
    #[server(default)] page: i64,
) -> Result<MembersPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::members(&ctx, &actor, &org, &words, page).await?)
}

/// Gives a member another role.
#[api("organisations/set_role")]
pub async fn set_role(org: String, person: PersonId, role: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::set_role(&ctx, &actor, &org, person, &role).await?)
}

/// Removes a member.
#[api("organisations/remove")]
pub async fn remove_member(org: String, person: PersonId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::remove(&ctx, &actor, &org, person).await?)
}

/// Leaves an organisation and goes home.
#[api("organisations/leave")]
pub async fn leave_organisation(org: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    organisations::leave(&ctx, &actor, &org).await?;
    redirect("/home");
    Ok(())
}

/// Invites by mail: one or several addresses.
#[api("organisations/invite_by_mail")]
pub async fn invite_by_mail(org: String, emails: String, role: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::invite_by_mail(&ctx, &actor, &org, &emails, &role).await?)
}

/// Makes a link that invites.
#[api("organisations/invite_by_link")]
pub async fn invite_by_link(org: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::invite_by_link(&ctx, &actor, &org).await?)
}

/// Takes an invitation back.
#[api("organisations/revoke")]
pub async fn revoke_invitation(org: String, invitation: InvitationId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::revoke(&ctx, &actor, &org, invitation).await?)
}

/// Sends an invitation again.
#[api("organisations/send_again")]
pub async fn send_invitation_again(org: String, invitation: InvitationId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::send_again(&ctx, &actor, &org, invitation).await?)
}

/// What an invitation says.
#[api("organisations/invitation")]
pub async fn load_invitation(invitation: String) -> Result<InvitationPage, AppError> {
    let (ctx, actor) = anyone()?;
    Ok(organisations::invitation(&ctx, actor.as_ref(), &invitation).await?)
}

/// Accepts an invitation and goes to the program that it is into, or to the programs.
#[api("organisations/accept")]
pub async fn accept_invitation(invitation: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    match organisations::accept(&ctx, &actor, &invitation).await? {
        Some(slug) => redirect(&format!("/programs/{slug}")),
        None => redirect("/explore"),
    }
    Ok(())
}

/// An organisation's settings.
#[api("organisations/settings")]
pub async fn load_organisation(#[server(default)] org: String) -> Result<OrganisationSettings, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::settings(&ctx, &actor, &org).await?)
}

/// Saves an organisation's settings; goes to them when their address has changed.
#[api("organisations/save")]
pub async fn save_organisation(org: String, #[server(flatten)] edit: Edit<OrganisationDraft>) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let slug = organisations::save(&ctx, &actor, &org, &edit).await?;
    if slug != org {
        redirect(&format!("/admin/settings?org={slug}"));
    }
    Ok(())
}

/// A page of what happened.
#[api("organisations/audit")]
pub async fn load_audit(
    #[server(default)] org: String,
    #[server(default)] family: String,
    #[server(default)] person: Option<PersonId>,
    #[server(default)] before: Option<i64>,
) -> Result<AuditPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(organisations::audit(&ctx, &actor, &org, &family, person, before).await?)
}

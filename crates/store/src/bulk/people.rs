//! People with their profiles, and the organisations that they belong to.

use super::writer;
use crate::organisations::invitations::Invitation;
use chrono::{DateTime, Utc};
use domain::organisations::OrgRole;
use domain::people::{HelpKind, SkillSide, Visibility, WeeklySlot};
use domain::search::name_key;
use domain::{InvitationId, MailId, OrganisationId, PersonId};
use sqlx::types::Json;

/// A person with their profile. The first version of it; the address is confirmed.
#[derive(Debug, Clone)]
pub struct Person {
    /// The person.
    pub id: PersonId,
    /// Their address.
    pub email: String,
    /// The form of the address that is unique.
    pub email_key: String,
    /// Their password's hash, a PHC string.
    pub password_hash: String,
    /// Their name.
    pub name: String,
    /// Their language's tag.
    pub locale: String,
    /// Their IANA time zone.
    pub zone: String,
    /// How to speak of them.
    pub pronouns: Option<String>,
    /// Themselves in one line.
    pub headline: Option<String>,
    /// Themselves in some lines.
    pub about: Option<String>,
    /// A country's code.
    pub country: Option<String>,
    /// An industry's id.
    pub industry: Option<String>,
    /// What they work as.
    pub role_title: Option<String>,
    /// For how many years.
    pub experience_years: Option<i32>,
    /// How they help.
    pub help_offered: Vec<HelpKind>,
    /// How they would like to be helped.
    pub help_wanted: Vec<HelpKind>,
    /// A usual week.
    pub availability: Vec<WeeklySlot>,
    /// Who sees the personal part.
    pub visibility: Visibility,
    /// When they signed up.
    pub created_at: DateTime<Utc>,
}

/// A language that somebody speaks.
#[derive(Debug, Clone)]
pub struct Language {
    /// Who.
    pub person_id: PersonId,
    /// Its code.
    pub language: String,
    /// Its place, the first language first.
    pub position: i32,
}

/// A skill that somebody offers or wants.
#[derive(Debug, Clone)]
pub struct Skill {
    /// Who.
    pub person_id: PersonId,
    /// Offered or wanted.
    pub side: SkillSide,
    /// Its id.
    pub skill_id: String,
    /// Its place, the most important first.
    pub position: i32,
}

/// An organisation.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// A few lines about it.
    pub about: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Somebody's place in an organisation.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Who.
    pub person_id: PersonId,
    /// As what.
    pub role: OrgRole,
    /// Since when.
    pub joined_at: DateTime<Utc>,
}

writer! {
    /// Writes people.
    people("people", p: Person) {
        id: p.id,
        email: &p.email,
        email_key: &p.email_key,
        email_verified_at: p.created_at,
        password_hash: &p.password_hash,
        name: &p.name,
        name_key: name_key(&p.name),
        locale: &p.locale,
        zone: &p.zone,
        pronouns: &p.pronouns,
        headline: &p.headline,
        about: &p.about,
        country: &p.country,
        industry: &p.industry,
        role_title: &p.role_title,
        experience_years: p.experience_years,
        help_offered: Json(&p.help_offered),
        help_wanted: Json(&p.help_wanted),
        availability: Json(&p.availability),
        visibility: p.visibility,
        version: 1_i32,
        created_at: p.created_at,
        updated_at: p.created_at,
    }
}

writer! {
    /// Writes the languages that people speak.
    languages("person_languages", l: Language) { person_id: l.person_id, language: &l.language, position: l.position }
}

writer! {
    /// Writes the skills that people offer and want.
    skills("person_skills", s: Skill) { person_id: s.person_id, side: s.side, skill_id: &s.skill_id, position: s.position }
}

writer! {
    /// Writes organisations.
    organisations("organisations", o: Organisation) {
        id: o.id,
        slug: &o.slug,
        name: &o.name,
        about: &o.about,
        version: 1_i32,
        created_at: o.created_at,
    }
}

writer! {
    /// Writes who belongs to which organisation.
    memberships("memberships", m: Membership) {
        organisation_id: m.organisation_id,
        person_id: m.person_id,
        role: m.role,
        joined_at: m.joined_at,
    }
}

/// An invitation with the hash of its token.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The hash of its token.
    pub token_hash: Vec<u8>,
}

writer! {
    /// Writes new invitations.
    invitations("invitations", i: Invited) {
        id: i.invitation.id,
        organisation_id: i.invitation.organisation_id,
        program_id: i.invitation.program_id,
        role: i.invitation.role,
        email: &i.invitation.email,
        token_hash: &i.token_hash,
        link_token: &i.invitation.link_token,
        created_by: i.invitation.created_by,
        created_at: i.invitation.created_at,
        expires_at: i.invitation.expires_at,
    }
}

/// When the mail with an invitation leaves.
#[derive(Debug, Clone)]
pub struct InvitationMail {
    /// The mail.
    pub mail_id: MailId,
    /// The invitation.
    pub invitation_id: InvitationId,
    /// Its organisation.
    pub organisation_id: OrganisationId,
    /// Who invites.
    pub sent_by: PersonId,
    /// The form of the address that is unique.
    pub email_key: String,
    /// When it leaves.
    pub leaves_at: DateTime<Utc>,
}

writer! {
    /// Notes when mails with invitations leave.
    invitation_mails("invitation_mails", m: InvitationMail) {
        mail_id: m.mail_id,
        invitation_id: m.invitation_id,
        organisation_id: m.organisation_id,
        sent_by: m.sent_by,
        email_key: &m.email_key,
        leaves_at: m.leaves_at,
    }
}

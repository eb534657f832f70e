//! People with their profiles, and the organisations that they belong to.

use super::writer;
use crate::row::row;
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

row! {
    /// A language that somebody speaks.
    #[derive(Debug, Clone)]
    pub struct Language in "person_languages" {
        /// Who.
        pub person_id: PersonId,
        /// Its code.
        pub language: String,
        /// Its place, the first language first.
        pub position: i32,
    }
}

row! {
    /// A skill that somebody offers or wants.
    #[derive(Debug, Clone)]
    pub struct Skill in "person_skills" {
        /// Who.
        pub person_id: PersonId,
        /// Offered or wanted.
        pub side: SkillSide,
        /// Its id.
        pub skill_id: String,
        /// Its place, the most important first.
        pub position: i32,
    }
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

row! {
    /// Somebody's place in an organisation.
    #[derive(Debug, Clone)]
    pub struct Membership in "memberships" {
        /// The organisation.
        pub organisation_id: OrganisationId,
        /// Who.
        pub person_id: PersonId,
        /// As what.
        pub role: OrgRole,
        /// Since when.
        pub joined_at: DateTime<Utc>,
    }
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

row! {
    /// When the mail with an invitation leaves.
    #[derive(Debug, Clone)]
    pub struct InvitationMail in "invitation_mails" {
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
}

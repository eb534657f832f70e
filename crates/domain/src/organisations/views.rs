//! What the pages of an organisation show, already in the reader's language and time zone.

use super::{OrgRole, OrganisationDraft};
use crate::ids::{InvitationId, PersonId};
use crate::programs::ProgramStatus;
use crate::shared::{Face, Named, OrganisationRef, Pages, ProgramRef};
use serde::{Deserialize, Serialize};

/// What somebody manages, at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminPage {
    /// The organisations that they manage.
    pub organisations: Vec<OrganisationRef>,
    /// The one that the page is about; none for whoever only coordinates programs.
    pub organisation: Option<OrganisationRef>,
    /// How many members it has.
    pub members: i64,
    /// Its programs.
    pub programs: Vec<ProgramGlance>,
    /// Programs elsewhere that they coordinate.
    pub others: Vec<ProgramGlance>,
    /// Mentors in its programs who let mentees wait for long, the longest first.
    pub unanswered: Vec<UnansweredLine>,
    /// What happened last.
    pub events: Vec<EventLine>,
}

/// A mentor who has not answered for long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnansweredLine {
    /// The mentor.
    pub mentor: PersonId,
    /// Their name.
    pub name: String,
    /// The program.
    pub program: ProgramRef,
    /// How many requests wait for them.
    pub requests: i64,
    /// Since when, in words.
    pub since: String,
}

/// A program in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramGlance {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where it is in its cycle.
    pub status: ProgramStatus,
    /// Who takes part.
    pub participants: i64,
    /// Who waits for approval.
    pub pending: i64,
    /// Requests that wait for an answer.
    pub open_requests: i64,
    /// Mentorships under way.
    pub mentorships: i64,
    /// Goals achieved.
    pub achieved: i64,
}

/// Something that happened, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventLine {
    /// Its place in the stream.
    pub seq: i64,
    /// Who did it; nobody for what Trellis does by itself.
    pub who: Option<(PersonId, String)>,
    /// Whether somebody did it of whom nobody knows who they are.
    pub stranger: bool,
    /// From which network, where that is written down.
    pub network: Option<String>,
    /// Whom else it concerns: none, one, or two people.
    pub whom: Vec<String>,
    /// What happened.
    pub what: String,
    /// In which program.
    pub program: Option<ProgramRef>,
    /// When, in the reader's zone.
    pub when: String,
}

/// A page of an organisation's members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersPage {
    /// The organisation.
    pub organisation: OrganisationRef,
    /// The reader's own role.
    pub role: OrgRole,
    /// What was searched for.
    pub words: String,
    /// The members on this page.
    pub members: Vec<MemberRow>,
    /// How many there are in all.
    pub total: i64,
    /// The numbers of the pages before and after, from 1.
    pub pages: Pages<i64>,
    /// Invitations that are open.
    pub invitations: Vec<InvitationRow>,
}

/// A member in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The person.
    pub face: Face,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: OrgRole,
    /// Since when, in words.
    pub since: String,
    /// The names of the programs that they coordinate.
    pub coordinates: Vec<String>,
    /// Whether it is the reader.
    pub me: bool,
    /// Whether the reader may change their role or remove them.
    pub mine_to_change: bool,
}

/// An invitation that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// To whom; none for a link.
    pub email: Option<String>,
    /// The link, for invitations by link.
    pub link: Option<String>,
    /// As what.
    pub role: OrgRole,
    /// Until when, in words.
    pub until: String,
}

/// What an invitation says to whoever opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationPage {
    /// The organisation's name.
    pub organisation: String,
    /// A few sentences about it.
    pub about: String,
    /// Who invites.
    pub from: Option<String>,
    /// As what.
    pub role: OrgRole,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// Whether they are a member already, or enrolled where the invitation is into a program.
    pub member: bool,
    /// The program that it is into besides.
    pub program: Option<String>,
}

/// The settings of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationSettings {
    /// The organisation.
    pub organisation: OrganisationRef,
    /// What it says now.
    pub draft: OrganisationDraft,
}

/// A page of what happened in an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// The organisation.
    pub organisation: OrganisationRef,
    /// Only this family of events: the noun of `noun.verb`.
    pub family: String,
    /// Only what this person did.
    pub person: Option<PersonId>,
    /// The families that there are, with their names.
    pub families: Vec<Named>,
    /// What happened, newest first.
    pub events: Vec<EventLine>,
    /// Where the part after begins.
    pub pages: Pages<i64>,
}

//! Who may enter a space, what they read there and until when they write.
//!
//! The rule is [`domain::spaces::Presence`]. Coordinators of the program enter by the address of a mentorship alone, to see how it
//! goes; nothing of what stands in the space is theirs to read.

use crate::{Actor, Error, access};
use chrono::{DateTime, Utc};
use domain::mentorships::SpaceRole;
use domain::spaces::Presence;
use domain::{MentorshipId, Refusal, SpaceId};
use store::mentorships::{self, Mentorship};
use store::programs::{self, Program};
use store::spaces::{self, Space, SpaceReader};
use store::{StoreError, Tx};
use use_case::use_case;

/// The address that leads into a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpaceAddress {
    /// `/mentorships/{id}/…`: of the two of this mentorship. In a group each mentee comes by their own.
    Mentorship(MentorshipId),
    /// `/spaces/{id}/…`: where there is no mentorship, and wherever only the space is known.
    Space(SpaceId),
}

/// A space, and what the one who asks is in it.
#[derive(Debug, Clone)]
pub struct SpaceAccess {
    /// The space.
    pub space: Space,
    /// Its program.
    pub program: Program,
    /// What the one who asks is in it.
    pub role: SpaceRole,
    /// Their time in it. None for coordinators, and before a mentorship of theirs in it has begun.
    pub presence: Option<Presence>,
    /// The mentorship of the address; by a space's own address theirs, the newest that is current. None in a booked hour.
    pub mentorship: Option<Mentorship>,
}

impl SpaceAccess {
    /// The moment from which on what is written isn't theirs to read, once they have left; none while they are in the space.
    #[must_use]
    pub fn until(&self) -> Option<DateTime<Utc>> {
        self.presence.and_then(Presence::until)
    }

    /// Whether what was written in the space then is theirs to read.
    #[must_use]
    pub fn may_read(&self, written_at: DateTime<Utc>) -> bool {
        self.presence.is_some_and(|presence| presence.reads(written_at))
    }

    /// Whether they may write now.
    #[must_use]
    pub fn may_write(&self, now: DateTime<Utc>) -> bool {
        self.presence.is_some_and(|presence| presence.writes(now))
    }

    /// Goes on for those who read what stands in the space, up to [`SpaceAccess::until`].
    ///
    /// # Errors
    /// [`Error::Forbidden`] for a coordinator, a refusal before the mentorship has begun.
    pub fn need_reader(&self) -> Result<(), Error> {
        match self.presence {
            Some(_) => Ok(()),
            None if self.role.is_party() => Err(Refusal::NotFromThisState.into()),
            None => Err(Error::Forbidden),
        }
    }

    /// Goes on for those who write now.
    ///
    /// # Errors
    /// As [`SpaceAccess::need_reader`], and a refusal for whoever has left.
    pub fn need_writer(&self, now: DateTime<Utc>) -> Result<(), Error> {
        self.need_reader()?;
        if self.may_write(now) { Ok(()) } else { Err(Refusal::MentorshipOver.into()) }
    }
}

/// The space of an address, and what the one who asks may do in it: every use case of what stands in spaces begins here.
///
/// # Errors
/// [`Error::NotFound`] for whoever has nothing to do with it.
#[use_case]
pub async fn space(tx: &mut Tx, actor: &Actor, address: SpaceAddress) -> Result<SpaceAccess, Error> {
    match address {
        SpaceAddress::Mentorship(id) => by_mentorship(tx, actor, id).await,
        SpaceAddress::Space(id) => by_space(tx, actor, id).await,
    }
}

/// The same to change something: until the transaction ends, nobody else changes the mentorship of the address (or the space, by
/// its own address).
///
/// # Errors
/// As [`space`].
#[use_case]
pub async fn locked_space(tx: &mut Tx, actor: &Actor, address: SpaceAddress) -> Result<SpaceAccess, Error> {
    let there = match address {
        SpaceAddress::Mentorship(id) => mentorships::lock(tx, id).await?.is_some(),
        SpaceAddress::Space(id) => spaces::lock(tx, id).await?,
    };
    if there { space(tx, actor, address).await } else { Err(Error::NotFound) }
}

async fn by_mentorship(tx: &mut Tx, actor: &Actor, id: MentorshipId) -> Result<SpaceAccess, Error> {
    let (mentorship, space, here) = spaces::by_mentorship(tx, id, actor.id).await?.ok_or(Error::NotFound)?;
    let (role, presence, program) = match role(actor, &mentorship) {
        Some(role) => (role, Presence::of(here.under_way, here.last_end), its_program(tx, &space).await?),
        None => {
            let access = access::program_by_id(tx, Some(actor), mentorship.program_id).await?;
            if !access.coordinator {
                return Err(Error::NotFound);
            }
            // Of a coordinator who is in the same group with a mentorship of their own, that one's address is theirs.
            (SpaceRole::Coordinator, None, access.program)
        }
    };
    Ok(SpaceAccess { space, program, role, presence, mentorship: Some(mentorship) })
}

async fn by_space(tx: &mut Tx, actor: &Actor, id: SpaceId) -> Result<SpaceAccess, Error> {
    let reader = spaces::reader(tx, id, actor.id).await?.ok_or(Error::NotFound)?;
    let SpaceReader { role: invited, left_at, space, here } = reader;
    if let Some(role) = invited {
        let end = [left_at, space.closed_at].into_iter().flatten().min();
        let program = its_program(tx, &space).await?;
        return Ok(SpaceAccess { space, program, role, presence: Presence::of(end.is_none(), end), mentorship: None });
    }
    let mentorship = spaces::mentorship_of(tx, id, actor.id).await?.ok_or(Error::NotFound)?;
    let role = role(actor, &mentorship).ok_or(Error::NotFound)?;
    let program = its_program(tx, &space).await?;
    Ok(SpaceAccess { space, program, role, presence: Presence::of(here.under_way, here.last_end), mentorship: Some(mentorship) })
}

/// Which of the two of a mentorship somebody is.
fn role(actor: &Actor, mentorship: &Mentorship) -> Option<SpaceRole> {
    if mentorship.mentee_id == actor.id {
        Some(SpaceRole::Mentee)
    } else if mentorship.mentor_id == actor.id {
        Some(SpaceRole::Mentor)
    } else {
        None
    }
}

async fn its_program(tx: &mut Tx, space: &Space) -> Result<Program, Error> {
    programs::by_id(tx, space.program_id).await?.ok_or(Error::Store(StoreError::Inconsistent("a space without its program")))
}

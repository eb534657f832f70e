//! Who may look at a picture.
//!
//! A picture is seen by whoever may see what it is of now. One that has been replaced or taken away is nobody's any more,
//! and isn't there. For portraits the rule is a little wider than for the person's page: people who were once in a program
//! together still see each other's faces where their names stand, in old requests and mentorships.

use crate::{Actor, Ctx, Error, access};
use domain::PictureId;
use store::pictures::{self, Subject};
use store::{Tx, people};
use use_case::use_case;

/// A picture as it is sent to a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its media type.
    pub content_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A picture, if it is there for the one who asks.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for them.
#[use_case]
pub async fn show(ctx: &Ctx, actor: Option<&Actor>, id: PictureId) -> Result<Shown, Error> {
    let mut tx = ctx.read().await?;
    may_see(&mut tx, actor, id).await?;
    let picture = pictures::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    Ok(Shown { content_type: picture.content_type, bytes: picture.bytes })
}

async fn may_see(tx: &mut Tx, actor: Option<&Actor>, id: PictureId) -> Result<(), Error> {
    match pictures::subject(tx, id).await?.ok_or(Error::NotFound)? {
        Subject::Program(program) => access::program_by_id(tx, actor, program).await.map(|_| ()),
        Subject::Person(person) => {
            let actor = actor.ok_or(Error::NotFound)?;
            let known = actor.id == person || people::acquainted(tx, actor.id, person).await?;
            if known { Ok(()) } else { Err(Error::NotFound) }
        }
    }
}

//! What a use case answers when it can't do what was asked.

use domain::{Problems, Refusal};
use serde::Serialize;
use store::StoreError;

/// An error of a use case. Everything but `Store` and `Internal` is something the person can act on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields of the form are wrong.
    #[error("invalid input: {0:?}")]
    Invalid(Problems),
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// One must be signed in for this.
    #[error("sign-in needed")]
    SignInNeeded,
    /// One may see this but not do that to it.
    #[error("forbidden")]
    Forbidden,
    /// It isn't there, or it isn't there for the one who asks.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it meanwhile; both versions are in the text (JSON of a [`domain::editing::Conflict`], or of the
    /// feature's own type).
    #[error("changed meanwhile")]
    Conflict(String),
    /// Too many attempts; seconds until the next one.
    #[error("too many attempts, again in {0} s")]
    TooMany(u64),
    /// Others are being served already, as many as can be; seconds until another try makes sense.
    #[error("busy, again in {0} s")]
    Busy(u64),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something else of ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// [`Self::Conflict`] with both versions as its text.
    #[must_use]
    pub fn conflict(versions: &impl Serialize) -> Self {
        match serde_json::to_string(versions) {
            Ok(json) => Self::Conflict(json),
            Err(error) => Self::Internal(error.to_string()),
        }
    }
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

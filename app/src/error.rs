//! The one error of all server functions, as it crosses the wire.

use domain::{Problems, Refusal};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What a server function answers when it can't do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// Fields of the form are wrong (422).
    Invalid(Problems),
    /// A rule says no (409).
    Refused(Refusal),
    /// One must be signed in (401).
    SignInNeeded,
    /// One may see this but not do that (403).
    Forbidden,
    /// It isn't there, or not for the one who asks (404).
    NotFound,
    /// Somebody else changed it meanwhile; JSON of a [`domain::editing::Conflict`], or of the feature's own type (409).
    Conflict(String),
    /// Too many attempts; seconds until the next (429).
    TooMany(u64),
    /// Others are being served already, as many as can be; seconds until another try makes sense (503).
    Busy(u64),
    /// The server can't be reached.
    Offline,
    /// Our fault; the id under which it is in the log (500).
    Internal(String),
}

impl AppError {
    /// The HTTP status that goes with it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 422,
            Self::Refused(_) | Self::Conflict(_) => 409,
            Self::SignInNeeded => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::TooMany(_) => 429,
            Self::Busy(_) | Self::Offline => 503,
            Self::Internal(_) => 500,
        }
    }

    /// What [`Self::Conflict`] says, if that is what it is.
    #[must_use]
    pub fn conflict<T: DeserializeOwned>(&self) -> Option<T> {
        match self {
            Self::Conflict(json) => serde_json::from_str(json).ok(),
            _ => None,
        }
    }

    /// The problems of a form, if that is what it is.
    #[must_use]
    pub const fn problems(&self) -> Option<&Problems> {
        match self {
            Self::Invalid(problems) => Some(problems),
            _ => None,
        }
    }

    /// Whether it only says what the person themselves asked for.
    #[must_use]
    pub const fn is_as_asked(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.is_as_asked())
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for AppError {}

//! How a page refers to a person, a program or an organisation.

use crate::ids::{PersonId, PictureId};
use serde::{Deserialize, Serialize};

/// Somebody on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// One line about them.
    pub headline: Option<String>,
    /// Their photo.
    pub picture: Option<PictureId>,
}

/// A program as far as a page needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramRef {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// An organisation as far as a page needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRef {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A value on offer, and its name in the reader's language.
pub type Named = (String, String);

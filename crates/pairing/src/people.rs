//! Who is looked at: compact enough to be sent to a browser.

use domain::PersonId;
use domain::fit::{Criterion, Features};
use serde::{Deserialize, Serialize};

/// A mentee who waits for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentee {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What the fit compares.
    pub features: Features,
    /// Their own order of what matters.
    pub ranking: Vec<Criterion>,
    /// The organisations that they belong to, as numbers, ascending.
    pub organisations: Vec<u16>,
}

/// A mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentor {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What the fit compares.
    pub features: Features,
    /// The organisations that they belong to, as numbers, ascending.
    pub organisations: Vec<u16>,
    /// How many mentees they take in all.
    pub capacity: i32,
    /// How many they have.
    pub has: i32,
}

/// Everybody whom a run looks at, each side by id, and what lies between them. Pairs are indices into the two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Those who wait.
    pub mentees: Vec<Mentee>,
    /// Those who may be given a mentee.
    pub mentors: Vec<Mentor>,
    /// Pairs who had a mentorship in this program, ascending.
    pub met: Vec<(u32, u32)>,
    /// Pairs of whom one said no to the other, ascending.
    pub declined: Vec<(u32, u32)>,
}

impl People {
    /// Where a mentee stands.
    #[must_use]
    pub fn mentee(&self, id: PersonId) -> Option<u32> {
        index(self.mentees.binary_search_by_key(&id, |mentee| mentee.id))
    }

    /// Where a mentor stands.
    #[must_use]
    pub fn mentor(&self, id: PersonId) -> Option<u32> {
        index(self.mentors.binary_search_by_key(&id, |mentor| mentor.id))
    }
}

fn index(found: Result<usize, usize>) -> Option<u32> {
    found.ok().and_then(|at| u32::try_from(at).ok())
}

//! People as pages and mails need them: several are read at once and each is taken by their id; and what pages show of people and
//! programs. What it doesn't do: say who may see them.

use crate::Error;
use domain::PersonId;
use domain::shared::{Face, ProgramRef};
use std::collections::HashMap;
use store::programs::Program;
use store::requests::{Contact, parties};
use store::{Called, StoreError, Tx};

/// People by their ids.
pub(crate) struct Parties(HashMap<PersonId, Contact>);

impl Parties {
    /// Reads them in one query. An id may come several times.
    pub async fn read(tx: &mut Tx, mut ids: Vec<PersonId>) -> Result<Self, Error> {
        ids.sort_unstable();
        ids.dedup();
        Ok(Self(parties(tx, &ids).await?.into_iter().map(|party| (party.id, party)).collect()))
    }

    /// One of them, who must be there: rows of the database name them.
    pub fn get(&self, id: PersonId) -> Result<&Contact, Error> {
        self.find(id).ok_or(Error::Store(StoreError::Inconsistent("somebody who is not there")))
    }

    /// One of them, if they are there.
    pub fn find(&self, id: PersonId) -> Option<&Contact> {
        self.0.get(&id)
    }
}

impl Called for Parties {
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
        self.0.values_mut().for_each(|party| party.each_name(act));
    }
}

/// Somebody's face.
pub(crate) fn face(party: &Contact) -> Face {
    Face { id: party.id, name: party.name.clone(), headline: party.headline.clone(), picture: party.picture_id }
}

/// A program's name and address.
pub(crate) fn program_ref(program: &Program) -> ProgramRef {
    ProgramRef { slug: program.slug.clone(), name: program.name.clone() }
}

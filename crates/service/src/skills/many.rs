//! From many names of skills to ids, for many people at once.

use super::taxonomy::TAXONOMY;
use crate::{Actor, Ctx, Error};
use domain::OrganisationId;
use domain::limits::CUSTOM_SKILLS_MAX;
use domain::skills::key;
use i18n::Locale;
use std::collections::{HashMap, HashSet};
use store::skills::CustomSkill;
use store::{Tx, skills};

/// Names of skills, and what they mean in an organisation.
#[derive(Debug, Default)]
pub(crate) struct Names {
    ids: HashMap<String, String>,
    /// Names that nobody has used yet, by their key, in the order of the text.
    new: Vec<(String, String)>,
    /// How many of the new ones may be added.
    room: usize,
}

impl Names {
    /// Looks names up, in the taxonomy and among what the organisation and the open community added.
    ///
    /// # Errors
    /// The database said no.
    pub(crate) async fn find(
        tx: &mut Tx,
        actor: &Actor,
        organisation: OrganisationId,
        names: impl Iterator<Item = &str>,
    ) -> Result<Self, Error> {
        let mut found = Self::default();
        let mut seen = HashSet::new();
        let mut others = Vec::new();
        for name in names {
            let key = key(name);
            if key.is_empty() || !seen.insert(key.clone()) {
                continue;
            }
            match shipped(name, &key, actor.locale) {
                Some(id) => drop(found.ids.insert(key, id)),
                None => others.push((key, name.to_owned())),
            }
        }
        let keys: Vec<String> = others.iter().map(|(key, _)| key.clone()).collect();
        for skill in skills::known_in(tx, organisation, &keys).await? {
            found.ids.entry(skill.name_key).or_insert(skill.id);
        }
        found.new = others.into_iter().filter(|(key, _)| !found.ids.contains_key(key)).collect();
        let so_far = if found.new.is_empty() { 0 } else { skills::added_by(tx, actor.id).await? };
        found.room = CUSTOM_SKILLS_MAX.saturating_sub(usize::try_from(so_far).unwrap_or(usize::MAX));
        Ok(found)
    }

    /// The names that will be added.
    pub(crate) fn to_add(&self) -> impl Iterator<Item = &str> {
        self.new.iter().take(self.room).map(|(_, name)| name.as_str())
    }

    /// Whether a person may not add all of these names any more.
    pub(crate) fn too_many(&self, names: &[String]) -> bool {
        let beyond = self.new.get(self.room..).unwrap_or_default();
        !beyond.is_empty() && names.iter().any(|name| beyond.iter().any(|(other, _)| *other == key(name)))
    }

    /// Adds those of the new names that are used to the organisation.
    ///
    /// # Errors
    /// The database said no.
    pub(crate) async fn add(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        actor: &Actor,
        organisation: OrganisationId,
        used: impl Iterator<Item = &str>,
    ) -> Result<(), Error> {
        let used: HashSet<String> = used.map(key).collect();
        let of = |(key, name): &(String, String)| CustomSkill {
            id: ctx.uuid().to_string(),
            organisation_id: Some(organisation),
            name: name.clone(),
            name_key: key.clone(),
        };
        let new: Vec<CustomSkill> = self.new.iter().take(self.room).filter(|(key, _)| used.contains(key)).map(of).collect();
        if new.is_empty() {
            return Ok(());
        }
        skills::insert(tx, &new, actor.id, ctx.now()).await?;
        // Read again: somebody else may have added one of them at the same moment.
        let keys: Vec<String> = new.into_iter().map(|skill| skill.name_key).collect();
        for skill in skills::known_in(tx, organisation, &keys).await? {
            self.ids.entry(skill.name_key).or_insert(skill.id);
        }
        Ok(())
    }

    /// The ids of names, each once.
    pub(crate) fn ids(&self, names: &[String]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::with_capacity(names.len());
        for id in names.iter().filter_map(|name| self.ids.get(&key(name))) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }
}

fn shipped(name: &str, key: &str, locale: Locale) -> Option<String> {
    TAXONOMY.by_id(name).or_else(|| TAXONOMY.by_key(key, locale)).map(|skill| skill.row.id.clone())
}

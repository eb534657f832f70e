//! From many names of skills to ids, for many people at once.
//!
//! A file may hold a hundred thousand names. Each spelling is folded once, when the file is looked at; from then on what it means
//! is a look into a table, however many names are new.

use super::taxonomy::TAXONOMY;
use crate::{Actor, Ctx, Error};
use domain::limits::CUSTOM_SKILLS_MAX;
use domain::{OrganisationId, PersonId};
use i18n::Locale;
use std::collections::{HashMap, HashSet};
use store::skills::CustomSkill;
use store::{Tx, skills};

/// So many different names that no shipped skill has are looked for. A file with more of them has a column for skills that is
/// about something else.
pub(crate) const NAMES_MAX: usize = 5_000;

/// Names of skills, and what they mean in an organisation.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The place in `skills` of each name, as it is written.
    by_name: HashMap<String, usize>,
    by_key: HashMap<String, usize>,
    /// What is named, in the order of the text.
    skills: Vec<NamedSkill>,
}

/// A skill that is named, perhaps in several spellings.
#[derive(Debug)]
struct NamedSkill {
    /// The first spelling.
    name: String,
    key: String,
    meaning: Meaning,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// The skill with this id.
    Known(String),
    /// None that anybody has used yet; it may be added.
    New,
    Beyond(Beyond),
}

/// Why a name can be neither found nor added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beyond {
    /// The person may not add so many.
    Room,
    /// There are more than [`NAMES_MAX`].
    Names,
}

impl Names {
    /// Folds names and finds the shipped skills among them. Takes as long as there are names; nothing is asked of the database.
    pub(crate) fn read<'a>(names: impl Iterator<Item = &'a str>, locale: Locale) -> Self {
        let mut found = Self::default();
        for name in names {
            if found.by_name.contains_key(name) {
                continue;
            }
            let key = folded(name);
            if key.is_empty() {
                continue;
            }
            let place = if let Some(place) = found.by_key.get(&key).copied() {
                place
            } else {
                let (place, meaning) = (found.skills.len(), shipped(name, &key, locale).map_or(Meaning::New, Meaning::Known));
                found.skills.push(NamedSkill { name: name.to_owned(), key: key.clone(), meaning });
                found.by_key.insert(key, place);
                place
            };
            found.by_name.insert(name.to_owned(), place);
        }
        found
    }

    /// Looks for the others among what the organisation and the open community added, and how many of the rest the person may add.
    pub(crate) async fn look_up(&mut self, tx: &mut Tx, person: PersonId, organisation: OrganisationId) -> Result<(), Error> {
        let unknown = self.skills.iter().filter(|skill| !matches!(skill.meaning, Meaning::Known(_)));
        let keys: Vec<String> = unknown.take(NAMES_MAX).map(|skill| skill.key.clone()).collect();
        if keys.is_empty() {
            return Ok(());
        }
        self.know(skills::known_in(tx, organisation, &keys).await?);
        let so_far = usize::try_from(skills::added_by(tx, person).await?).unwrap_or(usize::MAX);
        let mut room = CUSTOM_SKILLS_MAX.saturating_sub(so_far);
        let last = keys.last().and_then(|key| self.by_key.get(key)).copied();
        for (place, skill) in self.skills.iter_mut().enumerate() {
            if matches!(skill.meaning, Meaning::Known(_)) {
                continue;
            }
            skill.meaning = if Some(place) > last {
                Meaning::Beyond(Beyond::Names)
            } else if room == 0 {
                Meaning::Beyond(Beyond::Room)
            } else {
                room -= 1;
                Meaning::New
            };
        }
        Ok(())
    }

    fn know(&mut self, found: Vec<CustomSkill>) {
        for skill in found {
            let place = self.by_key.get(&skill.name_key);
            if let Some(named) = place.and_then(|place| self.skills.get_mut(*place))
                && !matches!(named.meaning, Meaning::Known(_))
            {
                named.meaning = Meaning::Known(skill.id);
            }
        }
    }

    fn meaning(&self, name: &str) -> Option<&Meaning> {
        self.by_name.get(name).and_then(|place| self.skills.get(*place)).map(|skill| &skill.meaning)
    }

    /// The names that will be added.
    pub(crate) fn to_add(&self) -> impl Iterator<Item = &str> {
        self.skills.iter().filter(|skill| skill.meaning == Meaning::New).map(|skill| skill.name.as_str())
    }

    /// Why a person can't have all of these skills, if they can't.
    pub(crate) fn beyond(&self, mut names: impl Iterator<Item = impl AsRef<str>>) -> Option<Beyond> {
        names.find_map(|name| match self.meaning(name.as_ref()) {
            Some(Meaning::Beyond(why)) => Some(*why),
            _ => None,
        })
    }

    /// Adds those of the new names that are used to the organisation.
    pub(crate) async fn add(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        actor: &Actor,
        organisation: OrganisationId,
        used: impl Iterator<Item = &str>,
    ) -> Result<(), Error> {
        let used: HashSet<usize> = used.filter_map(|name| self.by_name.get(name).copied()).collect();
        let of = |skill: &NamedSkill| CustomSkill {
            id: ctx.uuid().to_string(),
            organisation_id: Some(organisation),
            name: skill.name.clone(),
            name_key: skill.key.clone(),
        };
        let new = self.skills.iter().enumerate().filter(|(place, skill)| skill.meaning == Meaning::New && used.contains(place));
        let new: Vec<CustomSkill> = new.map(|(_, skill)| of(skill)).collect();
        if new.is_empty() {
            return Ok(());
        }
        skills::insert(tx, &new, actor.id, ctx.now()).await?;
        // Read again: somebody else may have added one of them at the same moment.
        let keys: Vec<String> = new.into_iter().map(|skill| skill.name_key).collect();
        self.know(skills::known_in(tx, organisation, &keys).await?);
        Ok(())
    }

    /// The ids of names, each once.
    pub(crate) fn ids(&self, names: &[String]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::with_capacity(names.len());
        for name in names {
            if let Some(Meaning::Known(id)) = self.meaning(name)
                && !ids.contains(id)
            {
                ids.push(id.clone());
            }
        }
        ids
    }
}

fn shipped(name: &str, key: &str, locale: Locale) -> Option<String> {
    TAXONOMY.by_id(name).or_else(|| TAXONOMY.by_key(key, locale)).map(|skill| skill.row.id.clone())
}

/// A name's key. Tests count how often one is made: nothing else here takes longer.
fn folded(name: &str) -> String {
    #[cfg(test)]
    tests::FOLDED.with(|times| times.set(times.get() + 1));
    domain::skills::key(name)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::testing::Stage;
    use std::cell::Cell;

    thread_local! {
        pub(super) static FOLDED: Cell<usize> = const { Cell::new(0) };
    }

    /// Rows of 20 names each that nobody has used.
    fn rows(number: usize) -> Vec<Vec<String>> {
        (0..number).map(|row| (0..20).map(|n| format!("Trick {row} {n}")).collect()).collect()
    }

    fn all(rows: &[Vec<String>]) -> impl Iterator<Item = &str> {
        rows.iter().flatten().map(String::as_str)
    }

    store::both! {
        async fn a_name_is_folded_once_however_many_are_new(db) {
            let stage = Stage::new(db);
            let acme = stage.organisation("acme").await;
            let carla = stage.person("Carla").await;
            for number in [100, 1_000] {
                let rows = rows(number);
                FOLDED.set(0);
                // What a look at a file does with them, with the last row twice.
                let mut names = Names::read(all(&rows).chain(rows.last().unwrap().iter().map(String::as_str)), carla.locale);
                names.look_up(&mut stage.ctx.read().await.unwrap(), carla.id, acme).await.unwrap();
                let right = rows.iter().filter(|row| names.beyond(row.iter()).is_none()).count();
                assert_eq!(right, 5, "there is room for a hundred");
                assert_eq!(names.beyond(rows[5].iter()), Some(Beyond::Room));
                assert_eq!(names.to_add().count(), CUSTOM_SKILLS_MAX);
                assert!(rows.iter().all(|row| names.ids(row).is_empty()));
                assert_eq!(FOLDED.get(), 20 * number);
            }
        }

        async fn names_without_an_end_are_not_looked_for(db) {
            let stage = Stage::new(db);
            let acme = stage.organisation("acme").await;
            let carla = stage.person("Carla").await;
            let mut rows = rows(300);
            rows[299].push("delegation".to_owned());
            let mut names = Names::read(all(&rows), carla.locale);
            names.look_up(&mut stage.ctx.read().await.unwrap(), carla.id, acme).await.unwrap();
            assert_eq!((names.beyond(rows[249].iter()), names.beyond(rows[250].iter())), (Some(Beyond::Room), Some(Beyond::Names)));
            assert_eq!(names.ids(&rows[299]), ["delegation"], "a shipped skill is known wherever it stands");
        }

        async fn spellings_of_one_skill_are_one(db) {
            let stage = Stage::new(db);
            let acme = stage.organisation("acme").await;
            let carla = stage.person("Carla").await;
            let written = ["Juggling", "juggling ", "JUGGLING", "—"].map(str::to_owned).to_vec();
            let mut names = Names::read(written.iter().map(String::as_str), carla.locale);
            let mut tx = stage.ctx.write().await.unwrap();
            names.look_up(&mut tx, carla.id, acme).await.unwrap();
            assert_eq!(names.to_add().collect::<Vec<_>>(), ["Juggling"]);
            names.add(&stage.ctx, &mut tx, &carla, acme, written.iter().skip(1).map(String::as_str)).await.unwrap();
            assert_eq!((names.ids(&written).len(), names.to_add().count()), (1, 0));
            // Whoever looks afterwards finds it.
            let mut again = Names::read(["jugGling"].into_iter(), carla.locale);
            again.look_up(&mut tx, carla.id, acme).await.unwrap();
            assert_eq!(again.ids(&["jugGling".to_owned()]), names.ids(&written));
        }
    }
}

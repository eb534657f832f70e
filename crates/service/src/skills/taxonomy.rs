//! The shipped skills, with what is needed to find them: their folded names in every language.

use crate::tables::{ReferenceRow, alone, read};
use domain::skills::key;
use i18n::Locale;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The shipped skills and their groups.
pub(super) struct Taxonomy {
    /// The skills, in the order of the file.
    pub skills: Vec<Shipped>,
    by_id: HashMap<String, usize>,
    /// By a folded name in one language, in the order of [`Locale::ALL`]; the first of the file where two are called the same.
    by_key: Vec<HashMap<String, usize>>,
    /// The same in any language.
    by_any_key: HashMap<String, usize>,
    groups: HashMap<String, ReferenceRow>,
}

/// A shipped skill.
pub(super) struct Shipped {
    /// Its row.
    pub row: ReferenceRow,
    /// Its folded names, in the order of [`Locale::ALL`].
    pub keys: Vec<String>,
}

/// All of them.
pub(super) static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| {
    let rows: Vec<ReferenceRow> = read("skills.csv", include_str!("../../data/skills.csv"));
    let groups: Vec<ReferenceRow> = read("skill_groups.csv", include_str!("../../data/skill_groups.csv"));
    let by_id = rows.iter().enumerate().map(|(place, row)| (row.id.clone(), place)).collect();
    let skills: Vec<Shipped> =
        rows.into_iter().map(|row| Shipped { keys: Locale::ALL.map(|locale| key(row.name(locale))).to_vec(), row }).collect();
    let mut by_key = vec![HashMap::new(); Locale::ALL.len()];
    let mut by_any_key = HashMap::new();
    for (place, skill) in skills.iter().enumerate() {
        for (of_language, key) in by_key.iter_mut().zip(&skill.keys) {
            of_language.entry(key.clone()).or_insert(place);
            by_any_key.entry(key.clone()).or_insert(place);
        }
    }
    Taxonomy { by_id, skills, by_key, by_any_key, groups: groups.into_iter().map(|row| (row.id.clone(), row)).collect() }
});

impl Taxonomy {
    /// The skill with an id.
    pub(super) fn by_id(&self, id: &str) -> Option<&Shipped> {
        self.by_id.get(id).and_then(|place| self.skills.get(*place))
    }

    /// The skill with a folded name: in the reader's language if there is one, else in any.
    pub(super) fn by_key(&self, key: &str, locale: Locale) -> Option<&Shipped> {
        let theirs = Locale::ALL.iter().position(|l| *l == locale).unwrap_or(0);
        let place = self.by_key.get(theirs).and_then(|of_language| of_language.get(key)).or_else(|| self.by_any_key.get(key));
        place.and_then(|place| self.skills.get(*place))
    }
}

/// The name of a shipped skill, as it stands inside a sentence.
#[must_use]
pub fn name(id: &str, locale: Locale) -> Option<&'static str> {
    TAXONOMY.by_id(id).map(|skill| skill.row.name(locale))
}

/// The name of a group of shipped skills, as it stands alone.
#[must_use]
pub fn group_name(id: &str, locale: Locale) -> Option<String> {
    TAXONOMY.groups.get(id).map(|row| alone(row.name(locale)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::limits::SKILL_NAME_MAX;
    use domain::skills::typed;
    use std::collections::HashSet;

    #[test]
    fn at_least_300_skills_can_be_read_in_every_language_and_typed_again() {
        assert!(TAXONOMY.skills.len() >= 300, "{}", TAXONOMY.skills.len());
        assert_eq!(TAXONOMY.by_id.len(), TAXONOMY.skills.len(), "each id once");
        for skill in &TAXONOMY.skills {
            assert!(TAXONOMY.groups.contains_key(&skill.row.group), "{}", skill.row.id);
            for locale in Locale::ALL {
                let name = skill.row.name(locale);
                assert!(!name.is_empty() && name.chars().count() <= SKILL_NAME_MAX, "{name}");
                assert_eq!(typed(name), Ok(vec![name.to_owned()]), "one name: {name}");
            }
        }
    }

    #[test]
    fn in_each_language_every_name_means_one_skill() {
        for (place, locale) in Locale::ALL.into_iter().enumerate() {
            let keys: HashSet<&String> = TAXONOMY.skills.iter().filter_map(|skill| skill.keys.get(place)).collect();
            assert_eq!(keys.len(), TAXONOMY.skills.len(), "{locale}");
        }
    }
}

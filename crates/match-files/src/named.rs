//! Whom mentees name (a line manager, a mentor from before), found among the mentors in any spelling.

use cells::{Named, fold_value, people_named, person_named, same_name};
use std::collections::{BTreeSet, HashMap};

/// The mentors whom each mentee names, and what was found out on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Barred {
    /// The mentors' numbers, for each mentee.
    pub(crate) of: Vec<Vec<u32>>,
    /// Who is named in another spelling than the one mentor that it is: what is written, and the mentor's number.
    pub(crate) otherwise: Vec<(String, u32)>,
    /// Who is named and is no mentor, each once.
    pub(crate) unknown: Vec<String>,
    /// Who is named and may be one of several mentors, each once.
    pub(crate) unclear: Vec<String>,
}

/// Finds out by what mentees say, and by what mentors are called (name, address, or both in one text).
pub(crate) fn barred(mentees: &[String], mentors: &[String]) -> Barred {
    let index = Index::new(mentors);
    let mut known: HashMap<&str, Vec<u32>> = HashMap::new();
    let mut barred = Barred::default();
    for text in mentees {
        if let Some(numbers) = known.get(text.as_str()) {
            barred.of.push(numbers.clone());
            continue;
        }
        let mut all = BTreeSet::new();
        for named in people_named(text) {
            let found = index.find(&named);
            if let (1, Some(only)) = (found.len(), found.first())
                && mentors.get(*only as usize).is_none_or(|mentor| !fold_value(mentor).contains(&*fold_value(&named.written)))
                && !barred.otherwise.iter().any(|(written, _)| *written == named.written)
            {
                barred.otherwise.push((named.written.clone(), *only));
            }
            let list = match found.len() {
                0 => Some(&mut barred.unknown),
                1 => None,
                _ => Some(&mut barred.unclear),
            };
            if let Some(list) = list.filter(|list| !list.contains(&named.written)) {
                list.push(named.written.clone());
            }
            all.extend(found);
        }
        let numbers: Vec<u32> = all.into_iter().collect();
        known.insert(text, numbers.clone());
        barred.of.push(numbers);
    }
    barred
}

struct Index {
    people: Vec<Named>,
    by_address: HashMap<String, Vec<u32>>,
    by_word: HashMap<String, Vec<u32>>,
}

impl Index {
    fn new(mentors: &[String]) -> Self {
        let people: Vec<Named> = mentors.iter().map(|text| person_named(text)).collect();
        let (mut by_address, mut by_word) = (HashMap::<String, Vec<u32>>::new(), HashMap::<String, Vec<u32>>::new());
        for (number, person) in (0..).zip(&people) {
            for address in &person.addresses {
                by_address.entry(address.clone()).or_default().push(number);
            }
            let words: BTreeSet<&String> = person.names.iter().flatten().collect();
            for word in words {
                by_word.entry(word.clone()).or_default().push(number);
            }
        }
        Self { people, by_address, by_word }
    }

    /// Who has the address; else whoever may have the name.
    fn find(&self, named: &Named) -> BTreeSet<u32> {
        let by_address: BTreeSet<u32> =
            named.addresses.iter().filter_map(|address| self.by_address.get(address)).flatten().copied().collect();
        if !by_address.is_empty() {
            return by_address;
        }
        let may_be: BTreeSet<u32> = named.names.iter().flatten().filter_map(|word| self.by_word.get(word)).flatten().copied().collect();
        let same = |person: &Named| person.names.iter().any(|name| named.names.iter().any(|other| same_name(name, other)));
        let exactly = |person: &Named| person.names.iter().any(|name| named.names.contains(name));
        let of = |is: &dyn Fn(&Named) -> bool| {
            may_be.iter().copied().filter(|number| self.people.get(*number as usize).is_some_and(is)).collect()
        };
        let exact: BTreeSet<u32> = of(&exactly);
        if exact.is_empty() { of(&same) } else { exact }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_manager_is_found_in_any_spelling() {
        let mentors =
            texts(&["Dora Beispiel dora.beispiel@example.org", "Emil Beispiel x2@example.org", "Beispiel, Dieter d3@example.org"]);
        let named = [
            "Beispiel, Dora",
            "dora.beispiel@example.org",
            "Dora Beispiel (she/her)",
            "Dora Beispiel",
            "Dr. Dora M. Beispiel",
            "Beispiel, Emil; Dora Beispiel",
        ];
        let found = barred(&texts(&named), &mentors);
        assert_eq!(found.of, [vec![0], vec![0], vec![0], vec![0], vec![0], vec![0, 1]]);
        assert!(found.unknown.is_empty() && found.unclear.is_empty());
        let otherwise = [("Beispiel, Dora", 0), ("Dora Beispiel (she/her)", 0), ("Dr. Dora M. Beispiel", 0), ("Beispiel, Emil", 1)];
        assert_eq!(
            found.otherwise,
            otherwise.map(|(written, mentor)| (written.to_owned(), mentor)),
            "what is spelled alike isn't spoken of"
        );
    }

    #[test]
    fn who_is_nobody_or_several_is_said() {
        let mentors = texts(&["Dora Beispiel", "Dieter Beispiel"]);
        let found = barred(&texts(&["D. Beispiel", "Gero Muster", "N/A", "", "Gero Muster"]), &mentors);
        assert_eq!(found.of, [vec![0, 1], vec![], vec![], vec![], vec![]]);
        assert_eq!((found.unknown, found.unclear), (texts(&["Gero Muster"]), texts(&["D. Beispiel"])));
    }

    #[test]
    fn mentors_whose_addresses_are_all_there_is() {
        assert_eq!(barred(&texts(&["Beispiel, Dora"]), &texts(&["dora.beispiel@example.org"])).of, [vec![0]]);
    }
}

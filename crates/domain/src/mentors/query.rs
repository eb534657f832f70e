//! What somebody looks for in a list of mentors, to and from the query of an address.

use super::{MentorFilter, MentorOrder};
use crate::limits::LINE_MAX;
use serde::{Deserialize, Serialize};

/// Waking hours in common that one can ask for. Anybody has six, wherever the two live.
pub const HOURS: [u8; 4] = [8, 10, 12, 14];

/// What somebody looks for. Whatever in an address means nothing is left out, so that an old link still leads to a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MentorSearch {
    /// Words in the profile.
    pub words: String,
    /// A skill's id.
    pub skill: Option<String>,
    /// A language's code.
    pub language: Option<String>,
    /// Waking hours a day in common, at least.
    pub hours: Option<u8>,
    /// A country's code.
    pub country: Option<String>,
    /// Only those with room.
    pub room: bool,
    /// Only favourites.
    pub favourites: bool,
    /// The order; the reader's usual one when not said.
    pub order: Option<MentorOrder>,
    /// The page after this place.
    pub after: Option<String>,
    /// The page before this place.
    pub before: Option<String>,
}

impl MentorSearch {
    /// Reads it from the parameters of an address.
    #[must_use]
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name: &str| get(name).map(|value| clean(&value)).filter(|value| !value.is_empty());
        let of = |filter: MentorFilter| text(filter.as_str());
        Self {
            words: of(MentorFilter::Words).unwrap_or_default(),
            skill: of(MentorFilter::Skill),
            language: of(MentorFilter::Language),
            hours: of(MentorFilter::Hours).and_then(|value| value.parse().ok()).filter(|hours| (1..=24).contains(hours)),
            country: of(MentorFilter::Country),
            room: of(MentorFilter::Room).is_some(),
            favourites: of(MentorFilter::Favourites).is_some(),
            order: text("order").and_then(|value| value.parse().ok()),
            after: get("after"),
            before: get("before"),
        }
    }

    /// The parameters of its address, without the place in the list.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let yes = |on: bool| on.then(|| "true".to_owned());
        let words = Some(self.words.clone()).filter(|words| !words.is_empty());
        let filters = [
            (MentorFilter::Words, words),
            (MentorFilter::Skill, self.skill.clone()),
            (MentorFilter::Language, self.language.clone()),
            (MentorFilter::Hours, self.hours.map(|hours| hours.to_string())),
            (MentorFilter::Country, self.country.clone()),
            (MentorFilter::Room, yes(self.room)),
            (MentorFilter::Favourites, yes(self.favourites)),
        ];
        let order = self.order.map(|order| ("order", order.to_string()));
        filters.into_iter().filter_map(|(filter, value)| Some((filter.as_str(), value?))).chain(order).collect()
    }

    /// The filters that narrow the list.
    #[must_use]
    pub fn chosen(&self) -> Vec<MentorFilter> {
        let named = self.pairs();
        MentorFilter::ALL.iter().copied().filter(|filter| named.iter().any(|(name, _)| *name == filter.as_str())).collect()
    }

    /// The same without one filter, from the beginning of the list.
    #[must_use]
    pub fn without(&self, filter: MentorFilter) -> Self {
        Self::read(|name| {
            let kept = self.pairs().into_iter().find(|(other, _)| *other == name && name != filter.as_str());
            kept.map(|(_, value)| value)
        })
    }
}

fn clean(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LINE_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &[(&str, &str)]) -> MentorSearch {
        MentorSearch::read(|name| query.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn an_address_says_all_of_it_and_nothing_else() {
        let query = [("q", "  leading \n a team "), ("hours", "8"), ("room", "true"), ("order", "name"), ("after", "12.x"), ("skill", "")];
        let search = read(&query);
        assert_eq!((search.words.as_str(), search.hours, search.room), ("leading a team", Some(8), true));
        assert_eq!(search.after.as_deref(), Some("12.x"));
        let pairs: Vec<(&str, String)> = search.pairs();
        let again: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(again, [("q", "leading a team"), ("hours", "8"), ("room", "true"), ("order", "name")]);
        assert_eq!(read(&again), MentorSearch { after: None, ..search });
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        let search = read(&[("hours", "lots"), ("order", "random"), ("country", " ")]);
        assert_eq!(search, MentorSearch::default());
        assert_eq!(read(&[("hours", "200")]).hours, None);
    }

    #[test]
    fn a_filter_can_be_dropped_by_itself() {
        let search = read(&[("q", "rust"), ("country", "SN"), ("favourites", "true"), ("before", "1.x")]);
        assert_eq!(search.chosen(), [MentorFilter::Words, MentorFilter::Country, MentorFilter::Favourites]);
        let left = search.without(MentorFilter::Country);
        assert_eq!(left.chosen(), [MentorFilter::Words, MentorFilter::Favourites]);
        assert_eq!(left.before, None);
    }
}

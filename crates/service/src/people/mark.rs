//! What a profile's form was filled with, short enough to travel in the form; and what becomes of two changes of one profile.
//!
//! Each field is compared on its own: what was changed in one place alone is kept, in whichever place that was. Only a field that
//! was changed in both places, to something different, is for the person to decide.

use domain::people::views::ChangedElsewhere;
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The fields of a record by their names.
type Fields = Map<String, Value>;

/// The mark of a record: a short hash of each field, in the order of the fields' names.
pub(super) fn mark(record: &impl Serialize) -> String {
    marks(fields(record).values().map(short))
}

/// Joins what a form holds with what is there now. The form was filled with what the mark says; should it be of another kind, all
/// fields count as changed in both places.
///
/// # Errors
/// Fields that were changed in both places.
pub(super) fn join(mark: &str, now: &impl Serialize, form: &impl Serialize) -> Result<Value, ChangedElsewhere> {
    let (now, mut form) = (fields(now), fields(form));
    let before: Vec<&str> = mark.split('-').collect();
    let known = before.len() == now.len();
    let (mut joined, mut next, mut both) = (Fields::new(), Vec::new(), Vec::new());
    for (n, (name, theirs)) in now.into_iter().enumerate() {
        let mine = form.remove(&name).unwrap_or_default();
        let (is, own, was) = (short(&theirs), short(&mine), before.get(n).filter(|_| known).copied());
        if was == Some(own.as_str()) {
            // Not touched in this form.
            next.push(own);
            joined.insert(name, theirs);
            continue;
        }
        if was == Some(is.as_str()) || own == is {
            joined.insert(name, mine);
        } else {
            both.push(name);
        }
        next.push(is);
    }
    if both.is_empty() { Ok(Value::Object(joined)) } else { Err(ChangedElsewhere { mark: marks(next.into_iter()), fields: both }) }
}

fn fields(record: &impl Serialize) -> Fields {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Fields::new(),
    }
}

fn marks(hashes: impl Iterator<Item = String>) -> String {
    hashes.collect::<Vec<_>>().join("-")
}

fn short(value: &Value) -> String {
    Sha256::digest(value.to_string().as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(headline: &str, country: &str, languages: &[&str]) -> Value {
        json!({ "country": country, "headline": headline, "languages": languages })
    }

    #[test]
    fn what_was_changed_in_one_place_is_kept() {
        let before = mark(&record("Bees", "PT", &["en"]));
        let (now, form) = (record("Bees", "ES", &["en"]), record("Wasps", "PT", &["en"]));
        assert_eq!(join(&before, &now, &form), Ok(record("Wasps", "ES", &["en"])));
        // The form still shows the old country, which is no change of it the next time either.
        let again = record("Hornets", "PT", &["en"]);
        assert_eq!(join(&mark(&form), &record("Wasps", "ES", &["en"]), &again), Ok(record("Hornets", "ES", &["en"])));
    }

    #[test]
    fn what_was_changed_in_both_places_is_told_and_counts_the_next_time() {
        let before = mark(&record("Bees", "PT", &["en"]));
        let (now, form) = (record("Wasps", "ES", &["en", "es"]), record("Hornets", "PT", &["en", "es"]));
        let Err(elsewhere) = join(&before, &now, &form) else { return assert!(before.is_empty(), "it fits") };
        assert_eq!(elsewhere.fields, ["headline"]);
        assert_eq!(join(&elsewhere.mark, &now, &form), Ok(record("Hornets", "ES", &["en", "es"])));
    }

    #[test]
    fn a_mark_of_another_kind_tells_nothing() {
        let (now, form) = (record("Bees", "PT", &["en"]), record("Wasps", "PT", &["en"]));
        for before in ["", "nonsense", "a-b-c"] {
            assert_eq!(join(before, &now, &now), Ok(now.clone()));
            assert_eq!(join(before, &now, &form).map_err(|elsewhere| elsewhere.fields), Err(vec!["headline".to_owned()]));
        }
    }
}

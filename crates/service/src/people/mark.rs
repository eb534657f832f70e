//! What a section of the profile was filled with, short enough to travel in a form.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A short hash of each field of a section, in the order of the fields' names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark(Vec<(String, String)>);

impl Mark {
    /// The mark of a section; one that is no record counts as a single field without a name.
    pub(super) fn of(section: &impl Serialize) -> Self {
        match serde_json::to_value(section).unwrap_or_default() {
            Value::Object(fields) => Self(fields.iter().map(|(name, value)| (name.clone(), short(value))).collect()),
            other => Self(vec![(String::new(), short(&other))]),
        }
    }

    /// The fields that are not what a form was filled with. All of them, should its mark be of another kind.
    pub(super) fn changed_since(&self, mark: &str) -> Vec<String> {
        let before: Vec<&str> = mark.split('-').collect();
        let same_kind = before.len() == self.0.len();
        let changed = self.0.iter().zip(before.iter().map(Some).chain(std::iter::repeat(None)));
        changed
            .filter(|((_, now), before)| !same_kind || before.is_none_or(|before| before != now))
            .map(|((name, _), _)| name.clone())
            .collect()
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, (_, hash)) in self.0.iter().enumerate() {
            write!(f, "{}{hash}", if n == 0 { "" } else { "-" })?;
        }
        Ok(())
    }
}

fn short(value: &Value) -> String {
    Sha256::digest(value.to_string().as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_mark_tells_which_fields_have_changed() {
        let before = Mark::of(&json!({ "headline": "Bees", "country": "PT", "languages": ["en"] })).to_string();
        let now = Mark::of(&json!({ "headline": "Bees", "country": "ES", "languages": ["en", "es"] }));
        assert_eq!(now.changed_since(&before), ["country", "languages"]);
        assert_eq!(now.changed_since(&now.to_string()), Vec::<String>::new());
        assert_eq!(now.changed_since("nonsense"), ["country", "headline", "languages"]);
    }

    #[test]
    fn what_is_no_record_changes_as_a_whole() {
        let mark = Mark::of(&["a", "b"]);
        assert_eq!(mark.changed_since(&mark.to_string()), Vec::<String>::new());
        assert_eq!(mark.changed_since(""), [""]);
        assert_eq!(mark.changed_since(&Mark::of(&["a"]).to_string()), [""]);
    }
}

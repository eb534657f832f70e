//! Where a page of mentors begins: the place of one mentor in an order, so that the page is found even when that mentor has
//! gone meanwhile.

use crate::ids::PersonId;
use std::fmt;
use std::str::FromStr;

/// A place in an order: the value by which it is ordered, then the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The value.
    pub key: String,
    /// The person.
    pub id: PersonId,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

impl FromStr for Cursor {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (key, id) = text.rsplit_once('.').unwrap_or_default();
        Ok(Self { key: key.to_owned(), id: id.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_comes_back_from_its_text(key in any::<String>(), n in any::<u128>()) {
            let cursor = Cursor { key, id: PersonId(uuid::Uuid::from_u128(n)) };
            prop_assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }

        #[test]
        fn nonsense_is_no_cursor(text in "[a-z.]{0,20}") {
            prop_assert!(text.parse::<Cursor>().is_err());
        }
    }
}

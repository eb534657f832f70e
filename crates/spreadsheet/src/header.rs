//! The first line: which columns there are.

use crate::problem::Reason;
use cells::{cleaned, fold_header, undefused};

/// The names of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    names: Vec<String>,
    folded: Vec<String>,
}

impl Header {
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<String> = names.map(|name| cleaned(undefused(name)).into_owned()).collect();
        Self { folded: names.iter().map(|name| fold_header(name)).collect(), names }
    }

    /// The names as they are written, without spaces around them; a column without a name has an empty one.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The name of a column; empty when there is none.
    #[must_use]
    pub fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The name of a column as it is compared ([`cells::fold_header`]).
    #[must_use]
    pub fn folded(&self, column: usize) -> &str {
        self.folded.get(column).map_or("", String::as_str)
    }

    /// How many columns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The column with the first of these names that is there.
    ///
    /// # Errors
    /// [`Reason::TwoColumns`] when two columns have that name.
    pub fn find(&self, names: &[&str]) -> Result<Option<usize>, Reason> {
        for name in names {
            let name = fold_header(name);
            let mut fitting = self.folded.iter().enumerate().filter(|(_, folded)| **folded == name && !name.is_empty());
            if let Some((column, _)) = fitting.next() {
                return match fitting.next() {
                    Some((second, _)) => Err(Reason::TwoColumns { name: self.name(second).to_owned() }),
                    None => Ok(Some(column)),
                };
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_any_of_their_names() {
        let header = Header::new(["Prénom ", "E-Mail", "", "e mail 2"].into_iter());
        assert_eq!(header.find(&["first name", "prenom"]), Ok(Some(0)));
        assert_eq!(header.find(&["e_mail"]), Ok(Some(1)));
        assert_eq!(header.find(&["capacity"]), Ok(None));
        assert_eq!(header.find(&[""]), Ok(None), "a column without a name can't be asked for");
        assert_eq!((header.name(0), header.folded(0), header.name(9)), ("Prénom", "prenom", ""));
    }

    #[test]
    fn the_order_of_names_counts_not_that_of_columns() {
        let header = Header::new(["name", "id"].into_iter());
        assert_eq!(header.find(&["id", "name"]), Ok(Some(1)));
    }

    #[test]
    fn two_of_one_name_are_not_guessed_at() {
        let header = Header::new(["Score", "score "].into_iter());
        assert_eq!(header.find(&["score"]), Err(Reason::TwoColumns { name: "score".to_owned() }));
    }
}

//! Which column is about what: by its header, and by whether what is in it can be that.

use crate::read::Table;
use cells::{addresses, fold_value, is_no_answer, is_nothing_or_tick, number_in_words};
use column_words::{Field, candidates};

impl Table {
    /// What people say in a column; who says nothing is passed over.
    pub fn said(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.cells.get(column)).map(String::as_str);
        cells.filter(|text| !is_no_answer(text))
    }

    /// The columns that may be about something, the likeliest first: their headers say so, and what is in them can be that.
    #[must_use]
    pub fn all(&self, wanted: Field) -> Vec<usize> {
        let fitting = |column: &usize| fits(wanted, self.said(*column));
        candidates(&self.header, wanted).into_iter().filter(fitting).collect()
    }

    /// The likeliest of them.
    #[must_use]
    pub fn find(&self, wanted: Field) -> Option<usize> {
        candidates(&self.header, wanted).into_iter().find(|column| fits(wanted, self.said(*column)))
    }
}

/// Whether what a column says can be about something; a column that says nothing can.
pub fn fits<'t>(field: Field, said: impl Iterator<Item = &'t str>) -> bool {
    match field {
        Field::Email => mostly(said, |text| !addresses(text).is_empty()),
        Field::Capacity | Field::Wanted => mostly(said, |text| number_in_words(text).is_some() || is_number(text)),
        Field::Name | Field::FirstName | Field::LastName | Field::Manager | Field::MetBefore | Field::Organisation => {
            mostly(said, |text| !is_yes_or_no(text))
        }
        _ => true,
    }
}

/// Whether at least half of some texts are so; none at all are.
pub fn mostly<'t>(said: impl Iterator<Item = &'t str>, is: impl Fn(&str) -> bool) -> bool {
    let (all, fitting) = said.fold((0_u64, 0_u64), |(all, fitting), text| (all + 1, fitting + u64::from(is(text))));
    fitting * 2 >= all
}

/// What is a number but no fitting one is said with its line, and not taken for another kind of column.
fn is_number(text: &str) -> bool {
    spreadsheet::Decimal::parse(text, true).is_ok()
}

fn is_yes_or_no(text: &str) -> bool {
    const WORDS: &[&str] = &["yes", "no", "si", "oui", "non", "ja", "nein", "y", "n", "نعم", "لا", "x"];
    is_nothing_or_tick(text) || WORDS.contains(&&*fold_value(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::How;

    fn found(file: &str, wanted: Field) -> Option<String> {
        let table = Table::read("a.csv", file.as_bytes(), How::default()).unwrap();
        table.find(wanted).map(|column| table.header.name(column).to_owned())
    }

    #[test]
    fn what_is_in_a_column_decides_between_its_name_and_a_question() {
        let file = "Mentees,How many mentees would you like to mentor?\nEarly career;,3\nChangers;,1 or 2\n";
        assert_eq!(found(file, Field::Capacity).as_deref(), Some("How many mentees would you like to mentor?"));
        assert_eq!(found("Mentees,x\n3,a\n", Field::Capacity).as_deref(), Some("Mentees"));
        assert_eq!(found("Mentees,x\n-1,a\n", Field::Capacity).as_deref(), Some("Mentees"), "to be told that it is below zero");
        assert_eq!(found("Mentees,x\nEarly career,a\n", Field::Capacity), None);
        assert_eq!(found("Your manager,Name of your manager\nYes,Ada\nNo,Bo\n", Field::Manager).as_deref(), Some("Name of your manager"));
        assert_eq!(found("Email,Contact e-mail\nyes,a@x.org\n", Field::Email).as_deref(), Some("Contact e-mail"));
    }
}

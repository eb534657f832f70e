//! The forms of an organisation and of an invitation.

use crate::limits::{self, NAME_MAX, TEXT_MAX};
use crate::problem::{ProblemCode, Problems};
use crate::programs::{check_slug, suggest_slug};

/// Most addresses invited at once.
pub const INVITED_MAX: usize = 50;

draft! {
    /// An organisation's form.
    pub struct OrganisationDraft;
    /// What a valid form says.
    pub struct OrganisationFields;
    /// Names the fields of an organisation.
    pub enum OrganisationField;

    /// Its name.
    name / Name = "name": String, |value| limits::line(value, 2, NAME_MAX);
    /// Its name in addresses; empty takes the one that the name suggests.
    slug / Slug = "slug": String, check_slug;
    /// A few sentences about it.
    about / About = "about": String, |value| limits::text(value, 0, TEXT_MAX);
}

impl OrganisationDraft {
    /// Checks the form.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self) -> Result<OrganisationFields, Problems> {
        let mut draft = self.clone();
        if draft.slug.trim().is_empty() {
            draft.slug = suggest_slug(&draft.name);
        }
        let mut problems = Problems::default();
        let fields = draft.read(&mut problems);
        problems.into_result_of(fields)
    }
}

/// The addresses in a text, between commas, semicolons or white space, each once; also as mail programs copy them, with the name
/// in front (`Obi, Ada <ada@example.org>`).
///
/// # Errors
/// None, too many, or one that is no address.
pub fn addresses(text: &str) -> Result<Vec<String>, ProblemCode> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |typed: &str| -> Result<(), ProblemCode> {
        let address = crate::accounts::email(typed)?;
        if !found.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
            found.push(address);
        }
        Ok(())
    };
    let pieces: Vec<&str> = text.split([',', ';', '،', '\n', '\r']).flat_map(|piece| piece.split_inclusive('>')).map(str::trim).collect();
    for (place, piece) in pieces.iter().enumerate() {
        let named = |piece: &str| piece.split_once('<').is_some_and(|(name, _)| !name.contains('@'));
        if named(piece) {
            add(piece)?;
        } else if piece.contains('@') || !pieces.get(place + 1).is_some_and(|next| named(next)) {
            // Else it is the family name of whoever follows.
            piece.split_whitespace().try_for_each(&mut add)?;
        }
    }
    match found.len() {
        0 => Err(ProblemCode::Required),
        n if n > INVITED_MAX => Err(ProblemCode::TooMany { max: INVITED_MAX }),
        _ => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_mail_programs_copy_them() {
        let expected = Ok(vec!["ada@x.org".to_owned(), "bo@x.org".to_owned()]);
        for text in [
            "Ada Obi <ada@x.org>, Bo <bo@x.org>",
            "\"Obi, Ada\" <ada@x.org>; bo@x.org",
            "Obi, Ada <ada@x.org> Bo <bo@x.org>",
            "ada@x.org bo@x.org;",
            "<ada@x.org>\nmailto:bo@x.org",
        ] {
            assert_eq!(addresses(text), expected, "{text}");
        }
        for text in ["Ada Obi", "Ada, ada@x.org", "ada@x.org, Bo"] {
            assert_eq!(addresses(text), Err(ProblemCode::NotAnEmail), "{text}");
        }
        assert_eq!(addresses(" , "), Err(ProblemCode::Required));
    }

    #[test]
    fn a_name_suggests_its_address() {
        let draft = OrganisationDraft { name: " Café Nord ".to_owned(), ..OrganisationDraft::default() };
        let fields = draft.check().unwrap();
        assert_eq!((fields.name.as_str(), fields.slug.as_str()), ("Café Nord", "cafe-nord"));
        let own = OrganisationDraft { slug: "nord".to_owned(), ..draft }.check().unwrap();
        assert_eq!(own.slug, "nord");
    }

    #[test]
    fn each_fault_is_said_beside_its_field() {
        let draft = OrganisationDraft { name: String::new(), slug: "no spaces".to_owned(), about: "x".repeat(2_001) };
        let fields: Vec<String> = draft.check().unwrap_err().0.into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["name", "slug", "about"]);
    }

    #[test]
    fn addresses_come_in_any_list() {
        assert_eq!(addresses("a@example.org, B@example.org;\n a@EXAMPLE.org").unwrap(), ["a@example.org", "B@example.org"]);
        assert_eq!(addresses(" , "), Err(ProblemCode::Required));
        assert_eq!(addresses("a@example.org nobody"), Err(ProblemCode::NotAnEmail));
        let many = (0..51).map(|n| format!("a{n}@example.org")).collect::<Vec<_>>().join(" ");
        assert_eq!(addresses(&many), Err(ProblemCode::TooMany { max: 50 }));
    }
}

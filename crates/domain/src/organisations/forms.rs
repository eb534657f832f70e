//! The forms of an organisation and of an invitation.

use crate::limits::{self, NAME_MAX, TEXT_MAX};
use crate::problem::{ProblemCode, Problems};
use crate::programs::{check_slug, suggest_slug};
use serde::{Deserialize, Serialize};

/// Most addresses invited at once.
pub const INVITED_MAX: usize = 50;

/// An organisation, as typed. Field names: `name`, `slug`, `about`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationDraft {
    /// Its name.
    pub name: String,
    /// Its name in addresses; empty takes the one that the name suggests.
    pub slug: String,
    /// A few sentences about it.
    pub about: String,
}

/// What a valid form says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationFields {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// A few sentences about it.
    pub about: String,
}

/// Two people changed an organisation at the same time: what the other one saved, and from which version to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationVersions {
    /// The version now.
    pub version: i32,
    /// What it says now.
    pub theirs: OrganisationDraft,
}

impl OrganisationDraft {
    /// Checks the form.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self) -> Result<OrganisationFields, Problems> {
        let mut problems = Problems::default();
        let name = problems.check("name", limits::line(&self.name, 2, NAME_MAX));
        let about = problems.check("about", limits::text(&self.about, 0, TEXT_MAX));
        let typed = if self.slug.trim().is_empty() { suggest_slug(&self.name) } else { self.slug.clone() };
        let slug = problems.check("slug", check_slug(&typed));
        match (name, slug, about) {
            (Some(name), Some(slug), Some(about)) => Ok(OrganisationFields { name, slug, about }),
            _ => Err(problems),
        }
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
        assert_eq!(fields, ["name", "about", "slug"]);
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

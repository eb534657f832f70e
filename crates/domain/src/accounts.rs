//! Accounts: what their forms hold, and names, addresses and passwords as far as they can be judged without a database.

pub mod zones;

use crate::SessionId;
use crate::leaving::Leaving;
use crate::limits::{self, PASSWORD_MAX, PASSWORD_MIN};
use crate::problem::ProblemCode;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

text_enum! {
    /// What a one-time token sent by mail is for.
    pub enum TokenPurpose {
        /// Confirms the address of a new account.
        Verify = "verify",
        /// Sets a new password.
        Reset = "reset",
        /// Confirms a new address of an account.
        ChangeEmail = "change_email",
    }
}

text_enum! {
    /// What a link that confirms an address asks of whoever opens it.
    pub enum Confirming {
        /// Nothing more: the account's owner is signed in.
        AtOnce = "at_once",
        /// The account's password.
        WithPassword = "with_password",
        /// It doesn't work (any more).
        Never = "never",
    }
}

/// Checks that a text has the shape of an e-mail address and returns it trimmed.
///
/// The shape only (one `@`, something on both sides, a dot in the domain, no white space, at most 254 characters as
/// RFC 5321 has it): whether it exists is found out by writing to it.
///
/// # Errors
/// `Required` or `NotAnEmail`.
pub fn email(value: &str) -> Result<String, ProblemCode> {
    // What surrounds an address that was copied, and marks that nobody sees, would make it another person's.
    let value = cells::address(value);
    let value = value.as_str();
    if value.is_empty() {
        return Err(ProblemCode::Required);
    }
    let Some((local, domain)) = value.rsplit_once('@') else {
        return Err(ProblemCode::NotAnEmail);
    };
    let local_fine = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && !local.contains(['@', '<', '>', '"', ',', ';', ':', '(', ')', '[', ']', '\\']);
    let domain_fine = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let plain = !value.chars().any(|c| c.is_whitespace() || c.is_control());
    if local_fine && domain_fine && plain && value.len() <= 254 { Ok(value.to_owned()) } else { Err(ProblemCode::NotAnEmail) }
}

/// The form under which an address is unique: lower case, NFC, and the domain in the letters that people read, whether it was
/// typed in these or as `xn--…`.
#[must_use]
pub fn email_key(email: &str) -> String {
    let key = cells::address(email).nfc().collect::<String>().to_lowercase();
    match key.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", one_spelling(domain)),
        None => key,
    }
}

/// A domain in one of its spellings. What is no domain stays as it is.
fn one_spelling(domain: &str) -> String {
    if domain.is_ascii() && !domain.contains("xn--") {
        return domain.to_owned();
    }
    match idna::domain_to_unicode(domain) {
        (letters, Ok(())) => letters,
        (_, Err(_)) => domain.to_owned(),
    }
}

/// Checks a password's length. NFC, so that the same keys typed on two systems are the same password (RFC 8265).
///
/// # Errors
/// `Required`, `TooShort` or `TooLong`.
pub fn password(value: &str) -> Result<String, ProblemCode> {
    let value: String = value.nfc().collect();
    match value.chars().count() {
        0 => Err(ProblemCode::Required),
        n if n < PASSWORD_MIN => Err(ProblemCode::TooShort { min: PASSWORD_MIN }),
        n if n > PASSWORD_MAX => Err(ProblemCode::TooLong { max: PASSWORD_MAX }),
        _ => Ok(value),
    }
}

/// What the sign-up form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUp {
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// Their language, as a tag.
    pub locale: String,
    /// Their IANA time zone.
    pub zone: String,
    /// Where they were going, a path of this site: they get there once they have confirmed their address. Empty for nowhere.
    pub next: String,
}

/// What the sign-in form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The account's address.
    pub email: String,
    /// Its password.
    pub password: String,
}

/// What the first section of the settings holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basics {
    /// The person's name.
    pub name: String,
    /// Their language, as a tag.
    pub locale: String,
    /// Their IANA time zone.
    pub zone: String,
}

/// A signed-in device, as its owner reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The session on it.
    pub id: SessionId,
    /// Browser and system in words, e.g. `Firefox · Linux`.
    pub name: String,
    /// Whether it is held in a hand.
    pub handheld: bool,
    /// The network address it signed in from.
    pub address: String,
    /// When it was last seen, in words.
    pub last_seen: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Everything the page of settings shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettings {
    /// Name, language and time zone.
    pub basics: Basics,
    /// The account's address.
    pub email: String,
    /// An address that waits to be confirmed before it takes this one's place.
    pub pending_email: Option<String>,
    /// Where the person is signed in, the present device first.
    pub devices: Vec<Device>,
    /// How it stands with leaving.
    pub leaving: Leaving,
}

/// Checks a person's name.
///
/// # Errors
/// `Required` or `TooLong`.
pub fn name(value: &str) -> Result<String, ProblemCode> {
    limits::line(value, 1, limits::NAME_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_by_their_shape() {
        for good in ["ada@example.org", " ada@example.org ", "a.b+c@sub.example.co.uk", "o'neil@example.org", "jörg@bücher.example"] {
            assert_eq!(email(good), Ok(good.trim().to_owned()), "{good}");
        }
        assert_eq!(email("  "), Err(ProblemCode::Required));
        let long = format!("{}@example.org", "a".repeat(65));
        let bad =
            ["ada", "ada@", "@example.org", "ada@example", "a b@example.org", "a@b@example.org", ".a@example.org", "a..b@example.org"];
        for bad in
            bad.into_iter().chain(["a@-example.org", "a@example..org", "a@example.org\r\nBcc: b@example.org", "a@b.org; c@d.org", &long])
        {
            assert_eq!(email(bad), Err(ProblemCode::NotAnEmail), "{bad}");
        }
    }

    #[test]
    fn an_address_that_was_copied_is_the_address() {
        for copied in
            ["ada\u{200B}@example.org", "mailto:ada@example.org", "Ada Obi <ada@example.org>", "ada\u{AD}@example.org;", "ada＠example.org"]
        {
            assert_eq!((email(copied).as_deref(), email_key(copied).as_str()), (Ok("ada@example.org"), "ada@example.org"), "{copied:?}");
        }
    }

    #[test]
    fn one_key_for_every_spelling() {
        assert_eq!(email_key(" Ada@Example.ORG "), "ada@example.org");
        assert_eq!(email_key("jo\u{308}rg@example.org"), email_key("J\u{d6}RG@example.org"));
        assert_eq!(email_key("ada@bücher.example"), "ada@bücher.example");
        for same in ["ada@xn--bcher-kva.example", "ADA@XN--BCHER-KVA.EXAMPLE", "ada@BÜCHER.example", "ada@bu\u{308}cher.example"] {
            assert_eq!(email_key(same), "ada@bücher.example", "{same}");
        }
        for odd in ["xn--a", "ada@xn--a", "nobody", "a@b@xn--a"] {
            assert_eq!(email_key(odd), odd, "what is no domain stays what it is");
        }
    }

    #[test]
    fn passwords_by_their_length_in_characters() {
        assert_eq!(password(""), Err(ProblemCode::Required));
        assert_eq!(password("ninechars"), Err(ProblemCode::TooShort { min: 10 }));
        assert_eq!(password(&"ü".repeat(10)), Ok("ü".repeat(10)));
        assert_eq!(password(&"u\u{308}".repeat(10)), Ok("ü".repeat(10)), "two ways to type it, one password");
        assert_eq!(password(&"é".repeat(128)), Ok("é".repeat(128)));
        assert_eq!(password(&"é".repeat(129)), Err(ProblemCode::TooLong { max: 128 }));
    }
}

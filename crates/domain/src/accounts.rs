//! Accounts: e-mail addresses and passwords as far as they can be judged without a database.

use crate::limits::{PASSWORD_MAX, PASSWORD_MIN};
use crate::problem::ProblemCode;
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

/// Checks that a text has the shape of an e-mail address and returns it trimmed.
///
/// The shape only (one `@`, something on both sides, a dot in the domain, no white space, at most 254 characters as
/// RFC 5321 has it): whether it exists is found out by writing to it.
///
/// # Errors
/// `Required` or `NotAnEmail`.
pub fn email(value: &str) -> Result<String, ProblemCode> {
    let value = value.trim();
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

/// The form under which an address is unique: lower case, NFC.
#[must_use]
pub fn email_key(email: &str) -> String {
    email.trim().nfc().collect::<String>().to_lowercase()
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

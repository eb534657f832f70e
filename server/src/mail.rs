//! Sends mails: through the operator's mail server or, without one, into files.
//!
//! What a mail says is the service's business; this makes it a message and hands it over.

use crate::config::Config;
use lettre::address::AddressError;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::response::{Category, Code};
use lettre::transport::smtp::{self, AsyncSmtpTransportBuilder};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use store::mails::Mail;

/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// Sends mails.
#[derive(Clone, Debug)]
pub struct Mailer {
    from: Mailbox,
    host: String,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Server(Smtp),
    Folder(PathBuf),
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It may work later.
    #[error("{0}")]
    Later(String),
    /// It never will: the address is none, or the server refuses this mail for good.
    #[error("{0}")]
    Never(String),
}

/// Whether an address of a mail server can be understood.
pub(crate) fn check_url(url: &str) -> Result<(), String> {
    builder(url).map(|_| ())
}

/// Building it starts a task, which needs a runtime; reading the address doesn't.
fn builder(url: &str) -> Result<AsyncSmtpTransportBuilder, String> {
    // The rest of the address may hold a password and isn't repeated.
    let url = match encryption(url) {
        None => return Err("must begin with smtp:// or smtps://".to_owned()),
        Some(Encryption::Said) => url.to_owned(),
        Some(Encryption::None(without)) => without,
        Some(Encryption::Unsaid) => {
            return Err("must say whether it is encrypted: smtps://…, smtp://…?tls=required, or smtp://…?tls=none for mails \
                        and the password to go in the clear"
                .to_owned());
        }
    };
    Ok(Smtp::from_url(&url).map_err(|error| error.to_string())?.timeout(Some(PATIENCE)))
}

/// What an address of a mail server says of encryption.
#[derive(Debug, PartialEq, Eq)]
enum Encryption {
    /// That there is some, and how.
    Said,
    /// That there is none; the address without that word, which lettre doesn't know.
    None(String),
    /// Nothing. That would be none, which nobody gets without asking for it.
    Unsaid,
}

fn encryption(url: &str) -> Option<Encryption> {
    if url.starts_with("smtps://") {
        return Some(Encryption::Said);
    }
    if !url.starts_with("smtp://") {
        return None;
    }
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let words: Vec<&str> = query.split('&').filter(|word| !word.is_empty()).collect();
    Some(match words.iter().find_map(|word| word.strip_prefix("tls=")) {
        None => Encryption::Unsaid,
        Some("none") => {
            let others: Vec<&str> = words.into_iter().filter(|word| !word.starts_with("tls=")).collect();
            Encryption::None(if others.is_empty() { address.to_owned() } else { format!("{address}?{}", others.join("&")) })
        }
        Some(_) => Encryption::Said,
    })
}

/// An address as every mail server takes it: a domain of letters beyond ASCII in its other spelling (`xn--…`). Letters beyond ASCII
/// before the @ have none; for them the mail server must know SMTPUTF8.
fn deliverable(email: &str) -> Result<Address, AddressError> {
    let Some((local, domain)) = email.rsplit_once('@') else { return Err(AddressError::MissingParts) };
    let domain = idna::domain_to_ascii(domain).map_err(|_| AddressError::InvalidDomain)?;
    Address::new(local, domain)
}

impl Mailer {
    /// A mailer as configured. Says in the log when mails become files.
    ///
    /// # Errors
    /// The address of the mail server can't be understood, or the folder can't be made.
    pub fn new(config: &Config) -> Result<Self, String> {
        let way = match &config.smtp_url {
            Some(url) => Way::Server(builder(url)?.build()),
            None => {
                let folder = config.data.join("outbox");
                std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
                tracing::warn!(folder = %folder.display(), "no mail server is configured (TRELLIS_SMTP_URL): mails are written to files");
                Way::Folder(folder)
            }
        };
        Ok(Self { from: config.mail_from.clone(), host: config.host(), way })
    }

    /// Sends a mail.
    ///
    /// # Errors
    /// Whether another try may help.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail).map_err(|error| MailError::Never(error.to_string()))?;
        match &self.way {
            Way::Server(smtp) => {
                let Err(error) = smtp.send(message).await else { return Ok(()) };
                // A server that turns everybody away at its door uses the same codes; then it isn't about this mail.
                if refuses_the_mail(&error) && smtp.test_connection().await.unwrap_or(false) {
                    Err(MailError::Never(in_full(&error)))
                } else {
                    Err(MailError::Later(in_full(&error)))
                }
            }
            Way::Folder(folder) => {
                let file = folder.join(format!("{}.eml", mail.id));
                tokio::fs::write(&file, message.formatted())
                    .await
                    .map_err(|error| MailError::Later(format!("{}: {error}", file.display())))?;
                tracing::info!(to = %mail.to_email, subject = %mail.subject, file = %file.display(), "a mail was written to a file");
                Ok(())
            }
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
        let to = Mailbox::new(Some(mail.to_name.clone()), deliverable(&mail.to_email)?);
        let part = |kind: ContentType, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .date(SystemTime::from(mail.created_at))
            // The same at each try, so that a mail that was sent twice is recognised as one.
            .message_id(Some(format!("<{}@{}>", mail.id, self.host)))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("Content-Language", &mail.locale))
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, &mail.body_text))
                    .singlepart(part(ContentType::TEXT_HTML, &mail.body_html)),
            )?;
        Ok(message)
    }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The error, and what it comes from.
fn in_full(error: &smtp::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error}: {source}"))
}

/// Whether the server refuses this mail for good. Everything else may pass.
fn refuses_the_mail(error: &smtp::Error) -> bool {
    error.is_permanent() && error.status().is_some_and(is_about_the_mail)
}

/// Of the codes, 55x are about an address or what is written to it. The others are about us (a wrong password is 535) or the
/// commands: when the operator has put that right, the mail goes out.
fn is_about_the_mail(code: Code) -> bool {
    matches!(code.category, Category::MailSystem)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn mail(to: &str) -> Mail {
        Mail {
            id: "0195c0de-0000-7000-8000-000000000001".parse().unwrap(),
            to_name: "Zoë, \"Z\"".to_owned(),
            to_email: to.to_owned(),
            locale: "fr".to_owned(),
            subject: "Bienvenue à Trellis".to_owned(),
            body_text: "Bonjour Zoë".to_owned(),
            body_html: "<p>Bonjour Zoë</p>".to_owned(),
            created_at: "2026-03-02T09:00:00Z".parse().unwrap(),
            attempts: 1,
        }
    }

    fn mailer(folder: PathBuf) -> Mailer {
        Mailer { from: "Trellis <trellis@example.org>".parse().unwrap(), host: "example.org".to_owned(), way: Way::Folder(folder) }
    }

    #[tokio::test]
    async fn a_mail_becomes_a_file_with_two_parts() {
        let folder = tempfile::tempdir().unwrap();
        mailer(folder.path().to_owned()).send(&mail("zoe@example.org")).await.unwrap();
        let file = folder.path().join("0195c0de-0000-7000-8000-000000000001.eml");
        let text = std::fs::read_to_string(file).unwrap();
        for part in ["From: Trellis <trellis@example.org>", "zoe@example.org", "multipart/alternative", "text/plain", "text/html"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        for part in
            ["Content-Language: fr", "Auto-Submitted: auto-generated", "Message-ID: <0195c0de-0000-7000-8000-000000000001@example.org>"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[tokio::test]
    async fn what_is_no_address_is_not_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let error = mailer(folder.path().to_owned()).send(&mail("zoe")).await.unwrap_err();
        assert!(matches!(error, MailError::Never(_)));
    }

    #[test]
    fn a_wrong_password_is_not_the_mails_fault() {
        use lettre::transport::smtp::response::{Detail, Severity};
        let code = |category, detail| Code::new(Severity::PermanentNegativeCompletion, category, detail);
        for detail in [Detail::Zero, Detail::One, Detail::Two, Detail::Three, Detail::Four] {
            assert!(is_about_the_mail(code(Category::MailSystem, detail)), "55{detail}");
        }
        for detail in [Detail::Zero, Detail::Four, Detail::Five, Detail::Eight] {
            assert!(!is_about_the_mail(code(Category::Unspecified3, detail)), "53{detail}");
            assert!(!is_about_the_mail(code(Category::Syntax, detail)), "50{detail}");
        }
    }

    #[test]
    fn addresses_of_mail_servers() {
        for (url, fine) in [
            ("smtp://localhost:2525", false),
            ("smtp://localhost:2525?tls=none", true),
            ("smtp://user:secret@mail.example.org:25/me?tls=none", true),
            ("smtp://localhost:2525?tls=perhaps", false),
            ("smtps://user:secret@mail.example.org", true),
            ("smtp://mail.example.org:587?tls=required", true),
            ("mail.example.org", false),
            ("https://mail.example.org", false),
        ] {
            assert_eq!(check_url(url).is_ok(), fine, "{url}");
        }
        assert!(!check_url("smtp://user:secret@mail.example.org").unwrap_err().contains("secret"));
    }

    #[test]
    fn domains_are_written_as_every_server_takes_them() {
        for (email, written) in [
            ("ada@example.org", "ada@example.org"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
            ("jörg@bücher.example", "jörg@xn--bcher-kva.example"),
        ] {
            assert_eq!(deliverable(email).unwrap().to_string(), written);
        }
        assert!(deliverable("ada").is_err());
    }
}

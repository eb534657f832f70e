//! How a mail looks: one plain layout, in text and in HTML, in the reader's language.
//!
//! An email is a subject, paragraphs, perhaps somebody's own words and one button. What it does not do: send.

use i18n::{I18n, Key, Locale, m};
use maud::{DOCTYPE, html};
use std::fmt::Write as _;

/// Whom a mail is for.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their language.
    pub locale: Locale,
}

impl Recipient {
    /// Somebody as the database has them; in English if Trellis no longer speaks the language of the tag.
    #[must_use]
    pub fn new(name: &str, email: &str, locale: &str) -> Self {
        Self { name: name.to_owned(), email: email.to_owned(), locale: Locale::from_tag(locale).unwrap_or_default() }
    }
}

/// A mail as the use case means it.
#[derive(Debug, Clone, Copy)]
pub struct EmailTemplate<'a> {
    /// The subject line.
    pub subject: Key,
    /// The paragraphs after the greeting.
    pub body: &'a [Key],
    /// Somebody's own words, shown as a quotation after the first paragraph.
    pub quote: Option<&'a str>,
    /// The one button: its label and where it leads (a path of this site).
    pub action: Option<(Key, &'a str)>,
    /// Placeholders of the subject and the paragraphs.
    pub args: &'a [(&'a str, &'a str)],
}

/// A mail in words.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The subject line.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// What both parts of a mail say.
struct Words<'a> {
    locale: Locale,
    subject: String,
    greeting: String,
    paragraphs: Vec<String>,
    quote: Option<&'a str>,
    /// What the button says, and its address.
    action: Option<(String, String)>,
    sign_off: &'static str,
    footer: String,
}

/// Puts a letter into words for its reader.
#[must_use]
pub fn render(to: &Recipient, template: &EmailTemplate<'_>, base_url: &str) -> Rendered {
    let i18n = I18n::of(to.locale);
    let words = Words {
        locale: to.locale,
        subject: i18n.f(template.subject, template.args),
        greeting: i18n.f(m::MAIL_GREETING, &[("name", &to.name)]),
        paragraphs: template.body.iter().map(|key| i18n.f(*key, template.args)).collect(),
        quote: template.quote,
        action: template.action.map(|(label, path)| (i18n.f(label, template.args), format!("{base_url}{path}"))),
        sign_off: i18n.t(m::MAIL_SIGN_OFF),
        footer: i18n.f(m::MAIL_FOOTER, &[("url", base_url)]),
    };
    Rendered { text: text(&words), html: page(&words), subject: words.subject }
}

fn text(words: &Words<'_>) -> String {
    let mut text = format!("{}\n\n", words.greeting);
    for (i, paragraph) in words.paragraphs.iter().enumerate() {
        let _ = write!(text, "{paragraph}\n\n");
        if let Some(quote) = words.quote.filter(|_| i == 0) {
            for line in quote.lines() {
                let _ = writeln!(text, "> {line}");
            }
            text.push('\n');
        }
    }
    if let Some((label, url)) = &words.action {
        let _ = write!(text, "{label}:\n{url}\n\n");
    }
    let _ = write!(text, "{}\n\n-- \n{}\n", words.sign_off, words.footer);
    text
}

fn page(words: &Words<'_>) -> String {
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(words.locale) dir=(words.locale.dir()) {
            head { meta charset="utf-8"; title { (words.subject) } } "\n"
            body style="font:16px/1.55 system-ui,sans-serif;color:#222;background:#faf8f3;margin:0;padding:2em 1em" {
                div style="max-width:36em;margin:auto" {
                    "\n" p { (words.greeting) } "\n"
                    @for (i, paragraph) in words.paragraphs.iter().enumerate() {
                        p { (paragraph) } "\n"
                        @if let Some(quote) = words.quote.filter(|_| i == 0) {
                            blockquote style="margin:0;padding:0 0 0 1em;border-inline-start:3px solid #8fae94" {
                                @for (n, line) in quote.split('\n').enumerate() { @if n > 0 { br; } (line) }
                            } "\n"
                        }
                    }
                    @if let Some((label, url)) = &words.action {
                        p {
                            a href=(url) style="display:inline-block;padding:.7em 1.2em;border-radius:.5em;background:#2f5d3a;color:#fff;text-decoration:none" {
                                (label)
                            }
                        } "\n"
                        p style="font-size:.85em;color:#555" { (url) } "\n"
                    }
                    p { (words.sign_off) } "\n"
                    hr style="border:0;border-top:1px solid #ddd";
                    p style="font-size:.85em;color:#555" { (words.footer) }
                }
            }
        } "\n"
    };
    page.into_string()
}

#[cfg(test)]
#[path = "mail_tests.rs"]
mod tests;

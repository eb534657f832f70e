//! How a mail looks: one plain layout, in text and in HTML, in the reader's language.
//!
//! Mails are few and short, so there is no template engine: a letter is a subject, paragraphs, perhaps somebody's own words
//! and one button. What it does not do: send.

use crate::announce::Recipient;
use i18n::{I18n, Key, m};
use std::fmt::Write as _;

/// A mail as the use case means it.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
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

/// Puts a letter into words for its reader.
#[must_use]
pub fn render(to: &Recipient, letter: &Letter<'_>, base_url: &str) -> Rendered {
    let i18n = I18n::of(to.locale);
    let subject = i18n.f(letter.subject, letter.args);
    let greeting = i18n.f(m::MAIL_GREETING, &[("name", &to.name)]);
    let sign_off = i18n.t(m::MAIL_SIGN_OFF);
    let footer = i18n.f(m::MAIL_FOOTER, &[("url", base_url)]);

    let mut text = format!("{greeting}\n\n");
    let mut html = format!("<p>{}</p>\n", escape(&greeting));
    for (i, key) in letter.body.iter().enumerate() {
        let paragraph = i18n.f(*key, letter.args);
        let _ = write!(text, "{paragraph}\n\n");
        let _ = writeln!(html, "<p>{}</p>", escape(&paragraph));
        if let Some(quote) = letter.quote.filter(|_| i == 0) {
            for line in quote.lines() {
                let _ = writeln!(text, "> {line}");
            }
            text.push('\n');
            let _ = writeln!(
                html,
                "<blockquote style=\"margin:0;padding:0 0 0 1em;border-inline-start:3px solid #8fae94\">{}</blockquote>",
                escape(quote).replace('\n', "<br>")
            );
        }
    }
    if let Some((label, path)) = letter.action {
        let label = i18n.f(label, letter.args);
        let url = format!("{base_url}{path}");
        let _ = write!(text, "{label}:\n{url}\n\n");
        let _ = writeln!(
            html,
            "<p><a href=\"{0}\" style=\"display:inline-block;padding:.7em 1.2em;border-radius:.5em;background:#2f5d3a;color:#fff;text-decoration:none\">{1}</a></p>\n<p style=\"font-size:.85em;color:#555\">{0}</p>",
            escape(&url),
            escape(&label)
        );
    }
    let _ = write!(text, "{sign_off}\n\n-- \n{footer}\n");
    let _ = writeln!(html, "<p>{}</p>", escape(sign_off));

    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body style=\"font:16px/1.55 system-ui,sans-serif;color:#222;background:#faf8f3;margin:0;padding:2em 1em\"><div style=\"max-width:36em;margin:auto\">\n{html}<hr style=\"border:0;border-top:1px solid #ddd\"><p style=\"font-size:.85em;color:#555\">{footer}</p></div></body></html>\n",
        lang = to.locale,
        dir = to.locale.dir(),
        title = escape(&subject),
        footer = escape(&footer),
    );
    Rendered { subject, text, html: page }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

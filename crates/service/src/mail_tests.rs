//! Both parts of a mail, letter by letter, and that whatever people wrote stays text.

use super::*;

fn recipient(locale: Locale) -> Recipient {
    Recipient { name: "Ada <b>\"&'".to_owned(), email: "ada@example.org".to_owned(), locale }
}

fn rendered(locale: Locale, quote: Option<&str>) -> Rendered {
    let template = EmailTemplate {
        subject: m::REQUESTS_MAIL_OPEN_REQUEST,
        body: &[m::REQUESTS_MAIL_QUESTION, m::REQUESTS_MAIL_PROGRAM_ENDED],
        quote,
        action: Some((m::REQUESTS_MAIL_OPEN_REQUEST, "/programs/career/requests?a=1&b=\"2\"")),
        args: &[("name", "Noor <i>"), ("program", "R&D")],
    };
    render(&recipient(locale), &template, "https://mentoring.example.org")
}

#[test]
fn the_text_part() {
    let mail = rendered(Locale::En, Some("One <line>\nand \"another\""));
    assert_eq!(mail.subject, "Open the request");
    let expected = "Hello Ada <b>\"&',\n\n\
        Noor <i> would like to know something before answering your request in R&D. The clock stands still until you reply.\n\n\
        > One <line>\n> and \"another\"\n\n\
        R&D has ended, so the open request between you and Noor <i> is closed.\n\n\
        Open the request:\nhttps://mentoring.example.org/programs/career/requests?a=1&b=\"2\"\n\n\
        Warm regards, Trellis\n\n-- \nYou receive this because you have an account at https://mentoring.example.org.\n";
    assert_eq!(mail.text, expected);
}

#[test]
fn the_html_part() {
    let mail = rendered(Locale::En, Some("One <line>\nand \"another\""));
    let expected = "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>Open the request</title></head>\n\
        <body style=\"font:16px/1.55 system-ui,sans-serif;color:#222;background:#faf8f3;margin:0;padding:2em 1em\">\
        <div style=\"max-width:36em;margin:auto\">\n\
        <p>Hello Ada &lt;b&gt;&quot;&amp;',</p>\n\
        <p>Noor &lt;i&gt; would like to know something before answering your request in R&amp;D. \
        The clock stands still until you reply.</p>\n\
        <blockquote style=\"margin:0;padding:0 0 0 1em;border-inline-start:3px solid #8fae94\">\
        One &lt;line&gt;<br>and &quot;another&quot;</blockquote>\n\
        <p>R&amp;D has ended, so the open request between you and Noor &lt;i&gt; is closed.</p>\n\
        <p><a href=\"https://mentoring.example.org/programs/career/requests?a=1&amp;b=&quot;2&quot;\" \
        style=\"display:inline-block;padding:.7em 1.2em;border-radius:.5em;background:#2f5d3a;color:#fff;text-decoration:none\">\
        Open the request</a></p>\n\
        <p style=\"font-size:.85em;color:#555\">https://mentoring.example.org/programs/career/requests?a=1&amp;b=&quot;2&quot;</p>\n\
        <p>Warm regards, Trellis</p>\n\
        <hr style=\"border:0;border-top:1px solid #ddd\">\
        <p style=\"font-size:.85em;color:#555\">You receive this because you have an account at https://mentoring.example.org.</p>\
        </div></body></html>\n";
    assert_eq!(mail.html, expected);
}

#[test]
fn the_readers_language_has_its_direction() {
    let mail = rendered(Locale::Ar, None);
    assert!(mail.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", mail.html);
    assert!(!mail.html.contains("<blockquote") && !mail.text.contains("> "), "{}", mail.text);
}

//! A guess as a `match.toml` that somebody can read, save and change.

use super::Left;
use crate::config::{Capacity, Config, Criterion, Names, Side};
use std::fmt::Write as _;

pub(super) fn text(config: &Config, orders: &[(Names, Names, Vec<String>)], left: &[(String, Left)]) -> String {
    let mut text =
        "# Guessed from the headers. Save it as match.toml, change what is wrong, and pass it on with --config match.toml.\n".to_owned();
    side(&mut text, "mentees", &config.mentees, "wanted", "# how many mentors each mentee wants; a column may say it");
    side(&mut text, "mentors", &config.mentors, "capacity", "# how many mentees each mentor takes; a column may say it");
    for one in &config.criteria {
        criterion(&mut text, one);
    }
    for (mentee, mentor, words) in orders {
        text.push_str("\n# This has an order that only you know. Put it right and take the # away:\n");
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        let lines = format!("[[criteria]]\n{}how = \"close\"\nweight = 50\norder = [{}]\n", columns(mentee, mentor), words.join(", "));
        for line in lines.lines() {
            let _ = writeln!(text, "# {line}");
        }
    }
    remark(&mut text, left, Left::Personal, "who somebody is counts nothing unless you ask for it");
    remark(&mut text, left, Left::Prose, "prose can't be compared");
    remark(&mut text, left, Left::SaysNothing, "says the same for nearly everybody, or something else for everybody");
    remark(&mut text, left, Left::OneFile, "in one of the two files only, or its name says too little");
    text
}

fn side(text: &mut String, title: &str, side: &Side, places: &str, remark: &str) {
    let _ = write!(text, "\n[{title}]\n");
    if let Some(id) = &side.id {
        let _ = writeln!(text, "id = {}", names(id));
    }
    if let Some(name) = &side.name {
        let _ = writeln!(text, "name = {}", names(name));
    }
    let _ = match &side.places {
        Some(Capacity::Column(column)) => writeln!(text, "{places} = {}", quoted(column)),
        Some(Capacity::Everybody(number)) => writeln!(text, "{places} = {number}"),
        None => writeln!(text, "{places} = 1 {remark}"),
    };
}

fn criterion(text: &mut String, one: &Criterion) {
    let _ = write!(text, "\n[[criteria]]\n{}how = \"{}\"\n", columns(&one.mentee, &one.mentor), one.how.word());
    if !one.how.forbids() {
        let _ = writeln!(text, "weight = {}", one.weight);
    }
    if one.required {
        text.push_str("required = true\n");
    }
}

fn columns(mentee: &Names, mentor: &Names) -> String {
    if mentee == mentor {
        format!("column = {}\n", names(mentee))
    } else {
        format!("mentee = {}\nmentor = {}\n", names(mentee), names(mentor))
    }
}

fn names(names: &Names) -> String {
    match names {
        Names::One(name) => quoted(name),
        Names::Several(names) => format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")),
    }
}

/// As TOML writes a text: on one line, whatever is in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn remark(text: &mut String, left: &[(String, Left)], why: Left, words: &str) {
    let names: Vec<String> = left.iter().filter(|(_, left)| *left == why).map(|(name, _)| quoted(name)).collect();
    if !names.is_empty() {
        let _ = write!(text, "\n# Not counted, {words}: {}\n", names.join(", "));
    }
}

//! Why two people fit, in the reader's language: sentences in which what matters stands out.

use crate::{reference, skills};
use domain::fit::views::{CardFit, FitPart, FitView, Span};
use domain::fit::{Features, FitReasons, Vocabulary, Weights, explain, fit};
use i18n::{I18n, Key, m};
use std::collections::HashMap;

/// What stands around the words that matter until the sentence is cut there: no text that people type has these signs.
const OPEN: char = '\u{2}';
const SHUT: char = '\u{3}';
/// So many skills or kinds of help are named.
const NAMED: usize = 3;

/// The names of what the features have numbers for.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    /// The numbers.
    pub vocabulary: &'a Vocabulary,
    /// Names of skills that people added.
    pub added: &'a HashMap<String, String>,
    /// The reader's language.
    pub i18n: I18n,
}

impl Names<'_> {
    /// A skill's name, as it stands inside a sentence.
    pub(crate) fn skill(&self, id: &str) -> Option<String> {
        skills::name(id, self.i18n.locale).map(str::to_owned).or_else(|| self.added.get(id).cloned())
    }

    fn skills(&self, numbers: &[u16]) -> Vec<String> {
        let ids = numbers.iter().filter_map(|number| self.vocabulary.skills.key(*number));
        ids.filter_map(|id| self.skill(id)).take(NAMED).collect()
    }

    fn languages(&self, numbers: &[u16]) -> Vec<String> {
        let codes = numbers.iter().filter_map(|number| self.vocabulary.languages.key(*number));
        codes.filter_map(|code| reference::language_name(code, self.i18n.locale)).map(str::to_owned).collect()
    }

    fn industry(&self, number: u16) -> Option<&str> {
        reference::industry_name(self.vocabulary.industries.key(number)?, self.i18n.locale)
    }
}

/// How a mentor fits a mentee, told to the mentee.
pub(crate) fn view(names: Names<'_>, mentee: &Features, mentor: &Features, weights: &Weights, name: &str) -> CardFit {
    match fit(mentee, mentor, weights) {
        Ok(fit) => CardFit::Fits(FitView {
            total: fit.total,
            known: fit.known,
            reasons: reasons(names, &explain(mentee, mentor), name),
            parts: FitPart::of(&fit),
        }),
        Err(_) => CardFit::NoSharedLanguage,
    }
}

/// What the mentor can give, then how the two would get on. The mentor is named: no language needs to know more.
fn reasons(names: Names<'_>, reasons: &FitReasons, name: &str) -> Vec<Span> {
    sentences(names, reasons, Side { words: &TO_MENTEE, mentor: name, mentee: "" })
}

/// The same told to somebody else, with both named, and what each of them names: that is for coordinators alone.
pub(crate) fn told(names: Names<'_>, reasons: &FitReasons, mentor: &str, mentee: &str) -> Vec<Span> {
    let mut spans = sentences(names, reasons, Side { words: &TO_OTHERS, mentor, mentee });
    let preferences = [
        (m::MATCH_RUNS_FIT_MENTEE_PREFERENCE, reasons.mentee_preference),
        (m::MATCH_RUNS_FIT_MENTOR_PREFERENCE, reasons.mentor_preference),
    ];
    for (key, place) in preferences.into_iter().filter_map(|(key, place)| Some((key, place?))) {
        let place = names.i18n.number(place.into());
        let text = names.i18n.f(key, &[("name", mentor), ("mentee", mentee), ("place", &place)]);
        spans.push(Span { text: format!(" {text}"), strong: false });
    }
    spans
}

/// The same told to one of the two, or to somebody else; what either names stays out of it.
pub(crate) fn told_to(names: Names<'_>, reasons: &FitReasons, perspective: Perspective, mentor: &str, mentee: &str) -> Vec<Span> {
    let words = match perspective {
        Perspective::Mentee => &TO_MENTEE,
        Perspective::Mentor => &TO_MENTOR,
        Perspective::Other => &TO_OTHERS,
    };
    sentences(names, reasons, Side { words, mentor, mentee })
}

/// From whose side it is told why two fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Perspective {
    Mentee,
    Mentor,
    Other,
}

/// The sentences of one point of view.
struct Sentences {
    skills: Key,
    help: Key,
    industry: Key,
    years: Key,
    free: Key,
    never_free: Key,
    waking: Key,
    languages: Key,
}

const TO_MENTEE: Sentences = Sentences {
    skills: m::MENTORS_FIT_SKILLS,
    help: m::MENTORS_FIT_HELP,
    industry: m::MENTORS_FIT_INDUSTRY,
    years: m::MENTORS_FIT_YEARS,
    free: m::MENTORS_FIT_FREE,
    never_free: m::MENTORS_FIT_NEVER_FREE,
    waking: m::MENTORS_FIT_WAKING,
    languages: m::MENTORS_FIT_LANGUAGES,
};

const TO_MENTOR: Sentences = Sentences {
    skills: m::PROPOSALS_FIT_SKILLS,
    help: m::PROPOSALS_FIT_HELP,
    industry: m::PROPOSALS_FIT_INDUSTRY,
    years: m::PROPOSALS_FIT_YEARS,
    ..TO_MENTEE
};

const TO_OTHERS: Sentences = Sentences {
    skills: m::MATCH_RUNS_FIT_SKILLS,
    help: m::MATCH_RUNS_FIT_HELP,
    industry: m::MATCH_RUNS_FIT_INDUSTRY,
    years: m::MATCH_RUNS_FIT_YEARS,
    free: m::MATCH_RUNS_FIT_FREE,
    never_free: m::MATCH_RUNS_FIT_NEVER_FREE,
    waking: m::MATCH_RUNS_FIT_WAKING,
    languages: m::MATCH_RUNS_FIT_LANGUAGES,
};

/// Who tells it, and of whom.
#[derive(Clone, Copy)]
struct Side<'a> {
    words: &'a Sentences,
    mentor: &'a str,
    mentee: &'a str,
}

fn sentences(names: Names<'_>, reasons: &FitReasons, side: Side<'_>) -> Vec<Span> {
    let sentences: Vec<String> = [lead(names, reasons, side), Some(together(names, reasons, side))].into_iter().flatten().collect();
    spans(&sentences.join(" "))
}

fn lead(names: Names<'_>, reasons: &FitReasons, side: Side<'_>) -> Option<String> {
    let (i18n, words, who) = (names.i18n, side.words, [("name", side.mentor), ("mentee", side.mentee)]);
    let with = |key, name, value: &str| i18n.f(key, &[who[0], who[1], (name, value)]);
    let skills = names.skills(&reasons.shared_skills);
    if !skills.is_empty() {
        return Some(with(words.skills, "skills", &strong(i18n, &skills)));
    }
    if !reasons.shared_help.is_empty() {
        let kinds: Vec<&str> = reasons.shared_help.iter().take(NAMED).map(|kind| i18n.t(wording::mentors::help(*kind))).collect();
        return Some(with(words.help, "help", &strong(i18n, &kinds)));
    }
    if let Some(industry) = reasons.shared_industry.and_then(|number| names.industry(number)) {
        return Some(with(words.industry, "industry", &strong(i18n, &[industry])));
    }
    let years = reasons.years_ahead?;
    Some(i18n.n(words.years, years.into(), &who))
}

/// When they are both free, if both say so; else how long they are both awake. Those are two things, and each is called what it is.
fn together(names: Names<'_>, reasons: &FitReasons, side: Side<'_>) -> String {
    let i18n = names.i18n;
    let languages = i18n.list(&names.languages(&reasons.shared_languages));
    match (reasons.free_minutes_per_week, reasons.waking_hours_per_day) {
        (Some(minutes @ 1..), _) => i18n.f(side.words.free, &[("time", &time(i18n, minutes)), ("languages", &languages)]),
        (Some(0), Some(hours)) => i18n.n(side.words.never_free, hours.into(), &[("languages", &languages)]),
        (None, Some(hours)) => i18n.n(side.words.waking, hours.into(), &[("languages", &languages)]),
        (_, None) => i18n.f(side.words.languages, &[("languages", &languages)]),
    }
}

/// Hours and minutes, those of them that there are.
fn time(i18n: I18n, minutes: u16) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match (minutes / 60, minutes % 60) {
        (_, 0) => i18n.f(m::PEOPLE_HOURS, &[("hours", &hours)]),
        (0, _) => i18n.f(m::PEOPLE_MINUTES, &[("minutes", &rest)]),
        _ => i18n.f(m::PEOPLE_HOURS_MINUTES, &[("hours", &hours), ("minutes", &rest)]),
    }
}

fn strong<S: AsRef<str>>(i18n: I18n, words: &[S]) -> String {
    let marked: Vec<String> = words.iter().map(|word| format!("{OPEN}{}{SHUT}", word.as_ref())).collect();
    i18n.list(&marked)
}

/// Cuts a sentence where something matters.
fn spans(text: &str) -> Vec<Span> {
    let mut strong = false;
    let mut spans = Vec::new();
    for text in text.split([OPEN, SHUT]) {
        if !text.is_empty() {
            spans.push(Span { text: text.to_owned(), strong });
        }
        strong = !strong;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::people::HelpKind;
    use i18n::Locale;

    fn told(mentee: &Features, mentor: &Features, vocabulary: &Vocabulary, locale: Locale) -> String {
        let added = HashMap::from([("own".to_owned(), "Bienenzucht".to_owned())]);
        let names = Names { vocabulary, added: &added, i18n: I18n::of(locale) };
        match view(names, mentee, mentor, &Weights::default(), "Noor") {
            CardFit::Fits(fit) => fit.reasons.iter().map(|s| if s.strong { format!("*{}*", s.text) } else { s.text.clone() }).collect(),
            other => format!("{other:?}"),
        }
    }

    fn two(vocabulary: &mut Vocabulary) -> (Features, Features) {
        for language in ["fr", "en"] {
            vocabulary.languages.intern(&language.to_owned());
        }
        vocabulary.skills.intern(&"own".to_owned());
        let speaks = Features { languages: [0, 1].into_iter().collect(), utc_offset: Some(0), ..Features::default() };
        (speaks.clone(), Features { languages: [0].into_iter().collect(), utc_offset: Some(-300), ..speaks })
    }

    #[test]
    fn skills_come_first_then_help_then_experience() {
        let mut vocabulary = Vocabulary::default();
        let (mentee, mentor) = two(&mut vocabulary);
        let alone = told(&mentee, &mentor, &vocabulary, Locale::En);
        assert_eq!(alone, "You have 10 waking hours a day in common and both speak French.");
        let (mentee, mentor) = (Features { years: Some(1), ..mentee }, Features { years: Some(5), ..mentor });
        assert_eq!(told(&mentee, &mentor, &vocabulary, Locale::En), format!("Noor has 4 more years of experience. {alone}"));
        let help = [HelpKind::Career].into_iter().collect();
        let (mentee, mentor) = (Features { help_wanted: help, ..mentee }, Features { help_offered: help, ..mentor });
        assert!(told(&mentee, &mentor, &vocabulary, Locale::En).starts_with("Noor offers what you look for: *"));
        let (mentee, mentor) = (Features { wanted: vec![0], ..mentee }, Features { offered: [0].into_iter().collect(), ..mentor });
        assert_eq!(told(&mentee, &mentor, &vocabulary, Locale::En), format!("Noor can help you with *Bienenzucht*. {alone}"));
    }

    #[test]
    fn each_of_the_two_reads_it_from_their_side_and_nobody_what_the_other_preferences() {
        let mut vocabulary = Vocabulary::default();
        let (mentee, mentor) = two(&mut vocabulary);
        let (mentee, mentor) = (Features { wanted: vec![0], ..mentee }, Features { offered: [0].into_iter().collect(), ..mentor });
        let reasons = FitReasons { mentee_preference: Some(1), mentor_preference: Some(2), ..explain(&mentee, &mentor) };
        let added = HashMap::from([("own".to_owned(), "Bienenzucht".to_owned())]);
        let names = Names { vocabulary: &vocabulary, added: &added, i18n: I18n::of(Locale::En) };
        let said = |perspective| told_to(names, &reasons, perspective, "Noor", "Mia").into_iter().map(|span| span.text).collect::<String>();
        let together = "have 10 waking hours a day in common and both speak French.";
        assert_eq!(said(Perspective::Mentee), format!("Noor can help you with Bienenzucht. You {together}"));
        assert_eq!(said(Perspective::Mentor), format!("You can help Mia with Bienenzucht. You {together}"));
        assert_eq!(said(Perspective::Other), format!("Noor can help Mia with Bienenzucht. They {together}"));
        for locale in Locale::ALL {
            let names = Names { i18n: I18n::of(locale), ..names };
            let words: String = told_to(names, &reasons, Perspective::Mentor, "Noor", "Mia").into_iter().map(|span| span.text).collect();
            assert!(words.contains("Mia") && !words.contains("Noor") && words.ends_with('.'), "{words}");
        }
    }

    #[test]
    fn every_language_has_whole_sentences() {
        let mut vocabulary = Vocabulary::default();
        let (mentee, mentor) = two(&mut vocabulary);
        for locale in Locale::ALL {
            let words = told(&mentee, &mentor, &vocabulary, locale);
            assert!(words.contains("10") && words.ends_with('.') && !words.contains(['{', OPEN, SHUT]), "{words}");
        }
    }

    #[test]
    fn free_time_is_told_where_both_gave_theirs_and_waking_hours_are_called_that() {
        let mut vocabulary = Vocabulary::default();
        let (mentee, mentor) = two(&mut vocabulary);
        let free = |person: &Features, quarters: std::ops::Range<usize>| Features { free: quarters.collect(), ..person.clone() };
        let told = |mentee: &Features, mentor: &Features| told(mentee, mentor, &vocabulary, Locale::En);
        assert_eq!(
            told(&free(&mentee, 0..20), &mentor),
            "You have 10 waking hours a day in common and both speak French.",
            "only one says"
        );
        assert_eq!(
            told(&free(&mentee, 0..20), &free(&mentor, 11..60)),
            "You have 2 h 15 min of free time a week in common and both speak French."
        );
        assert_eq!(
            told(&free(&mentee, 0..20), &free(&mentor, 16..60)),
            "You have 1 h of free time a week in common and both speak French."
        );
        assert_eq!(
            told(&free(&mentee, 0..20), &free(&mentor, 18..60)),
            "You have 30 min of free time a week in common and both speak French."
        );
        assert_eq!(
            told(&free(&mentee, 0..20), &free(&mentor, 20..60)),
            "Your free hours don’t overlap; you have 10 waking hours a day in common and both speak French."
        );
        for locale in Locale::ALL {
            for start in [11, 20] {
                let words = self::told(&free(&mentee, 0..20), &free(&mentor, start..60), &vocabulary, locale);
                assert!(words.ends_with('.') && !words.contains(['{', OPEN, SHUT]), "{words}");
            }
        }
    }

    #[test]
    fn without_a_shared_language_nothing_else_is_told() {
        let vocabulary = Vocabulary::default();
        assert_eq!(told(&Features::default(), &Features::default(), &vocabulary, Locale::En), "NoSharedLanguage");
    }
}

//! What stands in a page, found by CSS selectors.

use scraper::{ElementRef, Html, Selector};

/// What `of` says about each element that the selector finds. Nothing of the parsed page stays, so that tests may wait afterwards.
fn each<T>(page: &str, selector: &str, of: impl Fn(ElementRef<'_>) -> Option<T>) -> Vec<T> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(page).select(&selector).filter_map(of).collect()
}

/// The values of an attribute.
pub fn attributes(page: &str, selector: &str, name: &str) -> Vec<String> {
    each(page, selector, |element| element.attr(name).map(str::to_owned))
}

/// The value of an attribute of the first element.
pub fn attribute(page: &str, selector: &str, name: &str) -> Option<String> {
    attributes(page, selector, name).into_iter().next()
}

/// The texts in elements.
pub fn texts(page: &str, selector: &str) -> Vec<String> {
    each(page, selector, |element| Some(element.text().collect()))
}

/// How many elements there are.
pub fn count(page: &str, selector: &str) -> usize {
    each(page, selector, |_| Some(())).len()
}

/// Names and values of the hidden fields of the form that is posted to `action`.
#[track_caller]
pub fn hidden_fields(page: &str, action: &str) -> Vec<(String, String)> {
    let hidden = Selector::parse("input[type=hidden][name]").unwrap();
    let field = |input: ElementRef<'_>| Some((input.attr("name")?.to_owned(), input.attr("value").unwrap_or_default().to_owned()));
    let mut forms = each(page, &format!("form[action=\"{action}\"]"), |form| Some(form.select(&hidden).filter_map(field).collect()));
    assert!(!forms.is_empty(), "no form for {action} in {page}");
    forms.swap_remove(0)
}

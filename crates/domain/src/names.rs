//! What is shown of people's names.

/// The first letters of the first and the last word of a name.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|w| w.chars().next());
    let last = words.next_back().and_then(|w| w.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("amara n. okafor"), "AO");
        assert_eq!(initials("Björk"), "B");
        assert_eq!(initials(" "), "");
        assert_eq!(initials("ليلى حداد"), "لح");
    }
}

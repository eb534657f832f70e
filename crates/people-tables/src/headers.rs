//! Which rows are headers: a title above them, questions and identifiers of questions below, the header again further down.

use cells::{fold_header, is_empty};
use column_words::{Field, about, finer_about};
use spreadsheet::Header;

/// A further header stands among so many rows below the first.
pub(crate) const FIRST_ROWS: usize = 5;

/// Whether a header is a title above the table: it stands alone on its line and is no name of a column, while the one below has
/// several that are.
pub(crate) fn is_title(header: &Header, next: &Header) -> bool {
    let named = |header: &Header| header.names().iter().filter(|name| !name.is_empty()).count();
    let known = |header: &Header| header.names().iter().filter(|name| about(name).is_some() || finer_about(name).is_some()).count();
    named(header) == 1 && known(header) == 0 && named(next) > 1 && known(next) > 1
}

/// Which of the first rows are further headers, and which rows anywhere are the header again.
pub(crate) fn further<'r>(header: &Header, rows: impl Iterator<Item = &'r [String]>) -> Vec<bool> {
    let rows: Vec<&[String]> = rows.collect();
    let mut is_header: Vec<bool> = rows.iter().map(|cells| is_again(header, cells)).collect();
    let first = || rows.iter().take(FIRST_ROWS);
    // Below identifiers of questions people begin, so whatever is above is none of them.
    if let Some(last) = first().position(|cells| is_of_identifiers(cells)) {
        is_header.iter_mut().take(last + 1).for_each(|is| *is = true);
    }
    for (is, cells) in is_header.iter_mut().zip(first()) {
        *is = *is || is_of_questions(header, cells);
        if !*is {
            break;
        }
    }
    is_header
}

/// The header once more, as in files that were pasted together.
fn is_again(header: &Header, cells: &[String]) -> bool {
    let mut said = cells.iter().enumerate().filter(|(_, cell)| !is_empty(cell)).peekable();
    let several = header.names().iter().filter(|name| !name.is_empty()).count() > 1;
    let same = |cell: &str, column| fold_header(cell).replace(' ', "") == header.folded(column).replace(' ', "");
    several && said.peek().is_some() && said.all(|(column, cell)| same(cell, column)) && filled(cells) > 1
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !is_empty(cell)).count()
}

/// `{"ImportId":"QID1_TEXT"}` in every cell, as Qualtrics writes it.
fn is_of_identifiers(cells: &[String]) -> bool {
    let mut said = cells.iter().filter(|cell| !is_empty(cell)).peekable();
    said.peek().is_some() && said.all(|cell| cell.starts_with("{\"ImportId\"") || cell.starts_with("{'ImportId'"))
}

/// Cells that ask for what their columns are about: *What is your e-mail address?* below *Email*. At least two do, and at least
/// half of those that could; people answer otherwise.
fn is_of_questions(header: &Header, cells: &[String]) -> bool {
    let (mut asking, mut answering) = (0, 0);
    for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !is_empty(cell)) {
        let Some((field, _)) = about(header.name(column)) else { continue };
        let asks = match field {
            // Nobody is called "Name", but a company may well be called "Company".
            Field::Email | Field::Name | Field::FirstName | Field::LastName | Field::Id => asks_for(cell, field),
            _ => cell.split_whitespace().nth(1).is_some() && asks_for(cell, field),
        };
        if asks || is_word_of_a_survey(cell) {
            asking += 1;
        } else {
            answering += 1;
        }
    }
    asking > 1 && asking >= answering
}

fn asks_for(cell: &str, field: Field) -> bool {
    !cell.contains('@') && about(cell).is_some_and(|(found, _)| found == field)
}

/// What SurveyMonkey writes below each question.
fn is_word_of_a_survey(cell: &str) -> bool {
    matches!(fold_header(cell).as_str(), "response" | "open ended response")
}

#[cfg(test)]
mod tests {
    use spreadsheet::Text;

    fn left_out(file: &str) -> Vec<u64> {
        let _ = Text::decode("a.csv", file.as_bytes()).unwrap();
        let table = crate::Table::read("a.csv", file.as_bytes(), crate::How::default()).unwrap();
        table.notes.iter().flat_map(|note| if let crate::Note::Headers { lines } = note { lines.clone() } else { Vec::new() }).collect()
    }

    #[test]
    fn questions_and_identifiers_below_the_header() {
        let ids = "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"";
        assert_eq!(left_out(&format!("Email,Q2\nWhat is your e-mail?,Anything\n{ids}\na@x.org,b\n")), [2, 3]);
        assert_eq!(
            left_out("Email,Name,Skills\nYour e-mail address,What is your name?,What would you like to learn?\na@x.org,Ada,Rust\n"),
            [2]
        );
        assert_eq!(left_out("Your e-mail,Your name,Topics\nOpen-Ended Response,Open-Ended Response,Response\na@x.org,Ada,Rust\n"), [2]);
    }

    #[test]
    fn the_header_again_and_a_title_above() {
        assert_eq!(left_out("Name,Email\nAda,a@x.org\nname,E-MAIL\nBo,b@x.org\n"), [3]);
        assert_eq!(left_out("Mentoring 2026,,\nName,Email,Team\nAda,a@x.org,x\n"), [1]);
    }

    #[test]
    fn people_are_no_headers() {
        for file in [
            "Name,Email\nAda,a@x.org\n",
            "Name,Company,Team\nEmil,Company,Team\nFa,Service,Unit\n",
            "First name,Industry\nNombre,Area\nBo,Field\n",
            "email,name\nname@example.org,Nom\n",
            "a\na\n",
        ] {
            assert_eq!(left_out(file), [0_u64; 0], "{file}");
        }
    }
}

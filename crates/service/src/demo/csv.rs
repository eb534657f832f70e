//! Rows of the CSV files that ship with the project: RFC 4180 with a header, no line break inside a cell.

/// The rows after the header, cell by cell.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.lines().skip(1).filter(|line| !line.is_empty()).map(cells)
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_commas_and_quotes() {
        let read: Vec<_> = rows("a,b\none,\"two, or \"\"three\"\"\"\n,\n").collect();
        assert_eq!(read, [["one", "two, or \"three\""], ["", ""]]);
    }
}

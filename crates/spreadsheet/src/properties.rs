//! Whatever the bytes: an answer, and never a panic.

use crate::{Decimal, Sheet, Text, fold_header, fold_value};
use proptest::prelude::*;

/// Reads everything there is and asks each field everything that can be asked.
fn read_all(bytes: &[u8]) -> Result<usize, crate::Problem> {
    let text = Text::decode("a.csv", bytes)?;
    let lines = text.as_str().lines().count() as u64 + 1;
    let mut sheet = Sheet::open("a.csv", &text)?;
    let width = sheet.header().len();
    let (mut rows, mut before) = (0, 0);
    loop {
        match sheet.next_row() {
            Ok(None) => return Ok(rows),
            Ok(Some(row)) => {
                assert!(row.line() > before && row.line() <= lines, "line {} of {lines} after {before}", row.line());
                before = row.line();
                for column in 0..=width {
                    let _ = (row.get(column), row.required(column), row.whole(column), row.decimal(column));
                }
                rows += 1;
            }
            Err(problem) if problem.line.is_none() => return Err(problem),
            Err(_) => rows += 1,
        }
    }
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-zé،\",;\t\n ]{0,6}x";
    let below = move |width| prop::collection::vec(prop::collection::vec(cell, width), 1..8);
    (2..5_usize).prop_flat_map(move |width| {
        let header = (0..width).map(|column| format!("column {column}")).collect();
        below(width).prop_map(move |rows| [vec![Vec::clone(&header)], rows].concat())
    })
}

fn quoted(rows: &[Vec<String>], separator: char) -> String {
    let field = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(field).collect::<Vec<_>>().join(&separator.to_string());
    rows.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_all(&bytes);
    }

    #[test]
    fn anything_that_looks_like_a_table(bytes in prop::collection::vec(prop::sample::select(b"a1\xE9,;\t\"\n\r -.".to_vec()), 0..80)) {
        let _ = read_all(&bytes);
    }

    #[test]
    fn anything_behind_a_mark(
        mark in prop::sample::select(vec![&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF", b"sep=;\n", b"PK\x03"]),
        bytes in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let _ = read_all(&[mark, &bytes].concat());
    }

    #[test]
    fn what_is_written_is_read(rows in cells(), separator in prop::sample::select(vec![',', ';', '\t'])) {
        let file = quoted(&rows, separator);
        let text = Text::decode("a.csv", file.as_bytes()).unwrap();
        let mut sheet = Sheet::open("a.csv", &text).unwrap();
        for expected in &rows[1..] {
            let row = sheet.next_row().unwrap().unwrap();
            for (column, cell) in expected.iter().enumerate() {
                prop_assert_eq!(row.get(column), cell.trim());
            }
        }
        prop_assert!(sheet.next_row().unwrap().is_none());
    }

    #[test]
    fn numbers_are_read_as_they_are_written(units in -1_000_000_000_000_i64..1_000_000_000_000, places in 0..7_u32) {
        let read = Decimal::parse(&Decimal::written(units, places), false).unwrap();
        prop_assert_eq!((read.millionths, read.places), (units * 10_i64.pow(6 - places), places));
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
        prop_assert_eq!(fold_header(&fold_header(&text)), fold_header(&text));
        let once = fold_value(&text).into_owned();
        prop_assert_eq!(fold_value(&once).into_owned(), once.clone());
        let _ = (Decimal::parse(&text, true), Decimal::parse(&text, false));
    }
}

//! Whatever the bytes: an answer, and never a panic; every line is somebody, or said to be nobody.

use crate::{How, Note, Table};
use column_words::Field;
use proptest::prelude::*;
use spreadsheet::Encoding;

fn inspect(bytes: &[u8]) {
    for keep_rows in [false, true] {
        for encoding in [None, Encoding::named("windows-1256"), Encoding::named("Shift_JIS")] {
            let Ok(table) = Table::read("a.csv", bytes, How { encoding, keep_rows, ..How::default() }) else { continue };
            assert!(table.rows.iter().all(|row| row.cells.len() == table.header.len()));
            assert!(table.rows.is_sorted_by_key(|row| row.line));
            for field in [Field::Email, Field::Capacity] {
                assert!(table.all(field).first() == table.find(field).as_ref());
            }
            assert!(table.notes.iter().all(|note| !note.to_string().contains('\n')));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        inspect(&bytes);
    }

    #[test]
    fn anything_below_a_header(lines in prop::collection::vec("(\\PC{0,8}|FALSE|N/A|Name|What is your e-mail\\?)(,(\\PC{0,8}|FALSE|Email)){0,3}", 0..8)) {
        inspect(format!("Name,Email,How many mentees?,Agreed\n{}", lines.join("\n")).as_bytes());
    }

    #[test]
    fn nobody_gets_lost_without_a_word(rows in prop::collection::vec(prop::sample::select(vec!["Ada,a@x.org,1", ",,", ",,FALSE", "Name,Email,Places", "N/A,-,0"]), 1..12)) {
        let file = format!("Name,Email,Places\n{}\nBo,b@x.org,2\n", rows.join("\n"));
        let table = Table::read("a.csv", file.as_bytes(), How::default()).unwrap();
        let told: u64 = table.notes.iter().map(|note| match note {
            Note::Nobody { rows, .. } => *rows,
            Note::Headers { lines } => lines.len() as u64,
            _ => 0,
        }).sum();
        prop_assert_eq!(told + table.rows.len() as u64, rows.len() as u64 + 1);
    }
}

//! Files like those that people really have, enrolled from.

use super::{Fixture, problems};
use domain::imports::Reading;
use domain::problem::ProblemCode;
use service::{Error, imports};

macro_rules! case {
    ($path:literal) => {
        include_bytes!(concat!("../../../people-tables/cases/", $path)).as_slice()
    };
}

impl Fixture {
    async fn upload_bytes(&self, file: &[u8]) {
        imports::upload(&self.stage.ctx, &self.carla, "career", "people.csv", file).await.unwrap();
    }

    async fn read_again(&self, encoding: &str, keep_rows: bool) -> Result<(), Error> {
        let keep_rows = if keep_rows { "true" } else { "" };
        self.read_by(Reading { encoding: encoding.to_owned(), keep_rows: keep_rows.to_owned(), ..Reading::default() }).await
    }

    async fn read_by(&self, reading: Reading) -> Result<(), Error> {
        let id = self.draft().await.id;
        imports::read_again(&self.stage.ctx, &self.carla, "career", id, reading).await
    }

    async fn leave_empty(&self, column: usize) -> Result<(), Error> {
        let id = self.draft().await.id;
        imports::leave_empty(&self.stage.ctx, &self.carla, "career", id, column).await
    }

    /// Names and addresses of the first right rows.
    async fn people(&self) -> Vec<(String, String)> {
        self.draft().await.sample.into_iter().map(|row| (row.name, row.email)).collect()
    }
}

store::both! {
    async fn case_05_rows_that_are_nobody_are_said_in_one_line(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload_bytes(case!("05-sentence-headers-blank-rows/participants-b.csv")).await;
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.invite, draft.wrong, draft.notes.len()), (2, 2, 0, 1), "{:?}", draft.notes);
        assert!(draft.notes[0].starts_with("Rows left out since they say nothing about anybody: "), "{:?}", draft.notes);
        assert!(draft.reading.is_some_and(|reading| reading.encodings.is_empty() && !reading.keep_rows));
        fixture.read_again("", true).await.unwrap();
        let kept = fixture.draft().await;
        assert!(kept.rows > 50 && kept.wrong > 50 && kept.notes.is_empty() && kept.reading.is_some_and(|reading| reading.keep_rows));
        fixture.read_again("", false).await.unwrap();
        fixture.run().await.unwrap();
        assert_eq!(fixture.draft().await.done, Some((0, 2, 0)));
    }

    async fn case_09_an_older_encoding_is_shown_before_anything_is_done(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload_bytes(case!("09-windows-1256/participants.csv")).await;
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.wrong, draft.invite), (2, 0, 2), "{draft:?}");
        assert_eq!(draft.columns.iter().map(|column| column.target.as_str()).collect::<Vec<_>>(), ["name", "email", "side", ""]);
        assert_eq!(fixture.people().await[0], ("سلمى تجربة".to_owned(), "salma@example.org".to_owned()));
        assert!(draft.notes[0].contains("windows-1256 (Arabic)") && draft.notes[0].contains("سلمى تجربة"), "{:?}", draft.notes);
        let reading = draft.reading.unwrap();
        assert_eq!(reading.encoding, "windows-1256");
        assert!(reading.encodings.iter().any(|(name, label)| name == "windows-1252" && label.contains("French")), "{reading:?}");

        fixture.read_again("windows-1252", false).await.unwrap();
        let western = fixture.draft().await;
        assert!(western.columns[0].name.starts_with("Ç") && western.columns[0].sample.starts_with("Óáãì"), "{western:?}");
        assert_eq!(problems(fixture.read_again("klingon", false).await), ["encoding"]);
        assert_eq!(problems(fixture.read_again("utf-8", false).await), ["encoding"]);
        fixture.read_again("windows-1256", false).await.unwrap();
        assert_eq!(fixture.people().await[1].0, "يونس تجربة");
        fixture.run().await.unwrap();
        assert!(matches!(fixture.read_again("windows-1256", false).await, Err(Error::Conflict(_))), "nobody is enrolled twice by it");
        assert!(fixture.draft().await.reading.is_none());
    }

    async fn case_09_names_of_question_marks_are_pointed_out(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload_bytes(case!("09-windows-1256/participants-b.csv")).await;
        let draft = fixture.draft().await;
        assert_eq!((draft.wrong, draft.invite), (2, 0));
        assert!(draft.notes[0].starts_with("Names whose letters were lost before the file came here: 2, first on line 2"), "{:?}", draft.notes);
        let name = draft.to_fix[0].cells.iter().find(|cell| cell.problem.is_some()).unwrap();
        assert!(name.problem.as_deref().is_some_and(|problem| problem.starts_with("Letters of this name were lost")));
        fixture.fix(&[("c-2-0", "سلمى تجربة")]).await.unwrap();
        assert_eq!(fixture.draft().await.invite, 1);
        assert_eq!(fixture.draft().await.unclear.iter().map(|column| (column.column, column.cells)).collect::<Vec<_>>(), [(0, 1)]);
        fixture.leave_empty(0).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.wrong, draft.invite, draft.unclear.len()), (0, 2, 0));
    }

    async fn case_10_what_surrounds_an_address_is_taken_away(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload_bytes(case!("10-unseen-marks-in-addresses/participants.csv")).await;
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.invite, draft.wrong), (9, 8, 1), "{draft:?}");
        let row = &draft.to_fix[0];
        let problem = row.cells.iter().find_map(|cell| cell.problem.clone());
        assert_eq!((row.line, problem.as_deref()), (3, Some("This address stands on line 2 already.")));
        let expected = [
            ("Alma Testfall", "alma.testfall@example.org"),
            ("Bruno Testfall", "bruno@example.org"),
            ("Chidi Testfall", "chiditestfall@example.org"),
            ("Dalia Testfall", "dalia@example.org"),
            ("Eino Testfall", "eino@example.org"),
            ("Fatou Testfall", "fatou@example.org"),
            ("Gero Testfall", "gero@example.org"),
            ("Hana Testfall", "hana@example.org"),
        ];
        assert_eq!(fixture.people().await, expected.map(|(name, email)| (name.to_owned(), email.to_owned())));
        assert!(draft.notes.iter().any(|note| note.starts_with("Marks that nobody sees were taken out.")), "{:?}", draft.notes);
    }

    async fn case_11_countries_and_zones_by_their_usual_names(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload_bytes(case!("11-country-and-zone-words/participants.csv")).await;
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.invite, draft.wrong), (8, 8, 0), "{:?}", draft.to_fix);
        for reading in [
            "USA → United States",
            "Eastern Time (US & Canada) → America/New_York",
            "UK → United Kingdom",
            "GMT → Europe/London",
            "London → Europe/London",
            "GMT+1 → Europe/Prague",
            "UTC+03:00 → Europe/Istanbul",
            "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi → Asia/Kolkata",
            "CET → Europe/Berlin",
        ] {
            assert!(draft.understood.iter().any(|line| line == reading), "{reading} in {:?}", draft.understood);
        }
        assert!(!draft.understood.iter().any(|line| line.starts_with("India")), "what is said plainly isn't spoken of");
    }

    async fn an_optional_column_keeps_nobody_out(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload("Email,Role,Country,Time zone\nmia@example.org,mentor,Narnia,Soon\nnora@example.org,mentee,Freedonia,\nmax,mentee,Kenya,\n").await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.wrong, draft.unclear.len()), (3, 2));
        let country = &draft.unclear[0];
        assert_eq!((country.column, country.name.as_str(), country.cells, country.sample.as_str()), (2, "Country", 2, "Narnia and Freedonia"));
        assert_eq!(problems(fixture.leave_empty(0).await), ["column"], "an address is needed");
        assert_eq!(problems(fixture.leave_empty(99).await), ["column"]);
        fixture.leave_empty(2).await.unwrap();
        fixture.leave_empty(3).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.wrong, draft.enrol, draft.invite, draft.unclear.len()), (1, 1, 1, 0));
        assert!(draft.to_fix[0].cells.iter().any(|cell| cell.text == "Kenya"), "what is understood stays");
    }

    async fn how_a_file_was_read_is_said_and_can_be_said_otherwise(db) {
        let fixture = Fixture::new(db).await;
        let file = "Our people 2026\nEmail;Role;Capacity;Can help with;Time zone;Notes\nmia@example.org;mentor;;Sailing, by night;GMT;x\nNora <nora@example.org>;Mentor – gladly;up to 3;N/A;CET;\n";
        fixture.upload(file).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!(draft.read_as.as_deref(), Some("Read as UTF-8, with semicolons between the fields and the names of the columns on line 2. Columns left out: Notes."));
        for note in [
            "Taken for headers and left out: line 1.",
            "Cells that say there is no answer and count as empty: 1, first on line 4 (N/A).",
            "Cells with several things are cut into lists: “Sailing, by night” is Sailing · by night.",
            "Mentors who do not say how many mentees they have room for: 1. Each gets 2.",
        ] {
            assert!(draft.notes.iter().any(|line| line == note), "{note} in {:?}", draft.notes);
        }
        for reading in ["GMT → GMT", "Nora <nora@example.org> → nora@example.org", "Mentor – gladly → Mentor", "up to 3 → 3"] {
            let shown = draft.understood.iter().any(|line| line == reading);
            assert_eq!(shown, reading != "GMT → GMT", "{reading} in {:?}", draft.understood);
        }
        let reading = draft.reading.unwrap();
        assert_eq!((reading.between.as_str(), reading.usual_capacity, reading.header_line.as_str()), ("any", 2, ""));

        let said = Reading {
            separator: "semicolon".to_owned(),
            header_line: "2".to_owned(),
            between: "semicolon".to_owned(),
            capacity: "4".to_owned(),
            replace: "GMT = Africa/Accra\nMentor – gladly = both".to_owned(),
            ..Reading::default()
        };
        fixture.read_by(said.clone()).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.new_skills.as_slice(), draft.sample[1].side.as_str()), (["Sailing by night".to_owned()].as_slice(), "Mentor and mentee"));
        for note in ["Mentors who do not say how many mentees they have room for: 1. Each gets 4.", "Cells read as you said: 2."] {
            assert!(draft.notes.iter().any(|line| line == note), "{note} in {:?}", draft.notes);
        }
        assert!(!draft.notes.iter().any(|line| line.starts_with("Taken for headers")), "{:?}", draft.notes);
        let reading = draft.reading.unwrap();
        assert_eq!((reading.separator.as_str(), reading.replace.as_str(), reading.capacity.as_str()), ("semicolon", said.replace.as_str(), "4"));
        fixture.read_by(Reading { as_written: "true".to_owned(), ..said }).await.unwrap();
        assert_eq!(fixture.draft().await.new_skills.len(), 2, "N/A is a skill when cells count as they are written");
    }

    async fn what_cannot_be_followed_is_said_beside_its_field_and_changes_nothing(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload("Email,Role\nmia@example.org,mentor\n").await.unwrap();
        let before = fixture.draft().await;
        let with = |change: fn(&mut Reading)| {
            let mut reading = Reading::default();
            change(&mut reading);
            reading
        };
        for (reading, field) in [
            (with(|reading| reading.header_line = "first".to_owned()), "header_line"),
            (with(|reading| reading.header_line = "2".to_owned()), "header_line"),
            (with(|reading| reading.header_line = "99".to_owned()), "header_line"),
            (with(|reading| reading.separator = "stroke".to_owned()), "separator"),
            (with(|reading| reading.between = "stroke".to_owned()), "between"),
            (with(|reading| reading.capacity = "0".to_owned()), "capacity"),
            (with(|reading| reading.replace = "x\n".repeat(101)), "replace"),
        ] {
            assert_eq!(problems(fixture.read_by(reading.clone()).await), [field], "{reading:?}");
        }
        assert_eq!(fixture.draft().await, before);
    }

    async fn chosen_columns_stay_while_their_names_do(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload("Email,Role,Notes\nmia@example.org,mentor,Kenya\n").await.unwrap();
        let id = fixture.draft().await.id;
        let chosen = ["email", "side", "country"].map(str::to_owned);
        imports::choose_columns(&fixture.stage.ctx, &fixture.carla, "career", id, "", &chosen).await.unwrap();
        fixture.read_by(Reading { between: "comma".to_owned(), ..Reading::default() }).await.unwrap();
        assert_eq!(fixture.draft().await.columns[2].target, "country");
        fixture.read_by(Reading { separator: "tab".to_owned(), ..Reading::default() }).await.unwrap();
        assert_eq!(fixture.draft().await.columns.len(), 1);
    }

    async fn a_file_of_another_shape_is_refused_as_before(db) {
        let fixture = Fixture::new(db).await;
        let answer = fixture.upload("Name,Agreed\n,FALSE\n,FALSE\n").await;
        assert!(matches!(&answer, Err(Error::Invalid(found)) if *found == domain::problem::Problems::one("file", ProblemCode::EmptyFile)), "{answer:?}");
    }
}

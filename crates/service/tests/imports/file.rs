//! Uploading, columns and fixing.

use super::{Fixture, PEOPLE, problems};
use domain::problem::{ProblemCode, Problems};
use service::{Error, imports};

store::both! {
    async fn a_file_is_understood(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload(PEOPLE).await.unwrap();
        let draft = fixture.draft().await;
        let targets: Vec<&str> = draft.columns.iter().map(|column| column.target.as_str()).collect();
        assert_eq!(targets, ["name", "email", "side", "capacity", "languages", "skills_offered", "skills_wanted", "headline", "country"]);
        assert_eq!((draft.file.as_str(), draft.rows, draft.problem, draft.columns[1].sample.as_str()), ("people.csv", 3, None, "MIA@example.org · max@example.org"));
        assert_eq!((draft.enrol, draft.invite, draft.unchanged, draft.wrong), (2, 1, 0, 0));
        assert_eq!(draft.new_skills, ["Juggling"]);
        assert_eq!(draft.sample.iter().map(|row| row.outcome.as_str()).collect::<Vec<_>>(), ["is enrolled", "is enrolled", "is invited by mail"]);
        assert_eq!(draft.sample[2].side, "Mentor and mentee");
        // Nothing was done yet.
        assert_eq!(fixture.counts().await, [0; 9]);
    }

    async fn what_is_no_table_is_said_beside_the_field(db) {
        let fixture = Fixture::new(db).await;
        for (file, code) in [("", ProblemCode::Required), ("a,b\n", ProblemCode::EmptyFile), ("PK\u{3}\u{4}", ProblemCode::NotCsv), ("a\n\"1\n", ProblemCode::OpenQuote { line: 2 })] {
            let answer = fixture.upload(file).await;
            assert!(matches!(&answer, Err(Error::Invalid(found)) if *found == Problems::one("file", code)), "{file:?}: {answer:?}");
        }
        assert!(imports::page(&fixture.stage.ctx, &fixture.carla, "career").await.unwrap().draft.is_none());
    }

    async fn columns_can_be_chosen(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload("Person,Address\nMia,mia@example.org\nNora,nora@example.org\n").await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!(draft.columns.iter().map(|column| column.target.as_str()).collect::<Vec<_>>(), ["", "email"], "by what is in it");
        assert!(draft.problem.as_deref().is_some_and(|problem| problem.starts_with("Say which column tells mentors")));
        assert_eq!((draft.enrol, draft.wrong, draft.sample.len()), (0, 0, 0));
        let ctx = &fixture.stage.ctx;
        let choose = async |side: &str, columns: &[&str]| {
            let columns: Vec<String> = columns.iter().map(|word| (*word).to_owned()).collect();
            imports::choose_columns(ctx, &fixture.carla, "career", draft.id, side, &columns).await
        };
        assert!(problems(imports::run(ctx, &fixture.carla, "career", draft.id).await).len() == 1, "nothing can be done by these columns");
        choose("mentee", &["name", "email"]).await.unwrap();
        let chosen = fixture.draft().await;
        assert_eq!((chosen.problem, chosen.enrol, chosen.invite, chosen.side.as_str()), (None, 1, 1, "mentee"));
        choose("mentee", &["email", "email"]).await.unwrap();
        assert_eq!(fixture.draft().await.problem.as_deref(), Some("Two columns say the same: Person and Address. Leave one out."));
        let wrong = ["columns"];
        assert_eq!(problems(choose("mentee", &["magic", "email"]).await), wrong);
        assert_eq!(problems(choose("mentee", &["email"]).await), wrong);
        assert_eq!(problems(choose("boss", &["name", "email"]).await), ["side"]);
    }

    async fn wrong_rows_are_said_cell_by_cell_and_put_right(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload("Email,Role,Capacity,Languages\nmia@example.org,mentor,many,Klingon\nmax@example.org,mentee\nmia@example.org,mentee,,\nnora,both,2,en\nnoa@example.org,mentor,1,en,more\n").await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!((draft.rows, draft.wrong, draft.enrol, draft.invite), (5, 5, 0, 0));
        let said = |line: usize| {
            let row = &draft.to_fix[line];
            let cells = row.cells.iter().filter_map(|cell| cell.problem.clone().map(|problem| format!("{}: {problem}", cell.label)));
            (row.line, row.problem.clone().into_iter().chain(cells).collect::<Vec<_>>())
        };
        assert_eq!(said(0), (2, vec!["Room for mentees: A whole number, please.".to_owned(), "Languages: No language that we know: Klingon".to_owned()]));
        assert_eq!(said(1), (3, vec!["This line has 2 fields where the header has 4. Look whether everything stands in its place.".to_owned()]));
        assert_eq!(said(2), (4, vec!["E-mail address: This address stands on line 2 already.".to_owned()]));
        assert!(said(3).1[0].starts_with("E-mail address: This does not look like"));
        assert!(said(4).1[0].starts_with("This line has 5 fields"));

        let table = imports::wrong_rows(&fixture.stage.ctx, &fixture.carla, "career").await.unwrap();
        assert_eq!(table.len(), 6);
        assert_eq!(table[0], ["Email", "Role", "Capacity", "Languages", "Why it was not enrolled"]);
        assert_eq!(table[1][4], "Capacity: A whole number, please. Languages: No language that we know: Klingon");

        fixture.fix(&[("c-2-2", "3"), ("c-2-3", "English"), ("c-3-1", "mentee"), ("c-4-0", "mo\u{0}@example.org"), ("c-5-0", "nora@example.org"), ("c-6-2", "1"), ("c-99-0", "x"), ("c-2-99", "x"), ("magic", "x")]).await.unwrap();
        let fixed = fixture.draft().await;
        assert_eq!((fixed.wrong, fixed.enrol, fixed.invite), (0, 2, 3));
    }

    async fn a_file_is_thrown_away_by_its_owner_and_by_time(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload(PEOPLE).await.unwrap();
        let id = fixture.draft().await.id;
        fixture.stage.clock.advance(chrono::Duration::minutes(1));
        fixture.upload(PEOPLE).await.unwrap();
        let ctx = &fixture.stage.ctx;
        assert!(matches!(imports::discard(ctx, &fixture.carla, "career", id).await, Err(Error::Conflict(_))), "another file is there now");
        imports::discard(ctx, &fixture.carla, "career", fixture.draft().await.id).await.unwrap();
        assert!(imports::page(ctx, &fixture.carla, "career").await.unwrap().draft.is_none());
        fixture.upload(PEOPLE).await.unwrap();
        fixture.stage.clock.advance(chrono::Duration::days(1));
        assert!(imports::page(ctx, &fixture.carla, "career").await.unwrap().draft.is_none());
    }
}

//! Enrolling from a spreadsheet without JavaScript, and the files that are downloaded.

use crate::harness::{Answer, Browser, Server};
use axum::http::Method;
use axum::http::header::{ACCEPT, CONTENT_TYPE, ORIGIN, REFERER};
use domain::organisations::OrgRole;
use service::Actor;
use store::programs::Program;

/// Acme with its program, and Carla who coordinates it.
async fn fixture(server: &Server) -> (Actor, Program) {
    let stage = &server.stage;
    let acme = stage.organisation("acme").await;
    let program = stage.program("career").of(acme).open().await;
    let (carla, mia) = (stage.person("Carla").await, stage.person("Mia").await);
    for person in [&carla, &mia] {
        stage.member(acme, person, OrgRole::Member).await;
    }
    stage.coordinator(&program, &carla).await;
    (carla, program)
}

/// Sends a file with the form of the page, as a browser without JavaScript does.
async fn upload(browser: &mut Browser, server: &Server, file: &[u8]) -> Answer {
    let origin = format!("http://{}", server.addr);
    let page = format!("{origin}/admin/programs/career/participants/import");
    let mut body = b"--line\r\nContent-Disposition: form-data; name=\"slug\"\r\n\r\ncareer\r\n".to_vec();
    body.extend(b"--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--line--\r\n");
    let headers = [
        (ACCEPT.as_str(), "text/html"),
        (CONTENT_TYPE.as_str(), "multipart/form-data; boundary=line"),
        (ORIGIN.as_str(), &origin),
        (REFERER.as_str(), &page),
    ];
    browser.send(Method::POST, "/api/imports/upload", &headers, body).await
}

const PAGE: &str = "/admin/programs/career/participants/import";

store::both! {
    async fn from_a_file_to_people_without_javascript(db) {
        let server = Server::start(db).await;
        let (carla, _) = fixture(&server).await;
        let mut browser = server.browser_of(&carla).await;
        assert!(browser.open("/admin/programs/career/participants").await.body.contains(PAGE));
        browser.open(PAGE).await;
        let answer = upload(&mut browser, &server, b"PK\x03\x04").await;
        assert_eq!((answer.status, answer.location().as_deref()), (303, Some(PAGE)));
        assert!(browser.open(PAGE).await.body.contains("This is a workbook."), "beside the field");
        let file = "Name,Contact,What\nMia,mia@example.org,mentor\nNora,nora,mentee\n";
        assert_eq!(upload(&mut browser, &server, file.as_bytes()).await.location().as_deref(), Some(PAGE));
        let page = browser.open(PAGE).await.body;
        assert!(page.contains("1 row needs another look") && page.contains("cells[c-3-1]") && page.contains("value=\"nora\""), "{page}");
        let wrong = browser.get("/admin/programs/career/participants/import/wrong.csv").await;
        assert_eq!(wrong.status, 200);
        assert!(wrong.body.starts_with("\u{FEFF}Name,Contact,What,Why it was not enrolled\r\nNora,nora,mentee,Contact: This"), "{}", wrong.body);

        let page = browser.submit("/api/imports/fix", &[("cells[c-3-1]", "nora@example.org"), ("cells[c-3-0]", "Nora")]).await.body;
        assert!(page.contains("1 member is enrolled") && page.contains("1 person is invited by mail"), "{page}");
        let columns = [("side", ""), ("columns[0]", "name"), ("columns[1]", ""), ("columns[2]", "side")];
        assert!(browser.submit("/api/imports/columns", &columns).await.body.contains("Say which column has the e-mail addresses."));
        let columns = [("side", "mentee"), ("columns[0]", "name"), ("columns[1]", "email"), ("columns[2]", "side")];
        browser.submit("/api/imports/columns", &columns).await;
        let page = browser.submit("/api/imports/run", &[]).await.body;
        assert!(page.contains("1 person was enrolled") && page.contains("1 invitation is on its way"), "{page}");
        assert!(browser.open("/admin/programs/career/participants").await.body.contains("mia@example.org"));
    }

    async fn a_table_that_is_handed_out_is_noted(db) {
        let server = Server::start(db).await;
        let (carla, program) = fixture(&server).await;
        let mut browser = server.browser_of(&carla).await;
        for path in ["participants.csv", "participants.xlsx", "mentorships.csv", "mentorships.xlsx"] {
            assert_eq!(browser.get(&format!("/admin/programs/career/{path}")).await.status, 200, "{path}");
        }
        let events = store::events::of_program(&mut server.stage.ctx.read().await.unwrap(), program.id, 10).await.unwrap();
        let noted: Vec<_> = events.iter().filter(|event| event.kind == "program.exported").collect();
        assert_eq!(noted.iter().map(|event| event.body["what"].as_str().unwrap()).collect::<Vec<_>>(), ["mentorships", "mentorships", "participants", "participants"]);
        assert!(noted.iter().all(|event| event.actor_id == Some(carla.id) && event.body["network"] == "127.0.0.1"));
    }

    async fn what_is_downloaded_and_by_whom(db) {
        let server = Server::start(db).await;
        let (carla, program) = fixture(&server).await;
        let eve = server.stage.person_in("Eve", "de", "UTC").await;
        server.stage.mentor(&program, &eve, 2).await;
        let stranger = server.stage.person("Sam").await;
        let paths = ["participants.csv", "participants.xlsx", "mentorships.csv", "mentorships.xlsx", "participants/import/wrong.csv"];
        let paths = paths.into_iter().chain(["matching/runs/1/pairs.csv", "matching/runs/1/pairs.xlsx"]);
        let paths: Vec<String> = paths.map(|path| format!("/admin/programs/career/{path}")).collect();
        for (who, expected) in [(&carla, 200), (&eve, 403), (&stranger, 404)] {
            let mut browser = server.browser_of(who).await;
            for path in &paths {
                let expected = if (path.ends_with("wrong.csv") || path.contains("/runs/")) && expected == 200 { 404 } else { expected };
                assert_eq!(browser.get(path).await.status, expected, "{path} by {}", who.name);
            }
        }
        let answer = server.browser().get(&paths[0]).await;
        assert_eq!((answer.status, answer.location().as_deref()), (303, Some("/login?next=/admin/programs/career/participants.csv")));
        let mut browser = server.browser_of(&carla).await;
        let csv = browser.get(&paths[0]).await;
        assert!(csv.body.starts_with("\u{FEFF}Name,E-mail address,Mentor or mentee,"), "{}", csv.body);
        assert!(csv.body.contains("\r\nEve,eve@example.org,Mentor,"), "{}", csv.body);
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(csv.header("content-disposition"), "attachment; filename=\"career-participants.csv\"");
        assert!(csv.header("cache-control").contains("no-store"));
    }
}

use super::*;
use crate::config::How;
use crate::guess;
use matching::{Objective, Options, solve, verify};
use std::ops::ControlFlow;

fn source<'b>(name: &'b str, text: &'b str) -> Source<'b> {
    Source::new(name, text.as_bytes())
}

fn people(mentees: &str, mentors: &str) -> Result<People, String> {
    read(source("mentees.csv", mentees), source("mentors.csv", mentors)).map_err(|problem| problem.to_string())
}

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn pairs(prepared: &Prepared) -> String {
    let problem = prepared.score(2, &mut go).unwrap();
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert!(verify(&problem, &solution).unwrap().optimal);
    String::from_utf8(prepared.pairs_csv(&solution)).unwrap()
}

fn by(config: &str, mentees: &str, mentors: &str) -> Result<Prepared, String> {
    let parsed = Config::parse("match.toml", config.as_bytes()).map_err(|problem| problem.to_string())?;
    people(mentees, mentors)?.prepare(&parsed, Some(source("match.toml", config))).map_err(|problem| problem.to_string())
}

const MENTEES: &str = "Name,Email,Skills wanted,Languages,Company,Line manager\n\
    Ada,ada@x.org,\"Rust, SQL\",\"English, French\",Acme,Cy\n\
    Bo,bo@x.org,Public speaking,Arabic,Acme,\n\
    Di,di@x.org,Rust,English,Acme,\n";
const MENTORS: &str = "name;e-mail;skills offered;languages;company;places\n\
    Cy;cy@y.org;rust, sql;english;Beta;2\n\
    Dee;dee@y.org;rust;French, english;Acme;\n\
    Di;DI@x.org;rust;English;Beta;1\n\
    Eve;eve@y.org;public speaking;arabic;Acme;1\n";

#[test]
fn a_guess_pairs_people_and_says_why() {
    let people = people(MENTEES, MENTORS).unwrap();
    let guess = guess(&people).unwrap();
    assert_eq!(
        pairs(&people.prepare(&guess.config, None).unwrap()),
        "mentee,mentee name,mentor,mentor name,score,known,why\n\
         ada@x.org,Ada,DI@x.org,Di,75.00,100%,\"Skills wanted – skills offered: Rust (1 of 2); Company: different (Acme, Beta); Languages: both English\"\n\
         bo@x.org,Bo,eve@y.org,Eve,87.50,100%,Skills wanted – skills offered: Public speaking (1 of 1); Languages: both Arabic\n\
         di@x.org,Di,cy@y.org,Cy,100.00,100%,\"Skills wanted – skills offered: Rust (1 of 1); Company: different (Acme, Beta); Languages: both English\"\n"
    );
}

#[test]
fn a_guess_can_be_saved_and_gives_the_same() {
    let people = people(MENTEES, MENTORS).unwrap();
    let guess = guess(&people).unwrap();
    assert_eq!(Config::parse("match.toml", guess.text.as_bytes()).map(Some), Ok(Some(with_places(guess.config.clone()))), "{}", guess.text);
    for expected in [
        "id = \"Email\"\nname = \"Name\"\n",
        "capacity = \"places\"\n",
        "mentee = \"Email\"\nmentor = \"e-mail\"\nhow = \"forbidden-if-equal\"\n",
        "mentee = \"Line manager\"\nmentor = [\"name\", \"e-mail\"]\nhow = \"forbidden-if-named\"\n",
        "mentee = \"Languages\"\nmentor = \"languages\"\nhow = \"overlap\"\nweight = 50\nrequired = true\n",
    ] {
        assert!(guess.text.contains(expected), "{expected} in {}", guess.text);
    }
}

/// What a saved guess says in so many words and an unsaved one leaves out.
fn with_places(mut config: Config) -> Config {
    let one = || Some(crate::Capacity::Everybody(1));
    config.mentees.places = config.mentees.places.or_else(one);
    config.mentors.places = config.mentors.places.or_else(one);
    config
}

#[test]
fn five_languages_are_guessed_alike() {
    for (mentees, mentors) in [
        (
            "Nombre;Correo electrónico;Competencias deseadas;Idiomas\nA;a@x;rust;es\nB;b@x;go;es\n",
            "Nombre;Correo electrónico;Competencias ofrecidas;Idiomas;Plazas\nC;c@x;rust;es, fr\nD;d@x;go;es\n",
        ),
        (
            "Prénom;Nom;Adresse e-mail;Compétences recherchées;Langues\nA;A;a@x;rust;fr\nB;B;b@x;go;fr\n",
            "Prénom;Nom;Adresse e-mail;Compétences proposées;Langues;Capacité\nC;C;c@x;rust;es, fr\nD;D;d@x;go;fr\n",
        ),
        (
            "Vorname;Nachname;E-Mail-Adresse;Gesuchte Fähigkeiten;Sprachen\nA;A;a@x;rust;de\nB;B;b@x;go;de\n",
            "Vorname;Nachname;E-Mail-Adresse;Angebotene Fähigkeiten;Sprachen;Kapazität\nC;C;c@x;rust;de, fr\nD;D;d@x;go;de\n",
        ),
        (
            "الاسم,البريد الإلكتروني,المهارات المطلوبة,اللغات\nA,a@x,rust,ar\nB,b@x,go,ar\n",
            "الاسم,البريد الإلكتروني,المهارات المعروضة,اللغات,السعة\nC,c@x,rust,\"ar، fr\",1\nD,d@x,go,ar,1\n",
        ),
    ] {
        let mentors =
            mentors.replace("fr\nD", "fr;1\nD").replace("es\n", "es;1\n").replace("go;fr\n", "go;fr;1\n").replace("go;de\n", "go;de;1\n");
        let people = people(mentees, &mentors).unwrap();
        let guess = guess(&people).unwrap();
        let hows: Vec<(How, u32)> = guess.config.criteria.iter().map(|one| (one.how, one.weight)).collect();
        assert_eq!(hows, [(How::ForbiddenIfEqual, 0), (How::WantedOffered, 300), (How::Overlap, 50)], "{}", guess.text);
        assert!(guess.config.mentors.places.is_some(), "{}", guess.text);
        let written = pairs(&people.prepare(&guess.config, None).unwrap());
        assert!(written.contains("a@x") && written.matches("100.00").count() == 2, "{written}");
    }
}

#[test]
fn columns_nobody_knows_are_guessed_by_what_is_in_them() {
    let mentees = "id,colour,hobbies,height,alike,story,gender\n1,red,\"golf, chess\",170,x,aa,f\n2,blue,\"tea, chess\",180,x,bb,m\n3,red,golf,165,x,cc,f\n";
    let mentors = "id,colour,hobbies,height,alike,story,gender\n4,green,\"golf, tea\",171,x,dd,f\n";
    let guess = guess(&people(mentees, mentors).unwrap()).unwrap();
    let found: Vec<(String, How)> = guess.config.criteria.iter().map(|one| (one.mentee.label(), one.how)).collect();
    let expected = [("colour", How::Same), ("hobbies", How::Overlap), ("height", How::Close)];
    assert_eq!(found, expected.map(|(name, how)| (name.to_owned(), how)));
    assert!(guess.text.contains("who somebody is counts nothing unless you ask for it: \"gender\""), "{}", guess.text);
    assert!(guess.text.contains("nearly everybody, or something else for everybody: \"alike\", \"story\""), "{}", guess.text);
}

#[test]
fn nothing_to_compare_and_nobody_to_tell_apart_are_told() {
    let nothing = people("id,a\n1,x\n", "id,b\n2,y\n").unwrap();
    assert!(guess(&nothing).unwrap_err().to_string().contains("nothing is in both files"));
    let nobody = people("colour,a\nred,x\n", "id,b\n2,y\n").unwrap();
    let message = guess(&nobody).unwrap_err().to_string();
    assert!(message.starts_with("mentees.csv, line 1: there is no column that says who is who"), "{message}");
}

#[test]
fn each_mistake_is_told_with_its_line() {
    let config = "[mentors]\ncapacity = \"n\"\n[[criteria]]\ncolumn = \"x\"\nhow = \"same\"\n";
    let told = |mentees: &str, mentors: &str| by(config, mentees, mentors).map(|_| ()).unwrap_err();
    assert_eq!(told("id,x\n1,a\n", "id,x,n\n1,a,-1\n"), "mentors.csv, line 2: n is negative: -1");
    assert_eq!(told("id,x\n1,a\n", "id,x,n\n1,a,many\n"), "mentors.csv, line 2: n is not a whole number: many");
    assert_eq!(told("id,x\n1,a\n2,b\n\n1,c\n", "id,x,n\n1,a,1\n"), "mentees.csv, line 5: id 1 is here twice; first on line 2");
    assert_eq!(told("id,x\n,a\n", "id,x,n\n1,a,1\n"), "mentees.csv, line 2: id is empty");
    assert_eq!(
        told("email,x\nA@b.org,a\na@B.org,a\n", "id,x,n\n1,a,1\n"),
        "mentees.csv, line 3: email a@B.org is here twice; first on line 2"
    );
    assert_eq!(told("id,y\n1,a\n", "id,x,n\n1,a,1\n"), "match.toml, line 4: mentees.csv has no column x; it has: id, y");
    assert_eq!(told("id,x\n1,a\n", "id,x\n1,a\n"), "match.toml, line 2: mentors.csv has no column n; it has: id, x");
    assert_eq!(told("id,x\n1,a\n", "id,x,n\n1,a\n"), "mentors.csv, line 2: too few fields: 2 where the header has 3");
    assert_eq!(told("id,x,X\n1,a,b\n", "id,x,n\n1,a,1\n"), "mentees.csv, line 1: two columns could be meant, the second is X");
    assert_eq!(told("", "id,x,n\n1,a,1\n"), "mentees.csv: the file is empty");
}

#[test]
fn who_may_not_is_never_paired() {
    let config = "[[criteria]]\nmentee = \"boss\"\nmentor = \"id\"\nhow = \"forbidden-if-equal\"\n\
                  [[criteria]]\ncolumn = \"lang\"\nhow = \"overlap\"\nrequired = true\n";
    let prepared = by(config, "id,boss,lang\na,x,en\nb,,fr\nc,,\n", "id,lang\nx,en\ny,\"en, fr\"\n").unwrap();
    let problem = prepared.score(1, &mut go).unwrap();
    let scores = |mentee| [problem.score(mentee, 0), problem.score(mentee, 1)];
    assert_eq!(scores(0), [None, Some(10_000)], "x is a's boss");
    assert_eq!(scores(1), [None, Some(10_000)], "b and x share no language");
    assert_eq!(scores(2), [Some(0), Some(0)], "who says nothing is forbidden nothing");
}

#[test]
fn weights_and_numbers_of_places_count() {
    let config = "[mentees]\nwanted = \"w\"\n[mentors]\ncapacity = 2\n[[criteria]]\ncolumn = \"x\"\nhow = \"same\"\nweight = 3\n\
                  [[criteria]]\ncolumn = \"y\"\nhow = \"different\"\nweight = 1\n";
    let prepared = by(config, "id,x,y,w\na,1,1,2\nb,2,2,1\n", "id,x,y\nm,1,1\nn,2,3\n").unwrap();
    assert_eq!(
        pairs(&prepared),
        "mentee,mentor,score,known,why\na,m,75.00,100%,x: both 1\na,n,25.00,100%,\"y: different (1, 3)\"\nb,n,100.00,100%,\"x: both 2; y: different (2, 3)\"\n"
    );
}

#[test]
fn what_is_not_said_adds_nothing_and_little_known_is_shown() {
    let config = "[[criteria]]\nmentee = \"wants\"\nmentor = \"offers\"\nhow = \"wanted-offered\"\nweight = 300\n\
                  [[criteria]]\ncolumn = \"languages\"\nhow = \"overlap\"\nweight = 100\n";
    let mentors = "id,offers,languages\nm,rust,en\n";
    let one = |wants: &str, languages: &str| {
        let prepared = by(config, &format!("id,wants,languages\na,{wants},{languages}\n"), mentors).unwrap();
        let problem = prepared.score(1, &mut go).unwrap();
        (problem.score(0, 0).unwrap(), prepared.known(0, 0))
    };
    assert_eq!(one("", ""), (0, 0));
    assert_eq!(one("", "en"), (2_500, 25), "next to nothing is known: no perfect match");
    assert_eq!(one("rust", "en"), (10_000, 100), "and the very skill that is offered raises it");
    assert_eq!(one("rust", ""), (7_500, 75));
}

#[test]
fn many_threads_give_what_one_gives() {
    let line = |n: usize| format!("{n},{},{}\n", n % 7, n * 31 % 11);
    let mentees: String = (0..1500).map(line).collect();
    let mentors: String = (0..1200).map(line).collect();
    let config = "[[criteria]]\ncolumn = \"x\"\nhow = \"same\"\n[[criteria]]\ncolumn = \"y\"\nhow = \"close\"\nweight = 30\n";
    let prepared = by(config, &format!("id,x,y\n{mentees}"), &format!("id,x,y\n{mentors}")).unwrap();
    assert_eq!(prepared.score(1, &mut go), prepared.score(3, &mut go));
    let mut stop = |_: u64, _: u64| ControlFlow::Break(());
    assert_eq!(prepared.score(2, &mut stop), Err(Failed::Stopped));
}

#[test]
fn what_is_written_opens_in_the_program_it_came_from_and_runs_nothing() {
    let config = "[[criteria]]\ncolumn = \"x\"\nhow = \"same\"\n";
    let mentees = "\u{FEFF}id;name;x\n-1;=1+1;é\n";
    assert_eq!(
        pairs(&by(config, mentees, "id,name,x\n2,Bo,é\n").unwrap()),
        "\u{FEFF}mentee;mentee name;mentor;mentor name;score;known;why\n-1;'=1+1;2;Bo;100.00;100%;x: both é\n"
    );
}

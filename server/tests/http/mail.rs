//! Mails reach a real mail server, and one that is away is tried again.

use crate::harness::{PASSWORD, Server};
use mailin::response::{BAD_HELLO, INTERNAL_ERROR, NO_MAILBOX, OK};
use mailin::{Action, AuthMechanism, Handler, Response, SessionBuilder};
use server::jobs;
use server::mail::Mailer;
use std::io::{self, BufRead, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A mail server that keeps what it gets. It doesn't know `nobody@…`, and has a bad day when somebody writes to `busy@…`.
#[derive(Clone, Default)]
struct Keeper {
    mails: Arc<Mutex<Vec<Received>>>,
    /// Whether it turns everybody away who says hello.
    closed: bool,
    /// Whether it asks for a password. Whatever one gives is wrong.
    locked: bool,
    now: Received,
}

#[derive(Clone, Debug, Default)]
struct Received {
    from: String,
    to: Vec<String>,
    data: Vec<u8>,
}

impl Handler for Keeper {
    fn helo(&mut self, _ip: std::net::IpAddr, _domain: &str) -> Response {
        if self.closed { BAD_HELLO } else { OK }
    }

    fn mail(&mut self, _ip: std::net::IpAddr, _domain: &str, from: &str) -> Response {
        self.now = Received { from: from.to_owned(), ..Received::default() };
        OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        match to.split('@').next() {
            Some("nobody") => NO_MAILBOX,
            Some("busy") => INTERNAL_ERROR,
            _ => {
                self.now.to.push(to.to_owned());
                OK
            }
        }
    }

    fn data(&mut self, line: &[u8]) -> io::Result<()> {
        self.now.data.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.mails.lock().unwrap().push(self.now.clone());
        OK
    }
}

/// Starts it, on a thread that ends with the process.
fn mail_server() -> (SocketAddr, Arc<Mutex<Vec<Received>>>) {
    start(Keeper::default())
}

fn start(keeper: Keeper) -> (SocketAddr, Arc<Mutex<Vec<Received>>>) {
    let mails = keeper.mails.clone();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let keeper = keeper.clone();
            std::thread::spawn(move || talk(stream.unwrap(), keeper));
        }
    });
    (addr, mails)
}

/// One conversation, until the other side has said goodbye or is gone.
fn talk(mut stream: TcpStream, keeper: Keeper) -> io::Result<()> {
    let mut builder = SessionBuilder::new("mail.example.org");
    if keeper.locked {
        builder.enable_auth(AuthMechanism::Plain).insecure_enable_plaintext_auth();
    }
    let mut session = builder.build(stream.peer_addr()?.ip(), keeper);
    let mut lines = BufReader::new(stream.try_clone()?);
    session.greeting().write_to(&mut stream)?;
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let response = session.process(&line);
        line.clear();
        if !matches!(response.action, Action::NoReply) {
            response.write_to(&mut stream)?;
        }
        if matches!(response.action, Action::Close) {
            break;
        }
    }
    Ok(())
}

async fn sign_up(server: &Server, email: &str) {
    let fields = [("name", "Zoë Müller"), ("email", email), ("password", PASSWORD), ("locale", "fr"), ("zone", "Europe/Paris")];
    let answer = server.browser().call("/api/accounts/sign_up", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

store::both! {
    async fn a_mail_arrives_in_both_shapes_and_the_readers_language(db) {
        let (addr, mails) = mail_server();
        let server = Server::with(db, |config| {
            config.smtp_url = Some(format!("smtp://{addr}?tls=none"));
            config.mail_from = "Mentoring <mentoring@example.org>".parse().unwrap();
        })
        .await;
        sign_up(&server, "zoe@example.org").await;
        let mailer = Mailer::new(&server.state.config).unwrap();
        assert_eq!(jobs::mails::send(&server.stage.ctx, &mailer).await.unwrap(), 1);
        assert_eq!(jobs::mails::send(&server.stage.ctx, &mailer).await.unwrap(), 0, "once");

        let received = mails.lock().unwrap().clone();
        let [mail] = &received[..] else { panic!("{received:?}") };
        assert_eq!((mail.from.as_str(), &mail.to[..]), ("mentoring@example.org", &["zoe@example.org".to_owned()][..]));
        let text = String::from_utf8(mail.data.clone()).unwrap();
        for part in ["From: Mentoring <mentoring@example.org>", "multipart/alternative", "text/plain", "text/html", "Content-Language: fr", "/verify/"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    async fn a_mail_leaves_in_letters_that_every_server_takes_and_is_forgotten_then(db) {
        let (addr, mails) = mail_server();
        let server = Server::with(db, |config| config.smtp_url = Some(format!("smtp://{addr}?tls=none"))).await;
        sign_up(&server, "zoe@bücher.example").await;
        let mailer = Mailer::new(&server.state.config).unwrap();
        assert_eq!(jobs::mails::send(&server.stage.ctx, &mailer).await.unwrap(), 1);
        assert_eq!(mails.lock().unwrap()[0].to, ["zoe@xn--bcher-kva.example"]);
        let mut tx = server.stage.ctx.read().await.unwrap();
        assert_eq!(store::testing::changes::mail_bodies(&mut tx).await, [(String::new(), String::new())], "its link still works");
    }

    async fn a_server_with_a_bad_day_is_tried_again_and_an_unknown_address_is_not(db) {
        let (addr, mails) = mail_server();
        let server = Server::with(db, |config| config.smtp_url = Some(format!("smtp://{addr}?tls=none"))).await;
        let mailer = Mailer::new(&server.state.config).unwrap();
        let ctx = &server.stage.ctx;
        sign_up(&server, "busy@example.org").await;
        sign_up(&server, "nobody@example.org").await;
        assert_eq!(jobs::mails::send(ctx, &mailer).await.unwrap(), 0);
        assert!(mails.lock().unwrap().is_empty());
        assert!(server.mails_to("busy@example.org").await.is_empty(), "not at once");

        server.stage.clock.advance(chrono::Duration::days(1));
        assert!(server.mails_to("nobody@example.org").await.is_empty(), "never again");
    }

    async fn a_server_that_refuses_us_gets_it_later(db) {
        let (open, mails) = mail_server();
        let (closed, _) = start(Keeper { closed: true, ..Keeper::default() });
        let (locked, _) = start(Keeper { locked: true, ..Keeper::default() });
        let server = Server::with(db, |config| config.smtp_url = Some(format!("smtp://trellis:wrong@{locked}?tls=none"))).await;
        let ctx = &server.stage.ctx;
        let mut config = (*server.state.config).clone();
        sign_up(&server, "zoe@example.org").await;
        assert_eq!(jobs::mails::send(ctx, &Mailer::new(&config).unwrap()).await.unwrap(), 0, "a wrong password");
        server.stage.clock.advance(chrono::Duration::minutes(2));
        config.smtp_url = Some(format!("smtp://{closed}?tls=none"));
        assert_eq!(jobs::mails::send(ctx, &Mailer::new(&config).unwrap()).await.unwrap(), 0, "turned away at the door");
        server.stage.clock.advance(chrono::Duration::minutes(4));
        config.smtp_url = Some(format!("smtp://{open}?tls=none"));
        assert_eq!(jobs::mails::send(ctx, &Mailer::new(&config).unwrap()).await.unwrap(), 1, "when the operator has put it right");
        assert_eq!(mails.lock().unwrap().len(), 1);
    }

    async fn a_mail_server_that_is_away_gets_it_later(db) {
        // A port that was free a moment ago.
        let away = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let server = Server::with(db, |config| config.smtp_url = Some(format!("smtp://{away}?tls=none"))).await;
        let ctx = &server.stage.ctx;
        sign_up(&server, "zoe@example.org").await;
        assert_eq!(jobs::mails::send(ctx, &Mailer::new(&server.state.config).unwrap()).await.unwrap(), 0);

        let (addr, mails) = mail_server();
        let mut config = (*server.state.config).clone();
        config.smtp_url = Some(format!("smtp://{addr}?tls=none"));
        let mailer = Mailer::new(&config).unwrap();
        assert_eq!(jobs::mails::send(ctx, &mailer).await.unwrap(), 0, "not before its time");
        server.stage.clock.advance(chrono::Duration::minutes(1));
        assert_eq!(jobs::mails::send(ctx, &mailer).await.unwrap(), 1);
        assert_eq!(mails.lock().unwrap().len(), 1);
    }
}

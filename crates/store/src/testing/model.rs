//! A database with things in it, of which a test makes copy after copy: quicker than making the things anew.

use super::{Home, NamedDatabase, TestDb, copy_of, next_name, postgres};
use crate::{Db, dialect};
use sqlx::{Connection, Executor, PgConnection};

/// What copies are made of. Nobody is connected to it.
#[derive(Debug)]
pub struct Model(Home);

impl Model {
    /// Makes one of a database, which nobody may use any more.
    ///
    /// # Panics
    /// When it can't.
    pub async fn of(test: TestDb) -> Self {
        let home = match test.home {
            Home::Folder(_) => {
                let folder = tempfile::tempdir().unwrap();
                assert!(dialect::copy_into(&test.db, &folder.path().join("model.db")).await.unwrap());
                Home::Folder(folder)
            }
            home @ Home::Server(_) => home,
        };
        test.db.close().await;
        Self(home)
    }

    /// A copy.
    ///
    /// # Panics
    /// When it can't be made.
    pub async fn copy(&self) -> TestDb {
        match &self.0 {
            Home::Folder(model) => {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("copy.db");
                std::fs::copy(model.path().join("model.db"), &file).unwrap();
                let db = Db::connect(&format!("sqlite://{}", file.display())).await.unwrap();
                TestDb { db, home: Home::Folder(folder) }
            }
            Home::Server(NamedDatabase(model)) => {
                let (server, name) = (postgres(), next_name());
                let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
                admin.execute(copy_of(model, &name)).await.unwrap();
                TestDb { db: Db::connect(&format!("{server}/{name}")).await.unwrap(), home: Home::Server(NamedDatabase(name)) }
            }
        }
    }
}

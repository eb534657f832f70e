//! Reading whole files, and writing them so that there is either the whole file or none.

use crate::Failure;
use crate::told::Told;
use spreadsheet::{Problem, Reason};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that was given: what it is called in messages, and what is in it.
#[derive(Debug)]
pub(crate) struct Given {
    name: String,
    bytes: Vec<u8>,
    told: Told,
}

impl Given {
    /// Reads it; `told` is what the options say of it.
    pub(crate) fn read(path: &Path, told: Told) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let reason = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".to_owned(),
            io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
            _ => format!("it can't be read: {error}"),
        };
        match fs::read(path) {
            Ok(bytes) => Ok(Self { name, bytes, told }),
            Err(error) => Err(Problem::of_file(&name, Reason::Other(reason(error))).into()),
        }
    }

    /// As the readers want it.
    pub(crate) fn source(&self) -> match_files::Source<'_> {
        let Told { encoding, separator, header_line, decimal_mark } = self.told;
        match_files::Source { name: &self.name, bytes: &self.bytes, encoding, separator, header_line, decimal_mark }
    }
}

/// Where something is to be written, checked before any work is done.
#[derive(Debug)]
pub(crate) struct Target {
    name: String,
    path: PathBuf,
    /// A device or a pipe can only be written to, not put in place.
    direct: bool,
}

impl Target {
    /// Checks that it can be meant: not a folder, in a folder that is there, and none of the files that are read.
    pub(crate) fn new(path: &Path, read: &[&Path]) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let mistake = |text: &str| Failure::Mistake(format!("{name}: {text}"));
        // What a link points to is replaced, not the link.
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if real.is_dir() {
            return Err(mistake("this is a folder; name a file to write"));
        }
        if real.file_name().is_none() || !folder_of(&real).is_dir() {
            return Err(mistake("there is no such folder to write to"));
        }
        if read.iter().any(|read| fs::canonicalize(read).is_ok_and(|read| read == real)) {
            return Err(mistake("this file is read; write to another"));
        }
        let direct = fs::metadata(&real).is_ok_and(|about| !about.is_file());
        Ok(Self { name, path: real, direct })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether both are one file.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let whole = |target: &Self| {
            fs::canonicalize(folder_of(&target.path)).map(|folder| folder.join(target.path.file_name().unwrap_or_default()))
        };
        !self.direct && matches!((whole(self), whole(other)), (Ok(one), Ok(two)) if one == two)
    }
}

/// Writes all or, as far as a file system can, none: each to a file beside it first, and only when all are whole are they
/// put in place. What is beside is removed when anything fails.
pub(crate) fn write_all(files: &[(&Target, &[u8])]) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    for (target, bytes) in files {
        let failed = |error| Failure::Io(target.name.clone(), error);
        if target.direct {
            fs::OpenOptions::new().write(true).open(&target.path).and_then(|mut file| file.write_all(bytes)).map_err(failed)?;
        } else {
            waiting.push((*target, beside(&target.path, bytes).map_err(failed)?));
        }
    }
    for (target, file) in waiting {
        file.persist(&target.path).map_err(|error| Failure::Io(target.name.clone(), error.error))?;
    }
    Ok(())
}

fn beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    let prefix = format!(".{}.", path.file_name().map(OsStr::to_string_lossy).unwrap_or_default());
    builder.prefix(&prefix).suffix(".part");
    // As any other new file: what the umask leaves of it, rather than for its owner's eyes only.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

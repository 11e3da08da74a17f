//! A directory for packages that are built to be measured.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::stand_in::{self, Compiled};
use errors_cli::{Failure, Message};

/// The directory, below cargo's own.
pub(super) struct Lab {
    directory: PathBuf,
}

/// What cargo did.
pub(super) struct Ran {
    /// How long it took in all.
    pub(super) wall: Duration,
    /// The crates that rustc compiled.
    pub(super) compiled: Vec<Compiled>,
}

impl Ran {
    /// How long rustc took for a crate, in seconds; nothing where it was not compiled.
    pub(super) fn rustc(&self, name: &str) -> f64 {
        self.compiled.iter().filter(|compiled| compiled.name == name).map(Compiled::seconds).sum()
    }
}

impl Lab {
    /// An empty directory of this name.
    pub(super) fn new(name: &str) -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(|error| bad(&format!("this program has no path: {error}")))?;
        let target = program.parent().and_then(Path::parent).unwrap_or(Path::new("."));
        let directory = target.join("measure").join(name);
        remove(&directory)?;
        create(&directory)?;
        Ok(Self { directory })
    }

    /// A path within.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// A copy of the project, whose files can be touched and edited.
    pub(super) fn copy_of_project(&self) -> Result<PathBuf, Failure> {
        let to = self.path("project");
        copy(project(), &to).map_err(|error| failed("copy the project to", &to, &error))?;
        Ok(to)
    }

    /// A package with these dependencies, which are lines of its manifest, and these files below `src`.
    pub(super) fn package(&self, name: &str, dependencies: &str, files: &[(&str, &str)]) -> Result<PathBuf, Failure> {
        let package = self.path(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n\n[profile.release]\nstrip = true\n\n\
             [dependencies]\n{dependencies}"
        );
        write(&package.join("Cargo.toml"), &manifest)?;
        // The versions that the project is tested with.
        let lock = package.join("Cargo.lock");
        fs::copy(project().join("Cargo.lock"), &lock).map_err(|error| failed("write", &lock, &error))?;
        files.iter().try_for_each(|(file, text)| write(&package.join("src").join(file), text))?;
        Ok(package)
    }

    /// Runs cargo in a package. What it builds goes to the directory `target` of the lab.
    pub(super) fn cargo(&self, package: &Path, arguments: &[&str], incremental: bool) -> Result<Ran, Failure> {
        let notes = self.path("notes");
        if notes.exists() {
            fs::remove_file(&notes).map_err(|error| failed("remove", &notes, &error))?;
        }
        let program = std::env::current_exe().map_err(|error| bad(&format!("this program has no path: {error}")))?;
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).arg("--quiet").current_dir(package);
        command.env("RUSTC_WRAPPER", program).env(stand_in::NOTES, &notes).env("CARGO_TARGET_DIR", self.path("target"));
        command.env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" }).env("CARGO_NET_OFFLINE", "true");
        for inherited in ["CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
            command.env_remove(inherited);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let start = Instant::now();
        let output = command.output().map_err(|error| bad(&format!("cargo does not start: {error}")))?;
        let wall = start.elapsed();
        if output.status.success() {
            return Ok(Ran { wall, compiled: stand_in::compiled(&notes) });
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let what = format!("`cargo {}` fails in `{}`", arguments.join(" "), package.display());
        let message = Message::new(what).help(said.lines().next().unwrap_or("it does not say why"));
        Err(Failure::Bad(message.help("crates that are compared must have been fetched: `cargo fetch --locked`")))
    }
}

/// The root of the project.
pub(super) fn project() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// The dependency on `errors-gen` of a project.
pub(super) fn depends_on(project: &Path) -> String {
    format!("errors-gen = {{ path = {:?} }}\n", project.display().to_string())
}

/// The dependency on the runtime of a project, without the vendors that are compiled in.
pub(super) fn depends_on_runtime(project: &Path) -> String {
    format!("errors-runtime = {{ path = {:?} }}\n", project.join("errors-gen/runtime").display().to_string())
}

/// Writes a file whose directory may not be there yet.
pub(super) fn write(file: &Path, text: &str) -> Result<(), Failure> {
    file.parent().map_or(Ok(()), create)?;
    fs::write(file, text).map_err(|error| failed("write", file, &error))
}

/// Makes cargo see a file as changed.
pub(super) fn touch(file: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(|error| failed("read", file, &error))?;
    write(file, &text)
}

/// Removes a directory where it is there.
pub(super) fn remove(directory: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("remove", directory, &error)),
        _ => Ok(()),
    }
}

pub(super) fn create(directory: &Path) -> Result<(), Failure> {
    fs::create_dir_all(directory).map_err(|error| failed("create", directory, &error))
}

/// That something cannot be done to a path.
pub(super) fn failed(what: &str, path: &Path, error: &io::Error) -> Failure {
    bad(&format!("cannot {what} `{}`: {error}", path.display()))
}

fn bad(what: &str) -> Failure {
    Failure::Bad(Message::new(what))
}

/// Copies a directory, but neither what is hidden nor what was built.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if name.as_encoded_bytes().starts_with(b".") || name == OsStr::new("target") || to.starts_with(&path) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

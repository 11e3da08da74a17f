//! The packages as cargo packs them: links followed, what the workspace says written out.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::{MetadataCommand, Package};
use errors_cli::Failure;
use flate2::read::GzDecoder;

use super::failed;

/// Packs every package of the workspace that is published, and unpacks them side by side into `dist`, each in a folder of
/// its name. The folders, in the order of their names.
pub(super) fn stage(target: &Path) -> Result<Vec<PathBuf>, Failure> {
    let packages = published()?;
    let packed = target.join("package");
    pack(&packages, target)?;
    let dist = target.join("dist");
    empty(&dist).map_err(|error| failed(&format!("empty `{}`", dist.display()), &error))?;
    let unpacked = packages.iter().map(|package| {
        let stem = format!("{}-{}", package.name, package.version);
        let to = dist.join(package.name.as_str());
        let archive = packed.join(format!("{stem}.crate"));
        unpack(&archive, &dist)
            .and_then(|()| fs::rename(dist.join(&stem), &to))
            .map_err(|error| failed(&format!("unpack `{}`", archive.display()), &error))?;
        Ok(to)
    });
    unpacked.collect()
}

/// The packages of the workspace that may be published.
fn published() -> Result<Vec<Package>, Failure> {
    let metadata = MetadataCommand::new()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .no_deps()
        .exec()
        .map_err(|error| failed("ask cargo for the packages of the workspace", &error))?;
    let mut packages = metadata.packages;
    // `publish = false` is an empty list of registries.
    packages.retain(|package| package.publish.as_ref().is_none_or(|registries| !registries.is_empty()));
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(packages)
}

fn pack(packages: &[Package], target: &Path) -> Result<(), Failure> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["package", "--quiet", "--locked", "--allow-dirty", "--no-verify", "--target-dir"]).arg(target);
    cargo.args(packages.iter().flat_map(|package| ["--package", package.name.as_str()]));
    let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed("pack the packages", &format!("cargo ended with {status}"))),
        Err(error) => Err(failed("start cargo", &error)),
    }
}

fn unpack(archive: &Path, to: &Path) -> io::Result<()> {
    let mut packed = tar::Archive::new(GzDecoder::new(File::open(archive)?));
    // Cargo packs all files with one old date, by which it would take what it built from an earlier package for fresh.
    packed.set_preserve_mtime(false);
    packed.unpack(to)
}

/// Makes a directory that holds nothing.
fn empty(directory: &Path) -> io::Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::create_dir_all(directory)
}

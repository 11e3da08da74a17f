//! Stand-in.
use crate::finding::{Finding, Findings, Place};
use std::path::{Path, PathBuf};
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: PathBuf,
    pub(crate) name: String,
    pub(crate) text: String,
}
pub(crate) fn read_directory(dir: &Path) -> Result<Vec<Source>, Findings> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir)
        .map_err(|_| Findings::default())?
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "yaml"))
        .collect();
    files.sort();
    read_files(&files)
}
pub(crate) fn read_files(files: &[PathBuf]) -> Result<Vec<Source>, Findings> {
    files
        .iter()
        .map(|file| {
            let text = std::fs::read_to_string(file).map_err(|e| {
                Findings(vec![Finding {
                    place: Place::default(),
                    message: e.to_string(),
                    label: String::new(),
                    help: String::new(),
                    related: vec![],
                }])
            })?;
            Ok(Source {
                file: file.clone(),
                name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                text,
            })
        })
        .collect()
}

//! `book`: a site of all codes, made of files that need no server.

mod code;
mod file_name;
mod page;
mod site;

use std::fs;
use std::path::Path;

use crate::arguments;
use crate::catalogs::Catalogs;
use crate::failure::{Failure, Message, Verdict};
use crate::text::count;

pub(crate) fn run(catalogs: &Catalogs, arguments: &arguments::Book) -> Result<Verdict, Failure> {
    let vendors = catalogs.vendors(&arguments.vendors)?;
    let files = site::files(catalogs, &vendors)?;
    for (path, text) in &files {
        write(&arguments.out.join(path), text)?;
    }
    let start = arguments.out.join("index.html");
    println!("{} in `{}`; it begins with `{}`", count(files.len(), "file"), arguments.out.display(), start.display());
    Ok(Verdict::Good)
}

/// Writes a file, in a directory that may have to be made.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    made.map_err(|error| {
        let message = Message::new(format!("cannot write `{}`: {error}", path.display()));
        Failure::Bad(message.help("name a directory that can be made or written to with `--out DIR`"))
    })
}

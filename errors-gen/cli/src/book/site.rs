//! All files of the site.

use errors_codegen::load::Arena;
use errors_codegen::model::{Area, Topic, Transport, Vendor};
use minijinja::context;
use serde::Serialize;

use crate::catalogs::Catalogs;
use crate::export;
use crate::failure::Failure;
use crate::read;
use crate::status_name;

use super::code::CodePage;
use super::file_name::FileNames;
use super::page::{Pages, value};

/// A file: its path below the site's directory, and its text.
type File = (String, String);

/// A vendor with the pages of its codes.
#[derive(Serialize)]
struct VendorPage<'a> {
    name: &'a str,
    title: &'a str,
    reviewed: &'a str,
    sources: Vec<&'a str>,
    sections: Vec<SectionOf<'a>>,
    transport: Vec<Status<'a>>,
    codes: Vec<CodePage<'a>>,
}

/// A section with the indices of its codes.
#[derive(Serialize)]
struct SectionOf<'a> {
    title: &'a str,
    codes: Vec<usize>,
}

#[derive(Serialize)]
struct Status<'a> {
    http: u16,
    name: &'a str,
    meaning: &'a str,
    action: &'a str,
    kind: &'a str,
    topic: &'a str,
}

/// A topic with its sentences, and the codes that have it.
#[derive(Serialize)]
struct TopicOf<'a> {
    topic: &'static str,
    area: &'static str,
    applies: &'static str,
    excludes: &'static str,
    response: &'static str,
    codes: Vec<&'a CodePage<'a>>,
}

/// What is searched, short, since it is read before the first answer.
#[derive(Serialize)]
struct Entry<'a> {
    /// The address of the page.
    u: String,
    /// The vendor's title.
    v: &'a str,
    /// The code or the status.
    c: String,
    /// The name.
    n: &'a str,
    /// The statuses.
    s: String,
    /// The meaning.
    m: &'a str,
    /// The wordings.
    w: String,
    /// The topic and the kind.
    t: String,
}

/// Makes all files.
///
/// # Errors
///
/// A catalog exceeds a limit of the tables.
pub(super) fn files(catalogs: &Catalogs, vendors: &[Vendor]) -> Result<Vec<File>, Failure> {
    let pages = Pages::new()?;
    let mut shown = Vec::new();
    for vendor in vendors {
        shown.push(VendorPage::new(vendor, catalogs)?);
    }
    let mut json = Vec::new();
    export::write_json(vendors, &mut json)?;
    let mut files = vec![
        ("book.css".to_owned(), include_str!("templates/book.css").to_owned()),
        ("book.js".to_owned(), include_str!("templates/book.js").to_owned()),
        ("search.js".to_owned(), format!("window.ENTRIES = {};\n", serde_json::to_string(&entries(&shown))?)),
        ("codes.json".to_owned(), String::from_utf8_lossy(&json).into_owned()),
    ];
    let start = context! { root => "", vendors => value(&shown) };
    for file in ["index.html", "index.md", "llms.txt"] {
        files.push((file.to_owned(), pages.render(file, start.clone())?));
    }
    let topics = context! { root => "", topics => value(topics(&shown)) };
    for file in ["topics.html", "topics.md"] {
        files.push((file.to_owned(), pages.render(file, topics.clone())?));
    }
    for (vendor, page) in vendors.iter().zip(&shown) {
        let name = page.name;
        files.push((
            format!("{name}/index.html"),
            pages.render("vendor.html", context! { root => "../", vendor => value(page) })?,
        ));
        let mut markdown = Vec::new();
        export::page(vendor, &mut markdown)?;
        files.push((format!("{name}/index.md"), String::from_utf8_lossy(&markdown).into_owned()));
        for code in &page.codes {
            let file = &code.file;
            files.push((
                format!("{name}/{file}.html"),
                pages.render("code.html", context! { root => "../", code => value(code) })?,
            ));
            files.push((format!("{name}/{file}.md"), pages.render("code.md", context! { code => value(code) })?));
        }
    }
    Ok(files)
}

impl<'a> VendorPage<'a> {
    fn new(vendor: &'a Vendor, catalogs: &Catalogs) -> Result<Self, Failure> {
        let arena = Arena::new();
        let tables = read::load(&arena, vendor, &catalogs.file(vendor))?;
        let mut names = FileNames::default();
        let codes =
            vendor.codes.iter().map(|code| CodePage::new(vendor, tables, code, names.name(&code.wire))).collect();
        let of_section = |section: usize| {
            let codes = vendor.codes.iter().enumerate();
            codes
                .filter(|(_, code)| code.section == section || code.also_in.contains(&section))
                .map(|(index, _)| index)
                .collect()
        };
        let sections = vendor.sections.iter().enumerate();
        Ok(Self {
            name: &vendor.name,
            title: &vendor.title,
            reviewed: &vendor.reviewed,
            sources: vendor.sources.iter().map(|source| source.url.as_str()).collect(),
            sections: sections
                .map(|(index, section)| SectionOf { title: &section.title, codes: of_section(index) })
                .collect(),
            transport: vendor.transport.iter().map(Status::new).collect(),
            codes,
        })
    }
}

impl<'a> Status<'a> {
    fn new(entry: &'a Transport) -> Self {
        let Transport { http, name, meaning, action, kind, topic, .. } = entry;
        Self { http: *http, name, meaning, action, kind: kind.as_str(), topic: topic.as_str() }
    }
}

/// All topics, in the order of their areas.
fn topics<'a>(vendors: &'a [VendorPage<'a>]) -> Vec<TopicOf<'a>> {
    let codes =
        |topic: &str| vendors.iter().flat_map(|vendor| &vendor.codes).filter(|code| code.topic == topic).collect();
    let of_area = |area: &Area| Topic::ALL.iter().filter(|topic| topic.area() == *area).collect::<Vec<_>>();
    let topic = |topic: &Topic| TopicOf {
        topic: topic.as_str(),
        area: topic.area().as_str(),
        applies: topic.applies(),
        excludes: topic.excludes(),
        response: topic.response(),
        codes: codes(topic.as_str()),
    };
    Area::ALL.iter().flat_map(of_area).map(topic).collect()
}

/// What can be found: codes first, then statuses without a code.
fn entries<'a>(vendors: &'a [VendorPage<'a>]) -> Vec<Entry<'a>> {
    let code = |code: &'a CodePage<'a>| Entry {
        u: format!("{}/{}.html", code.vendor, code.file),
        v: code.title,
        c: code.code.to_owned(),
        n: code.name.unwrap_or_default(),
        s: code.statuses.join(" "),
        m: code.meaning,
        w: code.messages.join("\n"),
        t: format!("{} {}", code.topic, code.kind),
    };
    let codes = vendors.iter().flat_map(|vendor| vendor.codes.iter().map(code));
    let statuses = vendors.iter().flat_map(|vendor| {
        vendor.transport.iter().map(|status| Entry {
            u: format!("{}/index.html#status-{}", vendor.name, status.http),
            v: vendor.title,
            c: status.http.to_string(),
            n: status.name,
            s: status_name::of(status.http).unwrap_or_default().to_owned(),
            m: status.meaning,
            w: String::new(),
            t: format!("{} {}", status.topic, status.kind),
        })
    });
    codes.chain(statuses).collect()
}

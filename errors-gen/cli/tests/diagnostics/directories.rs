//! What is wrong with a directory or with a file as a whole.

use std::fs;

use super::{Directory, check, sound};

/// What `check` says of the directory `catalogs` here, and its exit status.
fn told(directory: &Directory) -> (String, i32) {
    let checked = check(&directory.0, &["--catalogs", "catalogs"]);
    (format!("{}{}", checked.stdout, checked.stderr), checked.status)
}

#[track_caller]
fn expect(directory: &Directory, expected: &str) {
    let (told, status) = told(directory);
    assert_eq!((told.as_str(), status), (expected, 1), "\n{told}");
}

#[test]
fn a_directory_that_is_missing() {
    let (told, status) = told(&Directory::new("missing", &[]));
    assert_eq!(status, 1);
    assert!(told.starts_with("error: cannot list the catalogs in `catalogs`: "), "{told}");
    assert!(told.ends_with("help: name the directory that holds them with `--catalogs DIR`\n"), "{told}");
}

#[test]
fn a_file_in_the_place_of_a_directory() {
    let (told, status) = told(&Directory::new("file", &[("catalogs", b"")]));
    assert_eq!(status, 1);
    assert!(told.starts_with("error: cannot list the catalogs in `catalogs`: "), "{told}");
}

#[test]
fn a_directory_without_catalogs() {
    let hidden = sound("hidden");
    let files: [(&str, &[u8]); 3] = [
        ("catalogs/README.md", b"# None yet"),
        ("catalogs/.hidden.yaml", hidden.as_bytes()),
        ("catalogs/.git/a.yaml", b""),
    ];
    let (told, status) = told(&Directory::new("empty", &files));
    assert_eq!(status, 1);
    let expected = "\
error: the directory holds no catalog
--> catalogs
 = help: add a `<vendor>.yaml`
";
    assert!(told.starts_with(expected), "{told}");
}

#[test]
fn files_that_are_not_utf_8() {
    let sound = sound("sound");
    let directory = Directory::new(
        "bytes",
        &[
            ("catalogs/cut.yaml", "\u{feff}vendor: 東京\u{20ac}".as_bytes().split_last().unwrap().1),
            ("catalogs/latin.yaml", b"vendor: latin\ntitle: \"\xc3\xbc M\xfcnz\"\n"),
            ("catalogs/sound.yaml", sound.as_bytes()),
            ("catalogs/wide.yaml", b"v\0e\0n\0"),
        ],
    );
    expect(
        &directory,
        "\
error: the file is not UTF-8 from here on
 --> catalogs/cut.yaml:1:11
  |
1 | vendor: 東京??
  |             ^^ these bytes are no character
  |
  = help: save it as UTF-8

error: the file is not UTF-8 from here on
 --> catalogs/latin.yaml:2:12
  |
2 | title: \"ü M?nz\"
  |            ^ these bytes are no character
  |
  = help: save it as UTF-8

error: the file has a zero byte here
 --> catalogs/wide.yaml:1:2
  |
1 | v?e?n?
  |  ^ a zero byte
  |
  = help: remove it; if the file is UTF-16, save it as UTF-8

3 problems in 3 of 4 catalogs
",
    );
}

#[test]
fn two_files_of_one_stem_and_names_that_end_otherwise() {
    let (shop, old) = (sound("shop"), sound("old"));
    let directory = Directory::new(
        "names",
        &[
            ("catalogs/b/shop.yaml", shop.as_bytes()),
            ("catalogs/a/shop.yaml", shop.as_bytes()),
            ("catalogs/old.yml", old.as_bytes()),
            ("catalogs/Loud.YAML", b""),
            ("catalogs/notes.yaml.txt", b""),
        ],
    );
    expect(
        &directory,
        "\
error: the name of a catalog ends in `.yaml`
--> catalogs/Loud.YAML
 = help: rename it to `Loud.yaml`

error: two catalogs are called `shop`
--> catalogs/b/shop.yaml
 = note: the first one: catalogs/a/shop.yaml
 = help: the file's name is the module's name: rename one of them

error: the name of a catalog ends in `.yaml`
--> catalogs/old.yml
 = help: rename it to `old.yaml`

3 problems in 3 of 4 catalogs
",
    );
}

#[test]
fn a_file_that_is_larger_than_any_catalog() {
    let directory = Directory::new("large", &[("catalogs/shop.yaml", b"")]);
    let file = fs::File::options().write(true).open(directory.0.join("catalogs/shop.yaml")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    expect(
        &directory,
        "\
error: the file is larger than 64 MiB
--> catalogs/shop.yaml
 = help: split it into several catalogs

1 problem in 1 of 1 catalog
",
    );
}

#[test]
fn named_files_that_are_none() {
    let directory = Directory::new("named", &[("notes.txt", b"")]);
    let checked = check(&directory.0, &["notes.txt", "absent.yaml"]);
    assert_eq!((checked.status, checked.stderr.as_str()), (1, ""));
    let stdout: Vec<&str> = checked.stdout.lines().filter(|line| !line.is_empty()).collect();
    let [cannot, absent, help, rest @ ..] = stdout.as_slice() else { panic!("{}", checked.stdout) };
    assert!(cannot.starts_with("error: the file cannot be read: "), "{cannot}");
    assert_eq!([*absent, *help], ["--> absent.yaml", " = help: is the path right?"]);
    assert_eq!(
        rest,
        [
            "error: the name of a catalog ends in `.yaml`",
            "--> notes.txt",
            " = help: is this file a catalog?",
            "2 problems in 2 of 2 catalogs",
        ]
    );
}

#[test]
fn named_directories() {
    let shop = include_bytes!("../catalogs/sound/shop.yaml");
    let directory = Directory::new(
        "of_files",
        &[("sound/deep/shop.yaml", shop), ("sound/notes.txt", b""), ("other/a.yaml", b""), ("none/a.txt", b"")],
    );
    let told = |arguments: &[&str]| {
        let checked = check(&directory.0, arguments);
        (checked.stdout, checked.stderr, checked.status)
    };
    let (sound, _, status) = told(&["sound"]);
    assert!(status == 0 && sound.starts_with("1 catalog, "), "{sound}");
    // A file that is named twice is read once.
    assert_eq!(told(&["sound/deep/shop.yaml", "sound", "sound/deep"]).0, sound);
    let (both, _, status) = told(&["sound", "other"]);
    assert!(status == 1 && both.ends_with("1 problem in 1 of 2 catalogs\n"), "{both}");
    let (none, _, status) = told(&["none"]);
    assert_eq!((none.lines().next(), status), (Some("error: the directory holds no catalog"), 1));
}

/// File systems elsewhere refuse such names.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let directory = Directory::new("odd", &[("catalogs/README.md", b"")]);
    fs::write(directory.0.join("catalogs").join(OsStr::from_bytes(b"sh\xffop.yaml")), b"").unwrap();
    fs::write(directory.0.join("catalogs/a\u{1b}[31m\u{202e}.yaml"), b"\n").unwrap();
    expect(
        &directory,
        "\
error: the file holds no catalog
 --> catalogs/a\\u{1b}[31m\\u{202e}.yaml:1:1
  |
1 |
  | ^ nothing but whitespace and comments
  |
  = help: a catalog begins with `vendor:`; `catalogs/README.md` explains the rest

error: the file's name is not UTF-8
--> catalogs/sh\u{fffd}op.yaml
 = help: rename it

2 problems in 2 of 2 catalogs
",
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_and_directories_that_cannot_be_read() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let shop = sound("shop");
    let directory = Directory::new("links", &[("catalogs/shop.yaml", shop.as_bytes()), ("catalogs/shut/a.yaml", b"")]);
    let catalogs = directory.0.join("catalogs");
    symlink(".", catalogs.join("loop")).unwrap();
    fs::remove_file(catalogs.join("shut/a.yaml")).unwrap();
    assert_eq!(told(&directory).1, 0);

    symlink("nowhere", catalogs.join("gone.yaml")).unwrap();
    let (gone, status) = told(&directory);
    assert_eq!(status, 1);
    assert!(gone.contains("the file cannot be read: ") && gone.contains("\n--> catalogs/gone.yaml\n"), "{gone}");
    assert!(gone.ends_with("1 problem in 1 of 2 catalogs\n"), "{gone}");

    fs::remove_file(catalogs.join("gone.yaml")).unwrap();
    symlink("/dev/null", catalogs.join("null.yaml")).unwrap();
    expect(
        &directory,
        "\
error: this is not a file
--> catalogs/null.yaml

1 problem in 1 of 2 catalogs
",
    );
    fs::remove_file(catalogs.join("null.yaml")).unwrap();

    let shut = catalogs.join("shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    // Nothing is shut to some users.
    if fs::read_dir(&shut).is_err() {
        let (shut, status) = told(&directory);
        assert_eq!(status, 1);
        assert!(shut.starts_with("error: cannot list the catalogs in `catalogs/shut`: "), "{shut}");
    }
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
}

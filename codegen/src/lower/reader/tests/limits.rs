//! What is too much for the tables.

use super::*;

fn limit(envelopes: Vec<model::Envelope>) -> (&'static str, usize, usize) {
    let limit = lower(&vendor(text(), envelopes)).unwrap_err();
    (limit.what, limit.needed, limit.most)
}

fn keeping(keep: Vec<Path>) -> Vec<model::Envelope> {
    vec![model::Envelope { keep, ..envelope("only", Vec::new()) }]
}

#[test]
fn slots() {
    let members = |count| keeping((0..count).map(|number| path(&format!("member{number}"))).collect());
    assert_eq!(lowered(members(63)).nodes[0].clears, u64::MAX >> 1);
    assert_eq!(limit(members(64)), ("places whose values are kept", 64, 63));
    assert_eq!(limit(members(1000)), ("places whose values are kept", 1000, 63));
}

#[test]
fn places() {
    // Of one list, since slots run out first where each has its own.
    let item = |number| {
        let when = all(&[("code", ValueTest::Equals(format!("{number}")))]);
        Items { when: Some(when), ..items("$[*]", &[], &[]) }
    };
    let lists = |count: u32| vec![envelope("only", (0..count).map(item).collect())];
    let reader = lowered(lists(16));
    assert_eq!((reader.places.len(), reader.nodes[0].restarts), (16, u16::MAX));
    assert_eq!(limit(lists(17)), ("places where items stand or are looked for", 17, 16));
    assert_eq!(limit(lists(300)), ("places where items stand or are looked for", 300, 16));
}

#[test]
fn nodes() {
    let nested = |depth| keeping(vec![path(&"a.".repeat(depth))]);
    let reader = lowered(nested(254));
    assert_eq!((reader.nodes.len(), reader.nodes[0].clears, reader.nodes[254].clears), (255, 1, 1));
    assert_eq!(limit(nested(255)), ("places that paths lead through", 256, 255));
    assert_eq!(limit(nested(100_000)), ("places that paths lead through", 100_001, 255));
}

#[test]
fn a_value_that_is_needed_twice() {
    let items = vec![items("$.errors.*", &[], &[])];
    let kept = model::Envelope { keep: vec![path("errors.base")], ..envelope("only", items) };
    assert_eq!(limit(vec![kept]), ("uses of the value of a member that is named beside `.*`", 2, 1));
}

#[test]
fn paths_made_to_multiply() {
    // Every member goes two ways on each level, and each combination leads to a set of its own.
    let paths: Vec<String> = (0..12)
        .map(|level| {
            let mut names = ["*"; 12];
            names[level] = "a";
            names.join(".")
        })
        .collect();
    let tests: Vec<_> = paths.iter().map(|path| (path.as_str(), ValueTest::Exists)).collect();
    let (what, needed, most) = limit(vec![model::Envelope { when: Some(all(&tests)), ..envelope("only", Vec::new()) }]);
    assert_eq!((what, most), ("places that paths lead through", 255));
    assert!(needed > most);
}

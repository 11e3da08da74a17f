//! The shape that most items have, and the order of the members of a body.

use super::*;

fn usual(reader: &Reader<'_>) -> Option<Usual> {
    reader.places[0].usual
}

#[test]
fn code_and_message_that_are_looked_for_first() {
    let reader = lowered(vec![envelope("only", vec![items("$.errors[*]", &["code", "type"], &["message", "title"])])]);
    let (code, message) = (slot(&reader, "errors[*].code"), slot(&reader, "errors[*].message"));
    assert_eq!(usual(&reader), Some(Usual::new(code, message, None, 0)));
}

#[test]
fn fields_outside_of_the_item_itself() {
    let fields_at = |paths: &[&str]| {
        let items = Items { fields_at: item_paths(paths), ..items("$.errors[*]", &["code"], &["message"]) };
        lowered(vec![envelope("only", vec![items])])
    };
    let reader = fields_at(&["extensions", "detail", "@"]);
    let (first, second) = (slot(&reader, "errors[*].extensions"), slot(&reader, "errors[*].detail"));
    let both = |usual: Usual| (usual.fields, usual.without);
    assert_eq!(usual(&reader).map(both), Some((Some(first), 1 << second)));
    let reader = fields_at(&["@", "detail"]);
    assert_eq!(usual(&reader).map(both), Some((None, 0)), "nothing is looked for behind the item itself");
}

#[test]
fn fields_in_the_code_or_the_message_are_not_usual() {
    for fields_at in [["message", "@"], ["extensions", "message"], ["code", "@"]] {
        let items = Items { fields_at: item_paths(&fields_at), ..items("$.errors[*]", &["code"], &["message"]) };
        assert_eq!(usual(&lowered(vec![envelope("only", vec![items])])), None, "{fields_at:?}");
    }
}

#[test]
fn other_codes_and_no_messages_are_not_usual() {
    let without = lowered(vec![envelope("only", vec![items("$.errors[*]", &["code"], &[])])]);
    assert_eq!(usual(&without), None);
    let mut segment = items("$.errors[*]", &[], &["title"]);
    segment.code = vec![model::CodePath::LastSegment(item_path("type"))];
    assert_eq!(usual(&lowered(vec![envelope("only", vec![segment])])), None);
    let named = items("$.errors.*", &["@name"], &["message"]);
    assert_eq!(usual(&lowered(vec![envelope("only", vec![named])])), None);
    let asked = Items { field: item_paths(&["@name"]), ..items("$.errors.*", &["code"], &["message"]) };
    assert_eq!(usual(&lowered(vec![envelope("only", vec![asked])])), None);
}

#[test]
fn a_code_in_the_body_itself_comes_before_what_is_kept() {
    let names = |code: &str, message: &str| {
        let keep = vec![path("timestamp"), path("id")];
        let envelope = model::Envelope { keep, ..envelope("only", vec![items("$", &[code], &[message])]) };
        let reader = lowered(vec![envelope]);
        reader.nodes[0].members.all.iter().map(|member| member.name).collect::<Vec<_>>()
    };
    assert_eq!(names("code", "message"), ["code", "message", "timestamp", "id"]);
    assert_eq!(names("error.code", "error.message"), ["timestamp", "id", "error"]);
}

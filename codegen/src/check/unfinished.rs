//! Finds sentences that are cut off, or still to be written.

/// What is wrong with a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The message, without the name of the sentence at its start.
    pub(crate) message: &'static str,
    pub(crate) label: &'static str,
    pub(crate) help: &'static str,
}

const UNWRITTEN: Fault = Fault {
    message: "is still to be written",
    label: "a note of what is to be done",
    help: "write the sentence, or leave the entry out until somebody knows",
};

const CUT: Fault = Fault {
    message: "is cut off by ` #`, which begins a comment",
    label: "all that is read",
    help: "put the whole text in quotes: `\"...\"`",
};

const ENDLESS: Fault = Fault {
    message: "breaks off: its last sentence has no full stop",
    label: "no `.` at the end",
    help: "write the sentence to its end, with a full stop",
};

/// What is wrong with a text of sentences, if anything; `comment` is the one after it.
pub(crate) fn fault(text: &str, comment: Option<&str>) -> Option<Fault> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    if text.contains("???") || words.any(|word| ["TODO", "FIXME", "TBD", "XXX"].contains(&word)) {
        return Some(UNWRITTEN);
    }
    let end = text.trim_end().trim_end_matches(['"', '\'', '`', ')', '”', '’', '»']);
    if end.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
        return None;
    }
    Some(if comment.is_some() { CUT } else { ENDLESS })
}

#[cfg(test)]
mod tests {
    use super::super::sample::expect;
    use super::*;

    #[test]
    fn sentences_end() {
        for whole in ["A.", "Is it?", "It says \"no.\"", "A (b.)", "A.\n", "`A.`", "参数错误。"] {
            assert_eq!(fault(whole, Some("# why")), None, "{whole}");
        }
        assert_eq!(fault("Item", Some("#7.")), Some(CUT));
        assert_eq!(fault("The order was", None), Some(ENDLESS));
        for unwritten in ["TODO", "todo? TODO: ask.", "What is it???", "TBD."] {
            assert_eq!(fault(unwritten, None), Some(UNWRITTEN), "{unwritten}");
        }
        assert_eq!(fault("The method TODOLIST exists.", None), None);
    }

    #[test]
    fn each_kind_of_sentence_is_looked_at() {
        let edit = |key: &str| format!("kind: not_found\n        {key}: The item is # gone");
        for key in ["action", "because", "deprecated"] {
            let message = format!("`{key}` is cut off by ` #`, which begins a comment");
            expect(&[("kind: not_found", &edit(key))], &[&message]);
        }
    }
}

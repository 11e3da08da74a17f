//! The values of an object's members, by their names.

use core::ops::ControlFlow;

use super::{Member, Members};
use crate::json::{Passage, Span, Utf8};

impl Members<'_> {
    /// Goes over the members of an object, and hands on the values of those that are known until there is a break. What is
    /// no object has none.
    ///
    /// Of two values, those of the code and the message, it can be known already where they stand: they are often the
    /// longest, and mostly come first.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "keeps the passage in registers")]
    pub(crate) fn values_in(
        &self,
        object: Utf8<'_>,
        seen: [Span; 2],
        mut found: impl FnMut(&Member<'_>, Span) -> ControlFlow<()>,
    ) {
        let mut passage = Passage::new(object, b'{');
        passage.pass_first(seen, |bytes, name| self.standing_at(bytes, name, &mut self.all().len()).is_none());
        let mut expected = 0;
        while let Some(name) = passage.name() {
            let member = if let Some(member) = self.standing_at(passage.bytes(), name, &mut expected) {
                passage.pass_seen_name(member.name().len());
                Some(member)
            } else {
                let name = passage.pass_name();
                self.passed_over(object, name.span, name.escaped)
            };
            let Some(value) = passage.value(seen) else { return };
            if let Some(member) = member
                && found(member, value).is_break()
            {
                return;
            }
        }
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use core::ops::ControlFlow;

    use super::{Member, Members, Span, Utf8};
    use crate::json::Json;

    const NAMES: Members<'_> = Members::new(&[
        Member::new("code", 0),
        Member::new("message", 1),
        Member::new("a", 2),
        Member::new("a longer name", 3),
        Member::new("a\"b", 4),
    ]);

    /// Members as they may be written, with what could be taken for another member in their names and values.
    const MEMBERS: &[&str] = &[
        r#""code":"C""#,
        r#""message":"a message that is longer than a word or two, with a \" in it""#,
        r#""c\u006fde":"D""#,
        r#""m\u0065ssage":"},\"code\":\"no\"""#,
        r#""a":1"#,
        r#""a":"\\""#,
        r#""\u0061":2"#,
        r#""a longer name":{"code":"nested","message":{},"a":[]}"#,
        r#""a\"b":[ "]", "}" ]"#,
        r#""b\":":"x""#,
        r#""another of the same length":null"#,
        r#""other":-1.5e+3"#,
    ];

    fn each_object(see: &mut impl FnMut(&str)) {
        let spaced = |member: &str| member.replace("\":", "\" :\n").replace("\\\" :\n", "\\\":");
        let written: [fn(&[&str]) -> String; 2] =
            [|all| format!("{{{}}}", all.join(",")), |all| format!("{{ {}\t}}", all.join(" ,\n"))];
        for write in written {
            see(&write(&[]));
            for a in MEMBERS {
                see(&write(&[a]));
                for b in MEMBERS {
                    see(&write(&[a, b]));
                    for c in MEMBERS {
                        see(&write(&[a, b, c]));
                        see(&write(&[spaced(a).as_str(), spaced(b).as_str(), c]));
                    }
                }
            }
        }
    }

    /// The last value of each name.
    fn values(object: &str, seen: [Span; 2]) -> [Option<&str>; 5] {
        let mut values = [None; 5];
        NAMES.values_in(Utf8::new(object), seen, |member, value| {
            values[usize::from(member.node())] = Some(value.of(Utf8::new(object)).as_str());
            ControlFlow::Continue(())
        });
        values
    }

    #[test]
    fn values_are_those_of_the_last_members_wherever_the_code_and_the_message_stand() {
        each_object(&mut |object| {
            let json = Json::parse(object.as_bytes()).unwrap_or_else(|| panic!("{object}"));
            let last =
                |name: &str| json.members().filter(|(member, _)| *member == *name).last().map(|(_, value)| value);
            let expected = NAMES.all().iter().map(|member| last(member.name()).map(Json::as_str)).collect::<Vec<_>>();
            let span = |value: Json<'_>| {
                let start = value.as_str().as_ptr().addr() - object.as_ptr().addr();
                Span::new(start, start + value.as_str().len())
            };
            let [code, message, short] = ["code", "message", "a"].map(|name| last(name).map_or(Span::NONE, span));
            for seen in [[Span::NONE; 2], [code, message], [message, code], [code, code], [short, message]] {
                assert_eq!(values(object, seen)[..], expected, "{object}");
            }
        });
    }

    #[test]
    fn what_is_no_object_has_no_values() {
        for other in ["[\"code\"]", "\"code\"", "null", "7", "{}", "{ }"] {
            assert_eq!(values(other, [Span::NONE; 2]), [None; 5], "{other}");
        }
    }

    #[test]
    fn nothing_is_looked_at_behind_a_break() {
        let mut met = 0;
        NAMES.values_in(Utf8::new(r#"{"a": 1, "a": 2}"#), [Span::NONE; 2], |_, _| {
            met += 1;
            ControlFlow::Break(())
        });
        assert_eq!(met, 1);
    }
}

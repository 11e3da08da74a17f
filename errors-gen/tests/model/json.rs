//! JSON as a tree that keeps what the rules ask for: repeated keys, and numbers as they are spelled.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Number(String),
    String(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The tree of a text that is known to be JSON.
    pub(crate) fn of(text: &str) -> Self {
        let mut parser = Parser { text: text.chars().collect(), at: 0 };
        parser.value()
    }

    /// The member with this key; of several, the last.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The text of a string, a number or a boolean.
    pub(crate) fn scalar(&self) -> Option<String> {
        match self {
            Self::Boolean(value) => Some(value.to_string()),
            Self::Number(text) | Self::String(text) => Some(text.clone()),
            Self::Null | Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Whether it is neither null nor an empty list.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self, Self::Null) && *self != Self::List(Vec::new())
    }

    /// As JSON.
    pub(crate) fn text(&self) -> String {
        let string = |text: &String| serde_json::to_string(text).unwrap();
        match self {
            Self::Null => "null".to_owned(),
            Self::Boolean(value) => value.to_string(),
            Self::Number(text) => text.clone(),
            Self::String(text) => string(text),
            Self::List(elements) => {
                format!("[{}]", elements.iter().map(Self::text).collect::<Vec<_>>().join(","))
            }
            Self::Object(members) => {
                let member = |(key, value): &(String, Self)| format!("{}:{}", string(key), value.text());
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }
}

/// Reads a text without looking for faults, since it has none.
struct Parser {
    text: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&mut self) -> char {
        while matches!(self.text[self.at], ' ' | '\t' | '\n' | '\r') {
            self.at += 1;
        }
        self.text[self.at]
    }

    fn value(&mut self) -> Value {
        match self.peek() {
            '{' => Value::Object(self.entries('}', |parser| {
                assert_eq!(parser.peek(), '"');
                let key = parser.string();
                assert_eq!(parser.peek(), ':');
                parser.at += 1;
                (key, parser.value())
            })),
            '[' => Value::List(self.entries(']', Self::value)),
            '"' => Value::String(self.string()),
            _ => {
                let ends = |character: &char| matches!(character, ',' | ']' | '}' | ' ' | '\t' | '\n' | '\r');
                let word: String = self.text[self.at..].iter().take_while(|character| !ends(character)).collect();
                self.at += word.len();
                match word.as_str() {
                    "null" => Value::Null,
                    "true" => Value::Boolean(true),
                    "false" => Value::Boolean(false),
                    _ => Value::Number(word),
                }
            }
        }
    }

    fn entries<T>(&mut self, close: char, entry: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut entries = Vec::new();
        self.at += 1;
        while self.peek() != close {
            if !entries.is_empty() {
                self.at += 1;
            }
            entries.push(entry(self));
        }
        self.at += 1;
        entries
    }

    fn string(&mut self) -> String {
        let mut units: Vec<u16> = Vec::new();
        self.at += 1;
        loop {
            let character = self.text[self.at];
            self.at += 1;
            let unescaped = match character {
                '"' => return String::from_utf16_lossy(&units),
                '\\' => self.escape(),
                _ => character.encode_utf16(&mut [0; 2]).to_vec(),
            };
            units.extend(unescaped);
        }
    }

    fn escape(&mut self) -> Vec<u16> {
        let character = self.text[self.at];
        self.at += 1;
        let one = |character: char| vec![u16::try_from(u32::from(character)).unwrap()];
        match character {
            'b' => one('\u{8}'),
            'f' => one('\u{c}'),
            'n' => one('\n'),
            'r' => one('\r'),
            't' => one('\t'),
            'u' => {
                let digits: String = self.text[self.at..self.at + 4].iter().collect();
                self.at += 4;
                vec![u16::from_str_radix(&digits, 16).unwrap()]
            }
            itself => one(itself),
        }
    }
}

#[test]
fn trees_keep_what_the_rules_ask_for() {
    let text = r#" {"a" : [1e999, -0, true, null, {}], "\u0061":"\ud83dx\ud83d\ude00\"\/", "é":[ ]} "#;
    let tree = Value::of(text);
    assert_eq!(tree.text(), "{\"a\":[1e999,-0,true,null,{}],\"a\":\"\u{fffd}x😀\\\"/\",\"é\":[]}");
    assert_eq!(tree.get("a").and_then(Value::scalar).unwrap(), "\u{fffd}x😀\"/");
    assert!(!tree.get("é").unwrap().is_there());
}

//! Knows: how the types that are not plain records are read, such as one of several kinds told apart by its keys.
//! Must not know: how a plain record is read (that is `read_records` in the module above).

use super::{Fields, Read};
use crate::import::fault::{Faults, Path, quoted};
use crate::import::json::{Begun, Json};
use crate::report::{
    Block, ByDirection, Content, Decimal, Inline, Keyword, Measure, Missing, MissingValue, NumberValue, PointTarget,
    Programme, Target, Text, Value,
};

// `static` is a keyword of Rust, so the field has another name.
impl Read for ByDirection {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let mut fields = Fields::open(json, at, faults, &["improving", "static", "deteriorating"]);
        let read = Self {
            improving: fields.take("improving", faults),
            unchanged: fields.take("static", faults),
            deteriorating: fields.take("deteriorating", faults),
        };
        fields.close(faults);
        read
    }
}

impl Read for Programme {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let mut fields = Fields::open(json, at, faults, &["name", "measures", "published_summary"]);
        let read = Self {
            name: fields.take("name", faults),
            measures: fields.take::<Measures>("measures", faults).0,
            published_summary: fields.take_list("published_summary", faults),
        };
        fields.close(faults);
        read
    }
}

/// The measures of a programme, of which the first may have been read already.
struct Measures(Vec<Measure>);

impl Read for Measures {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let Json::Begun(begun) = json else { return Self(Read::read(json, at, faults)) };
        let Begun { mut measures, faults: found, rest, .. } = *begun;
        faults.append(found);
        for entry in rest {
            measures.push(Read::read(entry, &at.entry(measures.len()), faults));
        }
        Self(measures)
    }
}

impl Read for Value {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        if json.has("missing") {
            Self::Missing(Read::read(without_numbers(json, at, faults), at, faults))
        } else if json.has("number") {
            Self::Number(Read::read(json, at, faults))
        } else {
            faults.add(at, json.found(), "an object with number (and flags), or with missing and reason");
            Self::Number(NumberValue { number: Decimal::ZERO, flags: Vec::new() })
        }
    }
}

impl Read for MissingValue {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let mut fields = Fields::open(json, at, faults, &["missing", "reason"]);
        let missing = fields.take("missing", faults);
        // A missing reason is no fault here: the checks report it.
        let reason = fields.value("reason", faults);
        let reason = reason.map_or_else(String::new, |reason| Read::read(reason, &at.key("reason"), faults));
        fields.close(faults);
        Self { missing, reason }
    }
}

/// Removes everything but the kind of missing value and its reason. A withheld number left in the file is a fault, and the
/// fault must not repeat it.
fn without_numbers(json: Json, at: &Path<'_>, faults: &mut Faults) -> Json {
    let Json::Object(mut fields) = json else { return json };
    for (key, _) in fields.extract_if(.., |(key, _)| !matches!(key.as_str(), "missing" | "reason")) {
        let found = format!("the key {} beside the reason why there is no number", quoted(&key));
        let expected = "only missing and reason: the number that is missing must not be in the file";
        faults.add(&at.key(&key), found, expected);
    }
    for (key, json) in &mut fields {
        let found = match (&*json, key.as_str()) {
            (Json::Whole(_) | Json::Number(_), _) => "a number",
            (Json::Text(text), "missing") if text.contains(|one: char| one.is_numeric()) => "a text with a number",
            _ => continue,
        };
        let (expected, instead) = match key.as_str() {
            "missing" => ("the word for why it is missing, without the number", Missing::Suppressed.word()),
            _ => ("the reason in words, without the number", ""),
        };
        faults.add(&at.key(key), found, expected);
        *json = Json::Text(instead.to_string());
    }
    Json::Object(fields)
}

impl Read for Target {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        if json.has("point") {
            Self::Point(Read::read(json, at, faults))
        } else if json.has("low_target") || json.has("high_target") {
            Self::LowHigh(Read::read(json, at, faults))
        } else if json.has("low") || json.has("high") {
            Self::Range(Read::read(json, at, faults))
        } else {
            let expected = "an object with point (and yearly), with low and high (and mid_point), or with low_target and \
                            high_target";
            faults.add(at, json.found(), expected);
            Self::Point(PointTarget { point: Decimal::ZERO, amber: None, yearly: None, unit: None, period: None })
        }
    }
}

impl Read for Text {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        match json {
            Json::Text(text) => Self::Plain(text),
            json @ Json::List(_) => Self::Parts(Read::read(json, at, faults)),
            json => {
                faults.add(at, json.found(), "a text, or a list of its parts");
                Self::Plain(String::new())
            }
        }
    }
}

impl Read for Inline {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        match json {
            Json::Text(text) => Self::Plain(text),
            json if json.has("strong") => Self::Strong(Read::read(json, at, faults)),
            json if json.has("emphasis") => Self::Emphasis(Read::read(json, at, faults)),
            json if json.has("link") => Self::Link(Read::read(json, at, faults)),
            json => {
                faults.add(at, json.found(), "a text, or an object with strong, emphasis, or link and href");
                Self::Plain(String::new())
            }
        }
    }
}

impl Read for Block {
    fn read(json: Json, at: &Path<'_>, faults: &mut Faults) -> Self {
        let mut fields = Fields::open(json, at, faults, &["paragraph", "list", "table", "note", "also"]);
        let also = fields.take_list("also", faults);
        let content = match fields.left.as_slice() {
            [(key, _)] => match key.as_str() {
                "paragraph" => Some(Content::Paragraph(fields.take("paragraph", faults))),
                "list" => Some(Content::List(fields.take("list", faults))),
                "table" => Some(Content::Table(fields.take("table", faults))),
                "note" => Some(Content::Note(fields.take("note", faults))),
                _ => None,
            },
            _ => {
                if fields.is_object {
                    let kinds: Vec<String> = fields.left.iter().map(|(key, _)| quoted(key)).collect();
                    let found = if kinds.is_empty() { "none of them".to_string() } else { kinds.join(" and ") };
                    faults.add(at, found, "exactly one of paragraph, list, table, note (and also)");
                }
                fields.left.clear();
                None
            }
        };
        fields.close(faults);
        Self { also, content: content.unwrap_or(Content::Note(Text::Plain(String::new()))) }
    }
}

//! Edits of an export, and the paths in one.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};
use std::fmt;

/// Places, each with its new value.
pub type Edits = Map<String, Json>;

/// The export with edits. New codes and names come after the other edits, which use the old ones. Removals come last, from
/// the end, so that they move nothing else.
pub fn edited(mut json: Json, edits: &Edits) -> Json {
    let is_name = |place: &str| place.ends_with("/code") || place.ends_with("/name");
    let order = |place: &str, new: &Json| if new.is_null() { 2 } else { u8::from(is_name(place)) };
    for turn in 0..3 {
        let mut edits: Vec<_> = edits.iter().filter(|(place, new)| order(place, new) == turn).collect();
        edits.sort_by_key(|(place, _)| *place);
        if turn == 2 {
            edits.reverse();
        }
        edits.into_iter().for_each(|(place, new)| put(&mut json, place, new));
    }
    json
}

fn put(json: &mut Json, place: &str, new: &Json) {
    let (name, pointer) = place.split_once('/').unwrap_or_else(|| panic!("{place} is not a place"));
    let start = match name {
        "" => json,
        name => named(json, name).unwrap_or_else(|| panic!("{place}: there is no {name}")),
    };
    let pointer = format!("/{pointer}");
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match start.pointer_mut(parent) {
        Some(Json::Object(object)) if new.is_null() => drop(object.remove(key)),
        Some(Json::Object(object)) => drop(object.insert(key.to_string(), new.clone())),
        Some(Json::Array(list)) if key == "-" => match new {
            Json::Array(several) => list.extend(several.iter().cloned()),
            one => list.push(one.clone()),
        },
        Some(Json::Array(list)) => {
            let at: usize = key.parse().unwrap_or_else(|_| panic!("{place}: {key} is not a position"));
            if new.is_null() {
                list.remove(at);
            } else {
                list[at] = new.clone();
            }
        }
        _ => panic!("{place} leads nowhere"),
    }
}

/// The object with this code, reference or name.
fn named<'j>(json: &'j mut Json, name: &str) -> Option<&'j mut Json> {
    match json {
        Json::Object(object)
            if ["code", "reference", "name"].iter().any(|key| object.get(*key) == Some(&name.into())) =>
        {
            Some(json)
        }
        Json::Object(object) => object.values_mut().find_map(|value| named(value, name)),
        Json::Array(list) => list.iter_mut().find_map(|value| named(value, name)),
        _ => None,
    }
}

/// The value at a path such as `$.outcomes[0].name`; null where only the last key is absent.
pub fn at<'j>(json: &'j Json, path: &str) -> Option<&'j Json> {
    const ABSENT: &Json = &Json::Null;
    let mut at = json;
    let mut rest = path.strip_prefix('$')?;
    while !rest.is_empty() {
        let end = rest.get(1..)?.find(['.', '[']).map_or(rest.len(), |end| end + 1);
        let (step, after) = rest.split_at(end);
        at = match (step.strip_prefix('.'), at) {
            (Some(key), Json::Object(object)) if after.is_empty() => object.get(key).unwrap_or(ABSENT),
            (Some(key), _) => at.get(key)?,
            (None, _) => at.get(step.trim_matches(['[', ']']).parse::<usize>().ok()?)?,
        };
        rest = after;
    }
    Some(at)
}

/// All paths in a JSON text, in its order.
pub fn paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let walk = Walk { path: "$".to_string(), paths: &mut paths };
    walk.deserialize(&mut serde_json::Deserializer::from_str(text)).unwrap();
    paths
}

struct Walk<'p> {
    path: String,
    paths: &'p mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.paths.push(self.path.clone());
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            map.next_value_seed(Walk { path: format!("{}.{key}", self.path), paths: self.paths })?;
        }
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut position = 0;
        while list.next_element_seed(Walk { path: format!("{}[{position}]", self.path), paths: self.paths })?.is_some()
        {
            position += 1;
        }
        Ok(())
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

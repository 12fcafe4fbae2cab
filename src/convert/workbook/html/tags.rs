//! Knows: how HTML, well formed or not, is cut into tags and text, and how characters are written in it.
//! Must not know: what any tag means.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// A tag that opens: its name in lower case, and what follows it.
    Open(String, &'t str),
    /// A tag that closes.
    Close(String),
    /// Text, characters still as they are written.
    Text(&'t str),
    /// What stands in `<style>`.
    Style(&'t str),
}

/// The elements whose content is no HTML.
const RAW: [&str; 6] = ["style", "script", "title", "textarea", "noscript", "template"];

/// HTML that is being read.
pub struct Tags<'t> {
    rest: &'t str,
}

impl<'t> Tags<'t> {
    /// From its beginning.
    pub fn new(text: &'t str) -> Self {
        Self { rest: text }
    }

    /// What follows a mark, or nothing if it never comes.
    fn after(&mut self, mark: &str) {
        self.rest = self.rest.split_once(mark).map_or("", |(_, rest)| rest);
    }

    fn take(&mut self, bytes: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn tag(&mut self) -> Piece<'t> {
        let length = length_of_tag(self.rest);
        let tag = self.take(length);
        let inside = tag.strip_prefix('<').unwrap_or(tag);
        let inside = inside.strip_suffix('>').unwrap_or(inside);
        let (is_close, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let end = inside.find(|one: char| one.is_whitespace() || one == '/').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at_checked(end).unwrap_or((inside, ""));
        let name = name.to_ascii_lowercase();
        if is_close {
            return Piece::Close(name);
        }
        if RAW.contains(&name.as_str()) {
            let content = self.raw(&name);
            return if name == "style" { Piece::Style(content) } else { Piece::Text("") };
        }
        Piece::Open(name, attributes)
    }

    /// Up to the tag that closes an element whose content is no HTML.
    fn raw(&mut self, name: &str) -> &'t str {
        let ends = self.rest.match_indices("</").map(|(position, _)| position);
        let is_end = |position: &usize| {
            let after = self.rest.get(position + 2..position + 2 + name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name))
        };
        let end = ends.into_iter().find(is_end).unwrap_or(self.rest.len());
        let content = self.take(end);
        self.after(">");
        content
    }
}

impl<'t> Iterator for Tags<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            let mut characters = self.rest.chars();
            return match (characters.next()?, characters.next()) {
                ('<', Some('!' | '?')) if self.rest.starts_with("<!--") => {
                    // Office hides its own tags so: <!--[if …]>.
                    self.after("-->");
                    continue;
                }
                ('<', Some('!' | '?')) => {
                    self.after(">");
                    continue;
                }
                ('<', Some('/')) => Some(self.tag()),
                ('<', Some(letter)) if letter.is_ascii_alphabetic() => Some(self.tag()),
                (first, _) => {
                    let after = self.rest.get(first.len_utf8()..).unwrap_or("");
                    let end = after.find('<').map_or(self.rest.len(), |end| end + first.len_utf8());
                    Some(Piece::Text(self.take(end)))
                }
            };
        }
    }
}

/// How long a tag is: to the first `>` that is not in quotes, or to the first at all if a quote is never closed.
fn length_of_tag(text: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (position, one) in text.char_indices() {
        match (quote, one) {
            (None, '>') => return position + 1,
            // An apostrophe in the middle of a word opens nothing.
            (None, '"' | '\'') if before == '=' || before.is_whitespace() => quote = Some(one),
            (Some(open), _) if open == one => quote = None,
            _ => {}
        }
        before = one;
    }
    text.find('>').map_or(text.len(), |end| end + 1)
}

/// An attribute of a tag, by its name in lower case. One without a value is empty.
pub fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes.trim_start_matches(|one: char| one.is_whitespace() || one == '/');
    while !rest.is_empty() {
        let end = rest.find(|one: char| one.is_whitespace() || one == '=' || one == '/').unwrap_or(rest.len());
        let (key, after) = rest.split_at_checked(end.max(1)).unwrap_or((rest, ""));
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(text(value));
        }
        rest = after.trim_start_matches(|one: char| one.is_whitespace() || one == '/');
    }
    None
}

/// The value of an attribute, with or without quotes, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split_once(quote).unwrap_or((rest, ""));
        }
    }
    text.split_at_checked(text.find(char::is_whitespace).unwrap_or(text.len())).unwrap_or((text, ""))
}

/// The characters that have names in tables of figures.
const NAMED: [(&str, &str); 44] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("shy", ""),
    ("pound", "£"),
    ("euro", "€"),
    ("cent", "¢"),
    ("yen", "¥"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("minus", "−"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bull", "•"),
    ("middot", "·"),
    ("deg", "°"),
    ("plusmn", "±"),
    ("times", "×"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("sup2", "²"),
    ("sup3", "³"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("frac34", "¾"),
    ("larr", "←"),
    ("uarr", "↑"),
    ("rarr", "→"),
    ("darr", "↓"),
    ("harr", "↔"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("eacute", "é"),
];

/// Text with each character as itself. What is not known stays as it is written.
pub fn text(written: &str) -> String {
    let mut all = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('&') {
        all += before;
        let end = after.find(|one: char| !one.is_ascii_alphanumeric() && one != '#').unwrap_or(after.len());
        let (name, ending) = after.split_at_checked(end.min(12)).unwrap_or((after, ""));
        match character(name) {
            Some(character) => {
                all += &character;
                rest = ending.strip_prefix(';').unwrap_or(ending);
            }
            None => {
                all.push('&');
                rest = after;
            }
        }
    }
    all + rest
}

fn character(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| character.to_string());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    // Numbers in this range mean what they do in Windows-1252, which old pages have; two of them are wanted.
    let character = match code.ok()? {
        146 => '’',
        150 => '–',
        160 => ' ',
        code => char::from_u32(code)?,
    };
    Some(character.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_cut_into_tags_and_text() {
        let open = |name: &str, rest: &'static str| Piece::Open(name.to_string(), rest);
        for (html, expected) in [
            ("a<b>c</b>", vec![Piece::Text("a"), open("b", ""), Piece::Text("c"), Piece::Close("b".into())]),
            ("<TD Width=5 title='a > b'>", vec![open("td", " Width=5 title='a > b'")]),
            ("<!-- <b> --><!doctype html><br/>", vec![open("br", "/")]),
            ("a < b", vec![Piece::Text("a "), Piece::Text("< b")]),
            ("<![if !x]>y<![endif]>", vec![Piece::Text("y")]),
            ("<style>a<b{}</STYLE>c", vec![Piece::Style("a<b{}"), Piece::Text("c")]),
            ("<script>if (a<b) '</td>'</script>", vec![Piece::Text("")]),
            ("<td title='council's'>x", vec![open("td", " title='council's'"), Piece::Text("x")]),
            ("<td class=\"x>y", vec![open("td", " class=\"x"), Piece::Text("y")]),
            ("<!-- open", vec![]),
            ("<td", vec![open("td", "")]),
        ] {
            assert_eq!(Tags::new(html).collect::<Vec<_>>(), expected, "{html}");
        }
    }

    #[test]
    fn attributes_are_found() {
        for (attributes, name, expected) in [
            (" colspan=2 class='a b'", "class", Some("a b")),
            (" COLSPAN = \"2\"", "colspan", Some("2")),
            (" hidden colspan=3/", "hidden", Some("")),
            (" data-class=x class=y", "class", Some("y")),
            (" title='colspan=4'", "colspan", None),
            (" title='a &amp; b", "title", Some("a & b")),
            (" = = /", "x", None),
            ("", "x", None),
        ] {
            assert_eq!(attribute(attributes, name).as_deref(), expected, "{attributes}");
        }
    }

    #[test]
    fn characters_are_themselves() {
        for (written, expected) in [
            ("&pound;5 &amp; &lt;5&#37;", "£5 & <5%"),
            ("AT&T &unknown; & &", "AT&T &unknown; & &"),
            ("&#x2212;3&nbsp;&#160;&#8211;", "\u{2212}3  –"),
            ("&#99999999999;&#xD800;", "&#99999999999;&#xD800;"),
            ("&ampamp", "&ampamp"),
        ] {
            assert_eq!(text(written), expected, "{written}");
        }
    }
}

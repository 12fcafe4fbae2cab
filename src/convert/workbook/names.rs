//! Knows: how tables that a document does not name get names, each its own.
//! Must not know: what is in them.

use std::collections::HashSet;

/// The longest name.
const MOST_CHARACTERS: usize = 100;

/// The names that tables have so far.
#[derive(Debug, Default)]
pub struct Names {
    used: HashSet<String>,
    tables: usize,
}

impl Names {
    /// The name of the next table: what stands above it, with a number if another has it.
    pub fn next(&mut self, above: &str) -> String {
        self.tables += 1;
        let words: Vec<&str> = above.split_whitespace().collect();
        let mut name: String = words.join(" ").chars().take(MOST_CHARACTERS).collect();
        if name.is_empty() {
            name = format!("Table {}", self.tables);
        }
        if self.used.contains(&name) {
            // There cannot be more of one name than tables.
            let numbers = 2..=self.tables + 1;
            let numbered = numbers.map(|number| format!("{name} ({number})")).find(|name| !self.used.contains(name));
            name = numbered.unwrap_or(name);
        }
        self.used.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tables_have_one_name() {
        let mut names = Names::default();
        let given = ["Adult  social\ncare", "", "Adult social care", "Table 5", ""].map(|above| names.next(above));
        assert_eq!(given, ["Adult social care", "Table 2", "Adult social care (2)", "Table 5", "Table 5 (2)"]);
    }
}

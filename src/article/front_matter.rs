//! What a file says about its article before the text begins: `---` with `key: value` lines (as in
//! Jekyll and most static sites), `+++` with TOML (as in Hugo), or bare `Key: value` lines.

use jiff::civil::Date;

use super::plain::plain;
use super::{Span, dates};
use crate::lang::Language;

/// What front matter says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The byte where the text begins.
    pub end: usize,
    /// The title.
    pub title: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address on the web.
    pub address: Option<String>,
    /// Its language.
    pub language: Option<Language>,
}

/// The most lines that front matter may have; more are text that happens to begin with a rule.
const MOST_LINES: usize = 80;

/// Reads the front matter at the start of `text`; an empty one that ends at byte 0 where there is none.
pub fn read(text: &str) -> FrontMatter {
    let start = text.len() - text.trim_start().len();
    let body = text.get(start..).unwrap_or_default();
    fenced(body, start).or_else(|| bare(body, start)).unwrap_or_default()
}

fn fenced(body: &str, start: usize) -> Option<FrontMatter> {
    let mut lines = body.split_inclusive('\n');
    let opening = lines.next()?;
    let fence = opening.trim_end();
    let equals = match fence {
        "---" => false,
        "+++" => true,
        _ => return None,
    };
    let mut front = FrontMatter::default();
    let mut at = start + opening.len();
    let mut list: Option<String> = None;
    let mut known = 0;
    for line in lines.take(MOST_LINES) {
        at += line.len();
        let content = line.trim();
        if content == fence || (!equals && content == "...") {
            front.end = at;
            return (known > 0).then_some(front);
        }
        if let (Some(key), Some(item)) = (&list, content.strip_prefix("- ")) {
            front.set(key, item);
            continue;
        }
        let pair = if equals { content.split_once('=') } else { content.split_once(':') };
        let Some((key, value)) = pair else { continue };
        known += 1;
        let key = plain(key.trim_matches(['"', '\'', ' ']));
        front.set(&key, value);
        list = value.trim().is_empty().then_some(key);
    }
    None
}

/// `Titre : …` and `Date : …` lines without fences: two of them at least, one after the other.
fn bare(body: &str, start: usize) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    let mut at = start;
    let mut known = 0;
    for line in body.split_inclusive('\n').take(12) {
        let content = line.trim();
        if !content.is_empty() {
            let Some((key, value)) = content.split_once(':') else { break };
            if value.trim().is_empty() || !front.set(&plain(key), value) {
                break;
            }
            known += 1;
        }
        at += line.len();
    }
    front.end = at;
    let more = known >= 2 && body.get(at - start..).is_some_and(|rest| !rest.trim().is_empty());
    more.then_some(front)
}

impl FrontMatter {
    /// Takes over one pair; tells whether the key is known.
    fn set(&mut self, key: &str, value: &str) -> bool {
        let value = value.trim().trim_end_matches(',').trim();
        let single = value.trim_matches(['"', '\'']).trim();
        if single.is_empty() {
            return true;
        }
        let text = Some(single.to_owned());
        match key {
            "title" | "titre" | "headline" => self.title = text,
            "date"
            | "published"
            | "publie"
            | "publie le"
            | "date de publication"
            | "pubdate"
            | "publication date" => {
                let span = Span::new(0, single.len());
                self.published = dates::find(single, span)
                    .iter()
                    .find_map(dates::DateExpression::whole)
                    .or(self.published);
            }
            "author" | "authors" | "auteur" | "auteurs" | "autrice" | "byline" | "signature" => {
                let inner = value.trim_start_matches('[').trim_end_matches(']');
                let names = inner.replace(" et ", ",").replace(" and ", ",");
                let names = names
                    .split([',', ';'])
                    .map(|name| name.trim().trim_matches(['"', '\'']).trim().to_owned());
                self.authors.extend(names.filter(|name| !name.is_empty()));
            }
            "outlet" | "source" | "site" | "media" | "publisher" | "journal" | "publication"
            | "site name" | "site_name" => {
                if single.contains("://") {
                    self.address = text;
                } else {
                    self.outlet = text;
                }
            }
            "url" | "address" | "link" | "lien" | "adresse" | "canonical" | "canonical_url" => {
                self.address = text
            }
            "lang" | "language" | "langue" => self.language = Language::of_code(single).or(self.language),
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn yaml_between_rules() {
        let text = "---\ntitle: \"Le port: la fin\"\ndate: 2025-03-04T10:00:00Z\nauthor: Jeanne Morel\nsource: L'Écho\nlang: fr\n---\nLe texte.";
        let front = read(text);
        assert_eq!(front.title.as_deref(), Some("Le port: la fin"));
        assert_eq!(front.published, Some(date(2025, 3, 4)));
        assert_eq!(
            (front.authors, front.outlet.as_deref()),
            (vec!["Jeanne Morel".to_owned()], Some("L'Écho"))
        );
        assert_eq!(front.language, Some(Language::French));
        assert_eq!(&text[front.end..], "Le texte.");
    }

    #[test]
    fn toml_between_plus_signs_and_lists_of_authors() {
        let front =
            read("+++\ntitle = \"Le port\"\nauthors = [\"Jeanne Morel\", \"Karim Haddad\"]\n+++\nTexte.");
        assert_eq!(front.authors, ["Jeanne Morel", "Karim Haddad"]);
        let front = read("---\nauthors:\n  - Jeanne Morel\n  - Karim Haddad\n---\nTexte.");
        assert_eq!(front.authors, ["Jeanne Morel", "Karim Haddad"]);
    }

    #[test]
    fn bare_lines_need_two_keys_that_are_known() {
        let text = "Titre : Le port\nDate : 4 mars 2025\n\nLe texte.";
        let front = read(text);
        assert_eq!((front.title.as_deref(), front.published), (Some("Le port"), Some(date(2025, 3, 4))));
        assert_eq!(&text[front.end..], "Le texte.");
        assert_eq!(read("Source : le maire dit non\nLe port ferme."), FrontMatter::default());
    }

    #[test]
    fn a_rule_that_never_closes_is_text() {
        assert_eq!(read("---\nLe port ferme.\nLa ville aussi."), FrontMatter::default());
        assert_eq!(read("Le port : une fin\nLe maire : un homme\nTexte."), FrontMatter::default());
    }
}

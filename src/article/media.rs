//! The table of media and agencies, by name and by domain: `assets/lang/media.toml`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::plain;
use crate::lang::table;

/// A medium or an agency.
#[derive(Debug, Default, Deserialize)]
pub struct Medium {
    /// The name a reader knows it by.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its domains on the web, without `www.`.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Whether other outlets print its texts.
    #[serde(default)]
    pub agency: bool,
}

#[derive(Debug, Default, Deserialize)]
struct Table {
    everyday: Vec<String>,
    outlet: Vec<Medium>,
}

struct Media {
    table: Table,
    by_name: BTreeMap<String, usize>,
    by_domain: HashMap<String, usize>,
    /// By the name that a domain begins with, where it is one medium's alone.
    by_handle: HashMap<String, usize>,
}

/// A shorter name of a domain is no handle: too many files are called `rts` or `dw` by chance.
const SHORTEST_HANDLE: usize = 4;

static MEDIA: LazyLock<Media> = LazyLock::new(|| {
    let table: Table = table(include_str!("../../assets/lang/media.toml"));
    let mut by_name = BTreeMap::new();
    let mut by_domain = HashMap::new();
    for (at, medium) in table.outlet.iter().enumerate() {
        for name in std::iter::once(&medium.name).chain(&medium.aliases) {
            by_name.insert(plain(name), at);
        }
        for domain in &medium.domains {
            by_domain.insert(domain.clone(), at);
        }
    }
    let mut handles: HashMap<String, Option<usize>> = HashMap::new();
    for (domain, at) in &by_domain {
        let Some((handle, _)) =
            domain.split_once('.').filter(|(_, end)| !end.contains('.') || *end == "co.uk")
        else {
            continue;
        };
        if handle.len() >= SHORTEST_HANDLE && !table.everyday.iter().any(|word| word == handle) {
            let held = handles.entry(handle.replace('-', "")).or_insert(Some(*at));
            *held = held.filter(|held| held == at);
        }
    }
    let by_handle = handles.into_iter().filter_map(|(handle, at)| Some((handle, at?))).collect();
    Media { table, by_name, by_domain, by_handle }
});

/// The medium called `name`, in any spelling of case and accents; `lemonde.fr` is one too.
pub fn named(name: &str) -> Option<&'static Medium> {
    let whole = plain(name);
    let bare = whole.trim_matches(|c: char| !c.is_alphanumeric());
    let at = MEDIA.by_name.get(&whole).or_else(|| MEDIA.by_name.get(bare));
    at.or_else(|| MEDIA.by_name.get(bare.rsplit_once('.').filter(|(_, end)| end.len() <= 3)?.0))
        .or_else(|| MEDIA.by_domain.get(bare))
        .and_then(|at| MEDIA.table.outlet.get(*at))
}

/// The medium whose handle a file is named after, a number before it left aside: `bfmtv`, `00_bfmtv`,
/// `2-20min-ch`, `lemonde`. A word of everyday language is no handle of a medium of that name.
pub fn of_handle(stem: &str) -> Option<&'static Medium> {
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let number = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = name.get(number..).and_then(|rest| rest.strip_prefix(['_', '-', '.', ' ']));
    let handle = numbered.unwrap_or(name).to_ascii_lowercase();
    let domain = handle.replace(['-', '_'], ".");
    let of_domain = || MEDIA.by_domain.get(&domain);
    let at = of_domain().or_else(|| MEDIA.by_handle.get(&handle.replace(['-', '_'], "")))?;
    MEDIA.table.outlet.get(*at)
}

/// The medium whose site `address` belongs to, or the site that it leads on to, where an archive or a
/// relay carries the article's own address behind its own.
pub fn of_address(address: &str) -> Option<&'static Medium> {
    let address = address.trim();
    let rest = address.strip_prefix("http").or_else(|| address.strip_prefix("www.").map(|_| address))?;
    rest.replace("http", " ").split(' ').find_map(|part| {
        let part = part.trim_start_matches('s').trim_start_matches([':', '/']);
        let host = part.split(['/', '?', '#', ':']).next()?.to_ascii_lowercase();
        let mut rest = host.as_str();
        loop {
            if let Some(at) = MEDIA.by_domain.get(rest) {
                return MEDIA.table.outlet.get(*at);
            }
            (_, rest) = rest.split_once('.')?;
        }
    })
}

/// The medium whose name `text` begins with, as a whole word and spelt with its capitals, and how
/// many bytes the name takes; the longest one where several fit.
pub fn at_start(text: &str) -> Option<(&'static Medium, usize)> {
    let mut ends = text
        .char_indices()
        .take(48)
        .filter(|(_, c)| !c.is_alphanumeric())
        .map(|(at, _)| at)
        .filter(|at| *at > 0)
        .collect::<Vec<_>>();
    if text.chars().nth(48).is_none() {
        ends.push(text.len());
    }
    // Most words begin no name: then one look into the table is enough, where all these ends are many.
    let begins_one = |end: &usize| {
        let head = plain(text.get(..*end).unwrap_or_default());
        let behind = (Bound::Included(head.as_str()), Bound::Unbounded);
        let nearest = MEDIA.by_name.range::<str, _>(behind).next();
        nearest.is_some_and(|(name, _)| name.starts_with(&head))
    };
    let ends: Vec<usize> = ends.into_iter().take_while(begins_one).collect();
    ends.into_iter().rev().find_map(|end| {
        let written = text.get(..end)?;
        let medium = MEDIA.by_name.get(&plain(written)).and_then(|at| MEDIA.table.outlet.get(*at))?;
        let as_written = |name: &String| {
            name.chars().filter(|c| c.is_uppercase()).count()
                <= written.chars().filter(|c| c.is_uppercase()).count()
                || written.chars().next() == name.chars().next()
        };
        let capital = written.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let lower = medium.name == "Franceinfo" && written == "franceinfo";
        ((capital && std::iter::once(&medium.name).chain(&medium.aliases).any(as_written)) || lower)
            .then_some((medium, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let table: Table = toml::from_str(include_str!("../../assets/lang/media.toml")).unwrap();
        assert!(table.outlet.len() >= 150);
        for medium in &table.outlet {
            for name in std::iter::once(&medium.name).chain(&medium.aliases) {
                assert_eq!(named(name).unwrap().name, medium.name, "{name} is claimed twice");
            }
        }
        assert!(table.outlet.iter().all(|medium| !medium.domains.is_empty()));
    }

    #[test]
    fn names_in_any_spelling() {
        assert_eq!(named("agence france-presse").unwrap().name, "Agence France-Presse");
        assert_eq!(named("LES ECHOS").unwrap().name, "Les Échos");
        assert_eq!(named("Le Figaro.fr").unwrap().name, "Le Figaro");
        assert!(named("Jeanne Morel").is_none());
    }

    #[test]
    fn addresses_by_their_domain() {
        let of = |address: &str| of_address(address).map(|medium| medium.name.as_str());
        assert_eq!(of(&["https:", "//www.lesoir.be/123/article"].concat()), Some("Le Soir"));
        assert_eq!(of(&["https:", "//notlesoir.be/"].concat()), None);
        assert_eq!(of("www.lesoir.be"), Some("Le Soir"));
        assert_eq!(of("lesoir"), None);
    }

    #[test]
    fn files_named_after_a_handle() {
        let of = |stem: &str| of_handle(stem).map(|medium| medium.name.as_str());
        assert_eq!(of("00_bfmtv"), Some("BFMTV"));
        assert_eq!(of("02_20min-ch"), Some("20 minutes (Suisse)"));
        assert_eq!(of("lemonde"), Some("Le Monde"));
        assert_eq!(of("3-le-figaro"), Some("Le Figaro"));
        assert_eq!(of("greve/3-lefigaro"), Some("Le Figaro"));
        for stem in
            ["agence", "france", "1-capital", "003_46c0d45d742b5856", "quotidien", "article-2", "a", "12", ""]
        {
            assert_eq!(of(stem), None, "{stem}");
        }
    }

    #[test]
    fn a_relay_leads_to_the_article_s_own_address() {
        let address = ["https:", "//archive.example/web/2025/https:", "//www.lesoir.be/a"].concat();
        assert_eq!(of_address(&address).unwrap().name, "Le Soir");
    }

    #[test]
    fn a_name_at_the_start_of_text_is_taken_whole() {
        assert_eq!(at_start("Le Monde diplomatique a écrit").unwrap().0.name, "Le Monde diplomatique");
        assert_eq!(at_start("Le Monde, lundi").unwrap().1, 8);
        assert!(at_start("le monde entier").is_none());
    }
}

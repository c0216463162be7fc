//! Who published an article, told from the article itself, by the strongest evidence there is.
//!
//! In this order: front matter, a byline or an agency's dateline, traces in the text (`Voir les autres
//! sites …`, `que … a pu consulter`: `assets/lang/{fr,en}/traces.toml`), the address. A medium that the text
//! cites as a source (`selon …`, `a indiqué …`) is never taken for its own outlet by its text. The
//! sidecar, which comes first of all, is applied later, by [`super::Article::apply`].

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::front_matter::FrontMatter;
use super::media::{self, Medium};
use super::plain::plain;
use super::{Block, BlockKind, Evidence, Outlet, byline};
use crate::lang::table;

/// How many bytes around a medium's name are looked at.
const AROUND: usize = 40;

/// The outlet of the article with this `text`, where something tells it.
pub fn find(text: &str, blocks: &[Block], front: &FrontMatter, address: Option<&str>) -> Option<Outlet> {
    let outlet = |name: &str, evidence| Some(Outlet { name: name.to_owned(), evidence });
    if let Some(written) = &front.outlet {
        let known = media::named(written).map(|medium| medium.name.as_str());
        return outlet(known.unwrap_or(written), Evidence::Metadata);
    }
    if let Some(name) = in_bylines(text, blocks) {
        return outlet(name, Evidence::Byline);
    }
    if let Some(name) = in_text(text, blocks) {
        return outlet(name, Evidence::Text);
    }
    if let Some(medium) = address.and_then(media::of_address) {
        return outlet(&medium.name, Evidence::Address);
    }
    if let Some(name) = agency_of_dateline(text, blocks) {
        return outlet(name, Evidence::Byline);
    }
    outlet(site_of_menu(text, blocks)?, Evidence::Text)
}

/// An agency that no table knows: what stands in brackets right before a dateline's dash, after the
/// day (`LANDERNE, 3 mars (Agence Armor) -`). Without a day before it, it may be a region.
fn agency_of_dateline<'a>(text: &'a str, blocks: &[Block]) -> Option<&'a str> {
    let datelines = blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    datelines.map(|block| block.span.of(text)).find_map(|line| {
        let line = line.trim_end_matches(['-', '–', '—', ' ', '\u{a0}', '\u{202f}']);
        let (before, name) = line.strip_suffix(')')?.rsplit_once('(')?;
        let dated = before.chars().any(|c| c.is_ascii_digit());
        (dated && is_name(name)).then_some(name)
    })
}

/// A site that no table knows: what a menu's line names behind a trace such as `Voir les autres sites`.
fn site_of_menu<'a>(text: &'a str, blocks: &[Block]) -> Option<&'a str> {
    let menus = blocks.iter().filter(|block| block.kind == BlockKind::Navigation);
    menus.map(|block| block.span.of(text)).find_map(|line| {
        line.char_indices().filter(|(_, c)| c.is_uppercase()).find_map(|(at, _)| {
            let name = line.get(at..)?.trim();
            (TRACES.site.tells(&before(line, at), "") && is_name(name)).then_some(name)
        })
    })
}

/// Whether it may be a medium's name: one to five words, the first one with a capital.
fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=5).contains(&words)
        && name.chars().next().is_some_and(char::is_uppercase)
        && !name.contains([':', '.', '|', '/', '(', ')'])
}

/// The medium that signs: in a byline, in the brackets of a dateline, or alone in brackets at the end.
fn in_bylines(text: &str, blocks: &[Block]) -> Option<&'static str> {
    let of = |kind| blocks.iter().filter(move |block| block.kind == kind).map(|block| block.span.of(text));
    if let Some(name) = of(BlockKind::Byline).find_map(|line| byline::read(line)?.outlet) {
        return Some(name);
    }
    let bracketed = |line: &str| {
        let (_, rest) = line.rsplit_once('(')?;
        let (inner, _) = rest.split_once(')')?;
        media::named(inner).map(|medium| medium.name.as_str())
    };
    of(BlockKind::Dateline)
        .find_map(bracketed)
        .or_else(|| of(BlockKind::Credit).filter(|line| line.starts_with('(')).find_map(bracketed))
}

/// The one medium that the text gives away as its own more than any other.
fn in_text(text: &str, blocks: &[Block]) -> Option<&'static str> {
    let mut weight: HashMap<&'static str, u32> = HashMap::new();
    let mut cited: HashSet<&'static str> = HashSet::new();
    for block in blocks {
        let furniture = matches!(block.kind, BlockKind::Navigation | BlockKind::Trailer);
        if block.kind.is_noise() && !furniture {
            continue;
        }
        let part = block.span.of(text);
        for (at, medium, length) in mentions(part) {
            let before = before(part, at);
            let after = plain(super::plain::start(part.get(at + length..).unwrap_or_default(), AROUND));
            let own = TRACES.own.tells(&before, &after);
            if furniture && TRACES.site.tells(&before, &after) {
                *weight.entry(&medium.name).or_default() += 8;
            } else if own {
                *weight.entry(&medium.name).or_default() += if TRACES.own.follows(&after) { 3 } else { 2 };
            } else if TRACES.cited.tells(&before, &after) {
                cited.insert(&medium.name);
            }
        }
    }
    weight.retain(|name, weight| *weight >= 8 || !cited.contains(name));
    let most = weight.values().copied().max()?;
    let mut best = weight.into_iter().filter(|(_, weight)| *weight == most).map(|(name, _)| name);
    let name = best.next()?;
    best.next().is_none().then_some(name)
}

/// The words right before byte `at`, folded, without the article that belongs to the name.
fn before(part: &str, at: usize) -> String {
    let mut from = at.saturating_sub(AROUND);
    while !part.is_char_boundary(from) {
        from += 1;
    }
    let folded = plain(part.get(from..at).unwrap_or_default());
    let trimmed = folded.trim_end_matches(['«', '"', '“', '(', ' ', '*', '_']);
    let without = [
        " la",
        " le",
        " l'",
        " les",
        " the",
        " au",
        " a la",
        " a l'",
        " du",
        " de la",
        " chaine",
        " agence",
        " journal",
        " quotidien",
    ]
    .iter()
    .find_map(|article| trimmed.strip_suffix(article).filter(|_| !TRACES.any_before(trimmed)));
    without.unwrap_or(trimmed).trim_end().to_owned()
}

/// The media named in `part`: byte, medium, length of the name in bytes.
fn mentions(part: &str) -> Vec<(usize, &'static Medium, usize)> {
    let mut found = Vec::new();
    let mut previous = ' ';
    let mut skip = 0;
    for (at, c) in part.char_indices() {
        let starts = !previous.is_alphanumeric() && (c.is_uppercase() || c.is_ascii_digit() || c == 'f');
        if at >= skip
            && starts
            && let Some((medium, length)) = part.get(at..).and_then(media::at_start)
        {
            found.push((at, medium, length));
            skip = at + length;
        }
        previous = c;
    }
    found
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Table {
    site: Around,
    own: Around,
    cited: Around,
}

/// Words around a name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Around {
    before: Vec<String>,
    after: Vec<String>,
}

impl Around {
    fn precedes(&self, before: &str) -> bool {
        self.before.iter().any(|phrase| {
            before.strip_suffix(phrase.as_str()).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    }

    fn follows(&self, after: &str) -> bool {
        let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.after.iter().any(|phrase| {
            after.strip_prefix(phrase.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    }

    fn tells(&self, before: &str, after: &str) -> bool {
        self.precedes(before) || self.follows(after)
    }

    fn add(&mut self, other: &Self) {
        self.before.extend(other.before.iter().map(|phrase| plain(phrase)));
        self.after.extend(other.after.iter().map(|phrase| plain(phrase)));
    }
}

impl Table {
    fn any_before(&self, before: &str) -> bool {
        self.site.precedes(before) || self.own.precedes(before) || self.cited.precedes(before)
    }
}

static TRACES: LazyLock<Table> = LazyLock::new(|| {
    let mut traces = Table::default();
    for source in
        [include_str!("../../assets/lang/fr/traces.toml"), include_str!("../../assets/lang/en/traces.toml")]
    {
        let table: Table = table(source);
        traces.site.add(&table.site);
        traces.own.add(&table.own);
        traces.cited.add(&table.cited);
    }
    traces
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::source::Decoded;

    fn outlet(text: &str) -> Option<(String, Evidence)> {
        let decoded = Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned() };
        let article = Article::read("a.txt".into(), "a.txt".into(), None, decoded);
        article.outlet.map(|outlet| (outlet.name, outlet.evidence))
    }

    fn told(name: &str, evidence: Evidence) -> Option<(String, Evidence)> {
        Some((name.to_owned(), evidence))
    }

    const BODY: &str = "Le port de la ville fermera en mars, a annoncé le maire lundi. Les pêcheurs s'y opposent.\n\nIls ont manifesté toute la journée devant la mairie, sans être reçus par le conseil.";

    #[test]
    fn the_tables_are_whole() {
        for source in [
            include_str!("../../assets/lang/fr/traces.toml"),
            include_str!("../../assets/lang/en/traces.toml"),
        ] {
            let table: Table = toml::from_str(source).unwrap();
            assert!(
                !table.site.before.is_empty()
                    && !table.own.after.is_empty()
                    && !table.cited.before.is_empty()
            );
        }
    }

    #[test]
    fn front_matter_comes_before_the_byline() {
        let text = format!(
            "---\ntitle: Le port\nsource: L'Écho du Nord\n---\nLe port va fermer\n\nPar Le Soir\n\n{BODY}"
        );
        assert_eq!(outlet(&text), told("L'Écho du Nord", Evidence::Metadata));
    }

    #[test]
    fn a_medium_that_signs() {
        assert_eq!(
            outlet(&format!("Le port va fermer\n\nPar Le Soir.be\n\n{BODY}")),
            told("Le Soir", Evidence::Byline)
        );
        assert_eq!(
            outlet(&format!("Le port va fermer\n\nPar Le Figaro.fr\n\n{BODY}")),
            told("Le Figaro", Evidence::Byline)
        );
        assert_eq!(
            outlet(&format!("Le port va fermer\n\nJeanne Morel, Reuters\n\n{BODY}")),
            told("Reuters", Evidence::Byline)
        );
    }

    #[test]
    fn an_agency_s_dateline() {
        assert_eq!(
            outlet(&format!("Le port va fermer\n\nBREST, 4 mars (AFP) - {BODY}")),
            told("Agence France-Presse", Evidence::Byline)
        );
    }

    #[test]
    fn an_agency_that_helped_is_not_the_outlet() {
        assert_eq!(outlet(&format!("Le port va fermer\n\nJeanne Morel avec AFP\n\n{BODY}")), None);
    }

    #[test]
    fn what_the_page_s_furniture_says() {
        let text =
            format!("1. Aller au contenu\n2. Voir les autres sites Euronews\n\nLe port va fermer\n\n{BODY}");
        assert_eq!(outlet(&text), told("Euronews", Evidence::Text));
    }

    #[test]
    fn a_document_that_the_outlet_has_seen() {
        let text = format!(
            "Le port va fermer\n\n{BODY}\n\nUne note, que Le Télégramme a pu consulter, le confirme."
        );
        assert_eq!(outlet(&text), told("Le Télégramme", Evidence::Text));
        let text = "Port to close\n\nThe port will close in March, the mayor said. Fishers object.\n\nTwo officials told Reuters the plan was final, and nobody objected to it.";
        assert_eq!(outlet(text), told("Reuters", Evidence::Text));
    }

    #[test]
    fn media_that_are_cited_are_not_the_outlet() {
        for cited in [
            "selon Le Monde",
            "dans des propos cités par franceinfo",
            "a indiqué Le Figaro",
            "rapporte la RTBF",
        ] {
            assert_eq!(
                outlet(&format!("Le port va fermer\n\n{BODY}\n\nLe chantier durera deux ans, {cited}.")),
                None,
                "{cited}"
            );
        }
    }

    #[test]
    fn two_media_with_equal_traces_tell_nothing() {
        let text = format!(
            "Le port va fermer\n\n{BODY}\n\nUne note que Le Monde a pu consulter existe. Une lettre que Mediapart a pu consulter aussi."
        );
        assert_eq!(outlet(&text), None);
    }

    #[test]
    fn an_address_is_the_last_resort() {
        let address = ["https:", "//www.letemps.ch/port"].concat();
        assert_eq!(
            outlet(&format!("Le port va fermer\n\n{address}\n\n{BODY}")),
            told("Le Temps", Evidence::Address)
        );
    }

    #[test]
    fn an_agency_that_no_table_knows_is_told_by_its_dateline() {
        let text = "Le bac reprend la mer\n\nLANDERNE (Finistère), 3 mars 2026 (Agence Armor) - Le bac a repris la mer mardi matin après trois jours de panne.";
        let blocks = crate::article::blocks::cut(text, 0);
        let found = find(text, &blocks, &FrontMatter::default(), None);
        assert_eq!(found.map(|outlet| outlet.name).as_deref(), Some("Agence Armor"));
    }

    #[test]
    fn a_region_in_a_dateline_is_no_agency() {
        let text = "Le bac reprend la mer\n\nLANDERNE (Finistère) - Le bac a repris la mer mardi matin après trois jours de panne.";
        let blocks = crate::article::blocks::cut(text, 0);
        assert_eq!(find(text, &blocks, &FrontMatter::default(), None), None);
    }

    #[test]
    fn a_site_that_no_table_knows_is_told_by_its_menu() {
        let text = "1. Aller au contenu\n  2. Voir les autres sites Radio Goéland\n\nLe bac reprend la mer\n\nLe bac a repris la mer mardi matin après trois jours de panne, et les passagers respirent.";
        let blocks = crate::article::blocks::cut(text, 0);
        let found = find(text, &blocks, &FrontMatter::default(), None);
        assert_eq!(found.map(|outlet| outlet.name).as_deref(), Some("Radio Goéland"));
    }
}

//! Names of authors, and the lines that hold them.

use std::collections::HashSet;

use super::blocks::cues::{CUES, begins};
use super::plain::plain;
use super::{Block, BlockKind, dates, media};

/// Small words inside a name.
const PARTICLES: [&str; 22] = [
    "de", "du", "des", "la", "le", "d'", "van", "von", "der", "den", "ter", "el", "al", "ben", "bin", "ibn",
    "da", "dos", "di", "del", "zu", "y",
];

/// The names in `text` where it holds nothing but names of people: two to five words each, joined by
/// commas, `et`, `and` or `&`. Empty where anything else stands in it.
pub fn names(text: &str) -> Vec<String> {
    if text.len() > 160 {
        return Vec::new();
    }
    let joined = text.replace(" et ", ",").replace(" and ", ",").replace(" & ", ",");
    let mut names = Vec::new();
    for part in joined.split([',', ';']) {
        let part = part.trim();
        if !is_name(part) {
            return Vec::new();
        }
        names.push(part.to_owned());
    }
    names
}

/// Whether `text` looks like the name of one person: `Jeanne Morel`, `K. Haddad`, `Anne de La Tour`.
pub fn is_name(text: &str) -> bool {
    let mut capitals = 0;
    let mut words = 0;
    for word in text.split_whitespace() {
        words += 1;
        let particle = PARTICLES.contains(&word);
        let letters = word.trim_end_matches('.');
        let good = !letters.is_empty()
            && (letters.chars().count() > 1 || word.ends_with('.') || word == "y")
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        if !good {
            return false;
        }
        let bare = letters.strip_prefix("d'").or_else(|| letters.strip_prefix("d’")).unwrap_or(letters);
        if bare.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !particle {
            return false;
        }
    }
    let stop = text.ends_with('.') && text.chars().rev().nth(1).is_some_and(char::is_lowercase);
    (2..=5).contains(&words) && capitals >= 2 && !stop && media::named(text).is_none()
}

/// How a line names those who wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Byline {
    /// The people.
    pub names: Vec<String>,
    /// The medium that signs, when one does.
    pub outlet: Option<&'static str>,
    /// Whether something besides a name says that it is a byline.
    pub sure: bool,
}

/// Reads `text` as a byline: `par Jeanne Morel`, `Jeanne Morel | Avec agences`, `By K. Haddad, Reuters`.
///
/// None where any part of it is neither a name, nor a medium, nor one of the words of a byline.
pub fn read(text: &str) -> Option<Byline> {
    if text.len() > 200 {
        return None;
    }
    let mut byline = Byline::default();
    let spaced = text.replace(" - ", "|").replace(" avec ", "|avec ").replace(" with ", "|with ");
    let mut any = false;
    for part in spaced.split(['|', '•', '·', '—', '–', '/', ',', ';', '\n', '(', ')']) {
        let part = part.trim().trim_end_matches(':');
        if part.is_empty() {
            continue;
        }
        any = true;
        if !read_part(part, &mut byline) {
            return None;
        }
    }
    (any && (byline.sure || !byline.names.is_empty())).then_some(byline)
}

fn read_part(part: &str, byline: &mut Byline) -> bool {
    let folded = plain(part);
    // Folding keeps the count of words, so that the cue's words can be skipped in the original.
    let after = |phrase: &str| {
        let words = phrase.split_whitespace().count();
        part.splitn(words + 1, char::is_whitespace).nth(words).unwrap_or_default().trim()
    };
    if let Some(opener) = CUES.openers.iter().find(|opener| begins(&folded, opener)) {
        let rest = after(opener);
        byline.sure = !rest.is_empty();
        return byline.sure
            && (read_rest(rest, byline)
                || read_part_names(rest, byline)
                || where_written(rest).is_some_and(|name| read_part_names(name, byline)));
    }
    if CUES.whole_line(&folded) == Some(BlockKind::Byline) {
        byline.sure = true;
        return true;
    }
    if let Some(with) = CUES.with.iter().rfind(|with| begins(&folded, with)) {
        let rest = after(with);
        let rest = rest.strip_prefix("l'").or_else(|| rest.strip_prefix("l’")).unwrap_or(rest);
        if rest.is_empty()
            || rest.split([',', '&']).all(|part| media::named(part).is_some())
            || is_agencies(rest)
        {
            byline.sure = true;
            return true;
        }
    }
    if dates::only(part) {
        return true;
    }
    if CUES.occupations.iter().any(|occupation| begins(&folded, occupation))
        && folded.split(' ').count() <= 12
    {
        byline.sure = true;
        if let Some(name) = medium_inside(part) {
            byline.outlet = Some(name);
        }
        return true;
    }
    if folded.split(' ').count() <= 4 && (folded.starts_with("a ") || folded.starts_with("in ")) {
        return !byline.names.is_empty();
    }
    read_rest(part, byline) || read_part_names(part, byline)
}

/// What stands before the place where an article was written: `Jane Whitlow in Saint-Aubin`.
fn where_written(rest: &str) -> Option<&str> {
    [" in ", " at ", " à ", " en "].iter().find_map(|link| {
        let (before, place) = rest.split_once(link)?;
        let capitals = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        (capitals && (1..=4).contains(&place.split_whitespace().count())).then_some(before)
    })
}

fn is_agencies(rest: &str) -> bool {
    let folded = plain(rest);
    matches!(folded.as_str(), "agences" | "agencies" | "les agences")
        || folded.split(' ').any(|word| word == "agence" || word == "agency")
}

fn read_rest(rest: &str, byline: &mut Byline) -> bool {
    let Some(medium) = media::named(rest) else { return false };
    byline.outlet = Some(&medium.name);
    byline.sure = true;
    true
}

fn read_part_names(part: &str, byline: &mut Byline) -> bool {
    let found = names(part);
    if found.is_empty() {
        return read_name_and_office(part, byline);
    }
    byline.names.extend(found);
    true
}

/// `Jeanne Morel Journaliste au service Monde`: a name, then what its bearer is.
fn read_name_and_office(part: &str, byline: &mut Byline) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.len() > 18 {
        return false;
    }
    let cut = (2..=4.min(words.len().saturating_sub(1))).find(|cut| {
        let office = plain(&words[*cut..].join(" "));
        CUES.occupations.iter().any(|occupation| begins(&office, occupation))
            && is_name(&words[..*cut].join(" "))
    });
    let Some(cut) = cut else { return false };
    byline.names.push(words[..cut].join(" "));
    byline.sure = true;
    byline.outlet = byline.outlet.or_else(|| medium_inside(&words[cut..].join(" ")));
    true
}

/// The first medium that is named in `text`.
fn medium_inside(text: &str) -> Option<&'static str> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if !before.is_alphanumeric() && c.is_alphanumeric() {
            if let Some((medium, _)) = media::at_start(text.get(at..)?) {
                return Some(&medium.name);
            }
            // A handle or a tag may be glued behind the name: `Deutsche Welledw_francais`.
            if let Some(medium) = glued_medium(text.get(at..)?) {
                return Some(medium);
            }
        }
        before = c;
    }
    None
}

fn glued_medium(text: &str) -> Option<&'static str> {
    let two: Vec<&str> = text.split_whitespace().take(2).collect();
    let [first, second] = two.as_slice() else { return None };
    if !first.starts_with(char::is_uppercase) || !second.contains('_') {
        return None;
    }
    (3..second.len())
        .filter_map(|end| second.get(..end))
        .find_map(|head| media::named(&format!("{first} {head}")))
        .map(|medium| medium.name.as_str())
}

/// Who signs the article: the names in its bylines, then those that open its signature in brackets.
pub fn authors(text: &str, blocks: &[Block]) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut add = |names: Vec<String>| {
        authors.extend(names.into_iter().filter(|name| known.insert(name.clone())));
    };
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Byline) {
        add(read(block.span.of(text)).map(|byline| byline.names).unwrap_or_default());
    }
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Credit) {
        let signed = block.span.of(text);
        if let Some(inner) = signed.strip_prefix('(') {
            let first = inner.split([',', ';', ')']).next().unwrap_or_default();
            let folded = plain(first);
            let opener = ["reporting by ", "ecrit par ", "par ", "by "]
                .iter()
                .find(|opener| folded.starts_with(**opener));
            let words = opener.map_or(0, |opener| opener.split_whitespace().count());
            add(names(&first.split_whitespace().skip(words).collect::<Vec<_>>().join(" ")));
        }
    }
    authors
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(text: &str) -> Vec<String> {
        read(text).map(|byline| byline.names).unwrap_or_default()
    }

    #[test]
    fn openers_in_both_languages() {
        assert_eq!(who("par Jeanne Morel"), ["Jeanne Morel"]);
        assert_eq!(who("By Karim Haddad and Anne Roussel"), ["Karim Haddad", "Anne Roussel"]);
        assert_eq!(who("Propos recueillis par Jeanne Morel"), ["Jeanne Morel"]);
        assert_eq!(who("By Jane Whitlow in Saint-Aubin"), ["Jane Whitlow"]);
        assert_eq!(who("Par Jeanne Morel à Saint-Aubin"), ["Jeanne Morel"]);
        assert!(who("By Jane Whitlow in despair").is_empty());
    }

    #[test]
    fn agencies_and_offices_beside_the_name() {
        assert_eq!(who("Jeanne Morel | Avec agences"), ["Jeanne Morel"]);
        assert_eq!(who("Jeanne Morel avec AFP"), ["Jeanne Morel"]);
        assert!(read("La rédaction, avec Agence Méridienne").is_some_and(|byline| byline.sure));
        assert_eq!(who("Karim Haddad, à Lille"), ["Karim Haddad"]);
        assert_eq!(who("Anne Roussel, correspondante à Rome"), ["Anne Roussel"]);
    }

    #[test]
    fn a_medium_may_sign() {
        assert_eq!(read("Par Le Point.fr").unwrap().outlet, Some("Le Point"));
        assert_eq!(read("Jeanne Morel Journaliste au Soir").unwrap().names, ["Jeanne Morel"]);
        assert_eq!(read("Jeanne Morel avec AFP").unwrap().outlet, None);
    }

    #[test]
    fn sentences_and_headings_are_no_bylines() {
        assert_eq!(read("Par temps de pluie, le port ferme"), None);
        assert_eq!(read("Par ailleurs"), None);
        assert_eq!(read("Le maire promet une aide"), None);
    }

    #[test]
    fn names_have_two_words_or_more_and_no_others() {
        assert!(is_name("Anne de La Tour"));
        assert!(is_name("J.-P. Dumont"));
        assert!(!is_name("Clarté"));
        assert!(!is_name("Réunion des maires"));
        assert!(!is_name("Le Monde"));
    }
}

//! The words that give noise away: `assets/lang/{fr,en}/noise.toml`, both languages at once, since
//! an article's language is told from its body and the body is found by these words.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::article::BlockKind;
use crate::article::plain::plain;
use crate::lang::table;

/// Lines known by their words.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Lines {
    exact: Vec<String>,
    start: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct BylineTable {
    openers: Vec<String>,
    exact: Vec<String>,
    start: Vec<String>,
    with: Vec<String>,
    occupations: Vec<String>,
    signature: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CreditTable {
    markers: Vec<String>,
    alone: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CaptionTable {
    start: Vec<String>,
    inside: Vec<String>,
    verbs: Vec<String>,
    scene: Vec<String>,
    finite: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Table {
    navigation: Lines,
    trailer: Lines,
    related: Lines,
    embed: Lines,
    byline: BylineTable,
    credit: CreditTable,
    caption: CaptionTable,
}

/// All cues, folded by [`plain`].
#[derive(Debug, Default)]
pub struct Cues {
    exact: Vec<(BlockKind, HashSet<String>)>,
    start: Vec<(BlockKind, Vec<String>)>,
    /// What comes before a name in a byline.
    pub openers: Vec<String>,
    /// What joins an agency to a byline.
    pub with: Vec<String>,
    /// What people of the press are called.
    pub occupations: Vec<String>,
    /// What a signature at the end says besides names.
    pub signature: Vec<String>,
    /// What announces who made a picture.
    pub credit: HashSet<String>,
    /// What stands for a credit by itself.
    pub credit_alone: HashSet<String>,
    /// How a caption begins.
    pub caption_start: Vec<String>,
    /// What only a caption says.
    pub caption_inside: Vec<String>,
    /// What people do in pictures.
    pub picture_verbs: HashSet<String>,
    /// Where and when they do it.
    pub scene: HashSet<String>,
    /// Words that a mere name of a picture has not.
    pub finite: HashSet<String>,
}

/// The cues of both languages.
pub static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues::default();
    for source in [
        include_str!("../../../assets/lang/fr/noise.toml"),
        include_str!("../../../assets/lang/en/noise.toml"),
    ] {
        cues.add(&table::<Table>(source));
    }
    // A caption opener before a shorter one, `photo credit` before `photo`.
    for list in [&mut cues.openers, &mut cues.with, &mut cues.occupations] {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    cues
});

fn folded(phrases: &[String]) -> impl Iterator<Item = String> {
    phrases.iter().map(|phrase| plain(phrase))
}

impl Cues {
    fn add(&mut self, table: &Table) {
        use BlockKind::{Embed, Navigation, Related, Trailer};
        for (kind, lines) in [
            (Navigation, &table.navigation),
            (Trailer, &table.trailer),
            (Related, &table.related),
            (Embed, &table.embed),
        ] {
            self.exact.push((kind, folded(&lines.exact).collect()));
            self.start.push((kind, folded(&lines.start).collect()));
        }
        self.exact.push((BlockKind::Byline, folded(&table.byline.exact).collect()));
        self.start.push((BlockKind::Byline, folded(&table.byline.start).collect()));
        self.openers.extend(folded(&table.byline.openers));
        self.with.extend(folded(&table.byline.with));
        self.occupations.extend(folded(&table.byline.occupations));
        self.signature.extend(folded(&table.byline.signature));
        self.credit.extend(folded(&table.credit.markers));
        self.credit_alone.extend(folded(&table.credit.alone));
        self.caption_start.extend(folded(&table.caption.start));
        self.caption_inside.extend(folded(&table.caption.inside));
        self.picture_verbs.extend(folded(&table.caption.verbs));
        self.scene.extend(folded(&table.caption.scene));
        self.finite.extend(folded(&table.caption.finite));
    }

    /// The kind of a line that says nothing but `bare`, a folded line without numbering or end marks.
    pub fn whole_line(&self, bare: &str) -> Option<BlockKind> {
        self.exact.iter().find(|(_, lines)| lines.contains(bare)).map(|(kind, _)| *kind)
    }

    /// The kind of a line that begins as `folded` does, and how many bytes the words take.
    pub fn beginning(&self, folded: &str) -> Option<(BlockKind, usize)> {
        self.start.iter().find_map(|(kind, starts)| {
            starts
                .iter()
                .filter(|start| begins(folded, start))
                .map(|start| (*kind, start.len()))
                .max_by_key(|(_, n)| *n)
        })
    }
}

/// Whether `folded` begins with `phrase` as whole words.
pub fn begins(folded: &str, phrase: &str) -> bool {
    folded.strip_prefix(phrase).is_some_and(|rest| {
        !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// A folded line without its number, bullet or heading mark, and without end marks.
pub fn bare(folded: &str) -> &str {
    unnumbered(folded).trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// A folded line without its number, bullet or heading mark.
pub fn unnumbered(folded: &str) -> &str {
    let line = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(');
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')', '/']));
    match rest {
        Some(rest) if (1..=3).contains(&digits) => rest.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        for source in [
            include_str!("../../../assets/lang/fr/noise.toml"),
            include_str!("../../../assets/lang/en/noise.toml"),
        ] {
            let table: Table = toml::from_str(source).unwrap();
            for lines in [&table.navigation, &table.trailer, &table.related, &table.embed] {
                assert!(!lines.exact.is_empty() && !lines.start.is_empty());
            }
            assert!(!table.byline.openers.is_empty() && !table.credit.markers.is_empty());
            assert!(!table.caption.finite.is_empty() && !table.caption.scene.is_empty());
        }
    }

    #[test]
    fn numbering_and_end_marks_do_not_count() {
        assert_eq!(bare("  2. aller au menu :"), "aller au menu");
        assert_eq!(bare("• partager »"), "partager");
        assert_eq!(bare("2025"), "2025");
    }

    #[test]
    fn a_beginning_is_of_whole_words() {
        assert!(begins("lire aussi : le port", "lire aussi"));
        assert!(!begins("partages", "partage"));
    }
}

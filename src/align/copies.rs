//! Runs of words that two outlets print alike: what both took from one agency, or one from the other.
//!
//! Every six words in a row of a body are hashed; the places where two articles share a hash are
//! joined into runs. Words between quotation marks do not count towards a run: that two outlets quote
//! one speech alike says nothing about who copied whom (Clough and others, METER, 2002).

use std::collections::HashMap;

use rayon::prelude::*;

use crate::article::media::{self, Medium};
use crate::article::{Article, BlockKind, Span};
use crate::text::{Text, TokenKind, fold};

/// How many words in a row are hashed at a time.
const SHINGLE: usize = 6;

/// The fewest words of a run; shorter ones are formulas.
const RUN: usize = 10;

/// The fewest words outside quotation marks that the runs of two articles must have together.
const LEAST: usize = 20;

/// Where more articles than this share six words, each is held against the first of them alone: a
/// dispatch that everybody prints leads back to one article, and the work stays linear.
const HOLDERS: usize = 24;

/// What two articles of different outlets print alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Copied {
    /// The two articles, the earlier in the dossier first.
    pub articles: [usize; 2],
    /// The runs, in the order of the first article: where each stands in either.
    pub runs: Vec<[Span; 2]>,
    /// How many words the runs have together, quoted ones included.
    pub words: usize,
    /// The part of the shorter article's words that they make up, from 0 to 1.
    pub share: f32,
    /// The agency that both have it from, as far as they name it: as who published or signed one of
    /// the two, or as a source of both.
    pub wire: Option<String>,
}

/// The words of a body: hash, place, and whether it is quoted.
struct Body {
    words: Vec<(u64, Span, bool)>,
}

impl Body {
    fn read(article: &Article, text: &Text) -> Self {
        let mut words = Vec::new();
        let mut quotes = text.quotes.iter().filter(|quote| quote.depth == 0).peekable();
        for block in article.body() {
            for token in text.tokens_in(block.span) {
                if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    continue;
                }
                while quotes.next_if(|quote| quote.span.end <= token.span.start).is_some() {}
                let quoted = quotes.peek().is_some_and(|quote| quote.span.covers(token.span));
                words.push((hash(fold(token.span.of(&article.text)).bytes()), token.span, quoted));
            }
        }
        Self { words }
    }

    /// Every run of [`SHINGLE`] words, hashed, with its first word; each once.
    fn shingles(&self) -> Vec<(u64, u32)> {
        let mut list: Vec<(u64, u32)> = self
            .words
            .windows(SHINGLE)
            .zip(0..)
            .map(|(window, at)| (hash(window.iter().flat_map(|(hash, _, _)| hash.to_le_bytes())), at))
            .collect();
        list.sort_unstable();
        list.dedup_by_key(|(hash, _)| *hash);
        list
    }
}

/// FNV-1a: the same on every machine, which the order of hash maps is not.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What every two articles of different outlets print alike, in order of the articles.
pub fn copies(articles: &[Article], texts: &[Text]) -> Vec<Copied> {
    let bodies: Vec<Body> =
        articles.par_iter().zip(texts).map(|(article, text)| Body::read(article, text)).collect();
    let shingles: Vec<Vec<(u64, u32)>> = bodies.par_iter().map(Body::shingles).collect();
    let mut holders: Vec<(u64, u32, u32)> = (0..)
        .zip(&shingles)
        .flat_map(|(article, list)| list.iter().map(move |&(hash, at)| (hash, article, at)))
        .collect();
    holders.par_sort_unstable();
    // Per pair of articles, the words at which they share a hash.
    let mut shared: HashMap<(u32, u32), Vec<(u32, u32)>> = HashMap::new();
    for group in holders.chunk_by(|a, b| a.0 == b.0) {
        let leading = if group.len() > HOLDERS { 1 } else { group.len() };
        for (at, &(_, first, left)) in group.iter().enumerate().take(leading) {
            for &(_, second, right) in group.iter().skip(at + 1) {
                shared.entry((first, second)).or_default().push((left, right));
            }
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().filter(|(_, places)| places.len() > RUN - SHINGLE).collect();
    pairs.sort_unstable();
    let wires: Vec<Wires> =
        articles.par_iter().zip(texts).map(|(article, text)| Wires::of(article, text)).collect();
    pairs
        .into_par_iter()
        .filter_map(|((a, b), places)| {
            let articles = [a as usize, b as usize];
            let [left, right] = articles;
            if wires[left].outlet.is_some() && wires[left].outlet == wires[right].outlet {
                return None;
            }
            let runs = runs(&bodies[left], &bodies[right], places);
            let unquoted: usize = runs.iter().map(|run| run.unquoted).sum();
            if unquoted < LEAST {
                return None;
            }
            let words: usize = runs.iter().map(|run| run.words).sum();
            let shorter = bodies[left].words.len().min(bodies[right].words.len()).max(1);
            Some(Copied {
                articles,
                runs: runs.iter().map(|run| run.spans).collect(),
                words,
                share: (words as f32 / shorter as f32).min(1.0),
                wire: wires[left].shared(&wires[right]),
            })
        })
        .collect()
}

/// Words in a row that two bodies share.
struct Run {
    spans: [Span; 2],
    words: usize,
    unquoted: usize,
}

/// Joins places that follow one another in both bodies.
fn runs(left: &Body, right: &Body, mut places: Vec<(u32, u32)>) -> Vec<Run> {
    // Places of one run lie as far apart in both bodies.
    places.sort_unstable_by_key(|&(a, b)| (i64::from(b) - i64::from(a), a));
    let mut list = Vec::new();
    let follows = |x: &(u32, u32), y: &(u32, u32)| y.0.wrapping_sub(x.0) == 1 && y.1.wrapping_sub(x.1) == 1;
    for group in places.chunk_by(follows) {
        let (Some(&(a, b)), length) = (group.first(), group.len() + SHINGLE - 1) else { continue };
        let words = left.words.get(a as usize..a as usize + length).unwrap_or_default();
        let others = right.words.get(b as usize..b as usize + length).unwrap_or_default();
        if words.len() < RUN {
            continue;
        }
        let join = |words: &[(u64, Span, bool)]| Some(Span::new(words.first()?.1.start, words.last()?.1.end));
        let (Some(mine), Some(theirs)) = (join(words), join(others)) else { continue };
        let unquoted = words.iter().filter(|(_, _, quoted)| !quoted).count();
        list.push(Run { spans: [mine, theirs], words: words.len(), unquoted });
    }
    list.sort_unstable_by_key(|run| (run.spans[0], run.spans[1]));
    // A passage that one of them prints twice is counted once.
    let mut end = 0;
    list.retain(|run| {
        let new = run.spans[0].start >= end;
        end = end.max(run.spans[0].end);
        new
    });
    list
}

/// The agencies that an article names.
#[derive(Debug, Default)]
struct Wires {
    /// Who published it.
    outlet: Option<String>,
    /// Those that published or signed it.
    signed: Vec<&'static str>,
    /// Those that it gives as a source.
    named: Vec<&'static str>,
}

impl Wires {
    fn of(article: &Article, text: &Text) -> Self {
        let outlet = article.outlet.as_ref().map(|outlet| outlet.name.clone());
        let mut signed: Vec<&'static str> = outlet
            .iter()
            .map(String::as_str)
            .chain(article.authors.iter().map(String::as_str))
            .filter_map(agency)
            .collect();
        let mut named = Vec::new();
        for block in &article.blocks {
            // A picture's agency says nothing about the words.
            if matches!(block.kind, BlockKind::Caption | BlockKind::Related | BlockKind::Navigation) {
                continue;
            }
            let signs = matches!(block.kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Trailer);
            for token in text.tokens_in(block.span) {
                let word = token.span.of(&article.text);
                if token.kind != TokenKind::Word || !word.starts_with(char::is_uppercase) {
                    continue;
                }
                if let Some(name) = agency(word) {
                    let bracketed = article.text[..token.span.start].trim_end().ends_with('(');
                    if signs || bracketed { signed.push(name) } else { named.push(name) }
                }
            }
        }
        Self { outlet, signed, named }
    }

    fn shared(&self, other: &Self) -> Option<String> {
        let both = |name: &&&'static str| {
            let names = |wires: &Self| wires.signed.contains(name) || wires.named.contains(name);
            names(self) && names(other)
        };
        let mut mine = self.signed.iter().chain(&self.named);
        let found = mine.find(both).or_else(|| self.signed.first()).or_else(|| other.signed.first());
        found.map(|name| (*name).to_owned())
    }
}

fn agency(name: &str) -> Option<&'static str> {
    media::named(name).filter(|medium| medium.agency).map(|medium: &Medium| medium.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;

    const WIRE: &str = "La digue de Porzh a rompu dans la nuit de mardi à mercredi sur une longueur de trente mètres, \
        sans faire de victime, et les pompiers ont dû évacuer le camping municipal.";

    fn found(texts: &[&str]) -> Vec<Copied> {
        let named: Vec<(String, &str)> =
            texts.iter().enumerate().map(|(at, text)| (format!("{at}.txt"), *text)).collect();
        let dossier = Dossier::of_texts("t", named.iter().map(|(name, text)| (name.as_str(), *text)));
        copies(&dossier.articles, &dossier.texts)
    }

    #[test]
    fn a_long_run_of_the_same_words_is_a_copy() {
        let first = format!("Le camping est vide.\n\n{WIRE}\n\nKarim Haddad, maire, attend les experts.");
        let second = format!("Jeanne Morel a tout vu de sa fenêtre, raconte-t-elle.\n\n{WIRE}");
        let list = found(&[&first, &second]);
        assert_eq!(list.len(), 1);
        assert!(list[0].words >= 30 && list[0].share > 0.5, "{:?}", list[0]);
        let [left, right] = list[0].runs[0];
        assert_eq!(left.of(&first), right.of(&second));
    }

    #[test]
    fn quoting_one_speech_alike_is_no_copy() {
        let speech = WIRE.trim_end_matches('.');
        let first = format!("« {speech} », a dit le maire de Porzh, qui se rend sur place.");
        let second = format!("Au conseil, Karim Haddad a lu sa note : « {speech} ».");
        assert!(found(&[&first, &second]).is_empty());
    }

    #[test]
    fn the_agency_that_both_name_is_the_wire() {
        let first =
            format!("Le camping est vide.\n\n{WIRE}\n\nL'eau monte encore, a indiqué la mairie à l'AFP.");
        let second = format!("{WIRE} (AFP)\n\nUn second camping a fermé ses portes dans la matinée.");
        assert_eq!(found(&[&first, &second])[0].wire.as_deref(), Some("Agence France-Presse"));
    }

    #[test]
    fn a_dispatch_that_everybody_prints_leads_back_to_the_first() {
        let pages: Vec<String> =
            (0..40).map(|at| format!("Le camping numéro {at} est vide ce matin.\n\n{WIRE}")).collect();
        let list = found(&pages.iter().map(String::as_str).collect::<Vec<_>>());
        let pairs: Vec<[usize; 2]> = list.iter().map(|copied| copied.articles).collect();
        assert_eq!(pairs, (1..40).map(|at| [0, at]).collect::<Vec<_>>());
    }

    #[test]
    fn a_page_that_repeats_itself_is_read_in_one_go() {
        let page = format!("{WIRE}\n\n").repeat(2_000);
        let list = found(&[&page, WIRE]);
        assert_eq!(list[0].runs.len(), 1);
    }
}

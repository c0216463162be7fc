//! What a line is by its own words, wherever it stands.

use super::cues::{CUES, bare, begins, unnumbered};
use super::split::is_signature;
use crate::article::plain::{plain, plain_start};
use crate::article::{BlockKind, Span, byline, dates};

/// The bytes in which a word stands at most, the space behind it included; the longest addresses that
/// pages link to have about as many.
const ROOM: usize = 200;

/// How many words `text` has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Whether `text` has more than `most` words. Of a long text only the start is looked at: that many words
/// of real text, addresses among them, stand in [`ROOM`] bytes each, and a line may have thousands of
/// seams that each ask this of all that follows.
pub fn more_words_than(text: &str, most: usize) -> bool {
    text.len() > most * ROOM || words(text) > most
}

/// How many sentences `text` has, roughly: ends followed by a space and a capital, and the last one.
pub fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut ended = false;
    let mut spaced = false;
    for c in text.chars() {
        if spaced && ended && (c.is_uppercase() || matches!(c, '«' | '“' | '"')) {
            count += 1;
        }
        if c.is_whitespace() {
            spaced = true;
        } else {
            ended = matches!(c, '.' | '!' | '?' | '…') || ended && matches!(c, '"' | '»' | '”' | ')');
            spaced = false;
        }
    }
    count + usize::from(!text.trim().is_empty())
}

/// Whether `text` ends as a sentence does.
pub fn ends_sentence(text: &str) -> bool {
    let inner = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '»' | '”' | '’' | ')' | ']' | '*' | '_') || c.is_whitespace()
    });
    inner.ends_with(['.', '!', '?', '…', ';'])
}

/// What `line` is as noise, or none where its words do not tell.
pub fn kind(line: &str, first: bool) -> Option<BlockKind> {
    if !line.contains(char::is_alphanumeric) {
        return Some(BlockKind::Navigation);
    }
    if line.len() > 900 {
        return None;
    }
    if is_address(line) || is_post_signature(line) || (line.contains("pic.twitter.com/") && words(line) < 60)
    {
        return Some(BlockKind::Embed);
    }
    if let Some(kind) = markdown(line) {
        return Some(kind);
    }
    let folded = plain_start(line, 160);
    let bare = bare(&folded);
    if let Some(kind) = CUES.whole_line(bare) {
        return Some(kind);
    }
    if CUES.credit_alone.contains(bare) {
        return Some(BlockKind::Credit);
    }
    if is_reading_time(&folded) {
        return Some(BlockKind::Navigation);
    }
    if dates::only(line) {
        return Some(BlockKind::Dateline);
    }
    // A headline may begin as a link does: `Vidéo : …`, `Analysis: …`.
    if let Some(kind) = announced(line).filter(|kind| !(first && *kind == BlockKind::Related)) {
        return Some(kind);
    }
    if is_caption(line, &folded) {
        return Some(BlockKind::Caption);
    }
    let inner = line.trim_end_matches('.');
    if let Some(inner) = inner.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'))
        && words(inner) <= 60
        && is_signature(inner)
    {
        return Some(BlockKind::Credit);
    }
    if let Some(byline) = byline::read(line)
        && byline.sure
    {
        return Some(BlockKind::Byline);
    }
    None
}

/// The kind that the first words of `line` announce: `À lire aussi : …`, `Suivez-nous sur …`.
///
/// Capitals may run into the title they announce (`À LIRE AUSSILe port`), so case decides there.
pub fn announced(line: &str) -> Option<BlockKind> {
    if more_words_than(line, 40) {
        return None;
    }
    let folded = plain_start(line, 80);
    let open = unnumbered(&folded);
    if let Some((kind, _)) = CUES.beginning(open) {
        return Some(kind);
    }
    if open.starts_with("reporting by ") || open.starts_with("editing by ") {
        return Some(BlockKind::Credit);
    }
    shouted_start(line).and_then(|start| {
        CUES.beginning(&plain(start)).map(|(kind, _)| kind).filter(|kind| *kind == BlockKind::Related)
    })
}

/// The capitals that `line` begins with, where a capitalised word is glued to them.
fn shouted_start(line: &str) -> Option<&str> {
    let end = line.char_indices().find(|(_, c)| c.is_lowercase()).map(|(at, _)| at)?;
    let head = line.get(..end)?;
    let (last, _) = head.char_indices().last()?;
    let start = head.get(..last)?;
    (start.chars().filter(|c| c.is_alphabetic()).count() >= 4).then_some(start)
}

/// Whether `line` is nothing but addresses, handles and tags.
fn is_address(line: &str) -> bool {
    let mut any = false;
    for word in line.split_whitespace() {
        let word = word.trim_matches(['(', ')', '<', '>', '[', ']', ',']);
        let address = word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || word.starts_with("pic.twitter.com/")
            || (word.starts_with('@') && word.len() > 1)
            || (word.starts_with('#') && word.chars().nth(1).is_some_and(char::is_alphabetic))
            || is_mail(word);
        if !address
            && word.contains(char::is_alphanumeric)
            && !matches!(word, "URL:" | "Lien" | "Link" | "Source" | "via")
        {
            return false;
        }
        any |= address;
    }
    any
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// `— Jeanne Morel (@jmorel) September 4, 2025`, the end of an embedded post.
fn is_post_signature(line: &str) -> bool {
    // A list's entry may name an account in passing.
    let dated = |rest: &str| rest.is_empty() || dates::only(rest);
    let closed = line.split_once("(@").and_then(|(_, rest)| rest.split_once(')'));
    line.starts_with(['—', '–', '-', '&'])
        && closed.is_some_and(|(_, rest)| dated(rest.trim()))
        && words(line) <= 16
}

/// A picture, a lone link, or a rule in Markdown.
fn markdown(line: &str) -> Option<BlockKind> {
    if line.starts_with("![") && line.ends_with(')') {
        return Some(BlockKind::Embed);
    }
    let link = line.trim_start_matches(['-', '*', '+', ' ', '→', '>']);
    let lone = link.starts_with('[') && link.ends_with(')') && link.matches("](").count() == 1;
    lone.then_some(BlockKind::Related)
}

fn is_reading_time(folded: &str) -> bool {
    let minutes = folded.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(word.trim_start_matches(|c: char| c.is_ascii_digit()), "min" | "mn" | "minute" | "minutes")
    });
    let reading = ["lecture", "read", "lire", "ecouter", "listen"].iter().any(|word| folded.contains(word));
    minutes && reading && words(folded) <= 9 && folded.contains(|c: char| c.is_ascii_digit())
}

/// Whether `line` is the words under a picture: it says where in the picture somebody is, or tells
/// in the present tense what was to be seen on a day that it names in full at its end.
fn is_caption(line: &str, folded: &str) -> bool {
    let open = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    if words(line) <= 90 && sentences(line) <= 3 && CUES.caption_start.iter().any(|start| begins(open, start))
    {
        return true;
    }
    if words(line) > 60 || sentences(line) > 1 {
        return false;
    }
    let whole = plain(line);
    if CUES.caption_inside.iter().any(|inside| whole.contains(inside.as_str())) {
        return true;
    }
    let ended = |date: &dates::DateExpression| {
        let rest = line.get(date.span.end..).unwrap_or_default();
        date.whole().is_some() && rest.trim_end_matches(['.', ')', ' ']).is_empty()
    };
    let Some(date) = dates::find(line, Span::new(0, line.len())).into_iter().next_back().filter(ended) else {
        return false;
    };
    // Without the date: `March` is a month before it is a verb.
    let told = plain(line.get(..date.span.start).unwrap_or_default());
    let mut words = told.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'));
    !line.contains(['"', '«', '“'])
        && words.any(|word| {
            let verb = word.rsplit('\'').next().unwrap_or(word);
            CUES.picture_verbs.contains(verb) || CUES.picture_verbs.contains(word)
        })
}

/// Whether `line` may be the name of a picture: one sentence that says who is to be seen and where,
/// without a verb of its own.
pub fn is_picture(line: &str) -> bool {
    if !(2..=40).contains(&words(line)) || sentences(line) > 1 || line.starts_with(['"', '«', '“']) {
        return false;
    }
    let folded = plain(line);
    let all: Vec<&str> =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let tells = all.iter().any(|word| CUES.finite.contains(*word));
    let scene = all.iter().any(|word| CUES.scene.contains(*word) || CUES.picture_verbs.contains(*word));
    !tells && scene
}

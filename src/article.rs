//! An article as it was published: its text, cut into blocks, and what is known about it.

use std::ops::Range;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::lang::Language;
use crate::source::sidecar::Entry;
use crate::source::{Decoded, Repairs};

pub mod blocks;
mod byline;
pub mod dates;
mod front_matter;
pub mod media;
pub mod outlet;
mod plain;

/// How much of an article is analysed, in bytes: a whole novel, which no article is. As much of the densest
/// text there is (all figures with a source each, all names) takes a core just under two seconds and
/// 200 MB; ordinary prose takes a third of that.
pub const ANALYSED: usize = 600_000;

/// A half-open range of bytes over one article's text, always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `byte` lies inside.
    pub const fn contains(self, byte: usize) -> bool {
        self.start <= byte && byte < self.end
    }

    /// Whether all of `other` lies inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// How many bytes the two share.
    pub fn shared(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The part of `text` it covers; empty where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The span without white space at either end.
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// What a block of the page is. The first five are the article; the others are noise around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title.
    Headline,
    /// The paragraph set off under the title.
    Lede,
    /// A title inside the text.
    Heading,
    /// Running text.
    Paragraph,
    /// A quotation set as a block of its own.
    Quotation,
    /// Menus, section names, buttons, reading times.
    Navigation,
    /// Who wrote it.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// The words under a picture.
    Caption,
    /// Who made the picture, who helped with the article.
    Credit,
    /// An address or the remains of something embedded.
    Embed,
    /// A link to another article.
    Related,
    /// Words already printed above.
    Duplicate,
    /// What follows the article.
    Trailer,
    /// What stands behind the part that is analysed, [`ANALYSED`].
    Unanalysed,
}

impl BlockKind {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lede => "lede",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quotation => "quotation",
            Self::Navigation => "navigation",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Embed => "embed",
            Self::Related => "related",
            Self::Duplicate => "duplicate",
            Self::Trailer => "trailer",
            Self::Unanalysed => "unanalysed",
        }
    }

    /// Whether it is set aside: shown dimmed, never analysed.
    pub const fn is_noise(self) -> bool {
        !matches!(self, Self::Headline | Self::Lede | Self::Heading | Self::Paragraph | Self::Quotation)
    }
}

/// A part of the page. Blocks are in order, do not overlap, and leave out nothing but white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is.
    pub span: Span,
}

/// How the outlet is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The dossier's sidecar names it.
    Sidecar,
    /// The article's front matter names it.
    Metadata,
    /// The byline names it.
    Byline,
    /// The text gives it away.
    Text,
    /// The address is that of the outlet.
    Address,
}

impl Evidence {
    /// The name in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sidecar => "sidecar",
            Self::Metadata => "metadata",
            Self::Byline => "byline",
            Self::Text => "text",
            Self::Address => "address",
        }
    }
}

/// Who published an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Its name as a reader knows it.
    pub name: String,
    /// How that is known.
    pub evidence: Evidence,
}

/// One article of a dossier.
#[derive(Debug, Clone)]
pub struct Article {
    /// Unique in the dossier: the file's name, or more of its path where that is not unique.
    pub id: String,
    /// The path or address as given.
    pub source: String,
    /// Where the file is, when it is one.
    pub path: Option<PathBuf>,
    /// Who published it, when that is known.
    pub outlet: Option<Outlet>,
    /// The title, when one is known; need not stand in the text.
    pub title: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its address on the web, when the file or the sidecar gives one.
    pub address: Option<String>,
    /// The language it is written in, when that could be told.
    pub language: Option<Language>,
    /// How the bytes were read, for the article's details: an encoding and how it was told.
    pub encoding: String,
    /// What was mended in it so that it could be read.
    pub repairs: Repairs,
    /// The decoded source, never altered.
    pub text: String,
    /// The parts of the page, noise included.
    pub blocks: Vec<Block>,
    /// The medium that its file is named after, where nothing in the page tells the outlet.
    named_after: Option<&'static str>,
}

impl Article {
    /// Cuts decoded text into blocks and reads what the page says about itself.
    ///
    /// `id` and `source` are kept as they are; the language is told later, by [`crate::text`].
    pub fn read(id: String, source: String, path: Option<PathBuf>, decoded: Decoded) -> Self {
        let text = decoded.text;
        let front = front_matter::read(&text);
        let end = analysed_end(&text, ANALYSED);
        let mut blocks = blocks::cut(text.get(..end).unwrap_or(&text), front.end.min(end));
        blocks.extend(blocks::unanalysed(&text, end));
        let headline = blocks
            .iter()
            .find(|block| block.kind == BlockKind::Headline)
            .map(|block| block.span.of(&text).trim_matches(['*', '_', ' ']).to_owned());
        let address = front.address.clone().or_else(|| address(&text, &blocks));
        let authors =
            if front.authors.is_empty() { byline::authors(&text, &blocks) } else { front.authors.clone() };
        Self {
            outlet: outlet::find(&text, &blocks, &front, address.as_deref()),
            named_after: media::of_handle(stem(&id)).map(|medium| medium.name.as_str()),
            published: front.published.or_else(|| published(&text, &blocks, &source, address.as_deref())),
            id,
            source,
            path,
            title: front.title.or(headline),
            authors,
            address,
            language: front.language,
            encoding: decoded.encoding,
            repairs: Repairs::default(),
            text,
            blocks,
        }
    }

    /// Takes over what the sidecar says about it, which is stronger than what the page says.
    pub fn apply(&mut self, entry: &Entry) {
        if let Some(name) = &entry.outlet {
            self.outlet = Some(Outlet { name: name.clone(), evidence: Evidence::Sidecar });
        }
        self.title = entry.title.clone().or(self.title.take());
        self.published = entry.published.or(self.published);
        self.address = entry.address.clone().or(self.address.take());
        self.language = entry.language.as_deref().and_then(Language::of_code).or(self.language);
        if !entry.authors.is_empty() {
            self.authors.clone_from(&entry.authors);
        }
    }

    /// The name to show for where it comes from: the outlet's, else that of the medium whose handle the
    /// file is named after (`00_bfmtv.txt`), else the file's.
    pub fn label(&self) -> &str {
        match (&self.outlet, self.named_after) {
            (Some(outlet), _) => &outlet.name,
            (None, Some(medium)) => medium,
            (None, None) => stem(&self.id),
        }
    }

    /// The title to show: its own, else its first words, else its label.
    pub fn headline(&self) -> &str {
        if let Some(title) = &self.title {
            return title;
        }
        self.body()
            .next()
            .map(|block| block.span.of(&self.text))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| self.label())
    }

    /// How many characters of its text are analysed, and how many it has, where that is not all of them.
    pub fn in_part(&self) -> Option<(usize, usize)> {
        let beyond = self.blocks.iter().find(|block| block.kind == BlockKind::Unanalysed)?;
        let (analysed, rest) = self.text.split_at_checked(beyond.span.start)?;
        let analysed = analysed.chars().count();
        Some((analysed, analysed + rest.chars().count()))
    }

    /// The blocks that are the article itself, noise left out.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !block.kind.is_noise())
    }
}

/// Where the analysed part of `text` ends: at its own end, or before the last line end, else behind the
/// last stop, else at the last space within `most` bytes.
fn analysed_end(text: &str, most: usize) -> usize {
    if text.len() <= most {
        return text.len();
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    // A border long before it would leave out more than it spares.
    let late = |at: &usize| *at > most / 10 * 9;
    let behind = |mark: &str| head.rfind(mark).map(|at| at + mark.len()).filter(late);
    behind("\n").or_else(|| behind(". ")).or_else(|| behind(" ")).unwrap_or(end)
}

/// A file's name without its ending.
fn stem(id: &str) -> &str {
    id.rsplit_once('.').map_or(id, |(stem, _)| stem)
}

/// The address that stands by itself before the text, where a saved page puts its own.
fn address(text: &str, blocks: &[Block]) -> Option<String> {
    let body = blocks.iter().position(|block| block.kind == BlockKind::Paragraph).unwrap_or(blocks.len());
    blocks.iter().take(body).filter(|block| block.kind == BlockKind::Embed).find_map(|block| {
        let written = block.span.of(text);
        let web = written.starts_with("http") && !written.contains(char::is_whitespace);
        web.then(|| written.to_owned())
    })
}

/// The day of publication by the best evidence: a dateline that does not speak of an update, any
/// dateline, a byline, the file's name, the address, the first paragraphs. A day without a year takes
/// the year of the last whole date in the text that its weekday agrees with.
fn published(text: &str, blocks: &[Block], source: &str, address: Option<&str>) -> Option<Date> {
    let datelines = || blocks.iter().filter(|block| block.kind == BlockKind::Dateline);
    let whole = |span: Span| dates::find(text, span).iter().find_map(dates::DateExpression::whole);
    let updated = |block: &&Block| {
        dates::opener(&plain::plain_start(block.span.of(text), 60)).is_some_and(|(_, updated)| updated)
    };
    let in_words = |words: &str| {
        dates::find(words, Span::new(0, words.len())).iter().find_map(dates::DateExpression::whole)
    };
    datelines()
        .filter(|block| !updated(block))
        .find_map(|block| whole(block.span))
        .or_else(|| datelines().find_map(|block| whole(block.span)))
        .or_else(|| {
            blocks.iter().filter(|block| block.kind == BlockKind::Byline).find_map(|block| whole(block.span))
        })
        .or_else(|| in_words(source.rsplit('/').next().unwrap_or_default()))
        .or_else(|| dates::in_address(address?))
        .or_else(|| lede_date(text, blocks))
}

/// The day that the first paragraphs speak of, with the year found elsewhere in the text.
fn lede_date(text: &str, blocks: &[Block]) -> Option<Date> {
    let body = || blocks.iter().filter(|block| !block.kind.is_noise() || block.kind == BlockKind::Caption);
    let first = blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Dateline | BlockKind::Lede | BlockKind::Paragraph))
        .take(4)
        .flat_map(|block| dates::find(text, block.span))
        .find(|date| {
            date.day.is_some() && date.month.is_some() && (date.weekday.is_some() || date.year.is_none())
        })?;
    if first.weekday.is_some() && first.whole().is_some() {
        return first.whole();
    }
    let mut years: Vec<Date> =
        body().flat_map(|block| dates::find(text, block.span)).filter_map(|date| date.whole()).collect();
    years.sort();
    years.into_iter().rev().find_map(|near| {
        first.resolve(near).filter(|day| {
            first.weekday.is_none_or(|weekday| weekday == day.weekday()) && day.year() == near.year()
        })
    })
}

//! Everything that can be found, laid out for finding: plain text kept ready, all of it in two
//! strings, so that 50,000 titles and every sentence of 1,000 articles take little room.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::plain::plain;
use crate::align::Passage;
use crate::dossier::Dossier;

mod layout;

/// What kind of thing an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An article, by its title and outlet.
    Article,
    /// An actor, by all its names and roles.
    Actor,
    /// A claim, by its content and its speakers.
    Claim,
    /// A figure, with what it is a figure of.
    Figure,
    /// A sentence of an article, or a part of it that was set aside.
    Text,
    /// Something the reader can do.
    Command,
}

impl Kind {
    /// Every kind, in the order in which equal hits are shown.
    pub const ALL: [Self; 6] =
        [Self::Article, Self::Actor, Self::Claim, Self::Figure, Self::Text, Self::Command];

    /// The name that `kind:` takes, and part of the interface's message keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Actor => "actor",
            Self::Claim => "claim",
            Self::Figure => "figure",
            Self::Text => "text",
            Self::Command => "command",
        }
    }
}

/// What opens when an entry is chosen. Numbers are indices into the dossier's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An article.
    Article(usize),
    /// A sentence.
    Passage(Passage),
    /// An actor.
    Actor(usize),
    /// A claim.
    Claim(usize),
    /// A figure.
    Figure(usize),
    /// An action, by its id.
    Command(Box<str>),
}

/// A command as its caller knows it.
#[derive(Debug, Clone, Copy)]
pub struct Command<'a> {
    /// The action's id.
    pub id: &'a str,
    /// Its description in the interface's language.
    pub name: &'a str,
    /// Its keys, as shown.
    pub keys: &'a str,
}

/// Something that can be found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What opens when it is chosen.
    pub target: Target,
    /// Where it stands, for the preview: an article's headline, an actor's first mention; nothing
    /// for a command.
    pub place: Option<Passage>,
    /// An actor's mentions; for a passage, claim or figure, how many articles have it, its own
    /// included; an article's sentences; 0 for a command.
    pub count: u32,
    /// The kind in the contract of a claim or an actor: `direct`, `person`.
    pub(super) subkind: &'static str,
    pub(super) flags: Flags,
    /// Its parts: the label, then whatever else is searched.
    pub(super) parts: Range<u32>,
    /// How many of the speakers among `links` come first.
    pub(super) speakers: u32,
    /// Indices of the actors it names, speakers first; for an actor, of the articles it is in.
    pub(super) links: Range<u32>,
}

/// What `is:` can ask of an entry that the dossier itself knows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flags {
    /// Whether it stands in what was set aside.
    pub aside: bool,
    pub hedged: bool,
    pub shared: bool,
    pub disputed: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Part {
    text: Range<u32>,
    plain: Range<u32>,
    pub letters: u64,
}

/// What the filters need to know about an article. All but `outlet` are plain.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub outlet: String,
    pub outlet_plain: String,
    pub published: String,
    pub language: &'static str,
}

/// Everything in a dossier that can be found, and the commands.
///
/// It holds its own copy of the text, so it can be searched on another thread while the dossier is
/// being replaced. Entries come by kind, then in the dossier's order.
#[derive(Debug)]
pub struct Catalogue {
    pub(super) id: u64,
    pub(super) entries: Vec<Entry>,
    pub(super) articles: Vec<Facts>,
    pub(super) links: Vec<u32>,
    /// Per [`Kind`] in the order of [`Kind::ALL`], which entries are of it.
    pub(super) kinds: [Range<usize>; 6],
    parts: Vec<Part>,
    text: String,
    plain: String,
}

impl Entry {
    /// Whether it stands in what was set aside as noise: a caption, a byline, navigation.
    pub fn is_aside(&self) -> bool {
        self.flags.aside
    }
}

impl Default for Catalogue {
    fn default() -> Self {
        static MADE: AtomicU64 = AtomicU64::new(0);
        Self {
            id: MADE.fetch_add(1, Ordering::Relaxed),
            entries: Vec::new(),
            articles: Vec::new(),
            links: Vec::new(),
            kinds: Default::default(),
            parts: Vec::new(),
            text: String::new(),
            plain: String::new(),
        }
    }
}

impl Catalogue {
    /// Lays out a dossier, analysed or not yet, and the commands of the reader (none for the command
    /// line). Linear in the text; some milliseconds per megabyte.
    pub fn new<'a>(dossier: &Dossier, commands: impl IntoIterator<Item = Command<'a>>) -> Self {
        let facts = dossier.articles.iter().map(|article| Facts {
            outlet: article.label().to_owned(),
            outlet_plain: plain(article.label()),
            published: article.published.map(|date| date.to_string()).unwrap_or_default(),
            language: article.language.map_or("", crate::lang::Language::code),
        });
        let mut catalogue = Self { articles: facts.collect(), ..Self::default() };
        for kind in Kind::ALL {
            let start = catalogue.entries.len();
            match kind {
                Kind::Article => catalogue.add_articles(dossier),
                Kind::Actor => catalogue.add_actors(dossier),
                Kind::Claim => catalogue.add_claims(dossier),
                Kind::Figure => catalogue.add_figures(dossier),
                Kind::Text => catalogue.add_sentences(dossier),
                Kind::Command => {}
            }
            catalogue.kinds[kind as usize] = start..catalogue.entries.len();
        }
        for command in commands {
            let target = Target::Command(command.id.into());
            catalogue.add(Kind::Command, target, None, &[command.name, command.id]);
            catalogue.part_of(command.keys);
        }
        catalogue.kinds[Kind::Command as usize].end = catalogue.entries.len();
        catalogue
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry at `index`.
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// What to show for an entry: the title, the sentence, the name, the content. As it stands in
    /// the article, line ends and all; [`super::excerpt`] makes a row of it.
    pub fn label(&self, entry: &Entry) -> &str {
        self.part(entry, 0)
    }

    /// One of the texts by which an entry is found: 0 is the label; then an article's outlet, an
    /// actor's other names and roles, a claim's speakers by name and as written, what a figure is of, a
    /// command's id.
    pub fn part(&self, entry: &Entry, number: usize) -> &str {
        let part = entry.parts.clone().nth(number).and_then(|at| self.parts.get(at as usize));
        part.map_or("", |part| &self.text[part.text.start as usize..part.text.end as usize])
    }

    /// What stands beside the label: the outlet of an article or sentence, the speaker of a claim,
    /// another name or role of an actor, what a figure is of, the keys of a command. May be empty.
    pub fn detail(&self, entry: &Entry) -> &str {
        match entry.kind {
            Kind::Article | Kind::Text => self.outlet(entry),
            Kind::Actor | Kind::Claim | Kind::Figure => self.part(entry, 1),
            Kind::Command => {
                let keys = self.parts.get(entry.parts.end as usize);
                keys.map_or("", |part| &self.text[part.text.start as usize..part.text.end as usize])
            }
        }
    }

    /// The outlet of the article an entry stands in; empty for actors and commands.
    pub fn outlet(&self, entry: &Entry) -> &str {
        match entry.kind {
            Kind::Actor | Kind::Command => "",
            _ => entry
                .place
                .and_then(|place| self.articles.get(place.article))
                .map_or("", |facts| facts.outlet.as_str()),
        }
    }

    pub(super) fn parts(&self, entry: &Entry) -> impl Iterator<Item = (&Part, &str)> {
        let range = entry.parts.start as usize..entry.parts.end as usize;
        self.parts[range]
            .iter()
            .map(|part| (part, &self.plain[part.plain.start as usize..part.plain.end as usize]))
    }

    pub(super) fn links(&self, entry: &Entry) -> &[u32] {
        &self.links[entry.links.start as usize..entry.links.end as usize]
    }
}

/// Offsets are kept in 32 bits: 4 GiB of text is beyond what is ever loaded.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

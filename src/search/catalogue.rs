//! Everything that can be found, laid out for finding: plain text kept ready, all of it in two
//! strings, so that 50,000 titles and every sentence of 1,000 articles take little room.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::matcher::letters;
use super::plain::plain;
use crate::align::{Passage, Relation};
use crate::article::{BlockKind, Span};
use crate::dossier::Dossier;

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
    /// A sentence of an article.
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

    fn part_of(&mut self, text: &str) {
        let from = (self.text.len(), self.plain.len());
        self.text.push_str(text);
        let ready = plain(text);
        self.plain.push_str(&ready);
        self.parts.push(Part {
            text: narrow(from.0)..narrow(self.text.len()),
            plain: narrow(from.1)..narrow(self.plain.len()),
            letters: letters(&ready),
        });
    }

    fn add(&mut self, kind: Kind, target: Target, place: Option<Passage>, parts: &[&str]) -> &mut Entry {
        let first = narrow(self.parts.len());
        for text in parts {
            self.part_of(text);
        }
        let link = narrow(self.links.len());
        self.entries.push(Entry {
            kind,
            target,
            place,
            count: 0,
            subkind: "",
            flags: Flags::default(),
            parts: first..narrow(self.parts.len()),
            speakers: 0,
            links: link..link,
        });
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }

    /// Links the entry added last to actors, or an actor to its articles.
    fn link(&mut self, speakers: &[usize], others: impl IntoIterator<Item = usize>) {
        let first = self.links.len();
        self.links.extend(speakers.iter().map(|&actor| narrow(actor)));
        let named = self.links.len();
        self.links.extend(others.into_iter().map(narrow));
        self.links[named..].sort_unstable();
        let mut kept = named;
        for at in named..self.links.len() {
            if kept == named || self.links[kept - 1] != self.links[at] {
                self.links[kept] = self.links[at];
                kept += 1;
            }
        }
        self.links.truncate(kept);
        if let Some(entry) = self.entries.last_mut() {
            entry.speakers = narrow(named - first);
            entry.links = narrow(first)..narrow(kept);
        }
    }

    fn add_articles(&mut self, dossier: &Dossier) {
        for (index, article) in dossier.articles.iter().enumerate() {
            let headline = article.blocks.iter().find(|block| block.kind == BlockKind::Headline);
            let span = headline.or_else(|| article.body().next()).map_or(Span::default(), |block| block.span);
            let place = Passage { article: index, span };
            let entry = self.add(
                Kind::Article,
                Target::Article(index),
                Some(place),
                &[article.headline(), article.label()],
            );
            entry.count = dossier.texts.get(index).map_or(0, |text| narrow(text.sentences.len()));
            let named = dossier.index.mentions.get(index).into_iter().flatten().map(|named| named.actor);
            self.link(&[], named);
        }
    }

    fn add_actors(&mut self, dossier: &Dossier) {
        for (index, actor) in dossier.actors.iter().enumerate() {
            let mut names: Vec<&str> = vec![&actor.name];
            let roles = actor.roles.iter().map(|role| role.text.as_str());
            for name in actor.aliases.iter().map(String::as_str).chain(roles) {
                if !names.contains(&name) && names.len() < MOST_NAMES {
                    names.push(name);
                }
            }
            let first = actor.mentions.first();
            let place = first.map(|mention| Passage { article: mention.article, span: mention.span });
            let entry = self.add(Kind::Actor, Target::Actor(index), place, &names);
            entry.subkind = actor.kind.name();
            entry.count = narrow(actor.mentions.len());
            self.link(&[], actor.mentions.iter().map(|mention| mention.article));
        }
    }

    fn add_claims(&mut self, dossier: &Dossier) {
        for (index, claim) in dossier.claims.iter().enumerate() {
            let Some(article) = dossier.articles.get(claim.article) else { continue };
            let place = Passage { article: claim.article, span: claim.span };
            let named: Vec<&str> = claim
                .speakers
                .iter()
                .filter_map(|&speaker| dossier.actors.get(speaker))
                .map(|actor| actor.name.as_str())
                .collect();
            let named = named.join(", ");
            let written = claim.speaker_text.map_or("", |span| span.of(&article.text));
            let mut parts = vec![claim.span.of(&article.text)];
            parts.extend([named.as_str(), written].iter().filter(|speaker| !speaker.is_empty()));
            let entry = self.add(Kind::Claim, Target::Claim(index), Some(place), &parts);
            entry.subkind = claim.kind.name();
            (entry.count, entry.flags) = standing(dossier, place);
            entry.flags.hedged = claim.hedged;
            let inside = dossier.index.mentions_in(claim.article, claim.span);
            self.link(&claim.speakers, inside.iter().map(|named| named.actor));
        }
    }

    fn add_figures(&mut self, dossier: &Dossier) {
        for (index, figure) in dossier.figures.iter().enumerate() {
            let Some(article) = dossier.articles.get(figure.article) else { continue };
            let place = Passage { article: figure.article, span: figure.span };
            let label = figure.span.of(&article.text);
            let of = figure.of.as_deref().unwrap_or_default();
            let entry = self.add(Kind::Figure, Target::Figure(index), Some(place), &[label, of]);
            (entry.count, entry.flags) = standing(dossier, place);
            let around = dossier
                .texts
                .get(figure.article)
                .and_then(|text| text.sentence_at(figure.span.start).and_then(|at| text.sentences.get(at)));
            let around = around.map_or(figure.span, |sentence| sentence.span);
            let named = dossier.index.mentions_in(figure.article, around);
            self.link(&[], named.iter().map(|named| named.actor));
        }
    }

    fn add_sentences(&mut self, dossier: &Dossier) {
        for (index, (article, text)) in dossier.articles.iter().zip(&dossier.texts).enumerate() {
            for sentence in &text.sentences {
                let kind = article.blocks.get(sentence.block).map(|block| block.kind);
                // The headline is there already, as the article.
                if kind == Some(BlockKind::Headline) {
                    continue;
                }
                let place = Passage { article: index, span: sentence.span };
                let label = sentence.span.of(&article.text);
                let entry = self.add(Kind::Text, Target::Passage(place), Some(place), &[label]);
                (entry.count, entry.flags) = standing(dossier, place);
                let named = dossier.index.mentions_in(index, sentence.span);
                self.link(&[], named.iter().map(|named| named.actor));
            }
        }
    }
}

/// Names and roles by which an actor can be found; a head of state gets dozens of roles.
const MOST_NAMES: usize = 24;

/// How many articles have the sentence around `place`, its own included, and what that makes it.
fn standing(dossier: &Dossier, place: Passage) -> (u32, Flags) {
    let sentence = dossier.texts.get(place.article).and_then(|text| text.sentence_at(place.span.start));
    let Some(sentence) = sentence else { return (1, Flags::default()) };
    let others = dossier.index.sharing(dossier, place.article, sentence);
    let disputed = dossier
        .index
        .alignments_of(place.article, sentence)
        .iter()
        .filter_map(|&at| dossier.alignments.get(at))
        .any(|alignment| alignment.relation == Relation::Conflict);
    (narrow(others + 1), Flags { hedged: false, shared: others > 0, disputed })
}

/// Offsets are kept in 32 bits: 4 GiB of text is beyond what is ever loaded.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

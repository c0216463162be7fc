//! How a dossier is laid out: which of its things become entries, by which words each is found, and
//! which actors it is linked to. A new kind of thing is added here.

use super::{Catalogue, Entry, Flags, Kind, Part, Target, narrow};
use crate::align::{Passage, Relation};
use crate::article::{Article, Block, BlockKind, Span};
use crate::dossier::Dossier;
use crate::search::matcher::letters;
use crate::search::plain::plain;

/// Names and roles by which an actor can be found; a head of state gets dozens of roles.
const MOST_NAMES: usize = 24;

impl Catalogue {
    pub(super) fn part_of(&mut self, text: &str) {
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

    pub(super) fn add(
        &mut self,
        kind: Kind,
        target: Target,
        place: Option<Passage>,
        parts: &[&str],
    ) -> &mut Entry {
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

    pub(super) fn add_articles(&mut self, dossier: &Dossier) {
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

    pub(super) fn add_actors(&mut self, dossier: &Dossier) {
        for (index, actor) in dossier.actors.iter().enumerate() {
            let mut names: Vec<&str> = Vec::new();
            let roles = actor.roles.iter().map(|role| role.text.as_str());
            for name in actor.names().chain(roles) {
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

    pub(super) fn add_claims(&mut self, dossier: &Dossier) {
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

    pub(super) fn add_figures(&mut self, dossier: &Dossier) {
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

    pub(super) fn add_sentences(&mut self, dossier: &Dossier) {
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
            self.add_set_aside(index, article, dossier);
        }
    }
}

impl Catalogue {
    /// What of an article was set aside, block by block; what was printed before is found there.
    fn add_set_aside(&mut self, index: usize, article: &Article, dossier: &Dossier) {
        let aside = |block: &&Block| block.kind.is_noise() && block.kind != BlockKind::Duplicate;
        for block in article.blocks.iter().filter(aside) {
            let place = Passage { article: index, span: block.span };
            let label = block.span.of(&article.text);
            let entry = self.add(Kind::Text, Target::Passage(place), Some(place), &[label]);
            (entry.count, entry.flags.aside) = (1, true);
            let named = dossier.index.mentions_in(index, block.span);
            self.link(&[], named.iter().map(|named| named.actor));
        }
    }
}

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
    (narrow(others + 1), Flags { shared: others > 0, disputed, ..Flags::default() })
}

//! Who said what: by article or by whoever says it, with how it is told and how it stands elsewhere.

use super::page::{Line, Page};
use super::words::Words;
use crate::align::Relation;
use crate::article::Article;
use crate::claims::{Claim, ClaimKind, Force, Polarity};
use crate::dossier::echoes::{self, Standing};
use crate::dossier::{Dossier, voices};
use crate::text::fold;

/// Which claims are asked for; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the speaker's name, alias, role or description, or of the body spoken for, whatever
    /// its accents.
    pub by: Option<String>,
    /// A part of the outlet's name or of the file's.
    pub outlet: Option<String>,
    /// How much of it is quoted.
    pub kind: Option<ClaimKind>,
    /// What is done in saying it.
    pub force: Option<Force>,
    /// Only what is reported as unconfirmed.
    pub hedged: bool,
    /// Only what another outlet contradicts.
    pub conflicts: bool,
}

impl Filter {
    /// The indices of the claims of `dossier` that the filter lets through, in order.
    pub fn choose(&self, dossier: &Dossier) -> Vec<usize> {
        let by = self.by.as_deref().map(folded);
        let outlet = self.outlet.as_deref().map(folded);
        let holds = |claim: &Claim| {
            let article = &dossier.articles[claim.article];
            self.kind.is_none_or(|kind| kind == claim.kind)
                && (!self.hedged || claim.hedged)
                && self.force.is_none_or(|force| claim.cue.as_ref().is_some_and(|cue| cue.force == force))
                && outlet.as_deref().is_none_or(|outlet| is_of_outlet(article, outlet))
                && by.as_deref().is_none_or(|by| said_by(dossier, claim, by))
                && (!self.conflicts || is_contradicted(dossier, claim))
        };
        dossier.claims.iter().enumerate().filter(|(_, claim)| holds(claim)).map(|(at, _)| at).collect()
    }
}

/// Folded, with single blanks.
fn folded(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether another outlet contradicts a claim.
pub fn is_contradicted(dossier: &Dossier, claim: &Claim) -> bool {
    matches!(echoes::standing(dossier, claim.article, claim.span), Standing::Shared(Relation::Conflict, ..))
}

/// Whether `folded` is part of the name of an article's outlet or file.
pub fn is_of_outlet(article: &Article, folded: &str) -> bool {
    fold(article.label()).contains(folded) || fold(&article.id).contains(folded)
}

fn said_by(dossier: &Dossier, claim: &Claim, by: &str) -> bool {
    names(dossier, claim).any(|name| folded(name).contains(by))
}

/// Every name by which somebody may ask for a claim.
fn names<'a>(dossier: &'a Dossier, claim: &'a Claim) -> impl Iterator<Item = &'a str> {
    let written = claim.speaker_text.map(|span| span.of(&dossier.articles[claim.article].text));
    let actors = claim.speakers.iter().filter_map(|&at| dossier.actors.get(at));
    let names =
        actors.flat_map(|actor| actor.names().chain(actor.roles.iter().map(|role| role.text.as_str())));
    names
        .chain(written)
        .chain(claim.via.as_deref())
        .chain(claim.on_behalf_of.as_ref().map(|body| body.name.as_str()))
}

/// What to say where nothing is found: nobody of that name speaks, no outlet is called that, or
/// nothing passes all that is asked; with what comes nearest.
pub fn nothing(dossier: &Dossier, filter: &Filter, words: &Words) -> String {
    if let Some(by) = &filter.by {
        let asked = Filter { by: Some(by.clone()), ..Filter::default() };
        if asked.choose(dossier).is_empty() {
            let near = nearest_speakers(dossier, by);
            let (key, names) =
                if near.is_empty() { ("out-nobody", loudest(dossier)) } else { ("out-nobody-near", near) };
            return words.with(key, &[("name", by), ("names", &quoted(&names, words))]);
        }
    }
    if let Some(message) = no_outlet(dossier, filter.outlet.as_deref(), words) {
        return message;
    }
    words.get("out-no-claim")
}

/// That no outlet has the name that is asked for, and which there are.
pub fn no_outlet(dossier: &Dossier, outlet: Option<&str>, words: &Words) -> Option<String> {
    let asked = outlet?;
    let plain = folded(asked);
    if dossier.articles.iter().any(|article| is_of_outlet(article, &plain)) {
        return None;
    }
    let mut labels: Vec<&str> = dossier.articles.iter().map(Article::label).collect();
    labels.dedup();
    Some(words.with("out-no-outlet", &[("name", asked), ("names", &quoted(&labels, words))]))
}

fn quoted(names: &[&str], words: &Words) -> String {
    let quoted: Vec<String> = names.iter().map(|name| words.with("out-quoted", &[("text", name)])).collect();
    quoted.join(", ")
}

/// How many names are suggested.
const SUGGESTED: usize = 3;

/// How alike names must be to be suggested for one another (Jaro-Winkler, 0 to 1), and how much less
/// alike than the best one.
const ALIKE: (f64, f64) = (0.84, 0.08);

/// Those who speak whose names are spelt most like `asked`, best first: every word asked for is held
/// against the word of the name that it is most like.
fn nearest_speakers<'a>(dossier: &'a Dossier, asked: &str) -> Vec<&'a str> {
    let asked = folded(asked);
    let likeness = |name: &str| {
        let name = folded(name);
        let best = |word: &str| {
            name.split_whitespace().map(|part| strsim::jaro_winkler(part, word)).fold(0.0, f64::max)
        };
        let words = asked.split_whitespace().count().max(1);
        asked.split_whitespace().map(best).sum::<f64>() / words as f64
    };
    let mut near: Vec<(f64, &str)> = Vec::new();
    for voice in all_voices(dossier) {
        let claim = &dossier.claims[voice.claims[0]];
        let Some(name) = voices::name(dossier, claim, &voice.source) else { continue };
        let like = names(dossier, claim).map(likeness).fold(likeness(name), f64::max);
        if like >= ALIKE.0 {
            near.push((like, name));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = near.first().map_or(0.0, |(like, _)| *like);
    near.into_iter()
        .filter(|(like, _)| like + ALIKE.1 >= best)
        .map(|(_, name)| name)
        .take(SUGGESTED)
        .collect()
}

/// Those who say most.
fn loudest(dossier: &Dossier) -> Vec<&str> {
    let name = |voice: &voices::Voice| voices::name(dossier, &dossier.claims[voice.claims[0]], &voice.source);
    all_voices(dossier).iter().filter_map(name).take(SUGGESTED).collect()
}

fn all_voices(dossier: &Dossier) -> Vec<voices::Voice> {
    let all: Vec<usize> = (0..dossier.claims.len()).collect();
    voices::of(dossier, &all)
}

/// The claims at `chosen`, under a title per article.
pub fn page(dossier: &Dossier, chosen: &[usize], words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-claims", chosen.len()));
    list(dossier, chosen, words, &mut page);
    page
}

/// Puts the claims at `chosen` on a page, under a title per article.
pub fn list(dossier: &Dossier, chosen: &[usize], words: &Words, page: &mut Page) {
    let mut last = None;
    for &at in chosen {
        let claim = &dossier.claims[at];
        let article = &dossier.articles[claim.article];
        if last.replace(claim.article) != Some(claim.article) {
            page.heading(2, words.title(article));
        }
        let line = Line::new()
            .strong(words.speaker(dossier, claim))
            .plain(words.colon())
            .plain(claim.span.of(&article.text));
        page.item(line, notes(dossier, claim, words));
    }
}

/// The claims at `chosen` under whoever says them, those who say most first. With `by`, only under
/// sources that go by that name.
pub fn by_speaker(dossier: &Dossier, chosen: &[usize], by: Option<&str>, words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-claims", chosen.len()));
    let by = by.map(folded);
    for voice in voices::of(dossier, chosen) {
        let first = &dossier.claims[voice.claims[0]];
        let name = voices::name(dossier, first, &voice.source);
        // Who speaks along with the one that is asked for is not asked for.
        let together = first.speakers.len() > 1;
        let asked = |name: &str| by.as_deref().is_none_or(|by| folded(name).contains(by));
        if together && !name.is_some_and(asked) {
            continue;
        }
        let name = name.map_or_else(|| words.get("out-source-unnamed"), str::to_owned);
        let counts =
            [words.count("voice-claims", voice.claims.len()), words.count("stand-outlets", voice.outlets)];
        page.heading(2, format!("{name} — {}", counts.join(" · ")));
        for &at in &voice.claims {
            let claim = &dossier.claims[at];
            let article = &dossier.articles[claim.article];
            let line =
                Line::new().strong(article.label()).plain(words.colon()).plain(claim.span.of(&article.text));
            page.item(line, notes(dossier, claim, words));
        }
    }
    page
}

/// The smaller lines under a claim: how it is told, and how it stands in the other outlets.
fn notes(dossier: &Dossier, claim: &Claim, words: &Words) -> [Line; 2] {
    let mut told = circumstances(claim, words);
    let text = &dossier.articles[claim.article].text;
    if let Some(cue) = claim.cue.as_ref().map(|cue| cue.span.of(text)).filter(|cue| !cue.is_empty()) {
        told = format!("{told} · {}", words.with("out-quoted", &[("text", cue)]));
    }
    [Line::new().faint(told), Line::new().faint(elsewhere(dossier, claim, words))]
}

/// How a claim is told, in signs and words: what is done in saying it, whether it is denied or left
/// open, whether it is confirmed, who relays it, for whom it is said, how much of it is quoted.
pub fn circumstances(claim: &Claim, words: &Words) -> String {
    let mut told = Vec::new();
    if let Some(cue) = &claim.cue {
        let word = words.force(cue.force);
        told.push(cue.force.sign().map_or_else(|| word.clone(), |sign| format!("{sign} {word}")));
        // The verb tells of a denial itself where that is what it is for.
        match cue.polarity {
            Polarity::Denied if !matches!(cue.force, Force::Deny | Force::Reject) => {
                told.push(format!("¬ {}", words.get("claim-denied")));
            }
            Polarity::Open => told.push(words.get("claim-open")),
            Polarity::Denied | Polarity::Affirmed => {}
        }
    }
    if claim.hedged {
        told.push(format!("? {}", words.get("claim-hedged")));
    }
    if let Some(via) = &claim.via {
        told.push(format!("↪ {}", words.with("claim-via", &[("via", via)])));
    }
    if let Some(body) = &claim.on_behalf_of {
        told.push(words.with("claim-behalf", &[("body", &body.told())]));
    }
    let marks = match claim.kind {
        ClaimKind::Direct => "«» ",
        ClaimKind::Mixed => "«… ",
        ClaimKind::Indirect => "",
    };
    told.push(format!("{marks}{}", words.claim_kind(claim.kind)));
    told.join(" · ")
}

/// How a claim stands in the other outlets, by sign: `≠ A · = B, C`; or that it stands here alone.
fn elsewhere(dossier: &Dossier, claim: &Claim, words: &Words) -> String {
    let echoes = echoes::of(dossier, claim.article, claim.span);
    if echoes.is_empty() {
        return match echoes::standing(dossier, claim.article, claim.span) {
            Standing::Perhaps => format!("~? {}", words.get("stand-perhaps")),
            Standing::Alone | Standing::Shared(..) => format!("+ {}", words.get("stand-only")),
        };
    }
    let groups = ['≠', '=', '~'].into_iter().filter_map(|sign| {
        let labels: Vec<&str> = echoes
            .iter()
            .filter(|echo| echo.relation.sign() == sign)
            .map(|echo| dossier.articles[echo.passage.article].label())
            .collect();
        (!labels.is_empty()).then(|| format!("{sign} {}", labels.join(", ")))
    });
    groups.collect::<Vec<_>>().join(" · ")
}

//! Who said what, article by article.

use super::page::{Line, Page};
use super::words::Words;
use crate::article::Article;
use crate::claims::{Claim, ClaimKind};
use crate::dossier::Dossier;
use crate::text::fold;

/// Which claims are asked for; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the speaker's name, alias, role or description, whatever its accents.
    pub by: Option<String>,
    /// A part of the outlet's name or of the file's.
    pub outlet: Option<String>,
    /// How much of it is quoted.
    pub kind: Option<ClaimKind>,
    /// Only what is reported as unconfirmed.
    pub hedged: bool,
}

impl Filter {
    /// The indices of the claims of `dossier` that the filter lets through, in order.
    pub fn choose(&self, dossier: &Dossier) -> Vec<usize> {
        let by = self.by.as_deref().map(fold);
        let outlet = self.outlet.as_deref().map(fold);
        let holds = |claim: &Claim| {
            let article = &dossier.articles[claim.article];
            self.kind.is_none_or(|kind| kind == claim.kind)
                && (!self.hedged || claim.hedged)
                && outlet.as_deref().is_none_or(|outlet| is_of_outlet(article, outlet))
                && by.as_deref().is_none_or(|by| said_by(dossier, claim, by))
        };
        dossier.claims.iter().enumerate().filter(|(_, claim)| holds(claim)).map(|(at, _)| at).collect()
    }
}

/// Whether `folded` is part of the name of an article's outlet or file.
pub fn is_of_outlet(article: &Article, folded: &str) -> bool {
    fold(article.label()).contains(folded) || fold(&article.id).contains(folded)
}

fn said_by(dossier: &Dossier, claim: &Claim, folded: &str) -> bool {
    let written = claim.speaker_text.map(|span| span.of(&dossier.articles[claim.article].text));
    let actors = claim.speakers.iter().filter_map(|&at| dossier.actors.get(at));
    let names =
        actors.flat_map(|actor| actor.names().chain(actor.roles.iter().map(|role| role.text.as_str())));
    names.chain(written).chain(claim.via.as_deref()).any(|name| fold(name).contains(folded))
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
        page.item(line, [Line::new().faint(circumstances(claim, &article.text, words))]);
    }
}

/// How it is told: its kind, the cue, who relays it, whether it is confirmed.
fn circumstances(claim: &Claim, text: &str, words: &Words) -> String {
    let mut notes = vec![words.claim_kind(claim.kind)];
    if let Some(cue) = claim.cue.as_ref().map(|cue| cue.span.of(text)).filter(|cue| !cue.is_empty()) {
        notes.push(words.with("out-cue", &[("cue", cue)]));
    }
    if let Some(via) = &claim.via {
        notes.push(words.with("out-via", &[("via", via)]));
    }
    if claim.hedged {
        notes.push(words.get("out-hedged"));
    }
    notes.join(" · ")
}

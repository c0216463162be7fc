//! The editor's corrections of a dossier: where they are kept, and what follows from them.
//!
//! The actors that were found stay as they were in [`Dossier::found`]; [`Dossier::actors`] are those
//! with the corrections applied, and everything after them in the analysis follows. Taking a correction
//! back is applying the others.

use std::collections::HashMap;
use std::path::PathBuf;

use super::{Dossier, Index, Remark};
use crate::actors::corrections::{self, Stale};
use crate::article::Span;
use crate::source::sidecar::{self, Correction, Problem};

/// A correction, and the sidecar it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it says.
    pub correction: Correction,
    /// The folder of its sidecar; none where there is no file to keep it in.
    pub folder: Option<PathBuf>,
    /// Its line in the sidecar, from 1; none for one that was made since the sidecar was read.
    pub line: Option<usize>,
}

impl Dossier {
    /// The corrections that stand in the sidecar of a folder, or, for none, in no file; in order.
    pub fn corrections_in(&self, folder: Option<&PathBuf>) -> Vec<Correction> {
        let here = self.corrections.iter().filter(|kept| kept.folder.as_ref() == folder);
        here.map(|kept| kept.correction.clone()).collect()
    }

    /// Applies the corrections to the actors that were found, and remarks those that do not hold.
    pub(super) fn apply_corrections(&mut self) {
        let list = self.corrections.iter().map(|kept| &kept.correction);
        let corrected = corrections::apply(&self.found, &self.articles, list);
        self.actors = corrected.actors;
        self.hidden = corrected.hidden;
        self.remarks.retain(|remark| !remark.is_stale_correction());
        let mut first: HashMap<&Correction, usize> = HashMap::new();
        for (at, kept) in self.corrections.iter().enumerate() {
            first.entry(&kept.correction).or_insert(at);
        }
        for (at, stale) in corrected.stale {
            let kept = &self.corrections[at];
            if first.get(&kept.correction).is_some_and(|first| *first < at) {
                // Two readers corrected the same at the same time: once is enough.
                continue;
            }
            let problem = match stale {
                Stale::Actor { actor, nearest } => Problem::NoSuchActor { actor, nearest },
                Stale::Name { alias, actor } => Problem::NoSuchName { alias, actor },
            };
            let path = kept.folder.clone().unwrap_or_default().join(sidecar::FILE);
            let line = kept.line.unwrap_or(1);
            self.remarks.push(Remark::Sidecar(sidecar::Remark { path, line, problem }));
        }
    }

    /// The dossier with other corrections: its actors at once, with the claims it has led to them.
    /// [`Dossier::analyse_again`] then finds what else follows.
    #[must_use]
    pub fn with_corrections(&self, corrections: Vec<Kept>) -> Self {
        let mut dossier = self.clone();
        dossier.corrections = corrections;
        dossier.apply_corrections();
        let owners: HashMap<(usize, Span), usize> = dossier
            .actors
            .iter()
            .enumerate()
            .flat_map(|(at, actor)| actor.mentions.iter().map(move |mention| (mention, at)))
            .map(|(mention, at)| ((mention.article, mention.span), at))
            .collect();
        for claim in &mut dossier.claims {
            let source = claim.speaker_text.unwrap_or(claim.span);
            let mut speakers: Vec<usize> = Vec::new();
            for speaker in &claim.speakers {
                let mentions = self.actors.get(*speaker).map_or(&[][..], |actor| &actor.mentions);
                // A split may leave a speaker in two: the one named where the claim names its source.
                let here = mentions
                    .iter()
                    .find(|mention| mention.article == claim.article && mention.span.overlaps(source));
                let owner = here
                    .into_iter()
                    .chain(mentions)
                    .find_map(|mention| owners.get(&(mention.article, mention.span)));
                speakers.extend(owner.filter(|owner| !speakers.contains(owner)));
            }
            claim.speakers = speakers;
        }
        if dossier.analysed {
            dossier.index = Index::new(&dossier);
        }
        dossier
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actors::Actor;

    const TEXTS: &[(&str, &str)] = &[
        (
            "a.txt",
            "Le port\n\nLa maire Jeanne Morel a visité le port. « Le port ouvrira », a déclaré Jeanne Morel hier.\n",
        ),
        (
            "b.txt",
            "Le port\n\nHier, Karim Haddad a visité le port. « Le port fermera », a déclaré Karim Haddad.\n",
        ),
    ];

    fn kept(correction: Correction) -> Kept {
        Kept { correction, folder: None, line: None }
    }

    fn merged() -> Vec<Kept> {
        vec![kept(Correction::Merge { actor: "Karim Haddad".into(), into: "Jeanne Morel".into() })]
    }

    fn speakers(dossier: &Dossier) -> Vec<Vec<&str>> {
        let name = |at: &usize| dossier.actors[*at].name.as_str();
        dossier.claims.iter().map(|claim| claim.speakers.iter().map(name).collect()).collect()
    }

    fn names(actors: &[Actor]) -> Vec<&str> {
        actors.iter().map(|actor| actor.name.as_str()).collect()
    }

    fn dossier() -> Dossier {
        Dossier::of_texts("Le port", TEXTS.iter().copied()).analyse(&|_| {})
    }

    #[test]
    fn what_is_seen_at_once_is_what_the_analysis_comes_to() {
        let dossier = dossier();
        assert_eq!(speakers(&dossier), [["Jeanne Morel"], ["Karim Haddad"]]);
        let at_once = dossier.with_corrections(merged());
        assert_eq!(speakers(&at_once), [["Jeanne Morel"], ["Jeanne Morel"]]);
        let later = at_once.clone().analyse_again(&|_| {});
        assert_eq!(speakers(&later), speakers(&at_once));
        assert_eq!(names(&later.actors), names(&at_once.actors));
    }

    #[test]
    fn a_hidden_actor_speaks_no_more() {
        let hide = Correction::Hide { actor: "Karim Haddad".into() };
        let hidden = dossier().with_corrections(vec![kept(hide)]);
        assert_eq!(names(&hidden.hidden), ["Karim Haddad"]);
        assert_eq!(speakers(&hidden), [vec!["Jeanne Morel"], vec![]]);
        assert_eq!(speakers(&hidden.analyse_again(&|_| {})), [vec!["Jeanne Morel"], vec![]]);
    }

    #[test]
    fn without_corrections_everything_is_as_it_was() {
        let dossier = dossier();
        let back = dossier.with_corrections(merged()).with_corrections(Vec::new());
        assert_eq!(names(&back.actors), names(&dossier.actors));
        assert_eq!(speakers(&back.analyse_again(&|_| {})), speakers(&dossier));
    }

    #[test]
    fn a_correction_that_does_not_hold_is_remarked_once_and_kept() {
        let stale = vec![kept(Correction::Hide { actor: "Jeanne Morell".into() })];
        let dossier = dossier().with_corrections(stale.clone()).analyse_again(&|_| {});
        assert_eq!(dossier.corrections, stale);
        let told: Vec<String> = dossier.remarks.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["dossier.toml:1: no actor `Jeanne Morell` any more (`Jeanne Morel`?); the correction is kept"]
        );
    }
}

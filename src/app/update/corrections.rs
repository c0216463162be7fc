//! What the editor corrects about the actors: merge, split, rename, kind, hide, and all of it back.
//!
//! A correction changes the list of corrections, and the actors follow from that list. The worker brings
//! them, with the claims led to them, and a moment later alignments and coverage, which it finds anew. The
//! sidecar keeps the list; a dossier without a file keeps it as long as the reader is open.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::action::Action;
use super::super::choice::{Asked, Choice, Offer};
use super::super::effect::Effect;
use super::super::history::Change;
use super::super::line::Line;
use super::super::side::Tab;
use super::super::side::actors::Entry;
use super::super::{App, Correcting, Purpose};
use crate::actors::corrections::{apply, find, handle};
use crate::actors::{Actor, ActorKind, MentionForm};
use crate::dossier::{Dossier, Kept, Progress};
use crate::source::sidecar::{Correction, corrections::KINDS};
use crate::text::fold;

impl App {
    /// Runs one of the keys that correct the actor under the side panel's cursor.
    pub(super) fn correct_actor(&mut self, action: Action, effects: &mut Vec<Effect>) {
        if !self.dossier.analysed {
            self.tell(self.messages.get("status-still-analysing"));
            return;
        }
        if self.side.tab != Tab::Actors {
            self.tell(self.messages.get("status-only-actors"));
            return;
        }
        match self.chosen_actor() {
            None => self.tell(self.messages.get("status-no-actor-here")),
            Some(Entry::Hidden(at)) if action == Action::HideActor => self.show_again(at, effects),
            Some(Entry::Hidden(_)) => self.tell(self.messages.get("status-actor-hidden")),
            Some(Entry::Actor(at)) => {
                let Some(name) = handle(&self.dossier.actors, at).map(str::to_owned) else { return };
                match action {
                    Action::MergeActor => self.mark_or_merge(&name, effects),
                    Action::SplitActor => self.offer_names(at, name),
                    Action::RenameActor => {
                        let line = Line::new(&self.dossier.actors[at].name);
                        self.prompt = Some((Purpose::ActorName(name), line));
                    }
                    Action::ActorKind => self.offer_kinds(at, name),
                    _ => self.correct(Correction::Hide { actor: name }, None, effects),
                }
            }
        }
    }

    /// The first time marks the actor, on another one merges the marked one into it.
    fn mark_or_merge(&mut self, name: &str, effects: &mut Vec<Effect>) {
        match self.marked.take() {
            Some(marked) if marked == name => self.tell(self.messages.get("status-unmarked")),
            Some(marked) if find(&self.dossier.actors, &marked).is_some() => {
                let merge = Correction::Merge { actor: marked, into: name.to_owned() };
                self.correct(merge, Some(name), effects);
            }
            _ => {
                self.tell(self.messages.with("status-marked", &[("actor", name.into())]));
                self.marked = Some(name.to_owned());
            }
        }
    }

    /// Opens the list of the names that can be taken out of an actor.
    fn offer_names(&mut self, at: usize, name: String) {
        let offers = self.names_of(&self.dossier.actors[at]);
        if offers.len() < 2 {
            self.tell(self.messages.with("status-one-name", &[("actor", name.as_str().into())]));
            return;
        }
        // The one shown comes first; what is taken out is mostly another.
        self.choice = Some(Choice { asked: Asked::Name, actor: name, offers, cursor: 1 });
    }

    /// The names an actor is mentioned by, the one shown first, each with how often and how joined.
    fn names_of(&self, actor: &Actor) -> Vec<Offer> {
        let mut offers: Vec<Offer> = Vec::new();
        let own = fold(&actor.name);
        let shown = actor.mentions.iter().filter(|mention| mention.form == MentionForm::Name);
        let shown = shown.filter(|mention| {
            let words = mention.span.of(&self.dossier.articles[mention.article].text);
            fold(&words.split_whitespace().collect::<Vec<_>>().join(" ")) == own
        });
        let shown = shown.count();
        if shown > 0 {
            let more = format!("× {shown}");
            offers.push(Offer { value: actor.name.clone(), text: actor.name.clone(), more });
        }
        for alias in actor.aliases.iter().chain(&actor.descriptions) {
            let folded = fold(&alias.name);
            if alias.count == 0 || offers.iter().any(|offer| fold(&offer.value) == folded) {
                continue;
            }
            let sign = if alias.is_unsure() { "? " } else { "" };
            let how = self.messages.get(&format!("join-{}", alias.by.name()));
            let more = format!("× {} · {sign}{how}", alias.count);
            offers.push(Offer { value: alias.name.clone(), text: alias.name.clone(), more });
        }
        offers
    }

    fn offer_kinds(&mut self, at: usize, name: String) {
        let now = self.dossier.actors[at].kind;
        let offers = ActorKind::ALL.map(|kind| Offer {
            value: kind.name().to_owned(),
            text: self.messages.get(&format!("kind-{}", kind.name())),
            more: String::new(),
        });
        let cursor = ActorKind::ALL.iter().position(|kind| *kind == now).unwrap_or(0);
        self.choice = Some(Choice { asked: Asked::Kind, actor: name, offers: offers.to_vec(), cursor });
    }

    /// Opens the list of all corrections, those of earlier openings too, each of which can be taken back.
    pub(super) fn offer_corrections(&mut self) {
        let list = self.corrections();
        if list.is_empty() {
            self.tell(self.messages.get("status-no-corrections"));
            return;
        }
        let offers: Vec<Offer> = list
            .iter()
            .enumerate()
            .map(|(at, kept)| Offer {
                value: at.to_string(),
                text: self.words_of(&kept.correction),
                more: String::new(),
            })
            .collect();
        // The last one is mostly meant.
        let cursor = offers.len() - 1;
        self.choice = Some(Choice { asked: Asked::Correction, actor: String::new(), offers, cursor });
    }

    /// What the keys do in the list of names or kinds.
    pub(super) fn run_in_choice(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let Some(choice) = &mut self.choice else { return };
        match action {
            Action::Down => choice.step(1),
            Action::Up => choice.step(-1),
            Action::Open => {
                let Some(choice) = self.choice.take() else { return };
                let Some(offer) = choice.chosen().cloned() else { return };
                match choice.asked {
                    Asked::Correction => {
                        let mut list = self.corrections().to_vec();
                        let Some(at) = offer.value.parse().ok().filter(|at| *at < list.len()) else { return };
                        list.remove(at);
                        self.change_corrections(list, None, effects);
                        let told = [("what", offer.text.into())];
                        self.tell(self.messages.with("status-taken-back", &told));
                    }
                    Asked::Name => {
                        let split = Correction::Split { alias: offer.value.clone(), from: choice.actor };
                        self.correct(split, Some(&offer.value), effects);
                    }
                    Asked::Kind => {
                        let Some(kind) = KINDS.into_iter().find(|kind| *kind == offer.value) else { return };
                        let same = find(&self.dossier.actors, &choice.actor)
                            .is_some_and(|at| self.dossier.actors[at].kind.name() == kind);
                        if !same {
                            let actor = choice.actor.clone();
                            self.correct(
                                Correction::Kind { actor: choice.actor, kind },
                                Some(&actor),
                                effects,
                            );
                        }
                    }
                }
            }
            Action::Cancel | Action::Quit => self.choice = None,
            _ => {}
        }
    }

    /// Takes over the name typed for an actor.
    pub(super) fn name_actor(&mut self, actor: String, typed: &str, effects: &mut Vec<Effect>) {
        let to = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(at) = find(&self.dossier.actors, &actor) else { return };
        if to.is_empty() || to == self.dossier.actors[at].name {
            return;
        }
        if self.dossier.actors.iter().enumerate().any(|(other, known)| other != at && known.name == to) {
            self.complain(self.messages.with("status-name-taken", &[("name", to.as_str().into())]));
            return;
        }
        let rename = Correction::Rename { actor, to: to.clone() };
        self.correct(rename, Some(&to), effects);
    }

    /// Adds a correction; the cursor goes to the actor `then`, else stays where it is.
    fn correct(&mut self, correction: Correction, then: Option<&str>, effects: &mut Vec<Effect>) {
        let mut told = self.words_of(&correction);
        let mut kinds_differ = None;
        if let Correction::Merge { actor, into } = &correction {
            let kind = |name| find(&self.dossier.actors, name).map(|at| self.dossier.actors[at].kind);
            if let (Some(one), Some(other)) = (kind(actor), kind(into))
                && one != other
            {
                let name = |kind: ActorKind| self.messages.get(&format!("kind-{}", kind.name()));
                let kinds = [("one", name(one).into()), ("other", name(other).into())];
                kinds_differ = Some(self.messages.with("correction-kinds-differ", &kinds));
            }
        }
        let hides = matches!(correction, Correction::Hide { .. });
        let mut list = self.corrections().to_vec();
        let kept = Kept { correction, folder: self.dossier.home.clone(), line: None };
        if self.correcting.is_some() && list.contains(&kept) {
            // The key was pressed again before the first one was seen to work.
            return;
        }
        list.push(kept);
        self.change_corrections(list, then, effects);
        told = self.messages.with(
            if hides { "status-hidden" } else { "status-corrected" },
            &[("what", told.as_str().into())],
        );
        // Behind the way back, which must not be cut off where the line is short.
        if let Some(kinds) = kinds_differ {
            told = format!("{told} · {kinds}");
        }
        if self.dossier.home.is_none() {
            told = format!("{told} · {}", self.messages.get("status-session-only"));
        }
        self.tell(told);
    }

    /// Shows a hidden actor again, by taking back what hid it.
    fn show_again(&mut self, hidden: usize, effects: &mut Vec<Effect>) {
        let dossier = Arc::clone(&self.dossier);
        let Some(actor) = dossier.hidden.get(hidden) else { return };
        let hides = |at: &usize| matches!(dossier.corrections[*at].correction, Correction::Hide { .. });
        let shows = |at: &usize| {
            let others = dossier.corrections.iter().enumerate().filter(|(other, _)| other != at);
            let left = apply(&dossier.found, &dossier.articles, others.map(|(_, kept)| &kept.correction));
            left.hidden.iter().all(|other| other.mentions != actor.mentions)
        };
        let Some(at) = (0..dossier.corrections.len()).rev().filter(hides).find(shows) else { return };
        let mut list = self.corrections().to_vec();
        let Some(at) = list.iter().position(|kept| *kept == dossier.corrections[at]) else { return };
        list.remove(at);
        self.change_corrections(list, Some(&actor.name), effects);
        self.tell(self.messages.with("status-shown-again", &[("actor", actor.name.as_str().into())]));
    }

    /// The corrections there are, those that the worker is still at work on included.
    pub(super) fn corrections(&self) -> &[Kept] {
        self.correcting.as_ref().map_or(&self.dossier.corrections, |correcting| &correcting.list)
    }

    fn change_corrections(&mut self, list: Vec<Kept>, then: Option<&str>, effects: &mut Vec<Effect>) {
        self.undo.push(Change::Corrections(self.corrections().to_vec()));
        self.set_corrections(list, then, effects);
    }

    /// Takes the last change of the corrections back, and says what that was.
    pub(super) fn take_back_corrections(&mut self, before: Vec<Kept>, effects: &mut Vec<Effect>) {
        let now = self.corrections();
        let gone = now.iter().find(|kept| !before.contains(kept)).map(|kept| kept.correction.clone());
        let back = before.iter().find(|kept| !now.contains(kept)).map(|kept| kept.correction.clone());
        let subject = match &gone {
            Some(Correction::Merge { actor, .. } | Correction::Rename { actor, .. }) => Some(actor),
            Some(Correction::Kind { actor, .. } | Correction::Hide { actor }) => Some(actor),
            Some(Correction::Split { from, .. }) => Some(from),
            None => None,
        };
        self.set_corrections(before, subject.map(String::as_str), effects);
        let told = match gone.or(back) {
            Some(correction) => {
                let what = self.words_of(&correction);
                self.messages.with("status-undone-what", &[("what", what.into())])
            }
            None => self.messages.get("status-undone"),
        };
        self.tell(told);
    }

    /// Lets the sidecars and the dossier follow other corrections; the cursor goes to the actor `then`.
    fn set_corrections(&mut self, list: Vec<Kept>, then: Option<&str>, effects: &mut Vec<Effect>) {
        let before = self.corrections();
        let mut folders: Vec<&PathBuf> =
            before.iter().chain(&list).filter_map(|kept| kept.folder.as_ref()).collect();
        folders.sort();
        folders.dedup();
        for folder in folders {
            let here = |list: &[Kept]| -> Vec<Correction> {
                let here = list.iter().filter(|kept| kept.folder.as_ref() == Some(folder));
                here.map(|kept| kept.correction.clone()).collect()
            };
            let (old, new) = (here(before), here(&list));
            if old != new {
                effects.push(Effect::KeepCorrections { folder: folder.clone(), before: old, after: new });
            }
        }
        self.marked = None;
        self.correcting = Some(Correcting { list, then: then.map(str::to_owned) });
        self.analyse_again(effects);
    }

    /// Takes over the dossier with its actors corrected; what else follows from them is on its way.
    pub(super) fn take_corrected(&mut self, dossier: Dossier) {
        let chosen = self.side.actor().and_then(|entry| Some(entry.of(&self.dossier)?.id.clone()));
        self.dossier = Arc::new(dossier);
        self.side.walk = None;
        // Its actors go by other numbers now; the worker brings a new one.
        self.catalogue = None;
        let then = self.correcting.take().and_then(|correcting| correcting.then);
        let actors = &self.dossier.actors;
        let at = match then {
            Some(name) => find(actors, &name),
            None => chosen.and_then(|id| actors.iter().position(|actor| actor.id == id)),
        };
        if let Some(at) = at {
            self.side.select_actor(at);
        }
    }

    /// Has the worker find anew what follows from the actors. Where the files are being read anew, that
    /// starts over instead, so that it sees what was just set.
    pub(super) fn analyse_again(&mut self, effects: &mut Vec<Effect>) {
        if self.loading {
            effects.extend(self.load());
            return;
        }
        self.generation += 1;
        self.progress = Some(Progress::Claims);
        let corrections = self.correcting.as_ref().map(|correcting| correcting.list.clone());
        let dossier = Arc::clone(&self.dossier);
        effects.push(Effect::Analyse { generation: self.generation, dossier, corrections });
    }

    /// A correction in words: `« Haddad » réuni à « Karim Haddad »`.
    fn words_of(&self, correction: &Correction) -> String {
        let (key, one, other) = match correction {
            Correction::Merge { actor, into } => ("correction-merge", actor, into.clone()),
            Correction::Split { alias, from } => ("correction-split", alias, from.clone()),
            Correction::Rename { actor, to } => ("correction-rename", actor, to.clone()),
            Correction::Kind { actor, kind } => {
                ("correction-kind", actor, self.messages.get(&format!("kind-{kind}")))
            }
            Correction::Hide { actor } => ("correction-hide", actor, String::new()),
        };
        self.messages.with(key, &[("one", one.as_str().into()), ("other", other.into())])
    }
}

//! What the keys of the side panel do to its entries: their order, what is let through, and where an
//! entry leads.

use super::super::action::Action;
use super::super::effect::Effect;
use super::super::history::Place;
use super::super::side::coverage::What;
use super::super::side::{Tab, claims};
use super::super::{App, Pane};
use crate::actors::ActorKind;
use crate::align::Passage;
use crate::claims::ClaimKind;
use crate::dossier::coverage::cell_of;
use crate::dossier::matrix::{self, Entry, Pick, Sort};
use crate::dossier::voices;

impl App {
    /// Orders or filters the entries of the tab shown, or says that the tab cannot.
    pub(super) fn arrange_side(&mut self, action: Action, effects: &mut Vec<Effect>) {
        if self.side.tab == Tab::Actors && action == Action::PickSpeaker {
            self.claims_of_actor(effects);
            return;
        }
        let known = match self.side.tab {
            Tab::Claims => self.arrange_claims(action, effects),
            Tab::Figures => self.arrange_figures(action, effects),
            Tab::Coverage => self.arrange_coverage(action),
            Tab::Actors => self.arrange_actors(action, effects),
        };
        if !known {
            self.tell(self.messages.get("status-not-in-tab"));
            return;
        }
        self.side.lead = None;
        self.side_open = true;
        self.settle();
        if action != Action::Order {
            self.tell_shown();
        }
    }

    fn arrange_actors(&mut self, action: Action, effects: &mut Vec<Effect>) -> bool {
        let outlet = self.article().map(|at| self.dossier.articles[at].label().to_owned());
        let filter = &mut self.side.actors.filter;
        match action {
            Action::Order => {
                self.session.actors = self.session.actors.next();
                self.tell_order(self.session.actors.key());
                effects.push(Effect::KeepSession);
            }
            Action::PickKind => {
                // Through the kinds that there are, then everybody again.
                let known = |kind: &ActorKind| self.dossier.actors.iter().any(|actor| actor.kind == *kind);
                let after = filter
                    .kind
                    .and_then(|now| ActorKind::ALL.iter().position(|kind| *kind == now))
                    .map_or(0, |at| at + 1);
                filter.kind = ActorKind::ALL.into_iter().skip(after).find(known);
            }
            Action::PickOutlet => {
                filter.missing = None;
                filter.outlet = if filter.outlet.is_some() { None } else { outlet };
            }
            Action::PickMissing => {
                filter.outlet = None;
                filter.missing = if filter.missing.is_some() { None } else { outlet };
            }
            Action::PickConflicts => filter.conflicts ^= true,
            Action::PickAll => *filter = Default::default(),
            _ => return false,
        }
        true
    }

    /// Goes from the actor under the cursor to all that it says, in the claims' tab.
    fn claims_of_actor(&mut self, effects: &mut Vec<Effect>) {
        let Some(actor) = self.chosen_actor().and_then(|entry| entry.of(&self.dossier)) else { return };
        let (name, source) = (actor.name.clone(), voices::Source::Actor(actor.id.clone()));
        if voices::claims_of(&self.dossier, &source).next().is_none() {
            self.tell(self.messages.with("status-says-nothing", &[("actor", name.into())]));
            return;
        }
        self.details = false;
        self.side.tab = Tab::Claims;
        self.side.claims.filter = claims::Filter { speaker: Some((source, name)), ..Default::default() };
        if self.session.claims != claims::Order::Speaker {
            // In the order of the text only those of one article would be listed.
            self.session.claims = claims::Order::Speaker;
            effects.push(Effect::KeepSession);
        }
        self.side.select(0);
        self.settle();
        self.tell_shown();
    }

    fn arrange_claims(&mut self, action: Action, effects: &mut Vec<Effect>) -> bool {
        let entry = self.side.claims.entries().get(self.side.cursor()).copied();
        let claim = entry.map(|entry| entry.claim).or(self.side.claims.chosen);
        let claim = claim.and_then(|claim| self.dossier.claims.get(claim));
        match action {
            Action::Order => {
                self.session.claims = self.session.claims.other();
                self.tell_order(self.session.claims.key());
                effects.push(Effect::KeepSession);
            }
            Action::PickSpeaker => {
                let voice = entry.and_then(|entry| self.side.claims.voices.get(entry.voice?));
                let speaker = claim.and_then(|claim| {
                    let source = match voice {
                        Some(voice) => voice.source.clone(),
                        None => voices::sources(&self.dossier, claim).into_iter().next()?,
                    };
                    let name = voices::name(&self.dossier, claim, &source);
                    let name = name.map_or_else(|| self.messages.get("no-source"), str::to_owned);
                    Some((source, name))
                });
                let filter = &mut self.side.claims.filter;
                filter.speaker = if filter.speaker.is_some() { None } else { speaker };
            }
            Action::PickOutlet => {
                let article = claim.map(|claim| claim.article).or_else(|| self.article());
                let outlet = article.map(|at| self.dossier.articles[at].label().to_owned());
                let filter = &mut self.side.claims.filter;
                filter.outlet = if filter.outlet.is_some() { None } else { outlet };
            }
            Action::PickKind => {
                let kind = &mut self.side.claims.filter.kind;
                *kind = match kind {
                    None => Some(ClaimKind::Direct),
                    Some(ClaimKind::Direct) => Some(ClaimKind::Mixed),
                    Some(ClaimKind::Mixed) => Some(ClaimKind::Indirect),
                    Some(ClaimKind::Indirect) => None,
                };
            }
            Action::PickHedged => self.side.claims.filter.hedged ^= true,
            Action::PickConflicts => self.side.claims.filter.conflicts ^= true,
            Action::PickAll => self.side.claims.filter = Default::default(),
            _ => return false,
        }
        true
    }

    fn arrange_figures(&mut self, action: Action, effects: &mut Vec<Effect>) -> bool {
        match action {
            Action::Order => {
                self.session.figures = self.session.figures.other();
                self.tell_order(self.session.figures.key());
                effects.push(Effect::KeepSession);
            }
            Action::PickOutlet => {
                let outlet = self.article().map(|at| self.dossier.articles[at].label().to_owned());
                let filter = &mut self.side.figures.filter;
                filter.outlet = if filter.outlet.is_some() { None } else { outlet };
            }
            Action::PickConflicts => self.side.figures.filter.conflicts ^= true,
            Action::PickAll => self.side.figures.filter = Default::default(),
            _ => return false,
        }
        true
    }

    fn arrange_coverage(&mut self, action: Action) -> bool {
        // The outlet of the cell under the cursor is asked about, else that of the article shown.
        let asked = self.side.coverage.cell.or_else(|| self.article());
        let tab = &mut self.side.coverage;
        let turned = |pick: Pick, before: Option<Pick>| Some(pick).filter(|_| before != Some(pick));
        match (action, asked) {
            (Action::Order, _) => {
                let (sort, key) = match tab.sort {
                    Sort::Breadth => (Sort::Disagreement, "order-disagreement"),
                    Sort::Disagreement => (Sort::Breadth, "order-breadth"),
                };
                tab.sort = sort;
                self.tell_order(key);
            }
            (Action::PickConflicts, _) => {
                tab.filter.conflicts ^= true;
                // Nobody contradicts what one outlet alone has.
                tab.filter.pick = tab.filter.pick.filter(|pick| matches!(pick, Pick::Missing(_)));
            }
            (Action::PickOutlet, Some(at)) => {
                let pick = turned(Pick::Only(at), tab.filter.pick);
                tab.filter = matrix::Filter { conflicts: false, pick };
            }
            (Action::PickMissing, Some(at)) => {
                tab.filter.pick = turned(Pick::Missing(at), tab.filter.pick);
            }
            (Action::PickAll, _) => tab.filter = matrix::Filter::default(),
            _ => return false,
        }
        true
    }

    /// To the next part of the coverage, or back to the beginning of this one and those before.
    pub(super) fn walk_parts(&mut self, back: bool, times: isize) {
        if self.side.tab != Tab::Coverage {
            self.tell(self.messages.get("status-not-in-tab"));
            return;
        }
        for _ in 0..times.clamp(1, 100) {
            if let Some(entry) = self.side.coverage.part_from(self.side.cursor(), back) {
                self.side.select(entry);
            }
        }
    }

    /// Goes from cell to cell of the coverage; says whether there was one to go to.
    fn walk_cells(&mut self, action: Action, times: isize) -> bool {
        let by = match action {
            Action::PaneRight => times,
            Action::PaneLeft => -times,
            _ => return false,
        };
        let inner = self.layout().side.unwrap_or_default().inner();
        let dossier = std::sync::Arc::clone(&self.dossier);
        let cursor = self.side.cursor();
        self.side.coverage.step_cell(&dossier, cursor, usize::from(inner.width), by)
    }

    /// Enter in the coverage: compares the entry under the cursor, from the article shown where that has
    /// it, beside the outlet of the cell under the cursor; an actor is gone to.
    fn open_from_coverage(&mut self) {
        let Some(here) = self.here() else { return };
        let what = self.side.coverage.entries().get(self.side.cursor()).copied();
        let cell = self.side.coverage.cell;
        match what {
            None => self.tell(self.messages.get("status-nothing-here")),
            Some(What::Share(article)) => {
                self.compare_at(here, Some(article));
                if let Some(compare) = &mut self.compare {
                    compare.whole = true;
                    compare.first = compare.column.saturating_sub(1);
                }
                self.tell_whole();
            }
            Some(What::Entry(entry)) => {
                let cells = entry.cells(&self.dossier);
                let chosen = cell.map(|article| cell_of(&cells, article));
                if chosen == Some(None) {
                    self.tell(self.messages.get("status-silent"));
                    return;
                }
                let chosen = chosen.flatten().map(|cell| cell.passage);
                let target = self.side.target(&self.dossier, here.article);
                if let (Entry::Actor(_), Some(passage)) = (entry, chosen.or(target)) {
                    self.jump_from_side(passage);
                } else if let Some(from) = target.or(chosen) {
                    let place = Place { article: from.article, byte: from.span.start };
                    if place.article != here.article {
                        // The comparison starts from another article, so the way back is kept.
                        self.jump(place);
                    }
                    self.compare_at(place, chosen.map(|passage| passage.article));
                } else {
                    self.tell(self.messages.get("status-nothing-here"));
                }
            }
        }
    }

    fn tell_order(&mut self, key: &str) {
        let order = self.messages.get(key);
        self.tell(self.messages.with("side-order", &[("order", order.into())]));
    }

    /// Says how much of the list a filter lets through.
    fn tell_shown(&mut self) {
        let (shown, total) = match self.side.tab {
            Tab::Claims => (self.side.claims.shown(), self.side.claims.total()),
            Tab::Coverage => (self.side.coverage.shown(), self.side.coverage.total()),
            Tab::Figures => (self.side.count(), self.side.figures.total()),
            Tab::Actors => (self.side.actors.shown(), self.side.actors.total()),
        };
        let key = if self.side.filtered() { "side-filtered" } else { "side-unfiltered" };
        let values = [("shown", shown.into()), ("total", total.into())];
        self.tell(self.messages.with(key, &values));
    }

    /// Enter in the panel: to the entry's place; where the text is there already, on to what the entry
    /// leads to.
    pub(super) fn open_from_side(&mut self) {
        if self.side.tab == Tab::Coverage {
            self.open_from_coverage();
            return;
        }
        if self.side.tab == Tab::Actors {
            self.walk_mentions();
            return;
        }
        let Some(here) = self.here() else { return };
        let leads = self.side.leads(&self.dossier);
        let target = match self.side.lead {
            Some(lead) => leads.get(lead).copied(),
            None => self.side.target(&self.dossier, here.article),
        };
        let Some(target) = target else {
            self.tell(self.messages.get("status-nothing-here"));
            return;
        };
        if !self.shows(target) || !matches!(self.side.tab, Tab::Claims | Tab::Figures) {
            self.jump_from_side(target);
            return;
        }
        let next = match self.side.lead {
            Some(lead) => (lead + 1) % leads.len().max(1),
            None => leads.iter().position(|lead| *lead != target).unwrap_or(leads.len()),
        };
        let Some(target) = leads.get(next).copied() else {
            self.tell(self.messages.get("side-no-lead"));
            return;
        };
        self.side.lead = Some(next);
        self.jump_from_side(target);
        let values = [
            ("at", (next + 1).into()),
            ("total", leads.len().into()),
            ("what", self.dossier.articles[target.article].label().to_owned().into()),
        ];
        self.tell(self.messages.with("side-lead", &values));
    }

    /// Whether the text's cursor is on a passage.
    fn shows(&self, passage: Passage) -> bool {
        self.article() == Some(passage.article)
            && self.reader.passage().is_some_and(|shown| shown.contains(passage.span.start))
    }

    fn jump_from_side(&mut self, target: Passage) {
        self.side.pin();
        self.details = false;
        self.jump(Place { article: target.article, byte: target.span.start });
        // Where the text does not fit beside the panel, the jump goes to the text.
        if self.layout().text.is_none() {
            self.focus = Pane::Text;
        }
    }

    /// The keys while the pointer is below the list, and the one that takes it there; says whether it
    /// was one of them.
    pub(super) fn walk_leads(&mut self, action: Action, times: isize) -> bool {
        if self.focus != Pane::Side {
            return false;
        }
        if self.side.tab == Tab::Coverage {
            return self.walk_cells(action, times);
        }
        let count = self.side.leads(&self.dossier).len();
        let Some(lead) = self.side.lead else {
            if action == Action::PaneRight && count > 0 {
                self.side.lead = Some(0);
                return true;
            }
            return false;
        };
        let last = count.saturating_sub(1);
        self.side.lead = match action {
            Action::Down => Some(lead.saturating_add_signed(times).min(last)),
            Action::Up => Some(lead.saturating_add_signed(-times)),
            Action::HalfDown | Action::PageDown => Some(lead.saturating_add_signed(5 * times).min(last)),
            Action::HalfUp | Action::PageUp => Some(lead.saturating_add_signed(-5 * times)),
            Action::Top => Some(0),
            Action::Bottom => Some(last),
            Action::PaneRight => Some(lead),
            Action::PaneLeft => None,
            _ => return false,
        };
        if action == Action::PaneLeft {
            self.details = false;
        }
        true
    }

    /// Goes through the claims that the panel lists, and to each in the text.
    pub(super) fn walk_listed(&mut self, by: isize) {
        let before = self.side.cursor();
        self.side.step(by);
        let Some(claim) = self.side.claims.entries().get(self.side.cursor()) else { return };
        let claim = &self.dossier.claims[claim.claim];
        let target = Passage { article: claim.article, span: claim.span };
        if self.side.cursor() == before {
            self.tell(self.messages.get("status-no-claim"));
        }
        self.jump_from_side(target);
    }

    /// The place whose passage is compared: that of the claim or figure selected in the panel, else the
    /// one under the text's cursor. With it the other article that the pointer below the list is on.
    pub(super) fn place_to_compare(&self) -> Option<(Place, Option<usize>)> {
        let here = self.here()?;
        if self.focus != Pane::Side || self.side.tab == Tab::Actors {
            return Some((here, None));
        }
        if self.side.tab == Tab::Coverage {
            let target = self.side.target(&self.dossier, here.article);
            let place =
                target.map_or(here, |passage| Place { article: passage.article, byte: passage.span.start });
            return Some((place, self.side.coverage.cell));
        }
        let selected = self.side.target(&self.dossier, here.article);
        let beside = self.side.lead.and_then(|lead| self.side.leads(&self.dossier).get(lead).copied());
        let place =
            selected.map_or(here, |passage| Place { article: passage.article, byte: passage.span.start });
        Some((place, beside.map(|passage| passage.article)))
    }

    /// Opens or closes what is known about the article or, from the panel, about the entry under its
    /// cursor: there the pointer goes along.
    pub(super) fn toggle_details(&mut self) {
        self.details = !self.details;
        let leads = || self.side.leads(&self.dossier).len();
        self.side.lead = match self.side.lead {
            None if self.details && self.focus == Pane::Side && leads() > 0 => Some(0),
            lead if self.details => lead,
            _ => None,
        };
    }
}

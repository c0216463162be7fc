//! The one place where the state changes: an event goes in, effects come out.

use std::collections::HashMap;
use std::sync::Arc;

use super::action::Action;
use super::effect::{Effect, Event};
use super::history::{Change, Place, Stop};
use super::key::{Key, KeyCode};
use super::keymap::{Context, Meaning, sequence_text};
use super::side::Tab;
use super::{App, Pane};
use crate::actors::corrections::find;
use crate::dossier::{Dossier, Kept};
use crate::search::Catalogue;

mod actions;
mod comparing;
mod corrections;
mod marks;
mod mouse;
mod overlays;
mod pointing;
mod side;
mod strength;

pub use strength::strength_key;

/// A count typed before a key does not go beyond this.
const LARGEST_COUNT: usize = 9_999;

impl App {
    /// Starts reading the articles; the runtime calls it once, `reload` calls it again.
    pub fn load(&mut self) -> Vec<Effect> {
        self.generation += 1;
        self.progress = Some(crate::dossier::Progress::Reading(0, 0));
        self.failure = None;
        self.loading = true;
        let corrections = if self.dossier.home.is_none() { self.corrections().to_vec() } else { Vec::new() };
        vec![Effect::Load { generation: self.generation, corrections }]
    }

    /// Changes the state by an event and says what is to be done outside.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Key(key) => self.key(key, &mut effects),
            Event::Paste(text) => self.paste(&text, &mut effects),
            Event::Mouse(mouse) => self.mouse_event(mouse, &mut effects),
            Event::Progress(generation, progress) if generation == self.generation => {
                self.progress = Some(progress).filter(|progress| *progress != crate::dossier::Progress::Done);
            }
            // What is on the screen stays until all of it can be replaced.
            Event::Loaded(generation, dossier) if generation == self.generation => {
                if !self.dossier.analysed {
                    self.take(*dossier, None);
                }
            }
            Event::Corrected(generation, dossier) if generation == self.generation => {
                self.take_corrected(*dossier);
            }
            Event::Analysed(generation, dossier, catalogue) if generation == self.generation => {
                self.progress = None;
                self.take(*dossier, Some(*catalogue));
                self.loading = false;
                self.search_again(&mut effects);
                self.cut_again(&mut effects);
            }
            Event::LoadFailed(generation, reason) if generation == self.generation => {
                self.progress = None;
                self.loading = false;
                self.correcting = None;
                // A dossier that was open stays open: nothing read is lost.
                if self.dossier.articles.is_empty() {
                    self.failure = Some(reason);
                } else {
                    self.complain(reason);
                }
            }
            Event::Found(generation, hits) if generation == self.search_generation => {
                if let Some(finder) = &mut self.finder {
                    finder.take(*hits);
                }
            }
            Event::Indexed(generation, catalogue) if generation == self.catalogue_generation => {
                self.lay_out(*catalogue);
                self.search_again(&mut effects);
            }
            Event::Cut(source, dossier) => self.take_cut(&source, dossier, &mut effects),
            Event::Opened { session, problem } => self.take_marks(&session, problem, &mut effects),
            Event::Marked { asked, held } => self.session.rebase(&asked, &held),
            Event::CorrectedElsewhere => {
                let key = self.keymap.keys_of(Context::Panes, Action::Reload).unwrap_or_default();
                let told = self.messages.with("status-corrected-elsewhere", &[("keys", key.into())]);
                self.tell_too(told);
            }
            Event::Done(text) => self.tell(text),
            Event::Failed(text) => self.complain(text),
            Event::Progress(..)
            | Event::Loaded(..)
            | Event::Corrected(..)
            | Event::Analysed(..)
            | Event::Indexed(..)
            | Event::LoadFailed(..)
            | Event::Found(..) => {}
        }
        self.settle();
        effects
    }

    /// Takes over the size of the screen that is drawn to next.
    pub fn fit(&mut self, columns: u16, rows: u16) {
        if self.size != (columns, rows) {
            self.size = (columns, rows);
            self.settle();
        }
    }

    /// Takes over a dossier; the article under the cursor and the places stay, by the articles' ids.
    fn take(&mut self, dossier: Dossier, catalogue: Option<Catalogue>) {
        let shown = self.article();
        let first = self.dossier.articles.is_empty();
        let actor = self.side.actor().and_then(|entry| Some(entry.of(&self.dossier)?.id.clone()));
        let after = Arc::new(dossier);
        let before = std::mem::replace(&mut self.dossier, Arc::clone(&after));
        let now: HashMap<&str, usize> =
            after.articles.iter().enumerate().map(|(at, article)| (article.id.as_str(), at)).collect();
        let moved = |at: usize| now.get(before.articles.get(at)?.id.as_str()).copied();
        if let Some(at) = shown {
            self.list.cursor = moved(at).unwrap_or(0);
        }
        if let Some(catalogue) = catalogue {
            // One that is still being made shows the dossier of before.
            self.catalogue_generation += 1;
            self.lay_out(catalogue);
            self.compare = self.compare.take().and_then(|compare| compare.followed(&self.dossier, moved));
        }
        self.jumps.follow(moved);
        self.reader.stale(moved);
        self.in_pane.stale();
        self.list.selected.retain(|id| now.contains_key(id.as_str()));
        if before.analysed && self.loading && self.generation > 1 {
            self.tell_reloaded(&before);
        }
        let correcting = self.correcting.take();
        let then = correcting.as_ref().and_then(|correcting| correcting.then.as_deref());
        let same = || {
            let id = actor.as_deref()?;
            self.dossier.actors.iter().position(|actor| actor.id == id)
        };
        if let Some(at) = then.and_then(|name| find(&self.dossier.actors, name)).or_else(same) {
            self.side.select_actor(at);
        }
        let expected = correcting.map_or_else(|| before.corrections.clone(), |correcting| correcting.list);
        let same = |(a, b): (&Kept, &Kept)| a.correction == b.correction && a.folder == b.folder;
        if self.dossier.corrections.len() != expected.len()
            || !self.dossier.corrections.iter().zip(&expected).all(same)
        {
            // Somebody else changed them meanwhile: there is no way back over that.
            self.undo.retain(|change| !matches!(change, Change::Corrections(_)));
        }
        if first || self.dossier.remarks != before.remarks || self.dossier.unread != before.unread {
            self.remark();
        }
    }

    /// Takes over what the finder searches; what it shows of the one before means nothing any more.
    fn lay_out(&mut self, catalogue: Catalogue) {
        self.catalogue = Some(Arc::new(catalogue));
        if let Some(finder) = &mut self.finder {
            finder.take(crate::search::Hits::default());
        }
    }

    /// Says what reading the files again has changed.
    fn tell_reloaded(&mut self, before: &Dossier) {
        let after = Arc::clone(&self.dossier);
        let (old, new) = (texts(before), texts(&after));
        let added = new.keys().filter(|id| !old.contains_key(*id)).count();
        let gone = old.keys().filter(|id| !new.contains_key(*id)).count();
        let changed = new.iter().filter(|(id, text)| old.get(*id).is_some_and(|old| old != *text)).count();
        let mut parts = vec![self.messages.with("status-reloaded", &[("count", new.len().into())])];
        for (key, count) in [("reloaded-new", added), ("reloaded-changed", changed), ("reloaded-gone", gone)]
        {
            if count > 0 {
                parts.push(self.messages.with(key, &[("count", count.into())]));
            }
        }
        if parts.len() == 1 {
            parts.push(self.messages.get("reloaded-same"));
        }
        self.tell(parts.join(" · "));
    }

    /// Says what was wrong with the files or the sidecar, in one line.
    fn remark(&mut self) {
        // What has only just come out goes first.
        let stale = self.dossier.remarks.iter().find(|remark| remark.is_stale_correction());
        if let Some(remark) = stale.or(self.dossier.remarks.first()) {
            let remark = self.words.remark(remark);
            let more = self.dossier.remarks.len() - 1;
            let text = if more > 0 { format!("{remark} (+{more})") } else { remark };
            self.complain(text);
        } else if !self.dossier.unread.is_empty() {
            let count = self.dossier.unread.len();
            let text = self.messages.with("status-unread", &[("count", count.into())]);
            self.complain(text);
        }
    }

    fn key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        self.note = None;
        self.pressed = None;
        let contexts = self.contexts();
        let panes = contexts.contains(&Context::Panes) || contexts.contains(&Context::Compare);
        if panes
            && self.pending.is_empty()
            && let Some(digit) = key.typed().and_then(|c| c.to_digit(10))
            && (digit > 0 || self.count.is_some())
        {
            let count = self.count.unwrap_or(0) * 10 + digit as usize;
            self.count = Some(count.min(LARGEST_COUNT));
            return;
        }
        self.pending.push(key);
        let meaning = match self.keymap.meaning(contexts, &self.pending) {
            Meaning::Nothing => self.meaning_in_side(),
            meaning => meaning,
        };
        match meaning {
            Meaning::Run(action) => {
                self.pending.clear();
                let count = self.count.take();
                self.run(action, count, effects);
            }
            Meaning::Begin => {}
            Meaning::Nothing => {
                let pressed = std::mem::take(&mut self.pending);
                self.count = None;
                if contexts.iter().any(|context| context.types()) {
                    if pressed.len() == 1 {
                        self.type_key(key, effects);
                    }
                } else if key.code != KeyCode::Esc {
                    let keys = self.messages.keys(&sequence_text(&pressed));
                    let help = self.keymap.keys_of(Context::Panes, Action::Help).unwrap_or_default();
                    let values = [("keys", keys.into()), ("help", help.into())];
                    self.tell(self.messages.with("status-no-such-key", &values));
                }
            }
        }
    }

    /// What the pressed keys mean in the side panel while another pane has the keys: its filters and
    /// orders work wherever it can be seen, and a sequence that begins there never ends as another key.
    fn meaning_in_side(&mut self) -> Meaning {
        if self.focus == Pane::Side || !self.contexts().contains(&Context::Panes) {
            return Meaning::Nothing;
        }
        let seen = self.layout().of(Pane::Side).is_some();
        match self.keymap.meaning(&[Context::Side], &self.pending) {
            Meaning::Run(action) if seen && action.sifts() => {
                self.focus = Pane::Side;
                Meaning::Run(action)
            }
            Meaning::Run(_) => Meaning::Nothing,
            meaning => meaning,
        }
    }

    /// Runs an action, as often as `count` says where that makes sense.
    pub fn run(&mut self, action: Action, count: Option<usize>, effects: &mut Vec<Effect>) {
        match action {
            Action::Leave => effects.push(Effect::Quit),
            Action::Suspend => effects.push(Effect::Suspend),
            _ if self.overlay_takes(action, count, effects) => {}
            _ => self.run_in_panes(action, count, effects),
        }
    }

    /// The place of the cursor, for the way back.
    pub(super) fn here(&self) -> Option<Place> {
        let article = self.article()?;
        Some(Place { article, byte: self.reader.passage().map_or(0, |span| span.start) })
    }

    /// Shows a place without remembering where it was left from.
    fn show(&mut self, place: Place) {
        self.list.cursor = place.article.min(self.dossier.articles.len().saturating_sub(1));
        self.settle();
        let height = self.text_size().0;
        self.reader.go_to(place.byte, height);
    }

    /// What a jump from here starts from; the comparison goes along.
    fn stop(&mut self) -> Option<Stop> {
        let place = self.here()?;
        Some(Stop { place, compare: self.compare.take().map(Box::new) })
    }

    /// Jumps to a place; the way back is remembered.
    pub fn jump(&mut self, place: Place) {
        if let Some(stop) = self.stop() {
            self.jumps.leave(stop);
        }
        self.show(place);
    }

    /// Remembers a change, so that it can be taken back.
    fn changed(&mut self, change: Change, effects: &mut Vec<Effect>) {
        self.undo.push(change);
        // The list is searched by tags too.
        self.in_pane.stale();
        effects.push(Effect::KeepSession);
    }

    /// Opens the side panel on a tab, or says that there is nothing to show there yet.
    fn open_tab(&mut self, tab: Tab) {
        self.side.tab = tab;
        self.side_open = true;
        // Where only one pane fits, opening the panel means going there.
        if self.layout().side.is_none() {
            self.focus = Pane::Side;
        }
    }
}

/// The texts of a dossier's articles by their ids.
fn texts(dossier: &Dossier) -> HashMap<&str, &str> {
    dossier.articles.iter().map(|article| (article.id.as_str(), article.text.as_str())).collect()
}

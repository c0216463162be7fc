//! What the actions do in the panes.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::action::Action;
use super::super::effect::Effect;
use super::super::finder::Finder;
use super::super::help::Help;
use super::super::history::{Change, Stop};
use super::super::line::Line;
use super::super::side::Tab;
use super::super::{App, Context, Pane, Purpose};
use crate::article::{Evidence, Outlet};
use crate::search::{Kind, Scope};

/// A file is named after a dossier by so many characters of its title.
const LONGEST_NAME: usize = 60;

impl App {
    pub(super) fn run_in_panes(&mut self, action: Action, count: Option<usize>, effects: &mut Vec<Effect>) {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        if self.shows_card() {
            let page = isize::try_from(self.card_area().inner().height).unwrap_or(1);
            match action {
                Action::PageDown => return self.scroll_card(page),
                Action::PageUp => return self.scroll_card(-page),
                Action::HalfDown => return self.scroll_card(page / 2),
                Action::HalfUp => return self.scroll_card(-page / 2),
                _ => {}
            }
        }
        if self.walk_leads(action, times) {
            return;
        }
        match action {
            Action::Down => self.step(self.focus, times),
            Action::Up => self.step(self.focus, -times),
            Action::NeighbourDown => self.step(self.neighbour(), times),
            Action::NeighbourUp => self.step(self.neighbour(), -times),
            Action::HalfDown => self.page_by(times),
            Action::HalfUp => self.page_by(-times),
            Action::PageDown => self.page_by(2 * times),
            Action::PageUp => self.page_by(-2 * times),
            Action::Top | Action::Bottom => match count {
                // `12G` goes to the twelfth passage or entry, as in vi.
                Some(count) => self.go_to_nth(count),
                None => self.go_to_end(action == Action::Bottom),
            },
            Action::PaneLeft => self.move_focus(-1, false),
            Action::PaneRight => self.move_focus(1, false),
            Action::PanePrevious => self.move_focus(-1, true),
            Action::PaneNext => self.move_focus(1, true),
            Action::Open => self.open(effects),
            Action::NextClaim => self.walk_claims(false, times),
            Action::PreviousClaim => self.walk_claims(true, times),
            Action::NextActor => self.walk_actors(false, times),
            Action::PreviousActor => self.walk_actors(true, times),
            Action::Compare => self.open_comparison(),
            Action::Find => self.open_finder(Scope::All, effects),
            Action::Palette => self.open_finder(Scope::Only(Kind::Command), effects),
            Action::Search => {
                let origin = self.here().map_or((0, 0), |place| (place.article, place.byte));
                let pane = if self.focus == Pane::List { Pane::List } else { Pane::Text };
                self.in_pane.start(pane, origin);
            }
            Action::SearchNext => self.next_match(false, times),
            Action::SearchPrevious => self.next_match(true, times),
            Action::Side => {
                self.side_open = !self.side_open;
                if !self.side_open && self.focus == Pane::Side {
                    self.focus = Pane::Text;
                } else if self.side_open && self.layout().side.is_none() {
                    self.focus = Pane::Side;
                }
            }
            Action::TabActors => self.open_tab(Tab::Actors),
            Action::TabClaims => self.open_tab(Tab::Claims),
            Action::TabFigures => self.open_tab(Tab::Figures),
            Action::TabCoverage => self.open_tab(Tab::Coverage),
            Action::TabNext => {
                self.side.next_tab();
                self.open_tab(self.side.tab);
            }
            Action::Order
            | Action::PickSpeaker
            | Action::PickOutlet
            | Action::PickKind
            | Action::PickHedged
            | Action::PickConflicts
            | Action::PickMissing
            | Action::PickAll => self.arrange_side(action, effects),
            Action::NextPart => self.walk_parts(false, times),
            Action::PreviousPart => self.walk_parts(true, times),
            Action::Zoom => self.zoom = !self.zoom,
            Action::Star => self.toggle_star(effects),
            Action::Read => self.toggle_read(effects),
            Action::Tag => self.ask_for_tags(),
            Action::Select => self.select(times),
            Action::Corrections => self.offer_corrections(),
            Action::MergeActor
            | Action::SplitActor
            | Action::RenameActor
            | Action::ActorKind
            | Action::HideActor => self.correct_actor(action, effects),
            Action::Details => self.toggle_details(),
            Action::SetOutlet => {
                if let Some(at) = self.article() {
                    let name =
                        self.dossier.articles[at].outlet.as_ref().map_or("", |outlet| outlet.name.as_str());
                    self.prompt = Some((Purpose::Outlet, Line::new(name)));
                }
            }
            Action::Undo => self.take_back(effects),
            Action::CopyPassage
            | Action::CopyAddress
            | Action::CopyTitle
            | Action::CopyClaim
            | Action::CopyArticle => self.copy(action, effects),
            Action::Browser => self.browse(effects),
            Action::Export => self.export(),
            Action::Reload => {
                let text = self.messages.get("status-reloading");
                self.tell(text);
                effects.extend(self.load());
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                effects.push(Effect::Mouse(self.mouse));
                let key = if self.mouse { "status-mouse-on" } else { "status-mouse-off" };
                self.tell(self.messages.get(key));
            }
            Action::Back => {
                let stop = self.stop().and_then(|here| self.jumps.back(here));
                self.go_along(stop);
            }
            Action::Forward => {
                let stop = self.stop().and_then(|here| self.jumps.forward(here));
                self.go_along(stop);
            }
            Action::Help => self.help = Some(Help::default()),
            Action::Quit => self.close(effects),
            Action::Cancel => self.cancel(),
            Action::Stronger | Action::Weaker | Action::UsualStrength => {
                self.change_strength(action, times, effects);
            }
            Action::Differences
            | Action::Outlets
            | Action::Whole
            | Action::Leave
            | Action::Suspend
            | Action::NextScope
            | Action::PreviousScope
            | Action::Complete
            | Action::CompleteBack
            | Action::ClearLine
            | Action::DeleteWord => {}
        }
        if let Some(help) = self.help.take() {
            self.help = Some(self.settled_help(help));
        }
    }

    fn go_along(&mut self, stop: Option<Stop>) {
        match stop {
            Some(stop) => {
                self.show(stop.place);
                self.compare = stop.compare.map(|compare| *compare);
            }
            None => self.tell(self.messages.get("status-no-jump")),
        }
    }

    fn neighbour(&self) -> Pane {
        match self.focus {
            Pane::Text => Pane::List,
            Pane::List | Pane::Side => Pane::Text,
        }
    }

    fn step(&mut self, pane: Pane, by: isize) {
        let height = self.text_size().0;
        match pane {
            Pane::List => self.list.step(by),
            Pane::Text => self.reader.step(by, height),
            Pane::Side => self.side.step(by),
        }
    }

    fn page_by(&mut self, halves: isize) {
        let height = self.text_size().0;
        match self.focus {
            Pane::List => self.list.page_by(halves),
            Pane::Text => self.reader.page_by(halves, height),
            Pane::Side => self.side.page_by(halves),
        }
    }

    fn go_to_end(&mut self, last: bool) {
        let height = self.text_size().0;
        let end = if last { usize::MAX } else { 0 };
        match self.focus {
            Pane::List => self.list.cursor = end,
            Pane::Text => self.reader.end(last, height),
            Pane::Side => self.side.select(end),
        }
    }

    fn go_to_nth(&mut self, count: usize) {
        let nth = count.saturating_sub(1);
        match self.focus {
            Pane::List => self.list.cursor = nth,
            Pane::Side => self.side.select(nth),
            Pane::Text => {
                let height = self.text_size().0;
                if let Some(stop) = self.reader.page.stops.get(nth).or(self.reader.page.stops.last()) {
                    let byte = stop.start;
                    self.reader.go_to(byte, height);
                }
            }
        }
    }

    fn move_focus(&mut self, by: isize, round: bool) {
        let panes: &[Pane] =
            if self.side_open { &[Pane::List, Pane::Text, Pane::Side] } else { &[Pane::List, Pane::Text] };
        let at = panes.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        let next = at.checked_add_signed(by).filter(|next| *next < panes.len());
        let next = match next {
            Some(next) => next,
            None if round => {
                if by > 0 {
                    0
                } else {
                    panes.len() - 1
                }
            }
            None => at,
        };
        self.focus = panes[next];
    }

    /// Enter: from the list into the text, from the side panel to the place it names, in the text
    /// the comparison of the passage.
    pub(super) fn open(&mut self, effects: &mut Vec<Effect>) {
        match self.focus {
            Pane::List => {
                if let Some(at) = self.article() {
                    let id = self.dossier.articles[at].id.clone();
                    if self.session.read.insert(id) {
                        effects.push(Effect::KeepSession);
                    }
                    self.focus = Pane::Text;
                }
            }
            Pane::Text => self.open_comparison(),
            Pane::Side => self.open_from_side(),
        }
    }

    pub(super) fn open_finder(&mut self, scope: Scope, effects: &mut Vec<Effect>) {
        self.finder = Some(Finder::new(scope));
        self.search(effects);
    }

    /// Goes from claim to claim, also where one passage holds several; while the side panel lists claims
    /// and has the keys, through what is listed there.
    fn walk_claims(&mut self, back: bool, times: isize) {
        if self.focus == Pane::Side && self.side.tab == Tab::Claims {
            self.walk_listed(if back { -times } else { times });
            return;
        }
        let Some(article) = self.article() else { return };
        let height = self.text_size().0;
        for _ in 0..times {
            let Some(passage) = self.reader.passage() else { break };
            let claims = self.dossier.index.claims.get(article).map_or(&[][..], Vec::as_slice);
            let span = |claim: &usize| self.dossier.claims[*claim].span;
            let here = self.claim_at_cursor().and_then(|claim| claims.binary_search(&claim).ok());
            let next = match (here, back) {
                (Some(here), false) => Some(here + 1).filter(|next| *next < claims.len()),
                (Some(here), true) => here.checked_sub(1),
                (None, false) => claims.iter().position(|claim| span(claim).start >= passage.end),
                (None, true) => claims.iter().rposition(|claim| span(claim).start < passage.start),
            };
            let Some(next) = next.map(|next| claims[next]) else {
                self.tell(self.messages.get("status-no-claim"));
                break;
            };
            let start = span(&next).start;
            self.side.choose_claim(next);
            self.reader.go_to(start, height);
        }
        if self.focus == Pane::List {
            self.focus = Pane::Text;
        }
    }

    fn walk_actors(&mut self, back: bool, times: isize) {
        let starts: Vec<usize> = self.article().map_or_else(Vec::new, |at| {
            let mentions = self.dossier.index.mentions.get(at).map_or(&[][..], Vec::as_slice);
            mentions.iter().map(|named| named.span.start).collect()
        });
        self.walk(&starts, back, times, "status-no-actor");
    }

    /// Moves to the next passage that holds one of `starts`, which are in order.
    fn walk(&mut self, starts: &[usize], back: bool, times: isize, none: &str) {
        let height = self.text_size().0;
        for _ in 0..times {
            let Some(passage) = self.reader.passage() else { break };
            let next = if back {
                starts.iter().rev().find(|start| **start < passage.start)
            } else {
                starts.iter().find(|start| **start >= passage.end)
            };
            match next {
                Some(start) => self.reader.go_to(*start, height),
                None => {
                    self.tell(self.messages.get(none));
                    break;
                }
            }
        }
        if self.focus == Pane::List {
            self.focus = Pane::Text;
        }
    }

    pub(super) fn next_match(&mut self, back: bool, times: isize) {
        if !self.in_pane.active() {
            // Without a search it goes along the mentions of the actor that was gone to last.
            if !(0..times.clamp(1, 100)).all(|_| self.walk_again(back)) {
                self.tell(self.messages.get("status-no-search"));
            }
            return;
        }
        let height = self.text_size().0;
        for _ in 0..times.max(1) {
            if self.in_pane.pane == Pane::List {
                if let Some(entry) = self.in_pane.next_entry(self.list.cursor, back) {
                    self.list.cursor = entry;
                }
                continue;
            }
            let Some(passage) = self.reader.passage() else { return };
            // Matches of one passage count as one stop, or the cursor would seem to stand still.
            let from = if back { passage.start } else { passage.end.saturating_sub(1) };
            if let Some(span) = self.in_pane.next_match(from, back) {
                self.reader.go_to(span.start, height);
            }
        }
        if self.in_pane.is_empty() {
            self.tell(self.messages.get("status-no-match"));
        }
    }

    fn take_back(&mut self, effects: &mut Vec<Effect>) {
        let Some(change) = self.undo.pop() else {
            let kept = self.corrections().len();
            let keys = self.keymap.keys_of(Context::Side, Action::Corrections).unwrap_or_default();
            let told = match kept {
                0 => self.messages.get("status-nothing-to-undo"),
                // What an earlier opening corrected is not undone by chance, but it can be.
                _ => self
                    .messages
                    .with("status-kept-corrections", &[("keys", keys.into()), ("count", kept.into())]),
            };
            self.tell(told);
            return;
        };
        let set = |marks: &mut std::collections::BTreeSet<String>, before: Vec<(String, bool)>| {
            for (id, was) in before {
                if was {
                    marks.insert(id);
                } else {
                    marks.remove(&id);
                }
            }
        };
        match change {
            Change::Star(before) => set(&mut self.session.starred, before),
            Change::Read(before) => set(&mut self.session.read, before),
            Change::Tags(before) => before.into_iter().for_each(|(id, tags)| self.set_tags_of(&id, tags)),
            Change::Select(before) => self.list.selected = before,
            Change::Outlet(id, before) => self.name_outlet(&id, before, effects),
            Change::Corrections(before) => {
                self.take_back_corrections(before, effects);
                return;
            }
        }
        self.in_pane.stale();
        effects.push(Effect::KeepSession);
        self.tell(self.messages.get("status-undone"));
    }

    pub(super) fn copy(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let text = if self.compare.is_some() { self.copied_comparison(action) } else { self.copied(action) };
        match text {
            Some(text) => {
                let words = text.split_whitespace().count();
                effects.push(Effect::Copy(text));
                self.tell(self.messages.with("status-copied", &[("words", words.into())]));
            }
            None => self.tell(self.messages.get("status-nothing-to-copy")),
        }
    }

    fn browse(&mut self, effects: &mut Vec<Effect>) {
        match self.article().and_then(|at| self.dossier.articles[at].address.clone()) {
            Some(address) => effects.push(Effect::Browse(address)),
            None => self.tell(self.messages.get("status-no-address")),
        }
    }

    /// Asks for the file to export to, with a name proposed.
    pub(super) fn export(&mut self) {
        if !self.dossier.analysed {
            self.tell(self.messages.get("status-still-analysing"));
            return;
        }
        let name = self.dossier.title.as_deref().unwrap_or("dossier");
        let all = self.dossier.articles.len();
        let selected = self.focus == Pane::List && !self.list.selected.is_empty();
        let only: Vec<usize> = if selected { self.selected() } else { (0..all).collect() };
        let folded: String = crate::text::fold(name).chars().take(LONGEST_NAME).collect();
        let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut parts: Vec<&str> = std::iter::once("recoupe").chain(words).collect();
        if parts.len() == 1 {
            parts.push("dossier");
        }
        let count = format!("{}-articles", only.len());
        if only.len() < all {
            parts.push(&count);
        }
        let line = Line::new(&format!("{}.md", parts.join("-")));
        self.prompt = Some((Purpose::Export(only), line));
    }

    /// Exports to the file that was typed; one without an ending is Markdown by name too.
    pub(super) fn export_to(&mut self, typed: &str, only: Vec<usize>, effects: &mut Vec<Effect>) {
        let mut path = PathBuf::from(typed);
        if typed.is_empty() {
            return;
        }
        if path.extension().is_none() {
            path.set_extension("md");
        }
        effects.push(Effect::Export { path, dossier: Arc::clone(&self.dossier), only });
    }

    fn close(&mut self, effects: &mut Vec<Effect>) {
        let alone =
            self.layout().text.is_some() && self.layout().list.is_none() && self.layout().side.is_none();
        if self.details {
            self.toggle_details();
        } else if self.side.lead.is_some() {
            self.side.lead = None;
        } else if self.zoom {
            self.zoom = false;
        } else if self.focus == Pane::Side {
            self.focus = Pane::Text;
        } else if alone && self.focus == Pane::Text {
            self.focus = Pane::List;
        } else {
            effects.push(Effect::Quit);
        }
    }

    fn cancel(&mut self) {
        if self.marked.take().is_some() {
            self.tell(self.messages.get("status-unmarked"));
        } else if self.details {
            self.toggle_details();
        } else if self.side.lead.is_some() {
            self.side.lead = None;
        } else if self.in_pane.active() {
            self.in_pane.clear();
        } else if self.focus == Pane::Side && self.side.filtered() {
            self.arrange_side(Action::PickAll, &mut Vec::new());
        } else if self.zoom {
            self.zoom = false;
        } else if self.focus == Pane::Side {
            self.focus = Pane::Text;
        } else if self.focus == Pane::List {
            self.clear_selection();
        }
    }

    /// Gives an article its outlet in the dossier; the sidecar keeps it where it was set by hand, and
    /// forgets the one it has where it was not.
    pub(super) fn name_outlet(&mut self, id: &str, outlet: Option<Outlet>, effects: &mut Vec<Effect>) {
        let Some(at) = self.dossier.articles.iter().position(|article| article.id == id) else { return };
        // Copied only where the worker still has it: a large dossier takes more than a frame to copy.
        let article = &mut Arc::make_mut(&mut self.dossier).articles[at];
        let by_hand = outlet.as_ref().filter(|outlet| outlet.evidence == Evidence::Sidecar);
        let name = by_hand.map(|outlet| outlet.name.clone()).unwrap_or_default();
        article.outlet = outlet;
        if let Some((folder, file)) =
            article.path.as_ref().and_then(|path| Some((path.parent()?, path.file_name()?)))
        {
            effects.push(Effect::KeepOutlet {
                folder: folder.to_owned(),
                file: file.to_string_lossy().into_owned(),
                outlet: name,
            });
        }
        self.in_pane.stale();
        if self.dossier.analysed && self.progress.is_some() {
            // What is under way would bring the old name back.
            self.analyse_again(effects);
        } else {
            // The finder shows and filters by outlets.
            self.catalogue_generation += 1;
            let (generation, dossier) = (self.catalogue_generation, Arc::clone(&self.dossier));
            effects.push(Effect::Index { generation, dossier });
        }
    }
}

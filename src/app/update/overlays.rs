//! What keys and actions do in what lies over the panes: finder, comparison, help, typed lines.

use super::super::action::Action;
use super::super::effect::Effect;
use super::super::help::Help;
use super::super::history::{Change, Place};
use super::super::key::Key;
use super::super::line::Line;
use super::super::{App, Context, Pane, Purpose};
use crate::article::{Evidence, Outlet};
use crate::search::Target;
use crate::text::visible::lines;

impl App {
    /// Offers an action to what is on top; says whether that took it.
    pub(super) fn overlay_takes(
        &mut self,
        action: Action,
        count: Option<usize>,
        effects: &mut Vec<Effect>,
    ) -> bool {
        if self.prompt.is_some() {
            self.run_in_prompt(action, effects);
        } else if self.choice.is_some() {
            self.run_in_choice(action, effects);
        } else if self.in_pane.typing {
            self.run_in_search(action);
        } else if self.help.is_some() {
            self.run_in_help(action, effects);
        } else if self.finder.is_some() {
            self.run_in_finder(action, effects);
        } else if self.compare.is_some() {
            return self.run_in_comparison(action, count, effects);
        } else {
            return false;
        }
        true
    }

    /// A key that no binding took: where a line is being typed it types.
    pub(super) fn type_key(&mut self, key: Key, effects: &mut Vec<Effect>) {
        let Some(line) = self.typed_line() else { return };
        let before = line.text().to_owned();
        line.press(key);
        let changed = line.text() != before;
        if changed {
            self.line_changed(effects);
        }
    }

    pub(super) fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        if let Some(line) = self.typed_line() {
            line.insert(text);
            self.line_changed(effects);
        }
    }

    /// The line that keys go into, if one is open.
    fn typed_line(&mut self) -> Option<&mut Line> {
        if let Some((_, line)) = &mut self.prompt {
            Some(line)
        } else if self.in_pane.typing {
            Some(&mut self.in_pane.line)
        } else if let Some(help) = &mut self.help {
            Some(&mut help.line)
        } else {
            self.finder.as_mut().map(|finder| &mut finder.line)
        }
    }

    fn line_changed(&mut self, effects: &mut Vec<Effect>) {
        if self.prompt.is_some() {
        } else if self.in_pane.typing {
            self.search_while_typing();
        } else if let Some(help) = self.help.take() {
            self.help = Some(self.settled_help(help));
        } else if self.finder.is_some() {
            self.search(effects);
        }
    }

    fn edit_line(&mut self, action: Action, effects: &mut Vec<Effect>) {
        if let Some(line) = self.typed_line() {
            match action {
                Action::ClearLine => line.clear(),
                Action::DeleteWord => line.delete_word(),
                _ => return,
            }
            self.line_changed(effects);
        }
    }

    fn run_in_prompt(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::Open => match self.prompt.take() {
                Some((Purpose::Outlet, line)) => self.set_outlet(line.text().trim(), effects),
                Some((Purpose::Tags, line)) => self.set_tags(line.text(), effects),
                Some((Purpose::Export(only), line)) => self.export_to(line.text().trim(), only, effects),
                Some((Purpose::ActorName(actor), line)) => self.name_actor(actor, line.text(), effects),
                None => {}
            },
            Action::Complete | Action::CompleteBack => self.complete(action == Action::CompleteBack),
            Action::Cancel => self.prompt = None,
            _ => self.edit_line(action, effects),
        }
    }

    /// Takes a name as the outlet of the article shown; none where it is empty.
    fn set_outlet(&mut self, name: &str, effects: &mut Vec<Effect>) {
        let Some(at) = self.article() else { return };
        let article = &self.dossier.articles[at];
        let (id, before) = (article.id.clone(), article.outlet.clone());
        if before.as_ref().map_or("", |outlet| outlet.name.as_str()) != name {
            let outlet = Outlet { name: name.to_owned(), evidence: Evidence::Sidecar };
            self.undo.push(Change::Outlet(id.clone(), before));
            self.name_outlet(&id, Some(outlet).filter(|_| !name.is_empty()), effects);
        }
    }

    fn run_in_search(&mut self, action: Action) {
        match action {
            Action::Open => {
                self.in_pane.typing = false;
                let nowhere = match &self.compare {
                    Some(compare) => compare.search.found.is_empty(),
                    None => self.in_pane.is_empty(),
                };
                if !self.in_pane.active() {
                    self.in_pane.clear();
                } else if nowhere {
                    self.tell(self.messages.get("status-no-match"));
                }
            }
            Action::Cancel => {
                let (article, byte) = self.in_pane.origin;
                self.in_pane.clear();
                match &mut self.compare {
                    Some(compare) => compare.go_to_row(article),
                    None => self.show(Place { article, byte }),
                }
            }
            Action::Down | Action::Up => match &mut self.compare {
                Some(compare) => {
                    compare.step_search(action == Action::Up);
                }
                None => self.next_match(action == Action::Up, 1),
            },
            Action::ClearLine | Action::DeleteWord => {
                if action == Action::ClearLine {
                    self.in_pane.line.clear();
                } else {
                    self.in_pane.line.delete_word();
                }
                self.search_while_typing();
            }
            _ => {}
        }
    }

    /// Goes to the first match from where the search began, at every letter typed.
    fn search_while_typing(&mut self) {
        let (article, byte) = self.in_pane.origin;
        if self.compare.is_some() {
            self.settle();
            if let Some(compare) = &mut self.compare {
                compare.go_to_match_from(article);
            }
            return;
        }
        self.show(Place { article, byte });
        self.settle();
        if self.in_pane.pane == Pane::List {
            let found = &self.in_pane.entries.rows;
            let entry = found.iter().find(|(entry, _)| *entry >= article).or(found.first());
            if let Some((entry, _)) = entry {
                self.list.cursor = *entry;
            }
        } else if let Some(at) = self.in_pane.matches.first_from(byte) {
            let height = self.text_size().0;
            let start = self.in_pane.matches.spans()[at].start;
            self.reader.go_to(start, height);
        }
    }

    /// The help brought in line with what narrows it.
    pub(super) fn settled_help(&self, mut help: Help) -> Help {
        let over = if self.compare.is_some() {
            vec![Context::Compare]
        } else {
            vec![Context::Panes, Context::List, Context::Text, Context::Side]
        };
        help.settle(&self.help_entries(&over), self.help_room());
        help
    }

    fn run_in_help(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let room = self.help_room();
        let Some(help) = &mut self.help else { return };
        match action {
            Action::Down => help.step(1, room),
            Action::Up => help.step(-1, room),
            Action::PageDown | Action::PageUp => help.page(action == Action::PageUp, room),
            Action::Top => help.go_to(0, room),
            Action::Bottom => help.go_to(usize::MAX, room),
            Action::Open => {
                let chosen = help.entries.get(help.cursor).map(|entry| entry.action);
                match chosen {
                    // A sign only means something.
                    Some(None) => {}
                    Some(Some(action)) => {
                        self.help = None;
                        self.run(action, None, effects);
                    }
                    None => self.help = None,
                }
            }
            Action::Cancel | Action::Quit | Action::Help => self.help = None,
            _ => self.edit_line(action, effects),
        }
    }

    fn run_in_finder(&mut self, action: Action, effects: &mut Vec<Effect>) {
        let Some(finder) = &mut self.finder else { return };
        match action {
            Action::Down => finder.step(1),
            Action::Up => finder.step(-1),
            Action::PageDown => finder.step(10),
            Action::PageUp => finder.step(-10),
            Action::NextScope | Action::PreviousScope => {
                finder.turn(action == Action::NextScope);
                self.search(effects);
            }
            Action::CopyPassage => {
                if let Some((article, span)) = self.found_place() {
                    let page = &self.dossier.articles[article];
                    let source = super::super::copy::source_line(page);
                    let text = format!("{}\n{source}", span.of(&page.text));
                    effects.push(Effect::Copy(lines(&text)));
                    self.tell(
                        self.messages
                            .with("status-copied", &[("words", text.split_whitespace().count().into())]),
                    );
                }
            }
            Action::Open => self.open_hit(effects),
            Action::Cancel => self.finder = None,
            _ => self.edit_line(action, effects),
        }
    }

    /// Goes to what the finder's cursor is on.
    fn open_hit(&mut self, effects: &mut Vec<Effect>) {
        let target = self.found_target();
        let place = self.found_place();
        let Some(target) = target else { return };
        self.finder = None;
        match target {
            Target::Command(name) => {
                if let Ok(action) = name.parse::<Action>() {
                    self.run(action, None, effects);
                }
            }
            Target::Article(article) => {
                self.jump(Place { article, byte: 0 });
                self.focus = Pane::Text;
            }
            target => {
                if let Some((article, span)) = place {
                    self.jump(Place { article, byte: span.start });
                    self.focus = Pane::Text;
                }
                if let Target::Actor(actor) = target {
                    // After the jump, or the panel would follow the text away from it again.
                    self.open_tab(super::super::side::Tab::Actors);
                    self.focus = Pane::Text;
                    self.in_pane.clear();
                    self.side.select_actor(actor);
                    self.side.start_walk(actor);
                    let next = self.keymap.keys_of(Context::Panes, Action::SearchNext).unwrap_or_default();
                    let previous =
                        self.keymap.keys_of(Context::Panes, Action::SearchPrevious).unwrap_or_default();
                    let values = [
                        ("name", self.dossier.actors[actor].name.as_str().into()),
                        ("total", self.dossier.actors[actor].mentions.len().into()),
                        ("next", next.into()),
                        ("previous", previous.into()),
                    ];
                    self.tell(self.messages.with("status-actor-found", &values));
                }
                if let Target::Claim(claim) = target {
                    // A passage may hold several; the text lights up this one.
                    self.side.choose_claim(claim);
                }
                self.compare = None;
            }
        }
    }
}

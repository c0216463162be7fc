//! Stars, what was read, tags and the selection: all of them can be taken back.

use std::collections::BTreeSet;

use super::super::effect::Effect;
use super::super::history::Change;
use super::super::line::Line;
use super::super::session::Session;
use super::super::{App, Pane, Purpose};
use crate::text::fold;

/// The longest tag, in characters; it is a word or some, not a note.
const LONGEST_TAG: usize = 40;

impl App {
    /// Takes over the marks of the last time; what was marked before they were there stays marked.
    pub(super) fn take_marks(&mut self, held: &Session, problem: Option<String>, effects: &mut Vec<Effect>) {
        self.session = held.with_change(&Session::default(), &self.session);
        if self.session != *held {
            effects.push(Effect::KeepSession);
        }
        self.in_pane.stale();
        self.search_again(effects);
        self.cut_again(effects);
        if let Some(problem) = problem {
            self.complain(problem);
        }
    }

    pub(super) fn toggle_star(&mut self, effects: &mut Vec<Effect>) {
        let (ids, before, on) = toggled(self.target_ids(), &mut self.session.starred);
        if ids > 0 {
            let key = if on { "status-starred" } else { "status-unstarred" };
            self.tell(self.messages.with(key, &[("count", ids.into())]));
            self.changed(Change::Star(before), effects);
        }
    }

    pub(super) fn toggle_read(&mut self, effects: &mut Vec<Effect>) {
        let (ids, before, on) = toggled(self.target_ids(), &mut self.session.read);
        if ids > 0 {
            let key = if on { "status-read" } else { "status-unread-again" };
            self.tell(self.messages.with(key, &[("count", ids.into())]));
            self.changed(Change::Read(before), effects);
        }
    }

    fn target_ids(&self) -> Vec<String> {
        self.targets().into_iter().map(|at| self.dossier.articles[at].id.clone()).collect()
    }

    /// Selects as many entries as `times` says from the cursor on, and goes to the one behind them; an
    /// entry that is selected is left out again.
    pub(super) fn select(&mut self, times: isize) {
        let from = self.list.cursor;
        let last = from.saturating_add_signed(times.max(1)).min(self.dossier.articles.len());
        let Some(ids) = self.dossier.articles.get(from..last).filter(|ids| !ids.is_empty()) else {
            self.tell(self.messages.get("status-nothing-to-select"));
            return;
        };
        let before = self.list.selected.clone();
        let on = !before.contains(&ids[0].id);
        for article in ids {
            if on {
                self.list.selected.insert(article.id.clone());
            } else {
                self.list.selected.remove(&article.id);
            }
        }
        self.undo.push(Change::Select(before));
        self.list.step(times.max(1));
        self.focus = Pane::List;
        self.tell_selection();
    }

    /// Selects nothing any more; says whether anything was.
    pub(super) fn clear_selection(&mut self) -> bool {
        if self.list.selected.is_empty() {
            return false;
        }
        let before = std::mem::take(&mut self.list.selected);
        self.undo.push(Change::Select(before));
        self.tell_selection();
        true
    }

    fn tell_selection(&mut self) {
        let count = self.list.selected.len();
        self.tell(self.messages.with("status-selected", &[("count", count.into())]));
    }

    /// Opens the line for tags, with those that all articles meant have in common.
    pub(super) fn ask_for_tags(&mut self) {
        let targets = self.targets();
        if targets.is_empty() {
            return;
        }
        let mut tags: Vec<String> = self.shared_tags(&targets).into_iter().collect();
        tags.sort_by_cached_key(|tag| fold(tag));
        let typed: String = tags.into_iter().map(|tag| format!("{tag}, ")).collect();
        self.prompt = Some((Purpose::Tags, Line::new(&typed)));
    }

    /// Makes the words typed the tags that all articles meant have in common: new ones are given to
    /// each, left-out ones taken from each; what only some of them have stays.
    pub(super) fn set_tags(&mut self, typed: &str, effects: &mut Vec<Effect>) {
        let targets = self.targets();
        let wanted = tags_in(typed, &self.session.all_tags());
        let dropped: Vec<String> =
            self.shared_tags(&targets).into_iter().filter(|tag| find_tag(&wanted, tag).is_none()).collect();
        let mut before = Vec::new();
        for id in self.target_ids() {
            let had = self.session.tags.get(&id).cloned().unwrap_or_default();
            let mut has = had.clone();
            has.retain(|tag| find_tag(&dropped, tag).is_none());
            for tag in &wanted {
                if find_tag(&has, tag).is_none() {
                    has.insert(tag.clone());
                }
            }
            if has != had {
                self.set_tags_of(&id, has);
                before.push((id, had));
            }
        }
        if before.is_empty() {
            return;
        }
        let count = before.len();
        let mut tags: Vec<String> = wanted.iter().map(|tag| format!("#{tag}")).collect();
        tags.sort_by_cached_key(|tag| fold(tag));
        let tags = tags.join(" ");
        let key = if tags.is_empty() { "status-untagged" } else { "status-tagged" };
        self.tell(self.messages.with(key, &[("count", count.into()), ("tags", tags.into())]));
        self.changed(Change::Tags(before), effects);
    }

    /// Gives an article its tags; one without any is not kept at all.
    pub(super) fn set_tags_of(&mut self, id: &str, tags: BTreeSet<String>) {
        if tags.is_empty() {
            self.session.tags.remove(id);
        } else {
            self.session.tags.insert(id.to_owned(), tags);
        }
    }

    /// Completes the line being typed.
    pub(super) fn complete(&mut self, back: bool) {
        let vocabulary = self.vocabulary();
        if let Some((purpose, line)) = &mut self.prompt {
            line.complete(&vocabulary, purpose.is_one_name(), back);
        }
    }
}

/// Puts all of `ids` into `marks`, or takes all of them out where they are in it already; gives how
/// many, what each was, and whether they are in it now.
fn toggled(ids: Vec<String>, marks: &mut BTreeSet<String>) -> (usize, Vec<(String, bool)>, bool) {
    let on = !ids.iter().all(|id| marks.contains(id));
    let before: Vec<(String, bool)> = ids
        .into_iter()
        .map(|id| {
            let was = if on { !marks.insert(id.clone()) } else { marks.remove(&id) };
            (id, was)
        })
        .collect();
    (before.len(), before, on)
}

/// The tags in a typed line, parted by commas or by `#`, each of one or more words; one that differs from a
/// known one by case or accents alone is that one.
fn tags_in(typed: &str, known: &[String]) -> BTreeSet<String> {
    typed
        .split([',', '#'])
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .map(|words| words.chars().take(LONGEST_TAG).collect::<String>().trim_end().to_owned())
        .filter(|words| !words.is_empty())
        .fold(BTreeSet::new(), |mut tags, words| {
            let tag = find_tag(known, &words).cloned().unwrap_or(words);
            if find_tag(&tags, &tag).is_none() {
                tags.insert(tag);
            }
            tags
        })
}

/// The tag among `tags` that is `tag` but for case and accents.
fn find_tag<'a>(tags: impl IntoIterator<Item = &'a String>, tag: &str) -> Option<&'a String> {
    let folded = fold(tag);
    tags.into_iter().find(|tag| fold(tag) == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_may_have_several_words_and_keep_the_spelling_they_have() {
        let known = ["À vérifier".to_owned()];
        let tags = tags_in(" #urgent, a  verifier , eau potable,", &known);
        assert_eq!(
            tags.iter().map(String::as_str).collect::<Vec<_>>(),
            ["eau potable", "urgent", "À vérifier"]
        );
    }

    #[test]
    fn a_tag_typed_in_two_spellings_is_one() {
        assert_eq!(tags_in("Une, une, UNE", &[]), BTreeSet::from(["Une".to_owned()]));
        assert_eq!(tags_in("une, Une", &["Une".to_owned()]), BTreeSet::from(["Une".to_owned()]));
    }

    #[test]
    fn what_some_have_all_get_and_what_all_have_all_lose() {
        let mut marks = BTreeSet::from(["a".to_owned()]);
        let ids = || vec!["a".to_owned(), "b".to_owned()];
        let (_, before, on) = toggled(ids(), &mut marks);
        assert!(on && marks.len() == 2);
        assert_eq!(before, [("a".to_owned(), true), ("b".to_owned(), false)]);
        assert!(!toggled(ids(), &mut marks).2 && marks.is_empty());
    }
}

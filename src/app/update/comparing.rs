//! What keys do in the comparison.

use super::super::action::Action;
use super::super::compare::{Compare, Filter};
use super::super::effect::Effect;
use super::super::history::Place;
use super::super::{App, Pane};

impl App {
    /// Opens the comparison on what is under the cursor; from the list, of the selected articles alone,
    /// the first of them where the cursor is on none.
    pub(super) fn open_comparison(&mut self) {
        let Some((mut from, beside)) = self.place_to_compare() else { return };
        let selected = if self.focus == Pane::List { self.selected() } else { Vec::new() };
        if let [first, _, ..] = selected[..]
            && !selected.contains(&from.article)
        {
            from = Place { article: first, byte: 0 };
            self.show(from);
        }
        self.compare_at(from, beside);
        if let Some(compare) = self.compare.as_mut().filter(|_| !selected.is_empty()) {
            compare.shown.iter_mut().for_each(|(at, shown)| *shown = selected.contains(at));
            compare.take_choice();
        }
    }

    /// Opens the comparison on a passage, with the cursor on another article's cell where one is given.
    pub(super) fn compare_at(&mut self, place: Place, beside: Option<usize>) {
        if !self.dossier.analysed {
            self.tell(self.messages.get("status-still-analysing"));
        } else if self.dossier.articles.len() < 2 {
            self.tell(self.messages.get("status-one-article"));
        } else {
            let mut compare = Compare::new(&self.dossier, place.article, place.byte, self.cut());
            if let Some(article) = beside.filter(|article| *article != place.article) {
                compare.select_article(article);
            }
            self.compare = Some(compare);
        }
    }

    pub(super) fn run_in_comparison(
        &mut self,
        action: Action,
        count: Option<usize>,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        let Some(compare) = &mut self.compare else { return false };
        if compare.choosing.is_some() {
            self.choose_outlets(action);
            return true;
        }
        match action {
            Action::Down => compare.step(times),
            Action::Up => compare.step(-times),
            Action::HalfDown => compare.page_by(times),
            Action::HalfUp => compare.page_by(times.saturating_neg()),
            Action::PageDown => compare.page_by(times.saturating_mul(2)),
            Action::PageUp => compare.page_by(times.saturating_mul(-2)),
            Action::Top | Action::Bottom => {
                let end = if action == Action::Top { 0 } else { usize::MAX };
                compare.go_to_row(count.map_or(end, |count| count.saturating_sub(1)));
            }
            Action::NextClaim | Action::PreviousClaim => {
                let back = action == Action::PreviousClaim;
                if !(0..times.min(1_000)).all(|_| compare.step_match(back)) {
                    self.tell(self.messages.get("status-no-passage"));
                }
            }
            Action::PaneLeft | Action::PanePrevious => compare.step_column(-times),
            Action::PaneRight | Action::PaneNext => compare.step_column(times),
            Action::NeighbourDown | Action::NeighbourUp => {
                let by = if action == Action::NeighbourDown { times } else { times.saturating_neg() };
                let last = self.dossier.articles.len().saturating_sub(1);
                let base = compare.base.saturating_add_signed(by).min(last);
                if base != compare.base {
                    compare.start_from(&self.dossier, base);
                    self.list.cursor = base;
                }
            }
            Action::Differences => self.filter_comparison(Filter::Differences),
            Action::PickConflicts => self.filter_comparison(Filter::Conflicts),
            Action::PickOutlet => self.filter_comparison(Filter::OnlyHere),
            Action::PickMissing => {
                // Only a whole comparison has rows that the article lacks.
                compare.whole |= compare.filter != Filter::Missing;
                self.filter_comparison(Filter::Missing);
            }
            Action::PickAll => compare.filter = Filter::Everything,
            Action::Whole => {
                compare.whole = !compare.whole;
                if compare.whole {
                    // What was at the cursor is what it is held against.
                    compare.first = compare.column.saturating_sub(1);
                } else if compare.filter == Filter::Missing {
                    compare.filter = Filter::Everything;
                }
                self.tell_whole();
            }
            Action::Zoom => compare.wide = !compare.wide,
            Action::Outlets => compare.choosing = Some(0),
            Action::Open => {
                if let Some((article, span)) = compare.place() {
                    self.jump(Place { article, byte: span.start });
                    self.focus = Pane::Text;
                    self.tell(self.messages.get("status-back-to-comparison"));
                } else {
                    self.tell(self.messages.get("status-silent"));
                }
            }
            Action::Compare | Action::Quit => self.close_comparison(),
            Action::Cancel if !compare.search.typed.is_empty() => self.in_pane.clear(),
            Action::Cancel => self.close_comparison(),
            Action::Search => {
                let row = compare.row;
                self.in_pane.start_over(row);
            }
            Action::SearchNext | Action::SearchPrevious => {
                if compare.search.typed.is_empty() {
                    self.tell(self.messages.get("status-no-search"));
                } else if !(0..times.clamp(1, 1_000))
                    .all(|_| compare.step_search(action == Action::SearchPrevious))
                {
                    self.tell(self.messages.get("status-no-match"));
                }
            }
            _ => self.run_in_panes(action, count, effects),
        }
        true
    }

    /// Closes it; the text goes to where the comparison had come to.
    fn close_comparison(&mut self) {
        let Some(compare) = self.compare.take() else { return };
        self.in_pane.clear();
        if let Some(byte) = compare.base_byte() {
            self.show(Place { article: compare.base, byte });
        }
    }

    /// Lets only some rows through, or all of them again.
    fn filter_comparison(&mut self, filter: Filter) {
        if let Some(compare) = &mut self.compare {
            compare.filter = if compare.filter == filter { Filter::Everything } else { filter };
        }
        self.settle();
        let all = self.compare.as_ref().filter(|compare| compare.filter != Filter::Everything);
        if all.is_some_and(|compare| compare.rows.len() == compare.levels.len()) {
            self.tell(self.messages.get("compare-all-pass"));
        }
    }

    /// Says how two whole articles stand to each other.
    pub(super) fn tell_whole(&mut self) {
        self.settle();
        let Some(compare) = self.compare.as_ref().filter(|compare| compare.whole) else { return };
        let counts = compare.counts;
        let text = self.messages.with(
            "compare-counts",
            &[
                ("shared", counts.shared.into()),
                ("conflicts", counts.conflicts.into()),
                ("here", counts.only_here.into()),
                ("there", counts.missing.into()),
            ],
        );
        self.tell(text);
    }

    /// The keys of the list in which outlets are chosen.
    fn choose_outlets(&mut self, action: Action) {
        let Some(compare) = &mut self.compare else { return };
        let Some(cursor) = compare.choosing else { return };
        let last = compare.shown.len().saturating_sub(1);
        let to = |by: isize| Some(cursor.saturating_add_signed(by).min(last));
        match action {
            Action::Down => compare.choosing = to(1),
            Action::Up => compare.choosing = to(-1),
            Action::HalfDown => compare.choosing = to(10),
            Action::HalfUp | Action::PageUp => compare.choosing = to(-10),
            Action::Top => compare.choosing = Some(0),
            Action::Bottom => compare.choosing = Some(last),
            // The space bar pages elsewhere; here it ticks, as in every list of boxes.
            Action::PageDown => {
                if let Some((_, shown)) = compare.shown.get_mut(cursor) {
                    *shown = !*shown;
                }
            }
            Action::Outlets => compare.fixed = !compare.fixed,
            Action::PaneNext | Action::PanePrevious => {
                let all = compare.shown.iter().all(|(_, shown)| *shown);
                compare.shown.iter_mut().for_each(|(_, shown)| *shown = !all);
            }
            _ => {
                compare.choosing = None;
                compare.take_choice();
            }
        }
    }
}

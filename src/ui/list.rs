//! The article list.

use ratatui::Frame;
use ratatui::style::Style;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::layout::Area;
use crate::app::list::ENTRY_ROWS;
use crate::app::{App, Pane};
use crate::article::Span;
use crate::text::wrap;

/// Draws the list.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, focused: bool) {
    let mut title = Words::new();
    title.add(&app.messages.get("pane-articles"), theme.style(Role::Title));
    title.add(" ", theme.style(Role::Border));
    let total = app.dossier.articles.len() + app.dossier.unread.len();
    let mut remark = Words::new();
    if !app.list.selected.is_empty() {
        let count = format!("✓ {}", app.list.selected.len());
        title.add("· ", theme.style(Role::Border)).add(&count, theme.style(Role::Current));
        title.add(" ", theme.style(Role::Border));
    }
    if total > 0 {
        remark.add(&format!(" {}/{total} ", app.list.cursor + 1), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, focused, title, remark);
    if total == 0 {
        draw_nothing(frame, app, theme, inner);
        return;
    }
    let shown = usize::from(inner.height).div_ceil(ENTRY_ROWS);
    for (place, entry) in (app.list.top..total).take(shown).enumerate() {
        let row = u16::try_from(place * ENTRY_ROWS).unwrap_or(u16::MAX);
        draw_entry(frame, app, theme, inner, row, entry, focused);
    }
}

fn draw_nothing(frame: &mut Frame, app: &App, theme: &Theme, inner: Area) {
    let (text, role) = match &app.failure {
        Some(failure) => (failure.clone(), Role::Error),
        None => (app.messages.get("list-loading"), Role::Dim),
    };
    let span = Span::new(0, text.len());
    for (row, line) in (0..).zip(wrap::wrap(&text, span, usize::from(inner.width.saturating_sub(2)))) {
        let mut words = Words::new();
        words.add(" ", Style::default()).add(line.of(&text), theme.style(role));
        words.draw(frame, inner, row);
    }
}

fn draw_entry(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    inner: Area,
    row: u16,
    entry: usize,
    focused: bool,
) {
    let width = usize::from(inner.width);
    let current = entry == app.list.cursor;
    let dim = theme.style(Role::Dim);
    let Some(article) = app.dossier.articles.get(entry) else {
        draw_unread(frame, app, theme, inner, row, entry, focused);
        return;
    };
    let starred = app.session.starred.contains(&article.id);
    let read = app.session.read.contains(&article.id);
    let mut head = Words::new();
    head.add(if current { "▶" } else { " " }, theme.style(Role::Cursor));
    let mark = if starred {
        "★ "
    } else if read {
        "  "
    } else {
        "● "
    };
    head.add(mark, theme.style(if starred { Role::Figure } else { Role::Cursor }));
    if let Some(date) = article.published
        && width >= 34
    {
        head.add(&super::status::short_date(app, date), dim).add("  ", dim);
    }
    let outlet = theme.style(if read { Role::Text } else { Role::Title });
    head.add_within(article.label(), outlet, width.saturating_sub(1));
    head.draw(frame, inner, row);
    // Tags stand before the title: behind the outlet there is seldom room for them.
    let tags: String = app.session.tags_of(&article.id).map(|tag| format!("#{tag} ")).collect();
    let room = width.saturating_sub(4).max(1);
    // They leave the title most of its two rows.
    let mut titled = crate::text::width::fit(tags.trim_end(), room / 2).into_owned();
    let tags = Span::new(0, titled.len());
    if !titled.is_empty() {
        titled.push(' ');
    }
    let ahead = titled.len();
    // A file without line ends may have a title of megabytes: no more of it is laid out than shows.
    titled.push_str(pen::start(article.headline(), width * ENTRY_ROWS));
    let titled = titled.as_str();
    let lines = wrap::wrap(titled, Span::new(0, titled.len()), room);
    let matched = if app.in_pane.pane == Pane::List { app.in_pane.entries.spans(entry) } else { &[] };
    // Where the title and the tags begin in what was searched.
    let title = article.label().len() + 1;
    let tagged = title + article.headline().len() + 1;
    let mut marks = vec![(tags, theme.style(Role::Current))];
    marks.extend(
        matched
            .iter()
            .filter_map(|span| match span.start {
                at if at >= tagged => {
                    let at = Span::new(at - tagged, (span.end - tagged).min(tags.end));
                    (at.start < at.end).then_some(at)
                }
                at if at >= title => Some(Span::new(at - title + ahead, span.end - title + ahead)),
                _ => None,
            })
            .map(|span| (span, theme.style(Role::Match))),
    );
    let counts = counts(app, theme, entry);
    let style = theme.style(if read && !current { Role::Dim } else { Role::Text });
    for number in 0..ENTRY_ROWS - 1 {
        // The counts stand at the end of the last row, whose words give way to them.
        let last = number + 2 == ENTRY_ROWS;
        let limit = width.saturating_sub(if last { counts.width() + 2 } else { 1 });
        let mut words = Words::new();
        let selected = number == 0 && app.list.selected.contains(&article.id);
        words.add(if selected { " ✓ " } else { "   " }, theme.style(Role::Cursor));
        if let Some(span) = lines.get(number) {
            let cut =
                last && (lines.len() > number + 1 || 3 + crate::text::width::width(span.of(titled)) > limit);
            if cut {
                words.add_within(Span::new(span.start, titled.len()).of(titled), style, limit);
            } else {
                words.add_marked(titled, *span, style, &marks);
            }
        }
        if last {
            words.to(width.saturating_sub(counts.width() + 1), dim).append(counts.clone());
        }
        words.draw(frame, inner, row + 1 + u16::try_from(number).unwrap_or(0));
    }
    if current {
        paint(frame, inner, row, theme, focused);
    }
}

/// How many claims the article has, and how many of its passages others share.
fn counts(app: &App, theme: &Theme, entry: usize) -> Words {
    let claims = app.dossier.index.claims.get(entry).map_or(0, Vec::len);
    let shared = app
        .dossier
        .index
        .alignments
        .get(entry)
        .map_or(0, |sentences| sentences.iter().filter(|found| !found.is_empty()).count());
    let mut words = Words::new();
    if app.dossier.analysed {
        let style = theme.style(Role::Dim);
        words.add(&format!("C{claims} ={shared}"), style);
    }
    words
}

fn draw_unread(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    inner: Area,
    row: u16,
    entry: usize,
    focused: bool,
) {
    let Some(unread) = app.dossier.unread.get(entry - app.dossier.articles.len()) else { return };
    let width = usize::from(inner.width).saturating_sub(1);
    let current = entry == app.list.cursor;
    let mut head = Words::new();
    head.add(if current { "▶" } else { " " }, theme.style(Role::Cursor));
    head.add("✗ ", theme.style(Role::Error));
    // The text pane tells the whole path; here only its end would be cut off.
    let name = std::path::Path::new(&unread.source).file_name().unwrap_or_default().to_string_lossy();
    head.add_within(&name, theme.style(Role::Title), width);
    head.draw(frame, inner, row);
    let reason = app.words.unread(&unread.reason);
    let lines = wrap::wrap(&reason, Span::new(0, reason.len()), width.saturating_sub(3).max(1));
    for (number, span) in (0u16..).zip(lines.iter().take(ENTRY_ROWS - 1)) {
        let cut = usize::from(number) + 2 == ENTRY_ROWS && lines.len() + 1 > ENTRY_ROWS;
        let shown = if cut { Span::new(span.start, reason.len()) } else { *span };
        let mut words = Words::new();
        words.add("   ", theme.style(Role::Dim)).add_within(
            shown.of(&reason),
            theme.style(Role::Error),
            width,
        );
        words.draw(frame, inner, row + 1 + number);
    }
    if current {
        paint(frame, inner, row, theme, focused);
    }
}

fn paint(frame: &mut Frame, inner: Area, row: u16, theme: &Theme, focused: bool) {
    let style = theme.style(if focused { Role::Selected } else { Role::Chosen });
    for line in 0..u16::try_from(ENTRY_ROWS).unwrap_or(1) {
        pen::paint_row(frame, inner, row + line, style);
    }
}

//! What stands below the passages: how the pair under the cursor was matched, and the two read as one,
//! word by word.

use ratatui::Frame;
use ratatui::style::{Modifier, Style};

use super::super::pen::{self, Mark, Words};
use super::super::theme::{Role, Theme};
use super::{label, languages};
use crate::align::{Alignment, Passage, Relation};
use crate::app::App;
use crate::app::compare::Compare;
use crate::app::layout::Area;
use crate::article::Span;
use crate::dossier::index::other_side;
use crate::dossier::level::Told;
use crate::text::difference::{Piece, merged};
use crate::text::wrap;

/// A run of shared words longer than this is cut in its middle.
const LONGEST_RUN: usize = 16;

/// Draws it.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, compare: &Compare, area: Area) {
    pen::rule(frame, area, 0, "─", theme.style(Role::Border));
    let Some(told) = compare.told_about(compare.row) else {
        nothing(app, theme, compare, area).draw(frame, area, 1);
        return;
    };
    let Some(pair) = compare.pair(&app.dossier, told) else { return };
    let why = app.words.reasons(&compare.reasons(&app.dossier, told));
    let mut words = relation(app, theme, compare, told, pair);
    let room = usize::from(area.height.saturating_sub(2));
    let width = usize::from(area.width);
    let mut below = word_by_word(app, theme, compare, told, pair, width, room);
    if area.height < 5 {
        words.add_within(&format!(" · {why}"), theme.style(Role::Dim), width.saturating_sub(1));
    } else {
        // What the words leave free is for the reasons, on a line of their own at least.
        let most = room.saturating_sub(below.len()).max(1);
        let why = app.messages.with("compare-why", &[("why", why.into())]);
        let mut lines = wrapped(&why, width, most, theme, &[], theme.style(Role::Dim));
        lines.append(&mut below);
        below = lines;
    }
    words.draw(frame, area, 1);
    for (row, line) in (2..area.height).zip(below) {
        line.draw(frame, area, row);
    }
}

/// Which two passages were matched, as what, and how surely.
fn relation(app: &App, theme: &Theme, compare: &Compare, told: &Told, pair: &Alignment) -> Words {
    let own = compare.article_in(told.column);
    let lead = other_side(pair, own).article;
    let role = super::super::reader::role_of(pair.relation);
    let mut words = Words::new();
    words.add(" ", Style::default()).add(&pair.relation.sign().to_string(), theme.style(role));
    words.add(" ", Style::default());
    words.add(&app.words.relation(pair.relation), theme.style(Role::Title));
    words.add(&format!(" · {} ↔ {}", label(app, lead), label(app, own)), theme.style(Role::Dim));
    let score = app.words.decimal(pair.score);
    words.add(" · ", theme.style(Role::Dim));
    words.add(&app.messages.with("compare-score", &[("score", score.into())]), theme.style(Role::Dim));
    if let Some(languages) = languages(app, lead, own).filter(|_| pair.crossing) {
        words.add(&format!(" · {languages} "), theme.style(Role::Reworded));
        words.add(&app.messages.get("compare-crossing"), theme.style(Role::Dim));
    }
    words
}

/// What to say of a passage that stands alone: no match, or only below the strength that was set.
fn nothing(app: &App, theme: &Theme, compare: &Compare, area: Area) -> Words {
    let mut words = Words::new();
    let Some(told) = compare.current().and_then(|level| level.told.first()) else { return words };
    let article = compare.article_in(told.column);
    let dossier = &app.dossier;
    let sentence = dossier.texts.get(article).and_then(|text| text.sentence_at(told.span.start));
    let below = sentence.map_or(0, |sentence| {
        let all = dossier.index.alignments_of(article, sentence).len();
        let all = all + dossier.index.loose_of(article, sentence).len();
        all.saturating_sub(compare.cut.pairs(dossier, article, sentence).count())
    });
    let hidden = compare.others.len() < compare.shown.len() || compare.whole;
    let text = if below > 0 {
        app.messages.with("compare-below", &[("count", below.into())])
    } else if hidden && sentence.is_some_and(|at| !compare.cut.alone(dossier, article, at)) {
        app.messages.get("compare-elsewhere")
    } else {
        app.messages.get("compare-only")
    };
    words.add(" + ", theme.style(Role::Only));
    words.add_within(&text, theme.style(Role::Dim), usize::from(area.width).saturating_sub(1));
    words
}

/// Both passages in one line: what only one of them has stands in brackets, `[-` of the first and `{+`
/// of the second. Where both quote, the quotations alone.
fn word_by_word(
    app: &App,
    theme: &Theme,
    compare: &Compare,
    told: &Told,
    pair: &Alignment,
    columns: usize,
    most: usize,
) -> Vec<Words> {
    let own = compare.article_in(told.column);
    let lead = other_side(pair, own);
    let theirs = Passage { article: own, span: told.span };
    let quotes = quoted(app, lead, theirs);
    let (a, b) = quotes.unwrap_or((lead, theirs));
    let text = |passage: Passage| passage.span.of(&app.dossier.articles[passage.article].text);
    let (first, second) = (text(a), text(b));
    let pieces = merged(first, second).unwrap_or_default();
    let whole = first.split_whitespace().count().max(second.split_whitespace().count());
    let both = |piece: &Piece| match piece {
        Piece::Both(span) => span.of(first).split_whitespace().count(),
        Piece::First(_) | Piece::Second(_) => 0,
    };
    let dim = theme.style(Role::Dim);
    // Where little is shared, what is not would fill the lines and say nothing.
    if pieces.iter().map(both).sum::<usize>() * 3 < whole {
        return wrapped(&app.messages.get("compare-too-unlike"), columns, 1, theme, &[], dim);
    }
    let (mut kept, mut more) = (true, true);
    for piece in &pieces {
        kept &= !matches!(piece, Piece::First(_));
        more &= !matches!(piece, Piece::Second(_));
    }
    if kept && more {
        let key = if quotes.is_some() { "compare-quote-word-for-word" } else { "compare-word-for-word" };
        return wrapped(&app.messages.get(key), columns, 1, theme, &[], dim);
    }
    let shorter = match (kept, more) {
        _ if pair.relation != Relation::SameQuote => None,
        (true, false) => Some(a.article),
        (false, true) => Some(b.article),
        _ => None,
    };
    let mut line = match shorter {
        Some(article) => app.messages.with("compare-cut-short", &[("outlet", label(app, article).into())]),
        None => app.messages.get("compare-word-by-word"),
    };
    line.push_str(app.words.colon());
    let mut marks: Vec<Mark> = Vec::new();
    let gone = theme.style(Role::Changed).add_modifier(Modifier::CROSSED_OUT);
    for piece in pieces {
        let start = line.len();
        match piece {
            Piece::Both(span) => line.push_str(&shortened(span.of(first))),
            Piece::First(span) => {
                line.push_str(&format!("[-{}-]", shortened(span.of(first))));
                marks.push((Span::new(start, line.len()), gone));
            }
            Piece::Second(span) => {
                line.push_str(&format!("{{+{}+}}", shortened(span.of(second))));
                marks.push((Span::new(start, line.len()), theme.style(Role::Added)));
            }
        }
        line.push(' ');
    }
    wrapped(line.trim_end(), columns, most.saturating_sub(1).max(1), theme, &marks, theme.style(Role::Text))
}

/// Text behind a margin, on as many lines as there are for it.
fn wrapped(
    text: &str,
    columns: usize,
    most: usize,
    theme: &Theme,
    marks: &[Mark],
    style: Style,
) -> Vec<Words> {
    let lines = wrap::wrap(text, Span::new(0, text.len()), columns.saturating_sub(5).max(1));
    let shown = lines.iter().take(most).enumerate();
    shown
        .map(|(number, span)| {
            let mut words = Words::new();
            words.add("   ", Style::default());
            words.add_marked(text, *span, style, marks);
            if number + 1 == most && lines.len() > most {
                words.add("…", theme.style(Role::Dim));
            }
            words
        })
        .collect()
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= LONGEST_RUN {
        return words.join(" ");
    }
    let end = words.len() - LONGEST_RUN / 2;
    format!("{} … {}", words[..LONGEST_RUN / 2].join(" "), words[end..].join(" "))
}

/// The longest quotation in each of two passages, where both have one.
fn quoted(app: &App, a: Passage, b: Passage) -> Option<(Passage, Passage)> {
    let longest = |passage: Passage| {
        let quotes = &app.dossier.texts.get(passage.article)?.quotes;
        let inside = quotes.iter().filter(|quote| quote.depth == 0 && quote.span.overlaps(passage.span));
        let span = inside.max_by_key(|quote| quote.span.len())?.span;
        let span = Span::new(span.start.max(passage.span.start), span.end.min(passage.span.end));
        Some(Passage { article: passage.article, span })
    };
    Some((longest(a)?, longest(b)?))
}

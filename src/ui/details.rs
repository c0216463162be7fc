//! What is known about the article itself: outlet and how that is known, date, authors, encoding. From
//! the side panel: what is known about the claim or figure under its cursor, in full.

use ratatui::Frame;

use super::pen::{self, Words};
use super::theme::{Role, Theme};
use crate::app::layout::Area;
use crate::app::{App, Pane};
use crate::article::{BlockKind, Span};
use crate::output::coverage::{BARS, share_counts, shares, shares_told};
use crate::text::wrap;

/// Columns for the names of the facts.
const LABEL: usize = 14;

/// Lines of one fact.
const LINES: usize = 3;

/// Draws the details over the screen.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, full: Area) {
    if app.focus == Pane::Side && draw_entry(frame, app, theme, full) {
        return;
    }
    let Some(at) = app.article() else { return };
    let article = &app.dossier.articles[at];
    let text = &app.dossier.texts[at];
    let words = text.tokens.iter().filter(|token| token.kind == crate::text::TokenKind::Word).count();
    let set_aside = |kind: BlockKind| kind.is_noise() && kind != BlockKind::Unanalysed;
    let noise = article.blocks.iter().filter(|block| set_aside(block.kind)).count();
    let language = article.language.map_or_else(
        || app.messages.get("language-unknown"),
        |language| {
            let key = format!("language-{}", language.code());
            let name = app.messages.get(&key);
            if name == key { language.code().to_owned() } else { name }
        },
    );
    let outlet = match &article.outlet {
        Some(outlet) => {
            let how = app.messages.get(&format!("evidence-{}", outlet.evidence.name()));
            format!("{} ({how})", outlet.name)
        }
        None => app.messages.get("outlet-unknown"),
    };
    let (sharing, copied) = if app.dossier.analysed { beside_others(app, at) } else { Default::default() };
    let in_part = article.in_part().map_or_else(String::new, |(analysed, all)| {
        let [analysed, all] = [analysed, all].map(|count| app.words.number(count as f64));
        app.words.with("details-analysed-value", &[("analysed", &analysed), ("all", &all)])
    });
    let facts = [
        ("details-outlet", outlet),
        ("details-title", article.title.clone().unwrap_or_default()),
        ("details-date", article.published.map(|date| app.words.date(date)).unwrap_or_default()),
        ("details-tags", app.session.tags_of(&article.id).collect::<Vec<_>>().join(", ")),
        ("details-authors", article.authors.join(", ")),
        ("details-address", article.address.clone().unwrap_or_default()),
        ("details-file", article.source.clone()),
        ("details-encoding", app.words.encoding(article)),
        ("details-language", language),
        (
            "details-size",
            app.messages.with(
                "details-size-value",
                &[
                    ("words", words.into()),
                    ("sentences", text.sentences.len().into()),
                    ("noise", noise.into()),
                ],
            ),
        ),
        ("details-analysed", in_part),
        ("details-sharing", sharing),
        ("details-copied", copied),
    ];
    let width = full.width.saturating_sub(4).min(76);
    let columns = usize::from(width).saturating_sub(LABEL + 5).max(1);
    let mut lines = Vec::new();
    for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        // A file without line ends may have a title of megabytes: no more of it is laid out than shows.
        let value = pen::start(value, columns * (LINES + 1));
        for (number, span) in
            wrap::wrap(value, Span::new(0, value.len()), columns).into_iter().take(LINES).enumerate()
        {
            let mut line = Words::new();
            let label = if number == 0 { app.messages.get(key) } else { String::new() };
            line.add(" ", theme.style(Role::Dim)).add_within(&label, theme.style(Role::Dim), LABEL);
            line.to(LABEL + 2, theme.style(Role::Dim)).add(span.of(value), theme.style(Role::Text));
            lines.push(line);
        }
    }
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(full.height);
    let area = Area { x: (full.width - width) / 2, y: (full.height - height) / 2, width, height };
    pen::clear(frame, area, theme);
    let mut title = Words::new();
    title
        .add(&app.messages.get("pane-details"), theme.style(Role::Title))
        .add(" ", theme.style(Role::Border));
    let inner = pen::pane(frame, area, theme, true, title, Words::new());
    for (row, line) in (0u16..).zip(lines) {
        line.draw(frame, inner, row);
    }
}

/// Draws what the side panel tells about the entry under its cursor, in full; says whether it did.
fn draw_entry(frame: &mut Frame, app: &App, theme: &Theme, full: Area) -> bool {
    let width = full.width.saturating_sub(4).min(100);
    let Some((title, lines)) = super::side::in_full(app, theme, usize::from(width.saturating_sub(2))) else {
        return false;
    };
    let height = u16::try_from(lines.height() + 2).unwrap_or(u16::MAX).min(full.height.saturating_sub(2));
    let area = Area { x: (full.width - width) / 2, y: (full.height - height) / 2, width, height };
    pen::clear(frame, area, theme);
    let mut name = Words::new();
    name.add(&app.messages.get(title), theme.style(Role::Title)).add(" ", theme.style(Role::Border));
    let mut remark = Words::new();
    if let Some(lead) = app.side.lead {
        let count = app.side.leads(&app.dossier).len();
        remark.add(&format!(" {}/{count} ", lead + 1), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, true, name, remark);
    lines.draw(frame, inner, app.side.lead, true);
    true
}

/// How many of the article's passages others have, as a bar and in words, and what it prints alike with
/// which of them.
fn beside_others(app: &App, at: usize) -> (String, String) {
    let dossier = &app.dossier;
    let bar: String =
        shares(dossier, at, 24).iter().zip(BARS).map(|(width, sign)| sign.repeat(*width)).collect();
    let counts = shares_told(share_counts(dossier, at), &app.words);
    let mut copies: Vec<(usize, &crate::align::Copied)> = dossier
        .copies
        .iter()
        .filter_map(|copied| match copied.articles {
            [a, b] if a == at => Some((b, copied)),
            [a, b] if b == at => Some((a, copied)),
            _ => None,
        })
        .collect();
    copies.sort_by_key(|(_, copied)| std::cmp::Reverse(copied.words));
    let told: Vec<String> = copies
        .iter()
        .take(3)
        .map(|(other, copied)| {
            let outlet = dossier.articles[*other].label();
            super::compare::copied_words(app, outlet, copied.words, copied.wire.as_deref())
        })
        .collect();
    (format!("{bar} {counts}"), told.join(app.words.separator()))
}

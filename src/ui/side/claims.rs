//! The tab of the claims: an entry, and where else the one under the cursor stands.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::sheet::Sheet;
use super::{pointer, shared};
use crate::app::App;
use crate::app::layout::Area;
use crate::article::Span;
use crate::text::wrap;

/// Draws one entry with its first line on `row`.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.claims[article].get(entry) else { return };
    let claim = &app.dossier.claims[at];
    let text = &app.dossier.articles[article].text;
    let width = usize::from(area.width);
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(&format!("C{:<3}", entry + 1), theme.style(Role::Key));
    let mut signs = Words::new();
    if claim.hedged {
        signs.add("? ", theme.style(Role::Reworded));
    }
    if let Some((sign, count)) = shared(app, article, claim.span) {
        signs.add(&format!("{}{count}", sign.sign()), theme.style(super::super::reader::role_of(sign)));
    } else {
        signs.add("+", theme.style(Role::Only));
    }
    let limit = width.saturating_sub(signs.width() + 2);
    let names: Vec<&str> =
        claim.speakers.iter().map(|&actor| app.dossier.actors[actor].name.as_str()).collect();
    let (speaker, role) = if let [first, ..] = claim.speakers.as_slice() {
        (names.join(", "), super::super::reader::role_of_actor(app.dossier.actors[*first].kind))
    } else if let Some(span) = claim.speaker_text {
        (span.of(text).to_owned(), Role::Source)
    } else {
        (app.messages.get("no-source"), Role::Dim)
    };
    words.add_within(&speaker, theme.style(role), limit);
    words.to(width.saturating_sub(signs.width() + 1), theme.style(Role::Dim));
    words.append(signs);
    words.draw(frame, area, row);
    let columns = width.saturating_sub(6).max(1);
    let lines = wrap::wrap(text, claim.span, columns);
    for (number, line) in (1u16..).zip(lines.iter().take(2)) {
        let mut words = Words::new();
        words.add("     ", theme.style(Role::Text));
        let last = number == 2 && lines.len() > 2;
        if last {
            let rest = Span::new(line.start, claim.span.end);
            words.add_within(rest.of(text), theme.style(Role::Text), width.saturating_sub(1));
        } else {
            words.add(line.of(text), theme.style(Role::Text));
        }
        words.draw(frame, area, row + number);
    }
}

/// Where else the claim's passage stands, each with its sign and words.
pub fn detail(sheet: &mut Sheet, app: &App) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.claims[article].get(app.side.cursor()) else { return };
    let claim = &app.dossier.claims[at];
    let mut kind = app.messages.get(&format!("claim-{}", claim.kind.name()));
    if let Some(cue) = &claim.cue {
        kind = format!("{kind} · {}", cue.span.of(&app.dossier.articles[article].text));
    }
    if claim.hedged {
        kind = format!("{kind} · {}", app.messages.get("claim-hedged"));
    }
    if let Some(via) = &claim.via {
        kind = format!("{kind} · {}", app.messages.with("claim-via", &[("via", via.as_str().into())]));
    }
    sheet.text("", Role::Dim, &kind, Role::Dim, 1);
    sheet.elsewhere(app, article, claim.span);
}

//! The tab of the actors: an entry, and more about the one under the cursor.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::pointer;
use super::sheet::Sheet;
use crate::app::App;
use crate::app::layout::Area;

/// Draws one entry with its first line on `row`.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let actor = &app.dossier.actors[entry];
    let width = usize::from(area.width);
    let mut outlets: Vec<usize> = actor.mentions.iter().map(|mention| mention.article).collect();
    outlets.dedup();
    let named_here = app.article().zip(app.reader.passage()).is_some_and(|(at, passage)| {
        app.dossier.index.mentions_in(at, passage).iter().any(|named| named.actor == entry)
    });
    let count = format!("{} × {}", actor.mentions.len(), outlets.len());
    let mut words = Words::new();
    pointer(&mut words, app, theme, entry);
    words.add(if named_here { "•" } else { " " }, theme.style(Role::Cursor));
    let limit = width.saturating_sub(count.chars().count() + 2);
    words.add_within(&actor.name, theme.style(super::super::reader::role_of_actor(actor.kind)), limit);
    words.to(width.saturating_sub(count.chars().count() + 1), theme.style(Role::Dim));
    words.add(&count, theme.style(Role::Dim));
    words.draw(frame, area, row);
    let mut below = Words::new();
    below.add("   ", theme.style(Role::Dim));
    let what = match actor.roles.first() {
        Some(role) => role.text.clone(),
        None => app.messages.get(&format!("kind-{}", actor.kind.name())),
    };
    below.add_within(&what, theme.style(Role::Dim), width.saturating_sub(1));
    below.draw(frame, area, row + 1);
}

/// The other names, the roles with the outlet that gives them, and how often who speaks.
pub fn detail(sheet: &mut Sheet, app: &App) {
    let Some(actor) = app.dossier.actors.get(app.side.cursor()) else { return };
    let kind = app.messages.get(&format!("kind-{}", actor.kind.name()));
    let said = app.dossier.claims.iter().filter(|claim| claim.speakers.contains(&app.side.cursor())).count();
    let facts = app.messages.with("actor-facts", &[("kind", kind.into()), ("claims", said.into())]);
    sheet.text("", Role::Dim, &facts, Role::Dim, 1);
    if !actor.aliases.is_empty() {
        let also = app
            .messages
            .with("actor-also", &[("names", actor.names().skip(1).collect::<Vec<_>>().join(", ").into())]);
        sheet.text("", Role::Dim, &also, Role::Text, 2);
    }
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for role in &actor.roles {
        let outlet = app.dossier.articles[role.article].label();
        match told.iter_mut().find(|(text, _)| text.eq_ignore_ascii_case(&role.text)) {
            Some((_, outlets)) if !outlets.contains(&outlet) => outlets.push(outlet),
            Some(_) => {}
            None => told.push((&role.text, vec![outlet])),
        }
    }
    for (role, outlets) in told {
        if sheet.full() {
            break;
        }
        sheet.text("·", Role::Dim, &format!("{role} — {}", outlets.join(", ")), Role::Text, 2);
    }
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for mention in &actor.mentions {
        match counts.last_mut() {
            Some((article, count)) if *article == mention.article => *count += 1,
            _ => counts.push((mention.article, 1)),
        }
    }
    let counts: Vec<String> =
        counts.iter().map(|(at, count)| format!("{} {count}", app.dossier.articles[*at].label())).collect();
    sheet.text("×", Role::Dim, &counts.join(" · "), Role::Dim, 2);
}

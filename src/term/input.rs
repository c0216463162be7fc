//! Keys, mouse, resizes and signals, turned into messages.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{
    Event as Raw, KeyCode as RawCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};

use super::runtime::Message;
use crate::app::effect::{Event, Mouse, MouseKind};
use crate::app::key::{Key, KeyCode};

/// Reads the terminal on a thread of its own until nobody listens any more.
pub fn listen(sender: Sender<Message>) {
    thread::spawn(move || {
        loop {
            let message = match crossterm::event::read() {
                Ok(raw) => event(raw).map(Message::Event),
                // The terminal is gone: leave as on a hang-up.
                Err(_) => Some(Message::Signal(SIGHUP)),
            };
            let gone = matches!(message, Some(Message::Signal(_)));
            if let Some(message) = message
                && sender.send(message).is_err()
            {
                return;
            }
            if gone {
                return;
            }
        }
    });
}

/// Waits for signals on a thread of its own; the handle ends it.
///
/// # Errors
/// When the signals cannot be caught.
pub fn watch_signals(sender: Sender<Message>) -> io::Result<Handle> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    let handle = signals.handle();
    thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Redraw,
                other => Message::Signal(other),
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    Ok(handle)
}

/// The reader's event for the terminal's, if it has one.
fn event(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        Raw::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
                MouseEventKind::ScrollDown => MouseKind::WheelDown,
                MouseEventKind::ScrollUp => MouseKind::WheelUp,
                _ => return None,
            };
            Some(Event::Mouse(Mouse::new(kind, mouse.column, mouse.row)))
        }
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let code = match key.code {
        RawCode::Char(c) => KeyCode::Char(c),
        RawCode::Enter => KeyCode::Enter,
        RawCode::Esc => KeyCode::Esc,
        RawCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        RawCode::Tab => KeyCode::Tab,
        RawCode::BackTab => KeyCode::BackTab,
        RawCode::Backspace => KeyCode::Backspace,
        RawCode::Delete => KeyCode::Delete,
        RawCode::Up => KeyCode::Up,
        RawCode::Down => KeyCode::Down,
        RawCode::Left => KeyCode::Left,
        RawCode::Right => KeyCode::Right,
        RawCode::Home => KeyCode::Home,
        RawCode::End => KeyCode::End,
        RawCode::PageUp => KeyCode::PageUp,
        RawCode::PageDown => KeyCode::PageDown,
        RawCode::F(number) => KeyCode::F(number),
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shift_and_tab_goes_back_on_every_terminal() {
        let tab = KeyEvent::new(RawCode::Tab, KeyModifiers::SHIFT);
        assert_eq!(key_of(tab), Some(Key::plain(KeyCode::BackTab)));
        let back = KeyEvent::new(RawCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(key_of(back), Some(Key::plain(KeyCode::BackTab)));
    }

    #[test]
    fn a_released_key_is_no_key() {
        let mut key = KeyEvent::new(RawCode::Char('q'), KeyModifiers::NONE);
        key.kind = KeyEventKind::Release;
        assert!(event(Raw::Key(key)).is_none());
    }
}

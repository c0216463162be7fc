//! Keys, pastes and the mouse, turned into messages.

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{
    Event as Raw, KeyCode as RawCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use signal_hook::consts::SIGHUP;

use super::runtime::Message;
use super::signals::{Bell, Signal};
use crate::app::effect::{Event, Mouse, MouseKind};
use crate::app::key::{Key, KeyCode};

/// Reads the terminal on a thread of its own until nobody listens any more, or the terminal is gone, which
/// is a hang-up.
///
/// crossterm's usual source of events (mio) waits for the *next* byte after every 1,024 and leaves the rest
/// of a burst unread until then; the other one, its feature `use-dev-tty`, asks the system whether anything
/// is left (crossterm's pull request 1057).
pub fn listen(sender: Sender<Message>, bell: Bell) {
    thread::spawn(move || {
        while let Ok(raw) = crossterm::event::read() {
            if let Some(event) = event(raw)
                && sender.send(Message::Event(event)).is_err()
            {
                return;
            }
        }
        bell.ring(Signal::End(SIGHUP));
    });
}

/// The reader's event for the terminal's, if it has one.
fn event(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
                MouseEventKind::ScrollDown => MouseKind::WheelDown,
                MouseEventKind::ScrollUp => MouseKind::WheelUp,
                _ => return None,
            };
            Some(Event::Mouse(Mouse::new(kind, mouse.column, mouse.row)))
        }
        // A resize comes as a signal, too, and the size from the frame that is drawn next.
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

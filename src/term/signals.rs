//! Signals, caught before the terminal is taken over and kept apart from keys: none waits behind what
//! was typed.

use std::io::{self, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use nix::sys::signal::{SigSet, Signal as Named};
use nix::unistd::{getpgrp, tcgetpgrp};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGBUS, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::runtime::Message;

/// What a signal asks of the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// To end as the signal of this number would have it.
    End(i32),
    /// To stop for a while.
    Suspend,
    /// To draw everything anew.
    Redraw,
}

/// Signals that end a process by default. Without PIPE, which Rust programs ignore.
const ENDING: [i32; 15] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTRAP, SIGABRT, SIGBUS, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGXCPU, SIGXFSZ,
    SIGVTALRM, SIGPROF, SIGSYS,
];

/// Signals that stand for a fault of the process itself. A handler could not return from such a fault, so
/// signal-hook refuses them; held back from every thread and waited for they can be caught all the same
/// where somebody else sends them, and the system still ends the process at a fault of its own.
const FAULTS: [Named; 3] = [Named::SIGILL, Named::SIGFPE, Named::SIGSEGV];

/// Where signals are handed to the loop.
#[derive(Debug, Clone)]
pub struct Bell {
    signals: Sender<Signal>,
    messages: Sender<Message>,
    /// Whether the loop has ended, and the terminal is given back.
    left: Arc<AtomicBool>,
}

impl Bell {
    /// A bell whose signals go to `signals`; a message wakes the loop for each.
    pub fn new(signals: Sender<Signal>, messages: Sender<Message>) -> Self {
        Self { signals, messages, left: Arc::default() }
    }

    /// Hands a signal to the loop; says whether anybody listens.
    pub fn ring(&self, signal: Signal) -> bool {
        if let Signal::End(number) = signal
            && self.left.load(Ordering::Relaxed)
        {
            // What is still to be kept takes its time, and whoever asks again does not want to wait for it.
            end(number);
        }
        self.signals.send(signal).is_ok() && self.messages.send(Message::Wake).is_ok()
    }

    /// From now on a signal that ends the process ends it at once.
    pub fn leave(&self) {
        self.left.store(true, Ordering::Relaxed);
    }
}

/// Catches every signal that can be caught and would end or stop the process, on threads of their own.
/// To be called before other threads are there: they inherit what is held back.
///
/// # Errors
/// When the signals cannot be caught.
pub fn watch(bell: &Bell) -> io::Result<()> {
    let mut signals = Signals::new(ENDING)?;
    for signal in [SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGWINCH] {
        signals.add_signal(signal)?;
    }
    for signal in of_this_system() {
        // Which of them there are is the C library's choice.
        let _ = signals.add_signal(signal);
    }
    let faults = SigSet::from_iter(FAULTS);
    faults.thread_block()?;
    let sent = bell.clone();
    thread::spawn(move || {
        while let Ok(signal) = faults.wait() {
            sent.ring(Signal::End(signal as i32));
        }
    });
    let caught = bell.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP | SIGTTIN | SIGTTOU => caught.ring(Signal::Suspend),
                SIGCONT => caught.ring(Signal::Redraw),
                // The next frame takes the new size from the terminal.
                SIGWINCH => caught.messages.send(Message::Wake).is_ok(),
                other => caught.ring(Signal::End(other)),
            };
        }
    });
    Ok(())
}

/// Signals that end a process on this system and that others do not have.
#[cfg(target_os = "linux")]
fn of_this_system() -> impl Iterator<Item = i32> {
    let real_time = nix::libc::SIGRTMIN()..=nix::libc::SIGRTMAX();
    [SIGIO, Named::SIGSTKFLT as i32, Named::SIGPWR as i32].into_iter().chain(real_time)
}

/// Elsewhere IO is ignored by default, and there are no others.
#[cfg(not(target_os = "linux"))]
fn of_this_system() -> impl Iterator<Item = i32> {
    std::iter::empty()
}

/// Ends the process as the signal of that number does by default, for its parent's sake.
pub fn end(number: i32) -> ! {
    // Of a signal that is not in signal-hook's table a shell sees the same code this way.
    let _ = emulate_default_handler(number);
    std::process::exit(128 + number)
}

/// Stops the process until it is called back into the foreground. Called back into the background it
/// stops again, as the system would have it stop at the first touch of the terminal's settings.
///
/// # Errors
/// When the process cannot be stopped.
pub fn stop() -> io::Result<()> {
    loop {
        emulate_default_handler(SIGTSTP)?;
        if in_foreground() {
            return Ok(());
        }
    }
}

/// Whether the terminal is this process's to set up; also where that cannot be told. Setting it up from
/// the background would never come back: the system asks with a signal each time, and the signal is caught.
pub fn in_foreground() -> bool {
    tcgetpgrp(stdout()).map_or(true, |group| group == getpgrp())
}

/// Does something with no signal held back. A child inherits what its parent holds back, and browsers'
/// engines live on handling their own faults.
pub fn with_none_held<T>(work: impl FnOnce() -> T) -> T {
    let faults = SigSet::from_iter(FAULTS);
    // Both only fail on sets that the system does not know.
    let _ = faults.thread_unblock();
    let done = work();
    let _ = faults.thread_block();
    done
}

//! Opens an address in the browser, without a shell.

use std::process::{Command, Stdio};

use super::signals;

/// Opens `address`; only web addresses are opened, whatever an article claims its address to be.
///
/// # Errors
/// Why not, in words.
pub fn open(address: &str) -> Result<(), String> {
    let web = address.starts_with("https://") || address.starts_with("http://");
    if !web || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(format!("{address}: not a web address"));
    }
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(program);
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    signals::with_none_held(|| command.spawn())
        .map(|mut child| {
            // The child is waited for elsewhere, so that it leaves no zombie behind.
            std::thread::spawn(move || child.wait());
        })
        .map_err(|error| format!("{program}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        for hostile in ["file:///etc/passwd", "-version", "https://a b", "javascript:alert(1)"] {
            assert!(open(hostile).is_err(), "{hostile}");
        }
    }
}

//! A folder of articles, and the real program run on it beside settings of its own.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// An agency's dispatch.
pub const DEPECHE: &str = "La grève des éclusiers gagne tout le canal\n\n\
    Quelque 340 éclusiers ont cessé le travail lundi sur le canal du Nord, a annoncé la préfète Jeanne Morel.\n\n\
    « Aucune péniche ne passera avant jeudi », a déclaré le syndicaliste Karim Haddad.\n";

/// A daily's account of the same.
pub const QUOTIDIEN: &str = "Canal du Nord : les écluses fermées\n\n\
    Près de 500 éclusiers ont cessé le travail lundi sur le canal du Nord, selon le syndicat.\n\n\
    « Aucune péniche ne passera avant jeudi », a prévenu Karim Haddad, le délégué du personnel.\n";

/// A folder of articles, and the program run beside a settings folder of its own.
pub struct Desk {
    folder: TempDir,
    settings: TempDir,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), settings: TempDir::new().unwrap() }
    }

    /// A desk with two articles on one event.
    pub fn with_dossier() -> Self {
        let desk = Self::new();
        desk.file("depeche.txt", DEPECHE.as_bytes());
        desk.file("quotidien.txt", QUOTIDIEN.as_bytes());
        desk
    }

    /// Writes a file of the folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The folder.
    pub fn path(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    /// The program with `arguments`, ready to be run.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command
            .args(arguments)
            .env("XDG_CONFIG_HOME", self.settings.path())
            .env("HOME", self.settings.path())
            .env("LC_ALL", "fr_FR.UTF-8")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Standard output of a run that must go well.
    pub fn text(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The same, read as JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.text(arguments)).unwrap()
    }

    /// The message of a run that must end with `code` and print nothing.
    pub fn refused(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        assert!(output.stdout.is_empty());
        said(&output)
    }
}

/// What a run wrote on standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Whether a terminal would show this as it is: no controls but line ends, nothing that turns the
/// direction of writing or cannot be seen.
pub fn harmless(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2800}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
    })
}

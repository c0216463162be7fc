//! A folder as a stranger may have packed it: some sixty entries that are no articles, no sidecars, or bad ones.
//! Nothing in it stops the program or has it wait, and whatever is left out is told in a line.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read, Seek};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::tty::Tty;

/// What is told of an entry that is left out.
const NO_FILE: &str = "seuls les fichiers sont lus";
const LINK: &str = "lien qui sort du dossier";
const NOT_READ: &str = "non lu (";
const SYNTAX: &str = "TOML valide";

const ARTICLE: &str =
    "Le bac de Sorvane reste à quai\n\nLe bac de Sorvane reste à quai jusqu’à lundi, a dit Odile Marchand.\n";

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn sparse(path: &Path, bytes: u64) {
    File::create(path).unwrap().set_len(bytes).unwrap();
}

/// Files that would be articles, each with what is told of it; most are told nothing, since they are read.
fn lay_articles(folder: &Path) -> Vec<(String, &'static str)> {
    let mut told: Vec<(String, &'static str)> = Vec::new();
    let mut tell = |name: &str, what: &'static str| told.push((name.to_owned(), what));
    pipe(&folder.join("tube.txt"));
    tell("tube.txt", NO_FILE);
    drop(UnixListener::bind(folder.join("prise.txt")).unwrap());
    tell("prise.txt", NO_FILE);
    for (name, target) in [
        ("zero.txt", "/dev/zero"),
        ("alea.md", "/dev/urandom"),
        ("nul.txt", "/dev/null"),
        ("terminal.txt", "/dev/tty"),
        ("entree.txt", "/dev/stdin"),
        ("memoire.txt", "/proc/self/mem"),
        ("secret.txt", "/etc/passwd"),
        ("racine.txt", "/"),
        ("plus-haut.txt", "../../../../../../etc/hostname"),
        ("perdu.txt", "nulle-part"),
        ("boucle.txt", "boucle.txt"),
        ("aller.txt", "retour.txt"),
        ("retour.txt", "aller.txt"),
    ] {
        symlink(target, folder.join(name)).unwrap();
        tell(name, LINK);
    }
    // Links to folders are no articles; neither leads anywhere.
    symlink(".", folder.join("rond")).unwrap();
    symlink("/", folder.join("dehors")).unwrap();
    sparse(&folder.join("creux.txt"), 1 << 40);
    tell("creux.txt", "dépasse 8");
    sparse(&folder.join("zeros.txt"), 4096);
    tell("zeros.txt", "pas du texte");
    for (name, bytes, what) in [
        ("vide.txt", &b""[..], "il est vide"),
        ("blanc.txt", b" \n\t\n", "il est vide"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "pas du texte"),
        ("archive.md", b"PK\x03\x04\0\0\0\0\0\0", "pas du texte"),
    ] {
        fs::write(folder.join(name), bytes).unwrap();
        tell(name, what);
    }
    fs::write(folder.join("octets.txt"), [ARTICLE.as_bytes(), b"\xff\xfe\x80 fin.\n"].concat()).unwrap();
    fs::write(folder.join("ferme.txt"), ARTICLE).unwrap();
    fs::set_permissions(folder.join("ferme.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    told
}

/// Readable articles whose names are not.
fn lay_names(folder: &Path) {
    let long = format!("{}.txt", "n".repeat(251));
    let marks = format!("e{}.txt", "\u{301}".repeat(100));
    let names = [
        "esc\u{1b}]0;pirate\u{7}.txt",
        "ligne\nsuivante.txt",
        "retour\rchariot.txt",
        "tabulation\t.txt",
        "efface\u{7f}.txt",
        "envers\u{202e}txt.exe.txt",
        "nul-large\u{200b}\u{feff}.txt",
        "-rf.txt",
        "--format=json.txt",
        "$(touch pirate).txt",
        "`touch pirate`.txt",
        "%s%n%p.txt",
        "a;b|c&d>e.txt",
        "\"guillemets'.txt",
        "barre\\oblique.txt",
        " .txt",
        "CON.txt",
        &long,
        &marks,
    ];
    for name in names {
        fs::write(folder.join(name), ARTICLE).unwrap();
    }
    fs::write(folder.join(OsStr::from_bytes(b"octets\xff\xfe.txt")), ARTICLE).unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"octets\xfe\xff.txt")), ARTICLE).unwrap();
    // Named as an article, and a folder; and folders as deep as a path can be long.
    let within = folder.join("dossier.txt");
    fs::create_dir(&within).unwrap();
    fs::write(within.join("dedans.txt"), ARTICLE).unwrap();
    let room = 4090 - folder.as_os_str().len() - "/fond.txt".len();
    let deep = folder.join(vec!["p"; room / 2].join("/"));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("fond.txt"), ARTICLE).unwrap();
}

/// A folder each, with an article and a sidecar that is none or a bad one.
fn lay_sidecars(folder: &Path) -> Vec<(String, &'static str)> {
    let mut told: Vec<(String, &'static str)> = Vec::new();
    let mut lay = |name: &str, what: &'static str, make: &dyn Fn(&Path)| {
        let folder = folder.join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("article.txt"), ARTICLE).unwrap();
        make(&folder.join("dossier.toml"));
        told.push((format!("{name}/dossier.toml"), what));
    };
    let link = |target: &'static str| move |path: &Path| symlink(target, path).unwrap();
    let write = |text: String| move |path: &Path| fs::write(path, &text).unwrap();
    lay("s-tube", NOT_READ, &pipe);
    lay("s-prise", NOT_READ, &|path| drop(UnixListener::bind(path).unwrap()));
    lay("s-zero", NOT_READ, &link("/dev/zero"));
    lay("s-dehors", NOT_READ, &link("/etc/passwd"));
    lay("s-boucle", NOT_READ, &link("dossier.toml"));
    lay("s-perdu", NOT_READ, &link("nulle-part"));
    lay("s-dossier", NOT_READ, &|path| fs::create_dir(path).unwrap());
    lay("s-creux", NOT_READ, &|path| sparse(path, 1 << 30));
    lay("s-octets", NOT_READ, &|path| fs::write(path, b"title = \"\xff\"\n").unwrap());
    lay("s-nuls", SYNTAX, &|path| fs::write(path, [0; 512]).unwrap());
    let million = 1 << 20;
    lay("s-listes", SYNTAX, &write(format!("title = {}", "[".repeat(million - 10))));
    lay("s-tables", SYNTAX, &write(format!("title = {}", "{a=".repeat(million / 3 - 10))));
    lay("s-points", SYNTAX, &write(format!("{}a = 1\n", "a.".repeat(million / 2 - 10))));
    lay("s-titres", SYNTAX, &write(format!("[{}a]\n", "a.".repeat(million / 2 - 10))));
    lay("s-ouvert", SYNTAX, &write("title = \"\"\"\nsans fin\n".repeat(50)));
    lay("s-double", SYNTAX, &write("title = \"Le bac\"\n".repeat(500)));
    lay("s-muets", "ne nomme aucun fichier", &write("[[article]]\n".repeat(300)));
    lay("s-ailleurs", "mène hors de ce dossier", &write("[[article]]\nfile = \"../../etc/passwd\"\n".into()));
    lay("s-absolu", "mène hors de ce dossier", &write("[[article]]\nfile = \"/etc/passwd\"\n".into()));
    lay(
        "s-absent",
        "pas d’article",
        &write("[[article]]\nfile = \"\\u001b]0;x\\u0007\\u202e.txt\"\n".into()),
    );
    lay("s-cle", "clé inconnue", &write(format!("\"\\u001b[6n{}\" = 1\n", "k".repeat(million - 100))));
    lay("s-types", "attend", &write("title = 3\narticle = 9223372036854775807\ncorrection = 1e400\n".into()));
    lay(
        "s-date",
        "pas une date",
        &write("[[article]]\nfile = \"article.txt\"\ndate = \"99999-99-99\"\n".into()),
    );
    lay("s-corrige", "ne corrige rien", &write("[[correction]]\ninto = \"\\u202eOdile\"\n".into()));
    told
}

#[test]
fn sixty_hostile_entries_stop_nothing_and_each_that_is_left_out_is_told() {
    let (folder, home) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut told = lay_articles(folder.path());
    lay_names(folder.path());
    told.extend(lay_sidecars(folder.path()));
    assert!(fs::read_dir(folder.path()).unwrap().count() > 60);

    let (mut out, mut error) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let mut child = Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .args(["analyze", "--lang", "fr"])
        .arg(folder.path())
        .env_clear()
        .envs(["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].map(|name| (name, home.path())))
        .stdin(Stdio::piped())
        .stdout(out.try_clone().unwrap())
        .stderr(error.try_clone().unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("it hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let all = |file: &mut File| {
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    let (out, error) = (all(&mut out), all(&mut error));
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(status.code(), Some(0), "{status:?}: {:?}", lines.first());
    for (name, what) in &told {
        let line = lines.iter().any(|line| line.contains(&format!("/{name}")) && line.contains(what));
        let about: Vec<String> = lines
            .iter()
            .filter(|line| line.contains(name))
            .map(|line| line.chars().take(300).collect())
            .collect();
        assert!(line, "nothing says `{what}` of {name}: {about:?}");
    }
    for text in [&out, &error] {
        assert!(!text.contains("panicked") && !text.contains("root:"), "{text}");
        let raw = text.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
        assert_eq!(raw, None);
    }

    let mut tty = Tty::start_at(home.path(), 120, 40, &[folder.path()]);
    tty.until_shown("Sorvane");
    for (keys, shown) in [("G", "lien"), ("i", ""), ("i", ""), ("ggm", "★")] {
        tty.send(keys);
        tty.until_shown(shown);
    }
    tty.send("q");
    assert_eq!(tty.end().exit_code(), 0, "{}", tty.screen());
    assert!(!String::from_utf8_lossy(&tty.bytes()).contains("panicked"));
    assert!(!folder.path().join("pirate").exists() && !home.path().join("pirate").exists());
}

//! The dossier that opens when none is named: an invented event told by six invented outlets.
//!
//! A dam above a small French town springs a leak, its lake is lowered overnight, and the people
//! below are moved out. A news agency, a daily that trims the agency's dispatch, a weekly that
//! reconstructs the night, a radio's web page with all its clutter, a columnist and a British paper
//! each tell it their way: they share quotes and facts, and contradict each other on figures, dates,
//! places and on who said what. People, bodies, towns and outlets are made up.
//!
//! The articles stand in `assets/demo`; `expected.toml` beside them says what a careful reader finds
//! in them, and `tests/demo.rs` holds the analysis against it. To add an article, put its file there,
//! name it in [`files`], and annotate it.

use crate::dossier::Dossier;

/// A file's name, and its text.
macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../assets/demo/", $name)))
    };
}

const FILES: &[(&str, &str)] = &[
    built_in!("01-agence-meridienne-20260310-barrage.txt"),
    built_in!("02-courrier-orsanne-20260310-evacuation.txt"),
    built_in!("03-revue-des-vallees-recit-malvere.txt"),
    built_in!("04-radiovallee-ce-que-l-on-sait.txt"),
    built_in!("05-le-contrepied-chronique.txt"),
    built_in!("06-northern-ledger-malvere-dam.md"),
];

/// The demo's files as `(name, text)`, for whoever wants them on disk.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The demo, loaded and not yet analysed.
pub fn load() -> Dossier {
    Dossier::of_texts("Malvère, un barrage vidé en urgence", FILES.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_of_the_demo_opens() {
        assert_eq!(load().articles.len(), 6);
    }

    #[test]
    fn articles_are_as_long_as_a_newspaper_makes_them() {
        for (name, text) in files() {
            let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            assert!((250..=600).contains(&words), "{name} has {words} words");
        }
    }
}

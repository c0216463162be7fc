//! What somebody waits for: the first frame, the frame after a key, the comparison, and, with two hundred
//! articles open, the key that corrects an actor and what the worker does about it.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use recoupe::app::effect::Event;
use recoupe::app::{App, Key};
use recoupe::config::{LanguageChoice, Settings};
use recoupe::demo;
use recoupe::dossier::{Dossier, Kept};
use recoupe::source::sidecar::Correction;
use recoupe::term::catalogue;
use recoupe::ui;
use recoupe::ui::theme::Theme;

#[path = "alignment/generate.rs"]
#[allow(dead_code, reason = "the alignment's bench uses more of it")]
mod generate;

const SIZE: (u16, u16) = (120, 40);

fn settings() -> Settings {
    Settings { language: LanguageChoice::French, ..Settings::default() }
}

/// A reader that has read the demo and not analysed it.
fn loaded() -> App {
    let mut app = App::new(settings(), SIZE);
    app.load();
    app.update(Event::Loaded(app.generation(), Box::new(demo::load())));
    app
}

/// A reader on the analysed demo, its keys in the text.
fn analysed() -> App {
    let mut app = loaded();
    let dossier = demo::load().analyse(&|_| {});
    let catalogue = catalogue(&dossier, &settings());
    app.update(Event::Analysed(app.generation(), Box::new(dossier), Box::new(catalogue)));
    press(&mut app, 'l');
    app
}

fn press(app: &mut App, key: char) {
    app.update(Event::Key(Key::char(key)));
}

/// Two hundred articles about twenty invented events, analysed.
fn large() -> Dossier {
    const SENTENCES: [&str; 6] = [
        "La maire de {place}, {person}, a promis mardi que le pont {at} rouvrirait avant la fin du mois.",
        "« Personne n'avait signalé la fissure {at} », a répété {person} devant les élus de {place}.",
        "Quelque {at}00 habitants de {place} ont été relogés dans la nuit, selon la préfecture.",
        "{person} a rencontré lundi les ingénieurs venus de {place} pour la travée {at}.",
        "Le parquet de {place} a ouvert une enquête confiée à la gendarmerie après la crue {at}.",
        "Les travaux {at} coûteront 12 millions d'euros à la commune de {place}, a indiqué {person}.",
    ];
    const PERSONS: [&str; 5] =
        ["Jeanne Morel", "Karim Haddad", "Anne Roussel", "Paul Ferrand", "Lucie Ortega"];
    const PLACES: [&str; 4] = ["Pontvert", "Lormiers", "Valcroix", "Montfaucher"];
    let texts: Vec<(String, String)> = (0..200)
        .map(|article| {
            let sentence = |at: usize| {
                let turn = at * 7 + article * 3;
                SENTENCES[turn % SENTENCES.len()]
                    .replace("{person}", PERSONS[(article / 10 + turn) % PERSONS.len()])
                    .replace("{place}", PLACES[(article / 10 + turn / 5) % PLACES.len()])
                    .replace("{at}", &(article / 10 * 30 + at % 30).to_string())
            };
            let sentences: Vec<String> = (0..30).map(sentence).collect();
            (format!("{article:03}.txt"), format!("Le pont {article}\n\n{}\n", sentences.join("\n\n")))
        })
        .collect();
    Dossier::of_texts("Le pont", texts.iter().map(|(id, text)| (id.as_str(), text.as_str()))).analyse(&|_| {})
}

fn correcting(criterion: &mut Criterion) {
    let dossier = large();
    let mut app = App::new(settings(), SIZE);
    app.load();
    let catalogue = catalogue(&dossier, &settings());
    app.update(Event::Analysed(app.generation(), Box::new(dossier.clone()), Box::new(catalogue)));
    "gall".chars().for_each(|key| press(&mut app, key));
    let hide = Kept {
        correction: Correction::Hide { actor: dossier.actors[1].name.clone() },
        folder: None,
        line: None,
    };
    let mut group = criterion.benchmark_group("200 articles");
    group.sample_size(20);
    group.bench_function("the key that corrects", |bencher| {
        bencher.iter(|| "xhu".chars().for_each(|key| press(&mut app, key)));
    });
    group.bench_function("the actors corrected", |bencher| {
        bencher.iter(|| black_box(dossier.with_corrections(vec![hide.clone()])));
    });
    group.finish();
}

fn reader(criterion: &mut Criterion) {
    let theme = Theme::named("terminal");
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap_or_else(|never| match never {});
    let mut draw = |app: &App| {
        let drawn = terminal.draw(|frame| ui::draw(frame, app, &theme));
        black_box(drawn.is_ok());
    };
    let mut group = criterion.benchmark_group("reader");
    group.bench_function("first frame of the demo", |bencher| bencher.iter(|| draw(&loaded())));
    let mut app = analysed();
    let mut keys = "jjjjjjjjkkkkkkkk".chars().cycle();
    group.bench_function("a key and its frame", |bencher| {
        bencher.iter(|| {
            press(&mut app, keys.next().unwrap_or('j'));
            draw(&app);
        });
    });
    group.bench_function("open the comparison and draw it", |bencher| {
        bencher.iter_batched_ref(
            analysed,
            |app| {
                press(app, '=');
                draw(app);
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// Coverage and comparison on a thousand invented articles.
fn thousand(criterion: &mut Criterion) {
    let theme = Theme::named("terminal");
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap_or_else(|never| match never {});
    let mut draw = |app: &App| {
        let drawn = terminal.draw(|frame| ui::draw(frame, app, &theme));
        black_box(drawn.is_ok());
    };
    let dossier = generate::dossier(1_000).analyse(&|_| {});
    println!(
        "{} facts, {} claims, {} quantities",
        dossier.coverage.facts.len(),
        dossier.coverage.claims.len(),
        dossier.coverage.quantities.len()
    );
    let mut group = criterion.benchmark_group("a thousand articles");
    group.sample_size(10);
    let looser = dossier.cut.moved(-2);
    group.bench_function("cut at another strength, off the drawing thread", |bencher| {
        bencher.iter_batched(|| dossier.clone(), |dossier| dossier.recut(looser), BatchSize::LargeInput);
    });
    let mut app = loaded();
    let catalogue = catalogue(&dossier, &settings());
    app.update(Event::Analysed(app.generation(), Box::new(dossier), Box::new(catalogue)));
    press(&mut app, 'l');
    let mut keys = |name: &str, app: &mut App, keys: &str| {
        let mut keys = keys.chars().cycle();
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                press(app, keys.next().unwrap_or('j'));
                draw(app);
            });
        });
    };
    keys("a key in the text and its frame", &mut app, "jjjjkkkk");
    press(&mut app, 'g');
    press(&mut app, 'm');
    press(&mut app, 'l');
    keys("a key in the coverage and its frame", &mut app, "jjjjjjjjkkkkkkkk");
    keys("another order of the coverage", &mut app, "v");
    press(&mut app, 'h');
    keys("open the comparison, close it", &mut app, "=");
    press(&mut app, '=');
    if app.compare.is_none() {
        press(&mut app, '=');
    }
    keys("a key in the comparison and its frame", &mut app, "jjjjjjjjkkkkkkkk");
    keys("another strength of the comparison", &mut app, "-+");
    keys("whole articles and back", &mut app, "w");
    group.finish();
}

criterion_group!(benches, reader, correcting, thousand);
criterion_main!(benches);

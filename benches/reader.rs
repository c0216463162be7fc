//! What somebody waits for: the first frame, the frame after a key, the comparison.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use recoupe::app::effect::Event;
use recoupe::app::{App, Key};
use recoupe::config::{LanguageChoice, Settings};
use recoupe::demo;
use recoupe::term::catalogue;
use recoupe::ui;
use recoupe::ui::theme::Theme;

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

criterion_group!(benches, reader);
criterion_main!(benches);

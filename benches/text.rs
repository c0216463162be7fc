//! How fast text is cut and wrapped. Throughput of `cut` is in bytes; a French word takes about six.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::article::{Article, Span};
use recoupe::source::Decoded;
use recoupe::text::wrap::wrap;
use recoupe::text::{Folded, Text};

const PARAGRAPH: &str = "Le pont de l'écluse a été fermé mercredi 3 mai, à 15h30, par la mairie : « Nous n'avons pas le \
    choix. Les piles ne tiennent plus », a affirmé Jeanne Morel, qui chiffre à 1 450 mètres le détour imposé aux \
    habitants. M. Haddad, lui, n'y croit pas : \"Vraiment ?\" a-t-il demandé, avant d'évoquer un “cessez-le-feu” entre \
    les deux rives, aujourd'hui séparées.\n\n";

fn text(criterion: &mut Criterion) {
    let long = PARAGRAPH.repeat(100_000 / PARAGRAPH.len());
    let whole = Span::new(0, long.len());
    let decoded = Decoded { text: long.clone(), encoding: String::new() };
    let article = Article::read("bench".into(), "bench".into(), None, decoded);

    let mut group = criterion.benchmark_group("text");
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.bench_function("cut into tokens, quotes and sentences", |bencher| {
        bencher.iter(|| Text::read(black_box(&article)));
    });
    group.bench_function("wrap to 80 columns", |bencher| bencher.iter(|| wrap(black_box(&long), whole, 80)));
    group.bench_function("fold with the way back", |bencher| bencher.iter(|| Folded::new(black_box(&long))));
    group.finish();
}

criterion_group!(benches, text);
criterion_main!(benches);

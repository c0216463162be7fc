//! How long the alignment takes and what it keeps: five articles, a thousand, one more, one changed.
//!
//! The articles are invented by `alignment/generate.rs`, the same in every run.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use recoupe::align::{self, Aligner, Material};
use recoupe::dossier::{Coverage, Dossier, Memory};

#[path = "alignment/generate.rs"]
mod generate;

/// A dossier without its last article, and what the last one adds to it.
fn all_but_last(dossier: &Dossier) -> Material<'_> {
    let last = dossier.articles.len() - 1;
    let claims = dossier.claims.partition_point(|claim| claim.article < last);
    let figures = dossier.figures.partition_point(|figure| figure.article < last);
    Material {
        articles: &dossier.articles[..last],
        texts: &dossier.texts[..last],
        claims: &dossier.claims[..claims],
        figures: &dossier.figures[..figures],
        ..dossier.material()
    }
}

/// What the process occupies, in megabytes.
fn occupied() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1_024)
}

fn alignment(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("alignment");
    let five = generate::dossier(5).analyse(&|_| {});
    group.bench_function("5 articles", |bencher| {
        bencher.iter(|| align::align(black_box(five.material())).matches.len());
    });
    group.sample_size(10);
    let thousand = generate::dossier(1_000).analyse(&|_| {});
    println!("{} matches, {} loose", thousand.alignments.len(), thousand.loose.len());
    group.bench_function("1,000 articles of 30 passages", |bencher| {
        bencher.iter(|| align::align(black_box(thousand.material())).matches.len());
    });
    if let Some(megabytes) = occupied() {
        println!("at most {megabytes} MB, the analysed dossier included");
    }
    group.bench_function("one more beside 999", |bencher| {
        let before = all_but_last(&thousand);
        bencher.iter_batched(
            || Aligner::new(before).0,
            |mut aligner| aligner.add(thousand.material()).matches.len(),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("who prints the same words, 1,000 articles", |bencher| {
        bencher.iter(|| align::copies(black_box(&thousand.articles), &thousand.texts).len());
    });
    group.bench_function("coverage of 1,000 articles", |bencher| {
        bencher.iter(|| Coverage::new(black_box(&thousand)).facts.len());
    });
    let repeating = generate::repeating().analyse(&|_| {});
    group.bench_function("a sentence printed 10,000 times", |bencher| {
        bencher.iter(|| align::align(black_box(repeating.material())).matches.len());
    });
    let folder = tempfile::tempdir().unwrap();
    for article in &thousand.articles {
        std::fs::write(folder.path().join(&article.id), &article.text).unwrap();
    }
    let paths = [folder.path().to_owned()];
    group.bench_function("1,000 files from the start to the coverage", |bencher| {
        bencher.iter(|| Dossier::load(&paths, &|_| {}).unwrap().analyse(&|_| {}).alignments.len());
    });
    let mut memory = Memory::default();
    let mut edition = 0;
    group.bench_function("the same again, one of them changed", |bencher| {
        bencher.iter(|| {
            edition += 1;
            let text = format!("{}\n\nC'est la version {edition}.\n", thousand.articles[0].text);
            std::fs::write(folder.path().join(&thousand.articles[0].id), text).unwrap();
            let dossier = Dossier::load_again(&paths, None, &mut memory, &|_| {}).unwrap();
            dossier.analyse_from(&mut memory, &|_| {}).alignments.len()
        });
    });
    group.finish();
}

criterion_group!(benches, alignment);
criterion_main!(benches);

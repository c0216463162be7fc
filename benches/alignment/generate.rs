//! Invented articles for the benches: the same ones in every run, in any number.

use recoupe::dossier::Dossier;

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

const SYLLABLES: [&str; 24] = [
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "char", "mon", "ver",
    "tal", "ques", "lin", "dor", "per", "gan", "sel",
];

fn word(number: usize) -> String {
    let mut word = String::new();
    let mut rest = number + 24;
    while rest > 0 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

/// A fact as one outlet words it: its rare words, some common ones, a number, now and then a quotation.
fn sentence(fact: usize, dice: &mut Dice) -> String {
    let mut words: Vec<String> = (0..8).map(|at| word(400 + fact * 8 + at)).collect();
    for _ in 0..6 {
        let at = dice.below(words.len());
        let common = dice.below(20) * dice.below(20);
        words.insert(at, word(common));
    }
    if dice.below(2) == 0 {
        let lost = dice.below(words.len());
        words.remove(lost);
        words.reverse();
    }
    let mut text = words.join(" ");
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    let figure = if dice.below(3) == 0 {
        format!(" pour {} habitants de la vallée", fact + dice.below(2))
    } else {
        String::new()
    };
    if dice.below(4) == 0 {
        format!("« {text}{figure} », a déclaré la préfète.")
    } else {
        format!("{text}{figure}.")
    }
}

/// Articles of thirty sentences about one of `articles / 10 + 1` events.
pub fn dossier(articles: usize) -> Dossier {
    let mut dice = Dice(articles as u64);
    let texts: Vec<(String, String)> = (0..articles)
        .map(|number| {
            let event = dice.below(articles / 10 + 1);
            let body: Vec<String> = (0..30)
                .map(|_| {
                    let fact = event * 60 + dice.below(60);
                    sentence(fact, &mut dice)
                })
                .collect();
            let paragraphs: Vec<String> = body.chunks(5).map(|chunk| chunk.join(" ")).collect();
            (format!("{number:04}.txt"), paragraphs.join("\n\n"))
        })
        .collect();
    Dossier::of_texts("bench", texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// One sentence printed ten thousand times, beside an ordinary article.
pub fn repeating() -> Dossier {
    let page = "La passerelle du marché rouvrira mardi, a promis la mairie de Lormiers.\n".repeat(10_000);
    let other = "La mairie de Lormiers promet que la passerelle du marché rouvrira mardi.";
    Dossier::of_texts("repeating", [("a.txt", page.as_str()), ("b.txt", other)])
}

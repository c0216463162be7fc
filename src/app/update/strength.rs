//! How alike passages must be: one strength for the comparison, the margins and the coverage.
//!
//! A comparison is cut again on the spot. What goes by the whole dossier is cut again off the drawing
//! thread, one cut at a time: of many quick steps only the last is worked out to its end.

use std::sync::Arc;

use super::super::App;
use super::super::action::Action;
use super::super::effect::Effect;
use crate::dossier::{Cut, Dossier};

/// The message that names a strength.
pub const fn strength_key(cut: Cut) -> &'static str {
    match cut.hundredths() {
        ..40 => "strength-very-loose",
        40..50 => "strength-loose",
        50 => "strength-usual",
        51..70 => "strength-strict",
        _ => "strength-very-strict",
    }
}

impl App {
    /// The strength that everything is cut at.
    pub fn cut(&self) -> Cut {
        self.session.strength.map_or(Cut::USUAL, Cut::new)
    }

    /// `-`, `+` and `0`: another strength, kept from one opening to the next.
    pub(super) fn change_strength(&mut self, action: Action, times: isize, effects: &mut Vec<Effect>) {
        let before = self.cut();
        let cut = match action {
            Action::Stronger => before.moved(times),
            Action::Weaker => before.moved(times.saturating_neg()),
            _ => Cut::USUAL,
        };
        if cut == before {
            self.tell(self.messages.get(match cut {
                Cut::LOOSEST => "status-loosest",
                Cut::STRICTEST => "status-strictest",
                _ => "status-usual-strength",
            }));
            return;
        }
        self.session.strength = Some(cut.hundredths()).filter(|_| cut != Cut::USUAL);
        effects.push(Effect::KeepSession);
        match &mut self.compare {
            Some(compare) => compare.cut = cut,
            None => self.tell_strength("status-strength"),
        }
        self.cut_again(effects);
    }

    /// Has the dossier cut at the strength that is set, where it is not and none is under way.
    pub(super) fn cut_again(&mut self, effects: &mut Vec<Effect>) {
        let cut = self.cut();
        if self.cutting || !self.dossier.analysed || self.dossier.cut == cut {
            return;
        }
        self.cutting = true;
        effects.push(Effect::Cut { dossier: Arc::clone(&self.dossier), cut });
    }

    /// Takes over what was cut again from `source`, unless the dossier is another one by now.
    pub(super) fn take_cut(
        &mut self,
        source: &Arc<Dossier>,
        dossier: Result<Box<Dossier>, String>,
        effects: &mut Vec<Effect>,
    ) {
        self.cutting = false;
        let dossier = match dossier {
            Ok(dossier) => dossier,
            Err(why) => {
                // It would fail again.
                self.session.strength =
                    Some(self.dossier.cut.hundredths()).filter(|_| self.dossier.cut != Cut::USUAL);
                self.complain(why);
                return;
            }
        };
        if Arc::ptr_eq(source, &self.dossier) {
            self.dossier = Arc::new(*dossier);
            if self.compare.is_none() && self.dossier.cut == self.cut() {
                self.tell_strength("status-strength-facts");
            }
        }
        self.cut_again(effects);
    }

    fn tell_strength(&mut self, key: &str) {
        let cut = self.cut();
        let values = [
            ("strength", self.words.decimal(cut.score()).into()),
            ("name", self.messages.get(strength_key(cut)).into()),
            ("facts", self.dossier.coverage.facts.len().into()),
            ("pairs", self.dossier.alignments.len().into()),
        ];
        self.tell(self.messages.with(key, &values));
    }
}

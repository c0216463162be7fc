//! Everything the reader can do, by name. The keymap binds names to keys; the palette, the help, the
//! footer and the README list the same names.

use std::fmt;
use std::str::FromStr;

macro_rules! actions {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// Something the reader can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Action {
            /// Every action there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Whether it stands for itself, so that the palette offers it; moving about does not.
            pub const fn is_command(self) -> bool {
                !matches!(
                    self,
                    Self::Down | Self::Up | Self::HalfDown | Self::HalfUp | Self::PageDown | Self::PageUp
                        | Self::NeighbourDown | Self::NeighbourUp | Self::PaneLeft | Self::PaneRight
                        | Self::Differences | Self::Outlets | Self::Whole | Self::Stronger
                        | Self::Weaker | Self::UsualStrength | Self::Cancel | Self::Palette
                        | Self::NextScope | Self::PreviousScope | Self::ClearLine | Self::DeleteWord
                        | Self::Complete | Self::CompleteBack
                )
            }

            /// The name in the keymap; `action-NAME` is the key of its description.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

actions! {
    /// One line, entry or passage further.
    Down = "down",
    /// One line, entry or passage back.
    Up = "up",
    /// Half a page further.
    HalfDown = "half-page-down",
    /// Half a page back.
    HalfUp = "half-page-up",
    /// A page further.
    PageDown = "page-down",
    /// A page back.
    PageUp = "page-up",
    /// To the first line.
    Top = "top",
    /// To the last line.
    Bottom = "bottom",
    /// One further in the neighbouring pane.
    NeighbourDown = "neighbour-down",
    /// One back in the neighbouring pane.
    NeighbourUp = "neighbour-up",
    /// To the pane on the left.
    PaneLeft = "pane-left",
    /// To the pane on the right.
    PaneRight = "pane-right",
    /// To the next pane, the first one after the last.
    PaneNext = "pane-next",
    /// To the previous pane, the last one before the first.
    PanePrevious = "pane-previous",
    /// Open the article, or jump to the place in the text.
    Open = "open",
    /// To the next claim in the text.
    NextClaim = "next-claim",
    /// To the previous claim in the text.
    PreviousClaim = "previous-claim",
    /// To the next actor in the text.
    NextActor = "next-actor",
    /// To the previous actor in the text.
    PreviousActor = "previous-actor",
    /// Lay the matching passages of the other outlets beside this one.
    Compare = "compare",
    /// Find anything in the dossier.
    Find = "find",
    /// Search in the focused pane.
    Search = "search",
    /// To the next match.
    SearchNext = "search-next",
    /// To the previous match.
    SearchPrevious = "search-previous",
    /// Show or hide the side panel.
    Side = "side-panel",
    /// Actors in the side panel.
    TabActors = "tab-actors",
    /// Claims in the side panel.
    TabClaims = "tab-claims",
    /// Figures in the side panel.
    TabFigures = "tab-figures",
    /// Coverage in the side panel.
    TabCoverage = "tab-coverage",
    /// The next tab of the side panel.
    TabNext = "tab-next",
    /// The side panel's entries in another order.
    Order = "order",
    /// In the side panel, to the next part of the list.
    NextPart = "next-part",
    /// In the side panel, to the beginning of this part of the list or of the one before.
    PreviousPart = "previous-part",
    /// In the side panel, only this speaker.
    PickSpeaker = "pick-speaker",
    /// In the side panel, only this outlet.
    PickOutlet = "pick-outlet",
    /// In the side panel, only one kind of entry, the next one each time.
    PickKind = "pick-kind",
    /// In the side panel, only what is unconfirmed.
    PickHedged = "pick-hedged",
    /// In the side panel, only what outlets tell differently.
    PickConflicts = "pick-conflicts",
    /// Only what the article or the outlet does not have.
    PickMissing = "pick-missing",
    /// In the side panel, everything again.
    PickAll = "pick-all",
    /// Only the focused pane, over the whole screen.
    Zoom = "zoom",
    /// Star or unstar the article.
    Star = "star",
    /// Mark the article read or unread.
    Read = "read",
    /// Tag the article with a word.
    Tag = "tag",
    /// Select or leave out the article in the list, for the actions that take several.
    Select = "select",
    /// What is known about the article itself.
    Details = "details",
    /// Say which outlet published the article.
    SetOutlet = "set-outlet",
    /// Make one of two actors: the first time marks one, on the other it merges them.
    MergeActor = "merge-actor",
    /// Take a name out of an actor, as an actor of its own.
    SplitActor = "split-actor",
    /// Show an actor by another name.
    RenameActor = "rename-actor",
    /// Say what kind of actor it is.
    ActorKind = "actor-kind",
    /// Hide an actor that is none, or show it again.
    HideActor = "hide-actor",
    /// The corrections of the actors, to take one back.
    Corrections = "corrections",
    /// Take the last change back.
    Undo = "undo",
    /// Copy the passage with its source.
    CopyPassage = "copy-passage",
    /// Copy the article's address.
    CopyAddress = "copy-address",
    /// Copy the title with its source.
    CopyTitle = "copy-title",
    /// Copy the claim with its speaker and source.
    CopyClaim = "copy-claim",
    /// Copy the whole article with its source.
    CopyArticle = "copy-article",
    /// Open the article's address in the browser.
    Browser = "browser",
    /// Write the dossier to a Markdown file.
    Export = "export",
    /// Read the files again.
    Reload = "reload",
    /// Use or ignore the mouse.
    Mouse = "mouse",
    /// Back to where the last jump came from.
    Back = "back",
    /// Forward again.
    Forward = "forward",
    /// Run a command by name.
    Palette = "palette",
    /// All keys.
    Help = "help",
    /// Only what differs, in the comparison.
    Differences = "differences",
    /// Which outlets are compared.
    Outlets = "outlets",
    /// Whole articles beside each other, or by passages.
    Whole = "whole",
    /// Only passages that are more alike count as matches.
    Stronger = "stronger",
    /// Passages that are less alike count too.
    Weaker = "weaker",
    /// The strength that a comparison begins with.
    UsualStrength = "usual-strength",
    /// Close what is on top, at last the program.
    Quit = "quit",
    /// Cancel; never quits.
    Cancel = "cancel",
    /// Leave at once.
    Leave = "leave",
    /// Stop and go back to the shell until it is called back.
    Suspend = "suspend",
    /// The next scope of the finder.
    NextScope = "next-scope",
    /// The previous scope of the finder.
    PreviousScope = "previous-scope",
    /// Complete the word being typed.
    Complete = "complete",
    /// The completion before.
    CompleteBack = "complete-back",
    /// Empty the line being typed.
    ClearLine = "clear-line",
    /// Delete the word before the cursor.
    DeleteWord = "delete-word",
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that no action has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no action{}", nearest.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
pub struct UnknownAction {
    /// The name.
    pub name: String,
    /// The nearest name there is.
    pub nearest: Option<String>,
}

impl FromStr for Action {
    type Err = UnknownAction;

    fn from_str(name: &str) -> Result<Self, UnknownAction> {
        Self::ALL.iter().copied().find(|action| action.name() == name).ok_or_else(|| UnknownAction {
            name: name.to_owned(),
            nearest: Self::ALL
                .iter()
                .map(|action| (strsim::jaro_winkler(action.name(), name), action.name()))
                .filter(|(likeness, _)| *likeness > 0.8)
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, near)| near.to_owned()),
        })
    }
}
impl Action {
    /// Whether it says what the side panel lists, or in which order.
    pub const fn sifts(self) -> bool {
        matches!(
            self,
            Self::Order
                | Self::PickSpeaker
                | Self::PickOutlet
                | Self::PickKind
                | Self::PickHedged
                | Self::PickConflicts
                | Self::PickMissing
                | Self::PickAll
        )
    }
}

### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

pane-articles = Articles
pane-compare = Compare
pane-finder = Find
pane-help = Keys
pane-details = About this article
tab-actors = Actors
tab-claims = Claims
tab-figures = Figures
tab-coverage = Coverage
too-small = { $columns }×{ $rows }: needs { $needed-columns }×{ $needed-rows }
list-loading = Reading the articles…
top-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
top-strength = strength { $strength } ({ $name })
top-found = { $actors ->
    [one] { $actors } actor
   *[other] { $actors } actors
} · { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
} · { $facts ->
    [one] { $facts } shared fact
   *[other] { $facts } shared facts
}
progress-reading = reading { $done }/{ $total }
progress-step = analysing { $step }/3: { $what }
progress-actors = actors
progress-claims = claims
progress-aligning = shared passages
short-date = { $month } { $day }
only-here = only here (no match found)
also-in = { $count ->
    [one] also in one other outlet
   *[other] also in { $count } other outlets
}
absent-from = absent: { $outlets }
absent-from-many = absent from { $count } outlets
no-source = source not named
side-nothing = Nothing found here.
kind-person = person
kind-organisation = organisation
kind-place = place
kind-event = event
kind-other = other
actor-facts = { $kind } · { $by ->
    [0] no claims
    [one] { $by } claim
   *[other] { $by } claims
} · { $about ->
    [0] none about it
   *[other] { $about } about it
}
actor-hidden = hidden: x h shows it again
actor-also = also: { $names }
card-facts = { $kind } · { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
} in { $outlets ->
    [one] { $outlets } outlet
   *[other] { $outlets } outlets
}
card-hidden = Hidden: x h shows it again.
card-edited = Corrected by hand: u takes it back, dossier.toml keeps it.
card-names = Other names
card-descriptions = Also called
card-outlets = According to the outlets
card-silent = Not named by
card-by = { $count ->
    [one] One claim by it
   *[other] { $count } claims by it
}
card-about = { $count ->
    [one] One claim about it
   *[other] { $count } claims about it
}
card-more = … and { $count } more
card-unsure = to be checked
card-quote = “{ $words }”
join-editor = says the editor
join-spelling = same letters
join-synonym = another known name
join-acronym = acronym
join-demonym = the people for the state
join-last-name = last name
join-shared-name = shared last name
join-variant = another number or small word
join-short-form = short form
join-middle-name = middle name left out
join-title = “Mr” or “Ms” decides
join-nationality = by nationality
join-apposition = by an apposition
join-initial = initial
join-capital = the capital for the state
join-first-name = first name alone
join-likeness = like spelling
choice-name = Which name is not “{ $actor }”?
choice-kind = “{ $actor }” is…
choice-correction = Which correction is to be taken back?
prompt-actor = Name to show:{" "}
correction-merge = “{ $one }” merged into “{ $other }”
correction-split = “{ $one }” split from “{ $other }”
correction-rename = “{ $one }” renamed “{ $other }”
correction-kind = “{ $one }” is now: { $other }
correction-hide = “{ $one }” hidden
correction-kinds-differ = of different kinds ({ $one }, { $other })
status-corrected = { $what } · u takes it back
status-hidden = { $what } · u takes it back; at the end of the list x h shows it again
status-undone-what = Undone: { $what }
status-taken-back = Taken back: { $what } · u puts it back
status-no-corrections = No correction to take back.
status-shown-again = “{ $actor }” is shown again · u takes it back
status-session-only = for this session only
status-corrected-elsewhere = somebody else has corrected this dossier too; { $keys } takes all of it over
status-marked = Merge “{ $actor }”: on the other actor, x m; Esc gives up
status-unmarked = Nobody is marked any more.
status-one-name = “{ $actor }” has only one name: nothing to split.
status-name-taken = “{ $name }” is there already: x m merges the two.
status-only-actors = Actors are corrected in their tab: g a.
status-no-actor-here = No actor here.
status-says-nothing = No claim by { $actor } was found.
status-actor-hidden = Hidden: show it again first with x h.
status-mention = { $name } · { $at }/{ $total } · { $outlet }
status-actor-found = { $name }: { $total ->
    [one] { $total } mention
   *[other] { $total } mentions · { $next } next, { $previous } previous
}
claim-direct = quoted
claim-mixed = partly quoted
claim-indirect = reported
claim-hedged = unconfirmed
claim-denied = denied
claim-open = left open
claim-behalf = for { $body }
claim-via = via { $via }
order-text = in text order
order-speaker = by speaker
order-weight = by weight
order-claims = who says most first
order-outlets = named by most outlets first
order-difference = by difference
order-breadth = most shared first
order-disagreement = most disputed first
side-order = Order: { $order }.
side-shown = { $shown } of { $total }
side-only = only: { $what }
side-filtered = Shown: { $shown } of { $total }.
side-unfiltered = No filter: everything is shown ({ $total }).
side-nothing-passes = Nothing passes the filter: { $keys } shows everything.
side-no-lead = Nothing leads on from here.
pick-missing = missing in { $outlet }
side-lead = { $at } of { $total } · { $what }
pick-hedged = unconfirmed
pick-conflicts = ≠ contradicted
pick-differs = ≠ differing
stand-perhaps = perhaps elsewhere
stand-only = only here
detail-elsewhere = Elsewhere
detail-also = Also by { $name }
detail-claim = This claim
detail-figure = This figure
figures-differ = differ
figures-shared = the same in several outlets
figures-only = in one outlet
force-say = says
force-assert = asserts
force-announce = announces
force-deny = denies
force-reject = rejects
force-accuse = accuses
force-promise = promises
force-threaten = threatens
force-warn = warns
force-ask = asks
force-want = wants
force-regret = regrets
force-worry = worries
force-praise = praises
stand-outlets-differing = { $count } outlets, { $differing } of them ≠
stand-outlets = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
}
voice-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
coverage-legend = ● says ◐ partly ≠ differs
block-headline = headline
block-lede = lede
block-heading = heading
block-paragraph = text
block-quotation = quotation
block-navigation = navigation, set aside
block-byline = byline, set aside
block-dateline = dateline, set aside
block-caption = caption, set aside
block-credit = credit, set aside
block-embed = address or embed, set aside
block-related = link to another article, set aside
block-duplicate = printed above already, set aside
block-trailer = page furniture, set aside
block-unanalysed = too far from the start, not analysed
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
language-fr = French
language-en = English
language-unknown = unknown
evidence-sidecar = from dossier.toml
evidence-metadata = from the file’s front matter
evidence-byline = from the byline
evidence-text = from the text
evidence-address = from the address
outlet-unknown = unknown (g o to name it)
details-outlet = Outlet
details-title = Title
details-date = Date
details-authors = Authors
details-address = Address
details-file = File
details-tags = Tags
details-encoding = Encoding
encoding-asked = as asked
encoding-mark = by its byte order mark
encoding-zeros = by its pattern of zero bytes
encoding-foreign = { $count ->
    [one] { $count } character read as { $encoding }
   *[other] { $count } characters read as { $encoding }
}
encoding-broken = { $count ->
    [one] { $count } unreadable place
   *[other] { $count } unreadable places
}
encoding-doubled = { $count ->
    [one] mended in { $count } place: UTF-8 read as windows-1252
   *[other] mended in { $count } places: UTF-8 read as windows-1252
}
encoding-guessed = guessed
details-language = Language
details-size = Size
details-size-value = { $words ->
    [one] { $words } word
   *[other] { $words } words
} · { $sentences ->
    [one] { $sentences } sentence
   *[other] { $sentences } sentences
} · { $noise ->
    [one] { $noise } block set aside
   *[other] { $noise } blocks set aside
}
details-analysed = Analysis
details-analysed-value = the first { $analysed } of { $all } characters; the rest can be read and searched
details-sharing = Sharing
details-copied = Shared text

## Status and progress

status-unread = { $count ->
    [one] One file could not be read: it ends the list, with the reason.
   *[other] { $count } files could not be read: they end the list, with the reasons.
}
session-unreadable = Stars, reading marks and tags cannot be read ({ $what }): { $path }
session-unwritable = Stars, reading marks and tags are not kept ({ $what }): { $path }
session-broken = Stars, reading marks and tags cannot be read ({ $what }); put aside: { $path }
session-in-part = Not understood, left as it is: { $what } in { $path }
status-kept-after-all = Kept after all: { $path }
status-not-kept = not everything is kept: { $what }
status-no-answer = the disk or the share does not answer
sidecar-broken = { $path }:{ $line }: mend this line; what you set is kept then
sidecar-unwritable = { $path }: cannot be written ({ $what }); check the folder’s permissions
sidecar-refused = { $path }: not written ({ $what }); put a real file in its place
sidecar-leads-out = { $path }: “{ $file }” leads out of this folder, nothing is written
obstacle-not-regular = it is no regular file
obstacle-too-large = it is larger than { $what } MiB
obstacle-not-text = it is not text in UTF-8
obstacle-leads-out = it is a link out of its folder, to { $what }
config-more = { $first } (+{ $count }: “recoupe config check” shows them)
status-reloading = Reading the files again…
status-mouse-on = Mouse: on.
status-mouse-off = Mouse: left to the terminal.
status-reloaded = { $count ->
    [one] Read again: { $count } article
   *[other] Read again: { $count } articles
}
reloaded-new = { $count } new
reloaded-changed = { $count } changed
reloaded-gone = { $count } gone
reloaded-same = nothing has changed
status-starred = { $count ->
    [one] Starred.
   *[other] Starred { $count } articles.
}
status-unstarred = { $count ->
    [one] Star taken off.
   *[other] Star taken off { $count } articles.
}
status-read = { $count ->
    [one] Marked as read.
   *[other] Marked { $count } articles as read.
}
status-unread-again = { $count ->
    [one] Marked as unread.
   *[other] Marked { $count } articles as unread.
}
status-tagged = { $count ->
    [one] Tags: { $tags }
   *[other] Tags of { $count } articles: { $tags }
}
status-untagged = { $count ->
    [one] Tags taken off.
   *[other] Tags taken off { $count } articles.
}
status-selected = { $count ->
    [0] Nothing selected any more.
    [one] { $count } article selected: m, r, t, y a, e and = act on it.
   *[other] { $count } articles selected: m, r, t, y a, e and = act on them.
}
status-nothing-to-select = Nothing to select here.
status-not-in-tab = This tab has no such order or filter.
status-no-such-key = { $keys } does nothing here ({ $help } for help)
status-no-jump = No further jump that way.
status-nothing-here = Nowhere to go.
status-still-analysing = The analysis is still running: one moment.
status-one-article = Comparing takes at least two articles.
status-no-claim = No further claim that way.
status-no-actor = No further actor that way.
status-no-passage = No further shared passage that way.
status-no-search = Nothing to repeat: / searches this pane.
status-no-match = No match.
status-back-to-comparison = Ctrl-o comes back to the comparison.
status-silent = This outlet says nothing of it: nowhere to go.
status-loosest = The lowest strength: nothing looser was kept.
status-strictest = The highest strength.
status-usual-strength = It is the usual strength already.
status-strength = Strength { $strength } ({ $name }).
status-strength-facts = Strength { $strength } ({ $name }): { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}, { $facts ->
    [one] { $facts } shared fact
   *[other] { $facts } shared facts
}.
status-nothing-to-undo = Nothing to undo.
status-kept-corrections = { $count ->
    [one] Nothing to undo in this session; { $keys } takes the correction kept back.
   *[other] Nothing to undo in this session; { $keys } takes one of the { $count } corrections kept back.
}
status-undone = Undone.
status-copied = { $words ->
    [one] Copied: { $words } word, source included.
   *[other] Copied: { $words } words, source included.
}
status-nothing-to-copy = Nothing to copy here.
status-no-address = This article has no address.
status-exported = Written: { $path }
error-analysis = The analysis failed; the articles can still be read. R to try again.
error-export = The export failed; nothing was written. e to try again.
error-index = The finder still has the outlet’s old name. R reads the files again.
error-keeping = What was just set could not be kept: an internal failure. Set it again, or start the program anew.
error-search = The search failed; type something else.
match-of = { $at } of { $total }
matches = { $total ->
    [0] no match
    [one] { $total } match
   *[other] { $total } matches
}
prompt-outlet = Outlet:{" "}
prompt-export = Export to:{" "}
prompt-tags = { $count ->
    [one] Tags:{" "}
   *[other] Tags of { $count } articles:{" "}
}

## Finder

finder-count = { $total } of { $searched }
finder-nothing = No results.
finder-set-aside = set aside
finder-syntax = {"'"}exact ^start end$ !not a | b  outlet: actor: speaker: kind: tag: date: is:starred
scope-all = all
scope-article = articles
scope-text = text
scope-actor = actors
scope-claim = claims
scope-figure = figures
scope-command = commands
scope-one-article = article
scope-one-text = text
scope-one-actor = actor
scope-one-claim = claim
scope-one-figure = figure
scope-one-command = command

## Compare

compare-passage = passage { $at } of { $total }
compare-whole = whole article
compare-differences = differences only: { $shown } of { $total }
compare-conflicts = contradictions only: { $shown } of { $total }
compare-only-here = only here: { $shown } of { $total }
compare-missing = missing here: { $shown } of { $total }
compare-outlets = { $shown } of { $total } outlets
compare-nothing = This article has no passage to compare.
compare-no-differences = No differences: whatever is shared is the same.
compare-no-conflicts = No contradiction found at this strength; pp shows everything, - looks further.
compare-none-such = No passage of that kind; pp shows everything.
compare-choose = Outlets: Space ticks, Tab all, O order
compare-follows = who has the passage first · { $key } changes
compare-nowhere = nowhere else
compare-strength = strength
compare-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
strength-very-loose = very loose
strength-loose = loose
strength-usual = usual
strength-strict = strict
strength-very-strict = very strict
compare-counts = shared { $shared } · ≠ { $conflicts } · only here { $here } · only there { $there }
compare-copied = same text as { $outlet }: { $words } words
compare-copied-wire = same text as { $outlet }: { $words } words ({ $wire })
compare-score = strength { $score }
compare-why = why: { $why }
compare-word-by-word = word by word, [-the first-] {"{"}+the second+{"}"}
compare-crossing = across languages, less sure
compare-only = No match found in the other outlets, not even at the lowest strength.
compare-elsewhere = No match in what is shown; other outlets have one.
compare-below = { $count ->
    [one] No match at this strength; { $count } weaker one: the key - shows it.
   *[other] No match at this strength; { $count } weaker ones: the key - shows them.
}
sign-same = same fact
sign-reworded = in part
sign-differs = differs
sign-only = only here
sign-absent = absent
sign-common = in common
compare-also = also:
compare-too-unlike = Too unlike to be read word by word: the words they share are marked.
compare-word-for-word = Word for word the same.
compare-cut-short = quotation cut short by { $outlet }
compare-quote-word-for-word = The quotation is the same, word for word.
compare-all-pass = All passages do: there is nothing to leave out.
sign-changed = changed
sign-added = added
sign-moved = moved
sign-again = shown before

## Help and actions

help-type = type to narrow, Enter runs
context-panes = panes
context-list = list
context-text = text
context-side = side panel
context-compare = comparison
context-finder = finder
context-search = search in a pane
context-help = help
context-prompt = typed line
context-choice = list of choices
group-move = Move
group-find = Find
group-view = View
group-act = Act
group-program = Program
group-signs = Signs
meaning-strip = beside the text: wider where more outlets have it
meaning-margin = in 3 other outlets: same fact, in part, differing
meaning-claim = the fourth claim of the article
meaning-counts = in the list: 14 claims, 16 shared passages
meaning-cursor = what the cursor is on
meaning-unread = unread article
meaning-starred = starred article
meaning-selected = selected article
meaning-mentions = actor: 17 mentions in 6 outlets
meaning-said = actor: 12 claims made
meaning-here = actor named in the passage
meaning-unsure = a name that may not belong to the actor
meaning-hidden = hidden actor
meaning-via = relayed by an outlet or a document
meaning-says = coverage: says it, in part
meaning-otherwise = coverage: says otherwise, absent (none found)
meaning-bars = coverage: shared, in part, maybe, only here
meaning-leads = three places to go on to: l goes down there
hint-accept = accept
hint-choose = choose
hint-merge-actor = merge
hint-hide-actor = hide
hint-run = run
hint-cancel = cancel
key-enter = Enter
key-esc = Esc
key-space = Space
key-tab = Tab
key-shift-tab = Shift-Tab
key-backspace = Backspace
key-delete = Delete
key-home = Home
key-end = End
key-pageup = PageUp
key-pagedown = PageDown
action-down = Down: next line, entry or passage
hint-down = move
action-up = Up: previous line, entry or passage
action-half-page-down = Half a page down
action-half-page-up = Half a page up
action-page-down = A page down
action-page-up = A page up
action-top = To the start
action-bottom = To the end (12G: to the twelfth)
action-neighbour-down = Down in the neighbouring pane
action-neighbour-up = Up in the neighbouring pane
action-pane-left = Pane or column on the left
hint-pane-left = pane
action-pane-right = Pane or column on the right
action-pane-next = Next pane
action-pane-previous = Previous pane
action-open = Open, go to the passage, run
hint-open = open
action-next-claim = Next claim; in a comparison, next shared passage
hint-next-claim = claim
action-previous-claim = Previous claim; in a comparison, previous shared passage
action-next-actor = Next actor in the text
hint-next-actor = actor
action-previous-actor = Previous actor in the text
action-back = Back to where the jump came from
action-forward = Forward again
action-compare = Compare the passage with the other outlets
hint-compare = compare
action-find = Find anything: articles, text, actors, claims, figures, commands
hint-find = find
action-search = Search in this pane
hint-search = in pane
action-search-next = Next match
action-search-previous = Previous match
action-palette = Run a command by name
action-side-panel = Show or hide the side panel
hint-side-panel = side
action-tab-actors = Side panel: actors
action-tab-claims = Side panel: claims
action-tab-figures = Side panel: figures
action-tab-coverage = Side panel: coverage, who has what
action-tab-next = Next tab of the side panel
hint-tab-next = tab
action-order = Side panel: another order (actors, claims, figures, coverage)
action-next-part = Side panel: next part (facts, claims, actors, figures)
action-previous-part = Side panel: previous part
action-pick-speaker = Side panel: only this speaker, or everybody; from an actor, its claims
action-pick-outlet = Only this outlet or article, or all again
action-pick-kind = Side panel: only one kind, the next one each time
action-pick-hedged = Side panel: only what is unconfirmed, or all again
action-pick-conflicts = Only what differs, or everything again
action-pick-missing = Only what is missing here, or everything again
action-pick-all = No filter, everything again
hint-order = order
action-zoom = This pane alone, or all
hint-zoom = zoom
action-details = About the article: outlet, date, encoding
hint-details = about
action-differences = Only what differs
hint-differences = differences
action-outlets = Choose the outlets compared
hint-outlets = outlets
action-whole = Whole articles beside each other, or by passages
hint-whole = whole article
action-stronger = Ask for passages that are more alike
hint-stronger = strength
action-weaker = Let in passages that are less alike
action-usual-strength = Back to the usual strength
action-star = Star: set it or take it off
hint-star = star
action-read = Mark read or unread
hint-read = read
action-tag = Tag the article (a comma between two tags)
hint-tag = tag
action-select = Select the article, or not; actions take the selected ones
hint-select = select
action-complete = Complete what is being typed
hint-complete = complete
action-complete-back = The completion before
action-set-outlet = Name the article’s outlet
action-merge-actor = Actor: merge it into another (twice)
action-split-actor = Actor: take a name out of it
action-rename-actor = Actor: show it by another name
action-actor-kind = Actor: say what it is
action-hide-actor = Actor: hide it, or show it again
action-corrections = Actor: take a correction back, an old one too
action-undo = Undo the last change
action-copy-passage = Copy the passage with its source
hint-copy-passage = copy
action-copy-title = Copy the title with its source
action-copy-claim = Copy the claim, its speaker and source
action-copy-article = Copy the article with its source
action-copy-address = Copy the article’s address
action-browser = Open the address in the browser
action-export = Export as Markdown, to a file you name
action-reload = Read the files again
action-mouse = Use the mouse, or leave it to the terminal
action-help = All keys
hint-help = help
action-quit = Close what is on top, at last the program
hint-quit = close
action-cancel = Cancel; never quits
action-suspend = Suspend to the shell; fg comes back
action-leave = Leave at once
action-next-scope = Next scope of the finder
hint-next-scope = scope
action-previous-scope = Previous scope of the finder
action-clear-line = Empty the line
action-delete-word = Delete the word

## Pages of the command line

out-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
out-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
out-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
out-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
out-facts = { $count ->
    [one] { $count } shared fact
   *[other] { $count } shared facts
}
out-shared = { $count ->
    [one] { $count } shared passage
   *[other] { $count } shared passages
}
out-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
out-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
out-unread = { $count ->
    [one] { $count } file not read
   *[other] { $count } files not read
}
out-untitled = Dossier
out-more = For everything: recoupe analyze · compare · claims · actors · figures · coverage · find.
out-persons = People
out-organisations = Organisations
out-places = Places
out-events = Events
out-others = Others
out-also = also: { $names }
out-described = also called: { $names }
out-roles = according to the outlets: { $roles }
out-silent = absent: { $outlets }
out-claims-by = { $count ->
    [0] no claims by it
    [one] { $count } claim by it
   *[other] { $count } claims by it
}
out-claims-about = { $count ->
    [0] none about it
   *[other] { $count } about it
}
out-edited = corrected by hand
out-quoted = “{ $text }”
out-nobody = Nobody called “{ $name }” says anything here. Those who say most: { $names }.
out-nobody-near = Nobody called “{ $name }” says anything here. Did you mean { $names }?
out-no-outlet = No outlet is called “{ $name }”. There are: { $names }.
out-no-claim = No claim meets all of these conditions: leave one out.
out-no-figure = No figure meets all of these conditions: leave one out.
out-source-unnamed = Unnamed source
out-same-quote = same quotation
out-same-fact = same fact
out-partial = in part
out-conflict = differs
out-coverage = Who says what
out-coverage-legend = ● says it   ◐ in part   ≠ says otherwise   · absent (no match found)
out-coverage-facts = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
out-coverage-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
}
out-coverage-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
out-coverage-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
out-sharing = What each outlet shares
out-shares = shared: { $shared } · in part: { $partly } · only here: { $own }
out-shares-faintly = shared: { $shared } · in part: { $partly } · maybe elsewhere: { $faintly } · only here: { $own }
coverage-bars = █ shared ▒ in part ┈ maybe elsewhere ░ own
coverage-bars-short = █ shared ▒ in part ┈ ? ░ own
coverage-shares = Outlets
coverage-no-match = No match found in this outlet.
coverage-share-hint = Enter: the whole article beside this one.
coverage-distance = distance { $distance }
coverage-perhaps = perhaps, too weak to count: { $outlets }
coverage-perhaps-many = perhaps, too weak to count: { $count } outlets
coverage-one-article = One article alone: there is nothing to compare it with.
says-no-match = no match found
bar-shared = shared with another outlet
bar-partly = shared in part, or told otherwise
bar-faintly = maybe elsewhere
bar-own = only here
detail-fact = Who has it
says-fully = says it
says-partly = in part
says-differs = says otherwise
says-absent = says nothing of it
coverage-only = only in { $outlet }
coverage-unmatched = No match in another outlet, not even below the strength ({ $strength }).
coverage-left-out = Left out: { $count ->
    [one] { $count } passage
   *[other] { $count } passages
} matched only below it, maybe elsewhere.
coverage-missing = missing in { $outlet }
coverage-conflicts = contradictions only
out-own-words = words that the other has not
out-signs = = same fact   ~ in part   ≠ differs   + only here   — absent
out-compare-two = { $a } against { $b }
out-compare-counts = { $shared }, { $conflicts } of them in contradiction; only in { $a }: { $here }; only in { $b }: { $there }; strength { $strength }.
out-against-counts = { $shared }, { $conflicts } of them contradicted; only in { $a }: { $here }; strength { $strength }.
out-many-outlets = { $count ->
    [one] { $count } other outlet
   *[other] { $count } other outlets
}
out-copied = Same text: { $count } words in common.
out-copied-wire = Same wire text: { $count } words in common ({ $wire }).
out-crossing = across languages, less sure
out-again = in its own place elsewhere
out-moved = moved
out-fact = { $number }. { $outlets } outlets of { $all }
out-absent = — absent: { $outlets }
out-why-quote = { $count ->
    [one] quotation of { $count } word
   *[other] quotation of { $count } words
}
out-why-figure = figure { $figure }
out-why-actors = actors { $names }
out-why-words = words { $words }
out-why-day = same day ({ $day })
out-why-part = only for the part “{ $part }”
out-why-parts = only for the parts “{ $a }” and “{ $b }”
out-apart-agree = the tellings agree
out-apart-reworded = told in other words
out-apart-differ = differ: { $what }
out-nothing-shared = No passage of one article was found in another: they may be about different events.
out-strangers = Nothing of it was found elsewhere, perhaps another event: { $outlets }
out-why-drift = same quotation in other words: { $count } words in common of { $of }
out-why-differ-quantity = number { $a } ≠ { $b }
out-why-differ-date = date { $a } ≠ { $b }
out-why-differ-hour = time { $a } ≠ { $b }
out-why-differ-place = place { $a } ≠ { $b }
out-why-differ-medium = medium { $a } ≠ { $b }
out-why-differ-speaker = attributed to { $a } ≠ { $b }
out-why-differ-stage = planned or done { $a } ≠ { $b }
out-why-differ-truth = affirmed or denied { $a } ≠ { $b }
out-why-differ-member = included or not { $a } ≠ { $b }
out-why-outlets = { $count ->
    [one] backed by { $count } more outlet
   *[other] backed by { $count } more outlets
}
out-found = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
out-found-shown = Only the best { $count } are shown; --limit shows more.
out-nearly = Nothing exact; one slip away:
out-kind-article = Articles
out-kind-actor = Actors
out-kind-claim = Claims
out-kind-figure = Figures
out-kind-text = Text
out-kind-command = Commands
out-quantities = { $count ->
    [one] { $count } quantity
   *[other] { $count } quantities
}
amount-million = { $several ->
    [yes] { $number } million
   *[no] { $number } million
}
amount-billion = { $several ->
    [yes] { $number } billion
   *[no] { $number } billion
}
unit-AED = UAE dirhams
unit-ARS = Argentine pesos
unit-AUD = Australian dollars
unit-BRL = reais
unit-CAD = Canadian dollars
unit-CHF = Swiss francs
unit-CNY = yuan
unit-CZK = Czech crowns
unit-DKK = Danish crowns
unit-DZD = Algerian dinars
unit-EGP = Egyptian pounds
unit-EUR = euros
unit-GBP = pounds sterling
unit-HUF = forints
unit-IDR = rupiah
unit-ILS = shekels
unit-INR = rupees
unit-JPY = yen
unit-KRW = won
unit-LBP = Lebanese pounds
unit-MAD = Moroccan dirhams
unit-MXN = Mexican pesos
unit-NGN = naira
unit-NOK = Norwegian crowns
unit-PKR = Pakistani rupees
unit-PLN = zlotys
unit-RON = lei
unit-RUB = roubles
unit-SEK = Swedish crowns
unit-TND = Tunisian dinars
unit-TRY = Turkish lira
unit-UAH = hryvnias
unit-USD = dollars
unit-XAF = CFA francs
unit-ZAR = rand
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Command line and errors

remark-undecoded = { $places ->
    [one] { $file }: { $places } place could not be decoded and is shown as �; try another --encoding
   *[other] { $file }: { $places } places could not be decoded and are shown as �; try another --encoding
}
remark-foreign = { $count ->
    [one] { $file }: { $count } character is in another encoding than the rest; read as { $encoding }
   *[other] { $file }: { $count } characters are in another encoding than the rest; read as { $encoding }
}
remark-doubled = { $places ->
    [one] { $file }: mended in { $places } place where UTF-8 had been read as windows-1252; --encoding utf-8 leaves it as it is
   *[other] { $file }: mended in { $places } places where UTF-8 had been read as windows-1252; --encoding utf-8 leaves them as they are
}
remark-unanalysed = { $file }: only the first { $analysed } of { $all } characters were analysed; the rest can be read and searched, without actors, claims or figures
remark-printed = { $passages } passages are printed alike by more than { $first } articles; each is compared with the first { $first } of them alone
remark-unreadable = cannot be read ({ $what }); the articles are shown without it
remark-refused = not read ({ $what }); put a real file in its place, the articles are shown without it
remark-syntax = not valid TOML: { $what }
remark-unknown-key = unknown key “{ $key }”; did you mean “{ $nearest }”?
remark-wrong-type = “{ $key }” must be { $key ->
    [date] a date such as 2025-03-04
    [article] a table, written [[article]]
    [correction] a table, written [[correction]]
    [authors] a name or a list of names
   *[other] a text between quote marks
}
remark-no-date = “{ $date }” is no date; write it as 2025-03-04
remark-no-file = this [[article]] names no file; add file = "…"
remark-no-correction = this [[correction]] corrects nothing; say merge, split, rename, kind or hide
remark-no-partner = “{ $key }” says not all; add { $partner } = "…"
remark-no-kind = “{ $kind }” is no kind; write person, organisation, place, event or other
remark-nearest-actor = no actor “{ $actor }” any more (“{ $nearest }”?); the correction is kept
remark-no-such-actor = no actor “{ $actor }” any more; the correction is kept
remark-no-such-name = “{ $actor }” has no other name “{ $alias }” any more; the correction is kept
remark-leads-out = “{ $file }” leads out of this folder; name a file in it
remark-nearest-file = no article “{ $file }” here; did you mean “{ $nearest }”?
remark-no-such-file = no article “{ $file }” here
help-recoupe = Holds what several outlets wrote about one event against each other.
help-analyze = Analyse articles and show everything that was found.
help-compare = Set two articles side by side, one against all, or every version of each fact.
help-claims = Who said what.
help-actors = People, organisations and places.
help-figures = The checkable figures.
help-find = Search articles, actors, claims, figures and text.
flag-query = What to look for, as in the reader (no accents needed; outlet:, speaker:, is:shared…)
flag-limit = How many results to show
help-coverage = Who published which fact, and who did not.
help-completions = Completions for a shell, to install in its configuration.
help-man = The manual page, for man -l.
help-config = Settings: where they are, whether they are right, what there is to choose.
help-check = Check the settings file.
help-path = Say where the settings file is.
help-default = Print a commented settings file.
help-help = Print the help of a command.
flag-subcommand = The command
flag-command = The command
help-values = {" "}[{ $values }]
help-default-value = {" "}[default: { $value }]
help-usage = Usage:
help-commands = Commands:
help-flags = Options:
help-arguments = Arguments:
help-exit-codes = Exit codes: 0 fine, 1 nothing found, 2 usage, 65 nothing readable, 66 not found, 70 the reader failed, 74 cannot write, 78 settings.
flag-paths = Files or folders to read, - for standard input; the demo when none is named
flag-what = Files, folders, or articles by their outlet, file or number: one against all, two side by side, one against several
flag-format = The form of the output
flag-strength = How alike two passages must be, from 0.30 to 1 (0.50 unless told otherwise)
flag-differences = Only what differs or stands on one side
flag-conflicts = Only what is in contradiction
flag-own-rows = Only what the first article alone has
flag-missing-rows = Only what the others have and it does not
flag-only = Only what this outlet alone has
flag-missing = Only what others have and this outlet does not
flag-sort = Order: what most outlets have first, or what is most disputed
flag-encoding = The encoding to read in instead of telling it from the bytes
flag-lang = The interface's language
flag-color = When to use colour
flag-width = Width of the text in columns
flag-by = Only what this person or institution says
flag-outlet = Only what this outlet reports
flag-kind = Only this kind
flag-force = Only this speech act: what is done in saying it
flag-differ = Only quantities that outlets give differently (also --conflicts)
flag-order = What the list goes by
flag-hedged = Only what is reported as unconfirmed
flag-shell = The shell
flag-help = Print this help
flag-version = Print the version
usage-unknown = The argument “{ $argument }” is unknown.
usage-command = The command “{ $argument }” is unknown.
usage-value = The value “{ $value }” does not fit { $argument }.
usage-missing = { $argument } is missing.
usage-twice = { $argument } is given twice.
usage-conflict = { $argument } does not go with { $other }.
usage-count = { $argument } does not have the right number of values.
usage-no-command = The command is missing.
usage-nearest = {" "}Did you mean “{ $name }”?
usage-valid = {" "}Possible values: { $names }.
usage-help = For help: recoupe --help
error-all-unread = No article could be read: put articles in .txt or .md in their place.
error-no-such-article = “{ $name }” is neither a file nor one article of the dossier. Choose among: { $choice }.
error-not-two = Two different articles are compared: name one (against all others), two, several, or none for the whole dossier.
error-not-named = Name the article whose own or missing passages are asked for: recoupe compare NAME --only-here.
error-no-home = No home folder for the settings: set HOME or XDG_CONFIG_HOME.
error-output = Cannot write to standard output ({ $what }): free some space or write elsewhere.
error-reader = The reader stopped: { $what }
config-header =
    Recoupe's settings. Each line shows the default; take the # away
    to change it. "recoupe config path" says where this file goes.
config-language = The interface's language: "system" (the system's), "fr" or "en".
config-theme = Theme: "terminal" (the terminal’s colours), "plain" (no colour) or "paper".
config-mouse = Mouse clicks and wheel in the reader.
config-side-panel = Side panel open at the start.
config-margin = Empty columns at either side of the text, from 0 to 20.
config-text-width = The widest line of the text in columns, from 20 to 240.
config-encoding = The encoding to read every file in; without it, it is told from the bytes.
config-keys = Keys by action, for example: quit = ["q", "Ctrl-q"]
config-fine = { $path }: all is well.
config-none = { $path }: no file, the defaults apply.
config-unreadable = cannot be read ({ $what }); the defaults apply.
config-syntax = this is no TOML ({ $what }); what follows keeps its defaults.
config-unknown = no setting is called “{ $name }”; “recoupe config default” shows them all.
config-unknown-nearest = no setting is called “{ $name }”; did you mean “{ $nearest }”?
config-value = “{ $name }” takes { $expected }; its default is kept.
config-takes-switch = true or false
config-takes-text = text between straight quotation marks
config-takes-one = one of these words: { $names }
config-takes-number = a whole number from { $low } to { $high }
config-takes-encoding = the name of an encoding, such as "windows-1252"
config-takes-keys = a table of actions and keys
keys-unknown-action = [keys]: no action is called “{ $name }”; the help (?) and the palette (:) show them all.
keys-unknown-action-nearest = [keys]: no action is called “{ $name }”; did you mean “{ $nearest }”?
keys-unknown-key = [keys] { $action }: “{ $key }” is no key; write a character or a name such as Enter, Space, Ctrl-d, F1.
keys-count = [keys] { $action }: “{ $keys }” starts with a digit, and digits are counts (3j); take another key.
keys-hide = [keys] “{ $keys }” runs { $action } before “{ $longer }” ({ $hidden }) can be typed; change one of them.

## Reasons
reason-gone = it was there and has disappeared; reload once it is back
reason-denied = you may not read it; change its permissions and reload
reason-empty = it is empty; save the article’s text into it
reason-export = it is an export of Recoupe and no article; without its first line it would be read
reason-binary = it is not text; save the article as plain text or Markdown
reason-too-large = it is larger than 8 MiB; split it, or take the article out of it
reason-not-a-file = it is neither a file nor a folder that can be listed
reason-not-regular = it is a pipe, a device or a socket, and only files are read; hand it over as standard input (-)
reason-leads-out = it is a link out of the folder; copy the article into it, or name the link itself
reason-failed = it cannot be read ({ $what }); copy it elsewhere and try again
source-missing = { $path }: no such file or folder; check the spelling, or name the folder that holds the articles
source-empty-folder = { $path }: the folder is empty; put articles into it as .txt or .md files
source-no-articles = { $path }: no .txt or .md file in this folder; name a file itself to read it whatever its ending
source-unknown-encoding = { $label }: no such encoding; try { $nearest }, or leave it out to have it told from the text

### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

## Status and progress

## Finder

## Compare

## Help and actions

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
out-direct = direct quotation
out-mixed = partly quoted
out-indirect = reported
out-cue = “{ $cue }”
out-via = relayed by { $via }
out-hedged = unconfirmed
out-source-unnamed = Unnamed source
out-same-quote = same quotation
out-same-fact = same fact
out-partial = in part
out-conflict = in conflict
out-coverage = Who says what
out-coverage-legend = ● says it   ◐ in part   ≠ says otherwise   · absent (no match found)
out-signs = = same   ~ reworded   ≠ differs   + only here   — absent
out-compare-two = { $a } against { $b }
out-fact = { $number }. { $outlets } outlets of { $all }
out-absent = — absent: { $outlets }
out-why-quote = { $count ->
    [one] quotation of { $count } word
   *[other] quotation of { $count } words
}
out-why-figure = figure { $figure }
out-why-actors = actors { $names }
out-why-words = words { $words }
out-why-differ = { $a } | { $b }
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

help-recoupe = Holds what several outlets wrote about one event against each other.
help-analyze = Analyse articles and show everything that was found.
help-compare = Set two articles side by side, or every version of each fact.
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
flag-what = Files, folders, or two articles by their outlet, file or number
flag-format = The form of the output
flag-encoding = The encoding to read in instead of telling it from the bytes
flag-lang = The interface's language
flag-color = When to use colour
flag-width = Width of the text in columns
flag-by = Only what this person or institution says
flag-outlet = Only what this outlet reports
flag-kind = Only this kind
flag-hedged = Only what is reported as unconfirmed
flag-shell = The shell
flag-help = Print this help
flag-version = Print the version
usage-unknown = The argument “{ $argument }” is unknown.
usage-command = The command “{ $argument }” is unknown.
usage-value = The value “{ $value }” does not fit { $argument }.
usage-missing = { $argument } is missing.
usage-nearest = {" "}Did you mean “{ $name }”?
usage-valid = {" "}Possible values: { $names }.
usage-help = For help: recoupe --help
error-all-unread = No article could be read: put articles in .txt or .md in their place.
error-no-such-article = “{ $name }” is neither a file nor one article of the dossier. Choose among: { $choice }.
error-not-two = Two different articles are compared: name two, or none for the whole dossier.
error-no-home = No home folder for the settings: set HOME or XDG_CONFIG_HOME.
error-output = Cannot write to standard output ({ $what }): free some space or write elsewhere.
error-reader = The reader stopped: { $what }
config-header =
    Recoupe's settings. Each line shows the default; take the # away
    to change it. "recoupe config path" says where this file goes.
config-language = The interface's language: "system" (the system's), "fr" or "en".
config-theme = The colour theme.
config-mouse = Mouse clicks and wheel in the reader.
config-side-panel = Side panel open at the start.
config-margin = Empty columns at either side of the text, from 0 to 20.
config-text-width = The widest line of the text in columns, from 20 to 240.
config-encoding = The encoding to read every file in; without it, it is told from the bytes.
config-keys = Keys by action, for example: quit = ["q", "ctrl-c"]
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

## Reasons
reason-gone = it was there and has disappeared; reload once it is back
reason-denied = you may not read it; change its permissions and reload
reason-empty = it is empty; save the article’s text into it
reason-binary = it is not text; save the article as plain text or Markdown
reason-too-large = it is larger than 32 MiB; split it, or take the article out of it
reason-not-a-file = it is neither a file nor a folder that can be listed
reason-failed = it cannot be read ({ $what }); copy it elsewhere and try again
source-missing = { $path }: no such file or folder; check the spelling, or name the folder that holds the articles
source-empty-folder = { $path }: the folder is empty; put articles into it as .txt or .md files
source-no-articles = { $path }: no .txt or .md file in this folder; name a file itself to read it whatever its ending
source-unknown-encoding = { $label }: no such encoding; try { $nearest }, or leave it out to have it told from the text

### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

## Status and progress

## Finder

## Compare

## Help and actions

## Command line and errors

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

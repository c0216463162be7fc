### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

## Status and progress

## Finder

## Compare

## Help and actions

## Command line and errors

## Reasons

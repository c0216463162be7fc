### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

## Status and progress

## Finder

## Compare

## Help and actions

## Command line and errors

## Reasons
reason-gone = il était là et a disparu ; rechargez quand il sera revenu
reason-denied = sa lecture n’est pas permise ; changez ses droits et rechargez
reason-empty = il est vide ; enregistrez-y le texte de l’article
reason-binary = ce n’est pas du texte ; enregistrez l’article en texte brut ou en Markdown
reason-too-large = il dépasse 32 Mio ; coupez-le ou sortez-en l’article
reason-not-a-file = ce n’est ni un fichier ni un dossier lisible
reason-failed = sa lecture a échoué ({ $what }) ; copiez-le ailleurs et réessayez
source-missing = { $path } : aucun fichier ni dossier de ce nom ; vérifiez l’orthographe, ou nommez le dossier des articles
source-empty-folder = { $path } : le dossier est vide ; mettez-y des articles en .txt ou .md
source-no-articles = { $path } : aucun fichier .txt ou .md dans ce dossier ; nommez un fichier lui-même pour le lire quelle que soit son extension
source-unknown-encoding = { $label } : encodage inconnu ; essayez { $nearest }, ou laissez-le deviner

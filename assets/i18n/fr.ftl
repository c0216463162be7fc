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
    [one] { $count } acteur
   *[other] { $count } acteurs
}
out-claims = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
}
out-figures = { $count ->
    [one] { $count } chiffre
   *[other] { $count } chiffres
}
out-facts = { $count ->
    [one] { $count } fait partagé
   *[other] { $count } faits partagés
}
out-shared = { $count ->
    [one] { $count } passage commun
   *[other] { $count } passages communs
}
out-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
out-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
}
out-unread = { $count ->
    [one] { $count } fichier non lu
   *[other] { $count } fichiers non lus
}
out-untitled = Dossier
out-more = Pour tout voir : recoupe analyze · compare · claims · actors · figures · coverage · find.
out-persons = Personnes
out-organisations = Organisations
out-places = Lieux
out-events = Événements
out-others = Autres
out-also = aussi : { $names }
out-direct = citation directe
out-mixed = citation mêlée au récit
out-indirect = propos rapporté
out-cue = « { $cue } »
out-via = relayé par { $via }
out-hedged = au conditionnel, non confirmé
out-source-unnamed = Source non nommée
out-same-quote = même citation
out-same-fact = même fait
out-partial = en partie
out-conflict = se contredisent
out-coverage = Qui dit quoi
out-coverage-legend = ● le dit   ◐ en partie   ≠ dit autre chose   · absent (aucune correspondance trouvée)
out-signs = = identique   ~ reformulé   ≠ diffère   + seulement ici   — absent
out-compare-two = { $a } face à { $b }
out-fact = { $number }. { $outlets } médias sur { $all }
out-absent = — absent : { $outlets }
out-why-quote = { $count ->
    [one] citation de { $count } mot
   *[other] citation de { $count } mots
}
out-why-figure = chiffre { $figure }
out-why-actors = acteurs { $names }
out-why-words = mots { $words }
out-why-differ = { $a } | { $b }
out-why-outlets = { $count ->
    [one] confirmé par { $count } autre média
   *[other] confirmé par { $count } autres médias
}
out-found = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
out-found-shown = Seuls les { $count } meilleurs sont montrés ; --limit en montre davantage.
out-nearly = Rien d’exact ; à une faute près :
out-kind-article = Articles
out-kind-actor = Acteurs
out-kind-claim = Déclarations
out-kind-figure = Chiffres
out-kind-text = Texte
out-kind-command = Commandes
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Command line and errors

help-recoupe = Confronte ce que plusieurs médias ont écrit sur un même événement.
help-analyze = Analyse des articles et montre tout ce qui y a été trouvé.
help-compare = Met deux articles côte à côte, ou toutes les versions de chaque fait.
help-claims = Qui a dit quoi.
help-actors = Les personnes, les organisations et les lieux.
help-figures = Les chiffres vérifiables.
help-find = Cherche dans les articles, les acteurs, les déclarations, les chiffres et le texte.
flag-query = Ce qu’on cherche, comme dans le lecteur (accents inutiles ; outlet:, speaker:, is:shared…)
flag-limit = Combien de résultats montrer
help-coverage = Qui a publié quel fait, et qui ne l’a pas.
help-completions = Complétions pour un shell, à installer dans sa configuration.
help-man = La page de manuel, pour man -l.
help-config = Les réglages : où ils sont, s’ils sont justes, ce qu’on peut choisir.
help-check = Vérifie le fichier de réglages.
help-path = Dit où est le fichier de réglages.
help-default = Affiche un fichier de réglages commenté.
help-help = Affiche l’aide d’une commande.
flag-subcommand = La commande
flag-command = La commande
help-values = {" "}[{ $values }]
help-default-value = {" "}[par défaut : { $value }]
help-usage = Usage :
help-commands = Commandes :
help-flags = Options :
help-arguments = Arguments :
help-exit-codes = Codes de sortie : 0 tout va bien, 1 rien trouvé, 2 usage, 65 rien de lisible, 66 introuvable, 70 panne du lecteur, 74 écriture impossible, 78 réglages.
flag-paths = Fichiers ou dossiers à lire, - pour l’entrée standard ; sans rien, la démonstration
flag-what = Fichiers, dossiers, ou deux articles désignés par leur média, leur fichier ou leur numéro
flag-format = Forme de la sortie
flag-encoding = Encodage à imposer au lieu de le deviner
flag-lang = Langue de l’interface
flag-color = Quand mettre de la couleur
flag-width = Largeur du texte en colonnes
flag-by = Seulement ce que dit cette personne ou cette institution
flag-outlet = Seulement ce que rapporte ce média
flag-kind = Seulement ce genre
flag-hedged = Seulement ce qui est au conditionnel
flag-shell = Le shell
flag-help = Affiche cette aide
flag-version = Affiche la version
usage-unknown = L’argument « { $argument } » est inconnu.
usage-command = La commande « { $argument } » est inconnue.
usage-value = La valeur « { $value } » ne convient pas à { $argument }.
usage-missing = Il manque { $argument }.
usage-nearest = {" "}Vouliez-vous dire « { $name } » ?
usage-valid = {" "}Valeurs possibles : { $names }.
usage-help = Pour l’aide : recoupe --help
error-all-unread = Aucun article n’a pu être lu : remplacez ces fichiers par des articles en .txt ou en .md.
error-no-such-article = « { $name } » n’est ni un fichier ni un seul article du dossier. Choisissez parmi : { $choice }.
error-not-two = On compare deux articles différents : nommez-en deux, ou aucun pour tout le dossier.
error-no-home = Aucun dossier personnel pour les réglages : définissez HOME ou XDG_CONFIG_HOME.
error-output = Impossible d’écrire sur la sortie standard ({ $what }) : libérez de la place ou changez de destination.
error-reader = Le lecteur s’est arrêté : { $what }
config-header =
    Réglages de Recoupe. Chaque ligne montre la valeur par défaut ;
    retirez le # pour la changer. « recoupe config path » dit où placer ce fichier.
config-language = Langue de l’interface : "system" (celle du système), "fr" ou "en".
config-theme = Thème de couleurs.
config-mouse = Clics et molette de la souris dans le lecteur.
config-side-panel = Panneau latéral ouvert au départ.
config-margin = Colonnes vides de part et d’autre du texte, de 0 à 20.
config-text-width = Largeur maximale du texte, en colonnes, de 20 à 240.
config-encoding = Encodage imposé à tous les fichiers ; sans ce réglage, il est deviné.
config-keys = Touches par action, par exemple : quit = ["q", "ctrl-c"]
config-fine = { $path } : tout est juste.
config-none = { $path } : pas de fichier, les réglages par défaut valent.
config-unreadable = illisible ({ $what }) ; les réglages par défaut valent.
config-syntax = ce n’est pas du TOML ({ $what }) ; la suite garde ses valeurs par défaut.
config-unknown = aucun réglage ne s’appelle « { $name } » ; « recoupe config default » les montre tous.
config-unknown-nearest = aucun réglage ne s’appelle « { $name } » ; vouliez-vous dire « { $nearest } » ?
config-value = « { $name } » attend { $expected } ; sa valeur par défaut est gardée.
config-takes-switch = true ou false
config-takes-text = du texte entre guillemets droits
config-takes-one = un de ces mots : { $names }
config-takes-number = un nombre entier de { $low } à { $high }
config-takes-encoding = un nom d’encodage, comme "windows-1252"
config-takes-keys = une table d’actions et de touches

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

### Recoupe's own words. Keys are the same in every language.

## Panes and tabs

pane-articles = Articles
pane-compare = Comparer
pane-finder = Chercher
pane-help = Touches
pane-details = Fiche de l’article
tab-actors = Acteurs
tab-claims = Propos
tab-figures = Chiffres
tab-coverage = Couverture
too-small = { $columns }×{ $rows } : il faut { $needed-columns }×{ $needed-rows }
list-loading = Lecture des articles…
top-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
top-strength = seuil { $strength } ({ $name })
top-found = { $actors ->
    [one] { $actors } acteur
   *[other] { $actors } acteurs
} · { $claims } propos · { $facts ->
    [one] { $facts } fait commun
   *[other] { $facts } faits communs
}
progress-reading = lecture { $done }/{ $total }
progress-step = analyse { $step }/3 : { $what }
progress-actors = les acteurs
progress-claims = les propos
progress-aligning = les passages communs
short-date = { $day } { $month }
only-here = ici seulement (aucune correspondance trouvée)
also-in = { $count ->
    [one] aussi dans un autre média
   *[other] aussi dans { $count } autres médias
}
absent-from = absent : { $outlets }
absent-from-many = absent de { $count } médias
no-source = source non nommée
side-nothing = Rien trouvé ici.
kind-person = personne
kind-organisation = organisation
kind-place = lieu
kind-event = événement
kind-other = autre
actor-facts = { $kind } · { $by ->
    [0] aucun propos
   *[other] { $by } propos
} · { $about ->
    [0] aucun à son sujet
   *[other] { $about } à son sujet
}
actor-hidden = masqué : x h le montre de nouveau
actor-also = aussi : { $names }
card-facts = { $kind } · { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
} dans { $outlets ->
    [one] { $outlets } média
   *[other] { $outlets } médias
}
card-hidden = Masqué : x h le montre de nouveau.
card-edited = Corrigé à la main : u annule, dossier.toml le garde.
card-names = Autres noms
card-descriptions = Aussi désigné par
card-outlets = Selon les médias
card-silent = Absent
card-by = { $count ->
    [one] Un propos tenu
   *[other] { $count } propos tenus
}
card-about = { $count ->
    [one] Un propos à son sujet
   *[other] { $count } propos à son sujet
}
card-more = … et { $count } de plus
card-unsure = à vérifier
card-quote = « { $words } »
join-editor = selon la rédaction
join-spelling = mêmes lettres
join-synonym = autre nom connu
join-acronym = sigle
join-demonym = le peuple pour l’État
join-last-name = nom de famille
join-shared-name = nom de famille en commun
join-variant = autre nombre ou petit mot
join-short-form = forme courte
join-middle-name = deuxième prénom omis
join-title = « M. » ou « Mme » tranche
join-nationality = par la nationalité
join-apposition = par une apposition
join-initial = initiale
join-capital = la capitale pour l’État
join-first-name = prénom seul
join-likeness = orthographe voisine
choice-name = Quel nom retirer à « { $actor } » ?
choice-kind = « { $actor } » est…
choice-correction = Quelle correction annuler ?
prompt-actor = Nom affiché :{" "}
correction-merge = « { $one } » fusionné avec « { $other } »
correction-split = « { $one } » séparé de « { $other } »
correction-rename = « { $one } » renommé « { $other } »
correction-kind = « { $one } » classé : { $other }
correction-hide = « { $one } » masqué
correction-kinds-differ = genres différents ({ $one }, { $other })
status-corrected = { $what } · u annule
status-hidden = { $what } · u annule ; en bas de la liste, x h le montre de nouveau
status-undone-what = Annulé : { $what }
status-taken-back = Annulé : { $what } · u le rétablit
status-no-corrections = Aucune correction à annuler.
status-shown-again = « { $actor } » est montré de nouveau · u annule
status-session-only = pour cette séance seulement
status-corrected-elsewhere = ailleurs, quelqu’un a aussi corrigé ce dossier ; { $keys } reprend tout
status-marked = Fusionner « { $actor } » : sur l’autre acteur, x m ; Échap y renonce
status-unmarked = Plus aucun acteur n’est marqué.
status-one-name = « { $actor } » n’a qu’un nom : rien à séparer.
status-name-taken = « { $name } » existe déjà : x m fusionne les deux.
status-only-actors = On corrige les acteurs dans leur onglet : g a.
status-no-actor-here = Aucun acteur ici.
status-says-nothing = Aucun propos { DE($actor) } n’a été trouvé.
status-actor-hidden = Masqué : x h le montre d’abord de nouveau.
status-mention = { $name } · { $at }/{ $total } · { $outlet }
status-actor-found = { $name } : { $total ->
    [one] { $total } mention
   *[other] { $total } mentions · { $next } la suivante, { $previous } la précédente
}
claim-direct = citation
claim-mixed = cité en partie
claim-indirect = rapporté
claim-hedged = au conditionnel
claim-denied = nié
claim-open = non tranché
claim-behalf = pour { $body }
claim-via = via { $via }
order-text = dans l’ordre du texte
order-speaker = par source
order-weight = par importance
order-claims = qui parle le plus d’abord
order-outlets = nommé par le plus de médias d’abord
order-difference = par écart
order-breadth = le plus répandu d’abord
order-disagreement = le plus disputé d’abord
side-order = Ordre : { $order }.
side-shown = { $shown } sur { $total }
side-only = seulement : { $what }
side-filtered = Affichés : { $shown } sur { $total }.
side-unfiltered = Aucun filtre : tout est affiché ({ $total }).
side-nothing-passes = Rien ne passe le filtre : { $keys } montre tout.
side-no-lead = Aucun autre passage à suivre d’ici.
pick-missing = absents { DU($outlet) }
side-lead = { $at } sur { $total } · { $what }
pick-hedged = au conditionnel
pick-conflicts = ≠ contredit
pick-differs = ≠ divergents
stand-perhaps = peut-être ailleurs
stand-only = ici seulement
detail-elsewhere = Ailleurs
detail-also = Aussi { DE($name) }
detail-claim = Ce propos
detail-figure = Ce chiffre
figures-differ = divergents
figures-shared = concordants
figures-only = dans un seul média
force-say = dit
force-assert = affirme
force-announce = annonce
force-deny = dément
force-reject = rejette
force-accuse = accuse
force-promise = promet
force-threaten = menace
force-warn = avertit
force-ask = demande
force-want = souhaite
force-regret = déplore
force-worry = s’inquiète
force-praise = salue
stand-outlets-differing = { $count } médias, dont { $differing } ≠
stand-outlets = { $count ->
    [one] { $count } média
   *[other] { $count } médias
}
voice-claims = { $count } propos
coverage-legend = ● dit ◐ partie ≠ diffère
block-headline = titre
block-lede = chapeau
block-heading = intertitre
block-paragraph = texte
block-quotation = citation
block-navigation = navigation, mise de côté
block-byline = signature, mise de côté
block-dateline = lieu et date, mis de côté
block-caption = légende, mise de côté
block-credit = crédit, mis de côté
block-embed = adresse ou contenu intégré, mis de côté
block-related = lien vers un autre article, mis de côté
block-duplicate = déjà imprimé plus haut, mis de côté
block-trailer = fin de page, mise de côté
block-unanalysed = trop loin du début, non analysé
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
language-fr = français
language-en = anglais
language-unknown = inconnue
evidence-sidecar = d’après dossier.toml
evidence-metadata = d’après l’en-tête du fichier
evidence-byline = d’après la signature
evidence-text = d’après le texte
evidence-address = d’après l’adresse
outlet-unknown = inconnu (g o pour le nommer)
details-outlet = Média
details-title = Titre
details-date = Date
details-authors = Auteurs
details-address = Adresse
details-file = Fichier
details-tags = Étiquettes
details-encoding = Encodage
encoding-asked = comme demandé
encoding-mark = d’après sa marque d’ordre des octets
encoding-zeros = d’après ses octets nuls
encoding-foreign = { $count ->
    [one] { $count } caractère lu en { $encoding }
   *[other] { $count } caractères lus en { $encoding }
}
encoding-broken = { $count ->
    [one] { $count } endroit illisible
   *[other] { $count } endroits illisibles
}
encoding-doubled = { $count ->
    [one] réparé en { $count } endroit : UTF-8 lu comme windows-1252
   *[other] réparé en { $count } endroits : UTF-8 lu comme windows-1252
}
encoding-guessed = deviné
details-language = Langue
details-size = Taille
details-size-value = { $words ->
    [one] { $words } mot
   *[other] { $words } mots
} · { $sentences ->
    [one] { $sentences } phrase
   *[other] { $sentences } phrases
} · { $noise ->
    [one] { $noise } bloc mis de côté
   *[other] { $noise } blocs mis de côté
}
details-analysed = Analyse
details-analysed-value = les { $analysed } premiers signes sur { $all } ; la suite se lit et se cherche
details-sharing = Partage
details-copied = Texte repris

## Status and progress

status-unread = { $count ->
    [one] Un fichier n’a pas pu être lu : il est en fin de liste, avec la raison.
   *[other] { $count } fichiers n’ont pas pu être lus : ils sont en fin de liste, avec la raison.
}
session-unreadable = Étoiles, lectures et étiquettes illisibles ({ $what }) : { $path }
session-unwritable = Étoiles, lectures et étiquettes non gardées ({ $what }) : { $path }
session-broken = Étoiles, lectures et étiquettes illisibles ({ $what }) ; mises de côté : { $path }
session-in-part = Pas compris, gardé tel quel : { $what } dans { $path }
status-kept-after-all = Gardé malgré tout : { $path }
status-not-kept = tout n’est pas gardé : { $what }
status-no-answer = le disque ou le partage ne répond pas
sidecar-broken = Corrigez la ligne { $line } de { $path } ; ce que vous posez y sera gardé ensuite.
sidecar-unwritable = { $path } : écriture impossible ({ $what }) ; vérifiez les droits du dossier
sidecar-refused = { $path } : pas d’écriture ({ $what }) ; mettez un vrai fichier à sa place
sidecar-leads-out = { $path } : « { $file } » mène hors de ce dossier, rien n’est écrit
obstacle-not-regular = ce n’est pas un fichier ordinaire
obstacle-too-large = il dépasse { $what } Mio
obstacle-not-text = ce n’est pas du texte en UTF-8
obstacle-leads-out = c’est un lien qui sort de son dossier, vers { $what }
config-more = { $first } (+{ $count } : « recoupe config check » les montre)
status-reloading = Relecture des fichiers…
status-mouse-on = Souris : active.
status-mouse-off = Souris : laissée au terminal.
status-reloaded = { $count ->
    [one] Relu : { $count } article
   *[other] Relu : { $count } articles
}
reloaded-new = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
reloaded-changed = { $count ->
    [one] { $count } modifié
   *[other] { $count } modifiés
}
reloaded-gone = { $count ->
    [one] { $count } disparu
   *[other] { $count } disparus
}
reloaded-same = rien n’a changé
status-starred = { $count ->
    [one] Étoile mise.
   *[other] Étoile mise à { $count } articles.
}
status-unstarred = { $count ->
    [one] Étoile ôtée.
   *[other] Étoile ôtée à { $count } articles.
}
status-read = { $count ->
    [one] Marqué lu.
   *[other] { $count } articles marqués lus.
}
status-unread-again = { $count ->
    [one] Marqué non lu.
   *[other] { $count } articles marqués non lus.
}
status-tagged = { $count ->
    [one] Étiquettes : { $tags }
   *[other] Étiquettes de { $count } articles : { $tags }
}
status-untagged = { $count ->
    [one] Étiquettes ôtées.
   *[other] Étiquettes ôtées à { $count } articles.
}
status-selected = { $count ->
    [0] Plus aucun article choisi.
    [one] { $count } article choisi : m, r, t, y a, e et = portent sur lui.
   *[other] { $count } articles choisis : m, r, t, y a, e et = portent sur eux.
}
status-nothing-to-select = Rien à choisir ici.
status-not-in-tab = Cet onglet n’a pas cet ordre ni ce filtre.
status-no-such-key = { $keys } : sans effet ici ({ $help } pour l’aide)
status-no-jump = Pas d’autre saut de ce côté.
status-nothing-here = Aucun passage où aller.
status-still-analysing = L’analyse n’est pas finie : un instant.
status-one-article = Il faut au moins deux articles pour comparer.
status-no-claim = Pas d’autre propos de ce côté.
status-no-actor = Pas d’autre acteur de ce côté.
status-no-passage = Pas d’autre passage commun de ce côté.
status-no-search = Rien à répéter : / cherche dans ce volet.
status-no-match = Aucune correspondance.
status-back-to-comparison = Ctrl-o revient à la comparaison.
status-silent = Ce média n’en dit rien.
status-loosest = Seuil le plus bas : rien de moins ressemblant n’a été gardé.
status-strictest = Seuil le plus haut.
status-usual-strength = C’est déjà le seuil habituel.
status-strength = Seuil { $strength } ({ $name }).
status-strength-facts = Seuil { $strength } ({ $name }) : { $pairs ->
    [one] { $pairs } paire
   *[other] { $pairs } paires
}, { $facts ->
    [one] { $facts } fait commun
   *[other] { $facts } faits communs
}.
status-nothing-to-undo = Rien à annuler.
status-kept-corrections = { $count ->
    [one] Rien à annuler dans cette séance ; { $keys } annule la correction gardée.
   *[other] Rien à annuler dans cette séance ; { $keys } annule l’une des { $count } corrections gardées.
}
status-undone = Annulé.
status-copied = { $words ->
    [one] Copié : { $words } mot, source comprise.
   *[other] Copié : { $words } mots, source comprise.
}
status-nothing-to-copy = Rien à copier ici.
status-no-address = Cet article n’a pas d’adresse.
status-exported = Écrit : { $path }
error-analysis = L’analyse a échoué ; les articles restent lisibles. R pour réessayer.
error-export = L’export a échoué ; rien n’a été écrit. e pour réessayer.
error-index = La recherche en est restée à l’ancien nom du média. R pour relire les fichiers.
error-keeping = Ce qui vient d’être posé n’a pas pu être gardé : panne interne. Refaites-le, ou relancez le programme.
error-search = La recherche a échoué ; tapez autre chose.
match-of = { $at } sur { $total }
matches = { $total ->
    [0] rien trouvé
    [one] { $total } fois
   *[other] { $total } fois
}
prompt-outlet = Média :{" "}
prompt-export = Exporter vers :{" "}
prompt-tags = { $count ->
    [one] Étiquettes :{" "}
   *[other] Étiquettes de { $count } articles :{" "}
}

## Finder

finder-count = { $total } sur { $searched }
finder-nothing = Aucun résultat.
finder-set-aside = mis de côté
finder-syntax = {"'"}exact ^début fin$ !sans a | b  média: acteur: source: genre: étiquette: date: est:favori
scope-all = tout
scope-article = articles
scope-text = texte
scope-actor = acteurs
scope-claim = propos
scope-figure = chiffres
scope-command = commandes
scope-one-article = article
scope-one-text = texte
scope-one-actor = acteur
scope-one-claim = propos
scope-one-figure = chiffre
scope-one-command = commande

## Compare

compare-passage = passage { $at } sur { $total }
compare-whole = article entier
compare-differences = différences seules : { $shown } sur { $total }
compare-conflicts = contradictions seules : { $shown } sur { $total }
compare-only-here = ici seulement : { $shown } sur { $total }
compare-missing = absent d’ici : { $shown } sur { $total }
compare-outlets = { $shown } médias sur { $total }
compare-nothing = Cet article n’a pas de passage à comparer.
compare-no-differences = Aucune différence : tout ce qui est commun est identique.
compare-no-conflicts = Aucune contradiction trouvée à ce seuil ; pp montre tout, - cherche plus large.
compare-none-such = Aucun passage de ce genre ; pp montre tout.
compare-choose = Médias : Espace coche, Tab tout, O ordre
compare-follows = d’abord qui a le passage · { $key } change
compare-nowhere = nulle part ailleurs
compare-strength = seuil
compare-pairs = { $count ->
    [one] { $count } paire
   *[other] { $count } paires
}
strength-very-loose = très large
strength-loose = large
strength-usual = habituel
strength-strict = strict
strength-very-strict = très strict
compare-counts = communs { $shared } · ≠ { $conflicts } · ici seulement { $here } · en face seulement { $there }
compare-copied = même texte que { $outlet } : { $words } mots
compare-copied-wire = même texte que { $outlet } : { $words } mots ({ $wire })
compare-score = ressemblance { $score }
compare-why = pourquoi : { $why }
compare-word-by-word = mot à mot, [-le premier-] {"{"}+le second+{"}"}
compare-crossing = d’une langue à l’autre, moins sûr
compare-only = Aucune correspondance trouvée dans les autres médias, même au seuil le plus bas.
compare-elsewhere = Aucune correspondance dans ce qui est affiché ; d’autres médias en ont une.
compare-below = { $count ->
    [one] Aucune correspondance à ce seuil ; { $count } sous le seuil : la touche - la montre.
   *[other] Aucune correspondance à ce seuil ; { $count } sous le seuil : la touche - les montre.
}
sign-same = même fait
sign-reworded = en partie
sign-differs = diffère
sign-only = ici seulement
sign-absent = absent
sign-common = en commun
compare-also = aussi :
compare-too-unlike = Trop différents pour un mot à mot : les mots communs sont marqués.
compare-word-for-word = Mot pour mot les mêmes.
compare-cut-short = citation plus courte chez { $outlet }
compare-quote-word-for-word = La citation est la même, mot pour mot.
compare-all-pass = Tous les passages en sont : rien à écarter.
sign-changed = changé
sign-added = en plus
sign-moved = déplacé
sign-again = déjà montré

## Help and actions

help-type = tapez pour filtrer, Entrée exécute
context-panes = volets
context-list = liste
context-text = texte
context-side = volet latéral
context-compare = comparaison
context-finder = recherche
context-search = recherche dans un volet
context-help = aide
context-prompt = saisie
context-choice = liste à choisir
group-move = Se déplacer
group-find = Chercher
group-view = Afficher
group-act = Agir
group-program = Programme
group-signs = Signes
meaning-strip = en marge : plus large, plus de médias ont le passage
meaning-margin = dans 3 autres médias : même fait, en partie, différent
meaning-claim = le quatrième propos de l’article
meaning-counts = dans la liste : 14 propos, 16 passages communs
meaning-cursor = ce qui est sous le curseur
meaning-unread = article non lu
meaning-starred = article avec une étoile
meaning-selected = article choisi
meaning-mentions = acteur : 17 mentions dans 6 médias
meaning-said = acteur : 12 propos tenus
meaning-here = acteur nommé dans le passage
meaning-unsure = nom dont le rattachement n’est pas sûr
meaning-hidden = acteur masqué
meaning-via = relayé par un média ou un document
meaning-says = couverture : le dit, en partie
meaning-otherwise = couverture : dit autre chose, absent (rien trouvé)
meaning-bars = couverture : commun, en partie, peut-être, ici seul
meaning-leads = trois passages où aller : l y descend
hint-accept = valider
hint-choose = choisir
hint-merge-actor = fusionner
hint-hide-actor = masquer
hint-run = exécuter
hint-cancel = annuler
key-enter = Entrée
key-esc = Échap
key-space = Espace
key-tab = Tab
key-shift-tab = Maj-Tab
key-backspace = Retour
key-delete = Suppr
key-home = Début
key-end = Fin
key-pageup = PgPréc
key-pagedown = PgSuiv
action-down = Descendre : ligne, entrée ou passage suivant
hint-down = défiler
action-up = Monter : ligne, entrée ou passage précédent
action-half-page-down = Une demi-page plus bas
action-half-page-up = Une demi-page plus haut
action-page-down = Une page plus bas
action-page-up = Une page plus haut
action-top = Au début
action-bottom = À la fin (12G : au douzième)
action-neighbour-down = Descendre dans le volet voisin
action-neighbour-up = Monter dans le volet voisin
action-pane-left = Volet ou colonne de gauche
hint-pane-left = volet
action-pane-right = Volet ou colonne de droite
action-pane-next = Volet suivant
action-pane-previous = Volet précédent
action-open = Ouvrir, aller au passage, exécuter
hint-open = ouvrir
action-next-claim = Propos suivant ; en comparaison, passage commun suivant
hint-next-claim = propos
action-previous-claim = Propos précédent ; en comparaison, passage commun précédent
action-next-actor = Acteur suivant dans le texte
hint-next-actor = acteur
action-previous-actor = Acteur précédent dans le texte
action-back = Revenir d’où l’on a sauté
action-forward = Repartir en avant
action-compare = Comparer le passage avec les autres médias
hint-compare = comparer
action-find = Chercher partout : articles, texte, acteurs, propos, chiffres, commandes
hint-find = chercher
action-search = Chercher dans ce volet
hint-search = dans ce volet
action-search-next = Occurrence suivante
action-search-previous = Occurrence précédente
action-palette = Exécuter une commande par son nom
action-side-panel = Ouvrir ou fermer le volet latéral
hint-side-panel = volet
action-tab-actors = Volet : acteurs
action-tab-claims = Volet : propos
action-tab-figures = Volet : chiffres
action-tab-coverage = Volet : couverture, qui a quoi
action-tab-next = Onglet suivant du volet
hint-tab-next = onglet
action-order = Volet : un autre ordre (acteurs, propos, chiffres, couverture)
action-next-part = Volet : partie suivante (faits, propos, acteurs, chiffres)
action-previous-part = Volet : partie précédente
action-pick-speaker = Volet : cette source seule, ou toutes ; d’un acteur, ses propos
action-pick-outlet = Ce média ou cet article seul, ou tous
action-pick-kind = Volet : un seul genre, le suivant à chaque fois
action-pick-hedged = Volet : le non-confirmé seul, ou tout
action-pick-conflicts = Ce qui diffère seul, ou tout
action-pick-missing = Seulement ce qui manque ici, ou tout
action-pick-all = Sans filtre, tout de nouveau
hint-order = ordre
action-zoom = Ce volet seul, ou tous
hint-zoom = zoom
action-details = Fiche de l’article : média, date, encodage
hint-details = fiche
action-differences = Seulement ce qui diffère
hint-differences = différences
action-outlets = Choisir les médias comparés
hint-outlets = médias
action-whole = Articles entiers face à face, ou par passages
hint-whole = article entier
action-stronger = Exiger des passages plus semblables
hint-stronger = seuil
action-weaker = Admettre des passages moins semblables
action-usual-strength = Revenir au seuil habituel
action-star = Étoile : la mettre ou l’ôter
hint-star = étoile
action-read = Marquer lu ou non lu
hint-read = lu
action-tag = Étiqueter l’article (virgule entre deux étiquettes)
hint-tag = étiquette
action-select = Choisir l’article, ou non ; les actions portent sur les choisis
hint-select = choisir
action-complete = Compléter ce qu’on tape
hint-complete = compléter
action-complete-back = La complétion d’avant
action-set-outlet = Nommer le média de l’article
action-merge-actor = Acteur : le fusionner avec un autre (deux fois)
action-split-actor = Acteur : lui retirer un nom
action-rename-actor = Acteur : le montrer sous un autre nom
action-actor-kind = Acteur : dire ce que c’est
action-hide-actor = Acteur : le masquer, ou le montrer de nouveau
action-corrections = Acteur : annuler une correction, même ancienne
action-undo = Annuler le dernier changement
action-copy-passage = Copier le passage et sa source
hint-copy-passage = copier
action-copy-title = Copier le titre et sa source
action-copy-claim = Copier le propos, qui le tient et sa source
action-copy-article = Copier l’article et sa source
action-copy-address = Copier l’adresse de l’article
action-browser = Ouvrir l’adresse dans le navigateur
action-export = Exporter en Markdown, sous le nom voulu
action-reload = Relire les fichiers
action-mouse = Utiliser la souris, ou la laisser au terminal
action-help = Toutes les touches
hint-help = aide
action-quit = Fermer ce qui est au-dessus, à la fin le programme
hint-quit = fermer
action-cancel = Annuler, sans jamais quitter
action-suspend = Suspendre : retour au shell, fg pour revenir
action-leave = Quitter tout de suite
action-next-scope = Domaine suivant de la recherche
hint-next-scope = domaine
action-previous-scope = Domaine précédent de la recherche
action-clear-line = Vider la ligne
action-delete-word = Effacer le mot

## Pages of the command line

out-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
out-actors = { $count ->
    [one] { $count } acteur
   *[other] { $count } acteurs
}
out-claims = { $count } propos
out-figures = { $count ->
    [one] { $count } chiffre
   *[other] { $count } chiffres
}
out-facts = { $count ->
    [one] { $count } fait commun
   *[other] { $count } faits communs
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
out-described = aussi désigné par : { $names }
out-roles = selon les médias : { $roles }
out-silent = absent : { $outlets }
out-claims-by = { $count ->
    [0] aucun propos
    [one] { $count } propos tenu
   *[other] { $count } propos tenus
}
out-claims-about = { $count ->
    [0] aucun à son sujet
   *[other] { $count } à son sujet
}
out-edited = corrigé à la main
out-quoted = « { $text } »
out-nobody = Personne du nom de « { $name } » ne parle ici. Les plus cités : { $names }.
out-nobody-near = Personne du nom de « { $name } » ne parle ici. Vouliez-vous dire { $names } ?
out-no-outlet = Aucun média ne s’appelle « { $name } ». Il y a : { $names }.
out-no-claim = Aucun propos ne répond à tous ces critères : retirez-en un.
out-no-figure = Aucun chiffre ne répond à tous ces critères : retirez-en un.
out-source-unnamed = Source non nommée
out-same-quote = même citation
out-same-fact = même fait
out-partial = en partie
out-conflict = diffère
out-coverage = Qui dit quoi
out-coverage-legend = ● le dit   ◐ en partie   ≠ dit autre chose   · absent (aucune correspondance trouvée)
out-coverage-facts = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
out-coverage-claims = { $count ->
    [one] { $count } propos
   *[other] { $count } propos
}
out-coverage-actors = { $count ->
    [one] { $count } acteur
   *[other] { $count } acteurs
}
out-coverage-figures = { $count ->
    [one] { $count } chiffre
   *[other] { $count } chiffres
}
out-sharing = Ce que chaque média a en commun
out-shares = commun : { $shared } · en partie : { $partly } · ici seulement : { $own }
out-shares-faintly = commun : { $shared } · en partie : { $partly } · peut-être ailleurs : { $faintly } · ici seulement : { $own }
coverage-bars = █ commun ▒ partie ┈ peut-être ailleurs ░ ici
coverage-bars-short = █ commun ▒ partie ┈ ? ░ ici
coverage-shares = Médias
coverage-no-match = Aucune correspondance trouvée dans ce média.
coverage-share-hint = Entrée : l’article entier face à celui-ci.
coverage-distance = écart { $distance }
coverage-perhaps = peut-être, trop faible pour compter : { $outlets }
coverage-perhaps-many = peut-être, trop faible pour compter : { $count } médias
coverage-one-article = Un seul article : il n’y a rien à quoi le comparer.
says-no-match = rien trouvé
bar-shared = commun à un autre média
bar-partly = commun en partie, ou dit autrement
bar-faintly = peut-être ailleurs
bar-own = ici seulement
detail-fact = Qui l’a
says-fully = le dit
says-partly = en partie
says-differs = dit autre chose
says-absent = n’en dit rien
coverage-only = seulement dans { $outlet }
coverage-unmatched = Sans correspondance dans aucun autre média, même au-dessous du seuil ({ $strength }).
coverage-left-out = { $count ->
    [one] Écarté : { $count } passage qui ne correspond qu’au-dessous, peut-être ailleurs.
   *[other] Écartés : { $count } passages qui ne correspondent qu’au-dessous, peut-être ailleurs.
}
coverage-missing = absent { DU($outlet) }
coverage-conflicts = contradictions seules
out-own-words = mots que l’autre n’a pas
out-signs = = même fait   ~ en partie   ≠ diffère   + ici seulement   — absent
out-compare-two = { $a } face à { $b }
out-compare-counts = { $shared }, dont { $conflicts } qui se contredisent ; seulement dans { $a } : { $here } ; seulement dans { $b } : { $there } ; seuil { $strength }.
out-against-counts = { $shared }, dont { $conflicts } contredits ; seulement dans { $a } : { $here } ; seuil { $strength }.
out-many-outlets = { $count ->
    [one] { $count } autre média
   *[other] { $count } autres médias
}
out-copied = Même texte : { $count } mots en commun.
out-copied-wire = Même texte d’agence : { $count } mots en commun ({ $wire }).
out-crossing = d’une langue à l’autre, moins sûr
out-again = déjà à sa place ailleurs
out-moved = déplacé
out-fact = { $number }. { $outlets } médias sur { $all }
out-absent = — absent : { $outlets }
out-why-quote = { $count ->
    [one] citation de { $count } mot
   *[other] citation de { $count } mots
}
out-why-figure = chiffre { $figure }
out-why-actors = acteurs { $names }
out-why-words = mots { $words }
out-why-day = même jour ({ $day })
out-why-part = pour la seule partie « { $part } »
out-why-parts = pour les seules parties « { $a } » et « { $b } »
out-apart-agree = les versions concordent
out-apart-reworded = dit autrement
out-apart-differ = diffèrent : { $what }
out-nothing-shared = Aucun passage d’un article n’a été retrouvé dans un autre : ils parlent peut-être d’événements différents.
out-strangers = Rien n’en a été retrouvé ailleurs, peut-être un autre événement : { $outlets }
out-why-drift = même citation en d’autres mots : { $count } mots communs sur { $of }
out-why-differ-quantity = nombre { $a } ≠ { $b }
out-why-differ-date = date { $a } ≠ { $b }
out-why-differ-hour = heure { $a } ≠ { $b }
out-why-differ-place = lieu { $a } ≠ { $b }
out-why-differ-medium = moyen { $a } ≠ { $b }
out-why-differ-speaker = attribué à { $a } ≠ { $b }
out-why-differ-stage = prévu ou fait { $a } ≠ { $b }
out-why-differ-truth = affirmé ou nié { $a } ≠ { $b }
out-why-differ-member = compris ou non { $a } ≠ { $b }
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
out-kind-claim = Propos
out-kind-figure = Chiffres
out-kind-text = Texte
out-kind-command = Commandes
out-quantities = { $count ->
    [one] { $count } chiffre distinct
   *[other] { $count } chiffres distincts
}
amount-million = { $several ->
    [yes] { $number } millions
   *[no] { $number } million
}
amount-billion = { $several ->
    [yes] { $number } milliards
   *[no] { $number } milliard
}
unit-AED = dirhams émiratis
unit-ARS = pesos argentins
unit-AUD = dollars australiens
unit-BRL = reais
unit-CAD = dollars canadiens
unit-CHF = francs suisses
unit-CNY = yuans
unit-CZK = couronnes tchèques
unit-DKK = couronnes danoises
unit-DZD = dinars algériens
unit-EGP = livres égyptiennes
unit-EUR = euros
unit-GBP = livres sterling
unit-HUF = forints
unit-IDR = roupies indonésiennes
unit-ILS = shekels
unit-INR = roupies
unit-JPY = yens
unit-KRW = wons
unit-LBP = livres libanaises
unit-MAD = dirhams marocains
unit-MXN = pesos mexicains
unit-NGN = nairas
unit-NOK = couronnes norvégiennes
unit-PKR = roupies pakistanaises
unit-PLN = zlotys
unit-RON = lei
unit-RUB = roubles
unit-SEK = couronnes suédoises
unit-TND = dinars tunisiens
unit-TRY = livres turques
unit-UAH = hryvnias
unit-USD = dollars
unit-XAF = francs CFA
unit-ZAR = rands
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

remark-undecoded = { $places ->
    [one] { $file } : { $places } endroit n’a pas pu être décodé et est marqué � ; essayez un autre --encoding
   *[other] { $file } : { $places } endroits n’ont pas pu être décodés et sont marqués � ; essayez un autre --encoding
}
remark-foreign = { $count ->
    [one] { $file } : { $count } caractère est dans un autre encodage que le reste ; lu en { $encoding }
   *[other] { $file } : { $count } caractères sont dans un autre encodage que le reste ; lus en { $encoding }
}
remark-doubled = { $places ->
    [one] { $file } : réparé en { $places } endroit où de l’UTF-8 avait été lu comme windows-1252 ; --encoding utf-8 le laisse tel quel
   *[other] { $file } : réparé en { $places } endroits où de l’UTF-8 avait été lu comme windows-1252 ; --encoding utf-8 les laisse tels quels
}
remark-unanalysed = { $file } : seuls les { $analysed } premiers signes sur { $all } ont été analysés ; la suite se lit et se cherche, sans acteurs, propos ni chiffres
remark-printed = { $passages } passages paraissent à l’identique dans plus de { $first } articles ; chacun n’est comparé qu’aux { $first } premiers
remark-unreadable = illisible ({ $what }) ; les articles s’ouvrent sans lui
remark-refused = non lu ({ $what }) ; mettez un vrai fichier à sa place, les articles s’ouvrent sans lui
remark-syntax = ce n’est pas du TOML valide : { $what }
remark-unknown-key = clé inconnue « { $key } » ; vouliez-vous dire « { $nearest } » ?
remark-wrong-type = « { $key } » attend { $key ->
    [date] une date, comme 2025-03-04
    [article] une table, écrite [[article]]
    [correction] une table, écrite [[correction]]
    [authors] un nom ou une liste de noms
   *[other] un texte entre guillemets
}
remark-no-date = « { $date } » n’est pas une date ; écrivez 2025-03-04
remark-no-file = cet [[article]] ne nomme aucun fichier ; ajoutez file = "…"
remark-no-correction = cette [[correction]] ne corrige rien ; dites merge, split, rename, kind ou hide
remark-no-partner = « { $key } » ne dit pas tout ; ajoutez { $partner } = "…"
remark-no-kind = « { $kind } » n’est pas une catégorie ; écrivez person, organisation, place, event ou other
remark-nearest-actor = plus d’acteur « { $actor } » (« { $nearest } » ?) ; la correction est gardée
remark-no-such-actor = plus d’acteur « { $actor } » ; la correction est gardée
remark-no-such-name = « { $actor } » n’a plus d’autre nom « { $alias } » ; la correction est gardée
remark-leads-out = « { $file } » mène hors de ce dossier ; nommez un fichier qui s’y trouve
remark-nearest-file = pas d’article « { $file } » ici ; vouliez-vous dire « { $nearest } » ?
remark-no-such-file = pas d’article « { $file } » ici
help-recoupe = Confronte ce que plusieurs médias ont écrit sur un même événement.
help-analyze = Analyse des articles et montre tout ce qui y a été trouvé.
help-compare = Met deux articles côte à côte, un article face à tous, ou toutes les versions de chaque fait.
help-claims = Qui a dit quoi.
help-actors = Les personnes, les organisations et les lieux.
help-figures = Les chiffres vérifiables.
help-find = Cherche dans les articles, les acteurs, les propos, les chiffres et le texte.
flag-query = Ce qu’on cherche, comme dans le lecteur (accents inutiles ; média:, source:, est:partagé…)
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
help-exit-codes = Codes de sortie : 0 tout va bien, 1 rien trouvé, 2 commande mal écrite, 65 rien de lisible, 66 introuvable, 70 échec du lecteur, 74 écriture impossible, 78 réglages.
flag-paths = Fichiers ou dossiers à lire, - pour l’entrée standard ; sans rien, la démonstration
flag-what = Fichiers, dossiers, ou articles désignés par leur média, leur fichier ou leur numéro : un face à tous, deux côte à côte, un face à plusieurs
flag-format = Forme de la sortie
flag-strength = À quel point deux passages doivent se ressembler, de 0,30 à 1 (0,50 si rien n’est dit)
flag-differences = Seulement ce qui diffère ou n’est que d’un côté
flag-conflicts = Seulement ce qui se contredit
flag-own-rows = Seulement ce que le premier article est seul à avoir
flag-missing-rows = Seulement ce que les autres ont et pas lui
flag-only = Seulement ce que ce média est seul à avoir
flag-missing = Seulement ce que d’autres ont et que ce média n’a pas
flag-sort = Ordre : le plus répandu d’abord, ou le plus disputé
flag-encoding = Encodage à imposer au lieu de le deviner
flag-lang = Langue de l’interface
flag-color = Quand mettre de la couleur
flag-width = Largeur du texte en colonnes
flag-by = Seulement ce que dit cette personne ou cette institution
flag-outlet = Seulement ce que rapporte ce média
flag-kind = Seulement ce genre
flag-force = Seulement cet acte de parole (démentir, promettre…)
flag-differ = Seulement les chiffres que les médias donnent différemment (aussi --conflicts)
flag-order = L’ordre de la liste
flag-hedged = Seulement ce qui est au conditionnel
flag-shell = Le shell
flag-help = Affiche cette aide
flag-version = Affiche la version
usage-unknown = L’argument « { $argument } » est inconnu.
usage-command = La commande « { $argument } » est inconnue.
usage-value = La valeur « { $value } » ne convient pas à { $argument }.
usage-missing = Il manque { $argument }.
usage-twice = { $argument } est donné deux fois.
usage-conflict = { $argument } ne va pas avec { $other }.
usage-count = { $argument } n’a pas le bon nombre de valeurs.
usage-no-command = Il manque la commande.
usage-nearest = {" "}Vouliez-vous dire « { $name } » ?
usage-valid = {" "}Valeurs possibles : { $names }.
usage-help = Pour l’aide : recoupe --help
error-all-unread = Aucun article n’a pu être lu : remplacez ces fichiers par des articles en .txt ou en .md.
error-no-such-article = « { $name } » n’est ni un fichier ni un seul article du dossier. Choisissez parmi : { $choice }.
error-not-two = On compare deux articles différents : nommez-en un (face à tous les autres), deux, plusieurs, ou aucun pour tout le dossier.
error-not-named = Nommez l’article dont on cherche ce qu’il est seul à avoir, ou ce qui lui manque : recoupe compare NOM --only-here.
error-no-home = Aucun dossier personnel pour les réglages : définissez HOME ou XDG_CONFIG_HOME.
error-output = Impossible d’écrire sur la sortie standard ({ $what }) : libérez de la place ou changez de destination.
error-reader = Le lecteur s’est arrêté : { $what }
config-header =
    Réglages de Recoupe. Chaque ligne montre la valeur par défaut ;
    retirez le # pour la changer. « recoupe config path » dit où placer ce fichier.
config-language = Langue de l’interface : "system" (celle du système), "fr" ou "en".
config-theme = Thème : "terminal" (les couleurs du terminal), "plain" (sans couleur) ou "paper".
config-mouse = Clics et molette de la souris dans le lecteur.
config-side-panel = Panneau latéral ouvert au départ.
config-margin = Colonnes vides de part et d’autre du texte, de 0 à 20.
config-text-width = Largeur maximale du texte, en colonnes, de 20 à 240.
config-encoding = Encodage imposé à tous les fichiers ; sans ce réglage, il est deviné.
config-keys = Touches par action, par exemple : quit = ["q", "Ctrl-q"]
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
keys-unknown-action = [keys] : aucune action ne s’appelle « { $name } » ; l’aide (?) et la palette (:) les montrent toutes.
keys-unknown-action-nearest = [keys] : aucune action ne s’appelle « { $name } » ; vouliez-vous dire « { $nearest } » ?
keys-unknown-key = [keys] { $action } : « { $key } » n’est pas une touche ; écrivez un caractère ou un nom comme Enter, Space, Ctrl-d, F1.
keys-count = [keys] { $action } : « { $keys } » commence par un chiffre, et les chiffres comptent (3j) ; prenez une autre touche.
keys-hide = [keys] « { $keys } » lance { $action } avant que « { $longer } » ({ $hidden }) puisse être tapé ; changez l’une des deux.

## Reasons
reason-gone = il était là et a disparu ; rechargez quand il sera revenu
reason-denied = sa lecture n’est pas permise ; changez ses droits et rechargez
reason-empty = il est vide ; enregistrez-y le texte de l’article
reason-export = c’est un export de Recoupe, pas un article ; sans sa première ligne il serait lu
reason-binary = ce n’est pas du texte ; enregistrez l’article en texte brut ou en Markdown
reason-too-large = il dépasse 8 Mio ; coupez-le ou sortez-en l’article
reason-not-a-file = ce n’est ni un fichier ni un dossier lisible
reason-not-regular = c’est un tube, un périphérique ou un socket, et seuls les fichiers sont lus ; passez-le par l’entrée standard (-)
reason-leads-out = c’est un lien qui sort du dossier ; copiez-y l’article, ou nommez le lien lui-même
reason-failed = sa lecture a échoué ({ $what }) ; copiez-le ailleurs et réessayez
source-missing = { $path } : aucun fichier ni dossier de ce nom ; vérifiez l’orthographe, ou nommez le dossier des articles
source-empty-folder = { $path } : le dossier est vide ; mettez-y des articles en .txt ou .md
source-no-articles = { $path } : aucun fichier .txt ou .md dans ce dossier ; nommez un fichier lui-même pour le lire quelle que soit son extension
source-unknown-encoding = { $label } : encodage inconnu ; essayez { $nearest }, ou laissez-le deviner

"""The lists, in the order one works through them: what each means, and who acts."""

from app.network.attention import conditions
from app.network.attention.worklist import Todo, Worklist, days_of
from models.network import OfferState
from search.indexing.tables import offer

LEADS = "Le responsable TIG pour les postes de TIG, le coordinateur pour les autres offres."


LISTS = (
    Worklist(
        "silencieux",
        "Partenaires silencieux",
        "Le partenaire n'a rien dit de cette offre, ni en ligne ni au téléphone, depuis le délai"
        " de sa famille. Un appel suffit : notez ce qu'il répond.",
        LEADS,
        Todo.HEAR,
        conditions.is_silent,
    ),
    Worklist(
        "perimees",
        "Offres non confirmées depuis longtemps",
        "Personne n'a confirmé cette offre dans le second délai de sa famille : sa fiche n'est plus"
        " sûre. Les plus anciennes viennent d'abord.",
        LEADS,
        Todo.HEAR,
        conditions.is_stale,
        lambda: days_of(offer.c.verified_at),
        int,
    ),
    Worklist(
        "surcapacite",
        "Au-delà de la capacité",
        "Il y a plus de personnes que de places : plus rien ne peut y être réservé. Vérifiez avec"
        " la structure le nombre de places et les départs.",
        LEADS,
        Todo.REPORT,
        conditions.is_over,
        needs_sum=True,
    ),
    Worklist(
        "ecarts",
        "Déclaré et compté ne disent pas la même chose",
        "Le dernier nombre de places libres donné par le partenaire n'est plus celui que donnent"
        " les réservations. La ligne dit pourquoi ; si cela étonne, rappelez la structure.",
        LEADS,
        Todo.REPORT,
        lambda: conditions.IN_USE,
        needs_sum=True,
        has_gap=True,
    ),
    Worklist(
        "complets",
        "Complet depuis 60 jours ou plus",
        "Aucune place ne s'est libérée depuis deux mois : demandez si des départs sont prévus, ou"
        " cherchez une autre structure du même genre.",
        LEADS,
        Todo.REPORT,
        conditions.is_full_for_long,
        lambda: days_of(conditions.full_since()),
        int,
        since=conditions.full_since,
    ),
    Worklist(
        "inutilisees",
        "Jamais utilisées",
        "Ouverte depuis 90 jours ou plus, sans une seule réservation : est-elle connue, bien"
        " décrite, accessible ?",
        LEADS,
        Todo.LOOK,
        conditions.is_never_used,
        lambda: days_of(offer.c.created_at),
        int,
    ),
    Worklist(
        "habilitations",
        "Habilitations qui se terminent dans les six mois",
        "Sans nouvelle habilitation, la structure ne pourra plus accueillir : le renouvellement"
        " demande deux avis, ou un mois d'attente (art. R. 623-3).",
        "Le responsable TIG prépare le dossier, le DSPIP décide.",
        Todo.RENEW,
        conditions.is_ending,
        lambda: days_of(OfferState.accredited_until),
        int,
        is_once_a_host=True,
        is_of_tig=True,
    ),
    Worklist(
        "sans-tuteur",
        "Postes sans tuteur",
        "Aucun encadrant n'est nommé : l'accueil ne peut pas commencer (art. R. 623-19).",
        "Le responsable TIG, avec la structure.",
        Todo.EDIT,
        conditions.is_without_supervisor,
        is_of_tig=True,
    ),
    Worklist(
        "sans-point",
        "Offres sans point sur la carte",
        "Le lieu n'est pas situé : l'offre est dans les listes, pas sur la carte, et la couverture"
        " ne la compte pas.",
        LEADS,
        Todo.LOCATE,
        conditions.is_without_point,
    ),
)
BY_CODE = {one.code: one for one in LISTS}

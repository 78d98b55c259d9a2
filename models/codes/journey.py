"""Codes of orientations and placements: statuses, refusals, ends, outcomes."""

from models.base import Code


class OrientationStatus(Code):
    """The life of a request for one place (design §6)."""

    DRAFT = "DRAFT", "Place réservée, demande à envoyer"
    SENT = "SENT", "Demande envoyée"
    ACCEPTED = "ACCEPTED", "Acceptée"
    WAITLISTED = "WAITLISTED", "En liste d'attente"
    REFUSED = "REFUSED", "Refusée"
    EXPIRED = "EXPIRED", "Expirée"
    CANCELLED = "CANCELLED", "Annulée"
    CONFIRMED = "CONFIRMED", "Confirmée"

    @property
    def is_final(self) -> bool:
        """No move leaves this status."""
        return self in (
            OrientationStatus.REFUSED,
            OrientationStatus.EXPIRED,
            OrientationStatus.CANCELLED,
        )


class PlacementStatus(Code):
    """The life of a placement (design §6)."""

    PLANNED = "PLANNED", "À venir"
    STARTED = "STARTED", "En cours"
    SUSPENDED = "SUSPENDED", "Suspendu"
    ENDED = "ENDED", "Terminé"

    @property
    def is_final(self) -> bool:
        """No move leaves this status."""
        return self is PlacementStatus.ENDED


class Party(Code):
    """Whose doing a refusal or an end is."""

    PARTNER = "PARTNER", "Partenaire"
    PERSON = "PERSON", "Personne"
    JUSTICE = "JUSTICE", "Justice"
    SERVICE = "SERVICE", "Service"


class RefusalReason(Code):
    """ENUM-REFUSAL; `party` says whose it is."""

    COMPLET = "COMPLET", "Complet"
    PAS_DE_RECRUTEMENT = "PAS_DE_RECRUTEMENT", "Pas de recrutement en ce moment"
    DELAI_TROP_COURT = "DELAI_TROP_COURT", "Délai trop court"
    HORAIRES_INCOMPATIBLES = "HORAIRES_INCOMPATIBLES", "Horaires incompatibles"
    PAS_D_ENCADRANT = "PAS_D_ENCADRANT", "Pas d'encadrant disponible"
    PROFIL_NON_ACCUEILLI = "PROFIL_NON_ACCUEILLI", "Profil que nous n'accueillons pas"
    BRACELET_NON_ACCEPTE = "BRACELET_NON_ACCEPTE", "Bracelet non accepté"
    RESSOURCES_PAPIERS = "RESSOURCES_PAPIERS", "Ressources ou papiers insuffisants"
    NON_ELIGIBLE = "NON_ELIGIBLE", "Conditions d'accès non remplies"
    COMPETENCES = "COMPETENCES", "Compétences requises absentes"
    FREIN_INCOMPATIBLE = "FREIN_INCOMPATIBLE", "Frein incompatible avec le poste"
    NON_JOIGNABLE = "NON_JOIGNABLE", "Personne non joignable"
    ABSENT_ENTRETIEN = "ABSENT_ENTRETIEN", "Absence à l'entretien"
    EN_EMPLOI = "EN_EMPLOI", "Déjà en emploi"
    EN_FORMATION = "EN_FORMATION", "Déjà en formation"
    NON_MOBILE = "NON_MOBILE", "Ne peut pas se déplacer"
    NON_INTERESSE = "NON_INTERESSE", "Non intéressé"
    DOUBLON = "DOUBLON", "Demande en double"
    AUTRE = "AUTRE", "Autre motif"
    REFUS_PERSONNE = "REFUS_PERSONNE", "Refus de la personne"
    TROP_LOIN = "TROP_LOIN", "Trop loin"
    SOLUTION_TROUVEE = "SOLUTION_TROUVEE", "Autre solution trouvée"
    DECISION_DEFAVORABLE = "DECISION_DEFAVORABLE", "Décision défavorable"
    DATE_DECALEE = "DATE_DECALEE", "Date décalée"
    INCARCERATION = "INCARCERATION", "Incarcération"

    @property
    def party(self) -> Party:
        """Whose refusal it is (domain §5)."""
        if self in PERSON_REASONS:
            return Party.PERSON
        return Party.JUSTICE if self in JUSTICE_REASONS else Party.PARTNER


PERSON_REASONS = frozenset(
    {RefusalReason.REFUS_PERSONNE, RefusalReason.TROP_LOIN, RefusalReason.SOLUTION_TROUVEE}
)
JUSTICE_REASONS = frozenset(
    {
        RefusalReason.DECISION_DEFAVORABLE,
        RefusalReason.DATE_DECALEE,
        RefusalReason.INCARCERATION,
    }
)


class EndReason(Code):
    """Why a placement ended; the first five end one that never started (design §6)."""

    NO_SHOW = "NO_SHOW", "La personne ne s'est pas présentée"
    UNFIT = "UNFIT", "Inaptitude médicale"
    DATE_MOVED = "DATE_MOVED", "Date déplacée"
    HOST_WITHDREW = "HOST_WITHDREW", "La structure s'est retirée"
    PERSON_DECLINED = "PERSON_DECLINED", "La personne a renoncé"
    COMPLETED = "COMPLETED", "Arrivé à son terme"
    INTERRUPTED = "INTERRUPTED", "Interrompu"


class Outcome(Code):
    """How a placement ended (ENUM-OUTCOME-*), all families in one list."""

    EXECUTE = "EXECUTE", "TIG exécuté"
    EXECUTE_PARTIEL = "EXECUTE_PARTIEL", "TIG exécuté en partie"
    INEXECUTION = "INEXECUTION", "TIG non exécuté"
    INAPTITUDE = "INAPTITUDE", "Inaptitude"
    DELAI_EXPIRE = "DELAI_EXPIRE", "Délai expiré"
    INCARCERATION = "INCARCERATION", "Incarcération"
    LOGEMENT_AUTONOME_SOCIAL = "LOGEMENT_AUTONOME_SOCIAL", "Logement autonome, parc social"
    LOGEMENT_AUTONOME_PRIVE = "LOGEMENT_AUTONOME_PRIVE", "Logement autonome, parc privé"
    LOGEMENT_ADAPTE = "LOGEMENT_ADAPTE", "Logement adapté"
    AUTRE_HEBERGEMENT = "AUTRE_HEBERGEMENT", "Autre hébergement"
    RETOUR_PROCHE = "RETOUR_PROCHE", "Chez un proche"
    HOSPITALISATION = "HOSPITALISATION", "Hospitalisation"
    REINCARCERATION = "REINCARCERATION", "Réincarcération"
    EXCLUSION = "EXCLUSION", "Exclusion"
    DEPART_VOLONTAIRE = "DEPART_VOLONTAIRE", "Départ volontaire"
    RUE_115 = "RUE_115", "Rue ou 115"
    EMPLOI_DURABLE = "EMPLOI_DURABLE", "Emploi durable"
    EMPLOI_TRANSITION = "EMPLOI_TRANSITION", "Emploi de transition"
    SORTIE_POSITIVE = "SORTIE_POSITIVE", "Formation ou autre sortie positive"
    AUTRE_SORTIE = "AUTRE_SORTIE", "Autre sortie"
    PREMIER_RDV_HONORE = "PREMIER_RDV_HONORE", "Premier rendez-vous honoré"
    SUIVI_ENGAGE = "SUIVI_ENGAGE", "Suivi engagé"
    SUIVI_INTERROMPU = "SUIVI_INTERROMPU", "Suivi interrompu"
    FIN_DE_SUIVI = "FIN_DE_SUIVI", "Fin de suivi"
    STAGE_ACCOMPLI = "STAGE_ACCOMPLI", "Stage accompli"
    STAGE_NON_ACCOMPLI = "STAGE_NON_ACCOMPLI", "Stage non accompli"
    AIDE_OBTENUE = "AIDE_OBTENUE", "Démarche aboutie"
    AIDE_NON_OBTENUE = "AIDE_NON_OBTENUE", "Démarche non aboutie"
    DECES = "DECES", "Décès"
    INCONNU = "INCONNU", "Inconnue"

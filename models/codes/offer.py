"""Codes every kind of offer shares: family, admission, audience, days, what a post involves."""

from models.base import Code


class Family(Code):
    """What an offer is for (ENUM-FAMILY)."""

    TIG = "TIG", "Travail d'intérêt général"
    LOGEMENT = "LOGEMENT", "Logement"
    EMPLOI_FORMATION = "EMPLOI_FORMATION", "Emploi et formation"
    SANTE = "SANTE", "Santé"
    STAGE = "STAGE", "Stages"
    DROITS = "DROITS", "Accès aux droits"
    FAMILLE = "FAMILLE", "Famille"
    VICTIMES_JR = "VICTIMES_JR", "Indemnisation et justice restaurative"
    AIDE_MATERIELLE = "AIDE_MATERIELLE", "Aide matérielle"
    MOBILITE = "MOBILITE", "Mobilité"
    SPORT_CULTURE = "SPORT_CULTURE", "Sport et culture"


class Publication(Code):
    """Whether an offer is shown to the network."""

    DRAFT = "DRAFT", "Brouillon"
    PUBLISHED = "PUBLISHED", "Publiée"
    SUSPENDED = "SUSPENDED", "Suspendue"
    CLOSED = "CLOSED", "Fermée"


class AdmissionChannel(Code):
    """How somebody gets in (ENUM-ADMISSION)."""

    SIAO = "SIAO", "Demande au SIAO"
    EMERGENCY_115 = "115", "Appel au 115"
    CANDIDATURE_DIRECTE = "CANDIDATURE_DIRECTE", "Candidature directe"
    PRESCRIPTION_SPIP = "PRESCRIPTION_SPIP", "Prescription par le SPIP"
    PRESCRIPTION_FT_ML = (
        "PRESCRIPTION_FT_ML",
        "Prescription de France Travail ou de la mission locale",
    )
    MDPH = "MDPH", "Décision de la MDPH"
    DOSSIER_MEDICAL_ARS = "DOSSIER_MEDICAL_ARS", "Dossier médical"
    DECISION_JAP = "DECISION_JAP", "Décision du JAP"
    AFFECTATION_DSPIP = "AFFECTATION_DSPIP", "Affectation par le DSPIP"
    SESSION_INSCRIPTION = "SESSION_INSCRIPTION", "Inscription à une session"
    SANS_RDV = "SANS_RDV", "Sans rendez-vous"


class ContactFlag(Code):
    """What a place or a post involves, tested against what a plan must avoid."""

    MINORS = "MINORS", "Contact avec des mineurs"
    VULNERABLE_ADULTS = "VULNERABLE_ADULTS", "Adultes vulnérables sur le site"
    PUBLIC = "PUBLIC", "Contact avec le public"
    CASH = "CASH", "Maniement d'argent"
    ALCOHOL_SERVED = "ALCOHOL_SERVED", "Alcool servi sur place"
    WEAPONS_OR_TOOLS = "WEAPONS_OR_TOOLS", "Outils dangereux"
    ONLINE_ACCOUNT_NEEDED = "ONLINE_ACCOUNT_NEEDED", "Compte en ligne nécessaire"
    OTHER_SENTENCED_PEOPLE = "OTHER_SENTENCED_PEOPLE", "Autres personnes suivies sur le site"
    NIGHT = "NIGHT", "Horaires de nuit"


class Gender(Code):
    """Whom a lot or an audience rule is open to."""

    ANY = "ANY", "Femmes et hommes"
    MEN = "MEN", "Hommes"
    WOMEN = "WOMEN", "Femmes"


class Household(Code):
    """With whom a person lives, or whom a lot can house."""

    SINGLE = "SINGLE", "Personne seule"
    COUPLE = "COUPLE", "Couple"
    SINGLE_WITH_CHILDREN = "SINGLE_WITH_CHILDREN", "Personne seule avec enfant"
    COUPLE_WITH_CHILDREN = "COUPLE_WITH_CHILDREN", "Couple avec enfant"


class Welcome(Code):
    """Whether others are welcome too (domain §4.6)."""

    UNCONDITIONAL = "UNCONDITIONAL", "Tout le monde"
    PREFERENTIAL = "PREFERENTIAL", "Ce public d'abord"
    EXCLUSIVE = "EXCLUSIVE", "Ce public seulement"


class Public(Code):
    """Whom it is meant for, as data·inclusion says it (interop §1, `publics`)."""

    ACTIFS = "actifs", "Personnes qui travaillent"
    MINIMAS = "beneficiaires-des-minimas-sociaux", "Bénéficiaires de minima sociaux"
    DEMANDEURS_EMPLOI = "demandeurs-emploi", "Demandeurs d'emploi"
    ETUDIANTS = "etudiants", "Étudiants"
    FAMILLES = "familles", "Familles"
    FEMMES = "femmes", "Femmes"
    JEUNES = "jeunes", "Jeunes"
    HANDICAP = "personnes-en-situation-de-handicap", "Personnes handicapées"
    URGENCE = "personnes-en-situation-durgence", "Personnes en situation d'urgence"
    JUSTICE = "personnes-en-situation-juridique-specifique", "Personnes suivies par la justice"
    EXILEES = "personnes-exilees", "Personnes exilées"
    QUARTIERS = "residents-qpv-frr", "Habitants d'un quartier prioritaire ou d'une zone rurale"
    SENIORS = "seniors", "Seniors"


class Weekday(Code):
    """A day of the week; ISO order."""

    MON = "MON", "lundi"
    TUE = "TUE", "mardi"
    WED = "WED", "mercredi"
    THU = "THU", "jeudi"
    FRI = "FRI", "vendredi"
    SAT = "SAT", "samedi"
    SUN = "SUN", "dimanche"


class Band(Code):
    """A part of the day, or the weekend, in which a post runs or a person is free."""

    MORNING = "MORNING", "Matin"
    AFTERNOON = "AFTERNOON", "Après-midi"
    EVENING = "EVENING", "Soirée"
    NIGHT = "NIGHT", "Nuit"
    WEEKEND = "WEEKEND", "Week-end"


class YesNo(Code):
    """A fact that may be unknown: unknown is never no."""

    YES = "YES", "Oui"
    NO = "NO", "Non"
    CASE_BY_CASE = "CASE_BY_CASE", "Au cas par cas"
    UNKNOWN = "UNKNOWN", "Inconnu"


class Cost(Code):
    """What the person pays."""

    FREE = "FREE", "Gratuit"
    PAID = "PAID", "Payant"
    UNKNOWN = "UNKNOWN", "Inconnu"

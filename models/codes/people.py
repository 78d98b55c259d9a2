"""Codes of people, measures, plans and constraints."""

from models.base import Code


class Sex(Code):
    """As recorded by the service."""

    M = "M", "Homme"
    F = "F", "Femme"


class Setting(Code):
    """Where the person is followed."""

    OPEN = "OPEN", "Milieu ouvert"
    CUSTODY = "CUSTODY", "Milieu fermé"


class Mobility(Code):
    """How the person moves."""

    WALK = "WALK", "À pied"
    BIKE = "BIKE", "À vélo"
    PUBLIC_TRANSPORT = "PUBLIC_TRANSPORT", "Transports en commun"
    LICENCE_NO_CAR = "LICENCE_NO_CAR", "Permis, sans voiture"
    CAR = "CAR", "Voiture"
    SUSPENDED_LICENCE = "SUSPENDED_LICENCE", "Permis suspendu"


class EmploymentStatus(Code):
    """The person's work today."""

    EMPLOYED = "EMPLOYED", "En emploi"
    TRAINING = "TRAINING", "En formation"
    UNEMPLOYED = "UNEMPLOYED", "Sans emploi"
    OTHER = "OTHER", "Autre situation"


class ExternalSystem(Code):
    """Other systems that know this person."""

    APPI_FILE = "APPI_FILE", "Dossier APPI"
    GENESIS_ECROU_CURRENT = "GENESIS_ECROU_CURRENT", "Numéro d'écrou"
    PRISME = "PRISME", "Dossier PRISME"


class AcceptedMeasure(Code):
    """The measures one asks a partner about before anything else."""

    DDSE = "DDSE", "Bracelet (DDSE)"
    SEMI_LIBERTE = "SEMI_LIBERTE", "Semi-liberté"
    PLACEMENT_EXTERIEUR = "PLACEMENT_EXTERIEUR", "Placement extérieur"
    TIG = "TIG", "TIG"
    TNR = "TNR", "Travail non rémunéré (TNR)"


class MeasureType(Code):
    """ENUM-MEASURE."""

    TIG = "TIG", "Travail d'intérêt général"
    SURSIS_PROBATOIRE = "SURSIS_PROBATOIRE", "Sursis probatoire"
    SURSIS_PROBATOIRE_RENFORCE = "SURSIS_PROBATOIRE_RENFORCE", "Sursis probatoire renforcé"
    SURSIS_PROBATOIRE_TIG = "SURSIS_PROBATOIRE_TIG", "Sursis probatoire avec TIG"
    TNR = "TNR", "Travail non rémunéré"
    SUIVI_SOCIO_JUDICIAIRE = "SUIVI_SOCIO_JUDICIAIRE", "Suivi socio-judiciaire"
    AJOURNEMENT_PROBATION = "AJOURNEMENT_PROBATION", "Ajournement avec mise à l'épreuve"
    LIBERATION_CONDITIONNELLE = "LIBERATION_CONDITIONNELLE", "Libération conditionnelle"
    SURVEILLANCE_JUDICIAIRE = "SURVEILLANCE_JUDICIAIRE", "Surveillance judiciaire"
    SUIVI_POST_LIBERATION = "SUIVI_POST_LIBERATION", "Suivi post-libération"
    SUSPENSION_PEINE = "SUSPENSION_PEINE", "Suspension de peine"
    SEMI_LIBERTE = "SEMI_LIBERTE", "Semi-liberté"
    PLACEMENT_EXTERIEUR = "PLACEMENT_EXTERIEUR", "Placement extérieur"
    DDSE_AMENAGEMENT = "DDSE_AMENAGEMENT", "DDSE (aménagement de peine)"
    DDSE_PEINE = "DDSE_PEINE", "DDSE (peine autonome)"
    CONTROLE_JUDICIAIRE = "CONTROLE_JUDICIAIRE", "Contrôle judiciaire"
    ARSE = "ARSE", "Assignation à résidence sous surveillance électronique"
    STAGE_PEINE = "STAGE_PEINE", "Peine de stage"
    LSC = "LSC", "Libération sous contrainte"
    LSC_PLEIN_DROIT = "LSC_PLEIN_DROIT", "Libération sous contrainte de plein droit"
    DETENTION = "DETENTION", "Détention"
    FIN_DE_PEINE = "FIN_DE_PEINE", "Fin de peine"
    AIDE_6_MOIS = "AIDE_6_MOIS", "Aide dans les 6 mois de la sortie"


class OffenceClass(Code):
    """The class that bounds the hours of a TIG (RULE-TIG-01, 02, 10); never the offence itself."""

    DELIT = "DELIT", "Délit (20 à 400 heures)"
    CONTRAVENTION = "CONTRAVENTION", "Contravention de 5e classe (20 à 120 heures)"
    COMPOSITION = "COMPOSITION", "Composition pénale (100 heures au plus)"


class Pillar(Code):
    """The pillars of a release plan (domain §4.10)."""

    HOUSING = "HOUSING", "Logement"
    WORK_TRAINING = "WORK_TRAINING", "Travail et formation"
    CARE = "CARE", "Soins"
    RIGHTS_PAPERS = "RIGHTS_PAPERS", "Droits et papiers"
    RESOURCES = "RESOURCES", "Ressources"
    FAMILY = "FAMILY", "Famille"
    VICTIM_COMPENSATION = "VICTIM_COMPENSATION", "Indemnisation"
    MOBILITY = "MOBILITY", "Mobilité"


class PillarStatus(Code):
    """How far a pillar has come."""

    NOT_STARTED = "NOT_STARTED", "À commencer"
    SEARCHING = "SEARCHING", "Recherche en cours"
    OPTION_FOUND = "OPTION_FOUND", "Solution trouvée"
    CONFIRMED_IN_WRITING = "CONFIRMED_IN_WRITING", "Confirmé par écrit"
    NOT_NEEDED = "NOT_NEEDED", "Sans objet"
    BLOCKED = "BLOCKED", "Bloqué"


class PlanStatus(Code):
    """Whether a plan is worked on."""

    OPEN = "OPEN", "En cours"
    CLOSED = "CLOSED", "Clos"


class ConstraintKind(Code):
    """What a plan must respect; the reason is never stored."""

    AVOID = "AVOID", "À éviter"
    EXCLUSION_ZONE = "EXCLUSION_ZONE", "Zone interdite"
    INCLUSION_ZONE = "INCLUSION_ZONE", "Zone imposée"


class Proof(Code):
    """ENUM-PROOF, those the first version tests."""

    ACCORD_ECRIT_PROPRIETAIRE_DDSE = "ACCORD_ECRIT_PROPRIETAIRE_DDSE", "Accord écrit du bailleur"
    ATTESTATION_HEBERGEMENT = "ATTESTATION_HEBERGEMENT", "Attestation d'hébergement"
    PIECE_IDENTITE = "PIECE_IDENTITE", "Pièce d'identité"
    DROITS_CPAM = "DROITS_CPAM", "Droits CPAM ouverts"

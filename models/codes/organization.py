"""Codes of organizations, sites and accreditations."""

from models.base import Code


class LegalForm(Code):
    """ENUM-ORG-LEGAL."""

    COMMUNE = "COMMUNE", "Commune"
    EPCI = "EPCI", "Intercommunalité"
    DEPARTEMENT = "DEPARTEMENT", "Département"
    REGION = "REGION", "Région"
    ETAT = "ETAT", "Service de l'État"
    ETAB_PUBLIC = "ETAB_PUBLIC", "Établissement public"
    PRIVE_MSP = "PRIVE_MSP", "Organisme privé chargé d'une mission de service public"
    ASSOCIATION = "ASSOCIATION", "Association"
    ESS_NON_COMMERCIALE = (
        "ESS_NON_COMMERCIALE",
        "Économie sociale et solidaire (coopérative, mutuelle, fondation)",
    )
    ESS_SOCIETE = "ESS_SOCIETE", "Société commerciale de l'ESS"
    SOCIETE_MISSION = "SOCIETE_MISSION", "Société à mission (expérimentation)"
    ENTREPRISE = "ENTREPRISE", "Entreprise"
    ETAB_SANTE = "ETAB_SANTE", "Établissement de santé"

    @property
    def is_public_body(self) -> bool:
        """RULE-TIG-13: a public body needs no accreditation."""
        return self in PUBLIC_FORMS


PUBLIC_FORMS = frozenset(
    {
        LegalForm.COMMUNE,
        LegalForm.EPCI,
        LegalForm.DEPARTEMENT,
        LegalForm.REGION,
        LegalForm.ETAT,
        LegalForm.ETAB_PUBLIC,
    }
)


class OrganizationStatus(Code):
    """How far the partnership has come."""

    PROSPECT = "PROSPECT", "En contact"
    ACTIVE = "ACTIVE", "Partenaire"
    PAUSED = "PAUSED", "En pause"
    CLOSED = "CLOSED", "Fermée"


class Source(Code):
    """Where a record comes from."""

    MANUAL = "MANUAL", "Saisie"
    REFERENCE = "REFERENCE", "Données de référence"
    TIG360 = "TIG360", "TIG 360°"
    DATA_INCLUSION = "DATA_INCLUSION", "data·inclusion"
    FINESS = "FINESS", "FINESS"
    LES_EMPLOIS = "LES_EMPLOIS", "Les emplois de l'inclusion"
    SERVICE_PUBLIC = "SERVICE_PUBLIC", "Annuaire de l'administration"
    HSDS = "HSDS", "HSDS"
    SPREADSHEET = "SPREADSHEET", "Tableau du département"


class Channel(Code):
    """How a word reached us: capacity reports, confirmations, answers."""

    PARTNER_PORTAL = "PARTNER_PORTAL", "par le partenaire, en ligne"
    MAGIC_LINK = "MAGIC_LINK", "par le partenaire, par lien"
    PHONE = "PHONE", "par téléphone"
    IMPORT = "IMPORT", "par import"


class PointPrecision(Code):
    """How exactly a site is located."""

    HOUSENUMBER = "HOUSENUMBER", "Numéro"
    STREET = "STREET", "Rue"
    MUNICIPALITY = "MUNICIPALITY", "Commune"
    HIDDEN = "HIDDEN", "Adresse confidentielle"


class PmrAccess(Code):
    """Access for people with reduced mobility."""

    YES = "YES", "Accessible"
    PARTIAL = "PARTIAL", "Accès partiel"
    NO = "NO", "Non accessible"
    UNKNOWN = "UNKNOWN", "Inconnu"


class AccreditationKind(Code):
    """Domain §4.3."""

    TIG_LOCAL = "TIG_LOCAL", "Habilitation TIG du département"
    TIG_NATIONAL = "TIG_NATIONAL", "Habilitation TIG nationale"
    TIG_MINORS = "TIG_MINORS", "Habilitation TIG pour les mineurs"
    TIG_MISSION_COMPANY = "TIG_MISSION_COMPANY", "Habilitation de société à mission"
    PE_AGREEMENT = "PE_AGREEMENT", "Agrément de placement extérieur"
    PARTNER_CONVENTION = "PARTNER_CONVENTION", "Convention de partenariat"
    SIAO_CONVENTION = "SIAO_CONVENTION", "Convention avec le SIAO"


# Those that let a private host receive a TIG (RULE-TIG-14); the national one holds everywhere.
TIG_KINDS = frozenset(
    {
        AccreditationKind.TIG_LOCAL,
        AccreditationKind.TIG_NATIONAL,
        AccreditationKind.TIG_MISSION_COMPANY,
    }
)


class AccreditationStatus(Code):
    """Design §6."""

    REQUESTED = "REQUESTED", "Demandée"
    GRANTED = "GRANTED", "Accordée"
    REFUSED = "REFUSED", "Refusée"
    EXPIRED = "EXPIRED", "Expirée"
    WITHDRAWN = "WITHDRAWN", "Retirée"

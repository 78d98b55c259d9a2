"""Codes of roles and audited operations."""

from models.base import Code


class Role(Code):
    """What a membership lets somebody do (design §7)."""

    CPIP = "CPIP", "CPIP"
    MANAGER = "MANAGER", "Direction (DPIP, DSPIP)"
    TIG_LEAD = "TIG_LEAD", "Référent territorial du TIG"
    COORDINATOR = "COORDINATOR", "Coordination partenariale"
    PARTNER_MANAGER = "PARTNER_MANAGER", "Responsable de structure partenaire"
    PARTNER_TUTOR = "PARTNER_TUTOR", "Tuteur de structure partenaire"
    NATIONAL_READER = "NATIONAL_READER", "Lecture nationale"
    ADMINISTRATOR = "ADMINISTRATOR", "Administration"

    @property
    def is_partner(self) -> bool:
        """A partner's role belongs to an organization, every other to a unit."""
        return self in (Role.PARTNER_MANAGER, Role.PARTNER_TUTOR)


class UnitKind(Code):
    """Local SPIP units."""

    OPEN = "OPEN", "Milieu ouvert"
    CUSTODY = "CUSTODY", "Milieu fermé"
    MIXED = "MIXED", "Mixte"


class Operation(Code):
    """RULE-DP-03: what an audit row says was done."""

    COLLECT = "COLLECT", "Collecte"
    MODIFY = "MODIFY", "Modification"
    CONSULT = "CONSULT", "Consultation"
    COMMUNICATE = "COMMUNICATE", "Communication"
    ERASE = "ERASE", "Effacement"
    SIGN_IN = "SIGN_IN", "Connexion"
    REFUSED = "REFUSED", "Accès refusé"

"""Codes of housing offers (ENUM-HOUSING)."""

from models.base import Code


class HousingType(Code):
    """Kinds of housing."""

    CHRS = "CHRS", "Centre d'hébergement et de réinsertion sociale (CHRS)"
    CHU = "CHU", "Centre d'hébergement d'urgence"
    HOTEL = "HOTEL", "Nuitées hôtelières"
    PE_HEBERGE = "PE_HEBERGE", "Placement extérieur avec hébergement"
    RS = "RS", "Résidence sociale"
    FTM = "FTM", "Foyer de travailleurs migrants"
    FJT = "FJT", "Foyer de jeunes travailleurs (FJT)"
    PENSION_FAMILLE = "PENSION_FAMILLE", "Pension de famille"
    RES_ACCUEIL = "RES_ACCUEIL", "Résidence accueil"
    IML = "IML", "Intermédiation locative"
    ALT = "ALT", "Logement temporaire (ALT)"
    ACT = "ACT", "Appartement de coordination thérapeutique (ACT)"
    LHSS = "LHSS", "Lits halte soins santé (LHSS)"
    LAM = "LAM", "Lits d'accueil médicalisés (LAM)"
    CSAPA_RES = "CSAPA_RES", "Soins résidentiels en addictologie"
    MERE_ENFANT = "MERE_ENFANT", "Accueil mère-enfant"
    LLS_PLAI = "LLS_PLAI", "Logement social"
    PRIVE = "PRIVE", "Parc privé"
    PROCHE = "PROCHE", "Hébergement chez un proche"
    SEMI_LIBERTE = "SEMI_LIBERTE", "Centre de semi-liberté"
    OACAS = "OACAS", "Communauté (Emmaüs…)"
    AUTRE_LOGEMENT = "AUTRE_LOGEMENT", "Autre aide au logement"


class RoomKind(Code):
    """What one unit is."""

    COLLECTIVE = "COLLECTIVE", "Chambre collective"
    SHARED = "SHARED", "Chambre à deux"
    SINGLE_ROOM = "SINGLE_ROOM", "Chambre seule"
    STUDIO = "STUDIO", "Studio"
    FLAT = "FLAT", "Appartement"

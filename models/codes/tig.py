"""Codes of community-service (TIG) posts."""

from models.base import Code


class TigActivity(Code):
    """ENUM-TIG-ACTIVITY."""

    ESPACES_VERTS = "ESPACES_VERTS", "Espaces verts"
    NETTOYAGE_PROPRETE = "NETTOYAGE_PROPRETE", "Nettoyage et propreté"
    PEINTURE_BATIMENT = "PEINTURE_BATIMENT", "Peinture et bâtiment"
    MANUTENTION_LOGISTIQUE = "MANUTENTION_LOGISTIQUE", "Manutention et logistique"
    EVENEMENTIEL = "EVENEMENTIEL", "Événementiel"
    ADMINISTRATIF_ARCHIVES = "ADMINISTRATIF_ARCHIVES", "Administratif et archives"
    AIDE_ALIMENTAIRE = "AIDE_ALIMENTAIRE", "Aide alimentaire"
    RESTAURATION_COLLECTIVE = "RESTAURATION_COLLECTIVE", "Restauration collective"
    ACCUEIL_PUBLIC = "ACCUEIL_PUBLIC", "Accueil du public"
    RECYCLERIE_TRI = "RECYCLERIE_TRI", "Recyclerie et tri"
    MECANIQUE_ENTRETIEN_VEHICULES = "MECANIQUE_ENTRETIEN_VEHICULES", "Entretien de véhicules"
    SPORT_CULTURE = "SPORT_CULTURE", "Sport et culture"
    AIDE_PERSONNES = "AIDE_PERSONNES", "Aide aux personnes"
    ENVIRONNEMENT_PATRIMOINE = "ENVIRONNEMENT_PATRIMOINE", "Environnement et patrimoine"
    ANIMAUX = "ANIMAUX", "Soin aux animaux"
    NUMERIQUE = "NUMERIQUE", "Numérique"
    PEDAGOGIQUE = "PEDAGOGIQUE", "Pédagogique"
    AUTRE = "AUTRE", "Autre"


class TigForm(Code):
    """CPEN R623-11."""

    INDIVIDUAL = "INDIVIDUAL", "Individuel"
    COLLECTIVE = "COLLECTIVE", "Collectif"
    PEDAGOGICAL = "PEDAGOGICAL", "Pédagogique"


class ListingStatus(Code):
    """The life of a post on the département's list (design §6)."""

    DRAFT = "DRAFT", "Brouillon"
    LISTING_REQUESTED = "LISTING_REQUESTED", "Inscription demandée"
    LISTED = "LISTED", "Inscrit sur la liste"
    SUSPENDED = "SUSPENDED", "Suspendu"
    DELISTED = "DELISTED", "Radié"


class RiskFlag(Code):
    """What makes a medical examination due (CPEN R623-14)."""

    NIGHT = "NIGHT", "Travail de nuit"
    SPECIAL_RISK_R4624_23 = "SPECIAL_RISK_R4624_23", "Poste à risques particuliers"
    CARE_SETTING_INFECTION_RISK = "CARE_SETTING_INFECTION_RISK", "Risque infectieux (soins)"


class HostReservation(Code):
    """What the host declines, as task risks, never as offences (ENUM-HOST-RESERVATION)."""

    PAS_DE_CONTACT_MINEURS_POSSIBLE = "PAS_DE_CONTACT_MINEURS_POSSIBLE", "Mineurs sur le site"
    PUBLIC_VULNERABLE_SUR_SITE = "PUBLIC_VULNERABLE_SUR_SITE", "Public vulnérable sur le site"
    MANIEMENT_ARGENT = "MANIEMENT_ARGENT", "Maniement d'argent"
    MATERIEL_DANGEREUX = "MATERIEL_DANGEREUX", "Matériel dangereux"
    CONDUITE = "CONDUITE", "Conduite"
    SITE_SENSIBLE = "SITE_SENSIBLE", "Site sensible"
    COTOYANT_VICTIME_POTENTIELLE = "COTOYANT_VICTIME_POTENTIELLE", "Côtoie des victimes"
    A_ETUDIER_AVEC_SPIP = "A_ETUDIER_AVEC_SPIP", "À étudier ensemble"

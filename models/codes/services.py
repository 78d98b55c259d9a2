"""Codes of employment, care, course and support offers."""

from models.base import Code


class EmployerType(Code):
    """ENUM-EMPLOYMENT."""

    ACI = "ACI", "Atelier et chantier d'insertion (ACI)"
    AI = "AI", "Association intermédiaire (AI)"
    EI = "EI", "Entreprise d'insertion (EI)"
    ETTI = "ETTI", "Entreprise de travail temporaire d'insertion (ETTI)"
    EITI = "EITI", "Entreprise d'insertion par le travail indépendant (EITI)"
    GEIQ = "GEIQ", "Groupement d'employeurs (GEIQ)"
    OPCS = "OPCS", "Clause sociale"
    ESAT = "ESAT", "Établissement et service d'accompagnement par le travail (ESAT)"
    EA = "EA", "Entreprise adaptée"
    ENTREPRISE = "ENTREPRISE", "Entreprise"
    INTERIM = "INTERIM", "Intérim"
    MISSION_LOCALE = "MISSION_LOCALE", "Mission locale"
    FRANCE_TRAVAIL = "FRANCE_TRAVAIL", "France Travail"
    CAP_EMPLOI = "CAP_EMPLOI", "Cap emploi"
    E2C = "E2C", "École de la 2e chance (E2C)"
    EPIDE = "EPIDE", "EPIDE"
    GRETA = "GRETA", "GRETA"
    AFPA = "AFPA", "AFPA"
    CFA = "CFA", "Centre de formation d'apprentis"
    PLIE = "PLIE", "PLIE"
    ADIE = "ADIE", "ADIE"
    CHANTIER_ECOLE = "CHANTIER_ECOLE", "Chantier-école"
    AUTRE_EMPLOI = "AUTRE_EMPLOI", "Autre aide vers l'emploi ou la formation"


class ContractType(Code):
    """Contracts, as in les emplois de l'inclusion."""

    PERMANENT = "PERMANENT", "CDI"
    FIXED_TERM = "FIXED_TERM", "CDD"
    FIXED_TERM_I = "FIXED_TERM_I", "CDD d'insertion"
    PERMANENT_I = "PERMANENT_I", "CDI inclusion"
    FIXED_TERM_USAGE = "FIXED_TERM_USAGE", "CDD d'usage"
    FIXED_TERM_TREMPLIN = "FIXED_TERM_TREMPLIN", "CDD tremplin"
    APPRENTICESHIP = "APPRENTICESHIP", "Apprentissage"
    PROFESSIONAL_TRAINING = "PROFESSIONAL_TRAINING", "Professionnalisation"
    TEMPORARY = "TEMPORARY", "Intérim"
    BUSINESS_CREATION = "BUSINESS_CREATION", "Création d'activité"
    OTHER = "OTHER", "Autre"


class CareType(Code):
    """ENUM-CARE."""

    CSAPA = "CSAPA", "CSAPA (addictions)"
    CAARUD = "CAARUD", "CAARUD (réduction des risques)"
    CMP = "CMP", "Centre médico-psychologique (CMP)"
    CATTP = "CATTP", "CATTP"
    ELSA = "ELSA", "Équipe de liaison en addictologie (ELSA)"
    PASS = "PASS", "Permanence d'accès aux soins de santé (PASS)"
    CJC = "CJC", "Consultation jeunes consommateurs (CJC)"
    CRIAVS = "CRIAVS", "CRIAVS (centre ressource)"
    MEDECIN_COORDONNATEUR = "MEDECIN_COORDONNATEUR", "Médecin coordonnateur"
    CENTRE_SANTE = "CENTRE_SANTE", "Centre de santé"
    CEGIDD = "CEGIDD", "CeGIDD"
    HOPITAL = "HOPITAL", "Hôpital"
    PSY_LIBERAL = "PSY_LIBERAL", "Psychologue libéral"
    CPCA = "CPCA", "Centre de suivi des auteurs de violences conjugales (CPCA)"
    EMPP = "EMPP", "Équipe mobile psychiatrie-précarité (EMPP)"
    MAISON_SANTE = "MAISON_SANTE", "Maison de santé"
    AUTRE_SOIN = "AUTRE_SOIN", "Autre aide pour la santé"


class CareOrder(Code):
    """ENUM-CARE-ORDER: which court-ordered care a place can follow."""

    OBLIGATION_SOINS = "OBLIGATION_SOINS", "Obligation de soins"
    INJONCTION_THERAPEUTIQUE = "INJONCTION_THERAPEUTIQUE", "Injonction thérapeutique"
    INJONCTION_SOINS = "INJONCTION_SOINS", "Injonction de soins"
    SUIVI_VOLONTAIRE = "SUIVI_VOLONTAIRE", "Suivi volontaire"


class CourseType(Code):
    """ENUM-STAGE, the closed list of CP 131-5-1."""

    CITOYENNETE = "CITOYENNETE", "Stage de citoyenneté"
    SECURITE_ROUTIERE = "SECURITE_ROUTIERE", "Sensibilisation à la sécurité routière"
    STUPEFIANTS = "STUPEFIANTS", "Sensibilisation aux dangers de l'usage de stupéfiants"
    VIOLENCES_COUPLE_SEXISTES = (
        "VIOLENCES_COUPLE_SEXISTES",
        "Prévention des violences au sein du couple et sexistes",
    )
    ACHAT_ACTES_SEXUELS = "ACHAT_ACTES_SEXUELS", "Lutte contre l'achat d'actes sexuels"
    RESPONSABILITE_PARENTALE = "RESPONSABILITE_PARENTALE", "Responsabilité parentale"
    SEXISME_EGALITE = "SEXISME_EGALITE", "Lutte contre le sexisme et égalité"
    MALTRAITANCE_ANIMALE = "MALTRAITANCE_ANIMALE", "Prévention de la maltraitance animale"
    ESPACE_NUMERIQUE = "ESPACE_NUMERIQUE", "Respect dans l'espace numérique"


class SupportType(Code):
    """Rights, family, victims, material help, mobility, sport and culture (domain §5)."""

    CPAM = "CPAM", "Assurance maladie (CPAM)"
    CAF = "CAF", "Allocations familiales (CAF)"
    MSA = "MSA", "Mutualité sociale agricole (MSA)"
    CCAS = "CCAS", "Centre communal d'action sociale (CCAS)"
    DOMICILIATION = "DOMICILIATION", "Domiciliation"
    FRANCE_SERVICES = "FRANCE_SERVICES", "France services"
    POINT_JUSTICE = "POINT_JUSTICE", "Point-justice"
    MDPH = "MDPH", "MDPH"
    UDAF = "UDAF", "UDAF"
    POINT_CONSEIL_BUDGET = "POINT_CONSEIL_BUDGET", "Point conseil budget"
    CNI_PASSEPORT = "CNI_PASSEPORT", "Carte d'identité et passeport"
    PERMIS_CONDUIRE = "PERMIS_CONDUIRE", "Permis de conduire"
    TITRE_SEJOUR = "TITRE_SEJOUR", "Titre de séjour"
    BANQUE_DROIT_COMPTE = "BANQUE_DROIT_COMPTE", "Droit au compte bancaire"
    AIDE_JURIDICTIONNELLE = "AIDE_JURIDICTIONNELLE", "Aide juridictionnelle"
    CIDFF = "CIDFF", "CIDFF"
    MAISON_ACCUEIL_FAMILLES = "MAISON_ACCUEIL_FAMILLES", "Maison d'accueil des familles"
    MEDIATION_FAMILIALE = "MEDIATION_FAMILIALE", "Médiation familiale"
    ESPACE_RENCONTRE = "ESPACE_RENCONTRE", "Espace de rencontre"
    FRANCE_VICTIMES = "FRANCE_VICTIMES", "France Victimes"
    INDEMNISATION = "INDEMNISATION", "Indemnisation des victimes"
    JUSTICE_RESTAURATIVE = "JUSTICE_RESTAURATIVE", "Justice restaurative"
    AIDE_ALIMENTAIRE = "AIDE_ALIMENTAIRE", "Aide alimentaire"
    VESTIAIRE = "VESTIAIRE", "Vestiaire"
    AIDE_MOBILITE = "AIDE_MOBILITE", "Aide à la mobilité"
    AUTO_ECOLE_SOCIALE = "AUTO_ECOLE_SOCIALE", "Auto-école sociale"
    SPORT = "SPORT", "Activité sportive"
    CULTURE = "CULTURE", "Activité culturelle"
    AUTRE = "AUTRE", "Autre accompagnement"

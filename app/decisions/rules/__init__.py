"""Every rule of matching on one page: what is tested, who may lift it, on which text it rests."""

from app.decisions.rules import bans, geography, host, hours, housing, person, place
from app.decisions.rules.rule import Rule
from app.decisions.verdicts import RuleClass

LEGAL, COURT, PRACTICAL = RuleClass.LEGAL, RuleClass.COURT, RuleClass.PRACTICAL

# `sets_aside`: one UNMET is enough to move the offer to « écartées ».
# `unknown_fits=False`: not knowing is enough to move it to « presque ».
RULES = (
    # Legal: nobody lifts these.
    Rule("majority", "Majorité", LEGAL, person.majority, "minor", sets_aside=True),
    Rule("places", "Places", LEGAL, place.places, "capacity", sets_aside=True),
    Rule("channel", "Voie d'admission", LEGAL, housing.channel, "siao"),
    Rule(
        "accreditation",
        "Habilitation",
        LEGAL,
        host.accreditation,
        "accreditation",
        sets_aside=True,
        unknown_fits=False,
    ),
    Rule("legal_form", "Statut juridique", LEGAL, host.legal_form, "hosts", sets_aside=True),
    Rule(
        "listing",
        "Inscription du poste",
        LEGAL,
        host.listing,
        "listing",
        sets_aside=True,
        unknown_fits=False,
    ),
    Rule(
        "other_departement",
        "Autre département",
        LEGAL,
        host.other_departement,
        "other_departement",
    ),
    Rule("week", "47 heures par semaine", LEGAL, hours.week, "weekly_hours", sets_aside=True),
    Rule("deadline", "Délai d'exécution", LEGAL, hours.deadline, "deadline", sets_aside=True),
    # Decisions of the court: lifted with a written reason, and the manager is told.
    Rule(
        "exclusion",
        "Zone interdite",
        COURT,
        geography.exclusion,
        "obligations",
        sets_aside=True,
        unknown_fits=False,
    ),
    Rule(
        "inclusion",
        "Zone imposée",
        COURT,
        geography.inclusion,
        "obligations",
        sets_aside=True,
        unknown_fits=False,
    ),
    Rule(
        "avoided",
        "À éviter",
        COURT,
        bans.avoided,
        "obligations",
        sets_aside=True,
        unknown_fits=False,
    ),
    Rule(
        "driving_ban",
        "Conduite interdite",
        COURT,
        bans.driving_ban,
        "obligations",
        sets_aside=True,
        unknown_fits=False,
    ),
    # Practical: lifted with a reason.
    Rule("family", "Besoin", PRACTICAL, place.family, sets_aside=True),
    Rule("publication", "Fiche proposée", PRACTICAL, place.publication, sets_aside=True),
    Rule("gender", "Public", PRACTICAL, person.gender, sets_aside=True),
    Rule("moments", "Jours et horaires", PRACTICAL, hours.moments),
    Rule("reach", "Trajet", PRACTICAL, geography.reach),
    Rule("radius", "Distance", PRACTICAL, geography.radius),
    Rule("window", "Fenêtre de dates", PRACTICAL, place.window),
    Rule("pace", "Fin estimée", PRACTICAL, hours.pace, "deadline"),
    Rule("tag", "Bracelet", PRACTICAL, housing.tag, sets_aside=True),
    Rule(
        "owner_agreement",
        "Accord du bailleur",
        PRACTICAL,
        housing.owner_agreement,
        "owner_agreement",
    ),
    Rule("kind", "Type de place", PRACTICAL, place.kind),
    Rule("amount", "Nombre d'heures", PRACTICAL, hours.amount),
    Rule("age", "Âge", PRACTICAL, person.age),
    Rule("household", "Foyer", PRACTICAL, person.household, sets_aside=True),
    Rule("access", "Accès PMR", PRACTICAL, person.access, sets_aside=True),
    Rule("animals", "Animal", PRACTICAL, person.animals),
    Rule("driving", "Permis et véhicule", PRACTICAL, bans.driving),
    Rule("stay", "Durée du séjour", PRACTICAL, housing.stay),
    Rule("measures", "Mesures accueillies", PRACTICAL, bans.measures),
    Rule("unpaid_work", "TNR", PRACTICAL, bans.unpaid_work),
)

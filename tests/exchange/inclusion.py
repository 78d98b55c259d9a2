"""A structure and a service as data·inclusion says them."""

import json

BED = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"
STRUCTURE = {
    "source": "dora",
    "id": "dora--1",
    "nom": "Le Toit.",
    "date_maj": "2026-01-02",
    "siret": "77931148900040",
    "commune": "Ajaccio",
    "code_insee": "2A004",
    "longitude": 8.7,
    "latitude": 41.9,
    "reseaux_porteurs": ["chrs"],
}
SERVICE = {
    "source": "dora",
    "structure_id": "dora--1",
    "id": "dora--s1",
    "nom": "Hébergement",
    "description": "Un lit pour la nuit",
    "date_maj": "2026-01-02",
    "thematiques": [BED],
    "publics": ["femmes"],
    "frais": "gratuit",
    "zone_eligibilite": ["2A", "99100"],
}


def both(structures=(STRUCTURE,), services=(SERVICE,)) -> str:
    """A file of them."""
    return json.dumps({"services": list(services), "structures": list(structures)})

"""French names as they are written: the article in front, the right word between."""

import re

ARTICLES = ["", "", "Le ", "La ", "Les ", "L'", "Aux ", "Las ", "Los "]
LINKS = ["de ", "d'", "du ", "de La ", "des ", "de L'", "des ", "de Las ", "de Los "]
ARRONDISSEMENT = re.compile(r"^(?P<city>.+) (?P<rank>\d+er?) Arrondissement$")


def full_name(name: str, article: str) -> str:
    """The name with its article, from INSEE's code of the article (TNCC, 0 to 8)."""
    return (ARTICLES[int(article)] + name).replace(" Arrondissement", " arrondissement")


def town_hall_name(name: str, article: str) -> str:
    """How a town hall is called: "Mairie du Mans", "Mairie du 3e arrondissement de Lyon"."""
    found = ARRONDISSEMENT.match(name)
    if found:
        return f"Mairie du {found['rank']} arrondissement de {found['city']}"
    return f"Mairie {LINKS[int(article)]}{name}"

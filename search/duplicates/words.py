"""The facts of a likeness in French: what brings two records together, what sets them apart."""

from collections.abc import Mapping
from typing import Any

SURE, LIKELY = 80, 65
TOGETHER = {
    "siret": "même SIRET ({})",
    "siren": "même entreprise ou association (SIREN {})",
    "finess": "même numéro FINESS ({})",
    "rna": "même numéro RNA ({})",
    "phone": "même téléphone",
    "email": "même courriel ({})",
    "acronym": "même sigle ({})",
    "address": "même adresse ({})",
}
APART = {
    "other_siren": "SIRET d'entreprises différentes",
    "other_finess": "numéros FINESS différents",
    "other_rna": "numéros RNA différents",
    "other_record": "deux numéros dans la même source",
}


def degree(score: int) -> str:
    """How likely, in two words."""
    if score >= SURE:
        return "très probable"
    return "probable" if score >= LIKELY else "à vérifier"


def sentences(facts: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """What brings the two together, then what sets them apart; short, without a capital."""
    near = [said.format(facts[name]) for name, said in TOGETHER.items() if facts.get(name)]
    apart = [said for name, said in APART.items() if facts.get(name)]
    return near[:4] + _name(facts) + near[4:] + _where(facts), apart + _against(facts)


def _name(facts: Mapping[str, Any]) -> list[str]:
    score = facts.get("name", 0)
    if score >= 97:
        return ["même nom"]
    return ["noms proches"] if score >= 70 else []


def _where(facts: Mapping[str, Any]) -> list[str]:
    if facts.get("address"):
        return []
    if facts.get("metres") is not None:
        return [f"à {max(facts['metres'] // 10 * 10, 10)} m de distance"]
    return ["même commune"] if facts.get("commune") else []


def _against(facts: Mapping[str, Any]) -> list[str]:
    said = ["noms différents"] if facts.get("name", 100) < 50 else []
    if facts.get("far"):
        said.append(f"à {facts['km']} km de distance" if "km" in facts else "autre commune")
    return said

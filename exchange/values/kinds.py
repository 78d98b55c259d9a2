"""What a place is, as people write it: a code, a label, an acronym, an everyday name."""

from functools import cache, lru_cache
from pathlib import Path

import yaml

from exchange.values.text import folded
from exchange.values.wrong import Wrong, nearest
from models.base import Code
from models.codes.families import types_of
from models.codes.offer import Family
from models.codes.services import SupportType

# Kinds of support, by the family they are in; the others are in the one that was said.
SUPPORT = {
    Family.FAMILLE: ("MAISON_ACCUEIL_FAMILLES", "MEDIATION_FAMILIALE", "ESPACE_RENCONTRE"),
    Family.VICTIMES_JR: ("FRANCE_VICTIMES", "INDEMNISATION", "JUSTICE_RESTAURATIVE"),
    Family.AIDE_MATERIELLE: ("AIDE_ALIMENTAIRE", "VESTIAIRE"),
    Family.MOBILITE: ("AIDE_MOBILITE", "AUTO_ECOLE_SOCIALE"),
    Family.SPORT_CULTURE: ("SPORT", "CULTURE"),
}
OF_TIG = frozenset({"tig", "poste tig", "poste de tig", "travail d interet general"})
NO_TIG = "Les postes de TIG ne s'importent pas : ils s'inscrivent un par un."
FAMILY_OF = {kind: family for family, kinds in SUPPORT.items() for kind in kinds}
OTHERS = {
    Family.LOGEMENT: "AUTRE_LOGEMENT",
    Family.EMPLOI_FORMATION: "AUTRE_EMPLOI",
    Family.SANTE: "AUTRE_SOIN",
}


@lru_cache(maxsize=4096)
def kind_of(told: str, family: Family | None) -> tuple[Family, Code]:
    """The family and the kind; Wrong, with the nearest label, when nobody calls a kind so."""
    found = known_kind(told, family)
    if found is None and folded(told) in OF_TIG:
        raise Wrong(NO_TIG)
    if found is None:
        names = _names(family)
        close = nearest(told, names)
        label = names[close][1].label if close else None
        raise Wrong("Cette sorte d'offre n'est pas connue.", label)
    return found


def known_kind(told: str, family: Family | None) -> tuple[Family, Code] | None:
    """The family and the kind; None when nobody calls a kind so, and whatever is near is no use."""
    return _names(family).get(folded(told))


@lru_cache(maxsize=4096)
def family_of(told: str) -> Family:
    """By its code, its label, or an everyday name."""
    names = {folded(name): family for family in Family for name in (family.value, family.label)}
    names |= {folded(name): Family(code) for code, name in _everyday("families")}
    found = names.get(folded(told))
    if found is None:
        close = nearest(told, (family.label for family in Family))
        raise Wrong("Cette famille d'offres n'est pas connue.", close)
    return found


def default_kind(family: Family) -> Code:
    """« Autre »; the list of courses is closed by law and has none."""
    if family is Family.STAGE:
        raise Wrong("Dites de quel stage il s'agit : la liste est fixée par la loi.")
    return types_of(family)(OTHERS.get(family, "AUTRE"))


@cache
def _names(family: Family | None) -> dict[str, tuple[Family, Code]]:
    """Each name → what it is; of two families with one name, the one of a service, not of a TIG."""
    families = [family] if family else [*(one for one in Family if one is not Family.TIG)]
    names: dict[str, tuple[Family, Code]] = {}
    for one in families:
        for kind in types_of(one):
            home = FAMILY_OF.get(kind.value, Family.DROITS) if types_of(one) is SupportType else one
            for name in _called(kind):
                names.setdefault(name, (family or home, kind))
    return names


def _called(kind: Code) -> list[str]:
    """Its code, its label, the part of it in brackets and the one before."""
    before, _, after = kind.label.partition("(")
    everyday = [name for code, name in _everyday("kinds") if code == kind.value]
    named = [kind.value, kind.label, before, after.rstrip(")") if after else "", *everyday]
    return [folded(name) for name in named if folded(name)]


@cache
def _everyday(part: str) -> tuple[tuple[str, str], ...]:
    text = Path(__file__).with_name("kinds.yml").read_text("utf-8")
    told: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=yaml.BaseLoader)
    return tuple((code, name) for code, names in told[part].items() for name in names)

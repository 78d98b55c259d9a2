"""A service of data·inclusion as an offer of ours."""

from dataclasses import replace
from typing import Any

from exchange.files.spool import Kept
from exchange.inclusion import place_of
from exchange.line import Line
from exchange.readers.inclusion_sites import place
from exchange.rows import Offer, Site
from exchange.values import dates
from exchange.values.places import DEPARTMENT, INSEE
from exchange.values.text import MOST_PROSE
from exchange.values.wrong import Wrong
from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Cost, Gender

COSTS = {"gratuit": Cost.FREE, "payant": Cost.PAID}
CHANNELS = {channel.label: channel for channel in AdmissionChannel}
FRANCE = frozenset({"france", "99100"})
# Only through the SIAO, whatever the form says (RULE-HOU-01).
BY_SIAO = frozenset({HousingType.CHRS, HousingType.PENSION_FAMILLE, HousingType.RS})


def offer(kept: Kept, networks: tuple[str, ...], home: Site | None) -> Offer:
    """The service; its own place is kept when it is not that of the structure."""
    line, told = kept
    family, kind = place_of(told["nom"], told.get("thematiques") or (), networks)
    there = place(line, told, told["nom"])
    made = Offer(
        external_id=told["id"],
        family=family,
        kind=kind,
        title=told["nom"].rstrip("."),
        description=told["description"],
        site=there if _is_elsewhere(there, home) else None,
        hours=_own(there.hours, home.hours if home else None),
        phone=_own(there.phone, home.phone if home else None),
        email=_own(there.email, home.email if home else None),
        updated_on=dates.day(told["date_maj"]),
    )
    return _on_terms(made, line, told)


def _on_terms(made: Offer, line: Line, told: dict[str, Any]) -> Offer:
    """What it costs, for whom it is, how one gets in."""
    return replace(
        made,
        cost=COSTS.get(told.get("frais", ""), Cost.UNKNOWN),
        cost_details=told.get("frais_precisions"),
        zone_eligibility=_zone(line, told),
        is_remote=set(told.get("modes_accueil") or ()) == {"a-distance"},
        admission=_admission(told, made.kind),
        admission_details=_conditions(told),
        gender=Gender.WOMEN if told.get("publics") == ["femmes"] else None,
    )


def _is_elsewhere(there: Site, home: Site | None) -> bool:
    """An address that differs, when the service says one."""
    if home is None:
        return bool(there.commune_code or there.postal_code or there.lon is not None)
    if not there.address and there.lon is None:
        return there.commune_code not in (None, home.commune_code)
    return (there.address, there.postal_code) != (home.address, home.postal_code)


def _own(said: str | None, of_home: str | None) -> str | None:
    """What the structure says already is not said again."""
    return said if said != of_home else None


def _zone(line: Line, told: dict[str, Any]) -> tuple[str, ...]:
    """Communes, départements, intercommunalités, France; the package lets anything else pass."""
    codes = told.get("zone_eligibilite") or []
    wrong = [code for code in codes if not _is_zone(code)]
    if wrong:
        line.note("zone_eligibilite", Wrong(f"« {wrong[0]} » n'est pas un code du territoire."))
    known = ("france" if code in FRANCE else code for code in codes if _is_zone(code))
    return tuple(dict.fromkeys(known))


def _is_zone(code: str) -> bool:
    is_group = len(code) == 9 and code.isdigit()
    return bool(code in FRANCE or is_group or INSEE.fullmatch(code) or DEPARTMENT.fullmatch(code))


def _admission(told: dict[str, Any], kind: Code) -> AdmissionChannel:
    """How one gets in: as we would say it, else by whom it can be asked for, and how."""
    first = told.get("mobilisation_precisions", "").partition("\n")[0]
    if first in CHANNELS:
        return CHANNELS[first]
    if kind in BY_SIAO:
        return AdmissionChannel.SIAO
    if told.get("mobilisable_par") == ["professionnels"]:
        return AdmissionChannel.PRESCRIPTION_SPIP
    if told.get("modes_mobilisation") == ["se-presenter"]:
        return AdmissionChannel.SANS_RDV
    return AdmissionChannel.CANDIDATURE_DIRECTE


def _conditions(told: dict[str, Any]) -> str | None:
    """What the service asks, for whom it is, how to call on it, as it was written."""
    fields = ("conditions_acces", "publics_precisions", "mobilisation_precisions")
    said = [told[field] for field in fields if told.get(field)]
    link = told.get("lien_mobilisation")
    return "\n".join([*said, *([link] if link else [])])[:MOST_PROSE] or None

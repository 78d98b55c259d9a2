"""Organizations and their sites, where people live; each site is mostly for one family."""

from typing import NamedTuple

from bench.country.dice import NOW, Dice, point
from bench.country.gazetteer import Gazetteer, Town
from bench.country.lexicon import Lexicon
from bench.country.names import STREETS
from bench.country.sheaf import Sheaf
from bench.scale import Scale
from models.codes.offer import Family
from models.codes.organization import (
    AccreditationKind,
    AccreditationStatus,
    Channel,
    LegalForm,
    PmrAccess,
    PointPrecision,
)

# Out of a hundred offers; community service is 27 of them.
FAMILIES = {
    Family.TIG: 27,
    Family.LOGEMENT: 14,
    Family.EMPLOI_FORMATION: 15,
    Family.SANTE: 12,
    Family.STAGE: 4,
    Family.DROITS: 12,
    Family.FAMILLE: 3,
    Family.VICTIMES_JR: 2,
    Family.AIDE_MATERIELLE: 6,
    Family.MOBILITE: 3,
    Family.SPORT_CULTURE: 2,
}
FORMS: dict[Family, dict[LegalForm, float]] = {
    Family.TIG: {LegalForm.COMMUNE: 6, LegalForm.ASSOCIATION: 4},
    Family.LOGEMENT: {LegalForm.ASSOCIATION: 8, LegalForm.ETAB_PUBLIC: 2},
    Family.EMPLOI_FORMATION: {LegalForm.ASSOCIATION: 5, LegalForm.ENTREPRISE: 5},
    Family.SANTE: {LegalForm.ETAB_SANTE: 6, LegalForm.ASSOCIATION: 4},
}
OTHER_FORMS: dict[LegalForm, float] = {LegalForm.ASSOCIATION: 6, LegalForm.ETAT: 4}
# Seven sites for four organizations.
SITES = (1, 1, 2, 3)


class Host(NamedTuple):
    """A site, with what its offers and stays need to know of it."""

    id: int
    organization: int
    name: str
    town: Town
    family: Family


def hosts(sheaf: Sheaf, scale: Scale, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Host]:
    """Every site of the country."""
    dice, made = Dice("hosts"), list[Host]()
    families = [family for family, part in FAMILIES.items() for _ in range(part)]
    organization = 0
    while len(made) < scale.sites:
        organization += 1
        town, family = gazetteer.town(dice), families[organization % len(families)]
        name = _organization(sheaf, dice, lexicon, organization, town, family)
        for number in range(SITES[organization % len(SITES)]):
            there = gazetteer.town_of(dice, town.department) if number else town
            host = Host(len(made) + 1, organization, name, there, family)
            _site(sheaf, dice, host)
            made.append(host)
    return made


def _organization(
    sheaf: Sheaf, dice: Dice, lexicon: Lexicon, key: int, town: Town, family: Family
) -> str:
    form = dice.either(FORMS.get(family, OTHER_FORMS))
    name = f"{lexicon.name(dice)} {lexicon.name(dice)}"
    name = f"Commune de {town.name}" if form is LegalForm.COMMUNE else f"{form.label} {name}"
    sheaf.add(
        "directory.organization",
        id=key,
        legal_name=name,
        legal_form=form,
        phone=dice.phone(),
        description=lexicon.sentence(dice, 8, 20),
        **verified(dice),
    )
    if family is Family.TIG and not form.is_public_body and dice.happens(0.9):
        _accreditation(sheaf, dice, key, town)
    if dice.happens(0.05):
        sheaf.add("directory.audience_rule", id=key, organization_id=key, age_min=18)
    return name


def _accreditation(sheaf: Sheaf, dice: Dice, key: int, town: Town) -> None:
    decided = dice.day(-5 * 365 + 30, -30)
    sheaf.add(
        "directory.accreditation",
        id=key,
        organization_id=key,
        kind=AccreditationKind.TIG_LOCAL,
        status=AccreditationStatus.GRANTED,
        department_code=town.department,
        decided_on=decided,
        ends_on=decided.replace(year=decided.year + 5, day=min(decided.day, 28)),
    )


def _site(sheaf: Sheaf, dice: Dice, host: Host) -> None:
    town, hidden = host.town, host.family is Family.LOGEMENT and dice.happens(0.05)
    place = (town.lon, town.lat) if hidden else dice.around(town.lon, town.lat, town.width_m)
    sheaf.add(
        "directory.site",
        id=host.id,
        organization_id=host.organization,
        name=f"{host.name}, {town.name}",
        address=None if hidden else f"{dice.randint(1, 98)} {dice.choice(STREETS)}",
        postal_code=town.postal_code,
        insee_code=town.insee,
        department_code=town.department,
        public_point=None if dice.happens(0.02) else point(*place),
        precision=PointPrecision.HIDDEN if hidden else PointPrecision.STREET,
        is_confidential=hidden,
        pmr_access=dice.choice(list(PmrAccess)),
        opening_hours="Mo-Fr 09:00-12:00,14:00-17:00",
        phone=dice.phone(),
        **verified(dice),
    )
    if hidden:
        secret = {"organization_id": host.organization, "address": "1 rue de l'Abri"}
        sheaf.add("directory.site_secret", site_id=host.id, **secret)
    contact = {"name": "Accueil", "function": "Secrétariat", "phone": dice.phone()}
    sheaf.add("directory.contact", id=host.id, site_id=host.id, **contact)


def verified(dice: Dice) -> dict[str, object]:
    """Confirmed some weeks or months ago by somebody."""
    if dice.happens(0.04):
        return {"created_at": NOW, "modified_at": NOW}
    at = dice.ago(0, 90) if dice.happens(0.8) else dice.ago(90, 400)
    said = {"verified_by": "Mme Roux", "verified_channel": Channel.PHONE}
    return {"verified_at": at, "created_at": at, "modified_at": at, **said}

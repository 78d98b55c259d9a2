"""Offers as they are shared, made for a test."""

import datetime as dt
from dataclasses import replace
from typing import Any

from exchange.rows import Offer, Organization, Site
from exchange.writers.formats import FORMATS
from exchange.writers.shared import Shared, told_apart
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Cost, Family, Gender
from models.codes.organization import PmrAccess
from models.codes.tig import TigActivity

CHANGED = dt.date(2026, 1, 2)
POST: dict[str, Any] = {"family": Family.TIG, "kind": TigActivity.ESPACES_VERTS, "title": "Élagage"}
WHO = Organization(
    "Foyer des Quais",
    siret="77931148900040",
    finess="010001295",
    networks=("chrs", "autre"),
    website="https://exemple.fr",
    phone="+33472000000",
    email="accueil@exemple.fr",
    description="Un foyer ouvert à tous",
)
WHERE = Site(
    "Les Quais",
    address="1 rue du Pont",
    commune_code="69123",
    postal_code="69002",
    city="Lyon",
    department_code="69",
    lon=4.8357,
    lat=45.7578,
    hours="Mo-We,Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00",
    phone="+33472000001",
    email="quais@exemple.fr",
    pmr_access=PmrAccess.PARTIAL,
)
BEDS = Offer(
    "1",
    Family.LOGEMENT,
    HousingType.CHRS,
    "Chambres",
    description="Chambres individuelles",
    cost=Cost.FREE,
    languages=("arabe", "anglais"),
    zone_eligibility=("69", "france"),
    admission=AdmissionChannel.SIAO,
    admission_details="Sans animal",
    documents_required=("Pièce d'identité",),
    gender=Gender.MEN,
    age_min=18,
    age_max=30,
    free=2,
)


def shared(number: int = 1, *, where: dict[str, Any] | None = None, **changed: Any) -> Shared:
    """An offer of the same partner; `where` changes its site, the rest the offer."""
    site = told_apart(replace(WHERE, **(where or {})))
    offer = replace(BEDS, **changed)
    said = "2 places libres"
    return Shared(1, number, number, WHO, site, offer, CHANGED, CHANGED, CHANGED, said)


def written(name: str, *offers: Shared) -> bytes:
    """The file of these offers."""
    return b"".join(FORMATS[name].write(iter(offers), "maillage.exemple.fr"))

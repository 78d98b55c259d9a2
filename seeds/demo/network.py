"""The directory of the demonstration: units, accounts, town halls, fictional hosts, offers."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from models.reference import Commune
from seeds.demo import accounts, hosts, offers, rights, town_halls
from seeds.demo.offers import Wanted
from seeds.demo.reading import read
from seeds.demo.reports import plant_reports
from seeds.demo.voices import LEADS, Voices

FILES = ("associations", "hostels", "services")


def plant_network(session: Session) -> str:
    """Everything the directory holds, in one transaction, once."""
    if accounts.known(session):
        return ""
    accounts.plant_staff(session, accounts.plant_units(session))
    communes = town_halls.communes(session)
    wanted = [*_town_halls(session, communes), *_hosts(session, communes)]
    hosts.plant_organization(session, read("shelters")["organization"], {})
    accounts.plant_partners(session)
    voices = Voices(session)
    for one in wanted:
        lead = voices.staff[LEADS[one.site.department_code]]
        offer = offers.plant_offer(session, one, by=lead)
        plant_reports(session, offer, one, voices.of(offer))
    return f"{len(communes)} mairies, {len(wanted)} offres"


def _town_halls(session: Session, communes: dict[str, Commune]) -> Iterator[Wanted]:
    plan = read("town_halls")
    sites = town_halls.plant_town_halls(session, communes)
    for code, keys in town_halls.hosting(communes).items():
        hosts.plant_desk(session, sites[code])
        for key in keys:
            moved = plan["sites"].get(key, code) if code == plan["city"] else code
            yield Wanted(
                key=key,
                site=sites[moved],
                where=communes[code].name,
                place=communes[code].name,
                state=plan["states"].get(f"{code} {key}", "open"),
                agreed=tuple(plan["agreed"].get(code, ())),
            )
    for code in plan["social"]:
        for key in ("ccas", "domiciliation"):
            name = communes[code].name
            yield Wanted(key=key, site=sites[code], where=name, place=name)


def _hosts(session: Session, communes: dict[str, Commune]) -> Iterator[Wanted]:
    posts = town_halls.hosting(communes)
    named = {(key, code) for code, keys in posts.items() for key in keys}
    for name, entry in _entries():
        site = hosts.plant_host(session, name, entry, communes[entry["city"]])
        rights.plant_accreditation(session, site, entry)
        if entry["file"] == "hostels":
            rights.plant_conventions(session, site, entry)
        states = entry.get("states", {})
        for key in entry["offers"]:
            # Two of a kind in one commune: the second one is named after its street.
            city, street = site.commune.name, (site.address or "").lstrip("0123456789 ")
            place = f"{city}, {street}" if (key, entry["city"]) in named else city
            named.add((key, entry["city"]))
            state = states.get(key, "open")
            yield Wanted(key=key, site=site, where=name, place=place, state=state)


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in FILES:
        for name, entry in read(file).items():
            yield name, entry | {"file": file}

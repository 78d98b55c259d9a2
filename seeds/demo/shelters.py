"""Two confidential sites; only their own partner may write the true address (row security)."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.directory import actions
from models.account import Account
from models.organization import Organization, Site
from seeds.demo import accounts
from seeds.demo.drawing import Drawn
from seeds.demo.hosts import place
from seeds.demo.offers import Wanted, plant_offer
from seeds.demo.reading import read
from seeds.demo.reports import plant_reports
from seeds.demo.town_halls import communes
from seeds.demo.voices import Voice


def plant_shelters(session: Session) -> str:
    """The sites and their offers, written once, for the account of the association."""
    if session.scalar(select(exists().where(Site.is_confidential))):
        return ""
    partner = accounts.known(session)["refuge"]
    partner_id = partner.id
    session.commit()
    with acting_as(partner_id):
        _sites(session, partner)
        session.commit()
    return f"{len(read('shelters')['sites'])} sites confidentiels"


def _sites(session: Session, partner: Account) -> None:
    said, cities = read("shelters"), communes(session)
    named = select(Organization).where(Organization.legal_name == said["organization"])
    owner = session.scalars(named).one()
    for entry in said["sites"]:
        city, name = cities[entry["city"]], f"{owner.legal_name}, {entry['name']}"
        lon, lat = place(Drawn(name), city, entry["km"])
        site = actions.add_site(
            session,
            owner,
            name=name,
            insee_code=city.insee_code,
            address=entry["address"],
            lon=lon,
            lat=lat,
            is_confidential=True,
            phone=owner.phone,
            opening_hours="24/7",
        )
        wanted = Wanted(key=said["offer"], site=site, where=name, place=city.name)
        offer = plant_offer(session, wanted, by=partner)
        plant_reports(session, offer, wanted, Voice(partner))

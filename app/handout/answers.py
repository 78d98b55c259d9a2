"""The answers about the place: where, how to get there, whom to ask for, which number."""

from markupsafe import Markup

from app.filters import phone
from app.handout.sheet import Given
from models.codes.organization import PmrAccess

WHEELCHAIR = {
    PmrAccess.YES: "wheelchair_yes",
    PmrAccess.PARTIAL: "wheelchair_partial",
    PmrAccess.NO: "wheelchair_no",
}
MOST_NUMBERS = 2


def where(given: Given) -> list[Markup]:
    """The address in two lines; of a confidential site, only after the audited click."""
    site, words = given.offer.site, given.words
    if given.offer.is_remote:
        return [words("remote")]
    town = " ".join(filter(None, (site.postal_code, site.commune.name)))
    street = given.sieve.address(given.secret.address if given.secret else site.address)
    if site.is_confidential:
        town = "" if site.commune.name in (street or "") else site.commune.name
    lines = [words.french(line) for line in (street, town) if line]
    lines += [] if street else [words("address_with_person")]
    return lines + ([words("address_secret")] if given.secret and street else [])


def how(given: Given) -> list[Markup]:
    """Stop, walk, last service, car, wheelchair."""
    site, words = given.offer.site, given.words
    if given.offer.is_remote:
        return []
    stop, minutes = given.sieve.address(site.nearest_stop), site.nearest_stop_walk_min
    lines = [words("stop", stop=words.french(stop))] if stop else []
    if stop and minutes:
        lines.append(words("walk", minutes=minutes) if minutes > 1 else words("walk_one"))
    if site.last_service_time:
        lines.append(words("last_service", time=words.clock(site.last_service_time)))
    lines += [words("car")] if site.is_car_needed else []
    lines = lines or [words("way_unknown")]
    access = WHEELCHAIR.get(site.pmr_access)
    return lines + ([words(access)] if access else [])


def whom(given: Given) -> list[Markup]:
    """Whoever supervises, else the site's first contact, else the desk."""
    words = given.words
    name, role = map(given.sieve.name, _host(given))
    if name is None:
        return [words("ask_desk")]
    if role is None:
        return [words("ask_for", name=words.french(name))]
    return [words("ask_for_role", name=words.french(name), role=words.french(role))]


def _host(given: Given) -> tuple[str | None, str | None]:
    supervisor = given.stay.supervisor if given.stay else None
    if named := supervisor or getattr(given.offer, "supervisor_name", None):
        return named, None
    contact = next(iter(given.offer.site.contacts), None)
    return (contact.name, contact.function) if contact else (None, None)


def call(given: Given) -> list[Markup]:
    """The first numbers known, the closest to the place first, each once."""
    offer, site = given.offer, given.offer.site
    contacts = [contact.phone for contact in site.contacts]
    secret = given.secret.phone if given.secret else None
    numbers = [offer.phone, secret, *contacts, site.phone, offer.organization.phone]
    known = list(dict.fromkeys(number for number in numbers if number))[:MOST_NUMBERS]
    said = [Markup('<bdi dir="ltr">{}</bdi>').format(phone(number)) for number in known]
    return said or [given.words("call_unknown")]

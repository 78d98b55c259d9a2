"""What a counsellor and a host do again and again, page after page."""

import datetime as dt
from typing import Any

from playwright.sync_api import expect

from models.base import today
from tests.browser.visiting import Visitor


def on(offset: int = 0) -> dt.date:
    """A day from today."""
    return today() + dt.timedelta(days=offset)


def day(offset: int = 0) -> str:
    """A day from today, as a date field holds it."""
    return on(offset).isoformat()


PERSON: dict[str, Any] = {
    "last_name": "Fontanel",
    "first_name": "Samir",
    "birth_date": "1991-04-12",
    "phone": "06 12 34 56 78",
    "sex": "M",
}
TIG: dict[str, Any] = PERSON | {
    "measure_type": "TIG",
    "offence_class": "DELIT",
    "hours_ordered": 105,
    "enforceable_on": day(-60),
    "earliest_on": day(),
    "latest_on": day(14),
    "mobility": "PUBLIC_TRANSPORT",
    "employment": "EMPLOYED",
    "job_hours_per_week": 35,
    "avoided": "MINORS",
    "family": "TIG",
}
BED: dict[str, Any] = PERSON | {
    "setting": "CUSTODY",
    "measure_type": "FIN_DE_PEINE",
    "earliest_on": day(3),
    "latest_on": day(17),
    "mobility": "WALK",
    "employment": "UNEMPLOYED",
    "has_tag": True,
    "owner_agreement_on": day(-1),
    "family": "LOGEMENT",
    "stay_days": 60,
}
DECISION: dict[str, Any] = {
    "consent_on": day(),
    "signatory": "DSPIP",
    "signed_by": "Claude Petit",
    "decided_on": day(),
    "supervisor_name": "Dominique Roux",
}


def open_file(counsellor: Visitor, answers: dict[str, Any], commune: str = "Villeurbanne") -> None:
    """The person, their measure, their plan and their need, on one page."""
    counsellor.go("/personnes/nouvelle")
    counsellor.fill(**answers)
    choose_commune(counsellor, commune)
    counsellor.press("Ouvrir le dossier")


def choose_commune(visitor: Visitor, name: str) -> None:
    """Type the beginning of a name, and take the first suggestion."""
    box = visitor.page.get_by_role("combobox", name="Commune")
    box.press_sequentially(name[:6], delay=20)
    suggestions = visitor.page.locator(".combobox [role=option]")
    suggestions.filter(has_text=name).first.click()
    expect(suggestions).to_have_count(0)


def hold(counsellor: Visitor, title: str) -> None:
    """From the list of candidates to a held place."""
    counsellor.follow(title)
    counsellor.press("Réserver une place")


def find_hold_send(counsellor: Visitor, title: str) -> str:
    """From the file to a request that is sent; its address."""
    counsellor.follow("Trouver une place")
    hold(counsellor, title)
    counsellor.press("Envoyer la demande")
    return counsellor.page.url.removeprefix(counsellor.home)


def answer_by_telephone(counsellor: Visitor, **answer: Any) -> None:
    """Write down what the host said."""
    counsellor.follow("Noter une réponse reçue par téléphone")
    counsellor.fill(**answer)
    counsellor.press("Enregistrer la réponse")


def confirm(counsellor: Visitor, **decision: Any) -> None:
    """From an accepted request to the stay that follows."""
    counsellor.follow("Confirmer le placement")
    counsellor.fill(**decision)
    counsellor.press("Confirmer le placement")


def step(counsellor: Visitor, link: str, button: str, **answers: Any) -> None:
    """One step of a stay: its link, its form, its button."""
    counsellor.follow(link)
    counsellor.fill(**answers)
    counsellor.press(button)


def enter_hours(host: Visitor, worked: dict[int, int]) -> None:
    """The host notes the hours of several days, given by how long ago they were."""
    for ago, hours in worked.items():
        host.fill(**{"hours-worked_on": day(-ago), "hours-hours": hours})
        host.press("Noter ces heures")

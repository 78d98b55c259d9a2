"""What is planted reads well: no title repeats its owner, e-mails speak of their own day."""

import datetime as dt
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.filters import short_day
from models.base import PARIS
from models.mail import OutgoingMail
from models.offer import Offer
from models.organization import Organization, Site

FORTNIGHT = dt.timedelta(days=14)


def test_no_title_repeats_the_name_of_its_owner(everything: Session):
    named = select(Offer.title).join(Offer.site).join(Site.organization)
    repeated = named.where(Offer.title.contains(Organization.legal_name))

    assert everything.scalars(repeated).all() == []


def test_the_mailbox_is_in_order_and_each_letter_of_its_day(everything: Session):
    letters = everything.scalars(select(OutgoingMail).order_by(OutgoingMail.id)).all()
    sent = [letter.created_at for letter in letters]

    assert sent == sorted(sent)
    assert len({moment.date() for moment in sent}) > 20
    for letter in letters:
        for day in re.findall(r"le (\d\d/\d\d/\d{4})", letter.body):
            assert day == f"{letter.created_at.astimezone(PARIS):%d/%m/%Y}"


def test_a_letter_asks_for_an_answer_two_weeks_after_its_day(everything: Session):
    asked = select(OutgoingMail).where(OutgoingMail.body.contains("pour y répondre avant le"))

    letters = everything.scalars(asked).all()
    assert letters
    for letter in letters:
        assert f"avant le {short_day(letter.created_at + FORTNIGHT)}." in letter.body

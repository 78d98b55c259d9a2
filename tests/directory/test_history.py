"""What changed in a record, field by field, by whom; and what its history never tells."""

import sqlalchemy as sa

from app.directory import actions
from models.codes.history import ChangeKind
from models.codes.offer import Gender, Publication
from models.history import Change
from models.offer import Offer
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    SupportOfferFactory,
    TigPostFactory,
)


def past(browse_as, account, offer, level="offres"):
    key = {"offres": offer.id, "sites": offer.site_id, "structures": offer.site.organization_id}
    return browse_as(account).get("directory.history", level=level, record_id=key[level])


def test_a_correction_is_told_field_by_field_with_who_made_it(browse_as, session):
    offer = HousingOfferFactory(title="Résidence des Lilas", phone="+33472000000")
    partner = PartnerFactory(organization=offer.organization, name="Farida Benali")

    browse_as(partner).post(
        "directory.update_offer",
        {
            "title": "Résidence des Tilleuls",
            "admission": "SIAO",
            "housing_type": "RS",
            "phone": "04 72 00 00 01",
            "lead_time_days": "5",
        },
        offer_id=offer.id,
    )
    page = past(browse_as, CounsellorFactory(), offer)

    assert "L'offre : modification" in page
    assert "Titre Résidence des Tilleuls (avant : Résidence des Lilas)" in page
    assert "Comment y entrer Demande au SIAO (avant : Candidature directe)" in page
    assert "04 72 00 00 01 (avant : 04 72 00 00 00)" in page
    assert "Délai avant l'entrée (jours) 5 (avant : rien)" in page
    assert "Farida Benali" in page


def test_what_was_before_is_read_even_from_a_table_not_loaded_yet(session):
    offer = HousingOfferFactory(is_siao_only=False, min_resources="RSA")
    session.commit()
    key = offer.id
    session.expunge_all()
    seen = session.scalars(sa.select(Offer).where(Offer.id == key)).one()

    actions.revise_offer(seen, is_siao_only=True, min_resources="RSA", tag_compatible="YES")
    session.flush()

    change = session.scalars(sa.select(Change).where(Change.kind == ChangeKind.CHANGED)).one()
    assert (change.coded, change.texts) == ({"is_siao_only": [False, True]}, {})


def test_lots_and_audience_belong_to_the_history_of_their_offer(browse_as, session):
    offer = LotFactory(offer=SupportOfferFactory(), label="Hommes", places=2).offer
    actions.set_audience(session, offer, gender=Gender.WOMEN)

    page = past(browse_as, CounsellorFactory(), offer)

    assert "Les places : ajout" in page
    assert "Le public accueilli : ajout" in page
    assert "Public Femmes" in page


def test_still_true_and_publication_are_told(browse_as, session):
    offer = TigPostFactory(publication=Publication.DRAFT)
    session.flush()
    actions.publish(offer)
    session.flush()
    browse_as(PartnerFactory(organization=offer.organization)).post(
        "directory.confirm", offer_id=offer.id
    )

    page = past(browse_as, CounsellorFactory(), offer)

    assert "Publication Publiée (avant : Brouillon)" in page
    assert "L'offre : toujours exact, par le partenaire, en ligne" in page


def test_a_partner_reads_its_own_history_and_no_name_of_the_service(browse_as, session):
    offer = SupportOfferFactory()
    coordinator = CoordinatorFactory(name="Claude Morel")
    browse_as(coordinator).post("directory.suspend", offer_id=offer.id)

    page = past(browse_as, PartnerFactory(organization=offer.organization), offer)

    assert "Publication Suspendue (avant : Publiée)" in page
    assert "le service" in page
    assert "Claude Morel" not in page
    other = browse_as(PartnerFactory())
    other.get("directory.history", status=404, level="offres", record_id=offer.id)


def test_the_past_is_read_page_by_page_in_the_same_queries(browse_as, session, count_queries):
    offer = TigPostFactory()
    key, browser = offer.id, browse_as(CounsellorFactory())
    page = lambda: browser.get("directory.history", level="offres", record_id=key)  # noqa: E731
    few = count_queries(page)
    for number in range(40):
        offer.title = f"Titre {number}"
        session.flush()

    assert count_queries(page) == few
    assert "Titre 39" in page()
    assert "Page suivante" in page()

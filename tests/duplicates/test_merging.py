"""Two organizations made one: all follows, nothing is lost, and a split gives it back."""

import sqlalchemy as sa

from models.base import Base
from models.capacity import PlaceClaim
from models.organization import Organization
from models.search import OfferSearch
from tests.factories import PartnerFactory, SiteFactory

CASES = [t for t in Base.metadata.sorted_tables if t.schema == "casework"]
OF_HOSTS = [table for table in CASES if "organization_id" in table.c]


def owners(session) -> set[tuple[str, int]]:
    """Which organization each case row belongs to."""
    session.expire_all()
    return {
        (table.name, owner)
        for table in OF_HOSTS
        for owner in session.scalars(sa.select(table.c.organization_id))
    }


def test_all_that_is_the_absorbed_ones_is_the_kept_ones(session, desk, twins):
    absorbed_id, kept_id = twins.absorbed.id, twins.kept.id

    answer = desk.merge(twins.absorbed, twins.kept, keep=twins.kept)

    assert answer.status_code == 303
    session.expire_all()
    assert session.get(Organization, absorbed_id) is None
    assert twins.site.organization_id == kept_id
    assert twins.accreditation.organization_id == kept_id
    assert twins.link.organization_id == kept_id
    assert [one.organization_id for one in twins.partner.memberships] == [kept_id]
    assert [one.organization_id for one in twins.both.memberships] == [kept_id]
    assert {owner for _, owner in owners(session)} == {kept_id}
    assert {name for name, _ in owners(session)} == {table.name for table in OF_HOSTS}


def test_what_was_frozen_stays_written_and_claims_go_on(session, desk, twins):
    claims = set(session.execute(sa.select(PlaceClaim.id, PlaceClaim.state, PlaceClaim.lot_id)))
    name = twins.placement.orientation.organization_name

    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)

    session.expire_all()
    assert twins.placement.orientation.organization_name == name
    assert claims == set(
        session.execute(sa.select(PlaceClaim.id, PlaceClaim.state, PlaceClaim.lot_id))
    )


def test_the_partner_of_either_follows_the_stay(desk, twins, browse_as):
    placement_id = twins.placement.id
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)

    for partner in (twins.partner, twins.both):
        browse_as(partner).get("portal.placement", placement_id=placement_id)


def test_fields_are_those_chosen(session, desk, twins):
    theirs = twins.absorbed.id
    chosen = {"champ-phone": theirs, "champ-legal_name": theirs}

    page = desk.preview(twins.absorbed, twins.kept, keep=twins.kept, **chosen).text
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept, **chosen)

    assert "Ville de Villeurbanne" in page
    session.expire_all()
    said = (twins.kept.legal_name, twins.kept.phone, twins.kept.email)
    assert said == ("Ville de Villeurbanne", "+33478036767", "mairie@exemple.fr")


def test_the_preview_says_what_moves(desk, twins):
    page = desk.preview(twins.absorbed, twins.kept, keep=twins.kept)

    for words in ("1 site", twins.offer.title, "2 comptes", "1 contact", "1 habilitation"):
        assert words in page.text.replace("\xa0", " "), words
    assert "1 réservation ou accueil en cours" in page.text.replace("\xa0", " ")


def test_old_links_lead_to_the_one_that_stays_for_those_who_may_see_it(desk, twins, browse_as):
    old, kept = twins.absorbed.id, twins.kept.id
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)

    answer = desk.browser.open("GET", "directory.organization", organization_id=old)
    assert (answer.status_code, answer.location) == (308, f"/structures/{kept}")
    late = desk.browser.post("directory.update_organization", {}, organization_id=old)
    assert late.status_code == 409
    desk.browser.get("directory.organization", organization_id=kept)
    browse_as(PartnerFactory()).get("directory.organization", organization_id=old, status=404)


def test_the_search_finds_the_offer_under_its_new_host(session, desk, twins):
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)

    words = session.scalar(
        sa.select(sa.cast(OfferSearch.words, sa.Text)).where(OfferSearch.offer_id == twins.offer.id)
    )
    assert "mairi" in words


def test_a_page_made_of_something_older_is_refused(session, desk, twins):
    pair = desk.pair(twins.absorbed, twins.kept)
    data = {"vu": "0" * 32, "garder": twins.kept.id}

    answer = desk.browser.post("duplicates.merge", data, pair_id=pair.id)

    assert answer.status_code == 409
    assert "a changé entre-temps" in answer.text
    assert session.get(Organization, twins.absorbed.id) is not None


def test_partners_are_merged_where_no_case_is_kept(connection, session, desk):
    kept, absorbed = (SiteFactory().organization for _ in range(2))
    session.flush()
    connection.exec_driver_sql("DROP SCHEMA casework CASCADE")

    assert desk.merge(kept, absorbed, keep=kept).status_code == 303

    session.expire_all()
    assert len(kept.sites) == 2

"""A merge undone: everything goes back, but for what was added or corrected since."""

from html import unescape

import sqlalchemy as sa

from models.audit import AuditEntry
from models.base import Base
from models.organization import Organization, Site
from tests.factories import SiteFactory


def everything(session) -> dict[str, set[str]]:
    """Every row of the directory and of the cases that a merge may write, as text."""
    session.expire_all()
    session.flush()
    told = {}
    for table in Base.metadata.sorted_tables:
        left_out = {
            "merge",
            "merge_piece",
            "duplicate_pair",
            "change",
            "offer_touched",
            "search_word",
        }
        if table.schema in ("directory", "accounts", "casework") and table.name not in left_out:
            columns = [sa.cast(c, sa.Text) for c in table.columns if c.name != "modified_at"]
            told[table.name] = {str(row) for row in session.execute(sa.select(*columns))}
    return told


def test_a_split_gives_everything_back(session, desk, twins):
    session.commit()
    before = everything(session)
    theirs = twins.absorbed.id
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept, **{"champ-phone": theirs})
    assert everything(session) != before

    answer = desk.split()

    assert answer.status_code == 303
    after = everything(session)
    assert {
        name: before[name] ^ after[name] for name in before if before[name] != after[name]
    } == {}


def test_what_was_added_since_stays_and_what_was_corrected_since_too(session, desk, twins):
    theirs = twins.absorbed.id
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept, **{"champ-phone": theirs})
    added = SiteFactory(organization=session.get_one(Organization, twins.kept.id))
    session.get_one(Organization, twins.kept.id).phone = "+33400000000"
    session.flush()

    page = desk.browser.get("duplicates.merged", merge_id=desk.last().id)
    said = desk.split()

    assert "ajoutés depuis la fusion" in page
    session.expire_all()
    assert added.organization_id == twins.kept.id
    assert twins.kept.phone == "+33400000000"
    assert "Téléphone" in desk.browser.open_address("GET", said.location).text


def test_a_chain_of_merges_is_split_from_its_end(session, desk, twins):
    third = SiteFactory().organization
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)
    first = desk.last().id
    desk.merge(session.get_one(Organization, twins.kept.id), third, keep=third)

    early = desk.browser.post("duplicates.split", merge_id=first)
    assert early.status_code == 409
    assert "rejoint une autre fiche" in early.text
    old = desk.browser.open("GET", "directory.organization", organization_id=twins.absorbed_id)
    assert old.location == f"/structures/{third.id}"

    desk.split()
    assert desk.browser.post("duplicates.split", merge_id=first).status_code == 303
    assert desk.browser.post("duplicates.split", merge_id=first).status_code == 409


def test_sites_made_one_since_are_split_first_so_that_each_goes_home(session, desk, twins):
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)
    first, site_id = desk.last().id, twins.site.id
    desk.merge(twins.site, twins.kept_site, keep=twins.kept_site)
    of_sites = desk.last().id

    early = desk.browser.post("duplicates.split", merge_id=first)
    assert early.status_code == 409
    assert "Séparez d'abord les sites fusionnés depuis" in unescape(early.text)
    assert f'href="/fusions/{of_sites}"' in early.text

    desk.browser.post("duplicates.split", merge_id=of_sites)
    assert desk.browser.post("duplicates.split", merge_id=first).status_code == 303
    session.expire_all()
    site = session.get_one(Site, site_id)
    assert site.organization_id == twins.absorbed_id
    assert twins.kept_site.organization_id == twins.kept.id
    assert twins.offer.site_id == site_id


def test_a_merge_and_a_split_are_in_the_audit_log(session, desk, twins):
    desk.merge(twins.absorbed, twins.kept, keep=twins.kept)
    desk.split()

    mine = sa.select(AuditEntry.reason).where(AuditEntry.account_id == desk.account.id)
    reasons = session.scalars(mine.order_by(AuditEntry.recorded_at)).all()
    assert [reason.split(" :")[0] for reason in reasons] == [
        "Fusion de deux fiches",
        "Séparation de deux fiches",
    ]

"""Partners whose name, or that of one of their sites, words begin; confidential sites never do."""

from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from models.codes.organization import OrganizationStatus
from models.organization import Organization, Site
from models.reference import Commune
from search import vocabulary
from search.geocoder.names import WORDS

MOST = 5
# A word that more names hold than this ("association") tells nobody from the others.
MOST_READ = 3_000


class Partner(NamedTuple):
    """An organization, and the commune of the site that words name, or of its first one."""

    id: int
    name: str
    commune: str


def partners(session: Session, words: list[str]) -> list[Partner]:
    """Those whose name starts with the words first, then the shortest names."""
    said = patterns(words)
    of_owners = _best(Organization.id, sa.null(), Organization.name_key, said)
    of_sites = _best(Site.organization_id, Site.id, Site.name_key, said)
    found = sa.union_all(of_owners.subquery().select(), of_sites.subquery().select()).subquery()
    rows = session.execute(_dressed(found)).all()
    return [Partner(*row) for row in dict.fromkeys(tuple(row) for row in rows)][:MOST]


def patterns(words: list[str]) -> list[str]:
    """What a folded name is like when each word begins one of its own."""
    small = vocabulary.files().small_words
    *before, last = [word for word in words if word not in small] or words
    return [f"% {word}%" for word in (*(WORDS.get(word, word) for word in before), last)]


def _best(owner: Any, site: Any, key: Any, said: list[str]) -> sa.Select[Any]:
    """A few more than are shown, since a closed partner and a second name are left out."""
    columns = (owner.label("owner"), sa.cast(site, sa.BigInteger).label("site"), key.label("key"))
    said_so = sa.select(*columns).where(*(key.like(pattern) for pattern in said))
    named = said_so.limit(MOST_READ).subquery()
    starts = named.c.key.like(said[0].removeprefix("%"))
    order = ((~starts).label("is_inside"), sa.func.length(named.c.key).label("letters"))
    chosen = sa.select(named.c.owner, named.c.site, *order)
    return chosen.order_by("is_inside", "letters", named.c.owner).limit(4 * MOST)


def _dressed(found: sa.Subquery) -> sa.Select[Any]:
    """Their names, once each, with a public site's commune: without one, nothing is said."""
    one = _ranked(found).where(Organization.status != OrganizationStatus.CLOSED).subquery()
    first = sa.select(one.c.id, one.c.legal_name, one.c.commune).where(one.c.nth == 1)
    return first.order_by(one.c.is_inside, one.c.letters, one.c.id).limit(MOST)


def _ranked(found: sa.Subquery) -> sa.Select[Any]:
    """Each name with its rank among those of its organization: its own comes before its sites'."""
    site = sa.func.coalesce(found.c.site, _first_public(found))
    nth = sa.func.row_number().over(
        partition_by=Organization.id,
        order_by=(found.c.is_inside, found.c.letters, found.c.site.nulls_first()),
    )
    named = (Organization.id, Organization.legal_name, Commune.name.label("commune"))
    return sa.select(*named, found.c.is_inside, found.c.letters, nth.label("nth")).select_from(
        sa.join(found, Organization, Organization.id == found.c.owner)
        .join(Site, Site.id == site)
        .join(Commune, Commune.insee_code == Site.insee_code)
    )


def _first_public(found: sa.Subquery) -> sa.ScalarSelect[Any]:
    shown = aliased(Site)
    of_owner = (shown.organization_id == found.c.owner, ~shown.is_confidential)
    first = sa.select(sa.func.min(shown.id)).where(*of_owner)
    return first.correlate(found).scalar_subquery()

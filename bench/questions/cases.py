"""Needs to find a place for, and one long file."""

from bench.measuring import engines, pages
from bench.questions.asker import DOZENS, Asker


def needs(asker: Asker) -> list[tuple[engines.Asked, str]]:
    """Needs to be met, half of them in the largest towns, and who follows these people."""
    found = asker.rows(
        "SELECT need.id, officer_id, fs_uniquifier FROM casework.need"
        " JOIN casework.release_plan AS plan ON plan.id = plan_id"
        " JOIN casework.supervised_person AS person ON person.id = person_id"
        " JOIN accounts.account ON account.id = officer_id"
        " JOIN reference.commune ON insee_code = home_insee"
        " WHERE met_at IS NULL AND family IN ('TIG', 'LOGEMENT', 'EMPLOI_FORMATION', 'SANTE')"
        " ORDER BY population > 100000 DESC, md5(need.id::text) LIMIT :many",
        many=DOZENS,
    )
    return [
        (engines.Asked(account, need), asker.sessions.of(account, uniquifier))
        for need, account, uniquifier in found
    ]


def match_pages(asker: Asker) -> list[pages.Asked]:
    """The page of the candidates of each need."""
    return [pages.Asked(f"/besoins/{asked.need}/places", cookie) for asked, cookie in needs(asker)]


def person(asker: Asker) -> list[pages.Asked]:
    """The longest file."""
    found = asker.rows(
        "SELECT person_id, officer_id, fs_uniquifier FROM casework.orientation"
        " JOIN casework.supervised_person AS person ON person.id = person_id"
        " JOIN accounts.account ON account.id = officer_id"
        " GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1"
    )
    return [
        pages.Asked(f"/personnes/{person}", asker.sessions.of(account, uniquifier))
        for person, account, uniquifier in found
    ]

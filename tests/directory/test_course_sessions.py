"""The sessions of a course: typed one a line, kept in order, shown while they are to come."""

import datetime as dt

import pytest

from models.base import today
from models.codes.services import CourseType
from models.offer_kinds import CourseOffer
from models.offer_kinds.sessions import stored
from tests.browsing import words
from tests.factories import CoordinatorFactory, CounsellorFactory, SiteFactory

DAY = dt.timedelta(days=1)
SOON, LATER, PAST = today() + 10 * DAY, today() + 40 * DAY, today() - 10 * DAY


@pytest.fixture
def course(session):
    made = CourseOffer(
        site=SiteFactory(),
        title="Stage citoyen",
        family="STAGE",
        publication="PUBLISHED",
        course_type=CourseType.CITOYENNETE,
        admission="SESSION_INSCRIPTION",
    )
    session.add(made)
    session.flush()
    return made


def send(browse_as, course, *lines):
    form = {
        **{
            "title": course.title,
            "course_type": "CITOYENNETE",
            "admission": "SESSION_INSCRIPTION",
            "cost": "UNKNOWN",
        },
        "sessions": "\n".join(lines),
    }
    return browse_as(CoordinatorFactory()).post("directory.update_offer", form, offer_id=course.id)


def test_sessions_typed_in_any_order_are_kept_by_day_and_the_next_is_told(
    session, browse_as, course
):
    answer = send(
        browse_as,
        course,
        f"{LATER:%d/%m/%Y}",
        f"{SOON:%d/%m/%Y} : Villeurbanne, 12 places, 4 places libres",
        f"{PAST:%Y-%m-%d}; 8 places ; complet",
    )

    assert answer.status_code == 303
    session.expire_all()
    assert course.sessions == [
        f"{PAST}, 8 places, complet",
        f"{SOON}, 12 places, 4 libres, Villeurbanne",
        f"{LATER}",
    ]
    page = browse_as(CounsellorFactory()).get("directory.show", offer_id=course.id)
    assert "(12 places, 4 libres, Villeurbanne) Sessions suivantes" in page
    assert "8 places" not in page
    edited = browse_as(CoordinatorFactory()).get("directory.edit_offer", offer_id=course.id)
    assert f"{SOON:%d/%m/%Y}, 12 places, 4 libres, Villeurbanne" in edited


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mardi prochain, 12 places", "Ligne 2 : commencez par la date, par exemple 03/03/2027"),
        ("31/02/2027", "Ligne 2 : commencez par la date"),
        (f"{SOON:%d/%m/%Y}, 4 places, 5 libres", "Ligne 2 : il reste plus de places"),
    ],
)
def test_a_wrong_line_is_told_by_its_number_and_nothing_is_lost(browse_as, course, line, said):
    answer = send(browse_as, course, f"{SOON:%d/%m/%Y}", line)

    assert answer.status_code == 422
    assert said in words(answer.text)
    assert line in answer.text


def test_a_line_of_before_is_still_shown(session, browse_as, course):
    course.sessions = ["tous les premiers lundis"]
    session.flush()

    page = browse_as(CounsellorFactory()).get("directory.show", offer_id=course.id)

    assert stored(course.sessions[0]) is None
    assert "tous les premiers lundis" in page

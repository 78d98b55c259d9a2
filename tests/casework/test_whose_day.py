"""A manager follows nobody personally: the day and the list open on the whole unit."""

from tests.factories import CounsellorFactory, ManagerFactory, OrientationFactory


def test_a_manager_sees_at_once_what_awaits_the_unit(session, browse_as):
    waiting = OrientationFactory(status="ACCEPTED")
    manager = browse_as(ManagerFactory(unit=waiting.unit))

    assert waiting.person.full_name in manager.get("casework.index")
    assert waiting.person.last_name.upper() in manager.get("casework.people")
    assert waiting.person.full_name not in manager.get("casework.index", de="moi")


def test_a_counsellor_opens_on_their_own_people(session, browse_as):
    mine = OrientationFactory(status="ACCEPTED")
    colleague = CounsellorFactory(unit=mine.unit)
    theirs = OrientationFactory(status="ACCEPTED", need__plan__person__officer=colleague)

    page = browse_as(mine.requested_by).get("casework.index")

    assert mine.person.full_name in page
    assert theirs.person.last_name.upper() not in page

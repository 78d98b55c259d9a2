"""What a counsellor sees and does from a need to a held place."""

from models.codes.offer import ContactFlag
from models.codes.people import ConstraintKind
from models.plan import Constraint
from tests.factories import CounsellorFactory, NeedFactory, PlanFactory
from tests.matching.planted import counsellor_of, post_at


def test_the_nearest_fitting_post_comes_first_with_its_distance_and_its_sum(session, browse_as):
    need = NeedFactory()
    far = post_at(4.95, 45.77)
    near = post_at(4.882, 45.767)

    page = browse_as(counsellor_of(need)).get("matching.show", need_id=need.id)

    assert page.index(near.offer.title) < page.index(far.offer.title)
    assert "1 place" in page
    assert "= 1 libre" in page
    assert "délai de 18 mois" in page


def test_a_post_to_be_avoided_is_set_aside_with_its_reason(session, browse_as):
    need = NeedFactory()
    session.add(
        Constraint(
            unit_id=need.unit_id,
            plan_id=need.plan_id,
            kind=ConstraintKind.AVOID,
            flag=ContactFlag.MINORS,
        )
    )
    lot = post_at(4.88, 45.767, contact_flags=[ContactFlag.MINORS])

    page = browse_as(counsellor_of(need)).get("matching.show", need_id=need.id)

    assert page.index("Écartées (1)") < page.index(lot.offer.title)


def test_another_unit_does_not_see_the_need(session, browse_as):
    need = NeedFactory()

    browse_as(CounsellorFactory()).get("matching.show", need_id=need.id, status=404)


def test_the_page_asks_as_many_queries_for_three_offers_as_for_twelve(
    session, browse_as, count_queries
):
    need = NeedFactory(plan=PlanFactory())
    browser = browse_as(counsellor_of(need))
    for number in range(3):
        post_at(4.88 + number / 1000, 45.767)
    few = count_queries(lambda: browser.get("matching.show", need_id=need.id))
    for number in range(9):
        post_at(4.89 + number / 1000, 45.767)

    many = count_queries(lambda: browser.get("matching.show", need_id=need.id))

    assert many == few

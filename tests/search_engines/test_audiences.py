"""Who is welcome: refused by a rule or every lot; an offer open to everyone stays (design §11)."""

import pytest

from models.codes.offer import Gender, Household, YesNo
from models.offer import AudienceRule
from search.engine import Audience
from tests import factories
from tests.factories.base import Factory
from tests.search_engines.conftest import Find

WOMAN = Audience(gender=Gender.WOMEN)
MAN = Audience(gender=Gender.MEN)
MOTHER = Audience(gender=Gender.WOMEN, with_children=True)
FATHER = Audience(gender=Gender.MEN, with_children=True)
PARENT = Audience(with_children=True)
WITH_DOG = Audience(with_animal=True)
TEENAGER = Audience(is_minor=True)


class RuleFactory(Factory):
    """What is said of whom is welcome."""

    class Meta:
        model = AudienceRule


@pytest.mark.parametrize("audience", [WOMAN, MAN, MOTHER, PARENT, WITH_DOG, TEENAGER])
def test_an_offer_open_to_everyone_stays(audience: Audience, find: Find):
    offer = factories.SupportOfferFactory()
    factories.LotFactory(offer=offer)

    assert find(audience=audience) == [offer]


@pytest.mark.parametrize(
    ("lots", "welcome", "refused"),
    [
        ([{"gender": Gender.MEN}], [MAN, FATHER], [WOMAN, MOTHER]),
        ([{"gender": Gender.MEN}, {"gender": Gender.WOMEN}], [MAN, WOMAN], []),
        ([{"households": [Household.SINGLE]}], [MAN, WOMAN], [MOTHER, PARENT]),
        (
            [
                {"gender": Gender.MEN, "households": [Household.SINGLE]},
                {"gender": Gender.WOMEN, "households": [Household.SINGLE_WITH_CHILDREN]},
            ],
            [MAN, WOMAN, MOTHER, PARENT],
            [FATHER],
        ),
    ],
)
def test_one_lot_must_suit_all_that_is_asked(lots, welcome, refused, find: Find):
    offer = factories.HousingOfferFactory()
    for lot in lots:
        factories.LotFactory(offer=offer, **lot)

    assert all(find(audience=audience) == [offer] for audience in welcome)
    assert not any(find(audience=audience) for audience in refused)


@pytest.mark.parametrize(
    ("rule", "refused"),
    [
        ({"gender": Gender.WOMEN}, MAN),
        ({"households": [Household.SINGLE, Household.COUPLE]}, PARENT),
        ({"animals": YesNo.NO}, WITH_DOG),
        ({"age_min": 18}, TEENAGER),
    ],
)
@pytest.mark.parametrize("level", ["offer", "site", "organization"])
def test_a_rule_holds_from_its_level_down(rule, refused, level: str, find: Find):
    offer = factories.HousingOfferFactory()
    subject = {"offer": offer, "site": offer.site, "organization": offer.organization}[level]

    assert find(audience=refused) == [offer]
    RuleFactory(**{f"{level}_id": subject.id}, **rule)

    assert find(audience=refused) == []
    assert find() == [offer]


def test_the_offer_speaks_before_its_organization(find: Find):
    offer = factories.HousingOfferFactory()
    RuleFactory(organization_id=offer.organization.id, gender=Gender.MEN)
    RuleFactory(offer_id=offer.id, gender=Gender.WOMEN)

    assert find(audience=WOMAN) == [offer]
    assert find(audience=MAN) == []

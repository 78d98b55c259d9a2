"""Both stories can be played on the demonstration: some fit, some nearly, some do not."""

import pytest
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.decisions.judging import Bucket, can_hold
from app.matching.searching import Results, search
from models.base import today
from models.codes.offer import AdmissionChannel, Gender
from models.person import SupervisedPerson
from seeds.demo import accounts
from seeds.demo.people import key_of


@pytest.fixture
def results(on_the_web: Session, story: tuple[str, str]) -> Results:
    """What the counsellor of this person sees for their first need."""
    key, name = story
    counsellor_id = accounts.known(on_the_web)[key].id
    on_the_web.commit()
    with acting_as(counsellor_id):
        person = on_the_web.get_one(SupervisedPerson, key_of(name))
        return search(on_the_web, person.plans[0].needs[0], today=today())


def reasons(results: Results, bucket: Bucket) -> str:
    """Every sentence under a heading."""
    found = results.under(bucket)
    return " / ".join(one.sentence for card in found for one in card.judgement.reasons)


@pytest.mark.parametrize("story", [("cpip", "Bastien Ferrand")])
class TestTig:
    """105 hours, a job on weekdays, no car, no minors, in Villeurbanne."""

    def test_many_posts_fit_and_can_be_held(self, results: Results):
        fitting = results.under(Bucket.FITS)

        assert len(fitting) >= 10
        assert sum(can_hold(one.judgement).is_allowed for one in fitting) >= 10

    def test_some_nearly_fit(self, results: Results):
        said = reasons(results, Bucket.ALMOST)

        assert "pendant l'emploi" in said
        assert "habilitation jusqu'au" in said
        assert "accord manquant" in said
        assert "en bus, pour 60 min au plus" in said

    def test_some_are_set_aside(self, results: Results):
        said = reasons(results, Bucket.SET_ASIDE)

        assert "contact avec des mineurs" in said
        assert "complet sur la période" in said
        assert "poste suspendu" in said
        assert "poste non inscrit" in said
        assert "sans habilitation" in said


@pytest.mark.parametrize(
    "story", [("cpip.corbas", "Damien Lorcat"), ("cpip.corbas", "Sabrina Meziani")]
)
class TestBed:
    """In prison, released from 3 to 17 March; a man with a tag, a woman without."""

    def test_direct_admission_can_be_held(self, results: Results):
        free = [one for one in results.candidates if (one.availability.free or 0) > 0]
        near = [one for one in free if one.judgement.bucket is not Bucket.SET_ASIDE]

        assert len([one for one in near if can_hold(one.judgement).is_allowed]) >= 5

    def test_the_siao_is_shown_and_never_held(self, results: Results):
        doors = (AdmissionChannel.SIAO, AdmissionChannel.EMERGENCY_115)
        beds = [one for one in results.candidates if one.offer.admission in doors]

        assert len(beds) >= 5
        assert not any(can_hold(one.judgement).is_allowed for one in beds)

    def test_there_are_beds_for_women_and_for_men(self, results: Results):
        assert {one.lot.gender for one in results.candidates} == set(Gender)


@pytest.mark.parametrize("story", [("cpip.corbas", "Damien Lorcat")])
def test_a_tag_asks_for_the_written_agreement(results: Results):
    assert "accord écrit du bailleur manquant" in reasons(results, Bucket.ALMOST)
    assert "bracelet refusé" in reasons(results, Bucket.SET_ASIDE)

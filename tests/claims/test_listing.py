"""Who may resume a suspended post (RULE-TIG-17)."""

import pytest

from app.claims.listing import resume, suspend
from models.codes.tig import ListingStatus
from models.lifecycle import IllegalMove
from tests.factories import ManagerFactory, PartnerFactory, TigPostFactory


def test_a_host_resumes_what_it_suspended(session):
    post = TigPostFactory()
    host = PartnerFactory(organization=post.organization)
    suspend(post, by=host)

    resume(post, by=host)

    assert post.listing_status is ListingStatus.LISTED


def test_a_host_does_not_resume_what_the_service_suspended(session):
    post = TigPostFactory()
    suspend(post, by=ManagerFactory())

    with pytest.raises(IllegalMove):
        resume(post, by=PartnerFactory(organization=post.organization))

    assert post.listing_status is ListingStatus.SUSPENDED

"""What needs attention: each list has what belongs to it and nothing else."""

from models.codes.claims import ClaimState, Sharing
from models.codes.network import Sign
from models.codes.organization import Channel
from tests.factories import (
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    ManagerFactory,
    SiteFactory,
    TigPostFactory,
)
from tests.network.attention import ago, check, report, said, state


def test_a_partner_is_silent_past_the_first_limit_of_its_family(session, listed):
    state(said(61, title="Parc Vert"))
    state(said(61, title="Parc Suspendu"), sign=Sign.SUSPENDED)
    state(said(59, title="Parc Bleu"))
    state(said(1, Channel.IMPORT, title="Parc Importé"))
    state(HousingOfferFactory(title="Foyer", verified_at=ago(8), verified_channel=Channel.PHONE))

    page = listed("silencieux")

    check(
        page,
        holds=["Parc Vert", "Parc Importé", "Foyer", "3 lignes"],
        without=["Parc Bleu", "Parc Suspendu"],
    )


def test_a_silent_partner_has_its_telephone_numbers_as_links(session, browse_as):
    site = SiteFactory(phone="+33472000001")
    state(said(90, site=site))
    browser = browse_as(ManagerFactory())

    markup = browser.open("GET", "network.attention_list", which="silencieux").text

    assert 'href="tel:+33472000001"' in markup


def test_an_offer_is_stale_past_the_second_limit_or_never_confirmed(listed):
    state(said(121, title="Parc Vert"))
    state(said(119, title="Parc Bleu"))
    state(TigPostFactory(title="Parc Neuf", verified_at=None))

    check(listed("perimees"), holds=["Parc Vert", "Parc Neuf"], without=["Parc Bleu"])


def test_more_people_than_places(listed):
    state(said(1, title="Parc Vert"), sign=Sign.OVER)
    state(said(1, title="Parc Bleu"), sign=Sign.FULL)

    check(listed("surcapacite"), holds=["Parc Vert"], without=["Parc Bleu"])


def test_full_for_sixty_days_without_anything_that_moved(listed):
    old = {"created_at": ago(200)}
    kept, moved, told = (said(1, title=f"Parc {name}", **old) for name in ("Vert", "Bleu", "Dit"))
    taken = {"state": ClaimState.TAKEN, "taken_at": ago(50)}
    ClaimFactory(lot=LotFactory(offer=kept), held_at=ago(70), **taken)
    ClaimFactory(lot=LotFactory(offer=moved), held_at=ago(50), **taken)
    lot = LotFactory(offer=told, sharing=Sharing.SHARED)
    report(lot, 100, 2)
    report(LotFactory(offer=said(1, title="Autre"), sharing=Sharing.SHARED), 5, 1)
    report(lot, 30, 0)
    for offer in (kept, moved, told, said(1, title="Parc Neuf", created_at=ago(59))):
        state(offer, sign=Sign.FULL)

    check(listed("complets"), holds=["Parc Vert"], without=["Parc Bleu", "Parc Dit", "Parc Neuf"])


def test_never_used_after_ninety_days(listed):
    state(said(1, title="Parc Vert", created_at=ago(91)))
    state(said(1, title="Parc Neuf", created_at=ago(89)))
    used = said(1, title="Parc Bleu", created_at=ago(91))
    ended = {"state": ClaimState.RELEASED, "ended_at": ago(10)}
    ClaimFactory(lot=LotFactory(offer=used), **ended)
    state(used)

    check(listed("inutilisees"), holds=["Parc Vert"], without=["Parc Bleu", "Parc Neuf"])


def test_what_was_declared_is_set_against_what_is_counted(session, listed):
    for title, held in (("Foyer Vert", True), ("Foyer Bleu", False)):
        lot = LotFactory(
            offer=HousingOfferFactory(title=title), places=5, open=3, sharing=Sharing.SHARED
        )
        report(lot, 2, 3)
        if held:
            ClaimFactory(lot=lot)
        state(lot.offer)

    page = listed("ecarts")

    check(page, holds=["Foyer Vert"], without=["Foyer Bleu"])
    assert "3 places déclarées libres, 2 places comptées libres" in page
    assert "1 place réservée ou occupée depuis" in page


def test_a_post_without_supervisor(listed):
    state(said(1, title="Parc Vert", supervisor_name=" "))
    state(said(1, title="Parc Bleu"))

    check(listed("sans-tuteur"), holds=["Parc Vert"], without=["Parc Bleu"])


def test_an_offer_without_a_point_unless_nobody_goes_there(listed):
    nowhere = {"public_point": None}
    state(said(1, title="Parc Vert", site=SiteFactory(**nowhere)))
    state(said(1, title="Parc Lointain", site=SiteFactory(**nowhere), is_remote=True))
    state(said(1, title="Parc Bleu"))

    check(listed("sans-point"), holds=["Parc Vert"], without=["Parc Bleu", "Parc Lointain"])

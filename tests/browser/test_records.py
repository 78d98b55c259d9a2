"""A record is corrected together: a mistake reported, hours rewritten, an answer, a history."""

from tests.factories import (
    CoordinatorFactory,
    HousingOfferFactory,
    LotFactory,
    SiteFactory,
    UnitFactory,
)


def test_a_mistake_is_reported_corrected_answered_and_remembered(house, world):
    site = SiteFactory(name="Antenne des Lilas", opening_hours="Mo-Fr 09:00-12:00; PH off")
    lot = LotFactory(offer=HousingOfferFactory(site=site, title="Résidence des Lilas"), places=3)
    counsellor = house.enter(world.counsellor())
    partner = house.enter(world.partner(lot), viewport={"width": 390, "height": 844})

    counsellor.go(f"/offres/{lot.offer_id}")
    counsellor.follow("Antenne des Lilas")
    counsellor.follow("Signaler une erreur")
    counsellor.press("Signaler l'erreur")
    counsellor.sees("Choisissez ce qui est faux.")
    counsellor.page.get_by_label("Les horaires").check()
    counsellor.fill(text="Fermé le lundi : le gardien est malade.")
    counsellor.sees("Relisez : vous avez écrit « malade »")
    counsellor.press("Signaler l'erreur")
    counsellor.sees("C'est noté", "Erreur signalée le")

    partner.go("/mes-places")
    partner.follow_about("1 erreur signalée")
    partner.follow("Les horaires : Antenne des Lilas")
    partner.follow("Voir la fiche")
    partner.follow("Modifier les horaires")
    partner.fill(lundi="le matin")
    partner.press("Enregistrer")
    partner.sees("Écrivez des heures comme 8h30-12h")
    partner.fill(lundi="", mardi="9h-12h, 14h-17h")
    partner.press("Enregistrer")
    partner.sees("Les horaires sont à jour.", "mardi 9 h à 12 h, 14 h à 17 h")
    partner.press("Toujours exact")

    coordinator = house.enter(world.staff(CoordinatorFactory, UnitFactory()))
    coordinator.go("/reseau/a-traiter")
    coordinator.follow("Signalements")
    coordinator.follow("Les horaires : Antenne des Lilas")
    coordinator.page.get_by_label("Corrigé").check()
    coordinator.press("Enregistrer la réponse")
    coordinator.sees("Votre réponse est enregistrée.")

    counsellor.go(f"/sites/{site.id}/historique")
    counsellor.sees(
        "Horaires d'ouverture", "avant : Lundi au vendredi : 9 h à 12 h", "toujours exact"
    )

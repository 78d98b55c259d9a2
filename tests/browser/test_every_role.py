"""The pages that the stories do not cross, as those who may open them see them."""

from tests.factories import AdministratorFactory, CoordinatorFactory, ManagerFactory


def test_an_administrator_opens_accounts_units_and_letters(house, world):
    someone = world.counsellor()
    admin = house.enter(world.staff(AdministratorFactory))

    for address in ("", "/inviter", "/unites", "/unites/nouvelle", f"/{someone.id}"):
        admin.go(f"/comptes{address}")
    for address in (f"/comptes/{someone.id}/modifier", "/courriels", "/mon-compte"):
        admin.go(address)

    admin.go("/mon-compte/mot-de-passe")
    admin.go("/mon-compte/codes-de-secours")


def test_a_coordinator_opens_every_form_of_the_directory(house, world):
    lot = world.bed("Résidence à décrire")
    site, offer = lot.offer.site, f"/offres/{lot.offer_id}"
    owner = f"/structures/{site.organization_id}"
    coordinator = house.enter(world.staff(CoordinatorFactory))
    addresses = [
        *("/structures/nouvelle", owner, f"{owner}/modifier", f"{owner}/sites/nouveau"),
        *(f"/sites/{site.id}/modifier", f"/sites/{site.id}/offres/nouvelle"),
        f"/sites/{site.id}/offres/nouvelle/LOGEMENT",
        *(offer, f"{offer}/modifier", f"{offer}/public", f"{offer}/lots/nouveau"),
        *(f"{offer}/lots/{lot.id}/modifier", f"{offer}/places"),
    ]

    for address in addresses:
        coordinator.go(address)


def test_the_direction_decides_on_the_list_and_on_accreditations(house, world):
    lot = world.post("Poste à inscrire")
    direction = house.enter(world.staff(ManagerFactory))

    direction.go(f"/offres/{lot.offer_id}")
    direction.go(f"/offres/{lot.offer_id}/inscription")
    direction.go(f"/structures/{lot.offer.site.organization_id}/habilitations/nouvelle")


def test_a_counsellor_opens_the_rest_of_a_file(house, world):
    counsellor = world.counsellor()
    request = world.request(counsellor, world.post("Poste du dossier complet"))
    person, plan = f"/personnes/{request.person_id}", f"/projets/{request.plan_id}"
    cpip = house.enter(counsellor)

    for address in (person, f"{person}/identite", f"{person}/mesures/nouvelle", plan):
        cpip.go(address)
    for address in (f"{plan}/besoins/nouveau", f"{plan}/cloture", "/personnes?de=unite"):
        cpip.go(address)

"""Published lists: recognised by their columns, their words made ours."""

import json
from typing import Any

import pytest

from exchange.kinds import Kind
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family
from models.codes.organization import LegalForm
from models.codes.services import CareType, EmployerType, SupportType
from tests.exchange.reading import opened, read

FINESS = (
    "finess_et,siret,nom,categorie_code,categorie,adresse,code_postal,ville,telephone,lat,lon,maj\n"
)
SERVICES = (
    "id,type,nom,departement,code_insee,adresse,code_postal,ville,telephone,email,site,"
    "ouverture_json,commentaire,lat,lon,precision,maj,editeur\n"
)
EMPLOYERS = (
    "pk,type,siret,nom,enseigne,adresse,code_postal,ville,lat,lon,geocoding_score,site,maj\n"
)


def quoted(told: dict[str, Any]) -> str:
    """JSON inside a cell of a CSV."""
    return '"' + json.dumps(told, ensure_ascii=False).replace('"', '""') + '"'


def test_an_establishment_of_finess(tmp_path):
    line = (
        "010001295,77931148900040,CHRS L'ESPERANCE,214,Centre Hébergement,12 R DU BOIS,01000,"
        "BOURG EN BRESSE CEDEX,0474321161,46.2,5.2,2017-04-21\n"
    )

    ((row,), faults) = read(tmp_path, FINESS + line)

    partner = row.partner
    assert not faults
    assert (row.external_id, row.source) == ("010001295", Kind.FINESS.source)
    assert partner.organization.name == "CHRS l'Espérance"
    assert (partner.site.address, partner.site.city) == ("12 rue du Bois", "BOURG EN BRESSE")
    assert (partner.site.lon, partner.site.lat) == (5.2, 46.2)
    assert [offer.kind for offer in partner.offers] == [HousingType.CHRS]
    assert partner.offers[0].admission is AdmissionChannel.SIAO


@pytest.mark.parametrize(
    ("category", "name", "kind", "oldest"),
    [
        ("197", "CSAPA", CareType.CSAPA, None),
        ("156", "CMP ENFANTS", CareType.CMP, 17),
        ("156", "CMP ENFANTS ET ADULTES", CareType.CMP, None),
        ("258", "RESIDENCE ACCUEIL LES MYRIADES", HousingType.RES_ACCUEIL, None),
        ("603", "MAISON DE SANTE", CareType.MAISON_SANTE, None),
    ],
)
def test_a_category_of_finess_is_a_kind_of_place(tmp_path, category, name, kind, oldest):
    (row,), _ = read(tmp_path, f"{FINESS}010001295,,{name},{category},,,69001,LYON,,,,\n")

    (offer,) = row.partner.offers
    assert (offer.kind, offer.age_max) == (kind, oldest)


def test_a_published_value_that_is_wrong_is_left_out_and_said(tmp_path):
    line = "010001295,77931148900041,CMP,156,,,69001,LYON,0000,99,4.8,1900-01-01\n"

    (row,), faults = read(tmp_path, FINESS + line)

    assert not faults
    assert [remark.field for remark in row.remarks] == ["telephone", "siret", "maj", "lat"]
    assert row.partner.organization.siret is None


def test_a_line_without_its_number_is_refused(tmp_path):
    rows, (fault,) = read(tmp_path, f"{FINESS},,CMP,156,,,69001,LYON,,,,\n")

    assert not rows
    assert (fault.line, fault.field) == (2, "finess_et")
    assert fault.raw["nom"] == "CMP"


def test_a_public_service_has_its_hours_and_the_number_inside_its_price(tmp_path):
    slot = {"début": "09:00:00", "fin": "12:00:00"}
    slots = quoted({"PlageJ": {"début": "lundi", "fin": "vendredi", "PlageH": slot}})
    phone = quoted({"coût": "payant", "$t": "3646"})
    where = "69,69123,1 rue A,69002,Lyon"
    line = f"cpam-69,cpam,CPAM,{where},{phone},,,{slots},,45.7,4.8,8,2017-02-21,DILA\n"

    (row,), _ = read(tmp_path, SERVICES + line)

    site, (offer,) = row.partner.site, row.partner.offers
    assert (site.hours, site.phone, site.commune_code) == ("Mo-Fr 09:00-12:00", "3646", "69123")
    assert (offer.family, offer.kind) == (Family.DROITS, SupportType.CPAM)


def test_a_court_is_a_partner_that_offers_no_place(tmp_path):
    (row,), _ = read(tmp_path, f"{SERVICES}tgi-1,tgi,Tribunal,69,69123,,69003,Lyon,,,,,,,,,,\n")

    assert row.partner.organization.legal_form is LegalForm.ETAT
    assert row.partner.offers == ()


def test_an_employer_keeps_the_name_of_its_shop(tmp_path):
    line = "7,ACI,77931148900040,ASSOC LE PONT,La Collecterie,1 rue A,69001,Lyon,45.7,4.8,0.8,,\n"

    (row,), _ = read(tmp_path, EMPLOYERS + line)

    assert row.partner.site.name == "La Collecterie"
    assert [offer.kind for offer in row.partner.offers] == [EmployerType.ACI]


def test_a_branch_of_a_spip_told_on_two_lines_is_one(tmp_path):
    branch = "SPIP de la Vendée,La Roche,Antenne des Sables"
    told = f"spip,siege,antenne,ressort\n{branch},A\n{branch},B\n"

    (row,), _ = read(tmp_path, told)

    assert row.partner.site.city == "Les Sables"
    assert row.partner.organization.description == "A | B"


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (FINESS, Kind.FINESS),
        (SERVICES, Kind.SERVICE_PUBLIC),
        (EMPLOYERS, Kind.LES_EMPLOIS),
        ("spip,siege,antenne,ressort\n", Kind.SPIP),
    ],
)
def test_a_list_is_recognised_by_its_columns(tmp_path, columns, kind):
    assert opened(tmp_path, f"{columns}x{',' * columns.count(',')}\n").kind is kind
